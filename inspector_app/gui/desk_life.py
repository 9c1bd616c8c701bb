"""The life of an unlocked desk: it is locked when nobody is there or the computer sleeps, and backed up.

Made when a desk is first unlocked, never before the first paint. It decides nothing: how long to wait and
whether a backup is due is asked of the operations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from inspector_app.errors import KnownError
from inspector_app.gui.backing_up import BackupKeeper
from inspector_app.gui.idle import IdleWatch
from inspector_app.gui.leisure import leisure_of
from inspector_app.gui.room_watch import RoomWatch
from inspector_app.gui.safe_light import SafeLight
from inspector_app.gui.widgets.passing import say_in_passing
from inspector_app.operations.changed import Changed, Recovered
from inspector_app.operations.lock_after import lock_after

if TYPE_CHECKING:
    from inspector_app.gui.main_window import MainWindow
    from inspector_app.gui.suspend import SuspendWatch
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.desk import Desk

_NAME = "desk_life"
SUSPEND_AFTER_MILLISECONDS = 1500
"""The message bus is asked when the list of inspections stands there."""
READY_AFTER_MILLISECONDS = 700
"""What opening an inspection takes is loaded once the list was painted, and before it is read."""


class DeskLife(QObject):
    """One for each window. `lock(words)` hides and closes everything; the words say why."""

    def __init__(self, window: MainWindow, workbench: Workbench, lock: Callable[[str], None]) -> None:
        super().__init__(workbench)
        self.setObjectName(_NAME)
        self._window, self._workbench, self._lock = window, workbench, lock
        self._minutes = 0
        self._suspend: SuspendWatch | None = None
        self.idle = IdleWatch(workbench.program.now, parent=self)
        self.backups = BackupKeeper(workbench, self)
        self.room = RoomWatch(window, workbench, self)
        self.light = SafeLight(workbench, self.backups, window)
        window.top.put_beside_saved(self.light)
        self._connect()

    def begin(self) -> None:
        """A desk was unlocked."""
        self.idle.start()
        self.backups.start()
        self.light.show()
        self.room.look()
        self._ask_minutes()
        self._workbench.run(lambda desk: desk.recovered, self._tell_recovered, _let_be)
        QTimer.singleShot(READY_AFTER_MILLISECONDS, self, self._get_ready)
        QTimer.singleShot(SUSPEND_AFTER_MILLISECONDS, self, self._watch_suspend)

    def end(self) -> None:
        """The desk was locked: all is saved, and the computer may sleep."""
        self.idle.stop()
        self.backups.stop()
        self.room.stop()
        self.light.hide()
        if self._suspend is not None:
            self._suspend.let_sleep()

    def _connect(self) -> None:
        self.idle.idle.connect(self._idle)
        self.idle.nearly.connect(self._nearly)
        self.idle.slept.connect(self._slept)
        self.room.turned.connect(self.light.ask)
        self._workbench.saved.connect(self.idle.note)
        self.idle.pressed.connect(leisure_of(self._workbench).note)
        self._workbench.end.at_end(self.idle.stop)
        self._workbench.changed.connect(self._changed)

    def _tell_recovered(self, recovered: tuple[Recovered, ...]) -> None:
        """What was typed before a crash, whichever way the desk was opened; the same is never said twice."""
        page = self._window.page
        if recovered and page is not None:
            from inspector_app.gui.pages.unlock.page import recovered_message

            self._workbench.notify(recovered_message(page, recovered))

    def _ask_minutes(self) -> None:
        self._workbench.run(lock_after, self._set_minutes, _let_be)

    def _set_minutes(self, minutes: int) -> None:
        self._minutes = minutes
        self.idle.set_minutes(minutes)

    def _changed(self, changed: Changed) -> None:
        if changed.about("settings"):
            self._ask_minutes()

    def _get_ready(self) -> None:
        """Piece by piece, each asked for when the one before is done: what is given to the writer meanwhile
        waits for one piece at most.
        """
        if self._workbench.unlocked:
            from inspector_app.operations.get_ready import get_ready_for_more

            self._workbench.run(
                lambda desk: (desk, get_ready_for_more(desk)), self._go_on_getting_ready, _let_be
            )

    def _go_on_getting_ready(self, begun: tuple[Desk, Iterator[str]]) -> None:
        """The next piece; none where the desk was locked since."""
        at, pieces = begun

        def told(piece: str | None) -> None:
            if piece is not None:
                self._go_on_getting_ready(begun)

        self._workbench.run(lambda desk: next(pieces, None) if desk is at else None, told, _let_be)

    def _watch_suspend(self) -> None:
        if not self._workbench.unlocked:
            return
        if self._suspend is None:
            from inspector_app.gui.suspend import SuspendWatch

            self._suspend = SuspendWatch(parent=self)
            self._suspend.sleeping.connect(self._slept)
        self._suspend.hold()

    def _nearly(self) -> None:
        words = self.tr("Nobody at the keyboard: locking in half a minute. Any key keeps it open.")
        say_in_passing(self._window, words)

    def _idle(self) -> None:
        if self._workbench.long_work:
            # Somebody waits for it, and what it brings is noted by the page that asked.
            return
        if self._minutes == 1:
            self._lock(self.tr("Locked after a minute without a key."))
        else:
            words = self.tr("Locked after {minutes} minutes without a key.")
            self._lock(words.format(minutes=self._minutes))

    def _slept(self) -> None:
        self._lock(self.tr("Locked because the computer slept."))


def _let_be(error: KnownError) -> None:
    """Locked meanwhile."""
