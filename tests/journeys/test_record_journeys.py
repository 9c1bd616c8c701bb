"""What an inspector records beside the checklist, entered by keys alone, stands in the documents."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from driver import Driver
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from record_pages import AreaReport, Complaint, EarlierFindings, Grades, Names

from inspector_app.gui.theme import Theme
from inspector_app.gui.widgets.buttons import Button

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "gui"))

import outcome_window as ow


@pytest.fixture
def driver(qtbot: QtBot, shared_theme: Theme, tmp_path: Path) -> Iterator[Driver]:
    """The example laptop with every question answered, a requirement and a recommendation agreed."""
    with ow.opened(shared_theme, tmp_path, ow.prepared(tmp_path, ow.decided)) as made:
        yield Driver(qtbot, made)


def finalising(driver: Driver, name: str) -> Button:
    """The button with this name on the page of finalising, once it is there."""
    driver.opened.shell.go("export")
    driver.arrives_at("export")

    def found() -> list[Button]:
        every = driver.page.findChildren(Button)
        return [one for one in every if one.accessibleName() == name and one.isVisible()]

    driver.settled()
    driver.until(lambda: bool(found()) and driver.page.at_rest)
    return found()[0]


def paper(driver: Driver, kind: str) -> str:
    """The words of a document as it would be printed now."""
    from inspector_app.documents.make import read_and_printed
    from inspector_app.operations.papers import build_paper

    said: list[str] = []
    bench = driver.opened.workbench

    def job(desk: ow.Desk) -> str:
        inspection = desk.inspection(bench.inspection_id)
        return read_and_printed(build_paper(desk, inspection, kind, issued_on=desk.today()))[1]  # type: ignore[arg-type]

    bench.run(job, said.append)
    driver.until(lambda: bool(said))
    return " ".join(said[0].split())


def test_a_theme_is_graded_by_keys_and_the_letter_says_it(driver: Driver) -> None:
    grades = Grades(driver)
    assert driver.rail()["grades"] == "none yet"
    grades.look_at("staffing")
    assert grades.state("staffing") == "no grade yet"
    grades.grade("staffing", "4")
    assert grades.state("staffing") == "4 Good, no reasons yet"
    assert driver.rail()["grades"] == "1 incomplete"
    grades.say_why("staffing", "Every person we asked knew what to do.")
    driver.press("Tab")
    driver.until(lambda: grades.state("staffing") == "4 Good")
    driver.until(lambda: driver.rail()["grades"] == "1 given")
    said = paper(driver, "letter")
    assert "Quality of staffing" in said and "Every person we asked knew what to do." in said


def test_a_grade_at_odds_says_so_in_its_place_and_undo_takes_it_back(driver: Driver) -> None:
    grades = Grades(driver)
    grades.look_at("care_and_support")
    grades.grade("care_and_support", "5")
    card = grades.card("care_and_support")
    assert "Grade 5 stands beside a requirement" in card.odds.text()
    assert any(line.startswith("Requirement: ") for line in card.theme.beside)
    grades.grade("care_and_support", "2")
    assert card.odds.text() == "" and card.theme.value == "2"
    grades.undo()
    assert card.theme.value == "5"
    grades.undo()
    assert card.theme.value == ""
    grades.undo()
    assert grades.page.cards == {}


def test_finalising_leads_to_the_grade_that_has_no_reasons(driver: Driver) -> None:
    grades = Grades(driver)
    grades.look_at("environment")
    driver.opened.shell.go("export")
    driver.arrives_at("export")
    page = driver.page
    driver.until(lambda: page._ready is not None)  # type: ignore[attr-defined]
    open_ = [(one.message, one.page, one.detail) for one in page._ready.hindrances]  # type: ignore[attr-defined]
    assert ("“Quality of the environment”: The theme has no grade.", "grades", "environment") in open_


@pytest.fixture
def revisiting(qtbot: QtBot, shared_theme: Theme, tmp_path: Path) -> Iterator[Driver]:
    """A new visit to the service of the finalised example, nine days after its requirement was due."""
    with ow.opened(shared_theme, tmp_path, ow.prepared(tmp_path, ow.revisited)) as made:
        yield Driver(qtbot, made)


def test_earlier_findings_are_followed_up_by_keys_and_both_letters_say_it(revisiting: Driver) -> None:
    driver = revisiting
    page = EarlierFindings(driver)
    assert set(page.states.values()) == {"not followed up"}
    assert driver.rail()["follow_up"] == f"{len(page.states)} open"
    requirement, recommendation = sorted(page.states, reverse=True)[:2]
    assert page.card(requirement).late.text() == "outstanding for 9 days"
    page.say(requirement, "not_met", "Nobody could show us the system.")
    assert not page.card(recommendation).evidence.isVisible()
    page.tick_first(requirement)
    page.say(recommendation, "met", "We read the new plan.")
    driver.press("Tab")
    driver.until(lambda: page.card(recommendation).finding.followed_up)
    assert page.states[requirement] == "Not met" and page.card(recommendation).late.text() == ""
    page.make_again(requirement)
    said = paper(driver, "follow-up")
    assert "Nobody could show us the system." in said and "We read the new plan." in said
    assert "It has been outstanding for 9 days." in said
    assert said.count("Daily logs of six weeks.") == 1
    letter = paper(driver, "letter")
    assert "Nobody could show us the system." in letter
    again = EarlierFindings(driver)
    assert again.card(requirement).show_again.isVisible()
    assert not again.card(requirement).again.isVisible()


def test_an_outcome_without_evidence_says_so_and_undo_takes_it_back(revisiting: Driver) -> None:
    page = EarlierFindings(revisiting)
    name = next(iter(page.states))
    page.choose(page.card(name).outcome.control, "met_outwith")  # type: ignore[arg-type]
    assert page.states[name] == "Met outwith timescale, nothing shows it yet"
    assert "does not say what it rests on" in page.card(name).note.said.text()
    page.undo()
    assert page.states[name] == "not followed up"


def test_a_name_is_kept_hidden_and_the_checks_find_it_where_it_slipped_in(driver: Driver) -> None:
    names = Names(driver)
    names.keep("YP1", "Skye")
    assert driver.rail()["names"] == "1 kept" and "Skye" not in names.shown()
    assert names.page.name.control.value() == ""
    driver.press("Ctrl+Shift+H")
    assert "YP1" in names.shown() and "Skye" in names.shown()
    grades = Grades(driver)
    grades.look_at("staffing")
    grades.grade("staffing", "4")
    grades.say_why("staffing", "Staff knew at once where skye was.")
    driver.press("Tab")
    grades.settled()
    driver.until(lambda: "held back" in driver.rail()["letter"])
    assert "Skye" not in Names(driver).shown()


def test_a_name_taken_away_can_be_put_back_and_never_by_undo(driver: Driver) -> None:
    names = Names(driver)
    names.keep("YP1", "")
    assert "needed" in names.page.name.problem and names.page.facts.entries == ()  # type: ignore[union-attr]
    driver.type("Skye")
    driver.press("Enter")
    names.settled()
    driver.press("Ctrl+Z")
    names.settled()
    assert names.page.facts.entries == (("YP1", "Skye"),)  # type: ignore[union-attr]
    driver.tab_to(names.page.all_away)
    driver.press("Space")
    names.settled()
    assert names.page.facts.entries == ()  # type: ignore[union-attr]
    buttons = names.page.messages.findChildren(QPushButton)
    driver.tab_to(next(one for one in buttons if one.text() == "Put back"))
    driver.press("Space")
    names.settled()
    assert names.page.facts.entries == (("YP1", "Skye"),)  # type: ignore[union-attr]


@pytest.fixture
def complaining(qtbot: QtBot, shared_theme: Theme, tmp_path: Path) -> Iterator[Driver]:
    """An inspection after a complaint with a requirement agreed."""
    with ow.opened(shared_theme, tmp_path, ow.prepared(tmp_path, ow.complained)) as made:
        yield Driver(qtbot, made)


def test_matters_complained_of_are_decided_by_keys_and_the_letter_says_it(complaining: Driver) -> None:
    driver = complaining
    page = Complaint(driver)
    assert driver.rail()["complaint"] == "no matter yet"
    day = driver.opened.workbench.program.now().date() - timedelta(days=9)
    received = f"{day.day} {day:%B} {day.year}"
    page.about("C-0042", received)
    first = page.new()
    driver.type("Absences were not followed up.")
    page.decide(first, "upheld", "The daily logs show three of them.")
    ticks = first.blocks["findings"].control
    driver.tab_to(ticks)
    driver.press("Space")
    page.settled()
    second = page.new()
    assert first.state.text() == "Upheld" and second.state.text() == "not decided"
    driver.type("Meals were late.")
    page.decide(second, "not_upheld", "We saw every meal on time.")
    driver.press("Tab")
    driver.until(lambda: driver.rail()["complaint"] == "2 decided")
    said = paper(driver, "complaint")
    assert "C-0042" in said and received in said
    assert "1. Absences were not followed up." in said and "2. Meals were late." in said
    assert "The daily logs show three of them. It led to Requirement 1." in said
    page = Complaint(driver)
    driver.tab_to(second.remove_button)
    driver.press("Space")
    driver.until(lambda: len(page.page.cards) == 1)
    page.settled()
    page.undo()
    driver.until(lambda: len(page.page.cards) == 2)


def test_a_matter_begun_and_undone_is_gone(complaining: Driver) -> None:
    page = Complaint(complaining)
    page.new()
    page.undo()
    complaining.until(lambda: page.page.cards == {})


@pytest.fixture
def inspecting_an_area(qtbot: QtBot, shared_theme: Theme, tmp_path: Path) -> Iterator[Driver]:
    """A joint inspection of an invented area, begun."""
    with ow.opened(shared_theme, tmp_path, ow.prepared(tmp_path, ow.joint)) as made:
        yield Driver(qtbot, made)


def test_an_area_is_graded_and_told_of_by_keys_and_the_summary_says_it(inspecting_an_area: Driver) -> None:
    driver = inspecting_an_area
    grades = Grades(driver)
    assert [key for key in driver.rail() if key.startswith("screen:")] == [
        "screen:activities",
        "screen:response",
        "screen:review",
    ]
    grades.look_at_usual()
    assert list(grades.page.cards) == ["1.1", "2.1", "2.2", "5.1", "5.2", "5.3", "6.2", "6.3", "9.4"]
    assert not grades.page.usual.isVisible()
    grades.grade("5.2", "4")
    grades.say_why("5.2", "Partners recognise risk early.")
    report = AreaReport(driver)
    assert driver.rail()["narrative"] == "2 open"
    report.write("response", "Partners know the risks and act together.")
    report.write("capacity", "They can improve further.")
    driver.press("Tab")
    driver.until(lambda: driver.rail()["narrative"] == "done")
    said = paper(driver, "summary")
    for words in (
        "Exampleshire (example)",
        "5.2 Assessing and responding to risks and needs",
        "Partners recognise risk early.",
        "One plan. Every child has one plan.",
        "Partners know the risks and act together.",
        "They can improve further.",
    ):
        assert words in said, words
    report.undo()
    driver.until(lambda: driver.rail()["narrative"] == "1 open")
    go = finalising(driver, "Go to Area report: Nothing is said of the capacity for improvement.")
    go.setFocus()
    driver.press("Space")
    driver.arrives_at("narrative")
    driver.until(lambda: report.page.blocks["capacity"].control.isAncestorOf(driver.focused))


def test_a_step_of_enforcement_is_recorded_by_keys(revisiting: Driver) -> None:
    page = EarlierFindings(revisiting)
    card = page.page.enforcement
    assert not card.why.isVisible()
    revisiting.tab_to(card.step.control)
    revisiting.press("Down", 2)
    page.settled()
    revisiting.until(card.why.isVisible)
    revisiting.tab_to(card.why.control)
    revisiting.type("Talking alone changed nothing.")
    revisiting.press("Tab")
    page.settled()
    said = paper(revisiting, "record")
    assert "Improvement plan" in said and "Talking alone changed nothing." in said
