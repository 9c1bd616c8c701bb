"""The checks before issue: what is worth mending with the way to it, and what was dismissed, and why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.gui import icons
from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.pages.findings.reason_row import ReasonRow
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.tab_order import order_by_layout
from inspector_app.operations.check_steps import CheckBoard, CheckStep
from inspector_app.words import error_words

MOST = 80
"""Lines shown; the rest is counted, and shows itself as these are done."""


class CheckLine(QWidget):
    """One thing: what it is, the words it is about, what to do; go there, or say why it is no fault."""

    def __init__(self, step: CheckStep, owner: ChecksPanel) -> None:
        super().__init__(owner)
        self.step = step
        self._owner = owner
        result = step.result
        self._mark = QLabel(self)
        self.message = label(error_words(result.message), "strong")
        head = FlowLayout(gap=2)
        head.addWidget(self._mark)
        head.addWidget(self.message)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        add_layout(self._column, head)
        excerpt = result.excerpt if result.excerpt not in result.message else ""
        place = step.place if result.place.kind == "evidence" else result.place.label
        where = " · ".join(part for part in (place, excerpt) if part)
        for words, role in ((where, "body"), (error_words(result.advice), "soft")):
            if words:
                self._column.addWidget(label(words, role))  # type: ignore[arg-type]
        if step.reason:
            dismissed = self.tr("Dismissed: {reason}").format(reason=step.reason)
            self._column.addWidget(label(dismissed, "soft"))
        self._buttons = FlowLayout(gap=2)
        add_layout(self._column, self._buttons)
        self.reason = ReasonRow(self.tr("Why it is no fault"), self.tr("Dismiss"), self)
        self._column.addWidget(self.reason)
        self._add_buttons()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_look(self._restyle)

    def _add_buttons(self) -> None:
        step, message = self.step, self.message.text()
        if step.page:
            go = Button(self.tr("Go to {place}").format(place=step.place), parent=self)
            go.setAccessibleName(f"{go.text()}: {message}")
            go.clicked.connect(self._go)
            self._buttons.addWidget(go)
        if step.reason:
            self.other = Button(self.tr("Bring back"), kind="quiet", parent=self)
            self.other.clicked.connect(self._bring_back)
        else:
            self.other = Button(self.tr("No fault"), kind="quiet", parent=self)
            self.other.clicked.connect(self.reason.open_row)
            self.reason.given.connect(self._dismiss)
            self.reason.closed.connect(self._back)
        self.other.setAccessibleName(f"{self.other.text()}: {message}")
        self._buttons.addWidget(self.other)

    def _go(self) -> None:
        self._owner.tell_wanted(self.step.page, self.step.detail)

    def _dismiss(self, reason: str) -> None:
        self._owner.tell_dismissed(self.step, reason)

    def _bring_back(self) -> None:
        self._owner.tell_brought_back(self.step)

    def _back(self) -> None:
        self.other.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restyle(self) -> None:
        seen, step = look(), self.step
        name: icons.Name = "stop" if step.held else "info" if step.reason else "state-attention"
        colours = seen.colours
        ink = colours.bad if step.held else colours.soft if step.reason else colours.attention
        self._mark.setPixmap(icons.pixmap(name, ink, seen.metrics.icon, self.devicePixelRatioF()))
        self._column.setSpacing(seen.metrics.space(1))
        self._column.setContentsMargins(0, seen.metrics.space(1.5), 0, seen.metrics.space(1.5))


class ChecksPanel(QScrollArea):
    """`wanted(page, detail)`, `dismissed(CheckStep, reason)`, `brought_back(CheckStep)`."""

    wanted = Signal(str, str)
    dismissed = Signal(object, str)
    brought_back = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board: CheckBoard | None = None
        self.lines: list[CheckLine] = []
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content = QWidget(self)
        self._content.setObjectName("page_content")
        self._cards = QVBoxLayout(self._content)
        self._parts: list[QWidget] = []
        self._cards.addStretch(1)
        self.setWidget(self._content)
        follow_look(self._restyle)

    def show_board(self, board: CheckBoard) -> None:
        """Show what was found; the same stays as it is, and with it the keyboard's place."""
        if board == self.board:
            return
        self.board = board
        for old in self._parts:
            self._cards.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._parts, self.lines = [], []
        held = [one for one in board.open if one.held]
        rest = [one for one in board.open if not one.held]
        if held:
            words = self.tr("No final letter is issued while these are open.")
            self._card(self.tr("May name a person"), words, held)
        if rest:
            words = self.tr("None of these keeps the letter back.")
            self._card(self.tr("Worth mending"), words, rest)
        if not board.open:
            self._card(self.tr("Nothing was found"), self.tr("Every check passed as the record stands."), ())
        if board.dismissed:
            self._card(self.tr("Dismissed"), "", board.dismissed)
        order_by_layout(self._content)

    def tell_wanted(self, page: str, detail: str) -> None:
        self.wanted.emit(page, detail)

    def tell_dismissed(self, step: CheckStep, reason: str) -> None:
        self.dismissed.emit(step, reason)

    def tell_brought_back(self, step: CheckStep) -> None:
        self.brought_back.emit(step)

    def show_problem(self, step: CheckStep, message: str) -> None:
        """Why a reason was not taken, beside it."""
        for line in self.lines:
            if line.step == step:
                line.reason.show_problem(message)

    def _card(self, title: str, words: str, steps: list[CheckStep] | tuple[CheckStep, ...]) -> None:
        card = Card(title)
        if words:
            card.add(label(words, "soft"))
        for step in steps[:MOST]:
            line = CheckLine(step, self)
            self.lines.append(line)
            card.add(line)
        if len(steps) > MOST:
            card.add(label(self.tr("and {count} more").format(count=len(steps) - MOST), "soft"))
        self._parts.append(card)
        self._cards.insertWidget(self._cards.count() - 1, card)

    def _restyle(self) -> None:
        m = look().metrics
        self._cards.setContentsMargins(0, 0, m.space(2), m.space(2))
        self._cards.setSpacing(m.space(3.5))
