"""Looking for damage: pages, chains, and whether the tables still say what the journal says.

Whoever has the key can change rows behind the program's back; the chains and the compared tables show it.
Reads only, and may run on a read-only connection in a process of its own. The pages are looked at by SQLite
on a connection and a thread of their own, beside the journal: the one works outside Python, the other inside.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Thread

from inspector_app.storage import attachments, failures
from inspector_app.storage.damage import Damage
from inspector_app.storage.database import BUSY_MILLISECONDS, Database
from inspector_app.storage.full_disk import read_here_alone
from inspector_app.storage.rows import SELECT_EVENT
from inspector_app.storage.sqlcipher import Connection, DatabaseError, connect
from inspector_app.storage.verify_events import event_damage, readable
from inspector_app.storage.verify_reading import Reading, SharedTexts
from inspector_app.storage.verify_tables import Tables

INDEX = "search"
"""The code of damage to the search index."""
Progress = Callable[[int, int], None]
"""Called with (done, total); what it raises cancels."""


def verify(database: Database, *, rebuild: bool = True, progress: Progress | None = None) -> list[Damage]:
    """Everything that is wrong with a database, [] where it is sound.

    With `rebuild` False the tables are not compared with the journal. `progress` counts inspections. Where
    pages are damaged these alone are named: whatever else there is to see follows from them.
    """
    if database.copied:
        raise read_here_alone(database.path, database.room_needed)
    pages = _Pages(database)
    try:
        found = list(_content(database, rebuild, progress))
    except BaseException:
        pages.stop()
        raise
    seen = pages.damage()
    if any(damage.code != INDEX for damage in seen):
        return [damage for damage in seen if damage.code != INDEX]
    return seen + found


def _content(database: Database, rebuild: bool, progress: Progress | None) -> Iterator[Damage]:
    connection = database.connection
    try:
        tables, texts = Tables.of(connection), SharedTexts(connection)
        journals = connection.execute("SELECT number, inspection FROM journal ORDER BY number").fetchall()
        for done, (number, inspection) in enumerate(journals, 1):
            reading = Reading.of(connection, number, inspection)
            whole = reading.sound(texts)
            if not whole:
                rows = connection.execute(SELECT_EVENT + "WHERE j.number = ?", (number,)).fetchall()
                found = list(event_damage(connection, number, inspection, rows))
                yield from found
                whole = not found or readable(rows)
            if rebuild and whole:
                yield from tables.damage(connection, reading)
            if progress is not None:
                progress(done, len(journals))
        if rebuild:
            yield from tables.left_over(connection)
        yield from _files(connection)
        yield from _attachments(database)
        yield from _loose_events(connection)
    except DatabaseError as error:
        _raise_busy(error, database)
        words = f"The database cannot be read to its end: {error}."
        yield Damage("structure", database.path.name, words)


def _raise_busy(error: Exception, database: Database) -> None:
    """Somebody else's lock is no damage."""
    known = failures.known(error, database.path)
    if known is not None and known.code == "busy":
        raise known from error


class _Pages:
    """The check of every page's seal and of the structure, on a thread and a connection of its own; where no
    other connection can be made, on a full disk, at the end on the one there is.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._found: list[Damage] = []
        self._connection: Connection | None = None
        self._stopped = False
        self._locked: Exception | None = None
        self._thread = Thread(target=self._look_beside, name="pages")
        if not database.alone:
            self._thread.start()

    def damage(self) -> list[Damage]:
        """What was found, once all was looked at; KnownError ``busy``."""
        if self._database.alone:
            self._connection = self._database.connection
            self._look()
        else:
            self._thread.join()
        if self._locked is not None:
            _raise_busy(self._locked, self._database)
        return self._found

    def stop(self) -> None:
        """Give up: somebody cancelled, or the rest failed."""
        self._stopped = True
        if self._connection is not None:
            with suppress(DatabaseError):
                self._connection.interrupt()
        if not self._database.alone:
            self._thread.join()

    def _look_beside(self) -> None:
        try:
            self._connection = connect(self._database.path, self._database.key)
            self._connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
            self._look()
        finally:
            if self._connection is not None:
                self._connection.close()

    def _look(self) -> None:
        for text in self._lines("PRAGMA cipher_integrity_check"):
            self._found.append(Damage("page", text, f"A page was changed or damaged: {text}."))
        for text in self._lines("PRAGMA integrity_check"):
            if "fts5" in text.lower():  # all of it follows from the journal, and a rebuild mends it
                words = f"The search index does not fit its texts: {text}."
                self._found.append(Damage(INDEX, "search index", words))
            elif text != "ok":
                words = f"The structure of the database is damaged: {text}."
                self._found.append(Damage("structure", text, words))

    def _lines(self, pragma: str) -> list[str]:
        if self._stopped or self._connection is None:
            return []
        try:
            return [str(row[0]) for row in self._connection.execute(pragma)]
        except DatabaseError as error:
            known = failures.known(error, self._database.path)
            if known is not None and known.code == "busy":
                self._locked = error
            return [] if self._stopped or self._locked is not None else [str(error)]


def _files(connection: Connection) -> Iterator[Damage]:
    for digest, content in connection.execute("SELECT sha256, content FROM blob"):
        if not isinstance(content, bytes) or hashlib.sha256(content).hexdigest() != digest:
            yield Damage("file", digest, f"A stored file is not what it was when it was stored: {digest}.")


def _attachments(database: Database) -> Iterator[Damage]:
    for identifier, words in attachments.faults(database.connection, attachments.folder_of(database.path)):
        yield Damage("attachment", f"attachment {identifier}", f"An attachment {words}: {identifier}.")


def _loose_events(connection: Connection) -> Iterator[Damage]:
    """Events whose chain or field is gone, which no inspection lists."""
    (count,) = connection.execute(
        "SELECT count(*) FROM event e LEFT JOIN chain c ON c.number = e.chain"
        " LEFT JOIN field_state s ON s.number = e.slot WHERE c.number IS NULL OR s.number IS NULL"
    ).fetchone()
    if count:
        yield Damage("structure", "event", f"{count} events belong to no chain or to no field.")
