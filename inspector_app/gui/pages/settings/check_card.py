"""Check everything: pages, chains, tables and attachments, in a child process; what is wrong is named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from inspector_app.errors import KnownError
from inspector_app.gui.widgets.badge import Badge
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.line_list import Line, LineList
from inspector_app.gui.widgets.working import Working
from inspector_app.operations.checks import (
    fault_words,
    prepare_check,
    prepare_repair,
    repair_over,
    repairable,
    run_check,
    run_repair,
)
from inspector_app.words import error_words

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.care import Damage
    from inspector_app.operations.checks import DatabaseJob


class CheckCard(Card):
    """Writing goes on meanwhile; it can be cancelled at any time and changes nothing."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self.heading.setText(self.tr("Is everything sound"))
        self.heading.show()
        self.setAccessibleName(self.heading.text())
        self.set_quiet(self.tr("every page, change and file on this laptop"))
        self.badge = Badge()
        self.words = label("")
        self.faults = LineList(self.tr("What is wrong"), most=5)
        self.check = Button(self.tr("Check everything"))
        self.mend = Button(self.tr("Make the tables again"))
        self.working = Working()
        row = FlowLayout(gap=2.5)
        row.addWidget(self.badge)
        row.addWidget(self.words)
        self.add(row)
        buttons = FlowLayout(gap=2.5)
        buttons.addWidget(self.mend)
        buttons.addWidget(self.check)
        self.add(self.faults)
        self.add(buttons)
        self.add(self.working)
        for hidden in (self.faults, self.mend):
            hidden.hide()
        self.words.setText(self.tr("Not checked since the program was started. You can go on working."))
        self.check.clicked.connect(self._check)
        self.mend.clicked.connect(self._mend)

    def _check(self) -> None:
        if not self.working.busy:
            self._wait(True)
            self._workbench.run(prepare_check, self._begin, self._refused)

    def _mend(self) -> None:
        if not self.working.busy:
            self._wait(True)
            self._workbench.run(prepare_repair, self._begin_mending, self._refused)

    def _wait(self, waiting: bool) -> None:
        """Only one of the two at a time."""
        self.check.setEnabled(not waiting)
        self.mend.setEnabled(not waiting)

    def _begin_mending(self, job: DatabaseJob) -> None:
        running = self._workbench.processes.run_in_process(run_repair, job)
        words = self.tr("Making the tables again; what you type meanwhile is saved after it")
        self.working.follow(running, words)
        running.done.connect(self._mended)
        running.failed.connect(self._not_mended)
        running.cancelled.connect(self._mending_stopped)

    def _mended(self, _: object) -> None:
        self._workbench.run(repair_over)
        self._workbench.reload_checklists()
        self._check()

    def _not_mended(self, error: BaseException) -> None:
        self._workbench.run(repair_over)
        self._failed(error)

    def _mending_stopped(self) -> None:
        self._workbench.run(repair_over)
        self._wait(False)
        self.words.setText(self.tr("It was stopped before its end; the tables are as they were."))

    def _begin(self, job: DatabaseJob) -> None:
        running = self._workbench.processes.run_in_process(run_check, job)
        self.working.follow(running, self.tr("Checking pages, changes and files"))
        running.done.connect(self.show_result)
        running.failed.connect(self._failed)
        running.cancelled.connect(self._cancelled)

    def show_result(self, faults: Sequence[Damage]) -> None:
        """Say what was found, in plain words."""
        self._wait(False)
        at = self._workbench.program.now()
        if not faults:
            self.badge.show_text(self.tr("Sound"), "good", "state-done")
            self.words.setText(self.tr("Nothing is wrong. Checked at {time}.").format(time=f"{at:%H:%M}"))
        else:
            self.badge.show_text(self.tr("Damaged"), "bad", "stop")
            advice = (
                self.tr("No change is lost: the tables can be made again from the changes.")
                if repairable(faults)
                else self.tr("Export what you can, then bring back the last backup from the unlock page.")
            )
            self.words.setText(advice)
        lines = [Line(str(at), fault_words(one), error_words(one.message)) for at, one in enumerate(faults)]
        self.faults.show_lines(lines)
        self.faults.setVisible(bool(lines))
        self.mend.setVisible(repairable(faults))

    def _cancelled(self) -> None:
        self._wait(False)
        self.words.setText(self.tr("The check was stopped before its end; nothing was changed."))

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, KnownError):
            raise error
        self._refused(error)

    def _refused(self, error: KnownError) -> None:
        self._wait(False)
        self.badge.show_text(self.tr("Not checked"), "attention", "state-attention")
        self.words.setText(str(error))
