"""The cards of the evidence page: the piece being captured, and a piece as it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.forms.interface import Choice
from inspector_app.gui.hands import forget_own_undo
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.pages.evidence.file_row import FileRow
from inspector_app.gui.widgets.badge import Badge
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.chips import Chips
from inspector_app.gui.widgets.comment_box import CommentBox
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.file_box import size_words
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.gui.widgets.text_line import TextLine
from inspector_app.operations.screen_side import EvidenceView, Question

SOURCES = (Choice("spoke", "Spoke"), Choice("saw", "Saw"), Choice("read", "Read"))


class CaptureCard(Card):
    """`typed(piece, field, text)` with every key, `left(piece, fields)` when a field is done.

    Nothing is recorded before something is said: a piece that was opened and closed leaves no trace.
    """

    typed = Signal(str, str, str)
    left = Signal(str, object)

    def __init__(
        self,
        piece: str,
        questions: Sequence[Question],
        cited: Sequence[str],
        known: EvidenceView | None,
        done: Button,
    ) -> None:
        super().__init__(self.tr("Evidence") if known else self.tr("New evidence"))
        self.piece = piece
        self._begun = known is not None
        self.setObjectName(f"capture:{piece}")
        self.source = Segmented(SOURCES)
        self.text = CommentBox(self.tr("What was said, seen or read. Write no names of children or staff."))
        self.place = TextLine()
        self.place.set_placeholder(self.tr("Where, or in which document"))
        self.cited = Chips([Choice(one.name, f"{one.number}") for one in questions])
        for chip, question in zip(self.cited.options, questions, strict=True):
            chip.setToolTip(question.title)
            chip.setAccessibleName(f"{question.number} {question.title}")
        self.aside(done)
        self._add(self.tr("How do you know it?"), self.source)
        self._add(self.tr("What is it?"), self.text)
        self._add(self.tr("Place"), self.place)
        self._add(self.tr("Questions it bears on"), self.cited)
        self.file = FileRow()
        self.add(label(self.tr("File"), "strong"))
        self.add(self.file)
        self.cited.show_value(" ".join(one.name for one in known.cited) if known else " ".join(cited))
        self._typing: set[str] = set()
        if known is not None:
            self.show_piece(known)
        self._connect()

    def show_piece(self, piece: EvidenceView) -> None:
        """Show the piece as it stands in the record, but for a field that is being typed into."""
        self.source.show_value(piece.source)
        self.cited.show_value(" ".join(one.name for one in piece.cited))
        self.file.show_attached(piece.file)
        if "text" not in self._typing:
            self.text.show_value(piece.text)
        if "place" not in self._typing:
            self.place.show_value(piece.place)

    def begin(self) -> None:
        """Make sure that the piece is in the record, so that a file can be attached to it."""
        if not self._begun:
            self.tell_left({})

    def leave(self) -> None:
        """Record what is being typed."""
        self.text.leave()
        self.place.leave()

    def tell_typed(self, field: str, text: str) -> None:
        self._typing.add(field)
        self.typed.emit(self.piece, field, text)

    def tell_left(self, fields: dict[str, str | list[str]]) -> None:
        if not self._begun:
            self._begun = True
            fields = {"cited_answers": self.cited.value().split(), **fields}
        self.left.emit(self.piece, fields)

    def _add(self, words: str, control: AnswerControl) -> None:
        row = QWidget(self)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().metrics.space(1))
        caption = label(words, "strong")
        control.set_question(words, caption)
        column.addWidget(caption)
        column.addWidget(control)
        self.add(row)

    def _connect(self) -> None:
        self.source.committed.connect(self._source)
        self.text.edited.connect(self._text_typed)
        self.text.committed.connect(self._text)
        self.place.edited.connect(self._place_typed)
        self.place.committed.connect(self._place)
        self.cited.committed.connect(self._cited)

    def _source(self, value: str) -> None:
        self.tell_left({"source": value})

    def _text_typed(self, text: str) -> None:
        self.tell_typed("text", text)

    def _text(self, text: str) -> None:
        self._typing.discard("text")
        forget_own_undo(self.text)
        self.tell_left({"text": text})

    def _place_typed(self, text: str) -> None:
        self.tell_typed("place", text)

    def _place(self, text: str) -> None:
        self._typing.discard("place")
        forget_own_undo(self.place)
        self.tell_left({"place": text})

    def _cited(self, value: str) -> None:
        self.tell_left({"cited_answers": value.split()})


class PieceCard(Card):
    """One piece in the list. `opened(id)`, `removed(id)`."""

    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, piece: EvidenceView, *, read_only: bool) -> None:
        super().__init__()
        self.piece = piece
        self.setObjectName(f"evidence:{piece.id}")
        self.setAccessibleName(piece.line)
        head = FlowLayout(gap=2.5)
        source = piece.source_words or (self.tr("Answer") if piece.of_answer else self.tr("How known?"))
        tone = "accent" if piece.source_words else "quiet" if piece.of_answer else "attention"
        head.addWidget(Badge(source, tone))  # type: ignore[arg-type]
        for question in piece.cited:
            head.addWidget(Badge(question.number, "quiet"))
        if piece.place:
            head.addWidget(label(piece.place, "soft"))
        if not read_only and not piece.of_answer:
            head.add_trailing(self._button(self.tr("Change"), self._open, quiet=False))
            head.add_trailing(self._button(self.tr("Remove"), self._remove, quiet=True))
        self.add(head)
        if piece.text:
            self.add(label(piece.text))
        elif piece.of_answer:
            self.add(label(self.tr("The answer itself, cited by a finding."), "soft"))
        if piece.file is not None:
            words = self.tr("File: {name}").format(name=piece.file.name)
            self.add(label(f"{words} · {size_words(piece.file.size)}", "soft"))
        if piece.missing:
            self.add(label(piece.missing, "problem"))
        follow_look(self.update)

    def _button(self, words: str, call: object, *, quiet: bool) -> Button:
        made = Button(words, kind="quiet" if quiet else "plain")
        made.setAccessibleName(f"{words}: {self.piece.line}")
        made.clicked.connect(call)
        return made

    def _open(self) -> None:
        self.opened.emit(self.piece.id)

    def _remove(self) -> None:
        self.removed.emit(self.piece.id)
