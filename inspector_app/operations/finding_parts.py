"""The parts of a finding as they are typed and as they are recorded: text on the screen, JSON in the journal.

Lists are one item a line, evidence is ids with blanks between, a deadline is a date (``2026-08-14``) or a
span (``12 weeks``) that starts on the day it is set, yes is ``yes``.
"""

from __future__ import annotations

from datetime import date

from inspector_app.errors import KnownError
from inspector_app.inspections.deadline import LONGEST_SPAN, Deadline, Unit
from inspector_app.inspections.finding import Finding, FindingKind
from inspector_app.journal.event import Json
from inspector_app.operations import codec

TEXTS = ("title", "outcome", "theme", "seriousness", "extent", "speed", "hook", "standard", "refusal_reason")
PARTS = (*TEXTS, "actions", "deadline", "evidence", "validated")

_ALWAYS = ("title", "theme", "outcome", "evidence")
_ASKED: dict[FindingKind, tuple[str, ...]] = {
    FindingKind.REQUIREMENT: (
        "title",
        "theme",
        "outcome",
        "actions",
        "deadline",
        "seriousness",
        "extent",
        "speed",
        "evidence",
        "hook",
        "standard",
    ),
    FindingKind.RECOMMENDATION: ("title", "theme", "outcome", "actions", "evidence", "standard"),
    FindingKind.STRENGTH: _ALWAYS,
    FindingKind.GOOD_PRACTICE: (*_ALWAYS, "validated"),
}


def asked_parts(kind: FindingKind) -> tuple[str, ...]:
    """The parts that a finding of this kind has, in the order they are filled in."""
    return _ASKED[kind]


def part_text(finding: Finding, part: str) -> str:
    """A part as the screen shows it."""
    if part in ("seriousness", "extent", "speed"):
        return str(getattr(finding.reasons, part))
    if part == "actions":
        return "\n".join(finding.actions)
    if part == "evidence":
        return " ".join(piece.id for piece in finding.evidence)
    if part == "validated":
        return "yes" if finding.validated else ""
    if part == "deadline":
        return _deadline_text(finding.deadline)
    return str(getattr(finding, part))


def part_json(part: str, text: str, today: date) -> Json:
    """A part as the record keeps it; KnownError for an unknown part or a deadline that cannot be."""
    if part in TEXTS:
        return text
    if part == "actions":
        return [line.strip() for line in text.splitlines() if line.strip()]
    if part == "evidence":
        return list(text.split())
    if part == "validated":
        return text == "yes"
    if part == "deadline":
        return codec.deadline_to_json(_deadline(text, today))
    raise KnownError(
        f"A finding has no part called {part}.",
        f"Its parts are: {', '.join(PARTS)}.",
        code="finding-part-unknown",
    )


def _deadline_text(deadline: Deadline | None) -> str:
    if deadline is None:
        return ""
    if deadline.unit is not None:
        return f"{deadline.amount} {deadline.unit.value}"
    return deadline.due.isoformat()


def _deadline(text: str, today: date) -> Deadline | None:
    words = text.split()
    if len(words) != 2:
        return Deadline.fixed(_date(text)) if text.strip() else None
    amount, unit = words
    if (
        unit not in {known.value for known in Unit}
        or not amount.isdecimal()
        or not 0 < int(amount) <= LONGEST_SPAN
    ):
        raise KnownError(
            f"“{text}” is no time in which something can be done.",
            f"Give 1 to {LONGEST_SPAN} days, weeks or months, or a date.",
            code="deadline-unknown",
        )
    return Deadline.within(int(amount), Unit(unit), today)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise KnownError(
            f"“{text}” is no date.", "Give it as day, month and year.", code="deadline-unknown"
        ) from error
