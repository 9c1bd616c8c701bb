"""The state of the letter in the rail: draft, how much is to be checked, issued, superseded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from inspector_app.inspections.inspection import Inspection, Status
from inspector_app.journal import records
from inspector_app.operations.desk import Desk
from inspector_app.words import translate

if TYPE_CHECKING:
    from inspector_app.operations.checklist_session import ChecklistSession

Standing = tuple[Literal["open", "half", "done", "attention"], str, int]
"""State, words, and how much in it keeps the letter from being issued."""


def letter_standing(desk: Desk, inspection: Inspection, sessions: Sequence[ChecklistSession]) -> Standing:
    """What has become of the letter. Checks are counted once the visit is over: they read every text, and
    what is still being written is not to be judged."""
    letters = desk.store.records(inspection.id, records.LETTER).values()
    if any(fields.get(records.Letter.SUPERSEDED) is not True for fields in letters):
        return "done", translate("Overview", "issued"), 0
    if letters:
        return "attention", translate("Overview", "superseded"), 1
    words, held = translate("Overview", "draft"), 0
    if inspection.ended_on is not None and inspection.status is not Status.VOID:
        from inspector_app.operations.check_steps import check_board

        board = check_board(desk, inspection, sessions)
        held = board.held
        if held:
            words = translate("Overview", "{count} held back").format(count=held)
        elif board.open:
            words = translate("Overview", "{count} to check").format(count=len(board.open))
    if held:
        return "attention", words, held
    return "half" if inspection.status is Status.FINALISED else "open", words, 0
