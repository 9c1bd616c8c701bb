"""Likely names and dates of birth of children and staff: patterns, and a pseudonym key where there is one.

The rules look for how people write about people: a capital letter where no sentence begins, a word for a
person before it, a verb of speech behind it. They are made to miss little; what is no name is dismissed with
a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from inspector_app.inspections.checks.result import CheckResult, Place
from inspector_app.inspections.checks.text_rules import sentences
from inspector_app.inspections.checks.word_lists import WordLists

_TOKEN = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d+|[^\w\s]", re.UNICODE)
_TITLE = {"mr", "mrs", "ms", "miss", "mx", "dr", "master"}
_INITIALS = re.compile(r"(?<![\w.&/-])(?:[A-Z]\.\s?[A-Z]\.?|[A-Z]{2})(?![\w&/-])")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH_NAMES = {name[:length]: place for place, name in enumerate(_MONTHS, 1) for length in (3, len(name))}
_DAY = re.compile(
    r"\b(?:(?P<d>[0-3]?\d)(?:st|nd|rd|th)?[./ -](?:of )?"
    r"(?P<m>[01]?\d|[A-Za-z]{3,9})[./ -](?P<y>(?:19|20)?\d\d)"
    r"|(?P<y2>(?:19|20)\d\d)-(?P<m2>[01]\d)-(?P<d2>[0-3]\d))\b"
)
_BIRTH = re.compile(r"\b(?:born|birth|d\.?o\.?b\.?|birthday|aged)\b", re.IGNORECASE)
_CHILDHOOD = 21
_RECENT_DAYS = 2 * 365
_NEAR = 40
_ADVICE = "Write a pseudonym such as YP1, or a designation such as night worker, and never a name."


def names(
    text: str, lists: WordLists, allowed: frozenset[str], known: Mapping[str, str], place: Place
) -> Iterator[CheckResult]:
    """Words that are, or look like, names. `allowed` are words (casefolded) that are known to be none here:
    of the service's name, address and the checklist; `known` maps real names to their pseudonyms."""
    for name, pseudonym in known.items():
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
            yield CheckResult(
                "name-known",
                "A name of the pseudonym key stands here.",
                f"Write {pseudonym} instead; erase the name from the record if it was typed there.",
                place,
                name,
            )
    seen: set[str] = {name.casefold() for name in known}
    for sentence in sentences(text):
        for word, why in _likely(sentence, lists, allowed):
            if word.casefold() not in seen:
                seen.add(word.casefold())
                yield CheckResult("name-likely", f"“{word}” {why}.", _ADVICE, place, word, sure=False)
    for found in _INITIALS.finditer(text):
        letters = re.sub(r"[\s.]", "", found.group())
        if letters not in lists.initialisms:
            message = f"“{found.group()}” may be the initials of a person."
            yield CheckResult("initials-likely", message, _ADVICE, place, found.group(), sure=False)


def _likely(sentence: str, lists: WordLists, allowed: frozenset[str]) -> Iterator[tuple[str, str]]:
    tokens = _TOKEN.findall(sentence)
    for number, token in enumerate(tokens):
        bare = re.sub(r"['’]s?$", "", token)
        if not _is_capital(bare) or bare.casefold() in _TITLE or _is_ordinary(bare, lists, allowed):
            continue
        before = tokens[number - 1].casefold() if number else ""
        after = tokens[number + 1].casefold() if number + 1 < len(tokens) else ""
        if before.rstrip(".") in _TITLE or (before == "." and _titled(tokens, number)):
            yield bare, "follows a title and looks like a name"
        elif before in lists.person_words:
            yield bare, "follows a word for a person and looks like a name"
        elif number and (tokens[number - 1] not in '“"‘(:' or after == ")"):
            yield bare, "begins with a capital letter and may be a name"
        elif bare.casefold() not in lists.starters and (
            after in lists.person_verbs
            or token != bare
            or (after == "and" and _is_capital_at(tokens, number + 2))
            or (after == "," and tokens[number + 2 : number + 3] in (["who"], ["aged"]))
        ):
            yield bare, "does what a person does and may be a name"


def _is_capital(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and not word.isupper()


def _is_capital_at(tokens: list[str], number: int) -> bool:
    return number < len(tokens) and _is_capital(tokens[number])


def _titled(tokens: list[str], number: int) -> bool:
    return number > 1 and tokens[number - 2].casefold() in _TITLE


def _is_ordinary(word: str, lists: WordLists, allowed: frozenset[str]) -> bool:
    if word.casefold() in lists.also_names:
        return False
    parts = [part.removesuffix("s") if part.endswith("days") else part for part in re.split(r"[-'’]", word)]
    return (
        word in lists.capitalised
        or word.casefold() in allowed
        or all(part in lists.capitalised or part.casefold() in allowed for part in parts)
    )


def births(text: str, lists: WordLists, on: date, place: Place) -> Iterator[CheckResult]:
    """Dates that are, or look like, dates of birth of children: named as such, or of a day on which a child
    of today was born and that belongs to no document. `on` is the inspection date."""
    for found in _DAY.finditer(text):
        day = _date(found, on)
        if day is None:
            continue
        before = text[max(found.start() - _NEAR, 0) : found.start()]
        near = before + text[found.end() : found.end() + _NEAR // 2]
        named = bool(_BIRTH.search(near))
        age = (on - day).days
        words = {word.casefold() for word in re.findall(r"\w+", before)}
        young = _RECENT_DAYS < age < _CHILDHOOD * 366 and not words & lists.document_words
        if named or young:
            yield CheckResult(
                "birth-date" if named else "birth-date-likely",
                f"“{found.group()}” {'is named as' if named else 'may be'} a date of birth.",
                "Give no date of birth; say an age group if it matters.",
                place,
                found.group(),
                sure=named,
            )


def _date(found: re.Match[str], on: date) -> date | None:
    day = found["d"] or found["d2"]
    month = (found["m"] or found["m2"]).casefold()
    year = int(found["y"] or found["y2"])
    if year < 100:
        year += 2000 if year <= on.year % 100 else 1900
    number = int(month) if month.isdigit() else _MONTH_NAMES.get(month) or _MONTH_NAMES.get(month[:3], 0)
    try:
        return date(year, number, int(day))
    except ValueError:
        return None
