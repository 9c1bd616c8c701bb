"""Where backups go: the second place, what lies there, the last one, and one now."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from inspector_app.errors import KnownError
from inspector_app.gui.backing_up import backups_of
from inspector_app.gui.widgets.badge import Badge
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.path_line import PathLine
from inspector_app.gui.widgets.working import Working
from inspector_app.operations.backups import (
    BackupState,
    PlaceFacts,
    backup_state,
    keep_place,
    look_at_place,
    make_place,
)
from inspector_app.operations.changed import Changed
from inspector_app.operations.overview import day_words

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from inspector_app.gui.processes import LongJob
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.desk import Desk

_MEGABYTE = 1_000_000


class BackupCard(Card):
    """All that touches the place runs in the child process: a network folder may take minutes to answer."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self._state: BackupState | None = None
        self._facts: PlaceFacts | None = None
        self._followed: LongJob | None = None
        self.heading.setText(self.tr("Backups"))
        self.heading.show()
        self.set_quiet(self.tr("made by themselves each hour and when you lock or close"))
        self.badge = Badge()
        self.words = label("")
        self.place = FormRow(
            self.tr("Place for backups"),
            PathLine("folder"),
            self.tr("a stick, or a folder on another disk; encrypted, and opened once to check it"),
        )
        self.use = Button(self.tr("Use this place"))
        self.now = Button(self.tr("Back up now"))
        self.working = Working()
        self._build()
        self._connect()

    def ask(self) -> None:
        """Show how things stand."""
        self._workbench.run(lambda desk: (backup_state(desk, look=False), desk.today()), self._show)

    def forget(self) -> None:
        """The page is left."""
        self.place.show_problem("")

    def first_control(self) -> QWidget:
        return self.place.control

    def _build(self) -> None:
        row = FlowLayout(gap=2.5)
        row.addWidget(self.badge)
        row.addWidget(self.words)
        self.add(row)
        self.add(self.place)
        buttons = FlowLayout(gap=2.5)
        buttons.addWidget(self.use)
        buttons.addWidget(self.now)
        self.add(buttons)
        self.add(self.working)
        keeps = self.tr(
            "Kept are all of the last two hours, one an hour for a day, one a day for two weeks and one "
            "a week for eight weeks. To bring one back, lock the laptop: the unlock page does it."
        )
        self.add(label(keeps, "soft"))
        self.now.hide()

    def _connect(self) -> None:
        self.use.clicked.connect(self._use)
        self.now.clicked.connect(self._back_up)
        line = cast(PathLine, self.place.control)
        line.line.returnPressed.connect(self._use)
        self._workbench.changed.connect(self._changed)
        backups_of(self._workbench).began.connect(self._follow)

    def _show(self, found: tuple[BackupState, object]) -> None:
        state = found[0]
        first = self._state is None
        self._state = state
        line = cast(PathLine, self.place.control)
        if state.place is not None and (first or not line.value()):
            line.show_value(str(state.place))
        self.now.setVisible(state.place is not None)
        self._say()
        if state.place is not None:
            job = self._workbench.processes.run_in_process(look_at_place, state.place)
            job.done.connect(self._looked)

    def _looked(self, facts: PlaceFacts) -> None:
        self._facts = facts
        self._say()

    def _say(self) -> None:
        state, facts = self._state, self._facts
        if state is None:
            return
        if state.place is None:
            self.badge.show_text(self.tr("Not backed up"), "attention", "state-attention")
            self.words.setText(self.tr("Everything is on this laptop alone."))
            return
        when = self._when(state.last) if state.last else self.tr("none yet")
        if state.trouble or (facts is not None and not facts.there):
            self.badge.show_text(self.tr("Not reached"), "bad", "stop")
            trouble = state.trouble or self.tr("The place for backups is not there.")
            again = self.tr("It is tried again each minute. Last backup: {when}.").format(when=when)
            self.words.setText(f"{trouble} {again}")
            return
        self.badge.show_text(self.tr("Backed up") if state.last else self.tr("Ready"), "good", "state-done")
        words = self.tr("Last backup: {when}.").format(when=when)
        if facts is not None and facts.count:
            kept = self.tr("{count} kept, {size} MB, the oldest of {day}.")
            words = " ".join(
                (words, kept.format(count=facts.count, size=self._size(facts), day=self._oldest(facts)))
            )
        self.words.setText(words)

    def _when(self, at: datetime) -> str:
        now = self._workbench.program.now()
        local = at.astimezone(now.tzinfo)
        return f"{day_words(local.date(), now.date())}, {local:%H:%M}"

    def _oldest(self, facts: PlaceFacts) -> str:
        return self._when(facts.oldest) if facts.oldest is not None else ""

    def _size(self, facts: PlaceFacts) -> str:
        return f"{max(facts.size / _MEGABYTE, 0.1):.1f}"

    def _use(self) -> None:
        folder = cast(PathLine, self.place.control).path
        if folder is None:
            self.place.show_problem(self.tr("Choose a folder or a stick."))
            self.place.control.setFocus()
            return
        self.place.show_problem("")
        self.use.setEnabled(False)
        database = self._workbench.opened or self._workbench.database
        job = self._workbench.processes.run_in_process(make_place, folder, database)
        self.working.follow(job, self.tr("Looking at the place"))
        job.done.connect(self._made)
        job.failed.connect(self._refused)
        job.cancelled.connect(self._over)

    def _made(self, folder: Path) -> None:
        self._over()
        self._facts = None

        def keep(desk: Desk) -> None:
            keep_place(desk, folder)

        self._workbench.run(keep, self._kept)

    def _kept(self, _: None) -> None:
        backups_of(self._workbench).now()

    def _refused(self, error: BaseException) -> None:
        self._over()
        if not isinstance(error, KnownError):
            raise error
        self.place.show_problem(str(error))
        self.place.control.setFocus()

    def _over(self) -> None:
        self.use.setEnabled(True)

    def _back_up(self) -> None:
        backups_of(self._workbench).now()

    def _follow(self, job: LongJob) -> None:
        if self.isVisible() and not self.working.busy:
            self.working.follow(job, self.tr("Backing up"))

    def _changed(self, changed: Changed) -> None:
        if changed.about("backup") and self.isVisible():
            self.ask()
