"""Hears from the system that the computer is about to sleep, and asks it to wait until all is saved.

That is login1 on Linux, over the system's own message bus; nothing leaves the machine. Where there is no bus
the clock tells afterwards (`idle.py`).
"""

from __future__ import annotations

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

_SERVICE = "org.freedesktop.login1"
_PATH = "/org/freedesktop/login1"
_MANAGER = "org.freedesktop.login1.Manager"
_SIGNAL = (_SERVICE, _PATH, _MANAGER, "PrepareForSleep")


class SuspendWatch(QObject):
    """`sleeping` before the computer sleeps, which waits (at most some seconds) until `let_sleep`."""

    sleeping = Signal()

    def __init__(self, bus: QDBusConnection | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus if bus is not None else QDBusConnection.systemBus()
        self._held: object = None
        self.heard = False
        if self._bus.isConnected():
            slot = SLOT("prepare_for_sleep(bool)")
            # the stubs want bytes, the call takes only text
            heard = self._bus.connect(*_SIGNAL, self, slot)  # type: ignore[call-overload]
            self.heard = bool(heard)

    @property
    def holding(self) -> bool:
        """Whether the system waits for us before it sleeps."""
        return self._held is not None

    def hold(self) -> None:
        """Ask the system to wait for us before it sleeps; where it does not, nothing changes."""
        if not self.heard or self._held is not None:
            return
        ask = QDBusMessage.createMethodCall(_SERVICE, _PATH, _MANAGER, "Inhibit")
        ask.setArguments(["sleep", "Inspector", self.tr("Saving what was typed"), "delay"])
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(ask), self)
        watcher.finished.connect(self._taken)

    def let_sleep(self) -> None:
        """All is saved: the system may sleep. The descriptor closes with its last reference."""
        self._held = None

    @Slot(bool)
    def prepare_for_sleep(self, begins: bool) -> None:
        """True before the sleep, False after it."""
        if begins:
            self.sleeping.emit()

    @Slot("QDBusPendingCallWatcher*")
    def _taken(self, watcher: QDBusPendingCallWatcher) -> None:
        answer = watcher.reply()
        if answer.type() == QDBusMessage.MessageType.ReplyMessage and answer.arguments():
            self._held = answer.arguments()[0]
        watcher.deleteLater()
