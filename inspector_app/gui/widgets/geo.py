"""Reading a place on the earth as people type or paste it. No Qt here.

XForms keeps a point as ``latitude longitude altitude accuracy`` in degrees and metres, a line as points
parted by ``;``, an area as a line that ends where it began.
"""

from __future__ import annotations

import re

from inspector_app.words import translate

_NUMBER = r"[-+]?\d{1,3}(?:\.\d{1,12})?"
_POINT = re.compile(
    rf"({_NUMBER})\s*°?\s*([NS])?[\s,;]+({_NUMBER})\s*°?\s*([EW])?"
    r"(?:[\s,]+([-+]?\d{1,5}(?:\.\d{1,6})?)\s*m?)?(?:[\s,]+(?:±\s*)?(\d{1,6}(?:\.\d{1,6})?)\s*m?)?",
    re.IGNORECASE,
)
_SEXAGESIMAL = re.compile(
    r"(\d{1,3})\s*°\s*(?:(\d{1,2}(?:\.\d{1,8})?)\s*['′’]\s*)?(?:(\d{1,2}(?:\.\d{1,8})?)\s*(?:[\"″”]|'')\s*)?([NSEW])",
    re.IGNORECASE,
)
_IN_ADDRESS = re.compile(
    rf"(?:@|geo:|[?&](?:q|ll|query|mlat)=)({_NUMBER})(?:,|%2C|&mlon=)({_NUMBER})", re.IGNORECASE
)

MOST_POINTS = 10_000


def read_point(text: str) -> str:
    """The XForms value of a point, '' where the text is none."""
    words = text.strip()
    if not words or len(words) > 1000:
        return ""
    pasted = _IN_ADDRESS.search(words)
    if pasted:
        return _made(float(pasted[1]), float(pasted[2]))
    sexagesimal = _SEXAGESIMAL.findall(words)
    if len(sexagesimal) == 2:
        return _from_parts(sexagesimal)
    found = _POINT.fullmatch(words)
    if not found:
        return ""
    latitude = _signed(found[1], found[2], "S")
    longitude = _signed(found[3], found[4], "W")
    return _made(latitude, longitude, found[5] or "0", found[6] or "0")


def read_points(text: str, *, closed: bool) -> tuple[str, str]:
    """The XForms value of a line or (`closed`) an area, and what is wrong: one of the two is ''.

    One point stands on each line, or they are parted by semicolons. An area is closed by itself.
    """
    lines = [line.strip() for line in re.split(r"[;\n]", text) if line.strip()]
    if len(lines) > MOST_POINTS:
        return "", translate("Geo", "These are more than {count} points.").format(count=MOST_POINTS)
    points = []
    for number, line in enumerate(lines, 1):
        point = read_point(line)
        if not point:
            words = translate(
                "Geo", "Line {number} is no point. Write latitude and longitude, such as 55.9533, -3.1883."
            )
            return "", words.format(number=number)
        points.append(point)
    if closed and points and points[0] != points[-1]:
        points.append(points[0])
    fewest = 4 if closed else 2
    if points and len(points) < fewest:
        if closed:
            return "", translate("Geo", "An area has three points or more.")
        return "", translate("Geo", "A line has two points or more.")
    return "; ".join(points), ""


def shown_point(value: str) -> str:
    """A point as the screen shows it: latitude, longitude, and altitude and accuracy where they are known."""
    parts = value.split()
    if len(parts) < 2:
        return value
    extra = [part for part in parts[2:4]]
    while extra and float_or_zero(extra[-1]) == 0:
        extra.pop()
    return ", ".join([*parts[:2], *extra])


def degrees(value: str) -> str:
    """Where a point lies, in words: "55.9533° north, 3.1883° west"; '' for no point."""
    parts = value.split()
    if len(parts) < 2:
        return ""
    latitude, longitude = float_or_zero(parts[0]), float_or_zero(parts[1])
    north = translate("Geo", "{degrees}° north") if latitude >= 0 else translate("Geo", "{degrees}° south")
    east = translate("Geo", "{degrees}° east") if longitude >= 0 else translate("Geo", "{degrees}° west")
    sides = (north.format(degrees=_plain(abs(latitude))), east.format(degrees=_plain(abs(longitude))))
    return ", ".join(sides)


def count_of(value: str) -> int:
    """How many points a line or area has."""
    return sum(1 for point in value.split(";") if point.strip())


def shown_points(value: str) -> str:
    """The points of a line or area, one on each line."""
    return "\n".join(shown_point(point) for point in value.split(";") if point.strip())


def float_or_zero(text: str) -> float:
    """The number, or 0 where the text is none."""
    try:
        return float(text)
    except ValueError:
        return 0.0


def _from_parts(parts: list[tuple[str, str, str, str]]) -> str:
    places: dict[str, float] = {}
    for degrees, minutes, seconds, side in parts:
        if float(minutes or 0) >= 60 or float(seconds or 0) >= 60:
            return ""
        size = float(degrees) + float(minutes or 0) / 60 + float(seconds or 0) / 3600
        axis = "latitude" if side.upper() in "NS" else "longitude"
        places[axis] = -size if side.upper() in "SW" else size
    if len(places) != 2:
        return ""
    return _made(round(places["latitude"], 7), round(places["longitude"], 7))


def _signed(number: str, side: str | None, negative: str) -> float:
    size = float(number)
    return -abs(size) if side and side.upper() == negative else size


def _made(latitude: float, longitude: float, altitude: str = "0", accuracy: str = "0") -> str:
    if abs(latitude) > 90 or abs(longitude) > 180:
        return ""
    return f"{_plain(latitude)} {_plain(longitude)} {_plain(float(altitude))} {_plain(float(accuracy))}"


def _plain(number: float) -> str:
    text = f"{number:.9f}".rstrip("0").rstrip(".")
    return "0" if text in ("", "-0") else text
