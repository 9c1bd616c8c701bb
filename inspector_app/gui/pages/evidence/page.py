"""Evidence: what was told, seen or read, saved as it is typed; captured from anywhere with one key."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from shiboken6 import isValid

from inspector_app.errors import KnownError
from inspector_app.gui.actions import ActionSpec
from inspector_app.gui.file_reading import read_apart
from inspector_app.gui.frame.asking import Asking, still_at
from inspector_app.gui.frame.page import Page
from inspector_app.gui.frame.say_closed import say_closed
from inspector_app.gui.hands import CAPTURE, ensure_hands
from inspector_app.gui.leisure import show_anew
from inspector_app.gui.pages.evidence.cards import CaptureCard, PieceCard
from inspector_app.gui.pages.evidence.file_row import LARGEST
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.gui.widgets.tab_order import order_by_layout
from inspector_app.operations.attachments import AttachedFile, attach_ready, content_of, detach
from inspector_app.operations.changed import Changed
from inspector_app.operations.given_file import Given, ReadyFile
from inspector_app.operations.screen_side import (
    EvidencePage as Facts,
)
from inspector_app.operations.screen_side import (
    edit_evidence,
    evidence_page,
    remove_evidence,
)

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.workspace import Workspace

DONE = "evidence.done"


def make(workbench: Workbench) -> EvidenceList:
    """The page of the inspection's evidence."""
    return EvidenceList(workbench)


class EvidenceList(Page):
    """The piece being captured on top, all others under it, the latest first."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__("evidence", "Evidence")
        ensure_hands(workbench)
        self._workbench = workbench
        self._inspection = workbench.inspection_id
        self._facts: Facts | None = None
        self._capture: CaptureCard | None = None
        self._cards_shown: list[PieceCard | Card] = []
        self._shown: tuple[object, ...] | None = None
        self._wanted: tuple[str, str, str] | None = None
        self._back: tuple[str, str] = ("", "")
        self._asking = Asking()
        self._under_way = 0
        workbench.actions.ensure(
            ActionSpec(DONE, self.tr("Done, go back"), "Ctrl+Return", self.tr("Evidence"))
        )
        self.add_head(workbench.actions.button(CAPTURE))
        self.take_dropped(self._dropped)
        workbench.changed.connect(self._changed)
        self._ask()

    @property
    def capture_card(self) -> CaptureCard | None:
        """The card in which a piece is being captured or changed."""
        return self._capture

    @property
    def at_rest(self) -> bool:
        return self._facts is not None and not self._asking.under_way

    def arrive(self) -> None:
        self._ask()
        if self._capture is not None:
            self._workbench.actions.bind(DONE, self.done)

    def leave(self) -> None:
        self._workbench.actions.unbind(DONE)
        if self._capture is not None:
            self._capture.leave()

    def show_detail(self, detail: str) -> None:
        """``new QUESTION PAGE KEY`` begins a piece that cites a question; else the id of a piece to open."""
        words = detail.split(" ", 3)
        if words[0] == "new":
            words += [""] * (4 - len(words))
            question = "" if words[1] == "-" else words[1]
            self._wanted = (self._workbench.program.new_id(), question, "")
            self._back = (words[2] if words[2] != "evidence" else "", words[3])
        else:
            self._wanted = (detail, "", detail)
            self._back = ("", "")
        self._open_wanted()

    def done(self) -> None:
        """Close the piece and go back to where it was begun."""
        back, self._back = self._back, ("", "")
        self._close_capture()
        if back[0]:
            self._workbench.go(*back)
        else:
            self._ask()

    def _open_wanted(self) -> None:
        if self._wanted is None or self._facts is None:
            return
        (piece, question, known), self._wanted = self._wanted, None
        if self._facts.read_only:
            said, advice = self.tr("The inspection is closed."), self.tr("Evidence can be read, not added.")
            say_closed(self, self._workbench, said, advice, finalised=self._facts.finalised)
            return
        self._close_capture()
        found = next((one for one in self._facts.pieces if one.id == known), None)
        self._capture = CaptureCard(
            piece,
            self._facts.questions,
            (question,) if question else (),
            found,
            self._workbench.actions.button(DONE, "primary"),
        )
        self._capture.typed.connect(self._typed)
        self._capture.left.connect(self._left)
        self._capture.file.given.connect(self._attach)
        self._capture.file.taken_away.connect(self._detach)
        if found is not None:
            self._read_picture(found.file)
        self._cards.insertWidget(0, self._capture)
        self._capture.show()
        if self.isVisible():
            self._workbench.actions.bind(DONE, self.done)
        self._shown = None
        self._show_pieces()
        self._capture.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_capture(self) -> None:
        self._workbench.actions.unbind(DONE)
        if self._capture is not None:
            self._capture.leave()
            self.remove(self._capture)
            self._capture = None
            self._shown = None

    def _typed(self, piece: str, field: str, text: str) -> None:
        self._workbench.type_text(piece, text, "evidence", field)

    def _left(self, piece: str, fields: dict[str, str | list[str]]) -> None:
        inspection = self._inspection
        self._under_way += 1
        self._workbench.run(
            lambda desk: edit_evidence(desk, inspection, piece, fields), self._recorded, self._refused
        )

    def _recorded(self, _: object) -> None:
        self._under_way -= 1

    def _refused(self, error: KnownError) -> None:
        self._under_way -= 1
        self.show_message(Message.of(error))

    # Files

    def _dropped(self, path: Path) -> None:
        """A file dropped on the page belongs to the piece that is open; else it begins one."""
        if self._capture is None:
            self.show_detail("new - evidence")
        if self._capture is not None:
            self._capture.file.take(path)

    def _attach(self, name: str, source: Path | bytes) -> None:
        card = self._capture
        if card is None:
            return
        card.begin()
        card.file.show_problem("")
        card.file.show_told(self.tr("Reading {name} …").format(name=name))
        given = Given("file", name, source, largest=LARGEST)
        refuse = partial(self._not_attached, card)
        read_apart(self._workbench, given, partial(self._read_in, card, name), refuse)

    def _read_in(self, card: CaptureCard, name: str, found: ReadyFile) -> None:
        """A file that was read while another inspection was opened belongs to neither."""
        inspection = self._inspection
        if isValid(card) and still_at(self, self._workbench, inspection):
            self._workbench.run(
                lambda desk: attach_ready(desk, inspection, card.piece, name, found.content),
                lambda _: self._attached(card, found.cleaned),
                partial(self._not_attached, card),
            )

    def _detach(self) -> None:
        card, inspection = self._capture, self._inspection
        if card is not None:
            self._workbench.run(lambda desk: detach(desk, inspection, card.piece), None, None)

    def _attached(self, card: CaptureCard, cleaned: bool) -> None:
        if isValid(card):
            card.file.show_cleaned(cleaned)

    def _not_attached(self, card: CaptureCard, error: KnownError) -> None:
        if isValid(card):
            card.file.show_told("")
            card.file.show_problem(f"{error.message} {error.advice}")

    def _read_picture(self, file: AttachedFile | None) -> None:
        """Read the picture of the open piece once it is another than is shown."""
        if file is None or not file.picture or file.size > LARGEST:
            return
        inspection = self._inspection
        self._workbench.run(
            lambda desk: content_of(desk, inspection, file),
            partial(self._show_picture, file),
            self._no_picture,
        )

    def _show_picture(self, file: AttachedFile, data: bytes) -> None:
        if self._capture is not None and self._capture.file.file == file:
            self._capture.file.show_picture(data)

    def _no_picture(self, error: KnownError) -> None:
        if self._capture is not None:
            self._capture.file.show_problem(f"{error.message} {error.advice}")

    def _remove(self, piece: str) -> None:
        inspection = self._inspection
        if self._capture is not None and self._capture.piece == piece:
            self._close_capture()
        with self._workbench.moving():
            self._workbench.run(lambda desk: remove_evidence(desk, inspection, piece))

    def _changed(self, changed: Changed) -> None:
        if changed.inspection == self._inspection and changed.about("evidence", "answer", "inspection"):
            show_anew(self, self._workbench, self._ask)

    def _ask(self) -> None:
        if not still_at(self, self._workbench, self._inspection) or not self._asking.begin():
            return
        self._workbench.work(self._read, self._show, self._not_read)

    def _read(self, at: Workspace) -> Facts:
        return evidence_page(at.desk, at.checklists(), at.desk.inspection(at.inspection))

    def _not_read(self, error: KnownError) -> None:
        self._asking.end()
        self.show_message(Message.of(error))
        self.tell_rest(left=True)

    def _show(self, facts: Facts) -> None:
        self._asking.end()
        first, self._facts = self._facts is None, facts
        count = len(facts.pieces)
        words = {0: self.tr("none yet"), 1: self.tr("1 piece")}
        self.set_title(self.tr("Evidence"), words.get(count, self.tr("{n} pieces").format(n=count)))
        with self.steady_keyboard():
            self._show_capture(facts)
            self._show_pieces()
        self._open_wanted()
        if first and self._scroll.hasFocus():
            self.enter_soon()
        if self._asking.again():
            self._ask()
        self.tell_rest()

    def _show_capture(self, facts: Facts) -> None:
        """The open piece follows the record, unless what was typed is still on its way there."""
        if self._capture is None or self._under_way:
            return
        piece = next((one for one in facts.pieces if one.id == self._capture.piece), None)
        if piece is not None:
            before = self._capture.file.file
            self._capture.show_piece(piece)
            if piece.file != before:
                self._read_picture(piece.file)

    def _show_pieces(self) -> None:
        """The list, but for the piece that is open above it."""
        if self._facts is None:
            return
        opened = self._capture.piece if self._capture is not None else ""
        pieces = tuple(piece for piece in self._facts.pieces if piece.id != opened)
        shown = (pieces, self._facts.read_only, opened)
        if shown == self._shown:
            return
        self._shown = shown
        for card in self._cards_shown:
            self.remove(card)
        self._cards_shown = []
        for piece in pieces:
            made = PieceCard(piece, read_only=self._facts.read_only)
            made.opened.connect(self.show_detail)
            made.removed.connect(self._remove)
            self._cards_shown.append(made)
            self.add(made)
        if not pieces and self._capture is None:
            self._cards_shown.append(self._empty())
            self.add(self._cards_shown[0])
        order_by_layout(self._content)

    def _empty(self) -> Card:
        card = Card(self.tr("Nothing captured yet"))
        card.add(
            label(
                self.tr(
                    "Press Ctrl+E at a question to say what you were told, saw or read there. It is saved as "
                    "you type, and you come back to the question with Ctrl+Enter."
                )
            )
        )
        return card
