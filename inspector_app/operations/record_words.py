"""What grades, follow-ups and matters complained of are called in a history, and what their values say."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from inspector_app.errors import KnownError
from inspector_app.inspections.follow_up import Outcome
from inspector_app.journal import records
from inspector_app.journal.event import Event, Json
from inspector_app.operations.codec import text
from inspector_app.operations.desk import Desk
from inspector_app.operations.enforcement import STEP
from inspector_app.words import mark, translate

OUTCOME_WORDS: Mapping[Outcome, str] = {
    Outcome.MET_WITHIN: mark("FollowUp", "Met within timescale"),
    Outcome.MET_OUTWITH: mark("FollowUp", "Met outwith timescale"),
    Outcome.MET: mark("FollowUp", "Met"),
    Outcome.NOT_MET: mark("FollowUp", "Not met"),
}
DECISION_WORDS = {
    "upheld": mark("Complaint", "Upheld"),
    "partly_upheld": mark("Complaint", "Partly upheld"),
    "not_upheld": mark("Complaint", "Not upheld"),
}
MATTERS = (records.MATTER, records.CLAIM)
"""The kinds that hold matters complained of; the latter in journals of older releases."""
QUIET_FIELDS = frozenset({(records.FOLLOW_UP, one) for one in ("finding", "inspection", "checked_on")})
"""Fields that only say what a record is about."""


def told_by_field(kind: str) -> bool:
    """Whether a new record of this kind is told field by field, because it comes into being in parts."""
    return kind in _NAMES


def record_name(desk: Desk, kind: str, record: str, field: str) -> str:
    """What a field of such a record is called, or the record where `field` is ''."""
    name = _NAMES[kind](desk, record)
    part = _PARTS.get((kind, field), "")
    return f"{name}, {translate('History', part)}" if part else name


def part_words(kind: str, field: str) -> str:
    """What a field of any other record is called; its own name where it has no better one."""
    words = _FIELDS.get((kind, field))
    return translate("History", words) if words else field.replace("_", " ")


def record_value(desk: Desk, event: Event, value: Json) -> str | None:
    """A value that this event's field held, in words; None where it says itself."""
    kind, record, field = event.kind, event.record, event.field
    if kind == records.GRADE and field == records.VALUE and isinstance(value, int):
        level = desk.framework(desk.inspection(record.partition(":")[0])).scale.get(value)
        return f"{value} {level.name}" if level is not None else None
    if kind == records.FOLLOW_UP and field == "outcome" and value:
        return translate("FollowUp", OUTCOME_WORDS[Outcome(str(value))])
    if kind in MATTERS and field == "result" and value in DECISION_WORDS:
        return translate("Complaint", DECISION_WORDS[str(value)])
    if kind == records.INSPECTION and field == STEP and value:
        return desk.framework(desk.inspection(record)).ladder.get(str(value))
    if kind in MATTERS and field == "about":
        return translate("History", "begun")
    if kind == records.FINDING and isinstance(value, str):
        return _finding_value(desk, event.inspection, field, value)
    if field == "findings" and isinstance(value, list):
        titles = (text(desk.store.values(records.FINDING, str(one)), records.Finding.TITLE) for one in value)
        return "; ".join(title for title in titles if title)
    return None


def _finding_value(desk: Desk, inspection: str, field: str, value: str) -> str | None:
    """What was decided, and what was chosen from the framework, in its words."""
    if field == records.Finding.STATE:
        words = _STATES.get(value)
        return translate("Corrections", words) if words else None
    if not value or field not in _CHOSEN:
        return None
    book = desk.framework(desk.inspection(inspection))
    if field == records.Finding.THEME:
        return book.themes.get(value)
    if field == records.Finding.HOOK:
        return book.hooks[value].citation if value in book.hooks else None
    return book.standards[value].code if value in book.standards else None


def _grade(desk: Desk, record: str) -> str:
    inspection, _, theme = record.partition(":")
    try:
        title = desk.framework(desk.inspection(inspection)).themes.get(theme, theme)
    except KnownError:
        title = theme
    return translate("History", "Grade of “{title}”").format(title=title)


def _follow_up(desk: Desk, record: str) -> str:
    finding = text(desk.store.values(records.FOLLOW_UP, record), "finding") or record.partition(":")[2]
    title = text(desk.store.values(records.FINDING, finding), records.Finding.TITLE)
    name = translate("History", "Follow-up of “{title}”").format(title=title)
    return name if title else translate("History", "Follow-up")


def _matter(desk: Desk, record: str) -> str:
    told = (text(desk.store.values(kind, record), "text").strip() for kind in MATTERS)
    said = next((words for words in told if words), "")
    short = said if len(said) <= _SHORT else f"{said[:_SHORT].rsplit(' ', 1)[0]}…"
    name = translate("History", "Matter “{title}”").format(title=short)
    return name if short else translate("History", "Matter complained of")


_SHORT = 60
_NAMES: Mapping[str, Callable[[Desk, str], str]] = {
    records.GRADE: _grade,
    records.FOLLOW_UP: _follow_up,
    records.CLAIM: _matter,
    records.MATTER: _matter,
}
_PARTS = {
    (records.GRADE, "reasons"): mark("History", "reasons"),
    (records.GRADE, "looked_at"): mark("History", "looked at"),
    (records.FOLLOW_UP, "note"): mark("History", "what shows it"),
    (records.FOLLOW_UP, "evidence"): mark("History", "evidence"),
    **{
        (kind, field): name
        for kind in MATTERS
        for field, name in (
            ("text", mark("History", "text")),
            ("result", mark("History", "decision")),
            ("note", mark("History", "reason")),
            ("findings", mark("History", "findings")),
        )
    },
}
_STATES = {
    "suggested": mark("Corrections", "suggested"),
    "agreed": mark("Corrections", "agreed"),
    "refused": mark("Corrections", "refused"),
}
_CHOSEN = (records.Finding.THEME, records.Finding.HOOK, records.Finding.STANDARD)
_FIELDS = {
    **{
        (records.FINDING, field): name
        for field, name in (
            (records.Finding.KIND, mark("History", "kind")),
            (records.Finding.STATE, mark("History", "decision")),
            (records.Finding.NUMBER, mark("History", "number")),
            (records.Finding.TITLE, mark("History", "title")),
            (records.Finding.THEME, mark("History", "theme")),
            (records.Finding.OUTCOME, mark("History", "outcome")),
            (records.Finding.ACTIONS, mark("History", "actions")),
            (records.Finding.DEADLINE, mark("History", "deadline")),
            ("seriousness", mark("History", "seriousness")),
            ("extent", mark("History", "extent")),
            ("speed", mark("History", "speed")),
            (records.Finding.EVIDENCE, mark("History", "evidence")),
            (records.Finding.HOOK, mark("History", "hook")),
            (records.Finding.STANDARD, mark("History", "standard")),
            (records.Finding.REFUSAL_REASON, mark("History", "why it is not made")),
            (records.Finding.VALIDATED, mark("History", "validated")),
        )
    },
    (records.EVIDENCE, records.Evidence.TEXT): mark("History", "text"),
    (records.EVIDENCE, records.Evidence.PLACE): mark("History", "place"),
    (records.EVIDENCE, records.Evidence.SOURCE): mark("History", "source"),
    (records.EVIDENCE, records.Evidence.CITED_ANSWERS): mark("History", "questions it bears on"),
}
"""What fields are called after the name of their record."""
