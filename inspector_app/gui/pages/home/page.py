"""My inspections: what is under way and what is due, what was exported and received; where to begin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from inspector_app.gui.frame.page import Page
from inspector_app.gui.frame.side import SideSection
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.line_list import Line, LineList
from inspector_app.gui.workbench import Workbench
from inspector_app.operations.changed import Changed
from inspector_app.operations.home import Home, InspectionLine, home

if TYPE_CHECKING:
    from inspector_app.gui.pages.export.receipt_card import ReceiptCard


def make(workbench: Workbench) -> Page:
    """The page, by the registry."""
    return HomePage(workbench)


RECEIPT_MILLISECONDS = 400
AFTER_PAINT_MILLISECONDS = 50
"""The calendar of working days is loaded once the list is painted: loading holds up the paint."""


class HomePage(Page):
    """Enter opens the inspection the keyboard is on."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__("home", "")
        self._workbench = workbench
        self._seen = self._complete = self._awaits_receipt = False
        self.receipt: ReceiptCard | None = None
        self.set_title(self.tr("Inspections"))
        self.set_primary(workbench.actions.button("go.start", "primary"))
        self.under_way = LineList(self.tr("Under way"))
        self.finished = LineList(self.tr("Finished"))
        self._under_way_card = self._list_card(self.tr("Under way"), self.under_way)
        self._finished_card = self._list_card(self.tr("Finished"), self.finished)
        self._fresh = False
        self._empty = self._empty_card()
        for card in (self._empty, self._under_way_card, self._finished_card):
            card.hide()
            self.add(card)
        side = self.make_side()
        self._due, self._sent = SideLines(self.tr("Due")), SideLines(self.tr("Exports and receipts"))
        side.add(self._due)
        side.add(self._sent)
        for shown in (self.under_way, self.finished):
            shown.chosen.connect(self._open)
        workbench.changed.connect(self._changed)
        workbench.desk_changed.connect(self._desk_changed)

    @property
    def at_rest(self) -> bool:
        return self._seen

    @property
    def drawn(self) -> bool:
        """Whether all that comes after the list is there too, for pictures."""
        return self._complete and (self.receipt is not None or not self._awaits_receipt)

    def arrive(self) -> None:
        self._ask()

    def leave(self) -> None:
        self.messages.clear()

    def rehearse(self) -> None:
        self.under_way.rehearse()

    def first_focus(self) -> QWidget:
        for shown in (self.under_way, self.finished):
            if shown.lines:
                return shown
        return super().first_focus()

    def show_home(self, shown: Home) -> None:
        """Show the list as it stands."""
        under_way = [line for line in shown.lines if line.status_tone == "accent"]
        finished = [line for line in shown.lines if line.status_tone != "accent"]
        had_focus = not (self.under_way.lines or self.finished.lines)
        self.under_way.show_lines([_line(line, plain=True) for line in under_way])
        self.finished.show_lines([_line(line) for line in finished])
        self._under_way_card.setVisible(bool(under_way))
        self._finished_card.setVisible(bool(finished))
        self._empty.setVisible(not shown.lines)
        self._first_step.setVisible(shown.services == 0)
        self._second_step.setVisible(shown.services > 0)
        self._under_way_card.set_quiet(self._left_out(len(under_way), shown.under_way))
        self._finished_card.set_quiet(self._left_out(len(finished), shown.total - shown.under_way))
        self.set_title(self.tr("Inspections"), self._words(shown))
        self._due.show_lines([f"{line.title}: {line.due}" for line in shown.due])
        self._sent.show_lines(_sent(shown.sent))
        if had_focus and (shown.lines or self._scroll.hasFocus()) and self.isVisible() and not self._taken():
            self.first_focus().setFocus()
        self._seen = True
        self.tell_rest()
        self._awaits_receipt = bool(shown.sent)
        if shown.sent and self.receipt is None:
            QTimer.singleShot(RECEIPT_MILLISECONDS, self, self._add_receipt)

    def _add_receipt(self) -> None:
        """Something was exported: its receipt is taken in here. What that needs is loaded after the list."""
        if self.receipt is None and self._workbench.unlocked:
            from inspector_app.gui.pages.export.receipt_card import ReceiptCard

            self.receipt = ReceiptCard(self._workbench, of_all=True)
            self.add(self.receipt)

    def _taken(self) -> bool:
        """Whether the keyboard is somewhere on purpose, such as in the search field."""
        focused = self.window().focusWidget()
        return focused is not None and not self.isAncestorOf(focused) and focused.inherits("QLineEdit")

    def _list_card(self, heading: str, shown: LineList) -> Card:
        card = Card(heading)
        card.add(shown)
        return card

    def _empty_card(self) -> Card:
        card = Card(self.tr("Where to begin"))
        register = self.tr(
            "Import the register of services first. Head office gives it as a CSV or Excel file."
        )
        start = self.tr("Start an inspection of a service in the register.")
        self._first_step = _Step(register, self._workbench.actions.button("go.register"))
        self._second_step = _Step(start, self._workbench.actions.button("go.start"))
        card.add(self._first_step)
        card.add(self._second_step)
        return card

    def _words(self, shown: Home) -> str:
        if not shown.lines:
            return self.tr("none yet")
        return self.tr("{under_way} under way, {all} on this laptop").format(
            under_way=f"{shown.under_way:,}", all=f"{shown.total:,}"
        )

    def _left_out(self, listed: int, count: int) -> str:
        """How to come to the inspections that the list leaves out, '' where it leaves out none."""
        if listed >= count:
            return ""
        words = self.tr("the latest {listed} of {all}; search ({key}) finds every one")
        key = self._workbench.actions.key("window.search")
        return words.format(listed=f"{listed:,}", all=f"{count:,}", key=key)

    def _changed(self, changed: Changed) -> None:
        if self.isVisible():
            self._ask()

    def _desk_changed(self, unlocked: bool) -> None:
        """The list is there before the page is shown, so that it is painted once."""
        if unlocked:
            self._show_welcome()

    def _show_welcome(self) -> None:
        first, self._workbench.welcome = self._workbench.welcome, None
        if first is not None:
            self._fresh = True
            self.show_home(first)

    def _ask(self) -> None:
        """Twice: at once without the working days, which load a calendar, then with them."""
        self._show_welcome()
        if self._fresh:
            self._fresh = False
            QTimer.singleShot(AFTER_PAINT_MILLISECONDS, self, self._ask_with_dates)
        else:
            self._ask_quickly()
            self._ask_with_dates()

    def _ask_with_dates(self) -> None:
        if self._workbench.unlocked:
            self._workbench.run(home, self._show_whole)

    def _show_whole(self, shown: Home) -> None:
        self._complete = True
        self.show_home(shown)

    def _ask_quickly(self) -> None:
        self._workbench.run(lambda desk: home(desk, with_dates=False), self.show_home)

    def _open(self, inspection_id: str) -> None:
        self._workbench.open_inspection(inspection_id)
        self._workbench.go("prepare")


class _Step(QWidget):
    """One thing to do first, with its button."""

    def __init__(self, text: str, button: QWidget) -> None:
        super().__init__()
        from PySide6.QtWidgets import QVBoxLayout

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(text))
        column.addWidget(button)


class SideLines(SideSection):
    """Lines that are shown anew each time; none hides the section."""

    def __init__(self, heading: str) -> None:
        super().__init__(heading)
        self._shown: list[QWidget] = []

    def show_lines(self, lines: Sequence[str]) -> None:
        for old in self._shown:
            old.hide()
            old.deleteLater()
        self._shown = [label(line) for line in lines[:6]]
        for line in self._shown:
            self.add(line)
        self.setVisible(bool(lines))


def _line(line: InspectionLine, *, plain: bool = False) -> Line:
    """`plain` where the list says the state of all its lines."""
    return Line(
        line.id,
        line.title,
        " · ".join(part for part in (line.reference, line.subtitle, line.receipt) if part),
        "" if plain else line.status,
        line.status_tone,
        line.due,
        line.due_tone,
    )


def _sent(lines: Sequence[InspectionLine]) -> list[str]:
    return [
        f"{line.title}: {', '.join(part for part in (line.exported, line.receipt) if part)}" for line in lines
    ]
