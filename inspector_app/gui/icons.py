"""Our own drawn icons (resources/icons, licence of the project), in whatever colour the look asks for.

QtSvg is imported on first use: 1-2 ms, and about 1 ms an icon the first time (measured). QPixmapCache
keeps them.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtWidgets import QApplication

from inspector_app import resources

Name = Literal[
    "add",
    "calendar",
    "chevron-down",
    "chevron-left",
    "chevron-right",
    "chevron-up",
    "close",
    "export",
    "history",
    "info",
    "inspections",
    "lock",
    "menu",
    "office",
    "print",
    "register",
    "remove",
    "saved",
    "search",
    "settings",
    "side-panel",
    "state-attention",
    "state-done",
    "state-half",
    "state-hidden",
    "state-open",
    "stop",
]


def pixmap(name: Name, colour: str, side: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `side` logical pixels for a screen of that device pixel ratio."""
    key = f"inspector:{name}:{colour}:{side}:{ratio:.3f}"
    drawn = QPixmap()
    if QPixmapCache.find(key, drawn):
        return drawn
    drawn = _draw(name, colour, side, ratio)
    QPixmapCache.insert(key, drawn)
    return drawn


def paint(painter: QPainter, where: QRectF, name: Name, colour: str) -> None:
    """Draw the icon with `painter` in a square of `where`'s height."""
    device = painter.device()
    ratio = device.devicePixelRatio() if device is not None else 1.0
    painter.drawPixmap(QPointF(where.topLeft()), pixmap(name, colour, round(where.height()), ratio))


def icon(name: Name, colour: str, side: int) -> QIcon:
    """The icon for buttons and menus; make it again when the look changes."""
    application = QApplication.instance()
    ratio = application.devicePixelRatio() if isinstance(application, QApplication) else 1.0
    return QIcon(pixmap(name, colour, side, ratio))


def _draw(name: Name, colour: str, side: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    drawn = QPixmap(QSize(side, side) * ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


@cache
def _source(name: Name) -> str:
    return resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")
