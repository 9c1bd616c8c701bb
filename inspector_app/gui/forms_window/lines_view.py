"""The lines of a page or of a row under each other, each built when it is first needed.

A line that is not relevant has no widget until it becomes relevant. Lines are built in slices between which
the window answers keys, so that the longest page opens at once.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.gui.forms_window.desk import FormDesk
from inspector_app.gui.forms_window.grid_view import GridView
from inspector_app.gui.forms_window.question_view import QuestionView
from inspector_app.gui.forms_window.series_view import SeriesCards, SeriesTable
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.reading_order import misplaced
from inspector_app.gui.widgets.rich_label import RichLabel
from inspector_app.gui.widgets.tab_order import order_by_layout
from inspector_app.operations.form_outline import FormLine
from inspector_app.operations.try_checklist import Step

FIRST_SLICE, SLICE = 0.06, 0.012
"""Seconds spent on building before the first paint, and between two turns of the event loop."""

FEW = 3
"""Parts that may change without the page being laid out once for all of them."""


class LinesView(QWidget):
    """`built` follows when every line that is relevant has its widget."""

    built = Signal()

    def __init__(
        self,
        desk: FormDesk,
        lines: Sequence[FormLine],
        *,
        titled: bool = False,
        flat: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._titled = titled
        self._flat = flat
        self._desk = desk
        self._lines = tuple(lines)
        self._at = {key: at for at, line in enumerate(self._lines) for key in line.keys or (line.key,)}
        self._parts: dict[int, QWidget] = {}
        self._left = list(range(len(self._lines)))
        self._empty = label(self.tr("Nothing on this page is asked now."), "soft", parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._empty)
        self._empty.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        follow_look(self._restyle)
        self._build(FIRST_SLICE)

    @property
    def parts(self) -> dict[int, QWidget]:
        """The widgets built so far, by the number of their line."""
        return self._parts

    def part(self, key: str) -> QWidget | None:
        """The widget that shows a node, None while there is none."""
        return self._parts.get(self._at.get(key, -1))

    def is_complete(self) -> bool:
        return not self._left

    def finish(self) -> None:
        """Build all that is left, now; of series of cards the row that is shown."""
        self._build(3600.0)
        for part in self._parts.values():
            if isinstance(part, SeriesCards) and isinstance(part.lines, LinesView):
                part.lines.finish()

    def setVisible(self, visible: bool, /) -> None:
        """Hidden, it builds nothing more: the row that it shows may be gone before Qt takes the view away."""
        super().setVisible(visible)
        if not visible:
            self._timer.stop()
        elif self._left:
            self._timer.start()

    def apply(self, step: Step) -> None:
        """Bring what a step touched up to date."""
        missing: set[int] = set()
        here = [key for key in step.touched if key in self._at]
        with self._laid_out_once() if len(here) > FEW else nullcontext():
            for key in here:
                at = self._at[key]
                if at not in self._left and not self._refresh(at, key):
                    missing.add(at)
        for part in self._parts.values():
            if isinstance(part, (SeriesTable, SeriesCards)):
                part.apply(step)
                if isinstance(part, SeriesCards) and isinstance(part.lines, LinesView):
                    part.lines.apply(step)
        if step.series:
            self._change_series(step)
        self._want(missing)
        self._tell_empty()

    def show_all(self) -> None:
        """Bring everything up to date, as after a change of what is shown."""
        missing: set[int] = set()
        with self._laid_out_once():
            for at, line in enumerate(self._lines):
                keys = () if at in self._left else line.keys or (line.key,)
                missing.update(at for key in keys if not self._refresh(at, key))
        for part in self._parts.values():
            if isinstance(part, SeriesCards) and isinstance(part.lines, LinesView):
                part.lines.show_all()
        self._want(missing)
        self._tell_empty()

    def focus_key(self, key: str) -> bool:
        """Put the focus into the control of a node; whether there is one."""
        if key not in self._at:
            return self._focus_in_rows(key)
        self.finish()
        part = self.part(key)
        control = self._desk.fields.control(key)
        if part is None or control is None:
            return False
        control.setFocus()
        return True

    def focus_first(self) -> bool:
        """Put the focus into the first control built; whether there is one."""
        for _, part in sorted(self._parts.items()):
            if isinstance(part, QuestionView) and part.control is not None and not part.isHidden():
                part.control.setFocus()
                return True
            if isinstance(part, (SeriesTable, GridView)):
                part.focus_first()
                return True
            if isinstance(part, SeriesCards):
                return isinstance(part.lines, LinesView) and part.lines.focus_first()
        return False

    def _focus_in_rows(self, key: str) -> bool:
        self.finish()
        for part in self._parts.values():
            if isinstance(part, SeriesCards) and key.startswith(part.key + "["):
                part.show_row(part.key + key[len(part.key) :].partition("]")[0] + "]")
                return isinstance(part.lines, LinesView) and part.lines.focus_key(key)
            if isinstance(part, SeriesTable) and key.startswith(part.key + "["):
                part.table.setFocus()
                return True
        return False

    @contextmanager
    def _laid_out_once(self) -> Iterator[None]:
        """Qt lays the whole page out anew with each part that appears; here once, after the last of them."""
        layouts: list[QLayout] = []
        holder: QWidget | None = self
        while holder is not None and not isinstance(holder, QAbstractScrollArea):
            layout = holder.layout()
            if layout is not None and layout.isEnabled():
                layouts.append(layout)
                layout.setEnabled(False)
            holder = holder.parentWidget()
        try:
            yield
        finally:
            for layout in layouts:
                layout.setEnabled(True)
                layout.invalidate()
                layout.update()

    # Building

    def _want(self, missing: set[int]) -> None:
        """Build lines that have become relevant: as many as a frame holds now, the rest between keys."""
        if missing:
            self._left = sorted({*self._left, *missing})
            self._build(SLICE)

    def _go_on(self) -> None:
        self._build(SLICE)

    def _build(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        with self._laid_out_once():
            while self._left and time.perf_counter() < end:
                at = self._left.pop(0)
                if self._is_shown(self._lines[at]):
                    self._make(at)
        if self._left:
            self._timer.start()
            return
        self._timer.stop()
        self._tell_empty()
        for child in misplaced(self):  # what became relevant later was made last, and is read in its place
            child.raise_()
        self.built.emit()

    def _is_shown(self, line: FormLine) -> bool:
        keys = line.keys or (line.key,)
        return self._desk.show_hidden or any(self._desk.trial.view(key).relevant for key in keys)

    def _make(self, at: int) -> None:
        line = self._lines[at]
        made = self._made(line)
        self._parts[at] = made
        before = sum(1 for other in self._parts if other < at)
        self._column.insertWidget(before, made)

    def _made(self, line: FormLine) -> QWidget:
        trial = self._desk.trial
        if line.kind == "heading":
            heading = RichLabel(trial.view(line.key).label, "heading", self)
            heading.setContentsMargins(0, look().metrics.space(2), 0, 0)
            return heading
        if line.kind == "grid":
            grid = GridView(self._desk, line.keys, self)
            # The page bears the same words already.
            grid.show_caption(not (self._titled and len(self._lines) == 1))
            return grid
        if line.kind == "series":
            table = trial.is_table(line.key)
            series = (
                SeriesTable(self._desk, line.key, self)
                if table
                else SeriesCards(self._desk, line.key, self._row_lines, self)
            )
            # The page bears the same words already.
            series.heading.setVisible(not (self._titled and len(self._lines) == 1))
            return series
        return QuestionView(self._desk, trial.view(line.key), flat=self._flat, parent=self)

    def _row_lines(self, row: str, parent: QWidget) -> QWidget:
        made = LinesView(self._desk, self._desk.trial.row_lines(row), flat=True, parent=parent)
        made.built.connect(self.built)
        return made

    def _refresh(self, at: int, key: str) -> bool:
        """Bring one line up to date; False where it is to be shown and has no widget yet."""
        part = self._parts.get(at)
        if part is None:
            return not self._is_shown(self._lines[at])
        if isinstance(part, QuestionView):
            part.show_view(self._desk.trial.view(key))
        elif isinstance(part, GridView):
            part.show_texts() if key == part.keys[0] else part.show_key(key)
        elif isinstance(part, RichLabel):
            view = self._desk.trial.view(key)
            part.show_source(view.label)
            part.setVisible(view.relevant or self._desk.show_hidden)
        elif isinstance(part, (SeriesTable, SeriesCards)):
            part.show_rows()
        return True

    def _change_series(self, step: Step) -> None:
        """A series that got its first row may be a table from now on."""
        for at, part in list(self._parts.items()):
            if (
                isinstance(part, SeriesCards)
                and part.key in step.series
                and self._desk.trial.is_table(part.key)
            ):
                self._column.removeWidget(part)
                part.hide()
                part.deleteLater()
                self._make(at)
                made = self._parts[at]
                if isinstance(made, SeriesTable):
                    made.table.setFocus()
                order_by_layout(self.window())

    def _tell_empty(self) -> None:
        shown = any(not part.isHidden() for part in self._parts.values())
        self._empty.setVisible(not shown and not self._left)

    def _restyle(self) -> None:
        self._column.setSpacing(look().metrics.space(0 if self._flat else 3))
