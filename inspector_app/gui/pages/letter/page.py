"""The letter and all documents that go with it: seen, checked, issued, saved and printed from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.errors import KnownError
from inspector_app.gui.actions import ActionSpec
from inspector_app.gui.frame.page import Page
from inspector_app.gui.letter_feed import LetterFeed
from inspector_app.gui.pages.letter.checks import ChecksPanel
from inspector_app.gui.pages.letter.chooser import DocumentChooser, version_words
from inspector_app.gui.pages.letter.issuing import Issuing
from inspector_app.gui.pages.letter.paper_out import PaperOut
from inspector_app.gui.pages.letter.print_section import PRINT, VERSION
from inspector_app.gui.pages.letter.side import ISSUE, SAVE, LetterSide, file_name
from inspector_app.gui.widgets.letter_preview import PRINTED, LetterPreview
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.gui.widgets.reading_order import order_for_reading
from inspector_app.gui.widgets.tab_order import order_by_layout
from inspector_app.operations.changed import Changed
from inspector_app.operations.check_letter import bring_back, dismiss
from inspector_app.operations.check_steps import CheckBoard, CheckStep, check_board
from inspector_app.operations.letter_files import OpenedVersion, open_version
from inspector_app.operations.letter_status import IssuedLetter, LetterStatus, letter_status
from inspector_app.operations.paper_offers import Language, Offer, languages, offers
from inspector_app.operations.preview import SetPaper, Wish

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.checklist_session import ChecklistSession
    from inspector_app.operations.desk import Desk

TURN, CHECK = "letter.turn", "letter.check"
CHECKS = "checks"
Standing = tuple[LetterStatus, tuple[Offer, ...], tuple[Language, ...], bool]
_SAID = ("inspection", "finding", "grade", "follow_up", "claim", "matter")
_CHECKED = (*_SAID, "answer", "repeat", "evidence", "names")


LEAST = 14.0
"""Ems: a few lines of the letter, below which the page scrolls."""


class LetterPage(Page):
    """The document fills the page; what can be done with it stands at the side, and each has its key."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__("letter", "")
        self.set_title(self.tr("Letter"), self.tr("made from the record, nothing is typed here"))
        self._workbench = workbench
        self._status: LetterStatus | None = None
        self._opened: OpenedVersion | None = None
        self._offers: tuple[Offer, ...] = ()
        self._checking = self._check_again = False
        self._register()
        self.side_ = LetterSide(workbench.actions)
        self.side = self.side_
        self.chooser = DocumentChooser()
        self.preview = LetterPreview(least=LEAST)
        self.checks = ChecksPanel()
        self.preview.add_face(CHECKS, self.tr("Checks"), self.checks)
        self.preview.bar.addWidget(self.chooser)
        self.preview.bar.move(self.chooser, 0)
        order_for_reading(self.preview)
        self.fill(self.preview)
        self._feed = LetterFeed(workbench, self)
        self.out = PaperOut(self, workbench, self._feed)
        self._issuing = Issuing(self, workbench, self._feed)
        self._connect()

    @property
    def opened(self) -> OpenedVersion | None:
        """The version that is shown as it was issued; None while the record is shown as it stands."""
        return self._opened

    @property
    def drawn(self) -> bool:
        """Whether nothing is on its way to the screen."""
        return not (self._feed.busy or self._checking or self.preview.pages.drawing)

    def arrive(self) -> None:
        actions = self._workbench.actions
        for action, call in (
            (SAVE, self.out.save),
            (PRINT, self.out.print_documents),
            (ISSUE, self.issue),
            (TURN, self.preview.turn),
            (CHECK, self.show_checks),
        ):
            actions.bind(action, call)
        actions.set_enabled(ISSUE, False)
        if self._opened is None:
            self._feed.start()
        self._ask()

    def leave(self) -> None:
        for action in (SAVE, PRINT, ISSUE, TURN, CHECK):
            self._workbench.actions.unbind(action)
        self._feed.stop()

    def show_detail(self, detail: str) -> None:
        """``checks`` turns to the checks."""
        if detail == CHECKS:
            self.show_checks()

    def show_checks(self) -> None:
        """The checks before issue, with the keyboard on the first of them."""
        self.preview.show_face(CHECKS)
        self.preview.face.setFocus()

    def issue(self) -> None:
        """Freeze the final letter as the next version, unless something in it may name a person. While a
        version stands it is asked for twice: a key pressed by mistake must not supersede a letter."""
        board = self.checks.board
        if board is not None and board.held:
            self.show_checks()
            words = self.tr("The letter is held back.")
            self.show_message(Message(words, self.side_.held.text(), "attention"))
            return
        standing = self._status.current if self._status is not None else None
        if standing is None:
            self.issue_now()
            return
        text = self.tr("Version {version} stands as it was issued.").format(version=standing.version)
        advice = self.tr("Another version takes its place, and the service needs to be sent it.")
        action = self.tr("Issue version {version}").format(version=standing.version + 1)
        self.show_message(Message(text, advice, "attention", action), self.issue_now)

    def issue_now(self) -> None:
        """Freeze the next version."""
        self.messages.clear()
        self._issuing.begin(large_print=self.side_.large_print)

    def _register(self) -> None:
        where = self.tr("Letter")
        for spec in (
            ActionSpec(SAVE, self.tr("Save"), "Ctrl+Shift+S", where),
            ActionSpec(PRINT, self.tr("Print"), "Ctrl+P", where, icon="print"),
            ActionSpec(ISSUE, self.tr("Issue final letter"), "Ctrl+Shift+I", where),
            ActionSpec(TURN, self.tr("Show as text or as printed"), "Ctrl+T", where),
            ActionSpec(CHECK, self.tr("Show the checks before issue"), "Ctrl+Shift+K", where),
        ):
            self._workbench.actions.ensure(spec)

    def _connect(self) -> None:
        self._feed.ready.connect(self._show)
        self._feed.failed.connect(self._show_nothing)
        self._workbench.changed.connect(self._changed)
        self._workbench.inspection_changed.connect(self._other_inspection)
        self.chooser.kind_chosen.connect(self._show_kind)
        self.chooser.version_chosen.connect(self._ask_version)
        self.side_.look_wanted.connect(self._look_chosen)
        self.side_.versions.version_wanted.connect(self.chooser.choose)
        self.side_.versions.file_wanted.connect(self.out.look_up)
        self._issuing.issued.connect(self._issued)
        self.checks.wanted.connect(self._workbench.go)
        self.checks.dismissed.connect(self._dismiss)
        self.checks.brought_back.connect(self._bring_back)

    def _show(self, made: SetPaper) -> None:
        if self._opened is None:
            self.preview.show_letter(made)
            self.side_.show_unprintable(made.unprintable)

    def _show_nothing(self, error: KnownError) -> None:
        if self._opened is None:
            self.preview.show_failure(error)
            self.side_.show_unprintable(())

    def _look_chosen(self) -> None:
        if isinstance(self.chooser.current, IssuedLetter):
            self.chooser.choose("letter")
        else:
            self._show_kind(self.chooser.current)

    def _show_kind(self, kind: str) -> None:
        self._opened = None
        side = self.side_
        wish = Wish(kind, side.large_print, side.language.value() or "en")  # type: ignore[arg-type]
        self._feed.set_wish(wish)
        self._feed.start()
        self._name_file()
        self._show_offers()

    def _ask_version(self, issued: IssuedLetter) -> None:
        inspection_id = self._workbench.inspection_id
        self._workbench.run(
            lambda desk: open_version(desk, desk.inspection(inspection_id), issued), self._show_version
        )

    def _show_version(self, opened: OpenedVersion) -> None:
        self._opened = opened
        self._feed.stop()
        words = self.tr("{version}. Every byte is as it was issued.")
        if not opened.proof.unaltered:
            words = self.tr("{version}. Altered since it was issued: do not rely on it.")
            self.show_message(Message(opened.proof.message, opened.proof.advice, "bad"))
        self.preview.show_file(opened.pdf, words.format(version=version_words(opened.issued)))
        if self.preview.face.value() == CHECKS:
            self.preview.show_face(PRINTED)
        self.side_.show_unprintable(())
        self._name_file()
        self._show_offers()

    def _ask(self) -> None:
        inspection_id = self._workbench.inspection_id
        if inspection_id:
            self._workbench.run(lambda desk: _look(desk, inspection_id), self._show_standing)
            self._ask_checks()

    def _show_standing(self, found: Standing) -> None:
        self._status, self._offers, known, practice = found
        self.side_.show_status(self._status, practice=practice)
        self.side_.show_languages(known)
        self.chooser.show_documents(self._offers, self._status.issued)
        self._workbench.actions.set_enabled(ISSUE, self._status.may_issue)
        self._name_file()
        self._show_offers()

    def _show_offers(self) -> None:
        if self._status is not None:
            current = self.chooser.current
            shown = VERSION if isinstance(current, IssuedLetter) else current
            self.side_.printing.show_documents(self._offers, shown)
            order_by_layout(self.side_)

    def _name_file(self) -> None:
        if self._status is None:
            return
        current, large = self.chooser.current, self.side_.large_print
        if isinstance(current, IssuedLetter):
            self.side_.name_file(f"{self._status.reference}-letter-v{current.version}")
        else:
            self.side_.name_file(file_name(self._status.reference, current, large_print=large))

    def _ask_checks(self) -> None:
        if self._checking:
            self._check_again = True
        elif self._workbench.inspection_id:
            self._checking, self._check_again = True, False
            self._workbench.checklists(_check, self._show_checks, self._not_checked)

    def _show_checks(self, board: CheckBoard) -> None:
        self._checking = False
        self.checks.show_board(board)
        count = len(board.open)
        words = self.tr("Checks ({count})").format(count=count) if count else self.tr("Checks")
        self.preview.name_face(CHECKS, words)
        order_by_layout(self.preview)
        self.side_.show_held(board.held)
        if self._check_again:
            self._ask_checks()

    def _not_checked(self, error: KnownError) -> None:
        self._checking = False
        self.show_message(Message.of(error))

    def _dismiss(self, step: CheckStep, reason: str) -> None:
        inspection_id = self._workbench.inspection_id

        def job(desk: Desk) -> None:
            dismiss(desk, desk.inspection(inspection_id), step.result, reason)

        self._workbench.run(job, None, lambda error: self.checks.show_problem(step, str(error)))

    def _bring_back(self, step: CheckStep) -> None:
        inspection_id = self._workbench.inspection_id
        self._workbench.run(lambda desk: bring_back(desk, desk.inspection(inspection_id), step.result.key))

    def _issued(self, made: SetPaper) -> None:
        self.chooser.choose("letter")
        self.preview.show_letter(made)
        words = self.tr("Version {version} is issued and kept in the record.")
        advice = self.tr("Save it or print it for the service. A later correction makes the next version.")
        version = words.format(version=made.paper.version)
        self.show_message(Message(version, advice, "good", self.tr("Save it")), self.out.save)

    def _changed(self, changed: Changed) -> None:
        if changed.inspection == self._workbench.inspection_id and self.isVisible():
            if changed.about("letter", *_SAID):
                self._ask()
            elif changed.about(*_CHECKED):
                self._ask_checks()

    def _other_inspection(self, _: str) -> None:
        self._opened = None


def _look(desk: Desk, inspection_id: str) -> Standing:
    inspection = desk.inspection(inspection_id)
    status = letter_status(desk, inspection)
    offered = offers(desk, inspection, issued=status.current is not None)
    return status, offered, languages(inspection.framework), desk.realm != "live"


def _check(sessions: list[ChecklistSession]) -> CheckBoard:
    desk = sessions[0].desk
    return check_board(desk, desk.inspection(sessions[0].inspection.id), sessions)


def make(workbench: Workbench) -> Page:
    """The letter page of the open inspection."""
    return LetterPage(workbench)
