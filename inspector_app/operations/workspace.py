"""A desk with its open checklists: what one window works at, always on one thread.

A checklist is opened once and kept while its inspection is open. Keys are committed as they are typed; what
was typed is folded into the record when a field is left, at lock and close, and at the next start.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from inspector_app.errors import KnownError
from inspector_app.operations.typing import Slot, fold_typed, type_into

if TYPE_CHECKING:
    from inspector_app.journal.event import Json
    from inspector_app.operations.changed import Changed, Recovered
    from inspector_app.operations.checklist_session import ChecklistSession
    from inspector_app.operations.desk import Desk


@dataclass
class Workspace:
    """One owner of what is open. `inspection` is '' while none is."""

    desk: Desk
    inspection: str = ""
    _sessions: list[ChecklistSession] | None = field(default=None, repr=False)

    def open(self, inspection_id: str) -> None:
        """Work at this inspection from now on ('' for none); its checklists open when first asked for."""
        if inspection_id != self.inspection:
            self.inspection = inspection_id
            self._sessions = None

    def checklists(self) -> list[ChecklistSession]:
        """The open inspection's checklists, in the order they were begun."""
        if not self.inspection:
            raise KnownError("No inspection is open.", "Open one from the list.", code="no-inspection")
        if self._sessions is None:
            from inspector_app.operations.checklist_session import open_checklists

            self._sessions = open_checklists(self.desk, self.desk.inspection(self.inspection))
        return self._sessions

    def checklist(self, record: str = "") -> ChecklistSession:
        """The open inspection's checklist; with several, the one whose record is named, else the first."""
        for session in self.checklists():
            if record in ("", session.record):
                return session
        raise KnownError(
            "The inspection has no such checklist.",
            "Open the inspection again from the list.",
            code="checklist-unknown",
        )

    def type_text(self, slot: Slot, text: Json, checklist: str = "") -> None:
        """Commit what is typed into a field of the open inspection, as it stands after this key."""
        if not slot.kind:
            session = self.checklist(checklist)
            slot = Slot.of_answer(session.record, slot.record, session.form.digest)
        type_into(self.desk, self.inspection, slot, text)

    def fold(self) -> tuple[Recovered, ...]:
        """Make events of all that was typed and not left yet; says which fields those were."""
        return fold_typed(self.desk, self._sessions or ())

    def forget_checklists(self) -> None:
        """Read the checklists again from the record: something changed them past their sessions."""
        self._sessions = None

    def take_changed(self) -> tuple[Changed, ...]:
        """What was written since the last time."""
        return self.desk.touched.take()
