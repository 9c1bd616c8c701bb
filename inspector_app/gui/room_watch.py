"""Says, as long as the disk is full, that nothing can be saved; and when there is room, that it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from inspector_app.errors import KnownError
from inspector_app.gui.widgets.message_bar import Message

if TYPE_CHECKING:
    from inspector_app.gui.main_window import MainWindow
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.desk import Desk
    from inspector_app.operations.full_disk import Room

LOOK_MILLISECONDS = 3000
DISK_FULL = "disk-full"


class RoomWatch(QObject):
    """One for each window. It looks at the start and whenever a save was refused, and goes on looking while
    the disk is full; `turned` tells that it filled up or has room again.
    """

    turned = Signal()

    def __init__(self, window: MainWindow, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._workbench = window, workbench
        self._said: Message | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MILLISECONDS)
        self._timer.timeout.connect(self.look)
        workbench.not_saved.connect(self._refused)

    @property
    def full(self) -> bool:
        """Whether the disk was full when it was last looked at."""
        return self._said is not None

    def look(self) -> None:
        """Ask the disk."""
        if self._workbench.unlocked:
            self._workbench.run(_look, self.show_room, _let_be)

    def stop(self) -> None:
        """Nothing is unlocked any more, and nothing is to be saved."""
        self._timer.stop()
        self._withdraw()

    def _refused(self, error: KnownError) -> None:
        if error.code == DISK_FULL and not self.full:
            self.look()

    def show_room(self, room: Room) -> None:
        """Say what has changed since the disk was looked at before."""
        if not self._workbench.unlocked or room.full == self.full:
            return
        if room.full:
            self._said = Message(
                self.tr("The disk is full: nothing can be saved."),
                self.tr(
                    "You can read everything. Free at least {needed} MB on the disk of this laptop; it goes"
                    " on by itself."
                ).format(needed=room.needed),
                "bad",
            )
            self._window.show_message(self._said)
            self._timer.start()
        else:
            self.stop()
            self._workbench.notify(
                Message(self.tr("There is room on the disk again: what you type is saved."), "", "good")
            )
            if room.recovered:
                from inspector_app.gui.pages.unlock.page import recovered_message

                page = self._window.page
                if page is not None:
                    self._workbench.notify(recovered_message(page, room.recovered))
        self.turned.emit()

    def _withdraw(self) -> None:
        if self._said is not None:
            self._window.messages.withdraw(self._said)
            self._said = None


def _look(desk: Desk) -> Room:
    from inspector_app.operations.full_disk import look_for_room

    return look_for_room(desk)


def _let_be(error: KnownError) -> None:
    """Locked meanwhile."""
