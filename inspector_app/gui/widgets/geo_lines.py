"""Places on the earth, typed or pasted: a point, a line of points, an area."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inspector_app.gui.widgets.comment_box import CommentBox
from inspector_app.gui.widgets.geo import read_point, read_points, shown_point, shown_points
from inspector_app.gui.widgets.text_line import TextLine, show_in_line


class PointLine(TextLine):
    """Latitude and longitude in degrees, or pasted from a map; what is no point is not recorded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._recorded = ""
        super().__init__(32, parent)
        self.set_placeholder(self.tr("55.9533, -3.1883"))

    def value(self) -> str:
        text = self._line.text()
        if not text.strip():
            return ""
        if text == self.to_text(self._recorded):
            return self._recorded
        return read_point(text) or self._recorded

    def show_value(self, value: str) -> None:
        if value == self.value() and self._line.hasFocus():
            return
        self._recorded = value
        show_in_line(self._line, self.to_text(value))

    def to_value(self, text: str) -> str:
        return read_point(text)

    def to_text(self, value: str) -> str:
        return shown_point(value)

    def complaint(self, text: str) -> str:
        if not text.strip() or read_point(text):
            return ""
        return self.tr("This is no point. Write latitude and longitude, such as 55.9533, -3.1883.")

    def leave(self) -> None:
        super().leave()
        self._recorded = self.value()
        if not self.complaint(self._line.text()):
            show_in_line(self._line, self.to_text(self._recorded))

    def _typed(self, text: str) -> None:
        if text.strip() and not read_point(text):
            self._pause.stop()
            self.tell_problem("")
            return
        super()._typed(text)


class PointsBox(CommentBox):
    """One point on each line; an area (`closed`) is closed by itself."""

    def __init__(self, *, closed: bool, parent: QWidget | None = None) -> None:
        self._closed = closed
        self._recorded = ""
        super().__init__("55.9533, -3.1883", 3, parent)

    def value(self) -> str:
        text = self._box.toPlainText()
        if text == shown_points(self._recorded):
            return self._recorded
        found, problem = read_points(text, closed=self._closed)
        return self._recorded if problem else found

    def show_value(self, value: str) -> None:
        if value == self._recorded and (self._box.hasFocus() or value == self.value()):
            return
        self._recorded = value
        self._show_text(shown_points(value))

    def _show_text(self, text: str) -> None:
        if text != self._box.toPlainText():
            self._quiet = True
            self._box.setPlainText(text)
            self._quiet = False
            self.fit()

    def leave(self) -> None:
        _, problem = read_points(self._box.toPlainText(), closed=self._closed)
        self.tell_problem(problem)
        self._recorded = self.value()
        super().leave()

    def _typed(self) -> None:
        _, problem = read_points(self._box.toPlainText(), closed=self._closed)
        if problem and not self._quiet:
            self.fit()
            return
        super()._typed()
