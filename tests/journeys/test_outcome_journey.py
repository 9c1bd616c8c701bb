"""From the answered checklist to a row of the national table, by keys alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import outcome_pages as pages
import pytest
from driver import Driver
from pytestqt.qtbot import QtBot

from inspector_app.gui.theme import Theme

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "gui"))

import outcome_window as ow


@pytest.fixture
def driver(qtbot: QtBot, shared_theme: Theme, tmp_path: Path) -> Iterator[Driver]:
    """The example laptop and its office in a folder; every question answered, nothing decided."""
    with ow.opened(shared_theme, tmp_path, ow.prepared(tmp_path, ow.answered)) as made:
        yield Driver(qtbot, made)


@pytest.mark.slow
def test_from_suggestions_to_a_row_of_the_national_table(driver: Driver, tmp_path: Path) -> None:
    driver.opened.shell.go("findings")
    findings = pages.Findings(driver)
    suggested = findings.suggestions()
    requirement = "Identify children at risk of sexual exploitation"
    recommendation = "Strengthen the child sexual exploitation policy"
    assert (suggested[requirement], suggested[recommendation]) == ("Requirement", "Recommendation")
    findings.accept(recommendation)
    findings.accept(requirement)
    findings.refuse("Establish a system to identify children at risk", "The requirement covers it.")
    assert findings.missing() == {}
    findings.type_part("outcome", " This is added by key.")
    driver.until(lambda: findings.letter_says("This is added by key."))

    driver.press("Ctrl+PgDown")
    letter = pages.LetterPart(driver)
    assert letter.state() == "Draft"
    said = letter.text()
    assert "Requirement 1: Identify children at risk" in said
    assert "This is added by key." in said

    driver.press("Ctrl+PgDown")
    export = pages.Export(driver)
    assert export.open_things() == ["The last day of the inspection is missing."]
    today = driver.opened.workbench.program.now().date()
    export.set_last_day(f"{today:%d/%m/%Y}")
    export.finalise()

    driver.press("Ctrl+PgUp")
    letter = pages.LetterPart(driver)
    letter.issue()
    letter.save_as(tmp_path / "letter.pdf")
    assert (tmp_path / "letter.pdf").read_bytes().startswith(b"%PDF")

    driver.press("Ctrl+PgDown")
    stick = tmp_path / "stick"
    stick.mkdir()
    written = pages.Export(driver).export_to(stick)
    assert written.name == "CS9900000001_EX-2026-0001.inspection"

    driver.press("Ctrl+Shift+O")
    office = pages.Office(driver)
    office.open(tmp_path / "office" / "office.db", "demo")
    assert office.receive(stick) == ["received"]
    assert office.laptops() == {"Inspector A (example)": "accepted"}
    assert office.table_row("In place") == ("1", "1", "100% · small group")
    assert office.receive(stick) == ["known"]
