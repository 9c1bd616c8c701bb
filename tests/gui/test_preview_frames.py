"""What keeps a frame from being dropped while the letter follows the typing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.gui.widgets.badge import Badge
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.pdf_pages import BAND, _draw


class _Layouts(QObject):
    """Counts how often a widget is asked to lay its children out anew."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return super().eventFilter(watched, event)


def test_the_same_words_again_lay_nothing_out_anew(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    badge, button = Badge("2 parts missing", "attention", "state-attention"), Button("Fold")
    column.addWidget(badge)
    column.addWidget(button)
    holder.show()
    for _ in range(5):
        QApplication.processEvents()
    layouts = _Layouts(holder)
    badge.show_text("2 parts missing", "attention", "state-attention")
    button.set_words("Fold")
    QApplication.processEvents()
    assert layouts.count == 0
    badge.show_text("complete", "good", "state-done")
    QApplication.processEvents()
    assert layouts.count > 0
    assert badge.sizeHint().width() == badge.width()


def test_a_page_drawn_in_bands_is_the_page_drawn_at_once(qtbot: QtBot) -> None:
    picture = QImage(90, 3 * BAND + 7, QImage.Format.Format_ARGB32)
    picture.fill(QColor(0, 0, 0, 0))
    for line in range(0, picture.height(), 2):
        for column in range(picture.width()):
            picture.setPixelColor(column, line, QColor(line % 256, column, 90, (line * 7 + column) % 256))
    page = QRect(5, -20, picture.width(), picture.height())
    drawn = []
    for at_once in (True, False):
        canvas = QImage(110, 140, QImage.Format.Format_RGB32)
        canvas.fill(QColor("white"))
        painter = QPainter(canvas)
        if at_once:
            painter.drawImage(page, picture)
        else:
            _draw(painter, page, picture, canvas.rect())
        painter.end()
        drawn.append(canvas)
    assert drawn[0] == drawn[1]
