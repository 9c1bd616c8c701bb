"""A word in a pill: a state, or how a derived class came about."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from inspector_app.gui import icons
from inspector_app.gui.look import follow_fit, look, tight
from inspector_app.gui.metrics import SMALL

Tone = Literal["accent", "good", "attention", "bad", "quiet"]


class Badge(QLabel):
    """Painted by itself, since a style sheet gives up rounding when a radius exceeds half the height.

    It keeps its own width in every row; only where text is very large its words wrap. An icon tells the tone
    apart without colour.
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
        self._reckoned: tuple[tuple[object, ...], QSize] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._fit()
        follow_fit(self._fit)
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

    def _fit(self) -> None:
        high = QSizePolicy.Policy.Minimum if tight() else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Maximum, high)
        self.updateGeometry()

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
        """Kept until words, letters or look are others: a layout asks some ten times for each key."""
        known = self.text(), self._icon_name, self.font(), look().metrics
        if self._reckoned is None or self._reckoned[0] != known:
            width = QFontMetrics(self._font()).horizontalAdvance(self.text()) + self._beside
            self._reckoned = known, QSize(width, self._line_height)
        return QSize(self._reckoned[1])

    def minimumSizeHint(self) -> QSize:
        if not tight():
            return self.sizeHint()
        words = QFontMetrics(self._font())
        longest = max((words.horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(longest + self._beside, self._line_height)

    def hasHeightForWidth(self) -> bool:
        return tight()

    def heightForWidth(self, width: int, /) -> int:
        if self.sizeHint().width() <= width:
            return self._line_height
        room = QRect(0, 0, max(1, width - self._beside), 10_000)
        words = QFontMetrics(self._font()).boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())
        return max(self._line_height, words.height() + look().metrics.space(1.5))

    @property
    def _beside(self) -> int:
        """Pixels taken by what stands beside the words."""
        m = look().metrics
        return (m.icon + m.space(1) if self._icon_name else 0) + 2 * m.space(2.5)

    @property
    def _line_height(self) -> int:
        return QFontMetrics(self._font()).height() + look().metrics.space(1.5)

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
        round_ = min(shape.height(), self._line_height) / 2
        painter.drawRoundedRect(shape, round_, round_)
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
        middle = Qt.AlignmentFlag.AlignCenter
        painter.drawText(inside, middle | Qt.TextFlag.TextWordWrap if tight() else middle, self.text())

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
