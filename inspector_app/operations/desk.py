"""The desk: what a use case works at. An unlocked database, who sits there, and the program around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from inspector_app.errors import KnownError
from inspector_app.inspections.inspection import Status
from inspector_app.journal import records
from inspector_app.journal.records import INSPECTION
from inspector_app.operations import codec
from inspector_app.operations.changed import Touched
from inspector_app.operations.ports import Draft

if TYPE_CHECKING:
    from inspector_app.forms.interface import Environment, Form
    from inspector_app.inspections.evidence import Evidence
    from inspector_app.inspections.finding import Finding
    from inspector_app.inspections.framework import Framework
    from inspector_app.inspections.inspection import Inspection
    from inspector_app.journal.event import Event, Json
    from inspector_app.operations.changed import Recovered
    from inspector_app.operations.ports import DerivedRows, Store
    from inspector_app.operations.program import Program


@dataclass
class Desk:
    """One unlocked database at work. `device` is the laptop's or the office's id, `author` who records.

    `touched` gathers what use cases wrote, for screens that show it; `recovered` says what was typed before
    a crash and is in the record since this desk was opened; `left_typed` that there was no room to do so.
    """

    program: Program
    store: Store
    author: str
    device: str
    forms: dict[str, Form] = field(default_factory=dict, repr=False)
    touched: Touched = field(default_factory=Touched)
    recovered: tuple[Recovered, ...] = ()
    left_typed: bool = False

    @property
    def realm(self) -> str:
        """``live`` or ``example``."""
        return self.store.realm

    def today(self) -> date:
        """The date on the wall, local time."""
        return self.program.now().date()

    def write(
        self,
        inspection: str,
        drafts: list[Draft],
        *,
        reason: str = "",
        form_hash: str = "",
        derived: DerivedRows | None = None,
    ) -> tuple[Event, ...]:
        """Journal drafts as one action of this author, derived rows beside them in the same transaction."""
        with self.store.transaction():
            events = self.store.append(
                inspection,
                drafts,
                author=self.author,
                device=self.device,
                reason=reason,
                form_hash=form_hash,
            )
            if derived is not None:
                self.store.put_derived(derived)
        self.touched.add(inspection, *((event.kind, event.record) for event in events))
        return events

    def write_fields(
        self, inspection: str, kind: str, record: str, fields: Mapping[str, Json], *, reason: str = ""
    ) -> tuple[Event, ...]:
        """Journal the fields of one record as one action."""
        return self.write(
            inspection, [Draft(kind, record, name, value) for name, value in fields.items()], reason=reason
        )

    def inspection(self, inspection_id: str) -> Inspection:
        """The inspection as its record says; KnownError when it is not in this database."""
        fields = self.store.values(INSPECTION, inspection_id)
        if not fields:
            raise KnownError(
                "There is no such inspection in this database.",
                "Look at the list of inspections; the reference may be another one.",
                code="inspection-unknown",
            )
        return codec.inspection_from_fields(inspection_id, fields)

    def find(self, reference: str) -> Inspection:
        """The inspection with this reference; KnownError when none or several have it."""
        found = self.store.inspections_with_reference(reference)
        if len(found) == 1:
            return self.inspection(found[0])
        if not found:
            raise KnownError(
                f"No inspection has the reference {reference}.",
                "References are written exactly as on the inspection's first page.",
                code="inspection-unknown",
            )
        raise KnownError(
            f"{len(found)} inspections have the reference {reference}.",
            "Name one by its id: " + ", ".join(found),
            code="inspection-ambiguous",
        )

    def finalised(self) -> list[Inspection]:
        """Every finalised inspection, the latest begun first."""
        every = (self.inspection(one) for one in self.store.inspection_ids())
        return [inspection for inspection in every if inspection.status is Status.FINALISED]

    def framework(self, inspection: Inspection) -> Framework:
        """The framework pack under which the inspection is carried out."""
        return self.program.framework(inspection.framework)

    def evidence(self, inspection_id: str) -> dict[str, Evidence]:
        """The inspection's evidence by id, in the order recorded; removed pieces left out."""
        return {
            record: codec.evidence_from_fields(record, fields)
            for record, fields in sorted(self.store.records(inspection_id, records.EVIDENCE).items())
            if fields.get(records.Evidence.REMOVED) is not True
        }

    def findings(self, inspection_id: str) -> list[Finding]:
        """The findings in the order recorded, refused ones included; those undone are left out."""
        evidence = self.evidence(inspection_id)
        return [
            codec.finding_from_fields(record, fields, evidence)
            for record, fields in sorted(self.store.records(inspection_id, records.FINDING).items())
            if fields.get(records.Finding.REMOVED) is not True
        ]

    def environment(self) -> Environment:
        """What the engine may know of the outer world."""
        from inspector_app.forms.interface import Environment

        return Environment(
            now=self.program.now,
            random=self.program.random,
            new_uuid=self.program.new_uuid,
            properties={"deviceid": self.device, "username": self.author},
        )
