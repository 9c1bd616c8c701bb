"""What is typed into a finding on its way to the record: each key is kept, leaving a part records it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shiboken6 import isValid

from inspector_app.errors import KnownError
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.operations.finding_edits import set_part, type_part

if TYPE_CHECKING:
    from inspector_app.gui.pages.findings.finding_form import FindingForm
    from inspector_app.gui.workbench import Workbench
    from inspector_app.inspections.finding import Finding
    from inspector_app.operations.desk import Desk


def keep_part(workbench: Workbench, finding: str, part: str, text: str) -> None:
    """Commit a part as it stands after a key."""
    inspection = workbench.inspection_id

    def job(desk: Desk) -> None:
        type_part(desk, desk.inspection(inspection), finding, part, text)

    workbench.type_job(f"finding {finding} {part}", job)


def record_part(workbench: Workbench, form: FindingForm | None, finding: str, part: str, text: str) -> None:
    """Record a part that was left, and tell its form when the record has answered."""
    inspection = workbench.inspection_id

    def job(desk: Desk) -> Finding:
        return set_part(desk, desk.inspection(inspection), finding, part, text)

    def answered(_: object) -> None:
        if form is not None and isValid(form):
            form.answered(part)

    def refused(error: KnownError) -> None:
        answered(error)
        workbench.notify(Message.of(error))

    workbench.run(job, answered, refused)
