"""What assistive technology writes and chooses counts, and the window is heard in the order it is read."""

from __future__ import annotations

import gallery
from lint_accessibility import heard_order_faults
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.forms.interface import Choice
from inspector_app.gui.theme import Theme
from inspector_app.gui.widgets.chips import Chips
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.line_list import Line, LineList
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.gui.widgets.text_line import TextLine


def write_from_afar(widget: QWidget, text: str) -> None:
    """Set a text as dictation does, through the accessible interface and not through the widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    interface.setText(QAccessible.Text.Value, text)


def test_text_that_comes_from_afar_is_recorded_as_typed_text_is(qtbot: QtBot, theme: Theme) -> None:
    control = TextLine()
    qtbot.addWidget(control)
    heard: list[tuple[str, str]] = []
    control.edited.connect(lambda value: heard.append(("edited", value)))
    control.committed.connect(lambda value: heard.append(("committed", value)))
    write_from_afar(control.line, "dictated")
    control.leave()
    assert heard == [("edited", "dictated"), ("committed", "dictated")]
    control.show_value("from the record")
    control.line.clear()
    control.leave()
    assert len(heard) == 2


def test_a_line_selected_from_afar_becomes_the_current_one(qtbot: QtBot, theme: Theme) -> None:
    shown = LineList("Services")
    qtbot.addWidget(shown)
    shown.show_lines([Line("a", "Riverbank"), Line("b", "Hillview")])
    shown.show()
    interface = QAccessible.queryAccessibleInterface(shown)
    assert interface is not None
    selection = interface.selectionInterface()
    second = interface.child(1)
    assert selection is not None and second is not None
    selection.select(second)
    assert shown.current_key() == "b"


def test_a_hint_is_heard_after_the_name_and_after_the_problem(qtbot: QtBot, theme: Theme) -> None:
    row = FormRow("Your name", TextLine(), "as it stands in letters")
    qtbot.addWidget(row)
    line = row.control.line  # type: ignore[attr-defined]
    assert line.accessibleDescription() == "as it stands in letters"
    row.show_problem("Write your name.")
    assert line.accessibleDescription() == "Write your name. as it stands in letters"
    row.show_problem("")
    assert line.accessibleDescription() == "as it stands in letters"


def test_the_window_is_heard_in_the_order_it_is_read_and_says_where_it_is(qtbot: QtBot, theme: Theme) -> None:
    window = gallery.make_window(theme)
    qtbot.addWidget(window)
    window.show()
    assert heard_order_faults(window) == []
    assert window.windowTitle().startswith("Staff awareness – ")
    window.go("controls")
    assert not window.windowTitle().startswith("Staff awareness")


def check_from_afar(widget: QWidget) -> None:
    """Check or uncheck as a screen reader does: without a click."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    action = interface.actionInterface()
    assert action is not None
    action.doAction(QAccessibleActionInterface.toggleAction())


def test_an_option_that_is_checked_from_afar_is_recorded_as_a_pressed_one_is(
    qtbot: QtBot, theme: Theme
) -> None:
    choices = (Choice("yes", "Yes"), Choice("no", "No"))
    radios, chips = Segmented(choices), Chips(choices)
    for control in (radios, chips):
        qtbot.addWidget(control)
        heard: list[str] = []
        control.committed.connect(heard.append)
        parts = {part.text(): part for part in control.findChildren(QAbstractButton)}
        check_from_afar(parts["Yes"])
        check_from_afar(parts["No"])
        control.show_value("yes")
        parts["No"].click()
        wanted = {radios: ["yes", "no", "no"], chips: ["yes", "yes no", "yes no"]}
        assert heard == wanted[control]


def test_options_are_heard_in_their_order_whichever_is_chosen(qtbot: QtBot, theme: Theme) -> None:
    control = Segmented((Choice("a", "One"), Choice("b", "Two")))
    qtbot.addWidget(control)
    control.show()
    control.findChildren(QAbstractButton)[0].click()
    assert [part.text() for part in control.findChildren(QAbstractButton)] == ["One", "Two"]
