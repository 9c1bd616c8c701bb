"""The form window: filled by keyboard, followed by touched keys, nothing saved unless asked, any size."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from form_window_kit import SOURCE, every_control, fill, key, make_trial, make_window, page, picture, settle
from lint_accessibility import lint
from lint_geometry import clipped
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.checklists.compile import compile_checklist
from inspector_app.forms.interface import NodeView
from inspector_app.gui.forms_window.grid_view import GridView
from inspector_app.gui.forms_window.lines_view import LinesView
from inspector_app.gui.forms_window.question_view import QuestionView
from inspector_app.gui.forms_window.series_view import SeriesCards, SeriesTable
from inspector_app.gui.forms_window.window import FormWindow
from inspector_app.gui.theme import Theme
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.gui.widgets.text_line import IntegerLine, TextLine
from inspector_app.operations.run_checklist import run_once
from inspector_app.operations.try_checklist import Trial

KIT = Path(__file__).resolve().parents[2].parent / "shared" / "conformance" / "forms"
REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[FormWindow]:
    made = make_window(make_trial(tmp_path), theme)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    settle(made)
    yield made
    made.hide()


def question(window: FormWindow, name: str) -> QuestionView:
    """The question of a name, its page shown."""
    wanted = key(window.trial, name)
    window.go(window.trial.page_of(wanted))
    settle(window)
    assert window.lines is not None
    part = window.lines.part(wanted)
    assert isinstance(part, QuestionView)
    return part


def line_of(window: FormWindow, name: str) -> TextLine:
    control = question(window, name).control
    assert isinstance(control, TextLine)
    return control


def press(window: FormWindow, name: str, option: int) -> None:
    control = question(window, name).control
    assert isinstance(control, Segmented)
    control.options[option].setFocus()
    QTest.keyClick(control.options[option], Qt.Key.Key_Space)


def test_a_key_is_stored_as_it_is_typed(window: FormWindow) -> None:
    line = line_of(window, "name")
    line.line.setFocus()
    QTest.keyClicks(line.line, "Riv")
    assert window.trial.instance.value(key(window.trial, "name")) == "Riv"


def test_a_question_comes_and_goes_with_the_answer_it_depends_on(window: FormWindow) -> None:
    question(window, "policy")
    title = key(window.trial, "policy_title")
    assert window.lines is not None and window.lines.part(title) is None
    press(window, "policy", 0)
    part = window.lines.part(title)
    assert isinstance(part, QuestionView) and not part.isHidden()
    press(window, "policy", 2)
    assert part.isHidden()


def test_an_answer_repaints_only_what_it_touched(window: FormWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    question(window, "policy")
    seen: list[str] = []
    show = QuestionView.show_view

    def noted(self: QuestionView, view: NodeView) -> None:
        seen.append(self.key)
        show(self, view)

    monkeypatch.setattr(QuestionView, "show_view", noted)
    press(window, "policy", 0)
    assert set(seen) <= {key(window.trial, "policy"), key(window.trial, "policy_title")}


def test_what_is_not_asked_says_why_when_it_is_shown(window: FormWindow) -> None:
    press(window, "policy", 2)
    QTest.mouseClick(window.top.hidden, Qt.MouseButton.LeftButton)
    part = question(window, "policy_title")
    assert part.isVisible() and part.why_text == "Not asked, because policy = none."
    assert part.control is not None and not part.control.isVisible()
    press(window, "policy", 0)
    assert part.why_text == "" or not part._why_row.isVisible()
    assert part.control.isVisible()


def test_the_panel_follows_the_focus_and_the_answers(window: FormWindow) -> None:
    press(window, "policy", 0)
    line = line_of(window, "policy_title")
    line.line.setFocus()
    assert window.panel.why_text == "Asked, because policy = in_place."
    window.desk.answer(key(window.trial, "policy"), "none")
    window.panel.show_key(key(window.trial, "policy_title"))
    assert window.panel.why_text == "Not asked, because policy = none."
    nodes = window.panel.nodes
    row = nodes.row_of(key(window.trial, "policy"))
    assert nodes.data(nodes.index(row, 1)) == "none"


def test_a_constraint_is_said_when_the_question_is_left_and_taken_back_on_typing(window: FormWindow) -> None:
    part = question(window, "places")
    control = part.control
    assert isinstance(control, IntegerLine)
    control.line.setFocus()
    QTest.keyClicks(control.line, "75")
    assert part.problem_text == ""
    QTest.keyClick(control.line, Qt.Key.Key_Return)
    assert part.problem_text == "A home has 0 to 60 places."
    QTest.keyClick(control.line, Qt.Key.Key_Backspace)
    assert part.problem_text == ""


def test_the_check_goes_to_the_first_answer_that_is_missing(window: FormWindow) -> None:
    window.go(page(window.trial, "photo"))
    QTest.keyClick(window, Qt.Key.Key_F7)
    settle(window)
    assert window.page_key == page(window.trial, "name")
    assert line_of(window, "name").line.hasFocus()
    assert question(window, "name").problem_text
    QTest.keyClicks(line_of(window, "name").line, "Riverbank")
    line_of(window, "name").leave()
    assert question(window, "name").problem_text == ""
    QTest.keyClick(window, Qt.Key.Key_F7)
    assert window.messages.messages[-1].tone == "good"


def test_f8_goes_from_open_question_to_open_question(window: FormWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F8)
    settle(window)
    assert line_of(window, "name").line.hasFocus()
    window.desk.answer(key(window.trial, "name"), "x")
    QTest.keyClick(window, Qt.Key.Key_F8)
    story = window.desk.fields.control(key(window.trial, "story"))
    assert story is not None and story.isAncestorOf(QApplication.focusWidget() or window)


def test_pages_turn_by_key_and_skip_what_is_not_asked(window: FormWindow) -> None:
    first = window.page_key
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.page_key == page(window.trial, "places")
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.page_key == first


def test_another_language_is_shown_at_once_everywhere(window: FormWindow) -> None:
    part = question(window, "policy")
    window.top.language.setCurrentText("Cymraeg")
    window.top.language.textActivated.emit("Cymraeg")
    assert part.title.text() == "A oes polisi?"
    assert isinstance(part.control, Segmented) and part.control.options[0].words == "Ar waith"
    assert window.title.text() == "Dewisiadau"
    assert window.rail.items[0].title == "Geiriau"
    window.go(page(window.trial, "calm"))
    settle(window)
    grid = window.findChild(GridView)
    assert grid is not None and grid._cells[0].text() == "Dim o gwbl"


def test_a_table_of_choices_is_answered_by_key(window: FormWindow) -> None:
    window.go(page(window.trial, "calm"))
    settle(window)
    grid = window.findChild(GridView)
    assert grid is not None
    options = grid.lines[key(window.trial, "clean")].grid.options
    options[0].setFocus()
    QTest.keyClick(options[0], Qt.Key.Key_3)
    assert window.trial.instance.value(key(window.trial, "clean")) == "3"
    assert window.panel.why_text.startswith("Always asked")


def test_rows_of_plain_questions_are_a_table_typed_and_tabbed(window: FormWindow) -> None:
    window.go(page(window.trial, "role"))
    settle(window)
    assert window.lines is not None
    (series,) = (part for part in window.lines.parts.values() if isinstance(part, SeriesTable))
    table = series.table
    table.setFocus()
    table.add_row()
    QTest.keyClicks(table, "N")
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, "ight staff")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    QTest.keyClick(table, Qt.Key.Key_Y)
    rows = window.trial.rows(series.key)
    assert len(rows) == 2
    assert window.trial.instance.value(f"{rows[1]}/role") == "Night staff"
    assert window.trial.instance.value(f"{rows[1]}/aware") == "yes"
    assert window.trial.instance.value(key(window.trial, "total")) == "2"
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert len(window.trial.rows(series.key)) == 1


def cards(window: FormWindow) -> SeriesCards:
    window.go(page(window.trial, "pseudonym"))
    settle(window)
    assert window.lines is not None
    (series,) = (part for part in window.lines.parts.values() if isinstance(part, SeriesCards))
    return series


def test_rows_that_depend_on_answers_are_cards_added_and_removed(window: FormWindow) -> None:
    series = cards(window)
    first = series.current
    QTest.mouseClick(series.add_button, Qt.MouseButton.LeftButton)
    assert series.current != first and isinstance(series.lines, LinesView)
    window.desk.answer(f"{series.current}/together", "no")
    series.lines.finish()
    assert isinstance(series.lines.part(f"{series.current}/why_not"), QuestionView)
    assert "No" in str(series.rows.data(series.rows.index(1)))
    series.list.setFocus()
    QTest.keyClick(series.list, Qt.Key.Key_Up)
    assert series.current == first
    QTest.mouseClick(series.remove_button, Qt.MouseButton.LeftButton)
    assert len(window.trial.rows(series.key)) == 1 and series.current != first


def test_of_500_rows_only_one_is_ever_built(window: FormWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted, as no machine is as fast as another; ``make bench`` says how long it takes."""
    series = cards(window)
    for _ in range(499):
        window.trial.add_row(series.key)
    series.show_rows()
    settle(window)
    built, told = noted(monkeypatch, QuestionView, "__init__"), noted(monkeypatch, Trial, "row_words")
    series.add_row()
    settle(window)
    assert len(series.findChildren(QuestionView)) <= 8
    assert series.current == window.trial.rows(series.key)[-1]
    assert 0 < len(built) <= 8 and 0 < len(told) <= 60


def noted(monkeypatch: pytest.MonkeyPatch, kind: type, name: str) -> list[str]:
    """Grows with each call of a method of a class."""
    calls: list[str] = []
    method = getattr(kind, name)

    def noting(*given: Any, **named: Any) -> Any:
        calls.append(name)
        return method(*given, **named)

    monkeypatch.setattr(kind, name, noting)
    return calls


def test_nothing_is_written_unless_it_is_asked_for(window: FormWindow, tmp_path: Path) -> None:
    before = sorted(path.name for path in tmp_path.iterdir())
    fill(window.trial)
    window.desk.answer(key(window.trial, "photo"), window.trial.attach("hall.png", picture()))
    window.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_saved_answers_give_the_same_record_again(window: FormWindow, tmp_path: Path) -> None:
    fill(window.trial)
    series = key(window.trial, "pseudonym").partition("[")[0]
    row, _ = window.trial.add_row(series)
    window.trial.answer(f"{row}/pseudonym", "YP2")
    window.trial.save_answers(tmp_path / "answers.json")
    assert json.loads((tmp_path / "answers.json").read_text())["form"] == "every_control"
    result = run_once(tmp_path / "every_control.xml", tmp_path / "answers.json", tmp_path)
    nodes = result["nodes"]
    assert isinstance(nodes, list)
    found = {node["ref"]: node["value"] for node in nodes if node["value"]}
    assert "YP2" in found.values() and "1250000" in found.values()


def test_a_submission_is_a_folder_with_the_files_it_names(window: FormWindow, tmp_path: Path) -> None:
    window.desk.answer(key(window.trial, "photo"), window.trial.attach("../hall.png", picture()))
    window.trial.attach("never-used.png", picture(9, 9))
    target = window.trial.save_submission(tmp_path / "sent")
    assert sorted(path.name for path in target.parent.iterdir()) == ["hall.png", "sent.xml"]
    assert b"<photo>hall.png</photo>" in target.read_bytes()


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_every_page_keeps_the_rules_at_any_size(window: FormWindow, theme: Theme, zoom: float) -> None:
    fill(window.trial)
    theme.set_zoom(zoom)
    window.check()
    window.messages.clear()
    faults = []
    for one in window.trial.pages:
        window.go(one.key)
        settle(window)
        assert window.width() <= 1366, "the window grew"
        faults += [f"{one.key}: {fault}" for fault in (*lint(window), *clipped(window))]
    assert faults == []


def test_tab_reaches_every_control_of_a_page_and_comes_round(window: FormWindow) -> None:
    window.go(page(window.trial, "policy"))
    settle(window)
    reached: set[QWidget] = set()
    focus = window.findChild(Segmented)
    assert focus is not None
    focus.setFocus()
    for _ in range(80):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        reached.add(now)
    assert window.lines is not None
    for part in window.lines.parts.values():
        assert isinstance(part, QuestionView)
        control = part.control
        assert control is None or any(control.isAncestorOf(one) for one in reached), part.key


def test_hostile_words_are_shown_as_words(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    hostile = '<img src=""file:///etc/passwd""> [x](file:///etc/passwd) <script>alert(1)</script>'
    rows = (
        "| survey |\n|  | type | name | label | hint |\n"
        f"|  | text | q | {hostile} | ![p](http://x.invalid/p.png) |\n|  | note | n | ${{q}} | |\n"
    )
    trial = make_trial(tmp_path, compile_checklist(rows.encode(), "t", ".md").usable().xform)
    window = make_window(trial, theme)
    qtbot.addWidget(window)
    window.show()
    settle(window)
    assert "<script>" in question(window, "q").title.text()
    window.desk.answer(key(trial, "q"), "<b>bold</b> & <i>not</i> **this**")
    assert "this" in question(window, "n").title.text()


def test_pages_of_a_public_form_open_and_answer_within_a_frame(qtbot: QtBot, theme: Theme) -> None:
    """Bounds are wide, for machines differ, and of this thread alone; `make bench` prints the times."""
    source = KIT / "jr-whova_form.xml"
    if not source.exists():
        pytest.skip("the conformance kit is not on this machine")
    from inspector_app.operations.try_checklist import open_trial

    count = iter(range(10_000))
    trial = open_trial(source, None, lambda: f"r{next(count)}")
    begin = time.thread_time()
    window = make_window(trial, theme)
    qtbot.addWidget(window)
    window.show()
    window.grab()
    assert time.thread_time() - begin < 5
    for one in trial.pages[:3]:
        window.go(one.key)
        settle(window)


@pytest.mark.parametrize("name", ["wf-all-question-types", "co-all-widgets", "wf-08-complex-repeats"])
def test_every_page_of_public_forms_keeps_the_rules(qtbot: QtBot, theme: Theme, name: str) -> None:
    source = KIT / f"{name}.xml"
    if not source.exists():
        pytest.skip("the conformance kit is not on this machine")
    from inspector_app.operations.try_checklist import open_trial

    count = iter(range(10_000))
    window = make_window(open_trial(source, None, lambda: f"r{next(count)}"), theme)
    qtbot.addWidget(window)
    window.show()
    faults = []
    for one in window.trial.pages:
        window.go(one.key)
        settle(window)
        faults += [f"{one.key}: {fault}" for fault in (*lint(window), *clipped(window))]
    assert faults == []


def test_without_a_screen_the_command_says_so_and_is_done(tmp_path: Path) -> None:
    form = tmp_path / "every_control.xml"
    form.write_bytes(every_control())
    bare = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    run = subprocess.run(
        [sys.executable, "-m", "inspector_app", "checklist", "try", str(form)],
        capture_output=True,
        text=True,
        env=bare,
        cwd=REPOSITORY,
        timeout=600,
        check=False,
    )
    if sys.platform.startswith("linux"):
        assert (run.returncode, run.stderr) == (0, "")
        assert "no screen" in run.stdout


def test_a_form_that_cannot_be_used_is_refused_in_words(tmp_path: Path) -> None:
    form = tmp_path / "broken.xml"
    form.write_text("<nothing")
    run = subprocess.run(
        [sys.executable, "-m", "inspector_app", "checklist", "try", str(form)],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        timeout=600,
        check=False,
    )
    assert run.returncode == 1 and "Traceback" not in run.stderr and run.stderr.strip()


def test_the_source_of_the_invented_form_has_no_errors() -> None:
    assert compile_checklist(SOURCE).problems == ()


def test_the_first_question_has_the_focus_when_a_page_is_opened_by_key(window: FormWindow) -> None:
    assert line_of(window, "name").line.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    settle(window)
    assert line_of(window, "places").line.hasFocus()
