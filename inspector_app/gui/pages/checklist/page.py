"""One screen of a checklist: cards and samples, saved as they are typed, shown anew by what was touched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.errors import KnownError
from inspector_app.gui.actions import ActionSpec
from inspector_app.gui.frame.asking import Asking, still_at
from inspector_app.gui.frame.beyond import beyond
from inspector_app.gui.frame.page import Page
from inspector_app.gui.hands import forget_own_undo
from inspector_app.gui.leisure import show_anew
from inspector_app.gui.look import look
from inspector_app.gui.pages.checklist.build_ahead import BuildAhead
from inspector_app.gui.pages.checklist.files import RecordShelf
from inspector_app.gui.pages.checklist.items import ScreenItems, keys_of, shape_of
from inspector_app.gui.pages.checklist.sample import SampleCard
from inspector_app.gui.pages.checklist.side import ChecklistSide
from inspector_app.gui.pages.checklist.suggestion import SuggestionStrip
from inspector_app.gui.widgets.factory import ControlFactory
from inspector_app.gui.widgets.fields import Fields
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.gui.widgets.tab_order import order_by_layout
from inspector_app.operations.answering import leave
from inspector_app.operations.changed import Changed
from inspector_app.operations.screen_facts import HeadView, SampleView, ScreenView
from inspector_app.operations.screen_side import ScreenSide, screen_side
from inspector_app.operations.screens import screen_view

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.checklist_session import ChecklistSession
    from inspector_app.operations.workspace import Workspace

ADD_ROW = "sample.add"
_CONCERNS = ("answer", "repeat", "evidence", "finding", "inspection")


def make_screen(workbench: Workbench, screen: str) -> ChecklistPage:
    """The page of one screen, by the `screen` of its group."""
    return ChecklistPage(workbench, screen)


def _begin(row: str, session: ChecklistSession) -> object:
    return session.begin_row(row)


class ChecklistPage(Page):
    """Every key is committed by the workbench; leaving a field records it; `changed` brings the new facts.

    A field that is being typed into, or whose value is still on its way to the record, is never shown anew:
    facts that are older than the hands would take keys away.
    """

    def __init__(self, workbench: Workbench, screen: str) -> None:
        super().__init__(f"screen:{screen}", "")
        self._workbench = workbench
        self._screen = screen
        self._inspection = workbench.inspection_id
        shelf = RecordShelf(workbench, self._inspection, self._count_file)
        self._factory = ControlFactory(workbench.program.now, shelf=shelf)
        self._fields = Fields(self)
        self._view: ScreenView | None = None
        self._items = ScreenItems(
            self._factory, self._fields, self._make_sample, self._change_rows, self._place, self.remove
        )
        self._blocks, self._samples = self._items.blocks, self._items.samples
        self._strips: list[SuggestionStrip] = []
        self._typing: set[str] = set()
        self._under_way: Counter[str] = Counter()
        self._asking = Asking()
        self._ahead = BuildAhead(self, workbench, self._items)
        self._entering = False
        self._wanted = ""
        workbench.actions.ensure(
            ActionSpec(ADD_ROW, self.tr("Add row"), "Ctrl+Return", self.tr("Checklist"), icon="add")
        )
        self.side = self.evidence = ChecklistSide(workbench, self, self._located)
        self._fields.edited.connect(self._typed)
        self._fields.committed.connect(self._left)
        workbench.changed.connect(self._changed)
        self._ask()

    @property
    def view(self) -> ScreenView | None:
        """The facts that are shown, None before they first came."""
        return self._view

    @property
    def settled(self) -> bool:
        """Whether nothing is being typed, on its way to the record or awaited from it."""
        return not (self._typing or self._asking.under_way or +self._under_way)

    @property
    def at_rest(self) -> bool:
        on_the_way = self._asking.under_way or self._entering or bool(+self._under_way)
        return not on_the_way and self._view is not None

    def arrive(self) -> None:
        if self._samples:
            self._workbench.actions.bind(ADD_ROW, self.add_row)
        self._ask()

    def leave(self) -> None:
        self._workbench.actions.unbind(ADD_ROW)

    def show_detail(self, detail: str) -> None:
        self._wanted = detail
        self._go_to_wanted()

    def next_open(self, step: int = 1) -> bool:
        """The next open field or cell after the one that has the keyboard (or before it); False at the end of
        the screen.
        """
        places = set(self._view.open_keys) if self._view else set()
        for key in beyond(keys_of(self._view), self.focused_key(), step):
            if key in places:
                self.show_detail(key)
                return True
        return False

    def focused_key(self) -> str:
        """The key of the field or cell that has the keyboard, '' for none."""
        widget: QWidget | None = QApplication.focusWidget()
        for sample in self._samples.values():
            if widget is not None and sample.holds(widget):
                return sample.current_cell()
        while widget is not None and widget is not self:
            name = widget.objectName()
            if self._fields.control(name) is widget:
                return name
            widget = widget.parentWidget()
        return ""

    def focused_question(self) -> str:
        """The name of the question in focus, or of the first on the screen; '' where there is none."""
        key = self.focused_key()
        for block in self._blocks.values():
            if key in block.keys:
                return block.view.key.rsplit("/", 1)[-1]
        asked = [card for card in self._view.cards if card.number and not card.hidden] if self._view else []
        return asked[0].key.rsplit("/", 1)[-1] if asked else ""

    def _located(self) -> tuple[str, str]:
        """The key of the field in focus and the name of its question."""
        return self.focused_key(), self.focused_question()

    def show_why(self) -> bool:
        """Unfold why the question in focus is asked, or fold it away; False where it says nothing of it."""
        key = self.focused_key()
        return any(block.card.fold_why() for block in self._blocks.values() if key in block.keys)

    def add_row(self) -> None:
        """Begin a row of the sample in focus, or of the first one."""
        widget = QApplication.focusWidget()
        held = [one for one in self._samples.values() if widget is not None and one.holds(widget)]
        sample = next(iter([*held, *self._samples.values()]), None)
        if sample is not None:
            self.reveal(sample.table)
            sample.table.add_row()

    # Typing

    def _typed(self, key: str, text: str) -> None:
        self._typing.add(key)
        self._workbench.type_text(key, text)

    def _left(self, key: str, value: str) -> None:
        self._typing.discard(key)
        forget_own_undo(self._fields.control(key))
        self._record(key, lambda session: leave(session, key, value))

    def _record(self, key: str, job: Callable[[ChecklistSession], object]) -> None:
        """Have something recorded; until it is, its fields are not shown anew."""
        self._under_way[key] += 1
        self._workbench.checklist(job, partial(self._recorded, key), partial(self._refused, key))

    def _count_file(self, key: str, more: int) -> None:
        """A file is on its way to the record, or has come there."""
        self._under_way[key] += more
        if more < 0:
            self._ask()

    def _recorded(self, key: str, _: object) -> None:
        self._under_way[key] -= 1
        self._ask()

    def _refused(self, key: str, error: KnownError) -> None:
        self._under_way[key] -= 1
        self.show_message(Message.of(error))
        self._ask()

    @property
    def drawn(self) -> bool:
        """Whether all that comes after the facts is there too, for pictures."""
        return self._view is not None and self.evidence.beside.drawn

    def _busy(self, key: str) -> bool:
        return key in self._typing or self._under_way[key] > 0

    # Samples

    def _connect_sample(self, sample: SampleCard) -> None:
        key = sample.view.key
        sample.begun.connect(partial(self._begin_row, key))
        sample.typed.connect(self._cell_typed)
        sample.left.connect(partial(self._cell_left, key))
        sample.removed.connect(partial(self._remove_rows, key))
        sample.pasted.connect(partial(self._paste, key))

    def _begin_row(self, sample: str, row: str) -> None:
        self._record(sample, lambda session: session.begin_row(row))

    def _change_rows(self, head: HeadView) -> None:
        """Add a row to a series and go into it, or take the row away."""
        if head.kind == "row":
            series = head.key.rpartition("[")[0]
            self._record(series, lambda session: session.remove_rows((head.key,)))
            return
        row = f"{head.key}[{self._workbench.program.new_id()}]"

        def begun(_: object) -> None:
            self._wanted = row
            self._recorded(head.key, None)

        self._under_way[head.key] += 1
        job = partial(_begin, row)
        self._workbench.checklist(job, begun, partial(self._refused, head.key))

    def _cell_typed(self, cell: str, text: str) -> None:
        self._workbench.type_text(cell, text)

    def _cell_left(self, sample: str, cell: str, value: str) -> None:
        self._record(sample, lambda session: leave(session, cell, value))

    def _remove_rows(self, sample: str, rows: tuple[str, ...]) -> None:
        self._record(sample, lambda session: session.remove_rows(rows))

    def _paste(self, sample: str, rows: tuple[str, ...], cells: Mapping[str, str]) -> None:
        self._record(sample, lambda session: session.paste_rows(rows, cells))

    # Showing

    def _changed(self, changed: Changed) -> None:
        if changed.inspection == self._inspection and changed.about(*_CONCERNS):
            show_anew(self, self._workbench, self._ask)

    def _ask(self) -> None:
        """Ask for the facts anew; while an answer is on its way, once more after it is enough."""
        if not still_at(self, self._workbench, self._inspection) or not self._asking.begin():
            return
        self._workbench.work(self._read, self._show, self._not_read)

    def _read(self, at: Workspace) -> tuple[ScreenView, ScreenSide]:
        session = at.checklist()
        side = screen_side(at.desk, at.checklists(), self._screen, session.record)
        return screen_view(session, self._screen), side

    def _not_read(self, error: KnownError) -> None:
        self._asking.end()
        self.show_message(Message.of(error))
        self.tell_rest(left=True)

    def _show(self, read: tuple[ScreenView, ScreenSide]) -> None:
        self._asking.end()
        if self.away and self._view is None:
            self._ahead.begin(read)
        else:
            self.show_whole(read)

    def show_items(self, view: ScreenView) -> None:
        """Show what the cards hold; what is typed in stays."""
        self._items.show(view, self._busy, lambda key: self._under_way[key] > 0)

    def show_whole(self, read: tuple[ScreenView, ScreenSide]) -> None:
        """Show all, and go where somebody wanted to."""
        view, side = read
        first = self._view is None
        with self.steady_keyboard():
            self._show_facts(view, side)
        if first or self._wanted in self._items.heads:
            # New cards are shown by the next turn of the event loop; only then one of them can be entered.
            self._entering = True
            QTimer.singleShot(0, self, self._enter)
        else:
            self._go_to_wanted()
        if self._asking.again():
            self._ask()
        self.evidence.beside.start()
        self.tell_rest()

    def _show_facts(self, view: ScreenView, side: ScreenSide) -> None:
        rebuilt = shape_of(view) != shape_of(self._view)
        if rebuilt:
            self._build_items(view)
        self._view = view
        closed = self.tr("{words} · closed, nothing is changed here")
        words = closed.format(words=view.derivation) if view.read_only else view.derivation
        self.set_title(view.ref.title, words)
        self.show_items(view)
        self._show_suggestions(side)
        self.evidence.show_evidence(side.evidence)
        if rebuilt:
            order_by_layout(self._content)

    def _enter(self) -> None:
        """Give the field that was asked for, or the first, the keyboard that the page got before there was
        any.
        """
        self._entering = False
        if self._wanted:
            self._go_to_wanted()
        elif self._scroll.hasFocus():
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.tell_rest()

    def _build_items(self, view: ScreenView) -> None:
        """Build cards and samples; those that are there and fit stay, so that no focus is lost."""
        for strip in self._strips:
            self.remove(strip)
        self._strips = []
        self._items.build(view)
        self.fit_width()
        if self.isVisible():  # else it is the key of whichever page is
            self._workbench.actions.unbind(ADD_ROW)
            if self._samples:
                self._workbench.actions.bind(ADD_ROW, self.add_row)

    def _place(self, widget: QWidget) -> None:
        self._cards.removeWidget(widget)
        self.add(widget)

    def _make_sample(self, sample: SampleView) -> SampleCard:
        made = SampleCard(sample, self._workbench.program.new_id, self._workbench.actions.button(ADD_ROW))
        self._connect_sample(made)
        return made

    def wanted_width(self) -> int:
        tables = [sample.table.wanted_width() for sample in self._samples.values()]
        return max(tables) + look().metrics.space(21) if tables else 0

    def _show_suggestions(self, side: ScreenSide) -> None:
        """Strips of suggestions that are still there stay, a reason half typed with them."""
        if [strip.suggestion for strip in self._strips] == list(side.suggestions):
            return
        for strip in self._strips:
            self.remove(strip)
        self._strips = []
        for suggestion in side.suggestions:
            made = SuggestionStrip(suggestion, first=not self._strips)
            made.accepted.connect(self._accept)
            made.refused.connect(self._refuse)
            self._strips.append(made)
            self.add(made)

    def _accept(self, clause: str) -> None:
        self._decide(clause, "")

    def _refuse(self, clause: str, reason: str) -> None:
        self._decide(clause, reason)

    def _decide(self, clause: str, reason: str) -> None:
        def job(at: Workspace) -> None:
            from inspector_app.operations.finding_edits import refuse_suggestion, take_suggestion

            inspection = at.desk.inspection(at.inspection)
            if reason:
                refuse_suggestion(at.desk, inspection, at.checklists(), clause, reason)
            else:
                take_suggestion(at.desk, inspection, at.checklists(), clause)

        self._under_way[clause] += 1
        with self._workbench.moving():
            self._workbench.work(job, partial(self._recorded, clause), partial(self._refused, clause))

    # Going somewhere

    def _go_to_wanted(self) -> None:
        if not self._wanted or self._view is None or self._entering:
            return
        key, self._wanted = self._wanted, ""
        for sample in self._samples.values():
            if sample.go_to(key):
                self.reveal(sample.table)
                return
        found = self._items.block_at(key)
        control = self._fields.control(found[1]) if found is not None else None
        if found is not None and control is not None:
            self.reveal(control)
            found[0].say_missing(key)
        elif self._asking.under_way:
            self._wanted = key  # it may come with the facts that are on their way
