"""Findings: decide on what the answers suggest, build what is agreed, see at once how the letter says it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from inspector_app.errors import KnownError
from inspector_app.gui.actions import ActionSpec
from inspector_app.gui.frame.asking import Asking
from inspector_app.gui.frame.page import Page
from inspector_app.gui.frame.say_closed import say_closed
from inspector_app.gui.frame.side import SideContent
from inspector_app.gui.leisure import show_anew
from inspector_app.gui.letter_feed import LetterFeed
from inspector_app.gui.pages.findings.cards import FindingCard, NothingYet, RefusedCard, SuggestionCard
from inspector_app.gui.pages.findings.writing import keep_part, record_part
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.gui.widgets.tab_order import order_by_layout
from inspector_app.inspections.finding import Finding, FindingKind
from inspector_app.operations import finding_edits as edits
from inspector_app.operations.changed import Changed
from inspector_app.operations.desk import Desk
from inspector_app.operations.finding_views import FindingsView, FindingView, findings_view, one_finding

if TYPE_CHECKING:
    from inspector_app.gui.pages.findings.finding_form import FindingForm
    from inspector_app.gui.pages.findings.reason_row import ReasonRow
    from inspector_app.gui.widgets.letter_preview import LetterPreview
    from inspector_app.gui.workbench import Workbench
    from inspector_app.inspections.inspection import Inspection
    from inspector_app.operations.checklist_session import ChecklistSession
    from inspector_app.operations.finding_views import SuggestionView

NEW = "finding.new"
ACCEPT = "finding.accept"
_CONCERNS = ("inspection", "answer", "repeat", "evidence", "finding")


class FindingsPage(Page):
    """One column of cards: suggested, agreed (one of them open), refused; the letter at the side."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__("findings", "Findings")
        self._workbench = workbench
        self._view: FindingsView | None = None
        self._open = self._wanted = ""
        self._asking = Asking()
        self._following, self._revealing = Asking(), False
        self._suggestions: list[SuggestionCard] = []
        self._cards_by_id: dict[str, FindingCard] = {}
        self._others: list[QWidget] = []
        self._order: tuple[object, ...] = (None,)
        self._feed = LetterFeed(workbench, self)
        self._preview: LetterPreview | None = None
        for spec in (
            ActionSpec(NEW, self.tr("New finding"), "Ctrl+Shift+N", self.tr("Findings"), icon="add"),
            ActionSpec(ACCEPT, self.tr("Add the first suggestion"), "Ctrl+Shift+A", self.tr("Findings")),
        ):
            workbench.actions.ensure(spec)
        self.add_head(workbench.actions.button(NEW))
        self.side = SideContent(columns=66)
        workbench.changed.connect(self._changed)
        self._reload()

    @property
    def at_rest(self) -> bool:
        return not (self._asking.under_way or self._revealing)

    def arrive(self) -> None:
        self._workbench.actions.bind(NEW, self.new_finding)
        self._workbench.actions.bind(ACCEPT, self.accept_first)
        if self._preview is None:
            self._make_preview()
        self._feed.start()
        self._reload()

    def leave(self) -> None:
        self._workbench.actions.unbind(NEW)
        self._workbench.actions.unbind(ACCEPT)
        self._feed.stop()
        form = self._open_form()
        if form is not None:
            form.leave()

    def show_detail(self, detail: str) -> None:
        """Open the finding with this id, or go to the suggestion of this clause."""
        self._wanted = detail
        self._reveal_wanted()

    def next_open(self, step: int = 1) -> bool:
        """The first part that is missing in the next finding that lacks something (or the one before)."""
        if self._view is None:
            return False
        agreed = self._view.agreed[::step]
        ids = [one.id for one in agreed]
        start = ids.index(self._open) + (step < 0) if self._open in ids else 0
        for finding in (*agreed[start:], *agreed[:start]):
            if not finding.complete:
                self.show_detail(finding.id)
                return True
        return False

    def new_finding(self) -> None:
        """Begin a finding of one's own; its kind is the first thing to choose."""
        workbench = self._workbench

        def job(desk: Desk) -> Finding:
            inspection = desk.inspection(workbench.inspection_id)
            return edits.new_finding(desk, inspection, FindingKind.RECOMMENDATION)

        with workbench.moving():
            workbench.run(job, self._begun)

    def accept_first(self) -> None:
        """Add the first suggestion of the list to the findings."""
        if self._suggestions:
            self._accept(self._suggestions[0].suggestion.clause)

    def _begun(self, finding: Finding) -> None:
        self.show_detail(finding.id)

    def _make_preview(self) -> None:
        from inspector_app.gui.widgets.letter_preview import LetterPreview

        self._preview = LetterPreview()
        self._feed.ready.connect(self._preview.show_letter)
        self._feed.failed.connect(self._preview.show_failure)
        if self.side is not None:
            self.side.fill(self._preview)

    def _reload(self) -> None:
        """Ask for the findings anew; while an answer is on its way, once more after it is enough."""
        if self._workbench.inspection_id and self._asking.begin():
            self._workbench.checklists(self._read, self._show, self._not_read)

    def _read(self, sessions: list[ChecklistSession]) -> FindingsView:
        desk = sessions[0].desk
        inspection = desk.inspection(sessions[0].inspection.id)
        return findings_view(desk, inspection, sessions, self._feed.words.of(inspection.id, sessions))

    def _not_read(self, error: KnownError) -> None:
        self._asking.end()
        self.show_message(Message.of(error))
        self.tell_rest(left=True)

    def _show(self, view: FindingsView) -> None:
        self._asking.end()
        first = self._view is None
        self._view = view
        self.set_title(self.tr("Findings"), self._summary(view))
        self._workbench.actions.set_enabled(NEW, not view.closed)
        self._workbench.actions.set_enabled(ACCEPT, bool(view.suggested))
        with self.steady_keyboard():
            self._show_suggestions(view)
            self._show_agreed(view)
            self._arrange(view)
        if view.closed:
            say_closed(self, self._workbench, view.closed, finalised=view.finalised)
        self._reveal_wanted()
        if first and self._scroll.hasFocus():
            self.enter_soon()
        if self._asking.again():
            self._reload()
        self.tell_rest()

    def _summary(self, view: FindingsView) -> str:
        words = [self.tr("{count} suggested").format(count=len(view.suggested))] if view.suggested else []
        words.append(self.tr("{count} agreed").format(count=len(view.agreed)))
        if view.incomplete:
            words.append(self.tr("{count} incomplete").format(count=view.incomplete))
        if view.refused:
            words.append(self.tr("{count} refused").format(count=len(view.refused)))
        return " · ".join(words)

    def _show_suggestions(self, view: FindingsView) -> None:
        """Cards of suggestions that are still there stay as they are, a reason half typed with them."""
        before = {(card.suggestion, card.first): card for card in self._suggestions}
        places = [(one, at == 0) for at, one in enumerate(view.suggested)]
        self._suggestions = [before.pop(at) if at in before else self._made(*at) for at in places]
        for card in before.values():
            self.remove(card)

    def _made(self, suggestion: SuggestionView, first: bool) -> SuggestionCard:
        card = SuggestionCard(suggestion, first=first, key=self._workbench.actions.key(ACCEPT))
        card.accepted.connect(self._accept)
        card.refused.connect(self._refuse_suggestion)
        return card

    def _show_agreed(self, view: FindingsView) -> None:
        kept = {one.id: one for one in view.agreed}
        for gone in [one for one in self._cards_by_id if one not in kept]:
            self.remove(self._cards_by_id.pop(gone))
            self._open = "" if self._open == gone else self._open
        before = self._cards_by_id
        self._cards_by_id = {
            one: before[one] if one in before else self._make_card(finding) for one, finding in kept.items()
        }
        for one, finding in kept.items():
            card = self._cards_by_id[one]
            card.show_line(finding, closed=bool(view.closed))
            if card.form is not None:
                card.form.show_choices(view)
                card.form.show_finding(finding)

    def _make_card(self, finding: FindingView) -> FindingCard:
        card = FindingCard(finding)
        card.toggled.connect(self._toggle)
        card.refused.connect(self._refuse_finding)
        return card

    def _arrange(self, view: FindingsView) -> None:
        """Put headings and cards in their order, when it is another than it was."""
        order = (*self._suggestions, *self._cards_by_id.values(), *view.refused)
        if order == self._order:
            return
        self._order = order
        for widget in self._others:
            self.remove(widget)
        self._others = []
        for card in (*self._suggestions, *self._cards_by_id.values()):
            self._cards.removeWidget(card)
        if self._suggestions:
            self._other(label(self.tr("Suggested by the answers"), "heading"))
            for card in self._suggestions:
                self.add(card)
        if self._cards_by_id:
            self._other(label(self.tr("Agreed"), "heading"))
            for agreed in self._cards_by_id.values():
                self.add(agreed)
        if not self._suggestions and not self._cards_by_id:
            self._other(NothingYet())
        if view.refused:
            refused = RefusedCard(view.refused, closed=bool(view.closed))
            refused.agreed_again.connect(self._agree_again)
            self._other(refused)
        order_by_layout(self._content)

    def _other(self, widget: QWidget) -> None:
        self._others.append(widget)
        self.add(widget)

    def _toggle(self, finding_id: str) -> None:
        if self._open == finding_id:
            self._fold()
        else:
            self.show_detail(finding_id)

    def _fold(self) -> None:
        card = self._cards_by_id.get(self._open)
        self._open = ""
        if card is not None:
            card.close_form(closed=bool(self._view and self._view.closed))
            card.toggle.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reveal_wanted(self) -> None:
        view, wanted = self._view, self._wanted
        if view is None or not wanted:
            return
        for suggestion in self._suggestions:
            if suggestion.suggestion.clause == wanted:
                self._wanted = ""
                self.reveal(suggestion.accept)
                return
        card = self._cards_by_id.get(wanted)
        if card is None or view.finding(wanted) is None:
            return
        self._wanted = ""
        before = self._cards_by_id.get(self._open)
        if before is not None and self._open != wanted:
            before.close_form(closed=bool(view.closed))
        self._open, self._revealing = wanted, True
        QTimer.singleShot(0, self, self._reveal_open)

    def _reveal_open(self) -> None:
        """The builder and, a turn later, its place: its card to the top of the page, the keyboard to its gap.
        Keys are heard between what was decided, the builder and its place."""
        card = self._cards_by_id.get(self._open)
        if card is not None and card.form is None and self._view is not None:
            form = card.open_form(self._view, self._today)
            form.typed.connect(self._typed)
            form.left.connect(self._left)
            form.kind_chosen.connect(self._kind_chosen)
            order_by_layout(self._content)
            QTimer.singleShot(0, self, self._reveal_open)
            return
        self._revealing = False
        if card is not None and card.form is not None:
            self._scroll.verticalScrollBar().setValue(card.y())
            self.reveal(card.form.first_gap(card.finding))
            if self._preview is not None:
                self._preview.go_to(card.finding.title)
        self.tell_rest()

    def _open_form(self) -> FindingForm | None:
        card = self._cards_by_id.get(self._open)
        return card.form if card is not None else None

    def _today(self) -> date:
        return self._workbench.program.now().date()

    def _typed(self, part: str, text: str) -> None:
        """A key: keep it at once, then let gaps and letter follow."""
        keep_part(self._workbench, self._open, part, text)
        self._feed.refresh()
        self._ask_open()

    def _ask_open(self) -> None:
        """Ask how the open finding stands; a key that comes while an answer is on its way asks once more."""
        if self._following.begin():
            self._workbench.run(self._read_open, self._follow, self._not_followed)

    def _read_open(self, desk: Desk) -> FindingView | None:
        return one_finding(desk, desk.inspection(self._workbench.inspection_id), self._open)

    def _follow(self, finding: FindingView | None) -> None:
        """Say what is missing as it stands with the last key; the fields themselves are ahead of it."""
        self._following.end()
        card = self._cards_by_id.get(finding.id) if finding is not None else None
        if card is not None and finding is not None:
            card.show_line(finding, closed=False)
            if card.form is not None:
                card.form.show_gaps(finding)
        if self._following.again():
            self._ask_open()

    def _not_followed(self, error: KnownError) -> None:
        self._following.end()
        self.show_message(Message.of(error))

    def _left(self, part: str, text: str) -> None:
        record_part(self._workbench, self._open_form(), self._open, part, text)

    def _kind_chosen(self, kind: str) -> None:
        self._do(lambda desk, at: edits.change_kind(desk, at, self._open, FindingKind(kind)))

    def _refuse_finding(self, finding_id: str, reason: str) -> None:
        card = self._cards_by_id.get(finding_id)
        row = card.reason if card is not None else None
        self._do(
            lambda desk, at: edits.refuse_finding(desk, at, finding_id, reason),
            lambda error: self._reason_wrong(row, error),
        )

    def _agree_again(self, finding_id: str) -> None:
        self._do(lambda desk, at: edits.agree_again(desk, at, finding_id))

    def _accept(self, clause: str) -> None:
        def job(sessions: list[ChecklistSession]) -> Finding:
            desk = sessions[0].desk
            inspection = desk.inspection(sessions[0].inspection.id)
            return edits.take_suggestion(desk, inspection, sessions, clause)

        with self._workbench.moving():
            self._workbench.checklists(job, self._begun)

    def _refuse_suggestion(self, clause: str, reason: str) -> None:
        def job(sessions: list[ChecklistSession]) -> Finding:
            desk = sessions[0].desk
            inspection = desk.inspection(sessions[0].inspection.id)
            return edits.refuse_suggestion(desk, inspection, sessions, clause, reason)

        row = next((one.reason for one in self._suggestions if one.suggestion.clause == clause), None)
        with self._workbench.moving():
            self._workbench.checklists(job, None, lambda error: self._reason_wrong(row, error))

    def _reason_wrong(self, row: ReasonRow | None, error: KnownError) -> None:
        """Said at the line for the reason."""
        if row is None or error.code != "reason-missing":
            self.show_message(Message.of(error))
        else:
            row.show_problem(f"{error.message} {error.advice}")

    def _do(
        self, edit: Callable[[Desk, Inspection], object], failed: Callable[[KnownError], None] | None = None
    ) -> None:
        inspection_id = self._workbench.inspection_id
        with self._workbench.moving():
            self._workbench.run(lambda desk: edit(desk, desk.inspection(inspection_id)), None, failed)

    def _changed(self, changed: Changed) -> None:
        if changed.inspection == self._workbench.inspection_id and changed.about(*_CONCERNS):
            show_anew(self, self._workbench, self._reload)


def make(workbench: Workbench) -> Page:
    """The findings page of the open inspection."""
    return FindingsPage(workbench)
