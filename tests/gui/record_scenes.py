"""States of the pages of grades, follow-up, complaint and names that are worth a picture and a look."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inspector_app.inspections.evidence import Evidence, EvidenceSource
from inspector_app.inspections.follow_up import Outcome
from inspector_app.inspections.service import Service
from inspector_app.operations.complaint import REFERENCE, new_matter, record_matter, set_fact, set_matter
from inspector_app.operations.evidence import add_evidence
from inspector_app.operations.follow_up import cite, earlier_findings, set_note, set_outcome
from inspector_app.operations.grades import choose_themes, record_grade, set_level, set_reasons
from inspector_app.operations.narrative import set_narrative
from inspector_app.operations.pseudonyms import LaptopNames
from inspector_app.operations.start_inspection import Plan, start_inspection

if TYPE_CHECKING:
    from inspector_app.gui.pages.names.page import NamesPage
    from inspector_app.operations.desk import Desk
    from inspector_app.operations.workspace import Workspace
    from tests.gui.screenshots import Photographer


def record_states(camera: Photographer) -> None:
    """Themes chosen, graded in full, in part, and at odds with an answer."""
    camera.opened.workbench.work(_graded)
    camera.opened.shell.go("names")
    camera.settle()
    page: NamesPage = camera.opened.window.page  # type: ignore[assignment]
    page.show_or_hide()
    page.pseudonym.control.show_value("YP3")
    page.keep()
    camera.settle()
    camera.shoot("2-names-shown")
    page.name.show_problem("")
    camera.opened.shell.go("grades")
    camera.settle()
    camera.shoot("2-grades-given")
    camera.opened.window.page.scroll_to(100_000)  # type: ignore[union-attr]
    camera.shoot("2-grades-at-odds")


def follow_up_states(camera: Photographer) -> None:
    """A new visit to the service of the finished example: one finding followed up, one begun."""
    bench, began = camera.opened.workbench, bench_of(camera)
    camera.wait(lambda: bool(began))
    bench.open_inspection(began[0])
    camera.opened.shell.go("follow_up")
    camera.settle()
    camera.shoot("2-follow_up-begun")
    bench.work(_complained)
    camera.opened.shell.go("complaint")
    camera.settle()
    camera.shoot("2-complaint-begun")
    bench.work(_joint, began.append)
    camera.wait(lambda: len(began) > 1)
    bench.open_inspection(began[1])
    for key in ("grades", "narrative"):
        camera.opened.shell.go(key)
        camera.settle()
        camera.shoot(f"2-{key}-of-an-area")


def bench_of(camera: Photographer) -> list[str]:
    """The id of the visit, once it is begun."""
    began: list[str] = []
    camera.opened.workbench.run(_visit, began.append)
    return began


def _graded(at: Workspace) -> None:
    inspection = at.desk.inspection(at.inspection)
    names = LaptopNames(at.desk)
    names.remember(inspection.id, "Invented Struan (example)", "YP1")
    names.remember(inspection.id, "Invented Mhairi (example)", "YP2")
    choose_themes(at.desk, inspection, ("care_and_support", "staffing", "management_and_leadership"))
    set_level(at.desk, inspection, "care_and_support", 5)
    set_reasons(at.desk, inspection, "care_and_support", "Children said that they feel safe and are heard.")
    set_level(at.desk, inspection, "staffing", 4)
    set_level(at.desk, inspection, "management_and_leadership", 2)
    set_reasons(at.desk, inspection, "management_and_leadership", "Nobody follows up what is written down.")


def _complained(at: Workspace) -> None:
    inspection = at.desk.inspection(at.inspection)
    set_fact(at.desk, inspection, REFERENCE, "EX-C-0007")
    record_matter(
        at.desk, inspection, "Absences were not followed up.", "upheld", "The daily logs show three of them."
    )
    matter = new_matter(at.desk, inspection)
    set_matter(at.desk, inspection, matter, "text", "Meals were late.")


def _joint(at: Workspace) -> str:
    area = Service(
        "CS9900000099", "Exampleton (example)", "partnership_area", "partnership", area="Exampleton"
    )
    at.desk.store.put_services([area])
    inspectors = ("Inspector A (example)",)
    plan = Plan("EX-2026-0010", area.service_number, "joint", True, at.desk.today(), inspectors)
    inspection, _ = start_inspection(at.desk, plan)
    record_grade(at.desk, inspection, "5.2", 4, "Partners recognise risk early, and act on it together.")
    set_narrative(at.desk, inspection, "response", "Partners know the risks and act together.")
    return inspection.id


def _visit(desk: Desk) -> str:
    first = next(desk.inspection(one) for one in desk.store.inspection_ids() if desk.findings(one))
    due = max(one.deadline.due for one in desk.findings(first.id) if one.deadline is not None)
    plan = Plan(
        "EX-2026-0009", first.service.service_number, "follow_up", False, desk.today(), first.inspectors
    )
    visit, _ = start_inspection(desk, plan)
    ended = {"ended_on": (due + timedelta(days=9)).isoformat()}
    desk.write_fields(visit.id, "inspection", visit.id, {**ended})
    visit = desk.inspection(visit.id)
    logs = add_evidence(
        desk, visit.id, Evidence("", EvidenceSource.READ, "Daily logs of the last six weeks.")
    )
    add_evidence(desk, visit.id, Evidence("", EvidenceSource.SPOKE, "Five members of staff, by designation."))
    for earlier in earlier_findings(desk, visit):
        if earlier.due is not None:
            set_outcome(desk, visit, earlier.finding.id, Outcome.NOT_MET, checked_on=desk.today())
            set_note(desk, visit, earlier.finding.id, "Nobody could show us the system.")
            cite(desk, visit, earlier.finding.id, [logs.id])
    return visit.id
