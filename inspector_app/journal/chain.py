"""Sealing events into chains, and naming what is wrong with a chain.

There is one chain for each (device, inspection): `seq` counts from 1 without gaps and `previous_hash` is
the hash of the event before. An event changed, taken out, put in or moved by somebody who holds the key
of the database shows here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

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
    return replace(event, hash=event_hash(event))


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


def fault(code: str, event: Event, detail: str = "") -> Fault:
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


def link_faults(chain: Sequence[Event], before: Sequence[tuple[int, str]] = ()) -> list[Fault]:
    """Gaps, broken links and forks of one chain's events, sorted by (seq, id).

    `before` holds (seq, hash) of events of the same chain that are known already.
    """
    faults: list[Fault] = []
    previous_seq = max((seq for seq, _ in before), default=0)
    previous = {digest for seq, digest in before if seq == previous_seq} or {GENESIS}
    index = 0
    while index < len(chain):
        seq = chain[index].seq
        place = [chain[index]]
        while index + len(place) < len(chain) and chain[index + len(place)].seq == seq:
            place.append(chain[index + len(place)])
        index += len(place)
        faults.extend(fault("fork", event) for event in place[1:])
        if seq != previous_seq + 1:
            faults.append(fault("gap", place[0], f"follows {previous_seq}"))
        else:
            faults.extend(
                fault("broken-link", event) for event in place if event.previous_hash not in previous
            )
        previous_seq, previous = seq, {event.hash for event in place}
    return faults
