"""Several selects with the same choices as one table: the choices across, the questions down (table-list)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.forms.interface import NodeView
from inspector_app.gui.forms_window.desk import FormDesk
from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.appearance import words_of
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.layout_order import in_order
from inspector_app.gui.widgets.option_list import OptionList
from inspector_app.gui.widgets.rich_label import RichLabel

WORDS_SHARE = 0.34
"""Share of the width that the questions keep at least."""


class _Line:
    """One question of the table."""

    def __init__(self, view: NodeView, grid: OptionList, parent: QWidget) -> None:
        self.view = view
        self.title = RichLabel(view.label or view.key.rsplit("/", 1)[-1], "body", parent)
        self.grid = grid
        self.problem = label("", "problem", parent=parent)


class GridView(QFrame):
    """Where the table is too wide for the window each question has its choices under it."""

    def __init__(self, desk: FormDesk, keys: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setProperty("card", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        views = [desk.trial.view(key) for key in keys]
        self._heads = {view.key: view for view in views if "label" in words_of(view)}
        asked = [view for view in views if view.key not in self._heads]
        self._choices = next((view.choices for view in views if view.choices), ()) or ()
        self._caption = RichLabel(next((v.label for v in self._heads.values()), ""), "heading", self)
        self.show_caption(True)
        self._cells = [label(choice.label or choice.value, "small", parent=self) for choice in self._choices]
        for cell in self._cells:
            cell.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
        self.lines = {view.key: _Line(view, self._grid(view), self) for view in asked}
        self._head = QWidget(self)
        across = QHBoxLayout(self._head)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        for cell in self._cells:
            across.addWidget(cell)
        self._table = QGridLayout()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._caption)
        add_layout(self._column, self._table)
        self._wide: bool | None = None
        self._arrange(True)
        for key in self.lines:
            self.show_key(key)
        follow_look(self._restyle)

    def show_caption(self, shown: bool) -> None:
        """Show the words of the table's head, or leave them out."""
        self._caption.setVisible(shown and bool(self._caption.text()))

    @property
    def keys(self) -> tuple[str, ...]:
        return (*self._heads, *self.lines)

    def show_key(self, key: str) -> None:
        """Bring one question up to date."""
        view = self._desk.trial.view(key)
        line = self.lines.get(key)
        if line is None:
            self._caption.show_source(view.label)
            return
        line.view = view
        line.title.show_source(view.label or key.rsplit("/", 1)[-1])
        line.grid.set_question(line.title.text(), line.title)
        self._desk.fields.show_view(view)
        shown = view.relevant or self._desk.show_hidden
        for part in (line.title, line.grid):
            part.setVisible(shown)
        line.grid.setEnabled(view.relevant and not view.readonly)
        problem = self._desk.problem_of(key) if view.relevant else ""
        if not view.relevant and self._desk.show_hidden:
            problem = self._desk.trial.why(key)
        line.problem.setText(problem)
        line.problem.setVisible(bool(problem))
        self.setVisible(any(one.view.relevant for one in self.lines.values()) or self._desk.show_hidden)

    def focus_first(self) -> None:
        """Put the focus into the first question."""
        for line in self.lines.values():
            if not line.grid.isHidden():
                line.grid.setFocus()
                return

    def show_texts(self) -> None:
        """All words again, after a change of language."""
        views = [self._desk.trial.view(key) for key in self.keys]
        choices = next((view.choices for view in views if view.choices), ()) or ()
        for cell, choice in zip(self._cells, choices, strict=False):
            cell.setText(choice.label or choice.value)
        for key in self.keys:
            self.show_key(key)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._arrange(self._fits())

    def _grid(self, view: NodeView) -> OptionList:
        grid = OptionList(view.choices or (), many=view.control == "select", setting="bare", parent=self)
        grid.show_value(view.value)
        self._desk.fields.add(view.key, grid)
        return grid

    def _cell_width(self) -> int:
        """Width of a column: the longest word of any choice, and room to press."""
        m = look().metrics
        words = [word for cell in self._cells for word in cell.text().split()]
        longest = max((self._cells[0].fontMetrics().horizontalAdvance(word) for word in words), default=0)
        return max(m.space(16), longest + m.space(3))

    def _fits(self) -> bool:
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        return self._cell_width() * len(self._cells) <= room * (1 - WORDS_SHARE)

    def _arrange(self, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        for part in in_order(self):
            self._table.removeWidget(part)
        self._head.setVisible(wide)
        top = Qt.AlignmentFlag.AlignTop
        if wide:
            self._table.addWidget(self._head, 0, 1, Qt.AlignmentFlag.AlignBottom)
        for at, line in enumerate(self.lines.values()):
            line.grid.set_setting("bare" if wide else "list")
            if wide:
                self._table.addWidget(line.title, 2 * at + 1, 0, Qt.AlignmentFlag.AlignVCenter)
                self._table.addWidget(line.grid, 2 * at + 1, 1, Qt.AlignmentFlag.AlignVCenter)
                self._table.addWidget(line.problem, 2 * at + 2, 0, 1, 2)
            else:
                self._table.addWidget(line.title, 3 * at, 0, 1, 2, top)
                self._table.addWidget(line.grid, 3 * at + 1, 0, 1, 2)
                self._table.addWidget(line.problem, 3 * at + 2, 0, 1, 2)
        self._table.setColumnStretch(0, 1)

    def _restyle(self) -> None:
        m = look().metrics
        self._column.setContentsMargins(m.space(4.5), m.space(3.5), m.space(4.5), m.space(3.5))
        self._column.setSpacing(m.space(2))
        self._table.setHorizontalSpacing(m.space(4))
        self._table.setVerticalSpacing(m.space(1))
        if self._cells:
            width = self._cell_width()
            for cell in self._cells:
                cell.setFixedWidth(width)
            for line in self.lines.values():
                line.grid.set_cell(width)
        self._arrange(self._fits())
