"""Search over everything on the laptop: an FTS5 index inside the encrypted file.

Like a projection it is a function of what the fields hold (and of the register), is kept in the same
transaction, can be thrown away and made again, and is compared by `verify`. Erased text must be gone from the
index too: FTS5 runs with ``secure-delete``, and where the key of a page could still hold the beginning of an
erased word the index is written anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from inspector_app.journal import records as kinds
from inspector_app.journal.event import Json
from inspector_app.storage.rows import from_json
from inspector_app.storage.snippet import WORD as _WORD
from inspector_app.storage.snippet import plain, snippet
from inspector_app.storage.sqlcipher import Connection, OperationalError

SERVICE = "service"
"""The kind of entry that stands for a service of the register; its record is the service number."""

STALE = "stale"
"""The fact in `meta` that says ``search`` while the index has to be made from the journal."""

RANKED = 100
"""Up to so many matches are ranked by how well they fit, which reads a page for nearly each. Of more come
first those with the words in their title, then the latest.
"""

INDEXED_LETTERS = 6
"""Beginnings of words up to this length have an index of their own."""
ENDINGS = 40
"""A longer beginning is looked for as the words of the index that begin so, where these are no more."""
_JOIN = "FROM search s JOIN search_entry n ON n.number = s.rowid WHERE search MATCH ?"

_TEXTS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    kinds.INSPECTION: (
        (kinds.Inspection.SERVICE,),
        (kinds.Inspection.REFERENCE, kinds.Inspection.INSPECTORS),
    ),
    kinds.ANSWER: ((), (kinds.VALUE,)),
    kinds.EVIDENCE: ((), (kinds.Evidence.TEXT, kinds.Evidence.PLACE)),
    kinds.CLAIM: ((), ("text", "note")),
    kinds.MATTER: ((), ("text", "note")),
    kinds.GRADE: ((), ("reasons",)),
    kinds.FINDING: ((kinds.Finding.TITLE,), (kinds.Finding.OUTCOME, kinds.Finding.ACTIONS)),
    kinds.FOLLOW_UP: ((), ("note",)),
    kinds.TEAM_MEMBER: ((), ("name", "role")),
}
"""The fields of each kind that are searched: those of the title, those of the body."""

_ANSWERED_BY_ALL = frozenset({"yes", "no", "true", "false", "not_asked", "not_applicable"})
_NO_TEXT = re.compile(r"(uuid:)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[\d\W_]*|\d{4}-\d\d-\d\dT.*")
_SERVICE_TITLE, _SERVICE_BODY = ("name",), ("service_number", "provider_name", "address", "area")

_FIELDS = """
SELECT s.record, j.inspection, s.field, e.value
FROM field_state s
JOIN journal j ON j.number = s.journal
JOIN event e ON e.number = s.event
WHERE s.kind = ?"""
_OF_RECORDS = " AND s.record IN (SELECT value FROM json_each(?))"
_ORDER = " ORDER BY s.record, s.field"


class Entry(NamedTuple):
    """One thing that can be found: its record, the inspection ('' for a service), and its words."""

    record: str
    inspection: str
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found. `snippet` is a stretch of its text, what matched between ``\\x02`` and ``\\x03``."""

    kind: str
    record: str
    inspection: str
    title: str
    snippet: str


def entries(connection: Connection, kind: str, records: Sequence[str] | None) -> Iterator[Entry]:
    """What the journal has to say about these records of one kind, or about all of that kind."""
    if records is None:
        found = connection.execute(_FIELDS + _ORDER, (kind,))
    else:
        found = connection.execute(_FIELDS + _OF_RECORDS + _ORDER, (kind, json.dumps(records)))
    for record, group in groupby(found, key=lambda row: str(row[0])):
        rows = list(group)
        entry = entry_of(kind, record, rows[0][1], {str(row[2]): from_json(row[3]) for row in rows})
        if entry is not None:
            yield entry


def entry_of(kind: str, record: str, inspection: str, fields: Mapping[str, Json]) -> Entry | None:
    """What one record gives the index, from what its fields hold; None where there is nothing to find."""
    if kind not in _TEXTS or fields.get("removed") is True:
        return None
    title, body = (_joined(fields, names) for names in _TEXTS[kind])
    if kind == kinds.ANSWER and (_NO_TEXT.fullmatch(body) or body in _ANSWERED_BY_ALL):
        return None
    return Entry(record, inspection, title, body) if title or body else None


def _joined(fields: Mapping[str, Json], names: Iterable[str]) -> str:
    return "\n".join(text for name in names for text in _texts(fields.get(name)) if text.strip())


def _texts(value: Json) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        for name in ("name", "service_number", "provider_name", "area", "text"):
            yield from _texts(value.get(name))


def _services(connection: Connection, numbers: Sequence[str] | None) -> Iterator[Entry]:
    columns = ", ".join((*_SERVICE_TITLE, *_SERVICE_BODY))
    where = "" if numbers is None else " WHERE service_number IN (SELECT value FROM json_each(?))"
    parameters = () if numbers is None else (json.dumps(numbers),)
    query = f"SELECT service_number, {columns} FROM service{where}"  # noqa: S608 - names of this room
    for number, name, *body in connection.execute(query, parameters):
        yield Entry(number, "", name, "\n".join(text for text in body if text))


def refresh(connection: Connection, records: Mapping[str, Sequence[str]]) -> None:
    """Bring the entries of these records, by kind, up to date."""
    for kind, touched in records.items():
        if kind in _TEXTS or kind == SERVICE:
            _write(connection, kind, touched)


def rebuild(connection: Connection, step: Callable[[], None] = lambda: None) -> None:
    """Throw the index away and make it from the journal and the register; `step` is called for each entry."""
    connection.execute("DELETE FROM search_entry")
    # emptying row by row would edit every page of the index for every entry
    (made,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'search'").fetchone()
    connection.execute("DROP TABLE search")
    connection.execute(made)
    connection.execute("INSERT INTO search(search, rank) VALUES ('secure-delete', 1)")
    for kind in (SERVICE, *_TEXTS):
        found = _found(connection, kind, None)
        while batch := [entry for _, entry in zip(range(20_000), found, strict=False)]:
            _insert(connection, kind, batch, step)
    connection.execute("DELETE FROM meta WHERE name = ?", (STALE,))


def _found(connection: Connection, kind: str, records: Sequence[str] | None) -> Iterator[Entry]:
    if kind == SERVICE:
        return _services(connection, records)
    return entries(connection, kind, records)


def _write(connection: Connection, kind: str, touched: Sequence[str]) -> None:
    kept = {
        row[0]: row[1:]
        for row in connection.execute(
            "SELECT n.record, n.number, n.inspection, s.title, s.body FROM json_each(?) w"
            " CROSS JOIN search_entry n ON n.kind = ? AND n.record = w.value"
            " JOIN search s ON s.rowid = n.number",
            (json.dumps(touched), kind),
        )
    }
    new = []
    for entry in _found(connection, kind, touched):
        before = kept.pop(entry.record, None)
        if before is None:
            new.append(entry)
        elif before[1:] != entry[1:]:
            connection.execute(
                "UPDATE search SET title = ?, body = ? WHERE rowid = ?", (entry.title, entry.body, before[0])
            )
    for number, *_ in kept.values():
        connection.execute("DELETE FROM search WHERE rowid = ?", (number,))
        connection.execute("DELETE FROM search_entry WHERE number = ?", (number,))
    _insert(connection, kind, new)


def _insert(
    connection: Connection, kind: str, new: Sequence[Entry], step: Callable[[], None] = lambda: None
) -> None:
    if not new:
        return
    first = int(connection.execute("SELECT coalesce(max(number), 0) FROM search_entry").fetchone()[0]) + 1
    connection.executemany(
        "INSERT INTO search_entry(number, kind, record, inspection) VALUES (?, ?, ?, ?)",
        [(number, kind, entry.record, entry.inspection) for number, entry in enumerate(new, first)],
    )
    for number, entry in enumerate(new, first):
        connection.execute(
            "INSERT INTO search(rowid, title, body) VALUES (?, ?, ?)", (number, entry.title, entry.body)
        )
        step()


def forget_inspection(connection: Connection, inspection: str) -> None:
    """Take all of an inspection out of the index, so that no page of it keeps a word that only it had."""
    numbers = [
        row[0]
        for row in connection.execute("SELECT number FROM search_entry WHERE inspection = ?", (inspection,))
    ]
    connection.executemany("DELETE FROM search WHERE rowid = ?", [(number,) for number in numbers])
    connection.execute("DELETE FROM search_entry WHERE inspection = ?", (inspection,))
    connection.execute("INSERT INTO search(search) VALUES ('optimize')")


def forget_words(connection: Connection, texts: Iterable[str]) -> None:
    """Write the index anew where the key of one of its pages may still hold a word of these erased texts."""
    words = {plain(word).encode() for text in texts for word in _WORD.findall(text) if len(word) > 2}
    if not words:
        return
    for (term,) in connection.execute("SELECT term FROM search_idx"):
        if any(len(term) > 3 and word.startswith(bytes(term)[1:]) for word in words):
            connection.execute("INSERT INTO search(search) VALUES ('optimize')")
            return


def match_of(text: str, last: str = "") -> str:
    """The FTS5 query for what somebody types: every word must occur, the last one may be unfinished.

    `last` is a query that stands for the last word.
    """
    words = _WORD.findall(text)
    if not words:
        return ""
    whole = [f'"{word}"' for word in words[:-1]]
    ending = "" if text[-1:].isspace() else " *"
    return " AND ".join([*whole, last or f'"{words[-1]}"{ending}'])


def _words_beginning(connection: Connection, text: str) -> str:
    """A query of all words of the index that begin like the last, long and unfinished word of a text.

    A long beginning has no index of its own: FTS5 would gather all entries of all its words first, where the
    words themselves are read from the latest entry on, only as far as wanted. '' where FTS5 does better, or
    where a reader asks, who may make no table.
    """
    words = _WORD.findall(text)
    if not words or text[-1:].isspace() or len(words[-1]) <= INDEXED_LETTERS:
        return ""
    beginning = plain(words[-1])
    try:
        connection.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.word USING fts5vocab(main, search, row)")
    except OperationalError:
        return ""
    found = connection.execute(
        "SELECT term FROM temp.word WHERE term >= ? AND term < ? LIMIT ?",
        (beginning, beginning + "\U0010ffff", ENDINGS + 1),
    ).fetchall()
    endings = " OR ".join(f'"{row[0]}"' for row in found)
    return f"({endings})" if 0 < len(found) <= ENDINGS else ""


def search(
    connection: Connection, text: str, *, kinds: Sequence[str] = (), limit: int = 20
) -> tuple[Hit, ...]:
    """What matches the text as typed, the best first: titles before bodies, the rarer and shorter before the
    common, the later before the earlier; of very many only titles and the latest. At most `limit`.
    """
    match = match_of(text, _words_beginning(connection, text))
    if not match:
        return ()
    numbers = _latest(connection, match, kinds, max(RANKED, limit) + 1)
    if len(numbers) <= RANKED:
        best = f"SELECT s.rowid {_JOIN}{_of(kinds)} ORDER BY bm25(search, 8.0, 1.0), s.rowid DESC LIMIT ?"
        numbers = [row[0] for row in connection.execute(best, (match, *_wanted(kinds), limit))]
    else:
        titles = _latest(connection, f"title : ({match})", kinds, limit)
        numbers = list(dict.fromkeys([*titles, *numbers]))[:limit]
    return tuple(_hits(connection, text, numbers))


def _latest(connection: Connection, match: str, kinds: Sequence[str], most: int) -> list[int]:
    """The latest entries that match, at most so many."""
    query = f"SELECT s.rowid {_JOIN}{_of(kinds)} ORDER BY s.rowid DESC LIMIT ?"
    return [row[0] for row in connection.execute(query, (match, *_wanted(kinds), most))]


def _of(kinds: Sequence[str]) -> str:
    return " AND n.kind IN (SELECT value FROM json_each(?))" if kinds else ""


def _wanted(kinds: Sequence[str]) -> tuple[str, ...]:
    return (json.dumps(list(kinds)),) if kinds else ()


def _hits(connection: Connection, text: str, numbers: Sequence[int]) -> Iterator[Hit]:
    """From the table that FTS5 keeps the texts in: to ask the index again for each would take far longer."""
    for number in numbers:
        kind, record, inspection, title, body = connection.execute(
            "SELECT n.kind, n.record, n.inspection, s.c0, s.c1"
            " FROM search_entry n JOIN search_content s ON s.id = n.number WHERE n.number = ?",
            (number,),
        ).fetchone()
        yield Hit(kind, record, inspection, title, snippet((title, body), text))


def kept_of(connection: Connection, inspection: str) -> dict[tuple[str, str], Entry]:
    """The entries that the index holds for an inspection, by (kind, record).

    From the table that FTS5 keeps the texts in: that the index fits it is for the integrity check to say.
    """
    rows = connection.execute(
        "SELECT n.kind, n.record, n.inspection, s.c0, s.c1 FROM search_entry n"
        " JOIN search_content s ON s.id = n.number WHERE n.inspection = ?",
        (inspection,),
    )
    return {(row[0], row[1]): Entry(*row[1:]) for row in rows}


def count(connection: Connection) -> int:
    """How many entries there are."""
    return int(connection.execute("SELECT count(*) FROM search_entry").fetchone()[0])
