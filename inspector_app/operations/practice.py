"""The built-in example to practise on: an invented laptop with two inspections, and its invented head office.

Everything in it is of the realm ``example``: a live head office refuses it, and every screen says so. It has
the passphrase ``demo`` and holds nothing worth guarding, so it opens without asking.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Screens of the first paint ask this module where the example lies: the rest is loaded when it is used.
    from inspector_app.operations.demo import Example
    from inspector_app.operations.desk import Desk
    from inspector_app.operations.program import Program

UNDER_WAY = "EX-2026-0002"
"""The reference of the inspection that is still open."""
_SERVICE_UNDER_WAY = "CS9900000002"
_LEFT_OPEN = ("systems", "systems_comment", "care_plans", "care_plans_comment")


def practice_database(data: Path) -> Path:
    """Where the example laptop's database lies, below the user's data."""
    return data / "practice" / "laptop" / "inspector.db"


def office_database(data: Path) -> Path:
    """Where the example head office's database lies."""
    return data / "practice" / "office" / "office.db"


def open_practice(program: Program, data: Path) -> Desk:
    """Open the example, made on first use: whole or not at all."""
    from inspector_app.operations.demo import PASSPHRASE
    from inspector_app.operations.set_up import open_desk

    database = practice_database(data)
    if not database.exists():
        make_practice(program, data / "practice")
    return open_desk(program, database, PASSPHRASE, "laptop")


def make_practice(program: Program, folder: Path) -> None:
    """Make the example in a folder that is not there yet: one inspection finished, one under way."""
    from inspector_app.operations import demo
    from inspector_app.operations.export import export_inspection
    from inspector_app.operations.letter import issue_letter
    from inspector_app.operations.office import receive
    from inspector_app.operations.register import import_register

    draft = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(draft, ignore_errors=True)
    office, laptop = demo.example_desks(program, draft)
    try:
        example = demo.the_example()
        import_register(laptop.desk, example.register)
        finished = demo.record_example(laptop.desk, example)
        issue_letter(laptop.desk, finished, issued_on=laptop.desk.today())
        (draft / "sent").mkdir()
        sent = export_inspection(laptop.desk, finished, draft / "sent")
        receive(office.desk, [sent.path], receipts=draft / "sent")
        _under_way(laptop.desk, example)
    finally:
        laptop.desk.store.close()
        office.desk.store.close()
    draft.rename(folder)


def _under_way(desk: Desk, example: Example) -> None:
    """An inspection in its first afternoon: two screens done, risk systems and care plans to do."""
    from inspector_app.inspections.evidence import Evidence, EvidenceSource
    from inspector_app.operations import demo
    from inspector_app.operations.evidence import add_evidence
    from inspector_app.operations.start_inspection import Plan, start_inspection

    plan = example.data["inspection"]
    inspection, (session,) = start_inspection(
        desk,
        Plan(
            reference=UNDER_WAY,
            service_number=_SERVICE_UNDER_WAY,
            type=plan["type"],
            announced=False,
            started_on=_weekday(desk.today()),
            inspectors=(demo.INSPECTOR,),
            legal_basis=plan.get("legal_basis", ""),
        ),
    )
    answers = {name: value for name, value in example.data["answers"].items() if name not in _LEFT_OPEN}
    answers.pop("children_at_risk", None)
    data = {**example.data, "answers": answers, "care_plan": []}
    demo.answer_example(session, replace(example, data=data))
    for piece in example.data["evidence"][:3]:
        add_evidence(
            desk, inspection.id, Evidence("", EvidenceSource(piece["source"]), piece["text"], piece["place"])
        )


def _weekday(day: date) -> date:
    while day.weekday() > 4:
        day -= timedelta(days=1)
    return day
