"""Rows that the forms engine derived (calculates, relevance, classes), handed over by operations.

They are not events: they follow from answers. They are kept in the same transaction as those, so that head
office and the home page can count without replaying a form.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple

from inspector_app.journal.derived import DerivedRow
from inspector_app.storage.database import Database

__all__ = ["Derived", "DerivedRow"]


class Derived:
    """The derived rows of a database."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def replace(self, inspection: str, instance: str, rows: Iterable[DerivedRow]) -> None:
        """Put `rows` in place of all rows of a checklist instance."""
        with self.database.transaction() as connection:
            connection.execute("DELETE FROM derived WHERE instance = ?", (instance,))
            self._insert(inspection, instance, rows)

    def update(
        self, inspection: str, instance: str, rows: Iterable[DerivedRow], gone: Iterable[str] = ()
    ) -> None:
        """Write the rows that changed; take away those with a key in `gone`, and all below such a key."""
        with self.database.transaction() as connection:
            connection.executemany(
                "DELETE FROM derived WHERE instance = ? AND (key = ? OR key >= ? AND key < ?)",
                # "0" comes right after "/"
                [(instance, key, f"{key}/", f"{key}0") for key in gone],
            )
            self._insert(inspection, instance, rows)

    def of_instance(self, instance: str) -> tuple[DerivedRow, ...]:
        """The rows of a checklist instance, by key."""
        rows = self.database.connection.execute(
            "SELECT key, ref, name, value, relevant, label FROM derived WHERE instance = ? ORDER BY key",
            (instance,),
        )
        return tuple(DerivedRow(*(*row[:4], bool(row[4]), row[5])) for row in rows)

    def label(self, instance: str, key: str) -> str:
        """The label of one row, '' where there is none."""
        row = self.database.connection.execute(
            "SELECT label FROM derived WHERE instance = ? AND key = ?", (instance, key)
        ).fetchone()
        return str(row[0]) if row else ""

    def _insert(self, inspection: str, instance: str, rows: Iterable[DerivedRow]) -> None:
        self.database.connection.executemany(
            "INSERT OR REPLACE INTO derived(instance, inspection, key, ref, name, value, relevant, label)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [(instance, inspection, *astuple(row)) for row in rows],
        )
