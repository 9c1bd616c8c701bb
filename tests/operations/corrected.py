"""A finalised inspection, and what a test does with it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from inspector_app.documents.make import paper_text
from inspector_app.errors import KnownError
from inspector_app.inspections.finding import Finding, FindingKind
from inspector_app.inspections.inspection import Inspection
from inspector_app.journal import records
from inspector_app.operations.checklist_session import ChecklistSession, open_checklists
from inspector_app.operations.correctable import Correctable
from inspector_app.operations.corrections import Corrected, correct_field, correct_view
from inspector_app.operations.desk import Desk
from inspector_app.operations.finalise import close_visit
from inspector_app.operations.papers import PaperKind, build_paper
from inspector_app.operations.start_inspection import Plan, start_inspection

REASON = "A slip of the pen."


@dataclass
class Finished:
    """A finalised inspection."""

    desk: Desk
    id: str
    sessions: list[ChecklistSession]

    @property
    def inspection(self) -> Inspection:
        return self.desk.inspection(self.id)

    def fields(self, kind: str, name: str) -> list[Correctable]:
        found = correct_view(self.desk, self.sessions, self.id).fields
        return [one for one in found if one.place[0] == kind and one.place[2] == name]

    def correct(self, field: Correctable, value: str, **parts: str) -> Corrected:
        return correct_field(self.desk, self.sessions, self.id, field, value, REASON, parts)

    def finding(self, record: str) -> Finding:
        return next(one for one in self.desk.findings(self.id) if one.id == record)

    def field(self, kind: str, record: str, name: str) -> Correctable:
        return next(one for one in self.fields(kind, name) if one.place[1] == record)

    def refused(self, field: Correctable, value: str, **parts: str) -> str:
        events = self.desk.store.events(self.id)
        with pytest.raises(KnownError) as raised:
            self.correct(field, value, **parts)
        assert self.desk.store.events(self.id) == events
        return str(raised.value)

    def paper(self, kind: PaperKind) -> str:
        return paper_text(build_paper(self.desk, self.inspection, kind, issued_on=self.desk.today()))

    def made(self) -> list[tuple[str, str, str]]:
        found = correct_view(self.desk, self.sessions, self.id).made
        assert {one.reason for one in found} <= {REASON}
        return [(one.what, one.before, one.after) for one in found]


def close(desk: Desk, inspection: Inspection) -> Finished:
    """Closed without its checklist, which has no part in this."""
    close_visit(desk, inspection, desk.today())
    desk.write_fields(
        inspection.id,
        records.INSPECTION,
        inspection.id,
        {
            records.Inspection.FINALISED_AT: desk.program.now().isoformat(),
            records.Inspection.STATUS: records.INSPECTION_FINALISED,
        },
    )
    return Finished(desk, inspection.id, open_checklists(desk, inspection))


def example_of(laptop: Desk) -> Finished:
    """The example, finalised, its letter issued."""
    (inspection,) = laptop.store.inspection_ids()
    return Finished(laptop, inspection, open_checklists(laptop, laptop.inspection(inspection)))


def visit(desk: Desk, kind: str) -> Inspection:
    """Another inspection of the example's service, just begun."""
    number = desk.inspection(desk.store.inspection_ids()[0]).service.service_number
    plan = Plan("EX-VISIT", number, kind, False, desk.today(), ("Inspector A (example)",))
    return start_inspection(desk, plan)[0]


def of_kind(finished: Finished, kind: FindingKind) -> str:
    """The first finding of a kind."""
    return next(one.id for one in finished.desk.findings(finished.id) if one.kind is kind)
