"""A year of invented inspections, one a row of a sample: recorded, exported, received and counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from inspector_app.errors import KnownError
from inspector_app.files import write_whole
from inspector_app.inspections.evidence import Evidence
from inspector_app.inspections.finding import Finding, FindingKind, FindingState
from inspector_app.inspections.framework import Framework
from inspector_app.inspections.inspection import Inspection
from inspector_app.inspections.service import Service
from inspector_app.inspections.standards import Clause
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.demo import FRAMEWORK, INSPECTOR, README, example_desks
from inspector_app.operations.desk import Desk
from inspector_app.operations.export import export_inspection
from inspector_app.operations.finalise import close_visit, finalise
from inspector_app.operations.findings import record_finding
from inspector_app.operations.office import Outcome, receive
from inspector_app.operations.ports import Progress, no_progress
from inspector_app.operations.program import Program
from inspector_app.operations.set_up import empty_folder
from inspector_app.operations.start_inspection import Plan, start_inspection
from inspector_app.operations.tables import national_tables, write_tables
from inspector_app.sheets.sample import SampleRow, read_sample

QUESTIONS = ("policy", "policy_framework", "systems", "care_plans")


def run_national(
    program: Program, sample: Path, folder: Path, progress: Progress = no_progress
) -> dict[str, Path]:
    """Record, export, receive and count every row of `sample` in an empty folder; gives the files made."""
    rows = _rows(sample)
    empty_folder(folder)
    office, laptop = example_desks(program, folder)
    total = 2 * len(rows)
    try:
        exports = folder / "exports"
        exports.mkdir()
        files = []
        with laptop.desk.store.transaction():
            laptop.desk.store.put_services(services_of(rows))
        for place, row in enumerate(rows):
            inspection = record_row(laptop.desk, row, f"EX-{row.inspected_on.year}-{place + 1:04d}")
            files.append(export_inspection(laptop.desk, inspection, exports).path)
            progress(place + 1, total)
        outcomes = receive(
            office.desk,
            files,
            receipts=folder / "office",
            progress=lambda done, _: progress(len(rows) + done, total),
        )
        _all_received(outcomes)
        tables = write_tables(office.desk, national_tables(office.desk), folder / "tables")
        write_whole(folder / "README.txt", README.encode())
    finally:
        laptop.desk.store.close()
        office.desk.store.close()
    return {
        "laptop_database": folder / "laptop" / "inspector.db",
        "exports": exports,
        "office_database": office.files["database"],
        **tables,
        "readme": folder / "README.txt",
    }


def record_row(desk: Desk, row: SampleRow, reference: str) -> Inspection:
    """One inspection as a row of the sample says: the first k members of staff are the aware ones."""
    plan = Plan(
        reference=reference,
        service_number=row.service_number,
        type="focus",
        announced=False,
        started_on=row.inspected_on,
        inspectors=(INSPECTOR,),
        framework=FRAMEWORK,
    )
    with desk.store.transaction():
        inspection, sessions = start_inspection(desk, plan)
        (session,) = sessions
        staff = session.node("staff")
        for values in _staff(row):
            session.fill_row(staff, values)
        session.answer_many(dict(_answers(session, row)))
        inspection = close_visit(desk, inspection, row.inspected_on)
        for finding in _findings(desk, inspection, row):
            record_finding(desk, inspection, finding)
        return finalise(desk, inspection, sessions, issued_on=row.inspected_on)


def _rows(sample: Path) -> tuple[SampleRow, ...]:
    sheet = read_sample(sample)
    if sheet.problems:
        lines = [f"Row {p.row}, column {p.column}: {p.message} {p.advice}" for p in sheet.problems[:20]]
        raise KnownError(
            f"The sample has {len(sheet.problems)} problems.\n" + "\n".join(lines),
            "Nothing was made. Mend the file and start again.",
            code="sample-invalid",
        )
    return sheet.rows


def _all_received(outcomes: Sequence[Outcome]) -> None:
    refused = [outcome for outcome in outcomes if outcome.outcome != "received"]
    assert not refused, refused[:3]


def services_of(rows: Iterable[SampleRow]) -> list[Service]:
    """The invented services behind the rows."""
    return [_service(row) for row in rows]


def _service(row: SampleRow) -> Service:
    return Service(
        service_number=row.service_number,
        name=f"Invented service {row.service_number[-4:]} (example)",
        service_type=row.service_type,
        sector=row.sector,
        provider_name="Invented provider (example)",
        area="Exampleshire",
    )


def _staff(row: SampleRow) -> Iterator[dict[str, str]]:
    for place in range(row.staff_asked or 0):
        aware = row.staff_aware_responsibilities
        yield {
            "designation": "Member of staff (example)",
            "knows_responsibilities": "" if aware is None else _yes(place < aware),
            "knows_indicators": _yes(place < (row.staff_aware_indicators or 0)),
        }


def _yes(aware: bool) -> str:
    return "yes" if aware else "no"


def _answers(session: ChecklistSession, row: SampleRow) -> Iterator[tuple[str, str]]:
    values = {name: getattr(row, name) for name in QUESTIONS if getattr(row, name)}
    for name, value in values.items():
        yield session.node(name), value
    yield session.node("children_at_risk"), "0" if row.care_plans == "not_applicable" else "1"
    for name in ("aware_responsibilities", "aware_indicators"):
        wanted = getattr(row, name)
        if wanted and session.instance.value(session.node(f"{name}_derived")) not in ("", wanted):
            yield session.node(f"{name}_choice"), wanted
            yield session.node(f"{name}_reason"), "As in the sample."


def _findings(desk: Desk, inspection: Inspection, row: SampleRow) -> Iterator[Finding]:
    framework = desk.framework(inspection)
    for kind, count in (
        (FindingKind.RECOMMENDATION, row.recommendations),
        (FindingKind.REQUIREMENT, row.requirements),
    ):
        valid = [c for c in framework.clauses_on(row.inspected_on) if c.kind is kind]
        for clause in valid[:count]:
            yield _from_clause(desk, framework, clause, row.inspected_on)


def _from_clause(desk: Desk, framework: Framework, clause: Clause, on: date) -> Finding:
    standard, hook = framework.basis(clause, on)
    finding = Finding(
        id=desk.program.new_id(),
        kind=clause.kind,
        state=FindingState.AGREED,
        clause=clause.id,
        theme=clause.theme,
        title=clause.title,
        outcome=clause.outcome,
        actions=clause.actions,
        evidence=(Evidence(desk.program.new_id(), cited_answers=("policy",)),),
        standard=standard,
    )
    if clause.kind is not FindingKind.REQUIREMENT:
        return finding
    assert clause.span is not None
    return replace(finding, hook=hook, reasons=clause.reasons, deadline=clause.span.from_day(on))
