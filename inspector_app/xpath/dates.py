"""Dates and times of XForms: ISO texts in, day numbers and ISO texts out.

Days are local days since 1970-01-01, as in JavaRosa: offsets and daylight saving matter. The local zone is
that of the machine. Nothing here raises for data: what is no date gives None.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache

from inspector_app.xpath.calendar_words import days, months

_TEXT = re.compile(
    r"\s*(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
    r"(?:T(?P<clock>\d{2}(?::\d{2}(?::\d{2}(?:[.,]\d+)?)?)?)(?P<zone>Z|[+-]\d{2}(?::?\d{2})?)?)?\s*",
    re.ASCII,
)
_CLOCK = re.compile(
    r"(?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<part>\d+))?)?"
    r"(?P<zone>Z|[+-]\d{2}(?::?\d{2})?)?",
    re.ASCII,
)
EPOCH = date(1970, 1, 1)
_DAY = 86400.0


@lru_cache(maxsize=4096)
def parse_temporal(text: str) -> date | datetime | None:
    """A date, or an aware local datetime, from ISO text; None for anything else, impossible days included."""
    match = _TEXT.fullmatch(text)
    if match is None:
        return None
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
        if match["clock"] is None:
            return day
        clock = parse_time(match["clock"] if ":" in match["clock"] else match["clock"] + ":00")
        if clock is None:
            return None
        return localise(datetime.combine(day, clock, _zone(match["zone"])))
    except (ValueError, OverflowError, OSError):
        return None


def parse_time(text: str) -> time | None:
    """The wall clock of a time text, its offset dropped; None if there is no such time."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return None
    micro = int(((match["part"] or "") + "000000")[:6])
    try:
        return time(int(match["hour"]), int(match["minute"]), int(match["second"] or 0), micro)
    except ValueError:
        return None


def _zone(text: str | None) -> timezone | None:
    if text is None:
        return None
    if text == "Z":
        return UTC
    digits = text[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return timezone(-offset if text[0] == "-" else offset)


def localise(moment: datetime) -> datetime:
    """The same moment on the local clock; without a zone it is one on that clock. A time that the clock
    leaps over in spring is as much later, as Java has it.
    """
    try:
        local = moment.astimezone()
    except (OverflowError, ValueError, OSError):
        # The system knows no zone for that year: it has the offset of the same day in another.
        return moment.replace(tzinfo=_offset_of(moment)) if moment.tzinfo is None else moment
    if moment.tzinfo is None and local.replace(tzinfo=None) != moment:
        return moment.replace(fold=1).astimezone()
    return local


def _offset_of(moment: datetime) -> timezone:
    same_day = moment.replace(year=2001, day=min(moment.day, 28)).astimezone()
    return timezone(same_day.utcoffset() or timedelta())


def day_number(when: date | datetime) -> float:
    """Local days since the epoch; a datetime has its time of day as the fraction."""
    if isinstance(when, datetime):
        clock = when.hour * 3600 + when.minute * 60 + when.second + when.microsecond / 1e6
        return (when.date() - EPOCH).days + clock / _DAY
    return float((when - EPOCH).days)


def text_days(text: str) -> float | None:
    """The day number of a date or dateTime text; None if it is neither."""
    if len(text) < 8:
        return None
    when = parse_temporal(text)
    return None if when is None else day_number(when)


def from_days(days: float) -> datetime | None:
    """The local midnight plus fraction that a day number means; None beyond the calendar."""
    try:
        return localise(datetime.combine(EPOCH, time()) + timedelta(milliseconds=round(days * _DAY * 1000)))
    except (OverflowError, ValueError, OSError):
        return None


def as_date(when: date | datetime) -> date:
    """Without its time."""
    return when.date() if isinstance(when, datetime) else when


def as_datetime(when: date | datetime) -> datetime:
    """With its time; a date is its local midnight."""
    return when if isinstance(when, datetime) else localise(datetime.combine(when, time()))


def datetime_text(moment: datetime) -> str:
    """ISO text with milliseconds and offset, as XForms stores a dateTime."""
    return moment.isoformat(timespec="milliseconds")


def format_moment(moment: datetime, pattern: str, language: str = "") -> str:
    """By the escapes of the ODK XForms specification, section format-date; others stay as they are. Names are
    in the language of the form.
    """
    parts = {
        "Y": f"{moment.year:04}",
        "y": f"{moment.year % 100:02}",
        "m": f"{moment.month:02}",
        "n": str(moment.month),
        "b": months(language)[moment.month - 1],
        "d": f"{moment.day:02}",
        "e": str(moment.day),
        "H": f"{moment.hour:02}",
        "h": str(moment.hour),
        "M": f"{moment.minute:02}",
        "S": f"{moment.second:02}",
        "3": f"{moment.microsecond // 1000:03}",
        "a": days(language)[moment.weekday()],
        "%": "%",
    }
    return re.sub(r"%(.)", lambda found: parts.get(found[1], found[0]), pattern)
