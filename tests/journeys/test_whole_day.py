"""One inspector's whole day in the window, by keys alone: from no profile to the national table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import outcome_pages as outcome
import pytest
from checklist_pages import Desk
from driver import Driver
from office_secret import OFFICE_PASSPHRASE
from test_checklist_journey import STAFF
from test_first_day import inspection_started

from inspector_app.exchange.cards import read_device_card


def screens_answered(desk: Desk) -> None:
    """All four screens; exactly half know the indicators, so a class is chosen and its reason given."""
    assert desk.at("policy", "policy") == "policy"
    desk.write("1")
    desk.settle()
    assert desk.next_open() == "policy_framework"
    desk.write("2")
    desk.settle()
    assert desk.next_open() == "aware_responsibilities_choice"
    desk.add_row()
    for member in STAFF:
        desk.cells(*member)
    desk.settle()
    assert desk.value("aware_responsibilities") == "majority"
    for name, key in (
        ("aware_indicators_choice", "3"),
        ("aware_indicators_reason", "Two of the three needed prompting."),
        ("systems", "3"),
        ("children_at_risk", "2"),
        ("care_plans", "2"),
    ):
        assert desk.next_open() == name
        desk.write(key)
        desk.settle()
        assert desk.value(name)


@pytest.mark.slow
def test_from_no_profile_to_a_row_of_the_national_table(
    open_window: Callable[[], Driver], office_folder: Path, tmp_path: Path
) -> None:
    driver = inspection_started(open_window, office_folder)
    driver.arrives_at("prepare")
    driver.settled()
    screens_answered(Desk(driver.opened, driver.qtbot))

    driver.opened.shell.go("findings")
    findings = outcome.Findings(driver)
    assert findings.agreed() == []
    requirement = "Identify children at risk of sexual exploitation"
    recommendation = "Strengthen the child sexual exploitation policy"
    findings.accept(recommendation)
    findings.accept(requirement)
    for title in [one for one in findings.suggestions() if one not in (requirement, recommendation)]:
        findings.refuse(title, "Another finding covers it.")

    driver.press("Ctrl+PgDown")
    letter = outcome.LetterPart(driver)
    said = letter.text()
    assert requirement in said and recommendation in said

    driver.press("Ctrl+PgDown")
    export = outcome.Export(driver)
    today = driver.opened.workbench.program.now().date()
    export.set_last_day(f"{today:%d/%m/%Y}")
    assert export.open_things() == []
    export.finalise()
    driver.press("Ctrl+PgUp")
    letter = outcome.LetterPart(driver)
    letter.issue()
    letter.save_as(tmp_path / "letter.pdf")
    assert (tmp_path / "letter.pdf").read_bytes().startswith(b"%PDF")

    driver.press("Ctrl+PgDown")
    stick = tmp_path / "stick"
    stick.mkdir()
    outcome.Export(driver).export_to(stick)

    driver.press("Ctrl+Shift+O")
    office = outcome.Office(driver)
    office.open(office_folder / "office.db", OFFICE_PASSPHRASE)
    assert office.receive(stick) == ["quarantined"]
    cards: list[bytes] = []
    driver.opened.workbench.run(lambda desk: desk.store.secret("device-card"), cards.append)
    driver.until(lambda: bool(cards))
    office.accept("A. Inspector", read_device_card(cards[0]).fingerprint)
    assert office.received_by_itself() == ["received"]
    assert office.receive(stick) == ["known"]
    assert office.table_row("In place")[:2] == ("1", "1")
    assert driver.opened.reporter.reports == ()
