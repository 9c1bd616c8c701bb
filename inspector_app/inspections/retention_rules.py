"""The classes of records and how long a laptop keeps a copy of each: data of the framework pack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.inspections.pack_files import pack_file
from inspector_app.inspections.pack_reader import keyed, read_toml

if TYPE_CHECKING:
    from inspector_app.inspections.pack_reader import Table

RETENTION_FILE = "retention.toml"
LONGEST_DAYS = 36_500


@dataclass(frozen=True, slots=True)
class RetentionClass:
    """A class of records; `days` after the receipt the laptop's copy falls due."""

    name: str
    words: str
    days: int


@dataclass(frozen=True, slots=True)
class RetentionRules:
    """The classes by name; `default` and `practice` are those of a live and of an example record that nobody
    has put into another one.
    """

    classes: Mapping[str, RetentionClass]
    default: str
    practice: str

    def of(self, name: str, realm: str) -> RetentionClass:
        """The class of that name; one that this pack does not know ('', or another pack's) counts as none."""
        own = self.classes.get(name)
        return own or self.classes[self.practice if realm == "example" else self.default]


@cache
def shipped_retention(framework_id: str) -> RetentionRules:
    """The rules of a framework that came with the program; KnownError ``framework-invalid``."""
    return load_retention(pack_file(framework_id, RETENTION_FILE).parent)


def load_retention(folder: Path) -> RetentionRules:
    """The rules in a framework's folder; KnownError ``framework-invalid`` names the first mistake."""
    top = read_toml(folder / RETENTION_FILE)
    classes = keyed(top.tables("class", "code"), _class)
    default, practice = top.code("default"), top.code("practice")
    for name in (default, practice):
        if name not in classes:
            raise top.error(f"The class “{name}” is not defined.", f"Use one of: {', '.join(classes)}.")
    top.done()
    return RetentionRules(classes, default, practice)


def _class(table: Table) -> tuple[str, RetentionClass]:
    one = RetentionClass(table.code("code"), table.text("label"), table.number("days", 0, LONGEST_DAYS))
    return one.name, one
