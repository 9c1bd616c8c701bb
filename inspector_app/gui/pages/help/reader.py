"""Shows a chapter of the help as real text: headings, links to chapters, keys, the program's pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget
from shiboken6 import isValid

from inspector_app.gui.look import follow_look, look

_WIDEST = 96
"""Columns of text that the eye can follow."""
_LEADING = 135
_BOLD = 600
"""The bold face that the program has."""


class Reader(QTextBrowser):
    """`wanted(chapter)` follows a link. Nothing is ever fetched: only pictures of one folder are shown."""

    wanted = Signal(str)

    def __init__(self, pictures: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._shown = ("", "")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.anchorClicked.connect(self._clicked)
        follow_look(self._restyle)

    def show_chapter(self, title: str, markdown: str, heading: str = "") -> None:
        """Show a chapter, at a heading where one is given."""
        self._shown = (title, markdown)
        self.setAccessibleName(title)
        self._set()
        cursor = QTextCursor(self.document())
        if heading:
            found = self.document().find(heading, cursor, QTextDocument.FindFlag.FindCaseSensitively)
            while not found.isNull() and not found.blockFormat().headingLevel():
                found = self.document().find(heading, found)
            cursor = found if not found.isNull() else cursor
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        self.setTextCursor(cursor)
        if heading:
            self.verticalScrollBar().setValue(
                round(self.document().documentLayout().blockBoundingRect(cursor.block()).top())
            )
        else:
            self.verticalScrollBar().setValue(0)

    def loadResource(self, kind: int, name: QUrl | str, /) -> object:
        """A picture of the help, no wider than the text; anything else is nothing."""
        address = QUrl(name)
        file = self._pictures / Path(address.path()).name
        if address.scheme() or not file.is_file():
            return QImage()
        picture = QImage(str(file))
        ratio = self.devicePixelRatioF()
        room = round(min(self._room(), look().metrics.columns(_WIDEST)) * ratio)
        scaled = picture.scaledToWidth(min(room, picture.width()), Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        return scaled

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self._shown[1]:
            self._keep_place(self._set)

    def tell_wanted(self, chapter: str) -> None:
        self.wanted.emit(chapter)

    def _clicked(self, link: QUrl) -> None:
        if not link.scheme():
            self.tell_wanted(link.path())

    def _room(self) -> int:
        return max(120, self.viewport().width() - look().metrics.space(14))

    def _restyle(self) -> None:
        if self._shown[1]:
            self._keep_place(self._set)

    def _keep_place(self, change: Callable[[], None]) -> None:
        bar = self.verticalScrollBar()
        part = bar.value() / max(1, bar.maximum())
        change()
        bar.setValue(round(part * bar.maximum()))

    def _set(self) -> None:
        # A new one each time: one that is cleared keeps the heading's letters for what comes first.
        old, document = self.document(), QTextDocument(self)
        document.setDocumentMargin(look().metrics.space(5))
        document.setDefaultFont(self.font())
        self.setDocument(document)
        if isValid(old):
            old.deleteLater()
        document.setMarkdown(self._shown[1], QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        self._format(document)
        self._column()

    def _format(self, document: QTextDocument) -> None:
        """Room between lines and paragraphs, headings in the type scale, links in the accent colour."""
        seen = look()
        block = document.begin()
        while block.isValid():
            cursor = QTextCursor(block)
            level = block.blockFormat().headingLevel()
            shape = QTextBlockFormat()
            shape.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            shape.setTopMargin(seen.metrics.space(5 if level == 2 else 1))
            shape.setBottomMargin(seen.metrics.space(1.5))
            cursor.mergeBlockFormat(shape)
            if level:
                cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
                letters = cursor.charFormat()
                letters.clearProperty(QTextFormat.Property.FontSizeAdjustment)
                letters.setFontPointSize(seen.metrics.points(1.7 if level == 1 else 1.15))
                letters.setFontWeight(_BOLD)
                cursor.mergeCharFormat(letters)
            self._dress(block, QColor(seen.colours.accent))
            block = block.next()

    def _dress(self, block: QTextBlock, ink: QColor) -> None:
        pieces = block.begin()
        spans = []
        while not pieces.atEnd():
            piece = pieces.fragment()
            if piece.isValid() and (piece.charFormat().isAnchor() or piece.charFormat().fontWeight() > _BOLD):
                spans.append((piece.position(), piece.length()))
            pieces += 1
        for start, length in spans:
            cursor = QTextCursor(block)
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            letters = cursor.charFormat()
            if letters.isAnchor():
                letters.setForeground(ink)
                letters.setFontUnderline(True)
            letters.setFontWeight(min(_BOLD, letters.fontWeight()))
            cursor.setCharFormat(letters)

    def _column(self) -> None:
        """Lines no longer than the eye can follow: what is over stays empty at the end."""
        frame = self.document().rootFrame()
        shape = frame.frameFormat()
        widest = look().metrics.columns(_WIDEST)
        shape.setRightMargin(max(look().metrics.space(5), self.viewport().width() - widest))
        frame.setFrameFormat(shape)
