"""Buttons that show their key beside their words."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from inspector_app.gui import icons
from inspector_app.gui.look import look, tight

Kind = Literal["plain", "primary", "quiet", "fold"]
_PADDING: dict[Kind, float] = {"plain": 3.5, "primary": 3.5, "quiet": 2, "fold": 0.5}


class Button(QPushButton):
    """A button with its words, an optional icon before them and an optional key after them.

    A page has one primary button. Without words (`text` is then what people hear) it is a square of an icon.
    """

    _reckoned: tuple[tuple[object, ...], tuple[int, int, int]] | None = None

    def __init__(
        self,
        text: str,
        *,
        key: str = "",
        kind: Kind = "plain",
        icon: icons.Name | None = None,
        icon_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._key = key
        self._kind = kind
        self._icon_name = icon
        self._icon_only = icon_only
        self._key_folded = self._icon_folded = False
        self.setProperty("kind", kind)
        self.setAccessibleName(text.replace("&", ""))
        self.setAccessibleDescription(key)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if icon_only:
            self.setToolTip(f"{text} ({key})" if key else text)

    @property
    def key(self) -> str:
        return self._key

    def set_words(self, text: str, icon: icons.Name | None = None) -> None:
        """Other words (and icon) on the same button; the same ones again cost nothing."""
        if (text, icon or self._icon_name) == (self.text(), self._icon_name):
            return
        self.setText(text)
        self.setAccessibleName(text.replace("&", ""))
        self._icon_name = icon or self._icon_name
        if self._icon_only:
            self.setToolTip(f"{text} ({self._key})" if self._key else text)
        self.updateGeometry()
        self.update()

    def fold_key(self, folded: bool) -> None:
        """Leave the key out where there is no room for it; it is still spoken, and in the tip."""
        if folded != self._key_folded:
            self._key_folded = folded
            self.setToolTip(f"{self.text()} ({self._key})" if folded and self._key else "")
            self.updateGeometry()
            self.update()

    def make_do(self, room: int) -> None:
        """Leave out the key, and then the icon, where there is no room for them."""
        before, self._icon_folded = self._icon_folded, False
        self.fold_key(self.whole_width > room)
        self._icon_folded = self._padded("") > room
        if before != self._icon_folded:
            self.updateGeometry()
            self.update()

    @property
    def whole_width(self) -> int:
        """The width with words and key."""
        return self._padded(self._key)

    def _padded(self, key: str) -> int:
        m = look().metrics
        return sum(self._widths(key)) + 2 * m.space(_PADDING[self._kind]) + 2

    @property
    def _shown_key(self) -> str:
        return self._key if look().hints and not self._key_folded and not tight() else ""

    def set_icon_only(self, icon_only: bool) -> None:
        """Show the icon alone, the words becoming the tip; or the words again."""
        self._icon_only = icon_only
        words = f"{self.text()} ({self._key})" if self._key else self.text()
        self.setToolTip(words if icon_only else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        m = look().metrics
        if self._icon_only:
            return QSize(m.control, m.control)
        return QSize(self._padded(self._shown_key), m.control)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent, /) -> None:
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QStylePainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        self._paint_words(painter)
        if self.hasFocus() and self._kind == "primary":
            self._paint_inner_ring(painter)

    def _widths(self, shown: str) -> tuple[int, int, int]:
        """Widths of icon, words and key, the gaps included; reckoned once for the same words and letters."""
        m = look().metrics
        known = shown, self.text(), self._icon_name, self._icon_folded, self.font(), m
        if self._reckoned is None or self._reckoned[0] != known:
            metrics = self.fontMetrics()
            icon = m.icon + m.space(1.5) if self._icon_name and not self._icon_folded else 0
            key = metrics.horizontalAdvance(shown) + m.space(2.5) if shown else 0
            words = metrics.size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
            self._reckoned = known, (icon, words, key)
        return self._reckoned[1]

    def _paint_words(self, painter: QStylePainter) -> None:
        m = look().metrics
        ink, soft = self._inks()
        if self._icon_only and self._icon_name:
            corner = QRectF((self.width() - m.icon) / 2, (self.height() - m.icon) / 2, m.icon, m.icon)
            icons.paint(painter, corner, self._icon_name, ink)
            return
        icon, words, key = self._widths(self._shown_key)
        x = (self.width() - icon - words - key) // 2
        spots = [QRect(x, 0, icon, self.height()), QRect(x + icon, 0, words + 1, self.height())]
        spots.append(QRect(x + icon + words, 0, key, self.height()))
        icon_spot, word_spot, key_spot = (
            QStyle.visualRect(self.layoutDirection(), self.rect(), spot) for spot in spots
        )
        if icon and self._icon_name:
            top = (self.height() - m.icon) / 2
            left = icon_spot.left() if self.isLeftToRight() else icon_spot.right() + 1 - m.icon
            icons.paint(painter, QRectF(left, top, m.icon, m.icon), self._icon_name, ink)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(ink))
        painter.drawText(
            word_spot, middle | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextShowMnemonic, self.text()
        )
        if key:
            painter.setPen(QColor(soft))
            # The painter turns sides round where the window is read from right to left.
            painter.drawText(key_spot, middle | Qt.AlignmentFlag.AlignRight, self._key)

    def _inks(self) -> tuple[str, str]:
        c = look().colours
        if not self.isEnabled():
            return c.soft, c.soft
        if self._kind == "primary":
            return c.on_accent, c.on_accent
        if self.isChecked():
            return c.accent, c.accent
        return c.text, c.soft

    def _paint_inner_ring(self, painter: QStylePainter) -> None:
        """The accent border does not show on an accent ground: a second ring inside it does."""
        m = look().metrics
        painter.setRenderHint(QStylePainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look().colours.on_accent), m.focus))
        inset = m.focus * 1.5 + 1
        inner = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(inner, m.radius - 2, m.radius - 2)

    def isLeftToRight(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.LeftToRight
