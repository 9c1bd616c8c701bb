"""The one place where errors end: known ones become an inline message, bugs are logged and shown once.

No answers, names or keys may reach the log or a report: of a bug only its type and the places in the code are
kept, never its message or the values at hand.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from inspector_app.errors import KnownError
from inspector_app.gui.widgets.message_bar import Message

_LOGGER = logging.getLogger("inspector_app.gui")


class Presenter(Protocol):
    """Where messages are shown: the window, or whatever stands in its place before it exists."""

    def show_message(self, message: Message, act: Callable[[], None] | None = None) -> None:
        """Show it inline and have it read out."""


class ErrorReporter(QObject):
    """`report` may be called on any thread. `saved` gives the words of what is saved ("Saved 14:03:22")."""

    _arrived = Signal(object)

    def __init__(self, saved: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._saved = saved
        self._presenter: Presenter | None = None
        self._early: list[Message] = []
        self._lead: Callable[[], None] | None = None
        self._shown: set[str] = set()
        self._reports: list[str] = []
        self._before: tuple[object, object] | None = None
        self._arrived.connect(self._show)

    @property
    def reports(self) -> tuple[str, ...]:
        """The places of all bugs met since the start, for a report file."""
        return tuple(self._reports)

    @property
    def saved_words(self) -> str:
        """What the window says is saved, '' before the first save."""
        return self._saved()

    def present_in(self, presenter: Presenter | None) -> None:
        """Show messages there from now on, those that came too early included."""
        self._presenter = presenter
        if presenter is not None:
            early, self._early = self._early, []
            for message in early:
                presenter.show_message(message)

    def lead_to(self, call: Callable[[], None]) -> None:
        """The message of a bug offers this: the page that says what is safe."""
        self._lead = call

    def install(self) -> None:
        """Take every exception that nobody caught, on this and other threads."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread

    def uninstall(self) -> None:
        """Put the hooks of before back."""
        if self._before is not None:
            sys.excepthook, threading.excepthook = self._before  # type: ignore[assignment]
            self._before = None

    def report(self, error: BaseException) -> None:
        """Log and show an error."""
        self.tell_arrived(error)

    def tell_arrived(self, error: BaseException) -> None:
        self._arrived.emit(error)

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.report(error)

    def _uncaught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.report(args.exc_value)

    def _show(self, error: BaseException) -> None:
        if isinstance(error, KnownError):
            _LOGGER.info("known error %s", error.code or type(error).__name__)
            self._present(Message.of(error))
            return
        places = places_of(error)
        _LOGGER.error("%s", places)
        self._reports.append(places)
        if places not in self._shown:
            self._shown.add(places)
            self._present(self._bug_message(), self._lead)

    def _present(self, message: Message, act: Callable[[], None] | None = None) -> None:
        if self._presenter is None:
            self._early.append(message)
        else:
            self._presenter.show_message(message, act)

    def _bug_message(self) -> Message:
        saved = self._saved()
        safe = self.tr("{saved}: everything up to then is safe.").format(saved=saved) if saved else ""
        advice = self.tr(
            "You can go on working. If it happens again, close the program, open it again and tell us."
        )
        text = self.tr("Something in the program went wrong, and the last step may not have been done.")
        more = self.tr("See what is safe") if self._lead is not None else ""
        return Message(text, f"{safe} {advice}".strip(), "bad", more)


def places_of(error: BaseException) -> str:
    """The type of an error and the places it passed through, innermost last; no message and no values."""
    chain: list[str] = []
    seen: BaseException | None = error
    while seen is not None:
        frames = traceback.extract_tb(seen.__traceback__)
        steps = " > ".join(f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames)
        chain.append(f"{type(seen).__name__} at {steps or 'an unknown place'}")
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return " from ".join(chain)


def _short(filename: str) -> str:
    """The last two parts of a path: no home folder, no user name."""
    return "/".join(filename.replace("\\", "/").split("/")[-2:])
