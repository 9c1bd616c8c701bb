"""Geographic functions, on a sphere of the radius that ODK uses."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from inspector_app.xpath.model import Scope, Value
from inspector_app.xpath.registry import function
from inspector_app.xpath.values import plain_number, texts_of

SECTION = "geographic"
EARTH_RADIUS = 6378100.0
"""Metres; ENGINE: one degree at the equator is 111318.845 m in JavaRosa."""

Point = tuple[float, float]


def _points(values: Sequence[Value]) -> list[Point] | None:
    """All points (latitude, longitude in degrees) of shapes, traces and points; None if one is malformed."""
    points: list[Point] = []
    for value in values:
        for text in texts_of(value):
            for part in text.split(";"):
                if not part.strip():
                    continue
                point = _point(part)
                if point is None:
                    return None
                points.append(point)
    return points


def _point(text: str) -> Point | None:
    numbers = [plain_number(word) for word in text.split()[:2]]
    if len(numbers) < 2 or not (abs(numbers[0]) <= 90 and abs(numbers[1]) <= 180):
        return None
    return numbers[0], numbers[1]


def _metres(first: Point, second: Point) -> float:
    (lat1, lon1), (lat2, lon2) = (tuple(map(math.radians, point)) for point in (first, second))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_RADIUS * math.asin(math.sqrt(min(1.0, half)))


@function("distance", 1, None, "number", SECTION)
def distance(scope: Scope, *values: Value) -> float:
    """The length in metres of a shape, a trace or a row of points."""
    points = _points(values)
    if points is None:
        scope.host.warn("geo-invalid", "A value is not a place on the earth", scope.current)
        return float("nan")
    return math.fsum(_metres(first, second) for first, second in itertools.pairwise(points))


@function("area", 1, None, "number", SECTION)
def area(scope: Scope, *values: Value) -> float:
    """The area in square metres inside a shape."""
    points = _points(values)
    if points is None or len(points) < 3:
        return 0.0
    total = 0.0
    for first, second in zip(points, [*points[1:], points[0]], strict=True):
        (lat1, lon1), (lat2, lon2) = (tuple(map(math.radians, point)) for point in (first, second))
        total += (lon2 - lon1) * (2 + math.sin(lat1) + math.sin(lat2))
    return abs(total * EARTH_RADIUS * EARTH_RADIUS / 2)


function("enclosed-area", 1, None, "number", SECTION)(area)


@function("geofence", 2, 2, "boolean", SECTION)
def geofence(scope: Scope, place: Value, shape: Value) -> bool:
    """Whether a point lies inside a closed shape."""
    points, ring = _points((place,)), _points((shape,))
    if not points or not ring or len(ring) < 4 or ring[0] != ring[-1]:
        return False
    (y, x), inside = points[0], False
    for (y1, x1), (y2, x2) in itertools.pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside
