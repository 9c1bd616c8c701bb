"""A document beside or on a page: as it is printed, or as text for those who hear the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inspector_app.errors import KnownError
from inspector_app.forms.interface import Choice
from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.announce import announce
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.pdf_pages import PdfPages, text_of
from inspector_app.gui.widgets.reading_order import order_for_reading
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.operations.preview import SetPaper

PRINTED, TEXT = "printed", "text"


class LetterPreview(QWidget):
    """`shown()` when a new preview stands on the screen, `turned(face)` when another face of it is shown.

    `letter` is what is shown of the record as it stands; None while it is being set, while a file is shown
    that was issued before (`file`), and where there is nothing to show. Where what holds it can scroll, its
    pages are at `least` so many ems high.
    """

    shown = Signal()
    turned = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, least: float = 0.0) -> None:
        super().__init__(parent)
        self.letter: SetPaper | None = None
        self.file = b""
        self._said = ""
        self._faces: dict[str, QWidget] = {}
        self._words = {PRINTED: self.tr("As printed"), TEXT: self.tr("As text")}
        self.face = Segmented([Choice(name, said) for name, said in self._words.items()], parent=self)
        self.face.set_question(self.tr("How to show the letter"))
        self.words = label(self.tr("The letter is being set."), "soft")
        self.pages = PdfPages(self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("The letter as text"))
        self.text.setTabChangesFocus(True)
        self.nothing = _Nothing(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.nothing)
        self._stack.setMinimumHeight(1)  # all of it scrolls: in a low window it must not cover the bar
        self._stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        for name, widget in ((PRINTED, self.pages), (TEXT, self.text)):
            self.add_face(name, self._words[name], widget)
        self.face.show_value(PRINTED)
        self._stack.setCurrentWidget(self.pages)
        self.bar = FlowLayout(gap=3)
        self.bar.addWidget(self.face)
        self.bar.addWidget(self.words)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        add_layout(self._column, self.bar)
        self._column.addWidget(self._stack, 1)
        self._least = least
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        order_for_reading(self)
        self.face.committed.connect(self.show_face)
        self.pages.shown.connect(self.tell_shown)
        follow_look(self._restyle)

    def add_face(self, name: str, words: str, widget: QWidget) -> None:
        """Another thing to turn to, beside print and text."""
        self._faces[name] = widget
        self._stack.addWidget(widget)
        self.name_face(name, words)

    def name_face(self, name: str, words: str) -> None:
        """Other words on the way to a face, such as how much there is."""
        if self._words.get(name) != words:
            self._words[name] = words
            focus = self.focusWidget()
            held = focus is not None and self.face.isAncestorOf(focus)
            self.face.set_choices([Choice(key, said) for key, said in self._words.items()])
            if held:
                self.face.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn(self) -> None:
        """From print to text, or back."""
        self.show_face(TEXT if self.face.value() != TEXT else PRINTED)

    def show_face(self, face: str) -> None:
        """Turn to a face; an unknown one (or none) is the print."""
        face = face if face in self._faces else PRINTED
        self.face.show_value(face)
        if face == TEXT:
            self._show_text()
        bare = face in (PRINTED, TEXT) and self.nothing.says
        self._stack.setCurrentWidget(self.nothing if bare else self._faces[face])
        self.tell_turned(face)

    def show_letter(self, made: SetPaper) -> None:
        """Show a new preview; place and cursor stay where they were."""
        self.letter, self.file, self._said = made, b"", made.text
        state = self.tr("Final") if made.paper.state == "final" else self.tr("Draft")
        words = self.tr("{state}, version {version}")
        self._show(made.pdf, words.format(state=state, version=made.paper.version))

    def show_file(self, pdf: bytes, words: str) -> None:
        """Show the bytes of a file as they are; what they say as text is read from them when asked for."""
        self.letter, self.file, self._said = None, pdf, ""
        self._show(pdf, words)

    def go_to(self, text: str) -> None:
        """Bring the place where the letter says this into view."""
        self.pages.go_to_text(text)

    def show_failure(self, error: KnownError) -> None:
        """Why there is no preview, in its place."""
        self.letter, self.file, self._said = None, b"", ""
        self.nothing.say(error.message, error.advice)
        self.words.setText("")
        self.show_face(self.face.value())
        announce(self, f"{self.nothing.message.text()} {self.nothing.advice.text()}".strip())
        self.tell_shown()

    def tell_shown(self) -> None:
        self.shown.emit()

    def tell_turned(self, face: str) -> None:
        self.turned.emit(face)

    def _show(self, pdf: bytes, words: str) -> None:
        self.words.setText(words)
        self.pages.show_pdf(pdf)
        if self.nothing.says:
            self.nothing.say("", "")
            self.show_face(self.face.value())
        elif self._stack.currentWidget() is self.text:
            self._show_text()

    def _show_text(self) -> None:
        """Setting so much text takes a few milliseconds, which only those pay who read it."""
        if not self._said and self.file:
            self._said = text_of(self.file)
        said = self._said
        if self.text.toPlainText() == said:
            return
        position, place = self.text.textCursor().position(), self.text.verticalScrollBar().value()
        self.text.setPlainText(said)
        cursor = self.text.textCursor()
        cursor.setPosition(min(position, len(self.text.toPlainText())))
        self.text.setTextCursor(cursor)
        self.text.verticalScrollBar().setValue(place)

    def _restyle(self) -> None:
        m = look().metrics
        self._column.setSpacing(m.space(2))
        # What it holds scrolls, so it can do with little height at large text.
        self._stack.setMinimumHeight(max(m.control, round(self._least * m.em)))


class _Nothing(QScrollArea):
    """Why there is nothing to show, and what to do first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.message = label("", "heading")
        self.advice = label("", "soft")
        content = QWidget(self)
        content.setObjectName("page_content")
        self._column = QVBoxLayout(content)
        self._column.addWidget(self.message)
        self._column.addWidget(self.advice)
        self._column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        follow_look(self._restyle)

    @property
    def says(self) -> bool:
        return bool(self.message.text())

    def say(self, message: str, advice: str) -> None:
        """Say it; '' for nothing."""
        self.message.setText(message)
        self.advice.setText(advice)

    def _restyle(self) -> None:
        m = look().metrics
        self._column.setContentsMargins(0, m.space(3), 0, 0)
        self._column.setSpacing(m.space(2))
