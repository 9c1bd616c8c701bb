"""Looking at events from elsewhere before they are taken in: spelling, content, hash, place in the chain."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from inspector_app.journal.chain import Fault, fault, fault_of, link_faults
from inspector_app.journal.clock import is_reading
from inspector_app.journal.event import Event
from inspector_app.journal.ids import is_id
from inspector_app.journal.merge import is_erase
from inspector_app.journal.records import INSPECTION
from inspector_app.storage.rows import to_id
from inspector_app.storage.sqlcipher import Connection

_HASH = re.compile(r"[0-9a-f]{64}")
_SALT = re.compile(r"[0-9a-f]{32}")
_LONGEST_NAME = 1000
_LAST = 2**53
_is_second = lru_cache(maxsize=4096)(lambda text: is_reading(f"{text}.000Z.0000"))
_COUNTER = re.compile(r"\.\d{3}Z\.[0-9a-f]{4}")


class Link(NamedTuple):
    """As much of a stored event as its place in the chain is looked at by."""

    id: str
    device: str
    inspection: str
    seq: int
    previous_hash: str
    hash: str


def form_fault(event: Event) -> Fault | None:
    """What is wrong with one event by itself: how it is spelled, its content, its hash."""
    try:
        return fault_of(event) if _well_spelled(event) else fault("malformed", event)
    except (TypeError, AttributeError, ValueError):  # no text, half a character, or no JSON
        return fault("malformed", event)


def _well_spelled(event: Event) -> bool:
    names = (event.inspection, event.kind, event.record, event.field, event.author, event.device)
    return (
        is_id(event.id)
        and is_id(event.action)
        and all(is_id(prior) for prior in event.prior)
        and list(event.prior) == sorted(set(event.prior))
        and _is_second(event.at[:19])
        and _COUNTER.fullmatch(event.at[19:]) is not None
        and type(event.seq) is int
        and 1 <= event.seq <= _LAST
        and _HASH.fullmatch(event.previous_hash) is not None
        and _HASH.fullmatch(event.digest) is not None
        and all(isinstance(name, str) and len(name) <= _LONGEST_NAME for name in names)
        and isinstance(event.form_hash, str)
        and type(event.erased) is bool
        and (event.kind != INSPECTION or event.record == event.inspection)
        and _content_form(event)
    )


def _content_form(event: Event) -> bool:
    if event.erased:
        return event.value is None and event.reason == "" and event.salt == "" and not is_erase(event)
    return isinstance(event.reason, str) and _SALT.fullmatch(event.salt) is not None


def link_faults_at(
    connection: Connection, events: Iterable[Event], chains: Mapping[tuple[str, str], int]
) -> list[Fault]:
    """Forks and broken links that new `events` make with one another and with those stored.

    `chains` gives each (inspection, device) its number. Missing numbers are no fault: they may still arrive.
    """
    groups: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        groups[(event.inspection, event.device)].append(event)
    faults: list[Fault] = []
    for place, group in groups.items():
        links: list[Event | Link] = [*group, *_neighbours(connection, place, chains[place], group)]
        links.sort(key=lambda link: (link.seq, link.id))
        faults.extend(link_faults(links, gaps=False))
    return faults


def _neighbours(
    connection: Connection, place: tuple[str, str], chain: int, group: list[Event]
) -> Iterable[Link]:
    """The stored links in, before and after the places that the new events take."""
    lowest, highest = min(event.seq for event in group), max(event.seq for event in group)
    rows = connection.execute(
        "SELECT id, seq, previous_hash, hash FROM event WHERE chain = ? AND seq BETWEEN ? AND ?",
        (chain, lowest - 1, highest + 1),
    )
    inspection, device = place
    for identifier, seq, previous_hash, digest in rows:
        yield Link(to_id(identifier), device, inspection, seq, previous_hash.hex(), digest.hex())
