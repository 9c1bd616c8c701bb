"""One window a home: a second start brings the first forward and ends.

A lock file decides who is first; it is freed by the system however a process ends. The first window listens
on a socket of this user and this machine alone, never on a network port; that part is imported after the
first paint.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_FORWARD = b"forward\n"
_WAIT_MILLISECONDS = 1000


class OnlyWindow(QObject):
    """Whether this process has the window of this home; keep it for as long as the window lives."""

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = home
        from filelock import FileLock

        self._lock = FileLock(home / "window.lock")
        self._server: QLocalServer | None = None
        self._forward: Callable[[], None] | None = None

    @cached_property
    def _name(self) -> str:
        import hashlib

        return f"inspector-{hashlib.sha256(str(self._home.resolve()).encode()).hexdigest()[:20]}"

    def take(self) -> bool:
        """True when no other window has this home; OSError when the folder cannot be written."""
        from filelock import Timeout

        try:
            self._lock.acquire(blocking=False)
        except Timeout:
            return False
        return True

    def ask_other(self) -> bool:
        """Ask the other window to come forward; whether it answered."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT_MILLISECONDS):
            return False
        socket.write(_FORWARD)
        answered = socket.waitForBytesWritten(_WAIT_MILLISECONDS)
        socket.disconnectFromServer()
        return answered

    def listen(self, forward: Callable[[], None]) -> None:
        """Call `forward` when a second start asks for it."""
        from PySide6.QtNetwork import QLocalServer

        self._forward = forward
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)
        self._server.newConnection.connect(self._asked)
        self._server.listen(self._name)

    def release(self) -> None:
        """Stop listening and free the home. Safe to call twice."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.release()

    def _asked(self) -> None:
        if self._server is None:
            return
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
        if self._forward is not None:
            self._forward()
