"""What "search or do" finds as a person types: in the record, and among the questions of the open inspection.

Services, inspections, answers, comments, evidence and findings come from the index inside the encrypted
file; the questions of the open inspection from its checklists, so that one can go to a question nobody has
answered. Where a hit leads is told by `place_of`, once it is chosen: the screens of another inspection are
known only when it is open.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector_app.errors import KnownError
from inspector_app.journal import records
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.desk import Desk
from inspector_app.operations.follow_up import finding_of
from inspector_app.operations.grades import theme_of
from inspector_app.operations.search import MARK_BEGIN, MARK_END, SearchResult, search_all
from inspector_app.words import mark, translate

if TYPE_CHECKING:
    from inspector_app.operations.workspace import Workspace

QUESTION = "question"
MOST_OF_A_KIND = 5
_LOOKED_AT = 40
_LONGEST_QUESTION = 52
_ORDER = ("inspection", QUESTION, "answer", "evidence", "finding", "service")
_GROUPS = {
    "inspection": mark("Search", "Inspections"),
    QUESTION: mark("Search", "Questions here"),
    "answer": mark("Search", "Answers and comments"),
    "evidence": mark("Search", "Evidence"),
    "finding": mark("Search", "Findings"),
    "service": mark("Search", "Services"),
}
_PAGES = {
    records.EVIDENCE: "evidence",
    records.FINDING: "findings",
    records.FOLLOW_UP: "follow_up",
    records.CLAIM: "complaint",
    records.MATTER: "complaint",
    records.GRADE: "grades",
    "team_member": "prepare",
}
"""The page that shows a record of this kind; others are shown on the inspection's first page."""
_DETAILS: Mapping[str, Callable[[str], str]] = {
    records.EVIDENCE: str,
    records.FINDING: str,
    records.GRADE: theme_of,
    records.CLAIM: str,
    records.MATTER: str,
    records.FOLLOW_UP: finding_of,
}
"""What is to be shown on that page, from the record."""


@dataclass(frozen=True, slots=True)
class Match:
    """One thing found. `group` is its heading; `about` says where it is; `parts` are a stretch of its text,
    each piece with whether it matched; `key` is a question's key, a service's number or a record's id.
    """

    kind: str
    group: str
    title: str
    about: str
    parts: tuple[tuple[str, bool], ...]
    inspection: str
    key: str

    @property
    def text(self) -> str:
        """The stretch of text, plain."""
        return "".join(part for part, _ in self.parts)


@dataclass(frozen=True, slots=True)
class Place:
    """A page and what to show on it."""

    page: str
    detail: str = ""


def palette(
    desk: Desk, sessions: Sequence[ChecklistSession], inspection: str, text: str
) -> tuple[Match, ...]:
    """What matches, group by group, the open inspection's own first; nothing for no words."""
    if not text.strip():
        return ()
    numbers = {
        view.key: view.attributes.get("question", "") for session in sessions for view in session.questions()
    }
    found = [*_questions(sessions, inspection, text), *_recorded(desk, inspection, text, numbers)]
    shown: list[Match] = []
    in_order = (translate("Search", _GROUPS[kind]) for kind in _ORDER)
    for group in dict.fromkeys((*in_order, *(match.group for match in found))):
        shown += [match for match in found if match.group == group][:MOST_OF_A_KIND]
    return tuple(shown)


def place_of(at: Workspace, kind: str, inspection: str, key: str) -> Place:
    """The page on which a match stands, its inspection being open by now."""
    if kind == "service":
        return Place("start", key)
    if kind in (records.ANSWER, QUESTION):
        from inspector_app.operations.screens import screen_of

        for session in at.checklists():
            with suppress(KnownError):
                session.instance.view(key)
                return Place(f"screen:{screen_of(session, key).key}", key)
    if kind in _PAGES:
        return Place(_PAGES[kind], _DETAILS[kind](key) if kind in _DETAILS else "")
    return Place("prepare")


def _questions(sessions: Iterable[ChecklistSession], inspection: str, text: str) -> Iterator[Match]:
    words = text.casefold().split()
    for session in sessions:
        for view in session.questions():
            number = view.attributes.get("question", "")
            said = f"{number} {view.label}"
            if all(word in said.casefold() for word in words):
                yield Match(
                    QUESTION,
                    translate("Search", _GROUPS[QUESTION]),
                    said.strip(),
                    _answered(view.value),
                    (),
                    inspection,
                    view.key,
                )


def _answered(value: str) -> str:
    return translate("Search", "answered") if value else translate("Search", "open")


def _recorded(desk: Desk, inspection: str, text: str, numbers: Mapping[str, str]) -> Iterator[Match]:
    hits = search_all(desk, text, limit=_LOOKED_AT)
    for hit in sorted(hits, key=lambda one: one.inspection != inspection):
        if hit.kind == records.INSPECTION:
            reference, _, name = hit.inspection_words.partition(" · ")
            yield _match(hit, name or reference, reference if name else "")
        elif hit.kind == "service":
            yield _match(hit, hit.title, hit.key)
        else:
            elsewhere = hit.inspection_words if hit.inspection != inspection else ""
            of = [key for key in numbers if hit.key == key or hit.key.startswith(f"{key}_")]
            number = numbers[max(of, key=len)] if hit.kind == records.ANSWER and of else ""
            said = hit.title or hit.kind_words
            about = " · ".join(part for part in (said if hit.question else "", elsewhere) if part)
            yield _match(hit, f"{number} {_shortened(hit.question) or said}".strip(), about)


def _shortened(question: str) -> str:
    """The beginning of a question, which leaves room on its line for what else is to be said."""
    return textwrap.shorten(question, _LONGEST_QUESTION, placeholder="…")


def _match(hit: SearchResult, title: str, about: str) -> Match:
    group = translate("Search", _GROUPS[hit.kind]) if hit.kind in _GROUPS else hit.kind_words
    parts = tuple(_parts(hit.snippet)) if hit.kind not in ("service", records.INSPECTION) else ()
    return Match(hit.kind, group, title, about, parts, hit.inspection, hit.key)


def _parts(snippet: str) -> Iterator[tuple[str, bool]]:
    """A snippet in pieces, each with whether it matched; on one line, codes in words."""
    matched = False
    for piece in re.split(f"([{MARK_BEGIN}{MARK_END}])", " ".join(snippet.replace("_", " ").split())):
        if piece in (MARK_BEGIN, MARK_END):
            matched = piece == MARK_BEGIN
        elif piece:
            yield piece, matched
