"""Merge laws: what a set of events says, whatever the order and the number of times they arrived.

Everything here is a function of the *set* of events. That is what lets two laptops and an office meet
without a server: whoever has the same events has the same state.

- A **head** is an applied event that no applied event of the same field names in its `prior`.
- An event whose `prior` has not arrived **waits**: it takes no part in the state until it has.
- A field is **in conflict** when its heads hold more than one value. The later head shows, by (at, device,
  id); a head flagged as too far ahead in time shows only where there is no other.
- **Erase absorbs**: content named by an erase event is gone, whichever of the two arrived first. An
  erased head holds no value, so it neither shows nor disagrees while another head has one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from inspector_app.journal.event import Event, Json, canonical, erase_content
from inspector_app.journal.records import ERASE

Slot = tuple[str, str, str]
"""(kind, record, field)"""


@dataclass(frozen=True, slots=True)
class FieldState:
    """What one field holds now.

    `heads` are the ids of its heads, sorted; `value`, `at`, `author` and `shown` (its id) are those of the
    head that shows. `erased`: the content of every head has been erased, and `value` is None.
    """

    heads: tuple[str, ...]
    value: Json
    at: str
    author: str
    conflict: bool
    erased: bool
    shown: str = ""


NOTHING = FieldState(heads=(), value=None, at="", author="", conflict=False, erased=False)
"""The state of a field that nobody has written."""


def is_erase(event: Event) -> bool:
    """Whether this event takes the content of others away."""
    return event.kind == ERASE


def erase_targets(event: Event) -> tuple[str, ...]:
    """The ids that an erase event names; () for any other event and for one that is itself erased."""
    if event.kind != ERASE or not isinstance(event.value, dict):
        return ()
    named = event.value.get("events")
    if not isinstance(named, list):
        return ()
    return tuple(item for item in named if isinstance(item, str))


def erased_ids(events: Iterable[Event]) -> frozenset[tuple[str, str]]:
    """What the erase events among `events` name, as (inspection, id): each reaches its own inspection only.

    An erase event itself is never erased.
    """
    every = list(events)
    own = {(event.inspection, event.id) for event in every if event.kind == ERASE}
    named = {(event.inspection, target) for event in every for target in erase_targets(event)}
    return frozenset(named - own)


def union(*collections: Iterable[Event]) -> dict[str, Event]:
    """All events by id, content stripped where an erase event, or an erased copy, says so."""
    merged: dict[str, Event] = {}
    for events in collections:
        for event in events:
            known = merged.get(event.id)
            if known is None or _absorbs(event, known):
                merged[event.id] = event
    for inspection, target in erased_ids(merged.values()):
        known = merged.get(target)
        if known is not None and not known.erased and known.inspection == inspection:
            merged[target] = erase_content(known)
    return merged


def _absorbs(event: Event, known: Event) -> bool:
    """Whether `event` replaces its copy `known`: the erased one does, but for erase events themselves."""
    return event.erased != known.erased and event.erased != is_erase(event)


def waiting(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events that wait for a `prior` that has not arrived, or that itself waits; sorted by id."""
    every = list(events)
    applied = {event.id for event in _applied(every)}
    return tuple(sorted((e for e in every if e.id not in applied), key=lambda e: e.id))


def _applied(events: Sequence[Event]) -> list[Event]:
    """The events whose `prior` is here, of the same field, and itself applied: the least fixed point."""
    if not any(event.prior for event in events):
        return list(events)
    slots = {event.id: event.slot for event in events}
    followers: dict[str, list[Event]] = defaultdict(list)
    missing: dict[str, int] = {}
    ready: list[Event] = []
    for event in events:
        priors = set(event.prior)
        missing[event.id] = len(priors)
        if not priors:
            ready.append(event)
        for prior in priors:
            if slots.get(prior) == event.slot:
                followers[prior].append(event)
    for event in ready:
        for follower in followers[event.id]:
            missing[follower.id] -= 1
            if missing[follower.id] == 0:
                ready.append(follower)
    return ready


def heads(events: Iterable[Event]) -> tuple[Event, ...]:
    """The heads among the events of one field, the earliest first by (at, device, id)."""
    applied = _applied(list(events))
    replaced = {prior for event in applied for prior in event.prior}
    return tuple(sorted((event for event in applied if event.id not in replaced), key=order))


def order(event: Event) -> tuple[str, str, str]:
    """The key by which the later head shows: (at, device, id)."""
    return (event.at, event.device, event.id)


def state_of(events: Iterable[Event], *, flagged: Collection[str] = ()) -> FieldState:
    """The state of one field from its events; `flagged` holds ids more than 24 h ahead at receipt."""
    return state_of_heads(heads(events), flagged=flagged)


def state_of_heads(found: Sequence[Event], *, flagged: Collection[str] = ()) -> FieldState:
    """The state of one field from its heads, in any order."""
    if not found:
        return NOTHING
    holding = [event for event in found if not event.erased] or list(found)
    shown = max(holding, key=lambda event: (event.id not in flagged, order(event)))
    erased = shown.erased
    # 1, 1.0 and true are equal in Python and different answers: compare the spelling
    conflict = len(found) > 1 and not erased and len({canonical(event.value) for event in holding}) > 1
    return FieldState(
        heads=tuple(sorted(event.id for event in found)),
        value=shown.value,
        at=shown.at,
        author=shown.author,
        conflict=conflict,
        erased=erased,
        shown=shown.id,
    )


def states(events: Iterable[Event], *, flagged: Collection[str] = ()) -> Mapping[Slot, FieldState]:
    """The state of every field that has an applied event, erase events carried out."""
    slots: dict[Slot, list[Event]] = defaultdict(list)
    for event in union(events).values():
        slots[event.slot].append(event)
    found = {slot: state_of(group, flagged=flagged) for slot, group in slots.items()}
    return {slot: state for slot, state in found.items() if state.heads}
