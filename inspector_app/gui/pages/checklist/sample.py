"""A sample on the screen: the table, its button, and what is open in its rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.markdown import plain_text
from inspector_app.gui.widgets.sample_cells import Pasted, SampleColumn, SampleRow
from inspector_app.gui.widgets.sample_table import SampleTable
from inspector_app.operations.screen_facts import ColumnView, SampleView

MOST_LINES = 3
NARROW, CHOICE, WIDE, NOTE = 6, 15, 17, 8


class SampleCard(Card):
    """Signals name rows and cells by their keys: `begun(row)`, `typed(cell, text)`, `left(cell, value)`,
    `removed(rows)`, `pasted(rows, {cell: value})`.
    """

    begun = Signal(str)
    typed = Signal(str, str)
    left = Signal(str, str)
    removed = Signal(object)
    pasted = Signal(object, object)

    def __init__(self, view: SampleView, new_id: Callable[[], str], add: Button) -> None:
        super().__init__(plain_text(view.title))
        self.view = view
        self._new_id = new_id
        self._given: set[str] = set()
        self.setObjectName(f"sample:{view.key}")
        self._intro = label(view.intro, "soft")
        self._intro.setVisible(bool(view.intro))
        self.table = SampleTable(plain_text(view.title), _columns(view.columns), self._new_row)
        self.table.setObjectName(f"table:{view.key}")
        self._open = label("", "soft")
        self._wrong = label("", "problem")
        self._add = add
        self.aside(add)
        for part in (self._intro, self.table, self._wrong, self._open):
            self.add(part)
        self._connect()

    @property
    def columns(self) -> tuple[ColumnView, ...]:
        return self.view.columns

    def show_sample(self, view: SampleView, *, keep_rows: bool = False) -> None:
        """Show the rows as they stand now; `keep_rows` while what was typed is still on its way."""
        self.view = view
        rows = tuple(view.rows)
        self.heading.setText(
            self.tr("{title} · sample of {count}").format(title=plain_text(view.title), count=len(rows))
            if rows
            else plain_text(view.title)
        )
        if not keep_rows:
            self.table.show_rows([SampleRow(row.key, row.values) for row in rows])
        self._say(self._open, [cell.words for cell in view.cells if not cell.wrong])
        self._say(self._wrong, [cell.words for cell in view.cells if cell.wrong])

    def set_read_only(self, read_only: bool) -> None:
        """Show the rows as they stand, with no way to begin another."""
        self.table.rows.set_read_only(read_only)
        self._add.setVisible(not read_only)

    def go_to(self, cell: str) -> bool:
        """Put the keyboard into a cell; False when it is not in this sample."""
        row, _, column = cell.rpartition("/")
        names = [one.name for one in self.view.columns]
        ids = self.table.rows.row_ids
        found = next((one for one in ids if cell.startswith(f"{one}/")), row)
        column = cell[len(found) + 1 :]
        if found not in ids or column not in names:
            return False
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.setCurrentIndex(self.table.rows.index(ids.index(found), names.index(column)))
        return True

    def current_cell(self) -> str:
        """The key of the current cell, '' on the empty line."""
        at = self.table.currentIndex()
        if not at.isValid() or self.table.rows.is_empty_line(at.row()):
            return ""
        return f"{self.table.rows.row_ids[at.row()]}/{self.view.columns[at.column()].name}"

    def holds(self, widget: QWidget) -> bool:
        """Whether a widget is the table or an editor in it."""
        return widget is self.table or self.table.isAncestorOf(widget)

    def _new_row(self) -> str:
        """The key of a row about to be begun: the blank row of the form first, then one of our own."""
        blank = self.view.blank
        if blank and blank not in self._given and blank not in self.table.rows.row_ids:
            self._given.add(blank)
            return blank
        return f"{self.view.key}[{self._new_id()}]"

    def _say(self, place: QWidget, words: Sequence[str]) -> None:
        shown = list(words[:MOST_LINES])
        if len(words) > MOST_LINES:
            shown.append(self.tr("and {count} more").format(count=len(words) - MOST_LINES))
        place.setText("\n".join(shown))  # type: ignore[attr-defined]
        place.setVisible(bool(shown))

    def _connect(self) -> None:
        rows = self.table.rows
        rows.row_added.connect(self.begun)
        rows.cell_typed.connect(self._typed)
        rows.cell_edited.connect(self._left)
        rows.rows_removed.connect(self.removed)
        rows.pasted.connect(self._pasted)
        rows.problem.connect(self._problem)

    def _typed(self, row: str, column: str, text: str) -> None:
        self.typed.emit(f"{row}/{column}", text)

    def _left(self, row: str, column: str, value: str) -> None:
        self.left.emit(f"{row}/{column}", value)

    def _pasted(self, pasted: Pasted) -> None:
        cells = {f"{cell.row_id}/{cell.column}": cell.value for cell in pasted.cells}
        self.pasted.emit(pasted.added, cells)

    def _problem(self, words: str) -> None:
        self._say(self._wrong, [words] if words else [])


def _columns(columns: Sequence[ColumnView]) -> tuple[SampleColumn, ...]:
    texts = [column for column in columns if not column.choices]
    last = texts[-1].name if texts else columns[-1].name if columns else ""
    return tuple(
        SampleColumn(
            column.name,
            plain_text(column.short),
            column.choices,
            width=NOTE if column.name == last else _width(column),
            stretch=column.name == last,
        )
        for column in columns
    )


def _width(column: ColumnView) -> int:
    if column.choices:
        return max(NARROW, *(min(len(choice.label), CHOICE) for choice in column.choices))
    return WIDE
