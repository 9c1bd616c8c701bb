"""The whole job on the built-in example, through the same operations that the window uses.

Everything here is of the realm ``example``: an invented office, an invented laptop, an invented inspection.
A live office refuses all of it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from inspector_app.errors import KnownError
from inspector_app.files import write_whole
from inspector_app.inspections.evidence import Evidence, EvidenceSource
from inspector_app.inspections.finding import Finding, FindingKind, FindingState
from inspector_app.inspections.inspection import Inspection, Realm
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.desk import Desk
from inspector_app.operations.evidence import add_evidence
from inspector_app.operations.export import export_inspection
from inspector_app.operations.finalise import close_visit, finalise
from inspector_app.operations.findings import accept, edit_finding, record_finding, refuse, suggested
from inspector_app.operations.letter import issue_letter
from inspector_app.operations.office import accept_device, receive
from inspector_app.operations.program import Program
from inspector_app.operations.register import import_register
from inspector_app.operations.set_up import (
    NewLaptop,
    NewOffice,
    Person,
    empty_folder,
    set_up_laptop,
    set_up_office,
)
from inspector_app.operations.start_inspection import Plan, start_inspection
from inspector_app.operations.tables import national_tables, write_tables
from inspector_app.resources import path as resource_path

PASSPHRASE = "demo"
FRAMEWORK = "cse-2016"
OFFICE = "Example head office"
INSPECTOR = "Inspector A (example)"

README = """\
This folder holds an EXAMPLE. Every service, person and answer in it is invented; a live head office refuses
the export, and its tables must never be published.

Passphrase of both databases: demo

laptop/inspector.db             the inspector's encrypted database (with inspector.db.keys)
letter.pdf                      the letter, tagged PDF
*.inspection                    the export file for head office
office/office.db                head office's encrypted database
office/office.key               head office's age identity, for stock age:
                                age -d -i office/office.key -o bag.zip FILE.inspection
office/office-recovery.key      its spare
tables/                         what head office counted

The bag inside is a zip: unzip it, then check the signature with minisign -V and the public key that is in
device.json; sha256sum -c manifest-sha256.txt checks every file.
"""


@dataclass(frozen=True)
class Example:
    """The built-in example as its file says it."""

    data: Mapping[str, Any]
    register: Path

    @property
    def reference(self) -> str:
        """The reference of the example inspection."""
        return str(self.data["inspection"]["reference"])


def the_example() -> Example:
    """The example of the framework pack."""
    folder = resource_path("frameworks", FRAMEWORK, "example")
    return Example(
        tomllib.loads((folder / "inspection.toml").read_text(encoding="utf-8")), folder / "register.csv"
    )


def run_demo(program: Program, folder: Path) -> dict[str, Path]:
    """Do the whole job in an empty folder; gives the files made, by name. KnownError if it is not empty."""
    empty_folder(folder)
    office, laptop = example_desks(program, folder)
    try:
        example = the_example()
        import_register(laptop.desk, example.register)
        inspection = record_example(laptop.desk, example)
        letter = issue_letter(laptop.desk, inspection, issued_on=laptop.desk.today())
        write_whole(folder / "letter.pdf", letter.pdf)
        exported = export_inspection(laptop.desk, inspection, folder)
        (outcome,) = receive(office.desk, [exported.path], receipts=folder / "office")
        if outcome.outcome != "received":
            raise KnownError(outcome.message, outcome.advice, code="demo-not-received")
        tables = write_tables(office.desk, national_tables(office.desk), folder / "tables")
        write_whole(folder / "README.txt", README.encode())
    finally:
        laptop.desk.store.close()
        office.desk.store.close()
    return {
        "laptop_database": folder / "laptop" / "inspector.db",
        "letter": folder / "letter.pdf",
        "export": exported.path,
        "office_database": office.files["database"],
        "office_key": office.files["key"],
        **tables,
        "readme": folder / "README.txt",
    }


def example_desks(program: Program, folder: Path) -> tuple[NewOffice, NewLaptop]:
    """An example office and an example laptop that it has accepted."""
    office = set_up_office(program, folder / "office", PASSPHRASE, OFFICE, Realm.EXAMPLE)
    card = office.files["card"].read_bytes()
    database = folder / "laptop" / "inspector.db"
    laptop = set_up_laptop(program, database, PASSPHRASE, Person(INSPECTOR), card)
    accept_device(office.desk, laptop.card)
    return office, laptop


def record_example(desk: Desk, example: Example) -> Inspection:
    """The example inspection from its start to finalised, dated the last two working days before today."""
    last = _weekday(desk.today() - timedelta(days=1))
    inspection, sessions = start_example(desk, example, _weekday(last - timedelta(days=1)))
    (session,) = sessions
    answer_example(session, example)
    inspection = close_visit(desk, inspection, last)
    decide_example(desk, inspection, session, example)
    return finalise(desk, inspection, sessions)


def start_example(
    desk: Desk, example: Example, started_on: date
) -> tuple[Inspection, list[ChecklistSession]]:
    """Begin the example inspection."""
    plan = example.data["inspection"]
    return start_inspection(
        desk,
        Plan(
            reference=plan["reference"],
            service_number=plan["service_number"],
            type=plan["type"],
            announced=plan["announced"],
            started_on=started_on,
            inspectors=tuple(plan["inspectors"]),
            framework=FRAMEWORK,
            legal_basis=plan.get("legal_basis", ""),
        ),
    )


def answer_example(session: ChecklistSession, example: Example) -> None:
    """Fill the checklist as the example says: samples first, then question by question."""
    for sample in ("staff", "care_plan"):
        series = session.node(sample)
        for row in example.data.get(sample, ()):
            session.fill_row(series, row)
    for name, value in example.data["answers"].items():
        session.answer(session.node(name), " ".join(value) if isinstance(value, list) else str(value))


def decide_example(desk: Desk, inspection: Inspection, session: ChecklistSession, example: Example) -> None:
    """Capture the evidence, take or refuse each suggestion, and add the strength that was seen."""
    evidence = [
        add_evidence(desk, inspection.id, Evidence("", EvidenceSource(e["source"]), e["text"], e["place"]))
        for e in example.data["evidence"]
    ]
    decisions: Mapping[str, str] = example.data["decisions"]
    for suggestion in suggested(desk, inspection, [session]):
        decision = decisions.get(suggestion.clause.id, "")
        if decision != "accept":
            refuse(desk, inspection, suggestion, decision or "Another finding covers this.")
            continue
        finding = accept(desk, inspection, suggestion)
        cited = [piece.id for piece in evidence if piece.place == suggestion.node]
        edit_finding(desk, inspection, finding.id, {"evidence": [*(p.id for p in finding.evidence), *cited]})
    for strength in example.data.get("strengths", ()):
        record_finding(desk, inspection, _strength(desk, strength))


def _strength(desk: Desk, strength: Mapping[str, str]) -> Finding:
    piece = Evidence(desk.program.new_id(), EvidenceSource(strength["source"]), strength["evidence"])
    return Finding(
        id=desk.program.new_id(),
        kind=FindingKind.STRENGTH,
        state=FindingState.AGREED,
        theme=strength["theme"],
        title=strength["title"],
        outcome=strength["outcome"],
        evidence=(piece,),
    )


def _weekday(day: date) -> date:
    while day.weekday() > 4:
        day -= timedelta(days=1)
    return day
