"""A label whose text may hold Markdown: harmless markup is shown, the plain words are what is heard."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from inspector_app.gui.widgets.labels import Label, Role
from inspector_app.gui.widgets.markdown import plain_text, rich_text


class RichLabel(Label):
    """`text()` gives the plain words; no link opens and no picture or file is ever fetched."""

    def __init__(self, source: str, role: Role = "body", parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setProperty("role", role)
        self.setWordWrap(True)
        self.setOpenExternalLinks(False)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        self.show_source(source)

    def show_source(self, source: str) -> None:
        """Show another Markdown text."""
        rich = rich_text(source)
        self._words = plain_text(source)
        self.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
        if rich:
            QLabel.setText(self, rich)
        else:
            self.setText(self._words)

    def setBuddy(self, buddy: QWidget, /) -> None:
        rich = self.textFormat() == Qt.TextFormat.RichText
        shown = QLabel.text(self)
        super().setBuddy(buddy)
        if rich:
            QLabel.setText(self, shown)

    def sizeHint(self) -> QSize:
        if self.textFormat() != Qt.TextFormat.RichText:
            return super().sizeHint()
        self.ensurePolished()
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(self.font())
        document.setHtml(QLabel.text(self))
        return QSize(round(document.idealWidth()) + 4, round(document.size().height()) + 2)
