"""The error of this room: an expression that cannot be compiled. Data never raises; see `Host.warn`."""

from __future__ import annotations


class XPathError(Exception):
    """An expression is refused: `message` in plain words, `position` counts characters from 0, `code` is
    stable.
    """

    def __init__(self, message: str, *, code: str, expression: str = "", position: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.expression = expression
        self.position = position

    def __str__(self) -> str:
        return f"{self.message} (at character {self.position + 1} of: {self.expression})"
