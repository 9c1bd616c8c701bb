"""A page of one part of the record: asks for its facts, shows a card for each thing, follows changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.errors import KnownError
from inspector_app.gui.frame.asking import Asking, still_at
from inspector_app.gui.frame.beyond import beyond
from inspector_app.gui.frame.page import Page
from inspector_app.gui.frame.say_closed import say_closed
from inspector_app.gui.leisure import show_anew
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.gui.widgets.tab_order import order_by_layout
from inspector_app.operations.changed import Changed

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench
    from inspector_app.inspections.inspection import Inspection
    from inspector_app.operations.desk import Desk
    from inspector_app.operations.workspace import Workspace


class Facts(Protocol):
    """What such a page shows; `closed` says why nothing can be changed, '' while it can; what is `finalised`
    can be corrected."""

    @property
    def closed(self) -> str: ...
    @property
    def finalised(self) -> bool: ...


class RecordCard(Card):
    """A card of one thing of the record."""

    @property
    def lacks(self) -> bool:
        """Whether something is still to be said in it."""
        raise NotImplementedError

    def first_gap(self) -> QWidget:
        """The control of the first part that lacks something, else of the first part."""
        raise NotImplementedError


F = TypeVar("F", bound=Facts)
C = TypeVar("C", bound=RecordCard)


class RecordPage(Page, Generic[F, C]):
    """A subclass says which facts it shows (`read`, on the writer's thread), shows them (`show_facts`), and
    names in `concerns` the kinds of records that they come from. `cards` are its things by their key, in
    their order: the key is also the detail with which the window asks for one. With `walks` its primary
    action is to go to the next that lacks something."""

    concerns: tuple[str, ...] = ("inspection",)

    def __init__(self, workbench: Workbench, key: str, title: str, *, walks: bool = True) -> None:
        super().__init__(key, title)
        if walks:
            self.set_primary(workbench.actions.button("window.next_open", "primary"))
        self.workbench = workbench
        self.inspection = workbench.inspection_id
        self.facts: F | None = None
        self.cards: dict[str, C] = {}
        self._placed: list[QWidget] = []
        self._asking = Asking()
        self._wanted = ""
        workbench.changed.connect(self._changed)

    def read(self, at: Workspace, inspection: Inspection) -> F:
        """The facts; on the writer's thread."""
        raise NotImplementedError

    def show_facts(self, facts: F) -> None:
        """Show them; what is being typed in keeps its text."""
        raise NotImplementedError

    @property
    def closed(self) -> bool:
        """Whether nothing can be changed."""
        return self.facts is not None and bool(self.facts.closed)

    @property
    def at_rest(self) -> bool:
        return self.facts is not None and not self._asking.under_way

    def arrive(self) -> None:
        self.ask()

    def leave(self) -> None:
        """Nothing that was typed waits for the focus to go elsewhere."""
        focused = QApplication.focusWidget()
        while focused is not None and focused is not self:
            left = getattr(focused, "leave", None)
            if left is not None:
                left()
                return
            focused = focused.parentWidget()

    def show_detail(self, detail: str) -> None:
        self._wanted = detail
        self._go_to_wanted()

    def next_open(self, step: int = 1) -> bool:
        """The next thing that lacks something, after the one that has the keyboard (or before it)."""
        for key in beyond(list(self.cards), self.resting(), step):
            if self.cards[key].lacks and not self.closed:
                self.reveal(self.cards[key].first_gap())
                return True
        return False

    def resting(self) -> str:
        focused = QApplication.focusWidget()
        return next((key for key, card in self.cards.items() if focused and card.isAncestorOf(focused)), "")

    def ask(self) -> None:
        """Ask for the facts anew."""
        if still_at(self, self.workbench, self.inspection) and self._asking.begin():
            self.workbench.work(self._read, self._show, self._not_read)

    def do(
        self,
        edit: Callable[[Desk, Inspection], object],
        done: Callable[[object], None] | None = None,
        failed: Callable[[KnownError], None] | None = None,
    ) -> None:
        """An act that changes what is shown: keys pressed meanwhile wait for what it leads to."""
        inspection = self.inspection
        with self.workbench.moving():
            self.workbench.run(lambda desk: edit(desk, desk.inspection(inspection)), done, failed)

    def place(self, wanted: Sequence[QWidget]) -> None:
        """Show these cards in this order, under what stands above them; others go away for good."""
        if self._placed == list(wanted):
            return
        for card in self._placed:
            if card in wanted:
                self._cards.removeWidget(card)
            else:
                self.remove(card)
        for card in wanted:
            self.add(card)
            card.show()
        self._placed = list(wanted)
        order_by_layout(self._content)

    def is_placed(self, card: QWidget) -> bool:
        """Whether a card is among those placed last."""
        return card in self._placed

    def _read(self, at: Workspace) -> F:
        return self.read(at, at.desk.inspection(at.inspection))

    def _not_read(self, error: KnownError) -> None:
        self._asking.end()
        self.show_message(Message.of(error))
        self.tell_rest(left=True)

    def _show(self, facts: F) -> None:
        self._asking.end()
        first, self.facts = self.facts is None, facts
        with self.steady_keyboard():
            self.show_facts(facts)
        if facts.closed:
            say_closed(self, self.workbench, facts.closed, finalised=facts.finalised)
        self._go_to_wanted()
        if first and self._scroll.hasFocus():
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        if self._asking.again():
            self.ask()
        self.tell_rest()

    def _go_to_wanted(self) -> None:
        if self.facts is None or not self._wanted:
            return
        card = self.cards.get(self._wanted)
        if card is not None:
            self._wanted = ""
            self.reveal(card.first_gap())

    def _changed(self, changed: Changed) -> None:
        if changed.inspection == self.inspection and changed.about(*self.concerns):
            show_anew(self, self.workbench, self.ask)
