"""An event as one line of JSON: how the journal travels.

One event has one spelling (`journal.event.canonical`), and a line spelled otherwise is refused. So a key
twice, a number written oddly or half a surrogate pair cannot mean one thing here and another elsewhere.
"""

from __future__ import annotations

import json
import re
from typing import NoReturn, cast

from inspector_app.journal.clock import is_reading
from inspector_app.journal.event import Event, Json
from inspector_app.journal.ids import is_id

_CONTENT = ("value", "reason", "salt")
_KEYS = frozenset(name for name in Event.__dataclass_fields__ if name != "erased")
_ERASED_KEYS = (_KEYS - set(_CONTENT)) | {"erased"}

_HASH = re.compile(r"[0-9a-f]{64}")
_SALT = re.compile(r"(?:[0-9a-f]{2}){16,64}")
_LARGEST_SEQ = 2**53


def _constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
_DECODER = json.JSONDecoder(parse_constant=_constant)


def is_hash(text: str) -> bool:
    """True for 64 lower-case hex digits."""
    return _HASH.fullmatch(text) is not None


def event_to_json(event: Event) -> dict[str, Json]:
    """The event as a JSON object; an erased one has no value, reason or salt, not even blank ones."""
    made: dict[str, Json] = {
        "id": event.id,
        "inspection": event.inspection,
        "action": event.action,
        "kind": event.kind,
        "record": event.record,
        "field": event.field,
        "digest": event.digest,
        "prior": list(event.prior),
        "at": event.at,
        "author": event.author,
        "device": event.device,
        "seq": event.seq,
        "form_hash": event.form_hash,
        "previous_hash": event.previous_hash,
        "hash": event.hash,
    }
    if event.erased:
        made["erased"] = True
    else:
        made.update(value=event.value, reason=event.reason, salt=event.salt)
    return made


def event_from_json(value: Json) -> Event:
    """The event in a JSON object; ValueError names the part that has the wrong type, form or name."""
    if not isinstance(value, dict):
        raise ValueError("an event is a JSON object")
    erased = "erased" in value
    wrong = set(value) ^ (_ERASED_KEYS if erased else _KEYS)
    if wrong:
        raise ValueError(f"unknown or missing: {', '.join(sorted(wrong))[:200]}")
    if erased and value["erased"] is not True:
        raise ValueError("“erased” can only be true")
    return Event(
        id=_id(value["id"], "id"),
        inspection=_id(value["inspection"], "inspection"),
        action=_id(value["action"], "action"),
        kind=_text(value, "kind", least=1),
        record=_text(value, "record", least=1),
        field=_text(value, "field"),
        value=None if erased else value["value"],
        salt="" if erased else _formed(value, "salt", _SALT),
        digest=_formed(value, "digest", _HASH),
        prior=_prior(value["prior"]),
        at=_reading(value["at"]),
        author=_text(value, "author", least=1),
        device=_id(value["device"], "device"),
        seq=_seq(value["seq"]),
        reason="" if erased else _text(value, "reason"),
        form_hash=_formed(value, "form_hash", _HASH) if value["form_hash"] != "" else "",
        previous_hash=_formed(value, "previous_hash", _HASH),
        hash=_formed(value, "hash", _HASH),
        erased=erased,
    )


def event_to_line(event: Event) -> bytes:
    """The one line, without its line end, that stands for an event."""
    return _ENCODER.encode(event_to_json(event)).encode("utf-8")


def event_from_line(line: bytes) -> Event:
    """The event of one line; ValueError when the line is not exactly as `event_to_line` writes it."""
    try:
        value = cast(Json, _DECODER.decode(line.decode("utf-8")))
        event = event_from_json(value)
        if event_to_line(event) != line:
            raise ValueError("the line is not spelled as events are")
    except RecursionError as error:
        raise ValueError("the line is nested too deeply") from error
    return event


def _text(source: dict[str, Json], key: str, *, least: int = 0) -> str:
    value = source[key]
    if not isinstance(value, str) or len(value) < least:
        raise ValueError(f"“{key}” is not the text it should be")
    return value


def _formed(source: dict[str, Json], key: str, form: re.Pattern[str]) -> str:
    value = source[key]
    if not isinstance(value, str) or form.fullmatch(value) is None:
        raise ValueError(f"“{key}” has not the form it should have")
    return value


def _id(value: Json, key: str) -> str:
    if not isinstance(value, str) or not is_id(value):
        raise ValueError(f"“{key}” is not an id")
    return value


def _reading(value: Json) -> str:
    if not isinstance(value, str) or not is_reading(value):
        raise ValueError("“at” is not a reading of the clock")
    return value


def _seq(value: Json) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= _LARGEST_SEQ:
        raise ValueError("“seq” is not a whole number from 1")
    return value


def _prior(value: Json) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError("“prior” is not a list")
    prior = []
    for item in value:
        prior.append(_id(item, "prior"))
    if prior != sorted(set(prior)):
        raise ValueError("“prior” is not sorted, or names an event twice")
    return tuple(prior)
