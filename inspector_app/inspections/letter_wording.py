"""The fixed words of letters, one language pack a file, so that no heading is written in code.

A pack is a TOML file `frameworks/<id>/letters/<language>.toml`. A pack may be partial: what it lacks
is taken from English, the complete one. Placeholders are written `{name}` and are filled by the words
given; nothing else in a text is special.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property

from inspector_app.errors import KnownError
from inspector_app.inspections.pack_files import pack_file

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
MONTHS = "months"
"""The key under which the names of months are borrowed."""
_NAME = re.compile(r"[A-Za-z0-9-]+")


@dataclass(frozen=True)
class LetterSection:
    """A section of fixed wording, such as how to complain; `language` (BCP 47) where it is not the
    letter's own."""

    title: str
    paragraphs: tuple[str, ...]
    language: str = ""


@dataclass(frozen=True)
class SectionTemplate:
    """A section of fixed wording before its placeholders are filled; `when` is "always", or the kind
    of letter it belongs to: "findings" (there is a finding), "requirements", "draft" or "final"."""

    key: str
    title: str
    paragraphs: tuple[str, ...]
    when: str
    language: str


@dataclass(frozen=True)
class LetterWording:
    """The words of one language: texts by dotted key, names of months, section templates in order.

    `borrowed` lists the keys that the language lacks and that were taken from `fallback_language`; a pack
    that is not `reviewed` by a speaker is a proof, and documents say so.
    """

    language: str
    months: tuple[str, ...]
    texts: tuple[tuple[str, str], ...]
    sections: tuple[SectionTemplate, ...]
    borrowed: frozenset[str] = frozenset()
    fallback_language: str = ""
    reviewed: bool = True

    @cached_property
    def _by_key(self) -> dict[str, str]:
        return dict(self.texts)

    def text(self, key: str, **values: str) -> str:
        """The text of a dotted key such as "headings.grades", placeholders filled. Unknown keys and
        missing values raise KeyError: they are mistakes in the program or the pack."""
        return fill(self._by_key[key], values)

    def language_of(self, key: str) -> str:
        """The language the text of this key is written in (BCP 47)."""
        return self.fallback_language if key in self.borrowed else self.language

    def day(self, day: date) -> str:
        """A date in words, such as "12 November 2026"."""
        return f"{day.day} {self.months[day.month - 1]} {day.year}"

    def days(self, days: Sequence[date]) -> str:
        """Several dates in words, whatever their order: "6 and 7 November 2018", "30 November 2018 and
        3 December 2018"."""
        months: dict[tuple[int, int], list[date]] = {}
        for day in sorted(set(days)):
            months.setdefault((day.year, day.month), []).append(day)
        phrases = []
        for group in months.values():
            *earlier, last = group
            phrases.append(self.join([*(str(day.day) for day in earlier), self.day(last)]))
        return self.join(phrases)

    def join(self, parts: Sequence[str]) -> str:
        """Parts as a phrase: "a, b and c"."""
        if len(parts) < 2:
            return "".join(parts)
        return self.text("phrases.and", first=", ".join(parts[:-1]), last=parts[-1])

    def filled_sections(
        self, values: Mapping[str, str], situation: Sequence[str] = ()
    ) -> tuple[LetterSection, ...]:
        """The fixed sections that apply, filled.

        `situation` holds what is true of this letter ("findings", "requirements", "draft", "final").
        A paragraph that needs a value which is absent or empty is left out; so is a section without
        paragraphs. See the head of `en.toml` for the names of the values.
        """
        made = []
        for template in self.sections:
            if template.when != "always" and template.when not in situation:
                continue
            paragraphs = tuple(
                fill(paragraph, values)
                for paragraph in template.paragraphs
                if all(values.get(name) for name in _PLACEHOLDER.findall(paragraph))
            )
            if paragraphs:
                language = "" if template.language == self.language else template.language
                made.append(LetterSection(template.title, paragraphs, language))
        return tuple(made)


def fill(template: str, values: Mapping[str, str]) -> str:
    """The template with each `{name}` replaced once; text inside the values is never read as one."""
    return _PLACEHOLDER.sub(lambda found: values[found.group(1)], template)


def parse_wording(source: str, name: str, fallback: LetterWording | None = None) -> LetterWording:
    """The wording of a TOML text; `name` is used in messages. Raises KnownError when it cannot be used."""
    try:
        data = tomllib.loads(source)
        texts = {
            f"{table}.{key}": str(text)
            for table, entries in data.items()
            if isinstance(entries, dict)
            for key, text in entries.items()
        }
        language = str(data["language"])
        months = tuple(str(month) for month in data.get("months", fallback.months if fallback else ()))
        sections = tuple(
            SectionTemplate(
                str(entry["key"]),
                str(entry["title"]),
                tuple(str(paragraph) for paragraph in entry["paragraphs"]),
                str(entry.get("when", "always")),
                language,
            )
            for entry in data.get("sections", ())
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise _broken(name, str(error)) from error
    if len(months) != 12:
        raise _broken(name, f"it names {len(months)} months")
    if fallback is None:
        return LetterWording(language, months, tuple(sorted(texts.items())), sections)
    borrowed = frozenset() if MONTHS in data else frozenset({MONTHS})
    own = LetterWording(language, months, tuple(texts.items()), sections, borrowed)
    return replace(_completed(own, fallback), reviewed=data.get("reviewed") is not False)


@cache
def load_wording(framework: str, language: str = "en") -> LetterWording:
    """The wording that ships with a framework, such as ("cse-2016", "en"), completed from English."""
    if not _NAME.fullmatch(language):
        raise _broken(language, "it is not the name of a language")
    file = pack_file(framework, "letters", f"{language}.toml")
    if not file.is_file():
        raise KnownError(
            f"There are no letter texts in the language “{language}”.",
            "Choose another language for the letter, or ask head office for the language pack.",
            code="letter-wording-missing",
        )
    fallback = None if language == "en" else load_wording(framework, "en")
    return parse_wording(file.read_text(encoding="utf-8"), file.name, fallback)


def _completed(pack: LetterWording, fallback: LetterWording) -> LetterWording:
    """The pack with every text and section it lacks taken from the fallback, in the fallback's order."""
    own = dict(pack.texts)
    known = {key for key, _ in fallback.texts}
    strange = sorted(set(own) - known)
    if strange:
        raise _broken(pack.language, f"it has texts that no letter uses: {', '.join(strange)}")
    own_sections = {template.key: template for template in pack.sections}
    return LetterWording(
        pack.language,
        pack.months,
        tuple(sorted((dict(fallback.texts) | own).items())),
        tuple(own_sections.get(template.key, template) for template in fallback.sections),
        pack.borrowed | (known - set(own)),
        fallback.language,
    )


def _broken(name: str, why: str) -> KnownError:
    return KnownError(
        f"The letter texts “{name}” cannot be used: {why}.",
        "Ask head office for a corrected pack; the inspection itself is safe.",
        code="letter-wording-broken",
    )
