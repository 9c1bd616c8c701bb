"""The letters of a line of a list, and how its words are broken in rows."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from inspector_app.gui.metrics import SMALL, Metrics


class Face(NamedTuple):
    font: QFont
    metrics: QFontMetrics


class Faces(NamedTuple):
    """The letters of a line, made once for a look and not for each line that is painted."""

    body: Face
    bold: Face
    small: Face
    small_bold: Face


def faces_of(font: QFont, m: Metrics) -> Faces:
    def face(points: float, weight: QFont.Weight | None = None) -> Face:
        made = QFont(font)
        made.setPointSizeF(points)
        if weight is not None:
            made.setWeight(weight)
        return Face(made, QFontMetrics(made))

    bold, small = QFont.Weight.DemiBold, m.points(SMALL)
    return Faces(face(m.body_points), face(m.body_points, bold), face(small), face(small, bold))


def rows_of(words: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """The words in rows of that width, broken between words; what `most` rows do not hold is cut, and an
    ellipsis says so. A word longer than a row is cut too.
    """
    if most == 1 or not words:
        return [metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)] if words else []
    if metrics.horizontalAdvance(words) <= width:
        return [words]
    rows, left = [""], words.split()
    while left:
        longer = f"{rows[-1]} {left[0]}".strip()
        if metrics.horizontalAdvance(longer) <= width or not rows[-1]:
            rows[-1] = longer
            left.pop(0)
        elif len(rows) == most:
            rows[-1] = " ".join((rows[-1], *left))
            break
        else:
            rows.append("")
    return [metrics.elidedText(row, Qt.TextElideMode.ElideRight, width) for row in rows]
