"""The letter beside or on a page: as it is printed, or as text for those who hear the screen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.errors import KnownError
from inspector_app.forms.interface import Choice
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.pdf_pages import PdfPages
from inspector_app.gui.widgets.reading_order import order_for_reading
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.operations.preview import SetLetter

PRINTED, TEXT = "printed", "text"


class LetterPreview(QWidget):
    """`shown()` when a new preview stands on the screen."""

    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.letter: SetLetter | None = None
        self.face = Segmented(
            (Choice(PRINTED, self.tr("As printed")), Choice(TEXT, self.tr("As text"))), parent=self
        )
        self.face.set_question(self.tr("How to show the letter"))
        self.face.show_value(PRINTED)
        self.words = label(self.tr("The letter is being set."), "soft")
        self.pages = PdfPages(self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("The letter as text"))
        self.text.setTabChangesFocus(True)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.pages)
        self._stack.addWidget(self.text)
        self._stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.bar = FlowLayout(gap=3)
        self.bar.addWidget(self.face)
        self.bar.addWidget(self.words)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self.bar)
        self._column.addWidget(self._stack, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        order_for_reading(self)
        self.face.committed.connect(self._turn)
        self.pages.shown.connect(self.tell_shown)
        follow_look(self._restyle)

    def turn(self) -> None:
        """From print to text, or back."""
        other = TEXT if self.face.value() != TEXT else PRINTED
        self.face.show_value(other)
        self._turn(other)

    def show_letter(self, made: SetLetter) -> None:
        """Show a new preview; place and cursor stay where they were."""
        self.letter = made
        letter = made.letter
        state = self.tr("Final") if letter.state == "final" else self.tr("Draft")
        self.words.setText(self.tr("{state}, version {version}").format(state=state, version=letter.version))
        self.pages.show_pdf(made.pdf)
        if self._stack.currentWidget() is self.text:
            self._show_text()

    def go_to(self, text: str) -> None:
        """Bring the place where the letter says this into view."""
        self.pages.go_to_text(text)

    def show_failure(self, error: KnownError) -> None:
        """Why there is no preview."""
        self.words.setText(str(error))

    def tell_shown(self) -> None:
        self.shown.emit()

    def _show_text(self) -> None:
        """Setting so much text takes a few milliseconds, which only those pay who read it."""
        said = self.letter.text if self.letter is not None else ""
        if self.text.toPlainText() == said:
            return
        position, place = self.text.textCursor().position(), self.text.verticalScrollBar().value()
        self.text.setPlainText(said)
        cursor = self.text.textCursor()
        cursor.setPosition(min(position, len(self.text.toPlainText())))
        self.text.setTextCursor(cursor)
        self.text.verticalScrollBar().setValue(place)

    def _turn(self, face: str) -> None:
        if face == TEXT:
            self._show_text()
        self._stack.setCurrentWidget(self.text if face == TEXT else self.pages)
        if not face:
            self.face.show_value(PRINTED)

    def _restyle(self) -> None:
        self._column.setSpacing(look().metrics.space(2))
