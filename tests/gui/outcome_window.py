"""The real window on the built-in example, at the point where findings, letter and export begin.

usage: python -m tests.gui.outcome_window [FOLDER]    (pictures of the outcome pages, default build/outcome)
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from inspector_app.__main__ import make_program
from inspector_app.gui.theme import Theme
from inspector_app.gui.window_run import OpenWindow, build_window
from inspector_app.inspections.evidence import Evidence, EvidenceSource
from inspector_app.operations import demo
from inspector_app.operations.desk import Desk
from inspector_app.operations.evidence import add_evidence
from inspector_app.operations.finalise import close_visit
from inspector_app.operations.finding_edits import take_suggestion
from inspector_app.operations.program import Program
from inspector_app.operations.register import import_register
from inspector_app.operations.set_up import open_desk
from tests.patience import wait_for

Prepare = Callable[[Desk], str]
"""Brings a desk to where a test begins; gives the inspection to open."""


def answered(desk: Desk) -> str:
    """The example inspection with every question answered and evidence captured, nothing decided."""
    example = demo.the_example()
    import_register(desk, example.register)
    inspection, sessions = demo.start_example(desk, example, desk.today() - timedelta(days=1))
    demo.answer_example(sessions[0], example)
    for piece in example.data["evidence"]:
        found = Evidence("", EvidenceSource(piece["source"]), piece["text"], piece["place"])
        add_evidence(desk, inspection.id, found)
    return inspection.id


def decided(desk: Desk) -> str:
    """The same with the last day recorded, one requirement and one recommendation agreed."""
    inspection_id = answered(desk)
    from inspector_app.operations.checklist_session import open_checklists

    inspection = close_visit(desk, desk.inspection(inspection_id), desk.today())
    sessions = open_checklists(desk, inspection)
    for clause in ("systems-required", "framework-strengthen"):
        take_suggestion(desk, inspection, sessions, clause)
    return inspection_id


def finished(desk: Desk) -> str:
    """The example inspection finalised."""
    example = demo.the_example()
    import_register(desk, example.register)
    return demo.record_example(desk, example).id


def revisited(desk: Desk) -> str:
    """The same, its deadline past, and a new visit begun: its findings are to be followed up."""
    from datetime import date

    from inspector_app.operations.start_inspection import Plan, start_inspection

    first = desk.inspection(finished(desk))
    inspectors, number = first.inspectors, first.service.service_number
    due = max(one.deadline.due for one in desk.findings(first.id) if one.deadline is not None)
    ended = max(due, date(2019, 1, 1)) + timedelta(days=9)
    plan = Plan("EX-VISIT-2", number, "follow_up", False, desk.today(), inspectors)
    visit, _ = start_inspection(desk, plan)
    desk.write_fields(visit.id, "inspection", visit.id, {"ended_on": ended.isoformat()})
    from inspector_app.inspections.evidence import Evidence, EvidenceSource
    from inspector_app.operations.evidence import add_evidence

    add_evidence(desk, visit.id, Evidence("", EvidenceSource.READ, "Daily logs of six weeks."))
    return visit.id


def complained(desk: Desk) -> str:
    """An inspection after a complaint, begun, with a requirement of its own agreed."""
    from inspector_app.inspections.finding import FindingKind
    from inspector_app.operations.finding_edits import new_finding, set_part
    from inspector_app.operations.start_inspection import Plan, start_inspection

    example = demo.the_example()
    import_register(desk, example.register)
    number = desk.store.find_services("", 1)[0].service_number
    plan = Plan("EX-2026-0007", number, "complaint", False, desk.today(), ("Inspector A (example)",))
    visit, _ = start_inspection(desk, plan)
    finding = new_finding(desk, visit, FindingKind.REQUIREMENT)
    set_part(desk, visit, finding.id, "title", "Follow up absences")
    return visit.id


def joint(desk: Desk) -> str:
    """A joint inspection of an invented area, begun, with a validated example of good practice."""
    from inspector_app.inspections.finding import FindingKind
    from inspector_app.inspections.service import Service
    from inspector_app.operations.finding_edits import new_finding, set_part
    from inspector_app.operations.start_inspection import Plan, start_inspection

    area = Service(
        service_number="CS9900000099",
        name="Exampleshire (example)",
        service_type="partnership_area",
        sector="partnership",
        area="Exampleshire (example)",
    )
    desk.store.put_services([area])
    inspectors = ("Inspector A (example)",)
    plan = Plan("EX-2026-0008", area.service_number, "joint", True, desk.today(), inspectors)
    inspection, _ = start_inspection(desk, plan)
    finding = new_finding(desk, inspection, FindingKind.GOOD_PRACTICE)
    for part, text in (("title", "One plan"), ("outcome", "Every child has one plan."), ("validated", "yes")):
        set_part(desk, inspection, finding.id, part, text)
    return inspection.id


def prepared(folder: Path, prepare: Prepare) -> str:
    """An example office and laptop in a folder, brought to where a test begins; the inspection to open."""
    office, laptop = demo.example_desks(make_program(), folder)
    office.desk.store.close()
    try:
        return prepare(laptop.desk)
    finally:
        laptop.desk.store.close()


@contextmanager
def opened(theme: Theme, folder: Path, inspection_id: str) -> Iterator[OpenWindow]:
    """The window on a prepared folder, unlocked, with the inspection open; closed at the end."""
    database = folder / "laptop" / "inspector.db"
    made = build_window(theme, make_program, folder / "data", database)
    window, bench = made.window, made.workbench

    def begin(program: Program) -> Desk:
        return open_desk(program, database, demo.PASSPHRASE, "laptop")

    bench.adopt(begin, lambda: bench.open_inspection(inspection_id))
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    try:
        wait_for(lambda: bool(bench.inspection_id) and made.shell.overview is not None)
        yield made
    finally:
        window.close()
        window.deleteLater()
        QApplication.processEvents()


@contextmanager
def example(theme: Theme, prepare: Prepare) -> Iterator[tuple[OpenWindow, Path]]:
    """The window on a folder of its own that goes at the end."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with opened(theme, folder, prepared(folder, prepare)) as made:
            yield made, folder


def settle(application: QApplication, milliseconds: int = 250) -> None:
    """Let layouts and pictures come to rest."""
    waiting = QEventLoop()
    QTimer.singleShot(milliseconds, waiting.quit)
    waiting.exec()
    application.processEvents()


def main(folder: Path) -> None:
    from inspector_app.gui.app import create_application

    application = create_application(["pictures"], {"QT_QPA_PLATFORM": "offscreen"})
    theme = Theme(application, "light")
    folder.mkdir(parents=True, exist_ok=True)

    def grab(made: OpenWindow, name: str) -> None:
        settle(application)
        made.window.grab().save(str(folder / f"{name}.png"))

    def tour(made: OpenWindow, suffix: str) -> None:
        made.shell.go("findings")
        settle(application, 1200)
        grab(made, f"findings-{suffix}")
        page = made.window.page
        page.show_detail(page._view.agreed[0].id)
        grab(made, f"findings-open-{suffix}")
        page._fold()
        made.shell.go("letter")
        settle(application, 1200)
        grab(made, f"letter-{suffix}")
        made.shell.go("export")
        grab(made, f"export-{suffix}")

    with example(theme, decided) as (made, place):
        tour(made, "light")
        theme.set_mode("dark")
        tour(made, "dark")
        theme.set_mode("light")
        theme.set_zoom(2.0)
        tour(made, "200")
        theme.set_zoom(1.0)
    with example(theme, finished) as (made, place):
        made.shell.go("export")
        page = made.window.page
        page.folder.set_path(place)
        page.export()
        wait_for(lambda: list(place.glob("*.inspection")) and page.messages.messages)
        grab(made, "export-done")
        made.shell.go("office")
        page = made.window.page
        grab(made, "office-closed")
        page._office.open(place / "office" / "office.db", "demo", print)
        wait_for(lambda: page._office.is_open)
        page.receive([place])
        wait_for(lambda: not page.busy and page._tables is not None)
        for suffix in ("light", "dark"):
            theme.set_mode(suffix)
            grab(made, f"office-{suffix}")
            page.reveal(page.tables.figures)
            page._scroll.verticalScrollBar().setValue(page.tables.y())
            grab(made, f"office-tables-{suffix}")
        theme.set_mode("light")
        theme.set_zoom(2.0)
        grab(made, "office-200")


if __name__ == "__main__":
    main(
        Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "build" / "outcome"
    )
