"""The rows of a sample as Qt sees them, with one empty line at the foot in which the next row is begun."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from inspector_app.gui.widgets.sample_cells import (
    Cell,
    Pasted,
    SampleColumn,
    SampleRow,
    header_order,
    rows_of,
)

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class SampleModel(QAbstractTableModel):
    """`new_row_id` gives the id of a row at once, so that what is typed next has where to go.

    Signals: `row_added(id)`; `cell_typed(id, column, text)` with every key; `cell_edited(id, column, value)`
    when a cell is done; `rows_removed(tuple of ids)`; `pasted(Pasted)`; `problem(text)`.
    """

    row_added = Signal(str)
    cell_typed = Signal(str, str, str)
    cell_edited = Signal(str, str, str)
    rows_removed = Signal(object)
    pasted = Signal(object)
    problem = Signal(str)

    def __init__(
        self, columns: Sequence[SampleColumn], new_row_id: Callable[[], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._new_row_id = new_row_id
        self._ids: list[str] = []
        self._values: list[dict[str, str]] = []
        self._read_only = False

    @property
    def row_ids(self) -> tuple[str, ...]:
        return tuple(self._ids)

    @property
    def read_only(self) -> bool:
        return self._read_only

    def set_read_only(self, read_only: bool) -> None:
        """Show without the empty line and without taking answers."""
        if read_only != self._read_only:
            self.beginResetModel()
            self._read_only = read_only
            self.endResetModel()

    def rowCount(self, parent: Index = _ROOT, /) -> int:
        return 0 if parent.isValid() else len(self._ids) + (0 if self._read_only else 1)

    def columnCount(self, parent: Index = _ROOT, /) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index, /) -> Qt.ItemFlag:
        seen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return seen if self._read_only else seen | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> str | None:
        if role == Qt.ItemDataRole.EditRole:
            return self.value_at(index.row(), index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.columns[index.column()].label_of(self.value_at(index.row(), index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = self.columns[index.column()].label_of(self.value_at(index.row(), index.column()))
            return text or (self.tr("new row") if self.is_empty_line(index.row()) else self.tr("empty"))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole, /
    ) -> str | Qt.AlignmentFlag | None:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        elif role == Qt.ItemDataRole.DisplayRole:
            return str(section + 1)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole, /) -> bool:
        """A cell is done. The empty line becomes a row when something is written in it."""
        if role != Qt.ItemDataRole.EditRole or self._read_only:
            return False
        column = self.columns[index.column()]
        meant = column.read(str(value))
        if meant is None:
            self.tell_problem(self._not_a_choice(column, str(value)))
            return False
        if self.is_empty_line(index.row()) and not meant:
            return False
        row_id = self.begin_row(index.row())
        self._values[index.row()][column.key] = meant
        self.dataChanged.emit(index, index)
        self.cell_edited.emit(row_id, column.key, meant)
        return True

    def value_at(self, row: int, column: int) -> str:
        """The recorded value, '' on the empty line."""
        return self._values[row].get(self.columns[column].key, "") if row < len(self._ids) else ""

    def text_at(self, row: int, column: int) -> str:
        """What the cell shows."""
        return self.columns[column].label_of(self.value_at(row, column))

    def is_empty_line(self, row: int) -> bool:
        """Whether this is the line at the foot that is no row yet."""
        return row >= len(self._ids)

    def begin_row(self, row: int) -> str:
        """The id of a row; the empty line becomes a row, and a new empty line follows it."""
        if not self.is_empty_line(row):
            return self._ids[row]
        row_id = self._new_row_id()
        foot = len(self._ids) + 1
        self.beginInsertRows(QModelIndex(), foot, foot)
        self._ids.append(row_id)
        self._values.append({})
        self.endInsertRows()
        self.row_added.emit(row_id)
        return row_id

    def typed(self, row: int, column: int, text: str) -> None:
        """A key was pressed in the editor of a cell: said at once, so that nothing typed can be lost."""
        if self.is_empty_line(row) and not text:
            return
        row_id = self.begin_row(row)
        self.cell_typed.emit(row_id, self.columns[column].key, text)

    def reverted(self, row: int, column: int) -> None:
        """Escape was pressed after typing: what was said key by key is taken back."""
        if not self.is_empty_line(row):
            key = self.columns[column].key
            self.cell_edited.emit(self._ids[row], key, self._values[row].get(key, ""))

    def remove(self, rows: Sequence[int]) -> None:
        """Take rows away; the empty line stays."""
        gone = sorted({row for row in rows if 0 <= row < len(self._ids)}, reverse=True)
        if not gone or self._read_only:
            return
        ids = tuple(self._ids[row] for row in reversed(gone))
        for row in gone:
            self._drop(row)
        self.rows_removed.emit(ids)

    def paste(self, text: str, row: int, column: int) -> None:
        """Set cells from a spreadsheet's rows, from the cell given on, adding rows as needed.

        A first row that names the columns is taken as such. Texts that are none of a column's choices are
        left out and said in `problem`.
        """
        rows = rows_of(text)
        if not rows or self._read_only:
            return
        targets: Sequence[int] = range(column, len(self.columns))
        named = header_order(rows[0], self.columns)
        if named is not None:
            rows, targets = rows[1:], named
        added: list[str] = []
        cells: list[Cell] = []
        strange: list[str] = []
        for offset, line in enumerate(rows):
            at = row + offset
            if at >= len(self._ids):
                at = len(self._ids)
                added.append(self._append())
            self._paste_line(at, line, targets, cells, strange)
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(self.columns) - 1))
        self.pasted.emit(Pasted(tuple(added), tuple(cells)))
        if strange:
            shown = ", ".join(dict.fromkeys(strange[:3]))
            self.tell_problem(
                self.tr(
                    "{count} pasted cells were left out, as they are none of the choices: {cells}."
                ).format(count=len(strange), cells=shown)
            )

    def show_rows(self, rows: Sequence[SampleRow]) -> None:
        """Show what is recorded. Cells change in place, so that a cell being typed in stays open."""
        wanted = {row.row_id: row for row in rows}
        for at in range(len(self._ids) - 1, -1, -1):
            if self._ids[at] not in wanted:
                self._drop(at)
        kept = [row.row_id for row in rows[: len(self._ids)]]
        if kept != self._ids:
            self.beginResetModel()
            self._ids = [row.row_id for row in rows]
            self._values = [dict(row.values) for row in rows]
            self.endResetModel()
            return
        self._update(rows[: len(kept)])
        new = rows[len(kept) :]
        if new:
            self.beginInsertRows(QModelIndex(), len(self._ids), len(self._ids) + len(new) - 1)
            self._ids += [row.row_id for row in new]
            self._values += [dict(row.values) for row in new]
            self.endInsertRows()

    def tell_problem(self, text: str) -> None:
        self.problem.emit(text)

    def _update(self, rows: Sequence[SampleRow]) -> None:
        for at, row in enumerate(rows):
            if self._values[at] != row.values:
                self._values[at] = dict(row.values)
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))

    def _append(self) -> str:
        row_id = self._new_row_id()
        foot = len(self._ids) + 1
        self.beginInsertRows(QModelIndex(), foot, foot)
        self._ids.append(row_id)
        self._values.append({})
        self.endInsertRows()
        return row_id

    def _drop(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._ids[row]
        del self._values[row]
        self.endRemoveRows()

    def _paste_line(
        self, row: int, line: Sequence[str], targets: Sequence[int], cells: list[Cell], strange: list[str]
    ) -> None:
        for text, target in zip(line, targets, strict=False):
            if target < 0:
                continue
            column = self.columns[target]
            meant = column.read(text)
            if meant is None:
                strange.append(" ".join(text.split()))
            elif self._values[row].get(column.key, "") != meant:
                self._values[row][column.key] = meant
                cells.append(Cell(self._ids[row], column.key, meant))

    def _not_a_choice(self, column: SampleColumn, text: str) -> str:
        choices = ", ".join(choice.label for choice in column.choices)
        return self.tr("“{text}” is none of the choices for {title}: {choices}.").format(
            text=text, title=column.title, choices=choices
        )
