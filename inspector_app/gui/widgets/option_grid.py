"""Options of a select set out as the checklist's appearance asks: columns, packed, likert, bare, or a list.

One control for one answer and for several. Where the width does not hold what was asked for, the options
stand under each other, so that nothing is ever cut off.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from inspector_app.forms.interface import Choice
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.grid_options import GridRadio, GridTick
from inspector_app.gui.widgets.options import Roving

Setting = Literal["list", "columns", "pack", "likert", "bare"]
Picture = Callable[[Choice], QPixmap | None]
"""The picture of a choice, None where it has none."""


class OptionGrid(AnswerControl):
    """`columns` fixes their number where the setting is ``columns``; 0 takes as many as fit."""

    def __init__(
        self,
        choices: Sequence[Choice] = (),
        *,
        many: bool = False,
        setting: Setting = "columns",
        columns: int = 0,
        marks: bool = True,
        picture: Picture | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._many = many
        self._setting: Setting = setting
        self._columns = columns
        self._marks = marks
        self._picture = picture
        self._value = ""
        self._choices: tuple[Choice, ...] = ()
        self._roving = Roving(self, self._clear)
        self._parts: list[GridRadio | GridTick] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_choices(choices)
        follow_look(self._restyle)

    @property
    def options(self) -> Sequence[GridRadio | GridTick]:
        return self._parts

    @property
    def choices(self) -> tuple[Choice, ...]:
        return self._choices

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other options; a value no longer offered stays recorded but shows as none."""
        if tuple(choices) == self._choices and self._parts:
            return
        self._choices = tuple(choices)
        for old in self._parts:
            old.hide()
            old.deleteLater()
        kind = GridTick if self._many else GridRadio
        self._parts = [
            kind(choice.label or choice.value, choice.value, self._roving, self) for choice in choices
        ]
        for part, choice in zip(self._parts, choices, strict=True):
            part.marked = self._marks
            part.pixmap = self._picture(choice) if self._picture is not None else None
            part.clicked.connect(self._pressed)
            part.show()
        self._roving.take(self._parts)
        self._describe()
        self.show_value(self._value)
        self._restyle()

    def set_setting(self, setting: Setting) -> None:
        """Set the options out in another way."""
        if setting != self._setting:
            self._setting = setting
            self._restyle()

    def set_question(self, name: str, label: object = None) -> None:
        super().set_question(name, label)  # type: ignore[arg-type]
        self._describe()

    def value(self) -> str:
        return self._value

    def show_value(self, value: str) -> None:
        self._value = value
        on = value.split() if self._many else [value]
        armed = any(part.hasFocus() for part in self._parts)
        for part in self._parts:
            part.show_checked(part.option_value in on and bool(value))
            if part.isChecked() and not armed:
                armed = True
                self._roving.arm(part)

    # Geometry

    def sizeHint(self) -> QSize:
        width = self._wanted_width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        if self._setting == "bare":
            return QSize(self._cell() * len(self._parts), look().metrics.control)
        return QSize(look().metrics.columns(12), look().metrics.control)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        places = self._plan(width)
        return max((place.bottom() + 1 for place in places), default=look().metrics.control)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._place()
        super().resizeEvent(event)

    def set_cell(self, width: int) -> None:
        """The width of each bare cell, shared by all rows of a table."""
        self._fixed_cell = width
        self._restyle()

    _fixed_cell = 0

    def _cell(self) -> int:
        return self._fixed_cell or look().metrics.space(12)

    def _gap(self) -> int:
        return 0 if self._setting in ("likert", "bare") else look().metrics.space(1)

    def _wanted_width(self) -> int:
        widths = [part.wide() for part in self._parts]
        if self._setting == "bare":
            return self._cell() * len(self._parts)
        if self._setting == "pack":
            return sum(widths) + self._gap() * max(0, len(widths) - 1)
        if self._setting == "likert":
            return max(widths, default=0) * len(widths)
        return max(widths, default=0) * (self._columns or min(3, len(widths) or 1))

    def _plan(self, width: int) -> list[QRect]:
        """Where each option goes at a width."""
        if self._setting == "bare":
            cell = self._cell()
            return [QRect(at * cell, 0, cell, look().metrics.control) for at in range(len(self._parts))]
        if self._setting == "likert" and self._likert_fits(width):
            return self._likert(width)
        if self._setting == "pack":
            return self._packed(width)
        if self._setting == "columns":
            return self._in_columns(width, self._count(width))
        return self._in_columns(width, 1)

    def _likert_fits(self, width: int) -> bool:
        cell = width // max(1, len(self._parts))
        return all(part.narrowest() <= cell for part in self._parts)

    def _likert(self, width: int) -> list[QRect]:
        count = max(1, len(self._parts))
        cell = width // count
        height = max((part.upright_height(cell) for part in self._parts), default=0)
        return [QRect(at * cell, 0, cell, height) for at in range(count)]

    def _packed(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        x = y = row = 0
        for part in self._parts:
            wide = min(part.wide(), width)
            height = part.height_at(wide)
            if x and x + wide > width:
                x, y, row = 0, y + row + self._gap(), 0
            places.append(QRect(x, y, wide, height))
            x, row = x + wide + self._gap(), max(row, height)
        return places

    def _count(self, width: int) -> int:
        """Columns that the width holds: those asked for, as long as the longest word of each fits."""
        widest = max((part.wide() for part in self._parts), default=1)
        if not self._columns:
            return max(1, min(len(self._parts), (width + self._gap()) // (widest + self._gap())))
        narrowest = max((part.narrowest() for part in self._parts), default=1)
        return max(1, min(self._columns, (width + self._gap()) // (narrowest + self._gap())))

    def _in_columns(self, width: int, count: int) -> list[QRect]:
        gap = self._gap()
        cell = (width - gap * (count - 1)) // count
        if self._setting == "columns" and not self._columns:
            cell = min(cell, max((part.wide() for part in self._parts), default=cell))
        places: list[QRect] = []
        y = 0
        for start in range(0, len(self._parts), count):
            row = self._parts[start : start + count]
            height = max(part.height_at(cell) for part in row)
            places += [QRect(at * (cell + gap), y, cell, height) for at in range(len(row))]
            y += height + (gap if count > 1 else 0)
        return places

    def _place(self) -> None:
        upright = self._setting == "likert" and self._likert_fits(self.width())
        for part, place in zip(self._parts, self._plan(self.width()), strict=True):
            part.bare = self._setting == "bare"
            part.upright = upright
            part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
            part.update()
        for at, part in enumerate(self._parts):
            part.first, part.last = at == 0, at == len(self._parts) - 1

    def _restyle(self) -> None:
        self.updateGeometry()
        self._place()

    # Answering

    def _describe(self) -> None:
        for part in self._parts:
            part.setAccessibleDescription(self.accessibleName())

    def _pressed(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, GridTick):
            self._take(" ".join([part.option_value for part in self._parts if part.isChecked()]))
        elif isinstance(pressed, GridRadio):
            self._take(pressed.option_value)

    def _clear(self) -> None:
        """Delete takes one answer back; of several, the one in focus."""
        if not self._many:
            self._take("")
            return
        kept = [part.option_value for part in self._parts if part.isChecked() and not part.hasFocus()]
        self._take(" ".join(kept))

    def _take(self, value: str) -> None:
        changed = value != self._value
        self.show_value(value)
        if changed:
            self.tell_chosen(value)
