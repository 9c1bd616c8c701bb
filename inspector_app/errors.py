"""Errors that a person can do something about.

A `KnownError` comes from the world (a wrong passphrase, a full disk, a damaged file): it carries a
message for the user and advice on what to do next, and leads to exit status 1 or an inline message.
Everything else is a bug and stays an ordinary exception.
"""

from __future__ import annotations

from inspector_app import words


class KnownError(Exception):
    """Something in the world went wrong; the user is told what, and what to do.

    `message` says what happened in one plain sentence; `advice` says what is safe and what to do
    next; `code` is a short stable name for scripts and tests, such as ``wrong-passphrase``. Both are
    written in English where the error is raised and read in the language of the screen.
    """

    def __init__(self, message: str, advice: str = "", *, code: str = "") -> None:
        super().__init__(message)
        self._message = message
        self._advice = advice
        self.code = code

    @property
    def message(self) -> str:
        return words.error_words(self._message)

    @property
    def advice(self) -> str:
        return words.error_words(self._advice) if self._advice else ""

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()
