"""Options with a circle or a box each: a list, in columns, packed, as a scale, or bare in a table.

One control for one answer and for several, of a checklist and of every page. Where the width does not hold
what was asked for, the options stand under each other, so that nothing is ever cut off.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QStyle, QWidget

from inspector_app.forms.interface import Choice
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.marked_options import MarkedRadio, MarkedTick
from inspector_app.gui.widgets.option_control import OptionControl

Setting = Literal["list", "columns", "pack", "likert", "bare"]
Picture = Callable[[Choice], QPixmap | None]
"""The picture of a choice, None where it has none."""


class OptionList(OptionControl[MarkedRadio | MarkedTick]):
    """`many` lets several be chosen: the value names them in the order of the choices. `columns` fixes their
    number where the setting is ``columns``; 0 takes as many as fit.
    """

    def __init__(
        self,
        choices: Sequence[Choice] = (),
        *,
        many: bool = False,
        setting: Setting = "list",
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
        self.set_choices(choices)
        follow_look(self._restyle)

    def set_setting(self, setting: Setting) -> None:
        """Set the options out in another way."""
        if setting != self._setting:
            self._setting = setting
            self._restyle()

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
        return QSize(look().metrics.columns(12), look().metrics.control if self._parts else 0)

    def heightForWidth(self, width: int, /) -> int:
        places = self._plan(width)
        return max((place.bottom() + 1 for place in places), default=0)

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
        if self._setting == "list":
            return min(max(widths, default=0), look().metrics.columns(60))
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
        return [QRect(at * cell, 0, cell, height) for at in range(len(self._parts))]

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

    # Answering

    def _option(self, choice: Choice) -> MarkedRadio | MarkedTick:
        kind = MarkedTick if self._many else MarkedRadio
        made = kind(choice.label or choice.value, choice.value, self._roving, self)
        made.marked = self._marks
        made.pixmap = self._picture(choice) if self._picture is not None else None
        return made

    def _pressed(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, MarkedTick):
            self._take(self._ticked())
        elif isinstance(pressed, MarkedRadio):
            self._take(pressed.option_value)

    def _clear(self) -> None:
        """Delete takes one answer back; of several, the one in focus."""
        self._take(
            self._ticked(but=next((p for p in self._parts if p.hasFocus()), None)) if self._many else ""
        )

    def _ticked(self, *, but: MarkedRadio | MarkedTick | None = None) -> str:
        """What is ticked, and after it what the record holds and nobody offers."""
        on = [part.option_value for part in self._parts if part.isChecked() and part is not but]
        offered = {choice.value for choice in self._choices}
        return " ".join([*on, *(word for word in self._value.split() if word not in offered)])

    def _take(self, value: str) -> None:
        changed = value != self._value
        self.show_value(value)
        if changed:
            self.tell_chosen(value)
