"""A fast table for samples: type, Tab, Enter; paste from a spreadsheet; choices by their first letter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.frozen_column import FrozenColumn
from inspector_app.gui.widgets.sample_cells import SampleColumn, SampleRow, table_text
from inspector_app.gui.widgets.sample_delegate import SampleDelegate
from inspector_app.gui.widgets.sample_header import SampleHeader
from inspector_app.gui.widgets.sample_model import Index, SampleModel
from inspector_app.gui.widgets.sample_widths import Wish, share

MOST_LINES = 12
MOST_TEXT_LINES = 6
"""Heights of a control that a row may grow to for its text."""
MOST_MEASURED = 200
"""Rows whose texts are measured at once; of more each is when it becomes the current one."""
NARROW_TEXT, NARROW_NAME = 14, 9
"""Characters that a column of text, or of short names, can do with."""
COMFORTABLE = 30
"""Characters that a column of notes has before titles are given a line of their own."""
_MARK = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class SampleTable(QTableView):
    """Tab goes from cell to cell and leaves after the last; Enter goes to the next row, and at the foot
    begins one; Ctrl+Enter begins a row from anywhere; Delete removes the rows marked; Backspace clears a
    cell; Ctrl+V pastes.

    All signals are the model's (`table.rows`).
    """

    def __init__(
        self,
        name: str,
        columns: Sequence[SampleColumn],
        new_row_id: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows = SampleModel(columns, new_row_id, self)
        self.setModel(self.rows)
        self._set_headers()
        self._delegate = SampleDelegate(self.rows, self)
        self._delegate.left.connect(self._editor_left)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.rows.rowsInserted.connect(self._rows_added)
        self.rows.dataChanged.connect(self._rows_changed)
        self.rows.rowsRemoved.connect(self._fit)
        self.rows.modelReset.connect(self._share_width)
        follow_look(self._restyle)

    def show_rows(self, rows: Sequence[SampleRow]) -> None:
        """Show what is recorded."""
        self.rows.show_rows(rows)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.selectionModel().setCurrentIndex(
                self.rows.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )

    def add_row(self) -> None:
        """Go to the empty line at the foot, ready to type."""
        if not self.rows.read_only:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._go(self.rows.rowCount() - 1, 0)

    def remove_rows(self) -> None:
        """Remove the rows marked, or else the row of the current cell."""
        marked = [index.row() for index in self.selectionModel().selectedRows()]
        at = self.currentIndex()
        self.rows.remove(marked or [at.row()])
        self._go(min(at.row(), self.rows.rowCount() - 1), max(0, at.column()))

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            at = self.currentIndex()
            text = QGuiApplication.clipboard().text()
            self.rows.paste(text, max(0, at.row()), max(0, at.column()))
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif not self._move_key(Qt.Key(event.key()), event.modifiers()) and not self._cell_key(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool, /) -> bool:
        """Tab walks the cells and leaves the table after the last, before the first."""
        if self.state() == QAbstractItemView.State.EditingState or self._step(1 if next else -1):
            return True
        return super().focusNextPrevChild(next)

    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.rows.rowCount() > MOST_MEASURED:
            self._fit_rows((current.row(),))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._share_width()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible, /
    ) -> None:
        """The cell is not left under the column that stays."""
        super().scrollTo(index, hint)
        hidden = self.frozen.covered - self.columnViewportPosition(index.column())
        if index.column() > 0 and hidden > 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)

    def _set_headers(self) -> None:
        self._across = SampleHeader(self)
        self.setHorizontalHeader(self._across)
        self.frozen = FrozenColumn(self, self._across)
        down = self.verticalHeader()
        down.setVisible(False)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _restyle(self) -> None:
        self.verticalHeader().setMinimumSectionSize(look().metrics.control)
        self.verticalHeader().setDefaultSectionSize(look().metrics.control)
        self._share_width()

    def _fit(self) -> None:
        """As high as its lines, up to the height of twelve; more scroll inside."""
        control, count = look().metrics.control, self.rows.rowCount()
        high = sum(self.rowHeight(row) for row in range(min(count, MOST_LINES)))
        bar = self.horizontalScrollBar()
        wide = sum(self.columnWidth(column) for column in range(len(self.rows.columns)))
        extra = bar.sizeHint().height() if wide > self.viewport().width() else 0
        whole = min(max(high, control), MOST_LINES * control)
        self.setFixedHeight(self._across.sizeHint().height() + whole + extra + 2)

    def wanted_width(self) -> int:
        """Pixels in which every title and note stands as well as on a screen without end; what is typed does
        not change it.
        """
        return sum(self._wish(column).wide for column in self.rows.columns) + 2 * self.frameWidth()

    def _share_width(self) -> None:
        """Each column as wide as its words need; the stretching one takes the rest."""
        widths = share([self._wish(column) for column in self.rows.columns], self.viewport().width())
        for index, width in enumerate(widths):
            if self.columnWidth(index) != width:
                self.setColumnWidth(index, width)
        self._fit_rows(range(self.rows.rowCount() if self.rows.rowCount() <= MOST_MEASURED else 0))
        self._fit()
        self.frozen.place()

    def _wish(self, column: SampleColumn) -> Wish:
        m = look().metrics
        titles, body = QFontMetrics(self._across.words()), QFontMetrics(self.font())
        gap = 2 * m.space(2) + 2
        said = [choice.label for choice in column.choices]
        longest = max((body.horizontalAdvance(word) for text in said for word in text.split()), default=0)
        whole = max((body.horizontalAdvance(text) for text in said), default=0)
        if not column.choices:
            longest = m.columns(NARROW_TEXT if column.stretch else NARROW_NAME)
            whole = m.columns(column.width)
        if column is self.rows.columns[0]:
            longest = max(longest, body.horizontalAdvance(self._delegate.invitation))
        title = max((titles.horizontalAdvance(word) for word in column.title.split()), default=0)
        room = max(column.width, COMFORTABLE) if column.stretch else column.width
        wide = max(m.columns(room) + m.space(4), titles.horizontalAdvance(column.title) + m.space(5))
        return Wish(max(longest, title) + gap, max(whole, title) + gap, wide, column.stretch)

    def _fit_rows(self, rows: Iterable[int]) -> None:
        """Give rows the height that their longest text needs, so that no comment is cut off."""
        m = look().metrics
        words = QFontMetrics(self.font())
        pad = 2 * m.space(2)
        rooms = [
            QRect(0, 0, max(1, self.columnWidth(c) - pad), 10_000) for c in range(len(self.rows.columns))
        ]
        for row in rows:
            high = m.control
            for column, room in enumerate(rooms):
                text = self.rows.text_at(row, column)
                if text and words.horizontalAdvance(text) > room.width():
                    needed = words.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()
                    high = max(high, min(needed + 2 * m.space(1.5), MOST_TEXT_LINES * m.control))
            if self.rowHeight(row) != high:
                self.setRowHeight(row, high)

    def _rows_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self._fit_rows(range(first.row(), last.row() + 1))
        self._fit()

    def _rows_added(self, _: QModelIndex, first: int, last: int) -> None:
        # The empty line at the foot is what Qt takes for new: the row that was begun is the one before it.
        rows = range(max(0, first - 1), last + 1)
        self._fit_rows(rows if len(rows) <= MOST_MEASURED else ())
        self._fit()

    def _move_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """Keys that go somewhere or take rows away."""
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if modifiers & Qt.KeyboardModifier.ControlModifier:
                self.add_row()
            else:
                self._go(min(self.currentIndex().row() + 1, self.rows.rowCount() - 1), 0)
            return True
        if key == Qt.Key.Key_Delete:
            self.remove_rows()
            return True
        return False

    def _cell_key(self, event: QKeyEvent) -> bool:
        """Keys that answer the current cell without an editor."""
        at = self.currentIndex()
        if not at.isValid() or self.rows.read_only:
            return False
        if event.key() == Qt.Key.Key_Backspace:
            self.rows.setData(at, "")
            return True
        column = self.rows.columns[at.column()]
        letter = event.text()
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if not column.choices or held or not letter.isalpha():
            return bool(column.choices) and self._open_choices(event, at)
        value = column.next_by_letter(letter, self.rows.value_at(at.row(), at.column()))
        if value is None:
            self.rows.tell_problem(
                self.tr("No choice for {title} begins with {letter}. The choices are {choices}.").format(
                    title=column.title,
                    letter=letter,
                    choices=", ".join(choice.label for choice in column.choices),
                )
            )
        else:
            self.rows.setData(at, value)
        return True

    def _open_choices(self, event: QKeyEvent, at: QModelIndex) -> bool:
        """Space or Alt+Down opens the list of choices; other signs are not text in a choice cell."""
        down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Space or down:
            self.edit(at)
            return True
        return bool(event.text()) and event.text().isprintable()

    def _editor_left(self, key: int, modifiers: int) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if key == Qt.Key.Key_Tab.value:
            if not self._step(1):
                self.focusNextPrevChild(True)
        elif key == Qt.Key.Key_Backtab.value:
            if not self._step(-1):
                self.focusNextPrevChild(False)
        else:
            self._move_key(Qt.Key(key), Qt.KeyboardModifier(modifiers))

    def _step(self, step: int) -> bool:
        """Go to the next or previous cell; False at either end."""
        at = self.currentIndex()
        count = len(self.rows.columns)
        place = (at.row() * count + at.column() if at.isValid() else -step) + step
        if not 0 <= place < self.rows.rowCount() * count:
            return False
        self._go(place // count, place % count)
        return True

    def _go(self, row: int, column: int) -> None:
        index = self.rows.index(row, column)
        self.selectionModel().setCurrentIndex(index, _MARK)
        self.scrollTo(index)
        self.viewport().update()

    def _copy(self) -> None:
        chosen = sorted(self.selectedIndexes() or [self.currentIndex()], key=lambda i: (i.row(), i.column()))
        lines: dict[int, list[str]] = {}
        for index in chosen:
            lines.setdefault(index.row(), []).append(str(self.rows.data(index) or ""))
        QGuiApplication.clipboard().setText(table_text(list(lines.values())))
