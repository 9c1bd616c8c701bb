"""Ways to look at the past: everything done, what changed since the letter, the whole as it stood."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal

from inspector_app import words
from inspector_app.errors import KnownError
from inspector_app.forms.interface import Choice
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.line_list import Line, LineList
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.gui.widgets.text_line import TextLine
from inspector_app.gui.widgets.time_line import DateTimeLine
from inspector_app.operations.as_it_stood import SinceWords, Stood

EVERYTHING, LETTER, MOMENT = "everything", "letter", "moment"


class PastCard(Card):
    """`wanted()` when something else is to be shown: `way`, `search` and `moment` say what."""

    wanted = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.ways = Segmented(
            (
                Choice(EVERYTHING, self.tr("All changes")),
                Choice(LETTER, self.tr("Since the letter")),
                Choice(MOMENT, self.tr("As it stood")),
            )
        )
        self.ways.set_question(self.tr("What to look at"))
        self.ways.show_value(EVERYTHING)
        self.finding = FormRow(
            self.tr("Find in the history"), TextLine(), self.tr("a question, a value or a name")
        )
        self.at = FormRow(
            self.tr("How it stood on"), DateTimeLine(now), self.tr("a day and a time; that moment included")
        )
        self.said = label("", "soft")
        self.list = LineList(self.tr("The past"), most=12)
        for part in (self.ways, self.finding, self.at, self.said, self.list):
            self.add(part)
        self.ways.committed.connect(self._chosen)
        self.finding.control.edited.connect(self.tell_wanted)
        self.at.control.committed.connect(self.tell_wanted)
        self._show_parts()

    @property
    def way(self) -> str:
        """Which of the three is shown."""
        return self.ways.value() or EVERYTHING

    @property
    def search(self) -> str:
        """What is looked for among all changes."""
        return self.finding.control.value().strip()

    @property
    def moment(self) -> datetime | None:
        """The moment asked for, None while there is none."""
        value = self.at.control.value()
        return datetime.fromisoformat(value) if value else None

    def tell_wanted(self) -> None:
        self.wanted.emit()

    def show_since(self, found: SinceWords) -> None:
        """What changed since the letter."""
        if found.issued_at is None:
            self.said.setText(self.tr("No letter was issued yet."))
        elif not found.changes:
            none = self.tr("Nothing changed since version {version} was issued.")
            self.said.setText(none.format(version=found.version))
        else:
            many = self.tr("Changed since version {version} was issued on {day}: {count}")
            when = f"{words.day(found.issued_at.date())}, {found.issued_at:%H:%M}"
            self.said.setText(many.format(version=found.version, day=when, count=len(found.changes)))
        self._show(
            [
                Line(
                    str(at),
                    change.what,
                    self.tr("“{before}” → “{after}”").format(before=change.before, after=change.after),
                    change.author,
                    "quiet",
                    f"{words.day(change.at.date())}, {change.at:%H:%M}",
                )
                for at, change in enumerate(found.changes)
            ]
        )

    def show_stood(self, found: Sequence[Stood]) -> None:
        """The whole as it stood."""
        self.at.show_problem("")
        self.said.setText(self.tr("{count} things stood in it then").format(count=len(found)))
        self._show([Line(str(at), one.what, one.words) for at, one in enumerate(found)])

    def refuse(self, error: KnownError) -> None:
        """Say beside the moment why it cannot be shown."""
        self.said.setText("")
        self._show([])
        self.at.show_problem(str(error))

    def show_asking(self) -> None:
        """A moment is to be given first."""
        self.said.setText(self.tr("Give a day and a time, and the whole inspection is shown as it stood."))
        self._show([])

    def _show(self, lines: Sequence[Line]) -> None:
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))

    def _chosen(self, value: str) -> None:
        if not value:
            self.ways.show_value(EVERYTHING)
        self._show_parts()
        self.tell_wanted()

    def _show_parts(self) -> None:
        self.finding.setVisible(self.way == EVERYTHING)
        self.at.setVisible(self.way == MOMENT)
        self.said.setVisible(self.way != EVERYTHING)
        self._show([])
