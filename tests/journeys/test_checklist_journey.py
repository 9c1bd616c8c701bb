"""A person answers all four screens by keyboard alone, captures evidence, and takes things back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from checklist_pages import CONTROL, SHIFT, Desk, begin, open_at
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from inspector_app.__main__ import make_program
from inspector_app.gui.theme import Theme
from inspector_app.operations.screens import next_open


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    begun = begin(make_program(), tmp_path / "desks")
    begun.desk.store.close()
    yield open_at(qtbot, theme, make_program, begun.desk.store.path, begun.inspection.id)


STAFF = [
    ("Residential worker", "i", "y", "y", "y", "Gave two examples unprompted"),
    ("Senior worker", "i", "y", "y", "y", ""),
    ("Residential worker", "i", "y", "y", "y", ""),
    ("Relief worker", "i", "y", "n", "n", "Online safety only"),
    ("Night worker", "b", "n", "n", "n", "Training booked"),
    ("Night worker", "b", "n", "n", "n", ""),
    ("Cook", "i", "n", "nn", "n", "Called away"),
]


def test_shift_f8_goes_the_way_of_f8_back_and_round(desk: Desk) -> None:
    assert desk.at("policy", "policy") == "policy"
    there = [desk.next_open() for _ in range(4)]
    assert len({"policy", *there}) == 5
    back = [desk.next_open(before=True) for _ in range(4)]
    assert back == [*reversed(there[:-1]), "policy"]
    desk.next_open(before=True)  # round to the last that is open
    assert desk.next_open() == "policy"


def test_all_four_screens_are_answered_by_keyboard_alone(desk: Desk) -> None:
    assert desk.at("policy", "policy") == "policy"
    desk.write("1")
    desk.settle()
    assert desk.next_open() == "policy_framework"
    desk.write("2")
    desk.press(Qt.Key.Key_Tab)
    desk.write("1")
    desk.press(Qt.Key.Key_Tab)
    assert isinstance(desk.focused(), QPlainTextEdit)
    desk.write("Sound on recognising risk.")
    desk.settle()
    assert desk.next_open() == "aware_responsibilities_choice"
    desk.add_row()
    for member in STAFF:
        desk.cells(*member)
    desk.settle()
    posts = desk.of_record(
        lambda session: [view.value for view in session.instance.views() if view.key.endswith("/designation")]
    )
    assert posts == [member[0] for member in STAFF]
    derived = [desk.page._blocks[key].card.badge.text() for key in desk.page._blocks]
    assert derived == ["4 of 7 · majority", "3 of 6 · exactly half: choose and say why"]
    assert desk.next_open() == "aware_indicators_choice"
    desk.write("3")
    desk.settle()
    assert desk.next_open() == "aware_indicators_reason"
    desk.write("Two of the three needed prompting.")
    desk.settle()
    assert desk.next_open() == "systems"
    desk.write("3")
    desk.settle()
    assert desk.next_open() == "children_at_risk"
    desk.write("2")
    desk.settle()
    desk.add_row()
    desk.cells("YP1", "y", "y")
    desk.settle()
    assert desk.next_open() == "care_plans"
    desk.write("2")
    desk.settle()
    assert desk.of_record(lambda session: [next_open([session])]) == [None]
    wanted = {
        "policy_framework_comment": "Sound on recognising risk.",
        "policy_framework_reasons": "within_child_protection",
        "aware_responsibilities": "majority",
        "aware_indicators": "minority",
        "aware_indicators_reason": "Two of the three needed prompting.",
        "systems": "no",
        "care_plans": "partially",
    }
    assert {name: desk.value(name) for name in wanted} == wanted
    assert desk.opened.reporter.reports == ()


def test_undo_goes_across_screens_and_the_box_takes_back_its_own_typing_first(desk: Desk) -> None:
    desk.at("policy", "policy")
    desk.write("3")
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Tab)
    desk.write("A draft")
    desk.press(Qt.Key.Key_Z, CONTROL)
    desk.settle()
    box = desk.focused()
    assert isinstance(box, QPlainTextEdit) and box.toPlainText() == ""
    assert desk.value("policy") == "none"
    desk.go("screen:risk_systems")
    desk.press(Qt.Key.Key_Z, CONTROL)
    desk.settle()
    desk.press(Qt.Key.Key_Z, CONTROL)
    desk.settle()
    assert desk.value("policy") == ""
    desk.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    desk.settle()
    assert desk.value("policy") == "none"


def test_what_a_box_has_recorded_is_taken_back_in_the_order_of_all_that_was_done(desk: Desk) -> None:
    desk.at("risk_systems", "systems_comment")
    box = desk.focused()
    assert isinstance(box, QPlainTextEdit)
    desk.write("Noted daily.")
    desk.page._fields.control(desk.page.focused_key()).leave()  # type: ignore[union-attr]
    desk.settle()
    desk.write(" More")
    desk.press(Qt.Key.Key_Z, CONTROL)
    desk.settle()
    assert box.toPlainText() == "Noted daily."
    desk.press(Qt.Key.Key_Z, CONTROL)
    desk.settle()
    desk.settle()
    assert (box.toPlainText(), desk.value("systems_comment")) == ("", "")
    desk.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    desk.settle()
    desk.settle()
    assert (box.toPlainText(), desk.value("systems_comment")) == ("Noted daily.", "Noted daily.")


def test_evidence_is_captured_from_the_question_and_the_person_comes_back(desk: Desk) -> None:
    key = desk.at("risk_systems", "systems")
    desk.press(Qt.Key.Key_E, CONTROL)
    desk.settle()
    desk.bot.waitUntil(lambda: isinstance(desk.focused(), QPlainTextEdit))
    desk.write("The handover book")
    desk.press(Qt.Key.Key_Backtab, SHIFT)
    desk.write("3")
    desk.press(Qt.Key.Key_Return, CONTROL)
    desk.settle()
    assert desk.page.focused_key().rsplit("/", 1)[-1] == key
    found = desk.of_record(lambda session: list(session.desk.evidence(session.inspection.id).values()))
    assert isinstance(found, list)
    (piece,) = found
    assert (piece.source, piece.text, piece.cited_answers) == ("read", "The handover book", ("systems",))
    desk.settle()
    assert desk.page.evidence._lines[0][0].text() == "Read: The handover book"
    desk.press(Qt.Key.Key_H, CONTROL)
    desk.settle()
    assert desk.opened.window.page is not None and desk.opened.window.page.key == "history"
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    assert desk.page.key == "screen:risk_systems"


def test_rows_are_pasted_from_a_spreadsheet_and_removed_by_key(desk: Desk) -> None:
    desk.go("screen:staff_awareness")
    desk.add_row()
    rows = "Designation\tHow asked\tKnows indicators\nCook\tIn writing\tYes\nDriver\tIn writing\tNo\n"
    QApplication.clipboard().setText(rows)
    desk.press(Qt.Key.Key_V, CONTROL)
    desk.settle()
    assert desk.value("aware_indicators_asked") == "2"
    desk.press(Qt.Key.Key_Delete)
    desk.settle()
    assert desk.value("aware_indicators_asked") == "1"


def test_a_wrong_answer_says_so_in_its_place(desk: Desk) -> None:
    desk.at("care_plans", "children_at_risk")
    desk.write("2")
    desk.settle()
    desk.at("care_plans", "care_plans")
    desk.write("4")
    desk.settle()
    shown = [block.card.problem_text for block in desk.page._blocks.values() if block.view.number]
    assert shown == ["Not applicable needs 0 children identified as at risk, above."]


def test_a_suggested_finding_is_added_and_another_refused_with_its_reason(desk: Desk) -> None:
    desk.at("risk_systems", "systems")
    desk.write("3")
    desk.settle()
    desk.settle()
    first, second = desk.page._strips
    first.refuse_button.setFocus()
    desk.press(Qt.Key.Key_Space)
    desk.write("The requirement covers it.")
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    desk.settle()
    (left,) = desk.page._strips
    assert left.suggestion == second.suggestion
    left.add_button.setFocus()
    desk.press(Qt.Key.Key_Space)
    desk.settle()
    desk.settle()
    assert desk.page._strips == []
    found = desk.of_record(lambda session: session.desk.findings(session.inspection.id))
    assert isinstance(found, list)
    assert sorted((finding.state, finding.refusal_reason) for finding in found) == [
        ("agreed", ""),
        ("refused", "The requirement covers it."),
    ]
