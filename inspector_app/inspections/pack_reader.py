"""Reads a framework's TOML files strictly: every error names the file, the entry and what to write instead.

A framework pack is edited by people at head office, so a slip must be told in words, and an unknown key is
a slip: it would otherwise be silently ignored.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from inspector_app.errors import KnownError
from inspector_app.inspections.standards import Validity

T = TypeVar("T")


def read_toml(path: Path) -> Table:
    """The whole file as a table; raises `KnownError` where it is missing or not TOML."""
    try:
        content: Mapping[str, object] = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise KnownError(
            f"The framework lacks the file {path.name}.",
            "Ask head office for a complete framework.",
            code="framework-invalid",
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise KnownError(
            f"The framework file {path.name} cannot be read: {error}.",
            "Correct the line that is named, or ask head office for the file again.",
            code="framework-invalid",
        ) from error
    return Table(path.name, "the top of the file", content)


class Table:
    """One table of a file, taken apart key by key; `done` refuses what is left over."""

    def __init__(self, file: str, entry: str, content: Mapping[str, object]) -> None:
        self.file = file
        self.entry = entry
        self._left = dict(content)

    def error(self, message: str, advice: str) -> KnownError:
        """A `KnownError` that names file and entry."""
        return KnownError(f"{self.file}, {self.entry}: {message}", advice, code="framework-invalid")

    def done(self) -> None:
        """Refuses keys that nobody asked for."""
        if self._left:
            key = min(self._left)
            raise self.error(f"“{key}” is not known here.", "Check the spelling, or take the line away.")

    def has(self, key: str) -> bool:
        """Whether there is such a line, and nobody has asked for it yet."""
        return key in self._left

    def text(self, key: str, default: str | None = None) -> str:
        """A text that is not blank; without a default it has to be there."""
        value = self._take(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.error(f"“{key}” must be a text.", f'Write {key} = "…".')
        return value.strip()

    def code(self, key: str) -> str:
        """A text without blanks, for ids and codes."""
        value = self.text(key)
        if any(character.isspace() or character == "=" for character in value):
            raise self.error(f"“{key}” holds a blank or “=”.", "Use letters, digits, “-”, “_” and “.” only.")
        return value

    def number(self, key: str, least: int, most: int) -> int:
        """A whole number between two bounds, both included."""
        value = self._take(key, None)
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise self.error(
                f"“{key}” must be a whole number from {least} to {most}.", f"Write {key} = {least}."
            )
        return value

    def flag(self, key: str, default: bool) -> bool:
        """True or false."""
        value = self._take(key, default)
        if not isinstance(value, bool):
            raise self.error(f"“{key}” must be true or false.", f"Write {key} = true, without quotes.")
        return value

    def texts(self, key: str, *, optional: bool = False) -> tuple[str, ...]:
        """A list of texts, none blank; at least one unless optional."""
        value = self._take(key, [] if optional else None)
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.error(f"“{key}” must be a list of texts.", f'Write {key} = ["…", "…"].')
        if not value and not optional:
            raise self.error(f"“{key}” is empty.", "Give at least one.")
        return tuple(item.strip() for item in value)

    def validity(self) -> Validity:
        """`valid_from` and `valid_to`, both optional dates."""
        start, end = self._day("valid_from"), self._day("valid_to")
        if start is not None and end is not None and end < start:
            raise self.error("“valid_to” lies before “valid_from”.", "Correct one of the two dates.")
        return Validity(start, end)

    def table(self, key: str) -> Table:
        """A table inside this one, with at least one line."""
        value = self._take(key, None)
        if not isinstance(value, dict) or not value:
            raise self.error(f"“{key}” must be a table with lines.", f"Write {key} = {{ … }} or [{key}].")
        return Table(self.file, f"{self.entry}, {key}", value)

    def tables(self, key: str, name_by: str) -> list[Table]:
        """A list of tables, each named in messages by one of its keys."""
        value = self._take(key, None)
        if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value):
            raise self.error(f"“{key}” must be a list of tables.", f"Write [[{key}]] before each entry.")
        return [
            Table(self.file, f"{key} {item.get(name_by, number)}", item)
            for number, item in enumerate(value, start=1)
        ]

    def _day(self, key: str) -> date | None:
        value = self._left.pop(key, None)
        if value is not None and (isinstance(value, datetime) or not isinstance(value, date)):
            raise self.error(f"“{key}” must be a date.", f"Write {key} = 2018-04-01, without quotes.")
        return value

    def _take(self, key: str, default: object) -> object:
        value = self._left.pop(key, default)
        if value is None:
            raise self.error(f"“{key}” is missing.", f"Add a line {key} = ….")
        return value


def keyed(tables: list[Table], make: Callable[[Table], tuple[str, T]]) -> dict[str, T]:
    """The entries by id in file order; refuses leftovers and an id used twice."""
    result: dict[str, T] = {}
    for table in tables:
        key, entry = make(table)
        table.done()
        if key in result:
            raise table.error(f"“{key}” stands there twice.", "Give each entry its own id.")
        result[key] = entry
    return result
