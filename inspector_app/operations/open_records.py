"""What is begun and not finished in grades, follow-up and complaint, and what an area report still lacks: no
letter and no summary goes out like that."""

from __future__ import annotations

from collections.abc import Iterator

from inspector_app.inspections.finding import Gap
from inspector_app.inspections.inspection import Inspection
from inspector_app.inspections.lifecycle import Obstacle
from inspector_app.journal import records
from inspector_app.operations.codec import text
from inspector_app.operations.complaint import matter_gaps, matters
from inspector_app.operations.desk import Desk
from inspector_app.operations.follow_up import NOTE, OUTCOME, begun_follow_ups, follow_up_gaps
from inspector_app.operations.grades import grade_gaps, looked_at
from inspector_app.operations.narrative import RESPONSE, narrative_view
from inspector_app.words import error_words, mark, translate

PAGES = {
    "grade": ("grades", mark("Pages", "Grades")),
    "matter": ("complaint", mark("Pages", "Complaint")),
    "follow_up": ("follow_up", mark("Pages", "Earlier findings")),
    "narrative": ("narrative", mark("Pages", "Area report")),
}
"""The page on which an obstacle of this kind is mended, and its title."""


def open_records(desk: Desk, inspection: Inspection) -> tuple[Obstacle, ...]:
    """What keeps the inspection from being finalised beside its checklist and its findings."""
    return (
        *_grades(desk, inspection),
        *_follow_ups(desk, inspection),
        *_matters(desk, inspection),
        *_area_report(desk, inspection),
    )


def not_graded(desk: Desk, inspection: Inspection) -> tuple[str, ...]:
    """The indicators that the summary of an area reports and that have no grade, by code, in their order. An
    indicator that nobody could look at is left out of it, so this is worth a look and not in the way."""
    graded = {one.theme for one in looked_at(desk, inspection)}
    return tuple(code for code in desk.framework(inspection).reported if code not in graded)


def _grades(desk: Desk, inspection: Inspection) -> Iterator[Obstacle]:
    themes = desk.framework(inspection).themes
    for one in looked_at(desk, inspection):
        for gap in grade_gaps(one):
            yield _obstacle("grade", one.theme, themes[one.theme], gap)


def _follow_ups(desk: Desk, inspection: Inspection) -> Iterator[Obstacle]:
    for finding, fields in begun_follow_ups(desk, inspection).items():
        title = text(desk.store.values(records.FINDING, finding), records.Finding.TITLE)
        for gap in follow_up_gaps(text(fields, OUTCOME), text(fields, NOTE)):
            yield _obstacle("follow_up", finding, title, gap)


def _matters(desk: Desk, inspection: Inspection) -> Iterator[Obstacle]:
    for number, one in enumerate(matters(desk, inspection), 1):
        name = translate("Obstacles", "Matter {number}").format(number=number)
        for gap in matter_gaps(one):
            yield _obstacle("matter", one.id, name, gap)


def _area_report(desk: Desk, inspection: Inspection) -> Iterator[Obstacle]:
    """DOMAIN 3 E: each area gets a narrative on its response to exploitation; capacity is one judgement."""
    for part in narrative_view(desk, inspection).missing:
        if part == RESPONSE:
            message = translate("Obstacles", "The response to child sexual exploitation is not described.")
            advice = translate("Obstacles", "Write what partners do together; every area report tells it.")
        else:
            message = translate("Obstacles", "Nothing is said of the capacity for improvement.")
            advice = translate("Obstacles", "Write the one judgement on the whole, beside the indicators.")
        yield Obstacle("narrative", part, message, advice)


def _obstacle(kind: str, where: str, name: str, gap: Gap) -> Obstacle:
    return Obstacle(kind, where, f"“{name}”: {error_words(gap.message)}", error_words(gap.advice))
