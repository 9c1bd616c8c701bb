"""What a joint inspection says in its own words: on the response to exploitation, and on capacity."""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.errors import KnownError
from inspector_app.inspections.finding import FindingKind, FindingState
from inspector_app.inspections.inspection import Inspection, Status
from inspector_app.inspections.lifecycle import check_change
from inspector_app.journal import records
from inspector_app.operations.codec import text
from inspector_app.operations.desk import Desk
from inspector_app.operations.typing import Slot, type_into
from inspector_app.words import translate

RESPONSE, CAPACITY = "response", "capacity"
PARTS = (RESPONSE, CAPACITY)


@dataclass(frozen=True)
class NarrativeView:
    """`expected` says that the framework asks for it; `parts` are the texts by name; `area` what it is about;
    the counts are those of the findings that the summary tells beside it."""

    expected: bool
    area: str
    parts: dict[str, str]
    strengths: int
    good_practice: int
    not_validated: int
    closed: str = ""
    finalised: bool = False

    @property
    def missing(self) -> tuple[str, ...]:
        """The parts that are asked for and blank."""
        return tuple(part for part in PARTS if self.expected and not self.parts[part].strip())


def record_narrative(desk: Desk, inspection: Inspection, *, response: str = "", capacity: str = "") -> None:
    """Record what a joint inspection says of the response to child sexual exploitation, and of the capacity
    for improvement; what is blank stays as it was."""
    if inspection.status is not Status.OPEN:
        raise KnownError("The inspection is closed.", "Correct it with a reason.", code="not-open")
    said = {RESPONSE: response.strip(), CAPACITY: capacity.strip()}
    desk.write_fields(
        inspection.id,
        records.INSPECTION,
        inspection.id,
        {name: words for name, words in said.items() if words},
    )


def set_narrative(desk: Desk, inspection: Inspection, part: str, words: str) -> None:
    """Record one part, taking over what was typed."""
    check_change(desk.inspection(inspection.id))
    _check(part)
    desk.write_fields(inspection.id, records.INSPECTION, inspection.id, {part: words})


def type_narrative(desk: Desk, inspection: Inspection, part: str, words: str) -> None:
    """Commit one part as it stands after a key."""
    _check(part)
    type_into(desk, inspection.id, Slot(records.INSPECTION, inspection.id, part), words)


def narrative_view(desk: Desk, inspection: Inspection) -> NarrativeView:
    """The narrative as it is recorded, and what the summary tells beside it."""
    said = desk.store.values(records.INSPECTION, inspection.id)
    agreed = [one for one in desk.findings(inspection.id) if one.state is FindingState.AGREED]
    practice = [one for one in agreed if one.kind is FindingKind.GOOD_PRACTICE]
    return NarrativeView(
        expected=bool(desk.framework(inspection).reported),
        area=inspection.service.area or inspection.service.name,
        parts={part: text(said, part) for part in PARTS},
        strengths=sum(1 for one in agreed if one.kind is FindingKind.STRENGTH),
        good_practice=sum(1 for one in practice if one.validated),
        not_validated=sum(1 for one in practice if not one.validated),
        closed=_closed(inspection),
        finalised=inspection.status is Status.FINALISED,
    )


def narrative_parts(desk: Desk, inspection: Inspection) -> dict[str, str]:
    """The parts that are written, by name."""
    said = desk.store.values(records.INSPECTION, inspection.id)
    return {part: words for part in PARTS if (words := text(said, part)).strip()}


def _check(part: str) -> None:
    if part not in PARTS:
        raise KnownError(
            f"A narrative has no part called {part}.",
            f"Its parts are: {', '.join(PARTS)}.",
            code="narrative-part-unknown",
        )


def _closed(inspection: Inspection) -> str:
    if inspection.status is Status.FINALISED:
        return translate("Narrative", "This inspection is finalised, so its report stands as it is.")
    if inspection.status is Status.VOID:
        return translate("Narrative", "This inspection is void; its report counts for nothing.")
    return ""
