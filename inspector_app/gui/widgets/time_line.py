"""A time of day, typed as 14:05, 1405 or 2.05pm; and a date with a time."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from inspector_app.gui.look import follow_fit, follow_look, look, tight
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.date_line import DateLine
from inspector_app.gui.widgets.read_line import ReadLine


def read_time(text: str) -> time | None:
    """The time meant; None when it cannot be told."""
    found = re.fullmatch(r"(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?", text.strip().lower())
    if not found or (not found[2] and not found[3]):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


class TimeLine(ReadLine):
    """Recorded as hours, minutes and seconds, with the offset from Greenwich that holds there and then."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        self._now = now
        super().__init__(8, parent)
        self.set_placeholder("14:05")

    def to_value(self, text: str) -> str:
        found = read_time(text)
        if found is None:
            return ""
        offset = self._now().isoformat()[-6:] if self._now().tzinfo else ""
        return f"{found:%H:%M}:00.000{offset}"

    def to_text(self, value: str) -> str:
        return value[:5]

    def rejection(self) -> str:
        return self.tr("This is no time. Write it as 14:05.")


class DateTimeLine(AnswerControl):
    """A date and a time; recorded once both are there."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._date = DateLine(self._today)
        self._time = TimeLine(now)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._date)
        self._row.addWidget(self._time, 1)
        self.setFocusProxy(self._date)
        for part in (self._date, self._time):
            part.edited.connect(self._edited)
            part.committed.connect(self._committed)
            part.problem.connect(self.tell_problem)
        follow_look(self._restyle)
        follow_fit(self._restyle)

    def set_question(self, name: str, label: QLabel | None = None) -> None:
        super().set_question(name, label)
        self._date.set_question(self.tr("Date, {name}").format(name=name), label)
        self._time.set_question(self.tr("Time, {name}").format(name=name))

    def set_read_only(self, read_only: bool) -> None:
        self._date.set_read_only(read_only)
        self._time.set_read_only(read_only)

    def value(self) -> str:
        day, clock = self._date.value(), self._time.value()
        return f"{day}T{clock}" if day and clock else ""

    def show_value(self, value: str) -> None:
        day, _, clock = value.partition("T")
        if value != self.value():
            self._date.show_value(day)
            self._time.show_value(clock)

    def _today(self) -> date:
        return self._now().date()

    def _edited(self) -> None:
        self.tell_edited(self.value())

    def _committed(self) -> None:
        self.tell_committed(self.value())

    def _restyle(self) -> None:
        self._row.setSpacing(look().metrics.space(2))
        down, along = QHBoxLayout.Direction.TopToBottom, QHBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if tight() else along)
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum if tight() else QSizePolicy.Policy.Fixed
        )
