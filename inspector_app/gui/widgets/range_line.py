"""A number between two ends in steps: a slider and the number itself, which can be typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.labels import label as text_label
from inspector_app.gui.widgets.slider import Slider
from inspector_app.gui.widgets.text_line import DecimalLine, IntegerLine

MOST_STEPS = 100_000


@dataclass(frozen=True, slots=True)
class Steps:
    """The values of a range: `count` + 1 of them from `start` by `step`; `step` may be negative."""

    start: Decimal
    step: Decimal
    count: int

    def value(self, at: int) -> str:
        """The value of a step as XForms keeps it."""
        return _plain(self.start + self.step * at)

    def place(self, value: str) -> int | None:
        """The step nearest to a value, None for a text that is no number."""
        number = _number(value)
        if number is None:
            return None
        return min(max(round((number - self.start) / self.step), 0), self.count)

    def holds(self, value: str) -> bool:
        """Whether a value is one of the steps."""
        number = _number(value)
        if number is None:
            return False
        place = (number - self.start) / self.step
        return place == place.to_integral_value() and 0 <= place <= self.count

    def values(self) -> list[str]:
        """All values in order."""
        return [self.value(at) for at in range(self.count + 1)]


def steps_of(parameters: Mapping[str, str]) -> Steps | None:
    """The steps of a range's start, end and step; None where they make no sense (any number then)."""
    start = _number(parameters.get("start", ""))
    end = _number(parameters.get("end", ""))
    step = _number(parameters.get("step", "1"))
    if start is None or end is None or step is None or step == 0 or start == end:
        return None
    step = abs(step) if end > start else -abs(step)
    count = int((end - start) / step)
    return Steps(start, step, count) if 1 <= count <= MOST_STEPS else None


class RangeLine(AnswerControl):
    """Arrows step, Page keys step by ten, Delete clears. Nothing is answered until it is touched."""

    def __init__(
        self,
        steps: Steps,
        *,
        whole: bool = True,
        vertical: bool = False,
        ticks: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._steps = steps
        self._value = ""
        self._quiet = False
        across = Qt.Orientation.Vertical if vertical else Qt.Orientation.Horizontal
        self._slider = _Keyed(across, ticks=ticks, parent=self)
        self._slider.owner = self
        self._slider.setRange(0, steps.count)
        self._slider.setPageStep(10 if steps.count >= 30 else max(1, steps.count // 3))
        self._line = (IntegerLine if whole else DecimalLine)(8, parent=self)
        ends = [text_label(steps.value(at), "soft", wrap=False, parent=self) for at in (0, steps.count)]
        self._ends = ends
        way = QBoxLayout.Direction.TopToBottom if vertical else QBoxLayout.Direction.LeftToRight
        self._row = QBoxLayout(way, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        side = Qt.AlignmentFlag.AlignLeft if vertical else Qt.AlignmentFlag.AlignTop
        for part in (ends[vertical], self._slider, ends[not vertical]):
            self._row.addWidget(part, 0, side)
        self._row.addWidget(self._line)
        if not vertical:
            self._row.addStretch(1)
        self.setFocusProxy(self._slider)
        QWidget.setTabOrder(self._slider, self._line.line)
        self._slider.valueChanged.connect(self._slid)
        self._line.began.connect(self._line_began)
        self._line.edited.connect(self._line_edited)
        self._line.committed.connect(self._line_done)
        self._line.problem.connect(self.tell_problem)
        follow_look(self._restyle)

    @property
    def slider(self) -> Slider:
        return self._slider

    @property
    def line(self) -> IntegerLine | DecimalLine:
        return self._line

    def set_question(self, name: str, label: QLabel | None = None) -> None:
        super().set_question(name, label)
        self._slider.setAccessibleName(name)
        self._line.set_question(self.tr("{name}, number").format(name=name))

    def set_read_only(self, read_only: bool) -> None:
        self._slider.setEnabled(not read_only)
        self._line.set_read_only(read_only)

    def set_problem(self, message: str) -> None:
        super().set_problem(message)
        self._line.set_problem(message)

    def set_hint(self, hint: str) -> None:
        super().set_hint(hint)
        self._line.set_hint(hint)

    def value(self) -> str:
        return self._value

    def show_value(self, value: str) -> None:
        self._value = value
        self._line.show_value(value)
        self._show_slider()

    def clear_answer(self) -> None:
        """Take the answer back."""
        if self._value:
            self.show_value("")
            self.tell_chosen("")

    def _show_slider(self) -> None:
        place = self._steps.place(self._value)
        self._quiet = True
        self._slider.set_empty(place is None)
        self._slider.setValue(place or 0)
        self._quiet = False
        words = self._value or self.tr("not answered")
        self._slider.setAccessibleDescription(words)

    def _slid(self, at: int) -> None:
        if self._quiet:
            return
        self._value = self._steps.value(at)
        self._slider.set_empty(False)
        self._line.show_value(self._value)
        self.tell_problem("")
        self.tell_chosen(self._value)

    def _line_began(self) -> None:
        self._slider.setAccessibleDescription(self._value)

    def _line_edited(self, value: str) -> None:
        self._value = value
        self._show_slider()
        self.tell_edited(value)

    def _line_done(self, value: str) -> None:
        if value and not self._steps.holds(value):
            ends = self._steps.value(0), self._steps.value(self._steps.count)
            self.tell_problem(
                self.tr("Choose a number from {low} to {high} in steps of {step}.").format(
                    low=ends[0], high=ends[1], step=_plain(abs(self._steps.step))
                )
            )
        self.tell_committed(value)

    def _restyle(self) -> None:
        self._row.setSpacing(look().metrics.space(2.5))
        for end in self._ends:
            end.setMinimumHeight(look().metrics.target)


class _Keyed(Slider):
    """The slider of a range: Delete clears the answer, and any arrow answers."""

    owner: RangeLine

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.owner.clear_answer()
            return
        before = self.value()
        was_empty = self.empty
        super().keyPressEvent(event)
        if was_empty and self.value() == before and event.key() in _STEPPING:
            self.valueChanged.emit(before)


_STEPPING = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number) < Decimal("1e15") else None


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
