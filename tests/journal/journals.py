"""Makers of small journals: a device that writes into its own chain, and strategies for three of them."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from inspector_app.journal.chain import Draft, seal
from inspector_app.journal.clock import HybridClock
from inspector_app.journal.event import GENESIS, Event, Json
from inspector_app.journal.ids import OrderedIds
from inspector_app.journal.merge import heads, union

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Device:
    """One laptop: writes events with the heads that it knows as `prior`, and receives those of others."""

    def __init__(self, name: str, start: datetime = START) -> None:
        self.name = name
        self.moment = start
        self.clock = HybridClock(lambda: self.moment)
        numbers = itertools.count(sum(name.encode()) << 40)
        self.ids = OrderedIds(lambda: self.moment, lambda size: next(numbers).to_bytes(size, "big"))
        self.known: dict[str, Event] = {}
        self.seq, self.last = 0, GENESIS

    def write(
        self,
        value: Json,
        field: str = "value",
        record: str = "i:q1",
        prior: tuple[str, ...] | None = None,
        kind: str = "answer",
        reason: str = "",
    ) -> Event:
        self.moment += timedelta(seconds=1)
        if prior is None:
            slot = [e for e in self.known.values() if e.slot == (kind, record, field)]
            prior = tuple(event.id for event in heads(slot))
        self.seq += 1
        event = seal(
            Draft(kind, record, field, value, prior),
            self.last,
            self.seq,
            id=self.ids.new(),
            inspection="inspection-1",
            action=self.ids.new(),
            salt=self.ids.salt(),
            at=self.clock.tick(),
            author=self.name,
            device=self.name,
            reason=reason,
        )
        self.last = event.hash
        self.known = union(self.known.values(), [event])
        return event

    def erase(self, *events: Event) -> Event:
        target = events[0]
        return self.write(
            {"kind": target.kind, "events": [event.id for event in events]},
            field=target.field,
            record=target.record,
            kind="erase",
            reason="a name, typed by mistake",
        )

    def receive(self, other: Device) -> None:
        self.known = union(self.known.values(), other.known.values())


STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("write"), st.integers(0, 2), st.sampled_from("ab"), st.sampled_from(["x", "y", 1, True])
        ),
        st.tuples(st.just("meet"), st.integers(0, 2), st.integers(0, 2)),
        st.tuples(st.just("erase"), st.integers(0, 2), st.sampled_from("ab")),
    ),
    max_size=24,
)


def play(steps: list[tuple[object, ...]]) -> list[Device]:
    """Three devices that write, meet and erase as `steps` say."""
    devices = [Device(name) for name in ("ada", "bea", "cy")]
    for step in steps:
        device = devices[int(str(step[1]))]
        if step[0] == "write":
            device.write(step[3], record=f"i:{step[2]}")  # type: ignore[arg-type]
        elif step[0] == "meet":
            device.receive(devices[int(str(step[2]))])
        else:
            targets = [e for e in device.known.values() if e.slot == ("answer", f"i:{step[2]}", "value")]
            if targets:
                device.erase(*targets)
    return devices
