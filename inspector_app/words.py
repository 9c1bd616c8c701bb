"""The language of the screen, for rooms that know no screen: words go through it on their way to a person.

English is what the code is written in and costs nothing; the window puts another tongue in here at its start,
before anything is said. It belongs to the process, as its locale does. Letters and forms have languages of
their own (`inspections/letter`); commands and journal stay English.

Catalogues are Qt Linguist's: `make translations` finds ``translate("Context", "words")`` and
``mark("Context", "words")`` everywhere, ``self.tr("words")`` in the window, and every `KnownError`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _as_it_is(context: str, words: str) -> str:
    return words


def _error_as_it_is(words: str) -> str:
    return words


class Tongue:
    """`translate(context, words)` gives the words in another language, or as they are; `error` the same for
    the words of a `KnownError`, in which values stand already. `months` are twelve, as they stand in a date.

    Written out: this is loaded before the first paint, and a named tuple takes longer to make than all else.
    """

    __slots__ = ("code", "decimal", "error", "months", "translate")

    def __init__(
        self,
        code: str = "en",
        translate: Callable[[str, str], str] = _as_it_is,
        error: Callable[[str], str] = _error_as_it_is,
        months: tuple[str, ...] = MONTHS,
        decimal: str = ".",
    ) -> None:
        self.code, self.translate, self.error = code, translate, error
        self.months, self.decimal = months, decimal


ENGLISH = Tongue()


class _Spoken:
    """The one owner of what is spoken now."""

    tongue = ENGLISH


def use(tongue: Tongue) -> None:
    """From now on this is spoken. The window calls it once, before anything is said."""
    _Spoken.tongue = tongue


def spoken() -> Tongue:
    """What is spoken now."""
    return _Spoken.tongue


def translate(context: str, words: str) -> str:
    """The words in the language of the screen. Give constants, and put values in by `format` afterwards."""
    return _Spoken.tongue.translate(context, words)


def mark(context: str, words: str) -> str:
    """The words as they are, noted for the catalogue: for constants, which `translate` gets later."""
    return words


def error_words(words: str) -> str:
    """What an error says, in the language of the screen."""
    return _Spoken.tongue.error(words)


def day(on: date, *, year: bool = True) -> str:
    """A day in words: 14 May 2026, or 14 May."""
    words = f"{on.day} {_Spoken.tongue.months[on.month - 1]}"
    return f"{words} {on.year}" if year else words


def decimal(number: float, places: int = 1) -> str:
    """A number with the language's decimal sign."""
    return f"{number:.{places}f}".replace(".", _Spoken.tongue.decimal)
