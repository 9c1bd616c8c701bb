"""Several of very many options: a line that narrows the list, boxes to tick, and what is ticked in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSortFilterProxyModel, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from inspector_app.forms.interface import Choice
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.labels import label as text_label
from inspector_app.gui.widgets.line_delegate import TickDelegate

MOST_LINES = 8


class SearchTicks(AnswerControl):
    """Type to narrow, Down to the list, Space to tick. The value lists the options in their order."""

    def __init__(self, choices: Sequence[Choice] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._value = ""
        self._quiet = False
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(self.tr("Type to search"))
        self._items = QStandardItemModel(self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self._items)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._list = QListView(self)
        self._list.setModel(self._shown)
        self._list.setProperty("boxed", True)
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setItemDelegate(TickDelegate(self._list))
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._chosen = text_label("", "soft", parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._search, self._list, self._chosen):
            self._column.addWidget(part)
        self.setFocusProxy(self._search)
        self._search.textChanged.connect(self._narrow)
        self._search.installEventFilter(self)
        self._items.itemChanged.connect(self._ticked)
        self.set_choices(choices)
        follow_look(self._restyle)

    @property
    def search(self) -> QLineEdit:
        return self._search

    @property
    def list(self) -> QListView:
        return self._list

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other options; what is ticked stays ticked where it is still offered."""
        if tuple(choices) == self._choices:
            return
        self._choices = tuple(choices)
        self._quiet = True
        self._items.clear()
        for choice in choices:
            item = QStandardItem(choice.label or choice.value)
            item.setData(choice.value, Qt.ItemDataRole.UserRole)
            item.setCheckable(True)
            item.setEditable(False)
            self._items.appendRow(item)
        self._quiet = False
        self.show_value(self._value)
        self._restyle()

    def set_question(self, name: str, label: QLabel | None = None) -> None:
        super().set_question(name, label)
        self._search.setAccessibleName(self.tr("{name}, search").format(name=name))
        self._list.setAccessibleName(name)

    def value(self) -> str:
        return self._value

    def show_value(self, value: str) -> None:
        self._value = value
        on = value.split()
        self._quiet = True
        for row in range(self._items.rowCount()):
            item = self._items.item(row)
            ticked = item.data(Qt.ItemDataRole.UserRole) in on
            wanted = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            if item.checkState() != wanted:
                item.setCheckState(wanted)
        self._quiet = False
        self._tell_chosen_words()

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() == Qt.Key.Key_Down:  # type: ignore[attr-defined]
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self._list.currentIndex().isValid():
                self._list.setCurrentIndex(self._shown.index(0, 0))
            return True
        return super().eventFilter(watched, event)

    def _narrow(self, text: str) -> None:
        self._shown.setFilterFixedString(text.strip())

    def _ticked(self) -> None:
        if self._quiet:
            return
        items = (self._items.item(row) for row in range(self._items.rowCount()))
        on = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        self._value = " ".join(str(item.data(Qt.ItemDataRole.UserRole)) for item in on)
        self._tell_chosen_words()
        self.tell_chosen(self._value)

    def _tell_chosen_words(self) -> None:
        on = set(self._value.split())
        words = [choice.label or choice.value for choice in self._choices if choice.value in on]
        self._chosen.setText(", ".join(words) if words else self.tr("Nothing chosen."))

    def _restyle(self) -> None:
        m = look().metrics
        self._column.setSpacing(m.space(1.5))
        self._list.setFixedHeight(min(max(len(self._choices), 1), MOST_LINES) * m.control + 2 * m.focus)
