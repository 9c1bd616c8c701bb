"""The workbench: the one object that pages get. Jobs go to the writer thread, facts come back to this one.

A page hands over a function of the `Desk` (or of the open checklist) and gets its result, so that no page
touches the database and the GUI thread never waits. What a job wrote is told to every page by `changed`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from inspector_app.errors import KnownError
from inspector_app.gui.desk_end import DeskEnd
from inspector_app.gui.preferences import Kept
from inspector_app.gui.runner import JobRunner, nothing, there
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.operations.changed import Changed, Recovered

if TYPE_CHECKING:
    from inspector_app.gui.actions import Actions
    from inspector_app.gui.key_hold import KeyHold
    from inspector_app.gui.processes import ProcessRunner
    from inspector_app.gui.theme import Theme
    from inspector_app.journal.event import Json
    from inspector_app.operations.checklist_session import ChecklistSession
    from inspector_app.operations.desk import Desk
    from inspector_app.operations.home import Home
    from inspector_app.operations.program import Program
    from inspector_app.operations.workspace import Workspace

T = TypeVar("T")
Failed = Callable[[KnownError], None]

LOCKED = "locked"
"""The code of what a job is told that came after the lock."""
SLOW_SAVE_MILLISECONDS = 400
"""A save that takes longer says "Saving"; a quicker one would only flicker."""


class Workbench(QObject):
    """`changed(Changed)` after each write; `saved(datetime)` of the last commit; `not_saved(KnownError)`;
    `inspection_changed(id)` when another inspection (or none, '') is open; `desk_changed(bool)` when the desk
    was unlocked or locked; `page_wanted(key, detail)` and `message(Message, action)` are for the shell.
    """

    changed = Signal(object)
    saved = Signal(object)
    saving = Signal()
    not_saved = Signal(object)
    inspection_changed = Signal(str)
    desk_changed = Signal(bool)
    page_wanted = Signal(str, str)
    message = Signal(object, object)

    def __init__(
        self,
        make_program: Callable[[], Program],
        database: Path,
        bugs: Callable[[BaseException], None],
        actions: Actions,
        theme: Theme,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.actions = actions
        self.theme = theme
        self.kept = Kept()
        self.database = database
        self._bugs = bugs
        self._make_program = make_program
        self._program: Program | None = None
        self._workspace: Workspace | None = None
        self.welcome: Home | None = None
        self._runner = JobRunner(bugs, self)
        self._processes: ProcessRunner | None = None
        self._keys: KeyHold | None = None
        self._moving: Literal["", "moves", "stays"] = ""
        self._inspection = ""
        self._opened: Path | None = None
        self.end = DeskEnd()
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_SAVE_MILLISECONDS)
        self._slow.timeout.connect(self.tell_saving)

    @property
    def program(self) -> Program:
        """The program with its adapters; only jobs and child processes use more of it than the clock."""
        if self._program is None:
            self._program = self._make_program()
        return self._program

    @property
    def inspection_id(self) -> str:
        """The inspection that is open, '' while none is."""
        return self._inspection

    @property
    def unlocked(self) -> bool:
        return self._workspace is not None

    @property
    def opened(self) -> Path | None:
        """The database that is unlocked, None while none is: the laptop's own or that of the example."""
        return self._opened if self.unlocked else None

    @property
    def processes(self) -> ProcessRunner:
        """Where heavy work runs (letters, receiving, verifying), in a child process made on first use."""
        if self._processes is None:
            from inspector_app.gui.processes import ProcessRunner

            self._processes = ProcessRunner(self)
        return self._processes

    @property
    def keys(self) -> KeyHold:
        """Where keys wait while the keyboard is on its way somewhere; made on first use."""
        if self._keys is None:
            from inspector_app.gui.key_hold import KeyHold

            self._keys = KeyHold(self.actions.window)
        return self._keys

    @contextmanager
    def moving(self, *, stays: bool = False) -> Iterator[None]:
        """Jobs given inside move the keyboard once answered, or replace what it is on: keys pressed meanwhile
        wait for the new place. Where a job is refused they are dropped, or with `stays` go on where they are.
        """
        before, self._moving = self._moving, "stays" if stays else "moves"
        try:
            yield
        finally:
            self._moving = before

    @property
    def closed(self) -> bool:
        """Whether the window is gone and no job is taken any more."""
        return self._runner.closed

    @property
    def long_work(self) -> bool:
        """Whether a page has work in the child process."""
        return self._processes is not None and self._processes.busy

    def run(
        self, job: Callable[[Desk], T], done: Callable[[T], None] | None = None, failed: Failed | None = None
    ) -> None:
        """Do a short job at the desk on the writer thread; `done(result)` and `failed(error)` come back here.

        Jobs run in the order given. A `KnownError` is shown on the page by default; a bug goes to the one
        place where bugs end. Nothing is delivered to a method of a widget that is gone.
        """
        self._submit(lambda: job(self._at_work().desk), done, failed)

    def checklist(
        self,
        job: Callable[[ChecklistSession], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        record: str = "",
    ) -> None:
        """The same with the open inspection's checklist (the first, unless one is named by its record)."""
        self._submit(lambda: job(self._at_work().checklist(record)), done, failed)

    def checklists(
        self,
        job: Callable[[list[ChecklistSession]], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """The same with all checklists of the open inspection; `sessions[0].desk` is the desk."""
        self._submit(lambda: job(self._at_work().checklists()), done, failed)

    def work(
        self,
        job: Callable[[Workspace], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """The same with the workspace, for jobs that need the desk and the open checklists."""
        self._submit(lambda: job(self._at_work()), done, failed)

    def reload_checklists(self) -> None:
        """Read the checklists from the record again before the next job, after something changed answers past
        their sessions (undo of several fields, erasing, receiving a colleague's file).
        """
        self._submit(lambda: self._at_work().forget_checklists(), None, None)

    def type_text(
        self, key: str, text: Json, kind: str = "", field: str = "value", checklist: str = ""
    ) -> None:
        """Commit what stands in a field after a key. Of several waiting keys only the newest is written.

        Without `kind`, `key` is a question's key in the open checklist (`checklist` names its record where
        there are several); else `kind`, `key` and `field` name a record of the journal. Leaving the field is
        a job that writes it (`session.answer`, `edit_finding` …) and takes over what was typed.
        """
        from inspector_app.operations.typing import Slot

        slot = Slot(kind, key, field)
        name = f"typing {kind} {key} {field}"
        self._submit(lambda: self._at_work().type_text(slot, text, checklist), None, None, typed=name)

    def type_job(self, name: str, job: Callable[[Desk], None], failed: Failed | None = None) -> None:
        """The same for a field that is kept as something else than its text: `job` commits the key, `name`
        tells fields apart.
        """
        self._submit(lambda: job(self._at_work().desk), None, failed, typed=f"typing {name}")

    def at_close(self, call: Callable[[], None]) -> None:
        """Call this when the window closes or the desk is locked, to end what a page started on its own."""
        self.end.at_close(call)

    def beside(
        self, job: Callable[[], T], done: Callable[[T], None] | None = None, failed: Failed | None = None
    ) -> None:
        """A short job that needs no desk, off this thread."""
        self._submit(job, done, failed)

    def open_inspection(self, inspection_id: str) -> None:
        """Work at this inspection from now on; '' closes it."""
        if inspection_id != self._inspection:
            self._inspection = inspection_id
            self._submit(lambda: self._at_work().open(inspection_id), None, None)
            self.tell_inspection(inspection_id)

    def go(self, page_key: str, detail: str = "") -> None:
        """Ask the window for a page; `detail` (a question's key, a finding's id) is handed to the page's
        `show_detail` where it has one.
        """
        self.page_wanted.emit(page_key, detail)

    def notify(self, message: Message, act: Callable[[], None] | None = None) -> None:
        """Say something on the page that is shown."""
        self.message.emit(message, act)

    def unlock(
        self,
        secret: str,
        done: Callable[[tuple[Recovered, ...]], None],
        failed: Failed | None = None,
        *,
        code: bool = False,
    ) -> None:
        """Open this laptop's database with its passphrase or `code`; `done` gets what a crash left typed."""

        def work() -> tuple[Recovered, ...]:
            from inspector_app.operations import set_up

            opened = set_up.open_desk_with_code if code else set_up.open_desk
            return self._take(opened(self.program, self.database, secret, "laptop"))

        self._submit(work, self._then_tell(done), failed)

    def load_ahead(self) -> None:
        """Load what unlocking needs on the writer thread, so that nobody waits for it after Enter."""
        from inspector_app.operations.get_ready import get_ready

        self._submit(lambda: get_ready(self.program), None, None)

    def adopt(
        self, make: Callable[[Program], Desk], done: Callable[[], None], failed: Failed | None = None
    ) -> None:
        """Make a desk on the writer thread (first start, the example) and work at it."""
        self._submit(lambda: self._take(make(self.program)), self._then_tell(lambda _: done()), failed)

    def lock(self, done: Callable[[], None]) -> None:
        """Fold what was typed, close the database, forget its key; then `done` is called."""

        def after(left: object) -> None:
            self._inspection = ""
            self.tell_desk(False)
            self.end.tell(left)
            done()

        self.end.close_pages()
        self._submit(self._close_desk, after, None)

    def close(self) -> None:
        """Fold what was typed, close the database and end all threads and children. Safe to call twice."""
        if self._runner.closed:
            return
        self.end.close_pages()
        self._submit(self._close_desk, self.end.tell, None)
        self._runner.close()
        self._slow.stop()
        self.end.over()
        if self._processes is not None:
            self._processes.close()

    def tell_saving(self) -> None:
        self.saving.emit()

    def tell_inspection(self, inspection_id: str) -> None:
        self.inspection_changed.emit(inspection_id)

    def tell_desk(self, unlocked: bool) -> None:
        self.desk_changed.emit(unlocked)

    def _at_work(self) -> Workspace:
        """The workspace; on the writer thread only."""
        if self._workspace is None:
            raise KnownError("The program is locked.", "Unlock it with your passphrase.", code=LOCKED)
        return self._workspace

    def _take(self, desk: Desk) -> tuple[Recovered, ...]:
        from inspector_app.operations.get_ready import welcome
        from inspector_app.operations.workspace import Workspace

        self.welcome = welcome(desk)
        self._workspace, self._opened = Workspace(desk), desk.store.path
        return desk.recovered

    def _then_tell(self, done: Callable[[T], None]) -> Callable[[T], None]:
        def told(result: T) -> None:
            self.tell_desk(True)
            done(result)

        return told

    def _close_desk(self) -> object:
        workspace, self._workspace, self.welcome = self._workspace, None, None
        return self.end.close_desk(workspace)

    def _submit(
        self,
        job: Callable[[], T],
        done: Callable[[T], None] | None,
        failed: Failed | None,
        *,
        typed: str = "",
    ) -> None:
        if self._runner.closed:
            return
        arrived, refused = self._move()

        def work() -> tuple[T, tuple[Changed, ...], datetime | None]:
            try:
                result = job()
            except BaseException:
                if self._workspace is not None:
                    self._workspace.forget_checklists()
                raise
            changed = self._workspace.take_changed() if self._workspace is not None else ()
            return result, changed, self.program.now() if changed or typed else None

        def deliver(outcome: tuple[T, tuple[Changed, ...], datetime | None]) -> None:
            result, changed, at = outcome
            self._slow.stop()
            if at is not None:
                self.saved.emit(at)
            try:
                if done is not None and there(done):
                    done(result)
                self._tell_changed(changed)
            finally:
                arrived()

        def refuse(error: BaseException) -> None:
            try:
                self._fail(error, failed, typed)
            finally:
                refused()

        if typed and not self._slow.isActive():
            self._slow.start()
        self._runner.write(work, deliver, refuse, name=typed)

    def _move(self) -> tuple[Callable[[], None], Callable[[], None]]:
        """What to call when a job is answered or refused; keys wait for that where it moves the keyboard."""
        if not self._moving:
            return nothing, nothing
        hold = self.keys.begin()
        return hold.land, hold.land if self._moving == "stays" else hold.drop

    def _fail(self, error: BaseException, failed: Failed | None, typed: str) -> None:
        self._slow.stop()
        if not isinstance(error, KnownError):
            self._bugs(error)
            return
        if typed:
            self.not_saved.emit(error)
        if failed is None or not there(failed):
            if error.code != LOCKED:  # else it comes from a page that the lock took away
                self.notify(Message.of(error))
        else:
            failed(error)

    def _tell_changed(self, changed: Iterable[Changed]) -> None:
        for one in changed:
            self.changed.emit(one)
