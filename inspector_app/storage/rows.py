"""Events as rows and back. Ids and hashes are kept as bytes: at two million events that halves the file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast

from inspector_app.journal.event import Event, Json
from inspector_app.storage.sqlcipher import Connection

Row = tuple[Any, ...]

SELECT_EVENT = """
SELECT e.id, j.inspection, e.action, s.kind, s.record, s.field, e.value, e.salt, e.digest, e.prior, e.at,
  author.text, c.device, e.seq, e.reason, form.text, e.previous_hash, e.hash, e.erased, e.number, e.flagged
FROM event e
JOIN field_state s ON s.number = e.slot
JOIN chain c ON c.number = e.chain
JOIN journal j ON j.number = c.journal
JOIN shared_text author ON author.number = e.author
JOIN shared_text form ON form.number = e.form
"""

INSERT_EVENT = """
INSERT INTO event(number, id, chain, seq, slot, action, value, salt, digest, prior, at, author, reason, form,
  previous_hash, hash, erased, flagged)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
to_json = _ENCODER.encode
"""A value as the journal spells it: see `journal.event.canonical`."""
_decode = json.JSONDecoder().raw_decode


PIECE = 500
"""Rows that are read at once of what is read ahead: some milliseconds of the one writer."""


def from_json(text: str | None) -> Json:
    """The value of a column; None where content was erased. ValueError where it is no JSON."""
    if text is None:
        return None
    value, end = _decode(text)
    if end != len(text):
        raise json.JSONDecodeError("more than one value", text, end)
    return cast(Json, value)


def to_bytes(identifier: str) -> bytes:
    """A UUID's text as its 16 bytes."""
    return bytes.fromhex(identifier.replace("-", ""))


def to_id(content: bytes) -> str:
    """16 bytes as a UUID's text."""
    text = content.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def to_event(row: Row) -> Event:
    """The event of a row of `SELECT_EVENT`."""
    (id_, inspection, action, kind, record, field, value, salt, digest, prior, at) = row[:11]
    (author, device, seq, reason, form_hash, previous_hash, hash_, erased) = row[11:19]
    return Event(
        id=to_id(id_),
        inspection=inspection,
        action=to_id(action),
        kind=kind,
        record=record,
        field=field,
        value=from_json(value),
        salt="" if salt is None else salt.hex(),
        digest=digest.hex(),
        prior=priors(prior),
        at=at,
        author=author,
        device=device,
        seq=seq,
        reason=reason,
        form_hash=form_hash,
        previous_hash=previous_hash.hex(),
        hash=hash_.hex(),
        erased=bool(erased),
    )


def to_row(event: Event, number: int, chain: int, slot: int, author: int, form: int, flagged: bool) -> Row:
    """The row of `INSERT_EVENT` for an event."""
    return (
        number,
        to_bytes(event.id),
        chain,
        event.seq,
        slot,
        to_bytes(event.action),
        None if event.erased else to_json(event.value),
        None if event.erased else bytes.fromhex(event.salt),
        bytes.fromhex(event.digest),
        b"".join(map(to_bytes, event.prior)) or None,
        event.at,
        author,
        event.reason,
        form,
        bytes.fromhex(event.previous_hash),
        bytes.fromhex(event.hash),
        event.erased,
        flagged,
    )


def priors(content: bytes | None) -> tuple[str, ...]:
    """The ids in a `prior` column."""
    if content is None:
        return ()
    return tuple(to_id(content[start : start + 16]) for start in range(0, len(content), 16))


def select_events(connection: Connection, where: str, parameters: Sequence[object] = ()) -> Iterator[Event]:
    """The events that a WHERE clause (with its ORDER BY) picks; `where` is always a constant of this room."""
    for row in connection.execute(SELECT_EVENT + where, parameters):
        yield to_event(row)


def shared_texts(connection: Connection, texts: Iterable[str]) -> dict[str, int]:
    """The numbers of texts that many rows share; new ones are added."""
    numbers: dict[str, int] = {}
    for text in set(texts):
        row = connection.execute("SELECT number FROM shared_text WHERE text = ?", (text,)).fetchone()
        if row is None:
            row = (connection.execute("INSERT INTO shared_text(text) VALUES (?)", (text,)).lastrowid,)
        numbers[text] = cast(int, row[0])
    return numbers


def holds(text: str, word: str) -> tuple[str, str]:
    """The condition that an SQL expression `text` holds a word, upper or lower case alike, and its value.

    LIKE knows the case of A to Z alone; the function that knows all letters takes twice the time.
    """
    if word.isascii():
        escaped = word.replace("!", "!!").replace("%", "!%").replace("_", "!_")
        return f"{text} LIKE ? ESCAPE '!'", f"%{escaped}%"
    return f"instr(folded({text}), ?)", word.casefold()


def read_on(connection: Connection, table: str, text: str, after: int) -> int | None:
    """Read `PIECE` rows more of what `holds` looks through, so that its pages are at hand; where to go on,
    None at the end. `table` and `text` are constants of this room.
    """
    (read, last, _) = connection.execute(
        f"SELECT count(*), max(at), total(length(text)) FROM (SELECT rowid AS at, {text} AS text"  # noqa: S608
        f" FROM {table} WHERE rowid > ? ORDER BY rowid LIMIT ?)",
        (after, PIECE),
    ).fetchone()
    return int(last) if read == PIECE else None
