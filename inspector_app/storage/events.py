"""Writing the journal: append one's own events, receive those of others, erase.

Every method is one transaction that also brings states, projections and chains along. Several can be
joined by an outer `Database.transaction()`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector_app.journal.chain import Draft, fault, seal
from inspector_app.journal.clock import latest_credible
from inspector_app.journal.merge import is_erase
from inspector_app.journal.records import ERASE
from inspector_app.storage.apply import add_events, chain_row, refresh, take_content
from inspector_app.storage.database import SCRUB
from inspector_app.storage.journal_reader import JournalReader
from inspector_app.storage.rows import to_json
from inspector_app.storage.slots import Slots
from inspector_app.storage.soundness import form_fault, link_faults_at

if TYPE_CHECKING:
    from inspector_app.journal.chain import Fault
    from inspector_app.journal.clock import HybridClock
    from inspector_app.journal.event import Event
    from inspector_app.journal.ids import OrderedIds
    from inspector_app.journal.merge import Slot
    from inspector_app.storage.apply import ChainRow
    from inspector_app.storage.database import Database
    from inspector_app.storage.sqlcipher import Connection

CLOCK = "clock"
"""The fact in `meta` that holds the last reading made or observed."""


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a set of events.

    `new` were added and `known` were here already; `waiting` counts the events of the inspections
    concerned that now wait for an earlier one. `flagged` are ids more than 24 h ahead, kept but never
    allowed to win. `refused` faults concern events that were **not** taken (altered or malformed ones);
    the other `faults` (``fork``, ``broken-link``) concern events that were: whoever cannot accept them
    raises inside an outer transaction.
    """

    new: int
    known: int
    waiting: int
    flagged: tuple[str, ...]
    faults: tuple[Fault, ...]
    refused: tuple[Fault, ...]


class Journal(JournalReader):
    """The journal of a database, to be read and written by one thread at a time.

    The clock goes on from the last reading that was made or observed here, unless that is more than a day
    ahead of now: then the machine's clock was wrong, and what was written under it is not followed.
    """

    def __init__(self, database: Database, clock: HybridClock, ids: OrderedIds) -> None:
        super().__init__(database)
        self.clock = clock
        self.ids = ids
        last = database.meta(CLOCK)
        if last:
            clock.observe(last)

    def append(
        self,
        inspection: str,
        drafts: Sequence[Draft],
        *,
        author: str,
        device: str,
        reason: str = "",
        form_hash: str = "",
        action: str | None = None,
    ) -> tuple[Event, ...]:
        """Write one user action; the events made, in order.

        A draft whose `prior` is None replaces the heads of now. One that changes nothing (the field has one
        head, not erased, with the same value) is left out. `action` joins this to events written before.
        """
        made: list[Event] = []
        with self.database.transaction() as connection:
            chain = chain_row(connection, inspection, device)
            joined = action or self.ids.new()
            for run in _runs(drafts):
                slots = Slots()
                slots.load(connection, [(draft.kind, draft.record, draft.field) for draft in run])
                events = []
                seq, previous = chain.seq, chain.hash
                for draft in _with_heads(run, slots, chain):
                    seq += 1
                    event = seal(
                        draft,
                        previous,
                        seq,
                        id=self.ids.new(),
                        inspection=inspection,
                        action=joined,
                        salt=self.ids.salt(),
                        at=self.clock.tick(),
                        author=author,
                        device=device,
                        reason=reason,
                        form_hash=form_hash,
                    )
                    previous = event.hash
                    events.append(event)
                if events:
                    add_events(connection, events, {(inspection, device): chain}, slots)
                    made.extend(events)
            if made:
                _keep_clock(connection, made[-1].at)
        return tuple(made)

    def receive(self, events: Iterable[Event]) -> Received:
        """Take in events of any devices and inspections, in any order, any number of times.

        Altered or malformed events are refused by name. Two events in one place of a chain (a laptop restored
        from a backup and worked on) are both kept and reported as a ``fork``.
        """
        with self.database.transaction() as connection:
            sound, refused = _sound(events)
            new, known, others = self._sift(connection, sound)
            slots = Slots()
            slots.load(connection, [event.slot for event in new])
            new, foreign = _of_their_inspection(connection, new, slots)
            chains = {
                place: chain_row(connection, *place)
                for place in dict.fromkeys((event.inspection, event.device) for event in new)
            }
            faults = link_faults_at(connection, new, {place: row.number for place, row in chains.items()})
            limit = latest_credible(self.clock.now())
            flagged = tuple(event.id for event in new if event.at > limit)
            if new:
                add_events(connection, new, chains, slots, frozenset(flagged))
                self._observe(connection, new, limit)
                self._scrub_after(new)
            waiting = _count_waiting(connection, {event.inspection for event in sound.values()})
        return Received(len(new), known, waiting, flagged, tuple(faults), (*refused, *others, *foreign))

    def erase(
        self,
        inspection: str,
        kind: str,
        record: str,
        field: str,
        reason: str,
        *,
        author: str,
        device: str,
        also: Sequence[Slot] = (),
    ) -> tuple[Event, ...]:
        """Take the content of a field away everywhere: events, projections, pending keys, derived rows.

        Who, when and why stays. `also` names more fields for the same action: a checklist's ``frozen`` holds
        answers too, and whoever erases an answer of a finalised inspection erases that and freezes anew. The
        events returned carry the erasure to every other copy. Afterwards the old bytes are in no page.
        """
        with self.database.transaction() as connection:
            drafts = []
            for slot in ((kind, record, field), *also):
                targets: list[str] = [event.id for event in self.history(*slot) if not event.erased]
                connection.execute("DELETE FROM pending WHERE kind = ? AND record = ? AND field = ?", slot)
                if targets:
                    drafts.append(Draft(ERASE, slot[1], slot[2], {"kind": slot[0], "events": [*targets]}))
            made = self.append(inspection, drafts, author=author, device=device, reason=reason)
            self.database.set_meta(SCRUB, "due")
            self.database.after_commit(self._scrub)
        return made

    def _sift(self, connection: Connection, sound: dict[str, Event]) -> tuple[list[Event], int, list[Fault]]:
        """The events that are not known yet, the number that are, and those known with other content."""
        found = connection.execute(
            "SELECT w.value, e.hash, e.erased FROM json_each(?) w JOIN event e ON e.id = unhex(w.value, '-')",
            (json.dumps(list(sound)),),
        )
        known = {row[0]: (row[1].hex(), row[2]) for row in found}
        new, faults, absorbed = [], [], []
        for event in sound.values():
            before = known.get(event.id)
            if before is None:
                new.append(event)
            elif before[0] != event.hash:
                faults.append(fault("other-content", event))
            elif event.erased and not before[1]:
                absorbed.append((event.inspection, event.id))
        if absorbed:
            refresh(connection, take_content(connection, absorbed))
            self.database.after_commit(self._scrub)
        return new, len(known) - len(faults), faults

    def _observe(self, connection: Connection, events: Sequence[Event], limit: str) -> None:
        readings = [event.at for event in events if event.at <= limit]
        if readings and self.clock.observe(max(readings)) and max(readings) > self.database.meta(CLOCK):
            _keep_clock(connection, max(readings))

    def _scrub_after(self, events: Iterable[Event]) -> None:
        if any(is_erase(event) for event in events):
            self.database.after_commit(self._scrub)

    def _scrub(self) -> None:
        """No gap in a page and no page of the log may keep what was erased."""
        if self.database.meta(SCRUB):
            self.database.scrub()


def _runs(drafts: Sequence[Draft]) -> Iterator[list[Draft]]:
    """The drafts in order, cut where a field comes a second time: its heads are known only then."""
    run: list[Draft] = []
    seen: set[Slot] = set()
    for draft in drafts:
        slot = (draft.kind, draft.record, draft.field)
        if slot in seen:
            yield run
            run, seen = [], set()
        run.append(draft)
        seen.add(slot)
    yield run


def _with_heads(drafts: Iterable[Draft], slots: Slots, chain: ChainRow) -> Iterator[Draft]:
    """The drafts that change something, with the heads that they replace."""
    for draft in drafts:
        state = slots.states.get((draft.kind, draft.record, draft.field))
        if state is None:
            yield draft
            continue
        if state.journal != chain.journal:
            raise ValueError(f"{draft.kind} {draft.record} belongs to another inspection")
        same = len(state.heads) == 1 and not state.erased and state.value == to_json(draft.value)
        if not same:
            prior = state.heads if draft.prior is None else draft.prior
            yield Draft(draft.kind, draft.record, draft.field, draft.value, prior)


def _sound(events: Iterable[Event]) -> tuple[dict[str, Event], list[Fault]]:
    """Events by id that are well formed and unaltered, the erased copy of two; and the faults of the rest."""
    sound: dict[str, Event] = {}
    faults: list[Fault] = []
    for event in events:
        own = form_fault(event)
        if own is not None:
            faults.append(own)
            continue
        before = sound.get(event.id)
        if before is not None and before.hash != event.hash:
            faults.append(fault("other-content", event))
        elif before is None or (event.erased and not before.erased):
            sound[event.id] = event
    return sound, faults


def _of_their_inspection(
    connection: Connection, events: Sequence[Event], slots: Slots
) -> tuple[list[Event], list[Fault]]:
    """The events whose record belongs to the inspection they name, and the faults of the rest."""
    names: dict[int, str] = {}
    owners: dict[Slot, str] = {}
    for slot, state in slots.states.items():
        if state.journal not in names:
            row = connection.execute("SELECT inspection FROM journal WHERE number = ?", (state.journal,))
            names[state.journal] = row.fetchone()[0]
        owners[slot] = names[state.journal]
    kept, faults = [], []
    for event in events:
        if owners.setdefault(event.slot, event.inspection) == event.inspection:
            kept.append(event)
        else:
            faults.append(fault("foreign-record", event))
    return kept, faults


def _count_waiting(connection: Connection, inspections: Iterable[str]) -> int:
    row = connection.execute(
        "SELECT count(*) FROM waiting w JOIN field_state s ON s.number = w.slot"
        " JOIN journal j ON j.number = s.journal WHERE j.inspection IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(inspections)),),
    ).fetchone()
    return int(row[0])


def _keep_clock(connection: Connection, reading: str) -> None:
    connection.execute("INSERT OR REPLACE INTO meta(name, value) VALUES (?, ?)", (CLOCK, reading))
