"""The event: one immutable change to one field of one record, and the hash that seals it.

The hash covers a salted digest of what the event says (value and reason) instead of the text itself,
so that `erase` can take value, reason and salt away everywhere while the chain still verifies.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
GENESIS = "0" * 64
"""`previous_hash` of the first event of a chain."""


@dataclass(frozen=True, slots=True)
class Event:
    """One change. All ids are lower-case UUIDv7 texts; all hashes are 64 lower-case hex digits.

    `record` and `field` name what changed inside `kind` (see `journal.records`); `prior` holds the ids
    of the events this one replaces in that field, sorted; `at` is a hybrid logical clock reading as
    text that sorts by time (see `journal.clock`); `seq` counts from 1 in the chain of (device,
    inspection); `form_hash` names the exact checklist, '' where none is concerned. An erased event has
    ``erased=True``, and neither value, reason nor salt; `digest` stays.
    """

    id: str
    inspection: str
    action: str
    kind: str
    record: str
    field: str
    value: Json
    salt: str
    digest: str
    prior: tuple[str, ...]
    at: str
    author: str
    device: str
    seq: int
    reason: str
    form_hash: str
    previous_hash: str
    hash: str
    erased: bool = False

    @property
    def slot(self) -> tuple[str, str, str]:
        """The field this event is about: (kind, record, field)."""
        return (self.kind, self.record, self.field)


def canonical(value: Json) -> bytes:
    """The one spelling of a JSON value: sorted keys, no blanks, UTF-8; ValueError for infinity and NaN."""
    return _ENCODER.encode(value).encode("utf-8")


def content_digest(value: Json, reason: str, salt: str) -> str:
    """SHA-256 over salt and content; the salt keeps short answers from being guessed."""
    return hashlib.sha256(bytes.fromhex(salt) + canonical([value, reason])).hexdigest()


def event_hash(event: Event) -> str:
    """SHA-256 over everything but the content, which enters by its digest."""
    sealed: Json = [
        event.id,
        event.inspection,
        event.action,
        event.kind,
        event.record,
        event.field,
        event.digest,
        list(event.prior),
        event.at,
        event.author,
        event.device,
        event.seq,
        event.form_hash,
        event.previous_hash,
    ]
    return hashlib.sha256(canonical(sealed)).hexdigest()


def erase_content(event: Event) -> Event:
    """The same event without value, reason and salt."""
    return replace(event, value=None, reason="", salt="", erased=True)
