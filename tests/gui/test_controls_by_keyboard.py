"""Every control of a checklist works by keyboard alone, emits each key, and shows values without emitting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.forms.interface import Choice, NodeView
from inspector_app.gui.theme import Theme
from inspector_app.gui.widgets.chips import Chips
from inspector_app.gui.widgets.choice_box import ChoiceBox
from inspector_app.gui.widgets.comment_box import CommentBox
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.date_line import DateLine
from inspector_app.gui.widgets.dates import read_date
from inspector_app.gui.widgets.factory import ControlFactory
from inspector_app.gui.widgets.fields import Fields
from inspector_app.gui.widgets.fold import Fold
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.note import Note
from inspector_app.gui.widgets.question_card import QuestionCard, QuestionFace
from inspector_app.gui.widgets.ranking import Ranking
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.gui.widgets.text_line import DecimalLine, IntegerLine, TextLine
from inspector_app.gui.widgets.tick_box import TickBox
from inspector_app.gui.widgets.time_line import DateTimeLine, TimeLine, read_time

NOW = datetime(2026, 5, 12, 14, 3, 22, tzinfo=UTC)
FOUR = tuple(Choice(word.lower(), word) for word in ("All", "Majority", "Minority", "None"))
Show = Callable[[AnswerControl], "Heard"]


def now() -> datetime:
    return NOW


class Heard:
    """Everything a control said."""

    def __init__(self, control: AnswerControl) -> None:
        self.edited: list[str] = []
        self.committed: list[str] = []
        self.problems: list[str] = []
        self.began = 0
        control.edited.connect(self.edited.append)
        control.committed.connect(self.committed.append)
        control.problem.connect(self.problems.append)
        control.began.connect(self._begin)

    def _begin(self) -> None:
        self.began += 1


@pytest.fixture
def show(qtbot: QtBot, theme: Theme) -> Show:
    holders: list[QWidget] = []

    def shown(control: AnswerControl) -> Heard:
        holder = QWidget()
        qtbot.addWidget(holder)
        column = QVBoxLayout(holder)
        column.addWidget(control)
        column.addWidget(QPushButton("next"))
        holder.resize(600, 400)
        with qtbot.waitActive(holder):
            holder.show()
            holder.activateWindow()
        control.setFocus()
        qtbot.waitUntil(lambda: has_keyboard(control))
        holders.append(holder)
        return Heard(control)

    return shown


def has_keyboard(control: QWidget) -> bool:
    found = QApplication.focusWidget()
    return found is not None and (found is control or control.isAncestorOf(found))


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(focus(), key)


def test_arrows_move_among_segments_and_space_chooses(qtbot: QtBot, show: Show) -> None:
    control = Segmented(FOUR)
    heard = show(control)
    press(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert heard.edited == []
    press(qtbot, Qt.Key.Key_Space)
    assert (control.value(), heard.edited, heard.committed) == ("minority", ["minority"], ["minority"])


def test_digits_choose_segments_and_delete_clears(qtbot: QtBot, show: Show) -> None:
    control = Segmented(FOUR)
    heard = show(control)
    press(qtbot, Qt.Key.Key_4)
    assert control.value() == "none"
    press(qtbot, Qt.Key.Key_Delete)
    assert heard.committed == ["none", ""]
    assert not any(part.isChecked() for part in control.options)


def test_choosing_the_same_segment_again_says_nothing(qtbot: QtBot, show: Show) -> None:
    control = Segmented(FOUR)
    control.show_value("all")
    heard = show(control)
    press(qtbot, Qt.Key.Key_Space)
    assert (control.value(), heard.edited) == ("all", [])
    assert control.options[0].isChecked()


def test_a_group_is_one_stop_of_the_tab_key(show: Show) -> None:
    control = Segmented(FOUR)
    control.show_value("minority")
    show(control)
    stops = [part.words for part in control.options if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["Minority"]


def test_segments_become_a_list_where_the_width_does_not_hold_them(show: Show, theme: Theme) -> None:
    control = Segmented(FOUR)
    show(control)
    assert not control.is_list()
    control.window().resize(170, 400)
    QApplication.processEvents()
    assert control.is_list()
    tops = [part.y() for part in control.options]
    assert tops == sorted(set(tops))
    control.window().resize(600, 400)
    QApplication.processEvents()
    assert not control.is_list()
    theme.set_zoom(3.0)
    assert control.is_list()


def test_segments_are_radio_buttons_to_those_who_hear_the_screen(show: Show) -> None:
    control = Segmented(FOUR)
    control.set_question("Q4 Aware of the indicators")
    show(control)
    interface = QAccessible.queryAccessibleInterface(control.options[0])
    assert interface.role() == QAccessible.Role.RadioButton
    assert interface.text(QAccessible.Text.Description) == "Q4 Aware of the indicators"


def test_a_value_no_longer_offered_stays_recorded(show: Show) -> None:
    control = Segmented(FOUR)
    control.show_value("none")
    heard = show(control)
    control.set_choices(FOUR[:2])
    assert (control.value(), heard.edited) == ("none", [])


def test_chips_keep_the_order_of_the_choices(qtbot: QtBot, show: Show) -> None:
    control = Chips(FOUR)
    heard = show(control)
    press(qtbot, Qt.Key.Key_End, Qt.Key.Key_Space, Qt.Key.Key_Home, Qt.Key.Key_Return)
    assert heard.committed == ["none", "all none"]
    press(qtbot, Qt.Key.Key_Delete)
    assert control.value() == "none"


def test_chips_wrap_and_are_never_stretched(show: Show) -> None:
    control = Chips(FOUR)
    show(control)
    control.window().resize(200, 400)
    QApplication.processEvents()
    assert len({chip.y() for chip in control.options}) > 1
    assert all(chip.width() == chip.sizeHint().width() for chip in control.options)


def test_chips_keep_a_value_that_they_do_not_know(show: Show) -> None:
    control = Chips(FOUR[:2])
    control.show_value("all strange")
    show(control)
    assert control.value() == "all strange"


def test_a_comment_says_every_key_and_tab_leaves_it(qtbot: QtBot, show: Show) -> None:
    control = CommentBox()
    heard = show(control)
    qtbot.keyClicks(focus(), "two staff")
    assert heard.edited == ["two staff"[:end] for end in range(1, 10)]
    assert (heard.began, heard.committed) == (1, [])
    press(qtbot, Qt.Key.Key_Tab)
    assert heard.committed == ["two staff"]
    assert "\t" not in control.value()


def test_a_comment_grows_with_its_text_and_shrinks_again(show: Show) -> None:
    control = CommentBox()
    show(control)
    before = control.box.height()
    control.show_value("line\n" * 7)
    grown = control.box.height()
    assert grown > 2 * before
    control.show_value("line\n" * 60)
    most = control.box.height()
    assert most < 2 * grown
    control.show_value("")
    assert control.box.height() == before


def test_a_pause_commits_what_was_typed(qtbot: QtBot, show: Show) -> None:
    control = TextLine()
    heard = show(control)
    control._pause.setInterval(1)
    qtbot.keyClicks(focus(), "a")
    qtbot.waitUntil(lambda: heard.committed == ["a"])
    qtbot.keyClicks(focus(), "b")
    assert heard.began == 2


def test_a_value_from_the_record_does_not_move_the_cursor_of_who_is_typing(qtbot: QtBot, show: Show) -> None:
    control = TextLine()
    heard = show(control)
    qtbot.keyClicks(focus(), "abc")
    press(qtbot, Qt.Key.Key_Left)
    control.show_value("abc")
    qtbot.keyClicks(focus(), "X")
    assert control.value() == "abXc"
    assert heard.edited[-1] == "abXc"


def test_a_whole_number_takes_digits_only_and_says_why(qtbot: QtBot, show: Show) -> None:
    control = IntegerLine()
    heard = show(control)
    qtbot.keyClicks(focus(), "1x2")
    assert control.value() == "12"
    assert any("whole number" in problem for problem in heard.problems)


def test_a_decimal_takes_a_comma_and_records_a_point(qtbot: QtBot, show: Show) -> None:
    control = DecimalLine()
    heard = show(control)
    qtbot.keyClicks(focus(), "7,5")
    press(qtbot, Qt.Key.Key_Return)
    assert heard.committed == ["7.5"]
    qtbot.keyClicks(focus(), "")
    control.line.setText("-")
    control.leave()
    assert "number in digits" in heard.problems[-1]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14 May 2025", "2025-05-14"),
        ("14/5/25", "2025-05-14"),
        ("14.05.2025", "2025-05-14"),
        ("2025-05-14", "2025-05-14"),
        ("1st jun", "2026-06-01"),
        ("Tuesday 12 May 2026", "2026-05-12"),
        ("today", "2026-05-12"),
        ("+3", "2026-05-15"),
        ("31/2/2026", None),
        ("soon", None),
        ("14 Foo 2025", None),
    ],
)
def test_dates_are_read_as_people_type_them(typed: str, meant: str | None) -> None:
    found = read_date(typed, NOW.date())
    assert (found.isoformat() if found else None) == meant


@given(st.dates(min_value=date(1900, 1, 1)))
def test_every_date_in_full_is_read_back(day: date) -> None:
    assert read_date(f"{day.day} {day:%B} {day.year}", NOW.date()) == day
    assert read_date(day.isoformat(), NOW.date()) == day


@given(st.text(max_size=20))
def test_no_text_breaks_the_reading_of_dates_and_times(text: str) -> None:
    read_date(text, NOW.date())
    read_time(text)


def test_a_date_is_typed_shown_in_full_and_stepped(qtbot: QtBot, show: Show) -> None:
    control = DateLine(lambda: NOW.date())
    heard = show(control)
    qtbot.keyClicks(focus(), "14/5/25")
    press(qtbot, Qt.Key.Key_Return)
    assert heard.committed == ["2025-05-14"]
    assert control.line.text() == "14 May 2025"
    press(qtbot, Qt.Key.Key_Up)
    assert heard.committed[-1] == "2025-05-15"


def test_what_is_no_date_is_not_recorded_and_said(qtbot: QtBot, show: Show) -> None:
    control = DateLine(lambda: NOW.date())
    control.show_value("2025-05-14")
    heard = show(control)
    control.line.selectAll()
    qtbot.keyClicks(focus(), "soon")
    press(qtbot, Qt.Key.Key_Return)
    assert control.value() == "2025-05-14"
    assert heard.committed == []
    assert "no date" in heard.problems[-1]


@pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)
def test_the_calendar_opens_and_gives_a_day(qtbot: QtBot, show: Show) -> None:
    from inspector_app.gui.widgets.calendar_popup import CalendarPopup

    control = DateLine(lambda: NOW.date())
    heard = show(control)
    control._button.click()
    popup = control.findChild(CalendarPopup)
    assert popup is not None
    qtbot.keyClick(popup._calendar.focusProxy() or popup._calendar, Qt.Key.Key_Return)
    assert heard.committed == ["2026-05-12"]


def test_times_are_typed_and_recorded_with_their_offset(qtbot: QtBot, show: Show) -> None:
    control = TimeLine(now)
    heard = show(control)
    qtbot.keyClicks(focus(), "2.05pm")
    press(qtbot, Qt.Key.Key_Return)
    assert heard.committed == ["14:05:00.000+00:00"]


def test_a_date_with_a_time_is_recorded_once_both_are_there(qtbot: QtBot, show: Show) -> None:
    control = DateTimeLine(now)
    heard = show(control)
    qtbot.keyClicks(focus(), "12/5/26")
    press(qtbot, Qt.Key.Key_Return)
    assert control.value() == ""
    control._time.setFocus()
    qtbot.keyClicks(focus(), "14:05")
    press(qtbot, Qt.Key.Key_Return)
    assert heard.committed[-1] == "2026-05-12T14:05:00.000+00:00"


def test_many_options_are_found_by_first_letters(qtbot: QtBot, show: Show) -> None:
    control = ChoiceBox(tuple(Choice(word.lower(), word) for word in ("Angus", "Fife", "Moray")))
    heard = show(control)
    press(qtbot, Qt.Key.Key_M)
    assert (control.value(), heard.committed) == ("moray", ["moray"])


def test_order_is_changed_by_keys(qtbot: QtBot, show: Show) -> None:
    control = Ranking(FOUR)
    heard = show(control)
    assert control.value() == ""
    qtbot.keyClick(focus(), Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert heard.committed == ["majority all minority none"]


def test_a_tick_is_ok_or_nothing(qtbot: QtBot, show: Show) -> None:
    heard = show(TickBox())
    press(qtbot, Qt.Key.Key_Space, Qt.Key.Key_Delete)
    assert heard.committed == ["OK", ""]


def test_showing_a_value_never_sends_a_signal(show: Show) -> None:
    for control, value in (
        (Segmented(FOUR), "all"),
        (Chips(FOUR), "all none"),
        (CommentBox(), "text"),
        (TextLine(), "text"),
        (IntegerLine(), "7"),
        (DateLine(lambda: NOW.date()), "2026-05-12"),
        (DateTimeLine(now), "2026-05-12T14:05:00.000+00:00"),
        (ChoiceBox(FOUR), "none"),
        (Ranking(FOUR), "none all majority minority"),
        (TickBox(), "OK"),
    ):
        heard = show(control)
        control.show_value(value)
        assert control.value() == value, type(control).__name__
        assert (heard.edited, heard.committed, heard.began) == ([], [], 0), type(control).__name__


def test_a_question_card_gives_its_title_as_label_and_says_problems(qtbot: QtBot, theme: Theme) -> None:
    card = QuestionCard(QuestionFace("q", "Q7", "Policy & procedure"))
    line = IntegerLine()
    card.set_control(line)
    card.add_fold("Could not be assessed", ("Why", TextLine()))
    qtbot.addWidget(card)
    card.show()
    relations = QAccessible.queryAccessibleInterface(line.line).relations(
        QAccessible.RelationFlag.AllRelations
    )
    names = [
        other.text(QAccessible.Text.Name)
        for other, kind in relations
        if kind == QAccessible.RelationFlag.Label
    ]
    assert names == ["Policy & procedure"]
    line.setFocus()
    qtbot.keyClicks(line.line, "x")
    assert "whole number" in card.problem_text
    assert "whole number" in line.line.accessibleDescription()
    qtbot.keyClicks(line.line, "7")
    assert card.problem_text == ""


def test_a_hidden_question_says_why_and_comes_back(qtbot: QtBot, theme: Theme) -> None:
    card = QuestionCard(QuestionFace("q", "Q2", "A framework?"))
    control = Segmented(FOUR)
    card.set_control(control)
    qtbot.addWidget(card)
    card.show()
    card.show_hidden("Not asked, because Q1 is not “in place”.")
    assert not control.isVisible()
    card.show_hidden("")
    assert control.isVisible()


def test_a_fold_opens_by_key_and_tells_its_state(qtbot: QtBot, theme: Theme) -> None:
    fold = Fold("Why is this asked?")
    fold.add(label("Because."))
    qtbot.addWidget(fold)
    fold.show()
    assert fold.button.accessibleDescription() == "folded"
    qtbot.keyClick(fold.button, Qt.Key.Key_Space)
    assert fold.is_open()
    assert fold.button.accessibleDescription() == "open"


@pytest.mark.parametrize(
    ("view", "kind"),
    [
        (NodeView("k", "k", "question", "select1", choices=FOUR), Segmented),
        (NodeView("k", "k", "question", "select1", choices=FOUR * 2), Segmented),
        (NodeView("k", "k", "question", "select1", choices=FOUR * 4), ChoiceBox),
        (NodeView("k", "k", "question", "select1", appearance="minimal", choices=FOUR), ChoiceBox),
        (NodeView("k", "k", "question", "select", choices=FOUR), Chips),
        (NodeView("k", "k", "question", "rank", choices=FOUR), Ranking),
        (NodeView("k", "k", "question", "trigger"), TickBox),
        (NodeView("k", "k", "question", "input", "int"), IntegerLine),
        (NodeView("k", "k", "question", "range", "decimal"), DecimalLine),
        (NodeView("k", "k", "question", "input", "date"), DateLine),
        (NodeView("k", "k", "question", "input", "time"), TimeLine),
        (NodeView("k", "k", "question", "input", "dateTime"), DateTimeLine),
        (NodeView("k", "k", "question", "input", appearance="multiline"), CommentBox),
        (NodeView("k", "k", "question", "input"), TextLine),
        (NodeView("k", "k", "question", "input", label="Read this", readonly=True), Note),
    ],
)
def test_a_node_gets_the_control_made_for_it(
    view: NodeView, kind: type[AnswerControl], qtbot: QtBot, theme: Theme
) -> None:
    made = ControlFactory(now).make(view)
    qtbot.addWidget(made)
    assert type(made) is kind
    if kind is Note:
        assert made.value() == "Read this"


def test_fields_say_which_node_was_typed_in_and_show_views(qtbot: QtBot, show: Show) -> None:
    fields = Fields()
    control = TextLine()
    fields.add("/cse/note", control)
    heard: list[tuple[str, ...]] = []
    fields.began.connect(lambda key: heard.append(("began", key)))
    fields.edited.connect(lambda key, value: heard.append(("edited", key, value)))
    fields.committed.connect(lambda key, value: heard.append(("committed", key, value)))
    show(control)
    qtbot.keyClicks(focus(), "a")
    press(qtbot, Qt.Key.Key_Return)
    assert heard == [("began", "/cse/note"), ("edited", "/cse/note", "a"), ("committed", "/cse/note", "a")]
    fields.show_view(NodeView("/cse/note", "/cse/note", "question", "input", value="b", readonly=True))
    assert (control.value(), control.line.isReadOnly()) == ("b", True)
