"""Places on the earth, typed or pasted: a point, a line of points, an area.

There is no position service here, so each says in words where the place lies that was read: a minus forgotten
is seen at once.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from inspector_app.gui.widgets.announce import announce
from inspector_app.gui.widgets.comment_box import CommentBox
from inspector_app.gui.widgets.geo import (
    count_of,
    degrees,
    read_point,
    read_points,
    shown_point,
    shown_points,
)
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.read_line import ReadLine


class PointLine(ReadLine):
    """Latitude and longitude in degrees, or pasted from a map; what is no point is not recorded."""

    _said: QWidget | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(32, parent)
        self.set_placeholder(self.tr("55.9533, -3.1883"))
        self.where = self._said = label("", "soft")
        self._row.setDirection(QBoxLayout.Direction.TopToBottom)
        self._row.setAlignment(self._line, Qt.AlignmentFlag.AlignLeft)
        self._row.insertWidget(1, self.where)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.was_shown()

    def to_value(self, text: str) -> str:
        return read_point(text)

    def to_text(self, value: str) -> str:
        return shown_point(value)

    def rejection(self) -> str:
        return self.tr("This is no point. Write latitude and longitude, such as 55.9533, -3.1883.")

    def leave(self) -> None:
        super().leave()
        announce(self, self.where.text())

    def was_shown(self) -> None:
        if self._said is not None:
            said = degrees(read_point(self._line.text()))
            self.where.setText(said or self.tr("latitude, longitude in degrees, as a map gives them"))


class PointsBox(CommentBox):
    """One point on each line; an area (`closed`) is closed by itself."""

    def __init__(self, *, closed: bool, parent: QWidget | None = None) -> None:
        self._closed = closed
        self._recorded = ""
        super().__init__("55.9533, -3.1883", 3, parent)
        self.where = label("", "soft")
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.where)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._say_where()

    def value(self) -> str:
        text = self._box.toPlainText()
        if text == shown_points(self._recorded):
            return self._recorded
        found, problem = read_points(text, closed=self._closed)
        return self._recorded if problem else found

    def show_value(self, value: str) -> None:
        unread = read_points(self._box.toPlainText(), closed=self._closed)[1]
        if value == self._recorded and (self._box.hasFocus() or unread or value == self.value()):
            return
        self._recorded = value
        text = shown_points(value)
        if text != self._box.toPlainText():
            self._quiet = True
            self._box.setPlainText(text)
            self._quiet = False
            self.fit()
        if self.own_problem:
            self.tell_problem("")
        self._say_where()

    def leave(self) -> None:
        _, problem = read_points(self._box.toPlainText(), closed=self._closed)
        self.tell_problem(problem)
        self._recorded = self.value()
        super().leave()
        announce(self, self.where.text())

    def _typed(self) -> None:
        _, problem = read_points(self._box.toPlainText(), closed=self._closed)
        if not self._quiet:
            self._say_where()
        if problem and not self._quiet:
            self.fit()
            return
        super()._typed()

    def _say_where(self) -> None:
        found, _ = read_points(self._box.toPlainText(), closed=self._closed)
        count = count_of(found) - (1 if self._closed else 0)
        if found:
            words = (
                self.tr("{count} points, from {first}")
                if not self._closed
                else self.tr("an area of {count} corners, from {first}")
            )
            self.where.setText(words.format(count=count, first=degrees(found.split(";")[0])))
        elif self._closed:
            self.where.setText(self.tr("one corner a line: latitude, longitude in degrees; three or more"))
        else:
            self.where.setText(self.tr("one point a line: latitude, longitude in degrees; two or more"))
