"""A month to pick a day from; imported only when it is opened."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget


class CalendarPopup(QFrame):
    """`chosen` carries the day as year-month-day; Escape closes without choosing."""

    chosen = Signal(str)

    def __init__(self, start: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("card", True)
        self._calendar = QCalendarWidget(self)
        self._calendar.setAccessibleName(self.tr("Calendar"))
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._calendar.setSelectedDate(QDate(start.year, start.month, start.day))
        layout = QVBoxLayout(self)
        layout.addWidget(self._calendar)
        self._calendar.activated.connect(self._take)
        self._calendar.clicked.connect(self._take)
        self._calendar.setFocus()

    def _take(self, day: QDate) -> None:
        self.tell_chosen(day.toString(Qt.DateFormat.ISODate))
        self.close()

    def tell_chosen(self, iso: str) -> None:
        self.chosen.emit(iso)
