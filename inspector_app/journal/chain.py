"""Sealing events into chains, and naming what is wrong with a chain.

There is one chain for each (device, inspection): `seq` counts from 1 without gaps and `previous_hash` is
the hash of the event before. An event changed, taken out, put in or moved by somebody who holds the key
of the database shows here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from inspector_app.journal.event import GENESIS, Event, Json, content_digest, event_hash


@dataclass(frozen=True, slots=True)
class Draft:
    """A change before it is sealed.

    `prior` holds the ids of the events it replaces as its writer saw them when the edit began; None
    means: those that are heads at the moment of writing.
    """

    kind: str
    record: str
    field: str
    value: Json
    prior: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with an event or its chain.

    `code` is one of ``altered-content`` (digest does not fit value, reason and salt), ``altered-event``
    (hash does not fit), ``malformed`` (a field is not spelled as it must be), ``other-content`` (an id that
    is known already, with another hash), ``gap`` (seq numbers missing before this event), ``broken-link``
    (`previous_hash` is not the hash of the event before), ``fork`` (two events share a place in the chain),
    ``foreign-record`` (the record belongs to another inspection), ``erased-without-trace`` (content gone,
    and no erase event says so). `event` is the id, '' where a whole chain is meant.
    """

    code: str
    event: str
    device: str
    inspection: str
    seq: int
    detail: str = ""


class Linked(Protocol):
    """What the links of a chain are looked at by: an event, or as much of it as storage reads for that."""

    @property
    def id(self) -> str: ...
    @property
    def device(self) -> str: ...
    @property
    def inspection(self) -> str: ...
    @property
    def seq(self) -> int: ...
    @property
    def previous_hash(self) -> str: ...
    @property
    def hash(self) -> str: ...


def seal(
    draft: Draft,
    previous: str = GENESIS,
    seq: int = 1,
    *,
    id: str,
    inspection: str,
    action: str,
    salt: str,
    at: str,
    author: str,
    device: str,
    reason: str = "",
    form_hash: str = "",
) -> Event:
    """The event that `draft` becomes at place `seq` of its chain; `previous` is the hash of the event before.

    `salt` is 32 random hex digits. A `draft.prior` of None counts as empty here: storage knows the heads.
    """
    event = Event(
        id=id,
        inspection=inspection,
        action=action,
        kind=draft.kind,
        record=draft.record,
        field=draft.field,
        value=draft.value,
        salt=salt,
        digest=content_digest(draft.value, reason, salt),
        prior=tuple(sorted(draft.prior or ())),
        at=at,
        author=author,
        device=device,
        seq=seq,
        reason=reason,
        form_hash=form_hash,
        previous_hash=previous,
        hash="",
    )
    object.__setattr__(event, "hash", event_hash(event))  # nobody has seen it yet; a copy costs 6 µs
    return event


def fault_of(event: Event) -> Fault | None:
    """What is wrong with one event by itself: its content or its hash; None where it is sound."""
    if not event.erased and not _content_fits(event):
        return fault("altered-content", event)
    if event.hash != event_hash(event):
        return fault("altered-event", event)
    return None


def _content_fits(event: Event) -> bool:
    try:
        return content_digest(event.value, event.reason, event.salt) == event.digest
    except ValueError:
        return False


def fault(code: str, event: Linked, detail: str = "") -> Fault:
    """A fault that names `event`."""
    return Fault(code, event.id, event.device, event.inspection, event.seq, detail)


def verify_chain(events: Iterable[Event]) -> list[Fault]:
    """Every fault of these events, which may belong to several chains and come in any order.

    Erased events keep their place and their digest, so the chain holds without their content.
    """
    chains: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in {event.id + event.hash: event for event in events}.values():
        chains[(event.device, event.inspection)].append(event)
    faults: list[Fault] = []
    for chain in chains.values():
        chain.sort(key=lambda event: (event.seq, event.id))
        for event in chain:
            own = fault_of(event)
            if own is not None:
                faults.append(own)
        faults.extend(link_faults(chain))
    return faults


def link_faults(chain: Sequence[Linked], *, gaps: bool = True) -> list[Fault]:
    """Gaps, broken links and forks of one chain's links, sorted by (seq, id).

    With `gaps` False a link whose predecessor is not here is left alone: it may still arrive.
    """
    faults: list[Fault] = []
    previous_seq, previous = 0, {GENESIS}
    for seq, group in groupby(chain, key=lambda link: link.seq):
        place = list(group)
        faults.extend(fault("fork", link) for link in place[1:])
        if seq == previous_seq + 1:
            faults.extend(fault("broken-link", link) for link in place if link.previous_hash not in previous)
        elif gaps:
            faults.append(fault("gap", place[0], f"follows {previous_seq}"))
        previous_seq, previous = seq, {link.hash for link in place}
    return faults
