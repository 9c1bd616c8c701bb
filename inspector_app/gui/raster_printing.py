"""Prints pictures of the pages through Qt, where the system cannot take a PDF.

Pages are drawn on QtPdf's own thread, so that the window goes on.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QObject, QRectF, QSize, Signal
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

DOTS_AN_INCH = 300
"""Fine enough for 8 point; finer takes the memory of a whole page at 1200 dots, 500 MB."""


def has_printer() -> bool:
    """Whether Qt knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


class RasterPrinting(QObject):
    """`done(trouble)` when the pages went to the printer; `trouble` is '' where they did."""

    done = Signal(str)

    def __init__(self, parent: QObject, *, to_file: str = "") -> None:
        super().__init__(parent)
        self._to_file = to_file
        self._printer: QPrinter | None = None
        self._painter: QPainter | None = None
        self._buffer = QBuffer(self)
        self._document = QPdfDocument(self)
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.setDocument(self._document)
        self._renderer.pageRendered.connect(self._rendered)
        self._page = 0

    def send(self, pdf: bytes, title: str, copies: int, printer: str = "") -> None:
        """Print a document; '' is the system's own printer."""
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        made = QPrinter(QPrinterInfo.printerInfo(printer)) if printer else QPrinter()
        made.setResolution(DOTS_AN_INCH)
        made.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        made.setFullPage(True)
        made.setDocName(title)
        made.setCopyCount(max(1, copies))
        if self._to_file:
            made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            made.setOutputFileName(self._to_file)
        painter = QPainter()
        if self._document.pageCount() < 1 or not painter.begin(made):
            self.tell_done(self.tr("It did not begin."))
            return
        self._printer, self._painter, self._page = made, painter, 0
        self._ask()

    def stop(self) -> None:
        """Print no more pages."""
        if self._printer is not None and self._painter is not None:
            self._printer.abort()
            self._painter.end()
            self._printer = self._painter = None

    def tell_done(self, trouble: str) -> None:
        self.done.emit(trouble)

    def _ask(self) -> None:
        points = self._document.pagePointSize(self._page)
        size = QSize(round(points.width() / 72 * DOTS_AN_INCH), round(points.height() / 72 * DOTS_AN_INCH))
        self._renderer.requestPage(self._page, size)

    def _rendered(self, page: int, _size: QSize, image: QImage, _options: object, _request: int) -> None:
        printer, painter = self._printer, self._painter
        if printer is None or painter is None or page != self._page:
            return
        paper = QRectF(painter.viewport())
        picture = QRectF(0, 0, paper.width(), paper.width() * image.height() / image.width())
        painter.drawImage(picture, image)
        self._page += 1
        if self._page < self._document.pageCount():
            if printer.newPage():
                self._ask()
                return
            self.stop()
            self.tell_done(self.tr("It took no further page."))
            return
        painter.end()
        self._printer = self._painter = None
        self.tell_done("")
