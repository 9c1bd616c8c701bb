"""Reading a date as people type it: 14 May 2025, 14/5/25, 14.05.2025, 2025-05-14, today, +3."""

from __future__ import annotations

import re
from datetime import date, timedelta

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_RELATIVE = {"today": 0, "yesterday": -1, "tomorrow": 1}


def read_date(text: str, today: date) -> date | None:
    """The date meant, day before month as in Britain; None when it cannot be told. No year is this year."""
    words = text.strip().lower().rstrip(".")
    if words in _RELATIVE:
        return today + timedelta(days=_RELATIVE[words])
    if moved := re.fullmatch(r"([+-])\s*(\d{1,4})", words):
        days = int(moved[2])
        return today + timedelta(days=days if moved[1] == "+" else -days)
    if iso := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", words):
        return _made(int(iso[1]), int(iso[2]), int(iso[3]))
    if figures := re.fullmatch(r"(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{4}|\d{2}))?", words):
        return _made(_year(figures[3], today), int(figures[2]), int(figures[1]))
    if named := re.fullmatch(
        r"(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?(?:\s+(\d{4}|\d{2}))?", words
    ):
        month = next((n for n, name in enumerate(MONTHS, 1) if name.startswith(named[2])), 0)
        return _made(_year(named[3], today), month, int(named[1]))
    return None


def _year(text: str | None, today: date) -> int:
    if not text:
        return today.year
    return int(text) if len(text) == 4 else 2000 + int(text)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
