"""The rows of a repeat: as a table where each row asks few plain questions, as cards otherwise.

However many rows there are, only one card is ever built, and a table paints only the rows that are seen.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QListView, QSizePolicy, QWidget

from inspector_app.errors import KnownError
from inspector_app.gui.forms_window.desk import FormDesk
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.line_delegate import LineDelegate
from inspector_app.gui.widgets.markdown import plain_text
from inspector_app.gui.widgets.sample_cells import Pasted, SampleColumn, SampleRow
from inspector_app.gui.widgets.sample_table import SampleTable
from inspector_app.operations.try_checklist import Step

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
MOST_LINES = 6

MakeLines = Callable[[str, QWidget], QWidget]
"""Builds what a row shows, into a parent."""


class SeriesTable(Card):
    """A repeat as a table: type, Tab, Enter; paste from a spreadsheet."""

    def __init__(self, desk: FormDesk, key: str, parent: QWidget | None = None) -> None:
        view = desk.trial.view(key)
        super().__init__(plain_text(view.label) or key.rsplit("/", 1)[-1], parent=parent)
        self._desk = desk
        self.key = key
        self._own = False
        self._paths = [column.key for column in self._columns()]
        self.table = SampleTable(self.accessibleName(), self._columns(), desk.trial.new_row_id, self)
        self._add = Button(self.tr("Add a row"), key="Ctrl+Enter", icon="add", parent=self)
        self._add.clicked.connect(self.table.add_row)
        self._problem = label("", "problem", parent=self)
        self._problem.hide()
        self.aside(self._add)
        self.add(self.table)
        self.add(self._problem)
        rows = self.table.rows
        rows.row_added.connect(self._row_added)
        rows.cell_typed.connect(self._cell)
        rows.cell_edited.connect(self._cell)
        rows.rows_removed.connect(self._removed)
        rows.pasted.connect(self._pasted)
        rows.problem.connect(self._say)
        self.show_rows()

    def show_rows(self) -> None:
        """The rows as they stand now."""
        view = self._desk.trial.view(self.key)
        self.heading.setText(plain_text(view.label) or self.key.rsplit("/", 1)[-1])
        self.quiet.setText(self._desk.trial.count_words(self.key))
        self.quiet.setVisible(bool(self.quiet.text()))
        self.setVisible(view.relevant or self._desk.show_hidden)
        value = self._desk.trial.instance.value
        self.table.show_rows(
            [
                SampleRow(_row_id(row), {path: value(f"{row}/{path}") for path in self._paths})
                for row in view.children
            ]
        )

    def focus_first(self) -> None:
        """Put the focus into the table."""
        self.table.setFocus()

    def apply(self, step: Step) -> None:
        """Show what a step changed, unless it was typed here and changed nothing else."""
        if not self._own and (
            self.key in step.series or any(key.startswith(self.key) for key in step.touched)
        ):
            self.show_rows()

    def _columns(self) -> list[SampleColumn]:
        rows = self._desk.trial.rows(self.key)
        views = self._desk.trial.columns(self.key)
        return [
            SampleColumn(
                view.key[len(rows[0]) + 1 :],
                plain_text(view.label).split("\n")[0] or view.key.rsplit("/", 1)[-1],
                view.choices or (),
                width=8 if view.data_type in ("int", "decimal") else 16,
                stretch=view.data_type == "string" and not view.choices,
            )
            for view in views
        ]

    def _row_key(self, row_id: str) -> str:
        return f"{self.key}[{row_id}]"

    def _row_added(self, row_id: str) -> None:
        self._do(lambda: self._desk.trial.add_row(self.key, row_id)[1])

    def _cell(self, row_id: str, column: str, value: str) -> None:
        self._say("")
        self._do(lambda: self._desk.trial.answer(f"{self._row_key(row_id)}/{column}", value))

    def _removed(self, ids: object) -> None:
        for row_id in ids if isinstance(ids, tuple | list) else ():
            self._do(lambda row_id=row_id: self._desk.trial.remove_row(self._row_key(row_id)))  # type: ignore[misc]

    def _pasted(self, pasted: object) -> None:
        if isinstance(pasted, Pasted):
            for row_id in pasted.added:
                self._row_added(row_id)
            for cell in pasted.cells:
                self._cell(cell.row_id, cell.column, cell.value)
            self.show_rows()

    def _do(self, act: Callable[[], Step]) -> None:
        try:
            step = act()
        except KnownError as error:
            self._desk.failed.emit(error)
            return
        self._own = len(step.touched) <= 1
        self._desk.tell(step)
        self._own = False
        self.quiet.setText(self._desk.trial.count_words(self.key))

    def _say(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))


class RowsModel(QAbstractListModel):
    """The rows of a series by number and their first answers, worked out when they are seen."""

    def __init__(self, desk: FormDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.keys: tuple[str, ...] = ()

    def show_keys(self, keys: tuple[str, ...]) -> None:
        """Take rows in and out; what stays keeps its place and selection."""
        if keys == self.keys:
            self.refresh()
            return
        if keys[: len(self.keys)] == self.keys:
            self.beginInsertRows(QModelIndex(), len(self.keys), len(keys) - 1)
            self.keys = keys
            self.endInsertRows()
            return
        self.beginResetModel()
        self.keys = keys
        self.endResetModel()

    def refresh(self) -> None:
        if self.keys:
            self.dataChanged.emit(self.index(0), self.index(len(self.keys) - 1))

    def rowCount(self, parent: Index = _ROOT, /) -> int:
        return 0 if parent.isValid() else len(self.keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> str | None:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{index.row() + 1}   {self._desk.trial.row_words(self.keys[index.row()])}".rstrip()
        return None


class SeriesCards(Card):
    """A repeat as a list of its rows, with the one chosen below it."""

    def __init__(
        self, desk: FormDesk, key: str, make_lines: MakeLines, parent: QWidget | None = None
    ) -> None:
        view = desk.trial.view(key)
        super().__init__(plain_text(view.label) or key.rsplit("/", 1)[-1], parent=parent)
        self._desk = desk
        self._make_lines = make_lines
        self.key = key
        self._lines: QWidget | None = None
        self._shown = ""
        self.rows = RowsModel(desk, self)
        self.list = QListView(self)
        self.list.setModel(self.rows)
        self.list.setProperty("boxed", True)
        self.list.setItemDelegate(LineDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("Rows of {name}").format(name=self.accessibleName()))
        self.list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.list.selectionModel().currentChanged.connect(self._moved)
        self.add_button = Button(self.tr("Add"), icon="add", parent=self)
        self.remove_button = Button(self.tr("Remove this one"), icon="close", kind="quiet", parent=self)
        self.add_button.clicked.connect(self.add_row)
        self.remove_button.clicked.connect(self.remove_row)
        self._empty = label(self.tr("There is none yet."), "soft", parent=self)
        self.aside(self.remove_button, self.add_button)
        self.add(self._empty)
        self.add(self.list)
        self.show_rows()
        follow_look(self._fit)

    @property
    def current(self) -> str:
        """The key of the row that is shown, '' where there is none."""
        return self._shown

    @property
    def lines(self) -> QWidget | None:
        return self._lines

    def show_rows(self) -> None:
        """The rows as they stand now; the one shown stays, or its neighbour takes its place."""
        trial = self._desk.trial
        view = trial.view(self.key)
        at = self.rows.keys.index(self._shown) if self._shown in self.rows.keys else 0
        self.rows.show_keys(view.children)
        self.heading.setText(plain_text(view.label) or self.key.rsplit("/", 1)[-1])
        self.quiet.setText(trial.count_words(self.key))
        self.quiet.setVisible(bool(self.quiet.text()))
        self.add_button.setVisible(view.add_allowed)
        self.setVisible(view.relevant or self._desk.show_hidden)
        keys = view.children
        wanted = self._shown if self._shown in keys else keys[min(at, len(keys) - 1)] if keys else ""
        self.show_row(wanted)
        self._fit()

    def show_row(self, key: str) -> None:
        """Show one row below the list."""
        keys = self.rows.keys
        if key in keys:
            index = self.rows.index(keys.index(key))
            if self.list.currentIndex() != index:
                flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.list.selectionModel().blockSignals(True)
                self.list.selectionModel().setCurrentIndex(index, flag)
                self.list.selectionModel().blockSignals(False)
                self.list.viewport().update()
                self.list.scrollTo(index)
        removable = bool(key) and self._desk.trial.view(key).remove_allowed
        self.remove_button.setVisible(removable)
        if key == self._shown:
            return
        self._shown = key
        if self._lines is not None:
            self._lines.hide()
            self._lines.deleteLater()
            self._lines = None
        if key:
            self._lines = self._make_lines(key, self)
            self.add(self._lines)
            self._lines.show()

    def apply(self, step: Step) -> None:
        """Show what a step changed."""
        if self.key in step.series or self.key in step.touched:
            self.show_rows()
        elif any(key.startswith(self.key) for key in step.touched):
            self.rows.refresh()

    def add_row(self) -> None:
        """A new row at the end, shown at once."""
        try:
            key, step = self._desk.trial.add_row(self.key)
        except KnownError as error:
            self._desk.failed.emit(error)
            return
        self._desk.tell(step)
        self.show_row(key)

    def remove_row(self) -> None:
        """Take the row away that is shown."""
        if self._shown:
            self._desk.tell(self._desk.trial.remove_row(self._shown))

    def _moved(self, index: QModelIndex) -> None:
        if index.isValid():
            self.show_row(self.rows.keys[index.row()])

    def _fit(self) -> None:
        m = look().metrics
        count = len(self.rows.keys)
        self._empty.setVisible(count == 0)
        self.list.setVisible(count > 1)
        self.list.setFixedHeight(min(max(count, 1), MOST_LINES) * m.control + 2 * m.focus)


def _row_id(key: str) -> str:
    return key.removesuffix("]").rpartition("[")[2]
