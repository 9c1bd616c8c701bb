"""How a text is written: must or should, vague or measurable, long sentences, reading age, spelling.

Reading age is the Automated Readability Index plus five: it counts letters, words and sentences and needs no
dictionary, which other measures fetch at run time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from inspector_app.inspections.checks.result import CheckResult, Place
from inspector_app.inspections.checks.word_lists import WordLists

WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]*[A-ZÀ-Þ0-9])|\n+")
_ABBREVIATED = re.compile(r"\b(?:e\.g|i\.e|etc|Mr|Mrs|Ms|Dr|No|St|approx|cf)\.$")
_MUST = re.compile(r"\b(?:must|shall|is required to|are required to|has to|have to)\b", re.IGNORECASE)
_SHOULD = re.compile(r"\b(?:should|ought to)\b", re.IGNORECASE)
_BOUND = re.compile(r"\bmust\b", re.IGNORECASE)
_LEAST_WORDS = 4
_LEAST_FOR_AGE = 60
"""Words below which a reading age says nothing."""


def sentences(text: str) -> list[str]:
    """The sentences of a text; line feeds end one, abbreviations do not."""
    found: list[str] = []
    for piece in filter(None, (part.strip() for part in _SENTENCE_END.split(text))):
        if found and _ABBREVIATED.search(found[-1]):
            found[-1] = f"{found[-1]} {piece}"
        else:
            found.append(piece)
    return found


def reading_age(text: str) -> float | None:
    """The age at which a reader follows the text at first reading; None for a short one."""
    words = WORD.findall(text)
    if len(words) < _LEAST_FOR_AGE:
        return None
    letters = sum(sum(character.isalpha() for character in word) for word in words)
    index = 4.71 * letters / len(words) + 0.5 * len(words) / max(len(sentences(text)), 1) - 21.43
    return round(index + 5, 1)


def modal_verbs(binding: bool, outcome: str, actions: tuple[str, ...], place: Place) -> Iterator[CheckResult]:
    """A requirement says what must change and never "should"; a recommendation the other way round."""
    texts = (outcome, *actions)
    wrong, right = (_SHOULD, "must") if binding else (_MUST, "should")
    kind = "requirement" if binding else "recommendation"
    for text in texts:
        for found in wrong.finditer(text):
            yield CheckResult(
                "modal-verb",
                f"A {kind} says “{found.group()}”.",
                f"Write “{right}”, or say it another way.",
                place,
                _around(text, found.start()),
            )
    wanted = _BOUND if binding else _SHOULD
    if outcome.strip() and not wanted.search(outcome):
        yield CheckResult(
            "modal-missing",
            f"The outcome of this {kind} does not say “{right}”.",
            f"Say what {right} change, such as “The provider {right} …”.",
            place,
            outcome[:80],
        )


def vague(text: str, lists: WordLists, place: Place) -> Iterator[CheckResult]:
    """Actions that nobody can see being done: a vague verb, a hedge, too few words."""
    for sentence in sentences(text):
        words = [word.casefold() for word in WORD.findall(sentence)]
        lead = _leading_verb(words)
        if lead in lists.vague_verbs:
            yield CheckResult(
                "vague-verb",
                f"“{lead}” does not say what is to be done.",
                "Use a verb whose doing can be seen, such as write, train, check, record or agree.",
                place,
                sentence[:80],
            )
        if 0 < len(words) < _LEAST_WORDS:
            yield CheckResult(
                "not-specific",
                "The action is too short to be specific.",
                "Say who does what, for whom, and how it will show.",
                place,
                sentence,
            )
        yield from _phrases(sentence, lists, place)


def _phrases(sentence: str, lists: WordLists, place: Place) -> Iterator[CheckResult]:
    said = f" {' '.join(WORD.findall(sentence.casefold()))} "
    for phrase in lists.vague_phrases:
        if f" {phrase} " in said:
            yield CheckResult(
                "not-specific",
                f"“{phrase}” leaves open what is meant.",
                "Name what is meant.",
                place,
                f"{phrase}: {sentence[:80]}",
            )
    if any(character.isdigit() for character in sentence):
        return
    for phrase in lists.unmeasured:
        if f" {phrase} " in said:
            yield CheckResult(
                "not-measurable",
                f"“{phrase}” cannot be measured.",
                "Say how often, by when, how many or how it is checked.",
                place,
                f"{phrase}: {sentence[:80]}",
            )


def _leading_verb(words: list[str]) -> str:
    """The verb that an action begins with, or that follows "must" or "should"."""
    for modal in ("must", "should"):
        if modal in words[:8]:
            rest = words[words.index(modal) + 1 :]
            return rest[0] if rest else ""
    return words[0] if words else ""


def plain_words(text: str, lists: WordLists, place: Place) -> Iterator[CheckResult]:
    """Long sentences, a high reading age, and American spellings."""
    for sentence in sentences(text):
        count = len(WORD.findall(sentence))
        if count > lists.longest_sentence:
            yield CheckResult(
                "long-sentence",
                f"A sentence has {count} words.",
                f"Part it; up to {lists.longest_sentence} words are read with ease.",
                place,
                sentence[:80],
            )
    age = reading_age(text)
    if age is not None and age > lists.oldest_reading_age:
        yield CheckResult(
            "reading-age",
            f"The text reads as for age {age:.0f}.",
            f"Shorter words and sentences bring it to age {lists.oldest_reading_age} or below.",
            place,
            text[:80],
        )
    british = dict(lists.american)
    for word in WORD.findall(text):
        if word.casefold() in british:
            yield CheckResult(
                "american-spelling",
                f"“{word}” is an American spelling.",
                f"Write “{british[word.casefold()]}”.",
                place,
                word,
                sure=False,
            )


def _around(text: str, start: int) -> str:
    begin = max(text.rfind(".", 0, start) + 1, start - 40, 0)
    return text[begin : start + 40].strip()
