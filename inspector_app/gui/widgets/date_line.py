"""A date, typed as one likes, shown in full, recorded as year-month-day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from inspector_app.gui.look import follow_fit, tight
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.dates import read_date
from inspector_app.gui.widgets.labels import label as text_label
from inspector_app.gui.widgets.read_line import ReadLine


class DateLine(ReadLine):
    """Up and Down move by a day, Page Up and Page Down by a week; the button opens a calendar."""

    _named = False

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        self._today = today
        super().__init__(16, parent)
        self.set_placeholder(self.tr("day month year"))
        self._button = Button(self.tr("Open calendar"), icon="calendar", icon_only=True, parent=self)
        self._button.clicked.connect(self._open_calendar)
        self._weekday = text_label("", "soft", wrap=False)
        self._row.insertWidget(1, self._button)
        self._row.insertWidget(2, self._weekday)
        self._named = True
        follow_fit(self._name_day)

    def set_question(self, name: str, label: QLabel | None = None) -> None:
        super().set_question(name, label)
        self._button.setAccessibleDescription(name)

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self._button.setEnabled(not read_only)

    def to_value(self, text: str) -> str:
        found = read_date(text, self._today())
        return found.isoformat() if found else ""

    def to_text(self, value: str) -> str:
        day = QDate.fromString(value[:10], Qt.DateFormat.ISODate)
        return QLocale().toString(day, "d MMMM yyyy") if day.isValid() else value

    def rejection(self) -> str:
        return self.tr("This is no date. Write it as 14 May 2025 or 14/5/25.")

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}
        days = steps.get(Qt.Key(event.key()))
        if days is None or self._line.isReadOnly():
            super().keyPressEvent(event)
            return
        start = read_date(self._line.text(), self._today())
        self._choose(start + timedelta(days=days) if start else self._today())

    def _choose(self, day: date) -> None:
        self.choose(day.isoformat())

    def was_shown(self) -> None:
        if self._named:
            self._name_day()

    def _name_day(self) -> None:
        found = read_date(self._line.text(), self._today())
        day = QDate(found.year, found.month, found.day) if found else QDate()
        named = day.isValid() and not tight()
        self._weekday.setText(QLocale().toString(day, "dddd") if named else "")

    def _restyle(self) -> None:
        super()._restyle()
        if self._named:
            self._name_day()

    def _open_calendar(self) -> None:
        from inspector_app.gui.widgets.calendar_popup import CalendarPopup

        popup = CalendarPopup(read_date(self._line.text(), self._today()) or self._today(), self)
        popup.chosen.connect(self._picked)
        popup.move(self._line.mapToGlobal(QPoint(0, self._line.height())))
        popup.show()

    def _picked(self, iso: str) -> None:
        self._choose(date.fromisoformat(iso))
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
