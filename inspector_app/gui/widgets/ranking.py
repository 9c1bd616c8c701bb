"""Putting options in order: Ctrl+Up and Ctrl+Down (or the buttons) move the one chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.forms.interface import Choice
from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.line_delegate import LineDelegate


class Ranking(AnswerControl):
    """The value lists all options in the order shown; until something is moved there is no answer."""

    def __init__(self, choices: Sequence[Choice] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._answered = False
        self._list = QListWidget(self)
        self._list.setProperty("boxed", True)
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setItemDelegate(LineDelegate(self._list))
        self._list.installEventFilter(self)
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self._list)
        self._up = Button(self.tr("Move up"), key="Ctrl+↑", icon="chevron-up", parent=self)
        self._down = Button(self.tr("Move down"), key="Ctrl+↓", icon="chevron-down", parent=self)
        self._up.clicked.connect(self._move_up)
        self._down.clicked.connect(self._move_down)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._list, 1)
        side = QVBoxLayout()
        side.addWidget(self._up)
        side.addWidget(self._down)
        side.addStretch(1)
        add_layout(self._row, side)
        self.set_choices(choices)
        follow_look(self._restyle)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        if tuple(choices) != self._choices:
            value = self.value()
            self._choices = tuple(choices)
            self.show_value(value)
            self._restyle()

    def set_question(self, name: str, label: object = None) -> None:
        super().set_question(name, label)  # type: ignore[arg-type]
        self._list.setAccessibleName(name)

    def value(self) -> str:
        if not self._answered:
            return ""
        items = (self._list.item(row) for row in range(self._list.count()))
        return " ".join(str(item.data(Qt.ItemDataRole.UserRole)) for item in items)

    def show_value(self, value: str) -> None:
        order = value.split()
        self._answered = bool(order)
        place = {word: at for at, word in enumerate(order)}
        current = self._list.currentRow()
        self._list.clear()
        for choice in sorted(self._choices, key=lambda choice: place.get(choice.value, len(place))):
            item = QListWidgetItem(choice.label, self._list)
            item.setData(Qt.ItemDataRole.UserRole, choice.value)
        self._list.setCurrentRow(max(0, min(current, self._list.count() - 1)))

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and (event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        ):
            self._move(-1 if event.key() == Qt.Key.Key_Up else 1)
            return True
        return super().eventFilter(watched, event)

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        at = self._list.currentRow()
        to = at + step
        if at >= 0 and 0 <= to < self._list.count():
            item = self._list.takeItem(at)
            self._list.insertItem(to, item)
            self._list.setCurrentRow(to)
            self._answered = True
            self.tell_chosen(self.value())

    def _restyle(self) -> None:
        m = look().metrics
        self._list.setFixedHeight(max(1, self._list.count()) * m.control + 2 * m.focus + 2)
        self._row.setSpacing(m.space(2))
