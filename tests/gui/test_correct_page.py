"""A finalised inspection is corrected with a reason: the original stays, the letter issued is superseded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import outcome_window as ow
import pytest
from lint_accessibility import lint
from lint_geometry import clipped
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.gui.pages.correct.page import CorrectPage, make
from inspector_app.gui.theme import Theme
from inspector_app.gui.widgets.choice_box import ChoiceBox
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.gui.window_run import OpenWindow
from inspector_app.operations.checklist_session import open_checklists
from inspector_app.operations.correctable import Correctable
from inspector_app.operations.desk import Desk
from inspector_app.operations.letter import issue_letter
from inspector_app.operations.letter_status import letter_status

pytestmark = pytest.mark.slow


def issued(desk: Desk) -> str:
    """The example finalised, its letter issued."""
    inspection = desk.inspection(ow.finished(desk))
    issue_letter(desk, inspection, issued_on=desk.today())
    return inspection.id


@pytest.fixture
def opened(theme: Theme, tmp_path: Path) -> Iterator[OpenWindow]:
    with ow.opened(theme, tmp_path, ow.prepared(tmp_path, issued)) as made:
        yield made


@pytest.fixture
def page(opened: OpenWindow) -> CorrectPage:
    opened.shell.go("export")
    opened.window.registry.action("correct.open").trigger()
    shown = opened.window.page
    assert isinstance(shown, CorrectPage)
    ow.wait_for(lambda: bool(shown.list.lines))
    return shown


def choose(page: CorrectPage, qtbot: QtBot, words: str) -> None:
    line = page.search.control.line  # type: ignore[attr-defined]
    line.setFocus()
    qtbot.keyClicks(line, words)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    ow.wait_for(page.form.isVisible)


def test_a_correction_needs_a_reason_and_another_value_and_leads_to_the_next_letter(
    opened: OpenWindow, page: CorrectPage, qtbot: QtBot
) -> None:
    choose(page, qtbot, "Q5")
    form = page.form
    assert form.field is not None and form.field.what.startswith("Q5") and form.row is not None
    form.send()
    assert "already" in form.row.problem and "Say why" in form.reason.problem
    control = form.row.control
    assert isinstance(control, Segmented)
    other = next(one for one in control.options if not one.isChecked())
    qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    form.send()
    assert not form.row.problem and "Say why" in form.reason.problem
    qtbot.keyClicks(QApplication.focusWidget(), "Read again in the notes of the day.")
    opened.window.registry.action("correct.record").trigger()
    ow.wait_for(lambda: any("Corrected" in message.text for message in page.messages.messages))
    ow.wait_for(lambda: len(page._made_list.lines) == 1)
    (line,) = page._made_list.lines
    assert "Read again in the notes" in line.subtitle and "→" in line.subtitle
    assert line.state == "Inspector A (example)"
    seen: list[object] = []

    def read(desk: Desk) -> None:
        inspection = desk.inspection(opened.workbench.inspection_id)
        (session,) = open_checklists(desk, inspection)
        status = letter_status(desk, inspection)
        seen.extend([status.current, status.may_issue, session.instance.value(session.node("systems"))])

    opened.workbench.run(read)
    ow.wait_for(lambda: len(seen) == 3)
    assert seen == [None, True, other.option_value]


def test_a_text_of_a_finding_is_corrected_in_the_same_way(
    opened: OpenWindow, page: CorrectPage, qtbot: QtBot
) -> None:
    choose(page, qtbot, "Finding")
    form = page.form
    assert form.row is not None
    form.row.control.show_value("A title put right")
    form.reason.control.show_value("A slip of the pen.")
    form.send()
    ow.wait_for(lambda: any("Corrected" in message.text for message in page.messages.messages))
    ow.wait_for(lambda: any("A slip of the pen." in line.subtitle for line in page._made_list.lines))


def test_another_kind_of_finding_asks_for_the_parts_that_it_must_have(
    opened: OpenWindow, page: CorrectPage, qtbot: QtBot
) -> None:
    choose(page, qtbot, "kind Recommendation")
    form = page.form
    assert form.row is not None and form.more == {}
    control = form.row.control
    assert isinstance(control, Segmented)
    wanted = next(one for one in control.options if one.option_value == "requirement")
    qtbot.mouseClick(wanted, Qt.MouseButton.LeftButton)
    assert list(form.more) == ["deadline", "seriousness", "extent", "speed", "hook"]
    form.reason.control.show_value("The wrong kind was chosen.")
    form.send()
    assert all("needed" in row.problem for row in form.more.values())
    QApplication.processEvents()
    assert lint(opened.window) + clipped(opened.window) == []
    hook = form.more["hook"].control
    assert isinstance(hook, ChoiceBox | Segmented)
    values = {"deadline": "4 weeks", "seriousness": "Grave.", "extent": "All.", "speed": "Soon."}
    for name, value in values.items():
        form.more[name].control.show_value(value)
    assert form.field is not None
    node = form.field.more["requirement"][-1].node
    assert node is not None and node.choices
    hook.show_value(node.choices[0].value)
    form.send()
    ow.wait_for(lambda: any("Corrected" in message.text for message in page.messages.messages))
    ow.wait_for(lambda: any("The wrong kind" in line.subtitle for line in page._made_list.lines))


def test_a_kind_that_is_chosen_back_asks_for_nothing(
    opened: OpenWindow, page: CorrectPage, qtbot: QtBot
) -> None:
    choose(page, qtbot, "kind Recommendation")
    form = page.form
    assert form.row is not None and isinstance(form.row.control, Segmented)
    for value, count in (("requirement", 5), ("recommendation", 0), ("good_practice", 1)):
        option = next(one for one in form.row.control.options if one.option_value == value)
        qtbot.mouseClick(option, Qt.MouseButton.LeftButton)
        assert len(form.more) == count


@pytest.mark.parametrize(
    ("words", "value"),
    [("deadline", "9 weeks"), ("Evidence source", "spoke"), ("ended", ""), ("a row more", "add")],
)
def test_each_kind_of_field_has_its_own_control(
    opened: OpenWindow, page: CorrectPage, qtbot: QtBot, words: str, value: str
) -> None:
    choose(page, qtbot, words)
    form = page.form
    assert form.row is not None and form.field is not None
    assert lint(opened.window) + clipped(opened.window) == []
    form.row.control.show_value(value)
    form.reason.control.show_value("Read again.")
    form.send()
    if value:
        ow.wait_for(lambda: any("Corrected" in message.text for message in page.messages.messages))
    else:
        ow.wait_for(lambda: "has a first and a last day" in form.row.problem)  # type: ignore[union-attr]


def test_the_page_keeps_the_rules(opened: OpenWindow, page: CorrectPage, theme: Theme, qtbot: QtBot) -> None:
    choose(page, qtbot, "Q1")
    page.form.send()
    assert lint(opened.window) + clipped(opened.window) == []
    theme.set_zoom(2.0)
    assert clipped(opened.window) == []


def told(page: CorrectPage, reason: str) -> None:
    """Say why, record, and wait until it stands among the corrections."""
    page.form.reason.control.show_value(reason)
    page.form.send()
    ow.wait_for(lambda: any(reason in line.subtitle for line in page._made_list.lines))


def test_a_forgotten_finding_is_added_by_keyboard_from_the_findings_page(
    opened: OpenWindow, qtbot: QtBot
) -> None:
    opened.shell.go("findings")
    ow.wait_for(lambda: any(message.action for message in opened.window.page.messages.messages))
    opened.window.registry.action("correct.open").trigger()
    page = opened.window.page
    assert isinstance(page, CorrectPage)
    ow.wait_for(lambda: bool(page.list.lines))
    assert "forgotten" in page.list.lines[0].title
    qtbot.keyClick(page.search.control.line, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    ow.wait_for(page.form.isVisible)
    form = page.form
    assert form.now.isHidden() and form.row is not None and isinstance(form.row.control, Segmented)
    qtbot.mouseClick(form.row.control.options[1], Qt.MouseButton.LeftButton)
    assert list(form.more) == ["title", "theme", "outcome", "actions", "evidence", "standard"]
    QApplication.processEvents()
    assert lint(opened.window) + clipped(opened.window) == []
    form.send()
    assert [name for name, row in form.more.items() if row.problem] == [
        "title",
        "outcome",
        "evidence",
        "standard",
    ]
    form.more["title"].control.setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "Keep the log")
    form.more["outcome"].control.show_value("Children are safe.")
    for name in ("evidence", "standard"):
        node = form.field.more["recommendation"][list(form.more).index(name)].node  # type: ignore[union-attr]
        assert node is not None and node.choices
        form.more[name].control.show_value(node.choices[0].value)
    told(page, "It was left out by mistake.")
    seen: list[int | None] = []

    def read(desk: Desk) -> None:
        found = desk.findings(opened.workbench.inspection_id)
        seen.extend(one.number for one in found if one.title == "Keep the log")

    opened.workbench.run(read)
    ow.wait_for(lambda: bool(seen))
    assert seen[0] is not None
    opened.window.registry.action("correct.back").trigger()
    assert opened.window.page.key == "findings"


def test_a_finding_is_withdrawn_and_agreed_again(opened: OpenWindow, page: CorrectPage, qtbot: QtBot) -> None:
    for words, state, reason in (
        ("decision agreed", "refused", "It was met on the day."),
        ("decision refused", "agreed", "It was not met after all."),
    ):
        choose(page, qtbot, words)
        field = page.form.field
        assert field is not None and page.form.row is not None and field.place[2] == "state"
        page.form.row.control.show_value(state)
        page.form._ask_more(state)
        told(page, reason)
        assert state in decision(page, field.place).words


def decision(page: CorrectPage, place: tuple[str, str, str]) -> Correctable:
    """What the page says of a decision."""
    assert page._view is not None
    return next(one for one in page._view.fields if one.place == place)


def test_a_piece_of_evidence_more_asks_at_once_for_its_parts_and_says_which_is_at_fault(
    opened: OpenWindow, page: CorrectPage, qtbot: QtBot
) -> None:
    choose(page, qtbot, "piece forgotten")
    form = page.form
    assert form.row is not None and form.row.isHidden()
    assert list(form.more) == ["source", "text", "place", "cited_answers"]
    ow.wait_for(lambda: form.more["source"].control.isAncestorOf(QApplication.focusWidget()))
    QApplication.processEvents()
    assert lint(opened.window) + clipped(opened.window) == []
    form.send()
    assert form.more["source"].problem and form.more["text"].problem
    assert not form.more["place"].problem and not form.more["cited_answers"].problem
    form.more["source"].control.show_value("read")
    form.more["text"].control.show_value("The log of the night.")
    form.more["cited_answers"].control.show_value("systems")
    told(page, "It was left out.")
    choose(page, qtbot, "log of the night questions")
    assert form.field is not None and form.field.value == "systems" and form.row.problem == ""


def test_a_correction_half_written_is_there_again_after_a_lock(
    opened: OpenWindow, page: CorrectPage, qtbot: QtBot
) -> None:
    choose(page, qtbot, "piece forgotten")
    page.form.more["source"].control.show_value("read")
    page.form.more["text"].control.setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "The log of")
    page.form.reason.control.setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "Left out")
    before = page.draft()
    assert before["part text"] == "The log of" and before["reason"] == "Left out"
    again = make(opened.workbench)  # as the window does after the lock, see gui/resting.py
    again.take_draft(before)
    again.arrive()
    ow.wait_for(lambda: not again.form.isHidden())
    assert again.draft() == before
    again._back()
    assert opened.window.page is not None and opened.window.page.key == "export"
    again.deleteLater()
