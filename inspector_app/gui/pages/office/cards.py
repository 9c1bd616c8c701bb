"""The cards of the office's page: opening its database, receiving files, laptops, tables."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from inspector_app.forms.interface import Choice
from inspector_app.gui import icons
from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.pages.office.figures import Figures
from inspector_app.gui.widgets.badge import Badge, Tone
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.path_line import PathLine
from inspector_app.gui.widgets.secret_line import SecretLine
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.gui.widgets.tab_order import order_by_layout
from inspector_app.gui.widgets.text_line import TextLine
from inspector_app.gui.widgets.wide_choice import WideChoice
from inspector_app.gui.widgets.working import Working
from inspector_app.operations.office import Outcome
from inspector_app.operations.office_overview import LaptopView, OfficeView, TableRow
from inspector_app.words import day

OUTCOMES: dict[str, tuple[str, Tone, icons.Name]] = {
    "received": ("received", "good", "state-done"),
    "known": ("known already", "quiet", "state-done"),
    "quarantined": ("waits in quarantine", "attention", "state-attention"),
    "refused": ("refused", "bad", "stop"),
}
STATES: dict[str, tuple[str, Tone, icons.Name]] = {
    "accepted": ("accepted", "good", "state-done"),
    "pending": ("waits to be accepted", "attention", "state-attention"),
    "revoked": ("revoked", "bad", "stop"),
}


class OpenCard(Card):
    """`wanted(path, passphrase)`: which database, and its own passphrase."""

    wanted = Signal(object, str)

    def __init__(self) -> None:
        super().__init__(self.tr("Open head office's database"))
        self.add(
            label(
                self.tr("It has a passphrase of its own. “inspector-app office init” makes a new one."),
                "soft",
            )
        )
        self.database = PathLine("file", self.tr("Database (*.db)"))
        self.database_row = FormRow(self.tr("Database"), self.database)
        self.passphrase = SecretLine()
        self.passphrase_row = FormRow(self.tr("Passphrase of the office"), self.passphrase)
        self.open = Button(self.tr("Open"), kind="primary")
        self.add(self.database_row)
        self.add(self.passphrase_row)
        self.add(self.open)
        self.open.clicked.connect(self._open)
        self.passphrase.line.returnPressed.connect(self._open)

    def show_problem(self, message: str, *, passphrase: bool) -> None:
        """What is wrong, at the field it is about."""
        self.passphrase_row.show_problem(message if passphrase else "")
        self.database_row.show_problem("" if passphrase else message)
        field = self.passphrase if passphrase else self.database
        field.line.setFocus()
        field.line.selectAll()

    def _open(self) -> None:
        path = self.database.path
        if path is None:
            self.show_problem(self.tr("Name the file, such as office.db."), passphrase=False)
            return
        self.database_row.show_problem("")
        self.passphrase_row.show_problem("")
        self.wanted.emit(path, self.passphrase.line.text())
        self.passphrase.clear()


class ReceiveCard(Card):
    """`wanted(paths)` when files were named, chosen or dropped; the outcome of each stands below."""

    wanted = Signal(object)

    def __init__(self, receive: Button) -> None:
        super().__init__(self.tr("Receive files"), self.tr("drop them here, or name a file or a folder"))
        self.setAcceptDrops(True)
        self.line = PathLine("file", self.tr("Export files (*.inspection)"))
        self.row = FormRow(self.tr("File or folder"), self.line)
        self.working = Working()
        self.summary = label("", "strong")
        self.summary.hide()
        self._outcomes = QVBoxLayout()
        self._lines: list[QWidget] = []
        self.aside(receive)
        for part in (self.row, self.working, self.summary):
            self.add(part)
        self.add(self._outcomes)
        self.line.line.returnPressed.connect(self.receive)
        follow_look(self._space)

    def receive(self) -> None:
        """Receive what the line names."""
        path = self.line.path
        if path is None:
            self.row.show_problem(self.tr("Name an export file, or a folder with export files."))
            self.line.line.setFocus()
            return
        self.row.show_problem("")
        self.wanted.emit([path])

    def begin(self) -> None:
        """A new run: the outcomes of the last one go."""
        for old in self._lines:
            self._outcomes.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = []
        self.summary.hide()

    def show_outcome(self, outcome: Outcome) -> None:
        """What became of one file."""
        words, tone, icon = OUTCOMES[outcome.outcome]
        line = QWidget(self)
        row = FlowLayout(line, gap=2.5)
        row.addWidget(Badge(self.tr(words), tone, icon))
        row.addWidget(label(outcome.file.name))
        if outcome.reference:
            row.addWidget(label(outcome.reference, "soft"))
        said = f"{outcome.message} {outcome.advice}".strip()
        if said:
            row.addWidget(label(said, "soft"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        line.setSizePolicy(policy)
        self._lines.append(line)
        self._outcomes.addWidget(line)

    def show_summary(self, words: str) -> None:
        self.summary.setText(words)
        self.summary.setVisible(bool(words))

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent, /) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if paths:
            self.wanted.emit(paths)

    def _space(self) -> None:
        self._outcomes.setSpacing(look().metrics.space(2))


class LaptopsCard(Card):
    """`accepted(device, fingerprint)` with what its owner read out, `revoked(device)`, `card_given(path)`,
    `waiting_wanted(device)`: receive what waits of it."""

    accepted = Signal(str, str)
    revoked = Signal(str)
    waiting_wanted = Signal(str)
    card_given = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Laptops"))
        self._shown: tuple[LaptopView, ...] | None = None
        self._body = QVBoxLayout()
        self._parts: list[QWidget] = []
        self.lines: dict[str, LaptopLine] = {}
        self.empty = label(
            self.tr("None yet. Each laptop writes a device card; add it here, or receive its first file."),
            "soft",
        )
        self.card = PathLine("file", self.tr("Device card (*.card *.json *.pub)"))
        self.card_row = FormRow(self.tr("Add a laptop by its device card"), self.card)
        self.add(self.empty)
        self.add(self._body)
        self.add(self.card_row)
        self.card.line.returnPressed.connect(self._give_card)
        self.card.committed.connect(self._chosen)
        follow_look(self._space)

    def show_laptops(self, view: OfficeView) -> None:
        """All laptops by name; the same list stays as it is."""
        if view.laptops == self._shown:
            return
        self._shown = view.laptops
        self.empty.setVisible(not view.laptops)
        for old in self.lines.values():
            self._body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = {one.device: LaptopLine(one, self) for one in view.laptops}
        for line in self.lines.values():
            self._body.addWidget(line)
        order_by_layout(self)

    def tell_accepted(self, device: str, fingerprint: str) -> None:
        self.accepted.emit(device, fingerprint)

    def tell_revoked(self, device: str) -> None:
        self.revoked.emit(device)

    def tell_waiting_wanted(self, device: str) -> None:
        self.waiting_wanted.emit(device)

    def _chosen(self, path: str) -> None:
        """A path that was chosen or dropped is taken at once; one that is typed, at Enter."""
        if not self.card.line.hasFocus():
            self._give_card()

    def _give_card(self) -> None:
        if self.card.path is not None:
            self.card_given.emit(self.card.path)

    def _space(self) -> None:
        self._body.setSpacing(look().metrics.space(3))


class LaptopLine(QWidget):
    """One laptop: whose, its state, what came of it; a waiting one asks for its fingerprint."""

    def __init__(self, laptop: LaptopView, owner: LaptopsCard) -> None:
        super().__init__(owner)
        self._owner, self.laptop = owner, laptop
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = FlowLayout(gap=2.5)
        words, tone, icon = STATES[laptop.state]
        row.addWidget(label(laptop.inspector or laptop.name, "strong"))
        row.addWidget(Badge(self.tr(words), tone, icon))
        row.addWidget(label(self._sent(), "soft"))
        add_layout(column, row)
        self.fingerprint: FormRow | None = None
        self.line: TextLine | None = None
        if laptop.state == "accepted":
            revoke = Button(self.tr("Revoke"), kind="quiet")
            revoke.setAccessibleName(self.tr("Revoke the laptop of {name}").format(name=laptop.inspector))
            revoke.clicked.connect(partial(owner.tell_revoked, laptop.device))
            if laptop.waiting:
                take = Button(self.tr("Receive what waits"))
                name = self.tr("Receive what waits of {name}").format(name=laptop.inspector)
                take.setAccessibleName(name)
                take.clicked.connect(partial(owner.tell_waiting_wanted, laptop.device))
                row.add_trailing(take)
            row.add_trailing(revoke)
        else:
            self._ask(column)

    def _sent(self) -> str:
        laptop = self.laptop
        parts = [laptop.name]
        if laptop.last_received is not None:
            when = day(laptop.last_received.date())
            parts.append(self.tr("{count} received, last {when}").format(count=laptop.received, when=when))
        elif laptop.state == "accepted":
            parts.append(self.tr("has sent nothing yet"))
        if laptop.waiting:
            parts.append(self.tr("{count} in quarantine").format(count=laptop.waiting))
        return " · ".join(parts)

    def _ask(self, column: QVBoxLayout) -> None:
        hint = self.tr("Ask its owner to read it out from the laptop; it must be {fingerprint}.")
        self.line = TextLine(40)
        self.fingerprint = FormRow(
            self.tr("Fingerprint of the laptop of {name}").format(name=self.laptop.inspector),
            self.line,
            hint.format(fingerprint=self.laptop.fingerprint),
        )
        accept = Button(self.tr("Accept this laptop"))
        accept.clicked.connect(self._accept)
        self.line.line.returnPressed.connect(self._accept)
        column.addWidget(self.fingerprint)
        column.addWidget(accept)

    def _accept(self) -> None:
        if self.line is not None:
            self._owner.tell_accepted(self.laptop.device, self.line.value())


class TablesCard(Card):
    """`chosen(question, breakdown)`; `save_wanted(folder)`."""

    chosen = Signal(str, str)
    save_wanted = Signal(object)

    def __init__(self, save: Button) -> None:
        super().__init__(self.tr("National tables"))
        self.year = label("", "soft")
        self.question = WideChoice(must=True)
        self.question_row = FormRow(self.tr("Question"), self.question)
        self.breakdown = Segmented()
        self.breakdown.set_question(self.tr("Breakdown"))
        self.figures = Figures()
        self.folder = PathLine("folder")
        self.folder_row = FormRow(self.tr("Save CSV and Excel files into"), self.folder)
        self.working = Working()
        for part in (self.year, self.question_row, self.breakdown, self.figures, self.folder_row):
            self.add(part)
        self.add(save)
        self.add(self.working)
        self.question.committed.connect(self._chosen)
        self.breakdown.committed.connect(self._chosen)

    def show_choices(self, questions: Sequence[Choice], breakdowns: Sequence[Choice], year: str) -> None:
        """Offer the questions of the tables; the first one overall is shown."""
        self.question.set_choices(questions)
        self.breakdown.set_choices(breakdowns)
        if self.question.value() not in {one.value for one in questions}:
            self.question.show_value(questions[0].value)
        if not self.breakdown.value():
            self.breakdown.show_value(breakdowns[0].value)
        self.year.setText(year)
        self._chosen()

    def show_rows(self, rows: Sequence[TableRow]) -> None:
        self.figures.show_rows(rows)

    def save(self) -> None:
        """Save the tables into the folder that is named."""
        folder = self.folder.path
        if folder is None:
            self.folder_row.show_problem(self.tr("Name a folder; it is made where it is missing."))
            self.folder.line.setFocus()
            return
        self.folder_row.show_problem("")
        self.save_wanted.emit(folder)

    def _chosen(self) -> None:
        if not self.breakdown.value():
            self.breakdown.show_value(self.breakdown.options[0].option_value)
        self.chosen.emit(self.question.value(), self.breakdown.value())
