"""A word in a pill: a state, or how a derived class came about."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from inspector_app.gui import icons
from inspector_app.gui.look import look
from inspector_app.gui.metrics import SMALL

Tone = Literal["accent", "good", "attention", "bad", "quiet"]


class Badge(QLabel):
    """Painted by itself, since a style sheet gives up rounding when a radius exceeds half the height.

    It keeps its own width in every row. An icon tells the tone apart without colour.
    """

    def __init__(
        self,
        text: str = "",
        tone: Tone = "quiet",
        icon: icons.Name | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone: Tone = tone
        self._icon_name = icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_text(text, tone, icon)
        if not text:
            self.hide()  # said, and not only so because nothing is shown yet: else what holds it shows it too

    def show_text(self, text: str, tone: Tone | None = None, icon: icons.Name | None = None) -> None:
        """New words; without a tone the old tone and icon stay. An empty badge hides itself. The same words
        again cost nothing: they would lay the whole page out anew, with each key."""
        before = (self.text(), self._tone, self._icon_name)
        if tone is not None:
            self._tone = tone
            self._icon_name = icon
        if before == (text, self._tone, self._icon_name) and self.isHidden() == (not text):
            return
        self.setText(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def setVisible(self, visible: bool, /) -> None:
        """Before it has a place it is only noted: shown now, it would flash up as a window of its own."""
        if visible and self.parent() is None:
            self.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
        else:
            super().setVisible(visible)

    @property
    def tone(self) -> Tone:
        return self._tone

    def sizeHint(self) -> QSize:
        m = look().metrics
        words = QFontMetrics(self._font())
        icon = m.icon + m.space(1) if self._icon_name else 0
        return QSize(
            words.horizontalAdvance(self.text()) + icon + 2 * m.space(2.5), words.height() + m.space(1.5)
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent, /) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        seen = look()
        ink, ground = seen.colours.tone(self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(ink) if seen.name == "contrast" else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
        inside = self.rect().adjusted(seen.metrics.space(2.5), 0, -seen.metrics.space(2.5), 0)
        if self._icon_name:
            side = seen.metrics.icon
            left = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
            x = inside.left() if left else inside.right() - side
            icons.paint(painter, QRectF(x, (self.height() - side) / 2, side, side), self._icon_name, ink)
            step = side + seen.metrics.space(1)
            inside.adjust(step if left else 0, 0, 0 if left else -step, 0)
        painter.setPen(QColor(ink))
        painter.setFont(self._font())
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, self.text())

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(look().metrics.points(SMALL))
        font.setWeight(QFont.Weight.DemiBold)
        return font


class DerivedBadge(Badge):
    """How a derived class came about: "4 of 7 · majority", or that it could not be derived."""

    def show_class(self, aware: int, asked: int, words: str, *, decided: bool = True) -> None:
        """`words` is the class's label. With nobody asked there is no class; exactly half awaits a choice."""
        if asked == 0:
            self.show_text(self.tr("nobody asked yet"), "quiet", "state-open")
        elif not decided:
            text = self.tr("{aware} of {asked} · {words}").format(aware=aware, asked=asked, words=words)
            self.show_text(text, "attention", "state-attention")
        else:
            text = self.tr("{aware} of {asked} · {words}").format(aware=aware, asked=asked, words=words)
            self.show_text(text, "good", "state-done")
