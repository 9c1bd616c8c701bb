"""A signature or a sketch: drawn with the mouse or a pen; or, for those who cannot, a typed name or a file.

The paper is white and the ink dark in every look, for the picture is printed. It is handed over as PNG; who
takes it says under which name it is kept.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from inspector_app.errors import KnownError
from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.file_box import FileBox
from inspector_app.gui.widgets.file_line import ENDINGS
from inspector_app.gui.widgets.file_shelf import FileShelf
from inspector_app.gui.widgets.pictures import as_png, read_picture
from inspector_app.gui.widgets.text_line import TextLine
from inspector_app.operations.answer_files import KeptFile
from inspector_app.operations.given_file import Given, ReadyFile

PAPER, INK = Qt.GlobalColor.white, Qt.GlobalColor.black
EXPORT = QSize(1200, 450)


class Paper(QLabel):
    """Where one draws. Strokes are kept in shares of the paper, so that a resize moves nothing.

    A label that holds a picture is told to screen readers as a graphic; a bare widget as nothing.
    """

    drawn = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.strokes: list[list[QPointF]] = []
        self.ground: QPixmap | None = None
        self.typed = ""
        self.usable = True
        blank = QPixmap(1, 1)
        blank.fill(Qt.GlobalColor.transparent)
        self.setPixmap(blank)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        if self.usable and event.button() == Qt.MouseButton.LeftButton:
            self.strokes.append([self._share(event.position())])
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        if self.usable and self.strokes and event.buttons() & Qt.MouseButton.LeftButton:
            self.strokes[-1].append(self._share(event.position()))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        if self.usable and event.button() == Qt.MouseButton.LeftButton and self.strokes:
            self.drawn.emit()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        undo = event.key() == Qt.Key.Key_Z and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self.usable and self.strokes and (undo or event.key() == Qt.Key.Key_Backspace):
            self.strokes.pop()
            self.drawn.emit()
            self.update()
        else:
            super().keyPressEvent(event)

    def drawing(self) -> bytes:
        """The drawing as PNG."""
        image = QImage(EXPORT, QImage.Format.Format_RGB32)
        image.fill(QColor(PAPER))
        painter = QPainter(image)
        self._draw(painter, QRectF(image.rect()))
        painter.end()
        return as_png(image)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        seen = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        width = float(seen.metrics.focus if focused else 1)
        edge = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(QPen(QColor(seen.colours.accent if focused else seen.colours.control_line), width))
        painter.setBrush(QColor(PAPER))
        painter.drawRoundedRect(edge, seen.metrics.radius, seen.metrics.radius)
        self._draw(painter, QRectF(self.rect()))

    def _draw(self, painter: QPainter, room: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.ground is not None:
            size = self.ground.deviceIndependentSize().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            corner = QPointF((room.width() - size.width()) / 2, (room.height() - size.height()) / 2)
            painter.drawPixmap(QRectF(corner, size), self.ground, QRectF(self.ground.rect()))
        ink = QPen(QColor(INK), max(1.5, room.height() / 90), Qt.PenStyle.SolidLine)
        ink.setCapStyle(Qt.PenCapStyle.RoundCap)
        ink.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(ink)
        for stroke in self.strokes:
            points = [QPointF(p.x() * room.width(), p.y() * room.height()) for p in stroke]
            if len(points) == 1:
                painter.drawPoint(points[0])
            else:
                painter.drawPolyline(QPolygonF(points))
        if self.typed:
            font = QFont(self.font())
            font.setPixelSize(max(8, round(room.height() / 4)))
            font.setItalic(True)
            while font.pixelSize() > 8 and _wide(font, self.typed) > room.width() * 0.9:
                font.setPixelSize(font.pixelSize() - 2)
            painter.setFont(font)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.typed)

    def _share(self, spot: QPointF) -> QPointF:
        return QPointF(spot.x() / max(1, self.width()), spot.y() / max(1, self.height()))


class DrawPad(AnswerControl):
    """A signature may be typed instead of drawn; other kinds (draw, annotate) may begin with a picture."""

    def __init__(self, kind: str, key: str, shelf: FileShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._key, self._shelf = kind, key, shelf
        self._value = ""
        self._paper = Paper(self)
        self._paper.drawn.connect(self._keep)
        self._clear = Button(self.tr("Clear"), parent=self)
        self._clear.clicked.connect(self._cleared)
        self._typed = TextLine(28, self)
        words = self.tr("Draw on a picture"), self.tr("Draw on another picture")
        self._file = FileBox(*words, self, endings=ENDINGS["image"])
        self._typed.committed.connect(self._name_typed)
        self._file.given.connect(self._given)
        line = QHBoxLayout()
        line.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._typed, 1)
        line.addStretch(0 if kind == "signature" else 1)
        (self._file if kind == "signature" else self._typed).hide()
        self._line = line
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._paper)
        add_layout(self._column, line)
        self._column.addWidget(self._file)
        self._typed.set_placeholder(self.tr("or type the name"))
        self.setFocusProxy(self._paper)
        follow_look(self._restyle)

    @property
    def paper(self) -> Paper:
        return self._paper

    @property
    def typed(self) -> TextLine:
        return self._typed

    def set_question(self, name: str, label: QLabel | None = None) -> None:
        super().set_question(name, label)
        self._paper.setAccessibleName(self.tr("{name}, drawing").format(name=name))
        self._typed.set_question(self.tr("{name}, typed instead of drawn").format(name=name))
        self._file.set_called(name)
        self._clear.setAccessibleDescription(name)

    def set_read_only(self, read_only: bool) -> None:
        self._paper.usable = not read_only
        self._clear.setEnabled(not read_only)
        self._typed.set_read_only(read_only)
        self._file.set_read_only(read_only)

    def value(self) -> str:
        return self._value

    def show_value(self, value: str) -> None:
        """What this pad drew itself stands on its paper already, strokes and all."""
        if value == self._value:
            return
        self._value = value
        self._show_paper([], "", None)
        if value:
            self._shelf.fetch(value, partial(self._fetched, value))

    def _fetched(self, name: str, file: KeptFile) -> None:
        if isValid(self) and name == self._value and file.content is not None:
            self._show_paper([], "", read_picture(file.content, EXPORT))

    def _show_paper(self, strokes: list[list[QPointF]], typed: str, ground: QPixmap | None) -> None:
        self._paper.strokes, self._paper.typed, self._paper.ground = strokes, typed, ground
        self._paper.update()

    def _keep(self) -> None:
        paper = self._paper
        if not paper.strokes and not paper.typed and paper.ground is None:
            self._value = ""
            self.tell_chosen("")
            return
        self._shelf.keep(self._key, f"{self._kind}.png", paper.drawing(), self._kept, self._refused)

    def _kept(self, name: str) -> None:
        if isValid(self):
            self._value = name

    def _refused(self, error: KnownError) -> None:
        if isValid(self):
            words = f"{error.message} {error.advice}".strip()
            (self.tell_problem if self._kind == "signature" else self._file.show_problem)(words)

    def _name_typed(self, name: str) -> None:
        self._show_paper([], name.strip(), None)
        self._keep()

    def _given(self, name: str, source: Path | bytes) -> None:
        """A picture to draw on, or to hand over as it is."""
        self._file.show_problem("")
        self._shelf.prepare(Given("image", name, source), self._grounded, self._refused)

    def _grounded(self, found: ReadyFile) -> None:
        if isValid(self):
            self._show_paper([], "", read_picture(found.content, EXPORT))
            self._keep()

    def _cleared(self) -> None:
        self._show_paper([], "", None)
        self._typed.show_value("")
        if self._value:
            self._keep()

    def _restyle(self) -> None:
        m = look().metrics
        self._paper.setFixedHeight(m.space(40 if self._kind == "signature" else 64))
        self._paper.setMaximumWidth(m.columns(72))
        self._column.setSpacing(m.space(2))
        self._line.setSpacing(m.space(2))


def _wide(font: QFont, text: str) -> int:
    from PySide6.QtGui import QFontMetrics

    return QFontMetrics(font).horizontalAdvance(text)
