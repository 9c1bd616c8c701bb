"""Chain heads: how far the chain of each device in one inspection has come.

An export carries whole chains, from the first event on, and its signature covers each head. So nobody
can leave out an event, however far it travelled, and a later export shows what is new.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inspector_app.exchange.event_json import is_hash
from inspector_app.exchange.strict_json import only, text, whole
from inspector_app.journal.chain import Fault, verify_chain
from inspector_app.journal.event import Event, Json
from inspector_app.journal.ids import is_id

_FAULTS = {
    "altered-content": "was changed: its content does not fit its digest",
    "altered-event": "was changed: its hash does not fit",
    "gap": "follows a gap: events before it are missing",
    "broken-link": "does not follow the one before it",
}


@dataclass(frozen=True, slots=True, order=True)
class ChainHead:
    """The last event of the chain of (device, inspection): its number, counted from 1, and its hash."""

    inspection: str
    device: str
    seq: int
    hash: str


def heads_of(events: Iterable[Event]) -> tuple[ChainHead, ...]:
    """The head of each chain among `events`, sorted."""
    last: dict[tuple[str, str], Event] = {}
    for event in events:
        key = (event.inspection, event.device)
        if key not in last or last[key].seq < event.seq:
            last[key] = event
    return tuple(sorted(ChainHead(e.inspection, e.device, e.seq, e.hash) for e in last.values()))


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """The order in which events travel: chain by chain, each from its first event on."""
    return tuple(sorted(events, key=lambda event: (event.device, event.seq, event.id)))


def chain_problem(inspection: str, events: Sequence[Event], heads: Sequence[ChainHead]) -> str:
    """'' when `events` (as `in_order`) are whole, linked, intact chains of `inspection` that end at `heads`.

    Otherwise one plain sentence about the first thing that is wrong.
    """
    for event in events:
        if event.inspection != inspection:
            return f"Event {event.id} belongs to another inspection."
    places = [(event.device, event.seq) for event in events]
    if places != sorted(set(places)) or len({event.id for event in events}) != len(events):
        return "The events are not in their order, or one stands there twice."
    faults = verify_chain(events)
    if faults:
        return _sentence(faults[0])
    if tuple(heads) != heads_of(events):
        return "The chain heads do not fit the events."
    return ""


def _sentence(fault: Fault) -> str:
    what = _FAULTS.get(fault.code, "does not fit its chain")
    return f"Event {fault.event} (number {fault.seq} of laptop {fault.device}) {what}."


def head_to_json(head: ChainHead) -> dict[str, Json]:
    """A head as a JSON object."""
    return {"inspection": head.inspection, "device": head.device, "seq": head.seq, "hash": head.hash}


def head_from_json(value: dict[str, Json]) -> ChainHead:
    """The head in a JSON object; ValueError when it is none."""
    only(value, "inspection", "device", "seq", "hash")
    head = ChainHead(
        text(value, "inspection"), text(value, "device"), whole(value, "seq", least=1), text(value, "hash")
    )
    if not (is_id(head.inspection) and is_id(head.device) and is_hash(head.hash)):
        raise ValueError("a chain head has not the form it should have")
    return head
