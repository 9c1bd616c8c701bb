"""The pages of a PDF under each other, drawn by QtPdf on a thread of its own.

QPdfView goes blank and back to the top with every new document; here the old page stays until the new one is
drawn, so that a preview can follow the typing without a flicker.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import (
    QAbstractListModel,
    QBuffer,
    QByteArray,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from inspector_app.gui.look import follow_look, look

Index = QModelIndex | QPersistentModelIndex
BAND = 48
"""Lines of the screen that are drawn at once."""
WIDEST = 118
"""In columns: a page is not drawn wider than this, however wide the window is."""


class _Pages(QAbstractListModel):
    """The pages with their pictures; what people hear of a page is its number."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ratios: list[float] = []
        self.pictures: dict[int, QImage] = {}

    def rowCount(self, parent: Index | None = None, /) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.ratios)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return self.tr("Page {page} of {pages}").format(page=index.row() + 1, pages=len(self.ratios))
        return None

    def take(self, ratios: list[float]) -> bool:
        """Other pages; pictures of pages that are still there stay until they are drawn anew. False where
        there are as many of the same size."""
        if ratios == self.ratios:
            return False
        self.beginResetModel()
        self.ratios = ratios
        self.pictures = {page: image for page, image in self.pictures.items() if page < len(ratios)}
        self.endResetModel()
        return True


class _PageDelegate(QStyledItemDelegate):
    """Draws a page in the middle of its line, with a thin edge."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        view = cast(PdfPages, self.parent())
        width = view.page_width()
        height = round(width * cast(_Pages, view.model()).ratios[index.row()])
        return QSize(width, height + look().metrics.space(4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        view = cast(PdfPages, self.parent())
        model = cast(_Pages, view.model())
        width = view.page_width()
        rect = QRect(option.rect)
        page = QRect(0, rect.top(), width, round(width * model.ratios[index.row()]))
        page.moveLeft(rect.left() + (rect.width() - width) // 2)
        painter.fillRect(page, QColor(Qt.GlobalColor.white))
        picture = model.pictures.get(index.row())
        if picture is not None:
            _draw(painter, page, picture, view.viewport().rect())
        painter.setPen(QPen(QColor(look().colours.line), 1))
        painter.drawRect(page.adjusted(0, 0, -1, -1))
        view.seen(index.row())


def _draw(painter: QPainter, page: QRect, picture: QImage, seen: QRect) -> None:
    """Draw what can be seen of a page, band by band.

    Qt blends a higher picture on a pool of threads and waits for all of them, which held up a frame by
    5-15 ms whenever the machine had something else to do; a band of so few lines it blends in this thread.
    """
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    scale = picture.height() / page.height()
    for top in range(0, page.height(), BAND):
        height = min(BAND, page.height() - top)
        band = QRect(page.left(), page.top() + top, page.width(), height)
        if band.intersects(seen):
            part = QRectF(0.0, top * scale, picture.width(), height * scale)
            painter.drawImage(QRectF(band), picture, part)


def text_of(pdf: bytes) -> str:
    """What the pages of a file say, page after page, read from the file itself."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    said = [document.getAllText(page).text().replace("\r\n", "\n") for page in range(document.pageCount())]
    document.close()
    return "\n\n".join(said)


class PdfPages(QListView):
    """`shown()` comes when the pages in view are drawn. Page Up, Page Down, arrows, Home and End scroll."""

    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = _Pages(self)
        self.setModel(self._pages)
        self.setItemDelegate(_PageDelegate(self))
        self.setAccessibleName(self.tr("The letter as it is printed"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setProperty("paper", True)
        self._buffer: QBuffer | None = None
        self._document = QPdfDocument(self)
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.setDocument(self._document)
        self._renderer.pageRendered.connect(self._rendered)
        self._asked: dict[int, int] = {}
        self._fresh: set[int] = set()
        self._next: bytes | None = None
        follow_look(self._restyle)

    @property
    def page_count(self) -> int:
        return len(self._pages.ratios)

    @property
    def drawing(self) -> bool:
        """Whether a page in view is still being drawn."""
        return bool(self._asked) or self._next is not None

    def page_width(self) -> int:
        """Width at which pages are drawn."""
        m = look().metrics
        return max(40, min(self.viewport().width() - m.space(2), m.columns(WIDEST)))

    def show_pdf(self, pdf: bytes) -> None:
        """Show another document in the place of the one that is shown; the newest wins."""
        self._next = pdf
        if not self._asked:
            self._load()

    def go_to_text(self, text: str) -> None:
        """Scroll to the last place where these words stand; nowhere when they do not."""
        wanted = "".join(text.split())
        for page in reversed(range(self.page_count)):
            words = self._document.getAllText(page).text()
            places = [at for at, letter in enumerate(words) if not letter.isspace()]
            at = "".join(words[place] for place in places).rfind(wanted) if wanted else -1
            if at < 0:
                continue
            found = self._document.getSelectionAtIndex(page, places[at], 1).boundingRectangle()
            scale = self.page_width() / self._document.pagePointSize(page).width()
            top = self.visualRect(self._pages.index(page, 0)).top() + self.verticalOffset()
            self.verticalScrollBar().setValue(round(top + (found.top() - 60) * scale))
            return

    def seen(self, page: int) -> None:
        """A page came into view: draw it unless it is drawn."""
        if page in self._fresh or page in self._asked.values() or self._next is not None:
            return
        ratio = self.devicePixelRatioF()
        width = self.page_width()
        size = QSize(round(width * ratio), round(width * self._pages.ratios[page] * ratio))
        self._asked[self._renderer.requestPage(page, size)] = page

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_PageDown: round(bar.pageStep() * 0.9),
            Qt.Key.Key_PageUp: -round(bar.pageStep() * 0.9),
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + step)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        share = self._share()
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._restyle()
            self.verticalScrollBar().setValue(round(share * self.verticalScrollBar().maximum()))

    def _load(self) -> None:
        if self._next is None:
            return
        pdf, self._next = self._next, None
        buffer = QBuffer(self)
        buffer.setData(QByteArray(pdf))
        buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self._document.load(buffer)
        if self._buffer is not None:
            self._buffer.deleteLater()
        self._buffer = buffer
        sizes = [self._document.pagePointSize(page) for page in range(self._document.pageCount())]
        self._fresh.clear()
        place = self.verticalScrollBar().value()
        ratios = [round(size.height() / size.width(), 4) for size in sizes if size.width() > 0]
        if self._pages.take(ratios):
            self.verticalScrollBar().setValue(place)
            self.viewport().update()
            return
        for page in self._in_view():
            self.seen(page)

    def _rendered(self, page: int, _size: QSize, image: QImage, _options: object, request: int) -> None:
        asked = self._asked.pop(request, None)
        if asked is not None and page < self.page_count and self._next is None:
            self._fresh.add(page)
            if self._pages.pictures.get(page) != image:
                self._pages.pictures[page] = image
                self.update(self._pages.index(page, 0))
        if self._asked:
            return
        if self._next is not None:
            self._load()
        else:
            self.tell_shown()

    def tell_shown(self) -> None:
        self.shown.emit()

    def _in_view(self) -> list[int]:
        seen = self.viewport().rect()
        rects = ((page, self.visualRect(self._pages.index(page, 0))) for page in range(self.page_count))
        return [page for page, rect in rects if rect.intersects(seen)]

    def _share(self) -> float:
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    def _restyle(self) -> None:
        self._fresh.clear()
        self.verticalScrollBar().setSingleStep(look().metrics.space(10))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
