"""A month of a year, or a year alone; recorded as the first day of it, as ODK's clients do."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from inspector_app.gui.widgets.dates import MONTHS
from inspector_app.gui.widgets.read_line import ReadLine


class _PartOfDate(ReadLine):
    """What both share: Up and Down move on and back."""

    def __init__(self, columns: int, today: Callable[[], date], parent: QWidget | None = None) -> None:
        self._today = today
        super().__init__(columns, parent)

    def read(self, text: str) -> date | None:
        """The first day of what is meant."""
        raise TypeError(f"{type(self).__name__} reads no date")

    def moved(self, day: date, by: int) -> date:
        """The next or the one before."""
        raise TypeError(f"{type(self).__name__} moves no date")

    def to_value(self, text: str) -> str:
        found = self.read(text)
        return found.isoformat() if found else ""

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        by = steps.get(Qt.Key(event.key()))
        if by is None or self._line.isReadOnly():
            super().keyPressEvent(event)
            return
        start = self.read(self._line.text())
        day = self.moved(start, by) if start else self._today().replace(day=1)
        self.choose(self.to_value(self.to_text(day.isoformat())))


class MonthLine(_PartOfDate):
    """Typed as May 2026, 5/2026 or 2026-05."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(14, today, parent)
        self.set_placeholder(self.tr("May 2025"))

    def read(self, text: str) -> date | None:
        words = text.strip().lower().replace(",", " ")
        if iso := re.fullmatch(r"(\d{4})-(\d{1,2})(?:-\d{1,2})?", words):
            return _first(int(iso[1]), int(iso[2]))
        if figures := re.fullmatch(r"(\d{1,2})[/. -](\d{4})", words):
            return _first(int(figures[2]), int(figures[1]))
        if named := re.fullmatch(r"([a-z]{3,9})\.?\s*(\d{4})?", words):
            month = next((n for n, name in enumerate(MONTHS, 1) if name.startswith(named[1])), 0)
            return _first(int(named[2] or self._today().year), month)
        return None

    def moved(self, day: date, by: int) -> date:
        months = day.year * 12 + day.month - 1 + by
        return date(min(max(months // 12, 1), 9999), months % 12 + 1, 1)

    def to_text(self, value: str) -> str:
        found = re.match(r"(\d{4})-(\d\d)", value)
        if not found or not 1 <= int(found[2]) <= 12:
            return value
        return f"{MONTHS[int(found[2]) - 1].capitalize()} {found[1]}"

    def rejection(self) -> str:
        return self.tr("This is no month. Write it as May 2025 or 5/2025.")


class YearLine(_PartOfDate):
    """Typed as four digits."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(6, today, parent)
        self.set_placeholder("2025")

    def read(self, text: str) -> date | None:
        found = re.fullmatch(r"(\d{4})(?:-\d\d-\d\d)?", text.strip())
        return _first(int(found[1]), 1) if found else None

    def moved(self, day: date, by: int) -> date:
        return date(min(max(day.year + by, 1), 9999), 1, 1)

    def to_text(self, value: str) -> str:
        return value[:4]

    def rejection(self) -> str:
        return self.tr("Write the year in four digits, such as 2025.")


def _first(year: int, month: int) -> date | None:
    try:
        return date(year, month, 1)
    except ValueError:
        return None
