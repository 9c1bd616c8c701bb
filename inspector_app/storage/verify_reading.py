"""One inspection's chains, fields and events, read once and in as few columns as two million events need.

The short proof that all of them are sealed stands here too: the stored spelling of a value is the one that
was sealed, and the text that the hash covers is put together from pieces that many events share. It proves
exactly what `journal.event.event_hash` and `content_digest` say; whatever does not fit it, for any reason at
all, is looked at again by the laws of `journal.chain`, which alone decide what is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from json.encoder import encode_basestring as quoted

from inspector_app.storage.rows import Row, priors, to_id
from inspector_app.storage.sqlcipher import Connection

NUMBER, ID, SLOT, VALUE, PRIOR, AT, SEQ, ERASED = 0, 1, 2, 4, 7, 8, 10, 15
"""Where these stand in an event's row."""
_EVENTS = (
    "SELECT number, id, slot, action, value, salt, digest, prior, at, author, seq, reason, form,"
    " previous_hash, hash, erased FROM event WHERE chain = ? ORDER BY seq"
)
_CHAINS = "SELECT number, device, seq, hash, events FROM chain WHERE journal = ? ORDER BY number"
_STATES = "SELECT number, kind, record, field, event, heads, conflict FROM field_state WHERE journal = ?"
_SALT, _START = 16, bytes(32)


class SharedTexts(dict[int, str]):
    """The texts that many events share, as JSON spells them, by number; read when first met."""

    def __init__(self, connection: Connection) -> None:
        super().__init__()
        self._connection = connection

    def __missing__(self, number: int) -> str:
        row = self._connection.execute("SELECT text FROM shared_text WHERE number = ?", (number,)).fetchone()
        if row is None:
            raise KeyError(number)
        self[number] = spelt = quoted(row[0])
        return spelt


@dataclass(frozen=True, slots=True)
class Chain:
    """One device's chain: where it is said to end, and its events in their order."""

    device: str
    seq: int
    hash: bytes
    events: int
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one inspection holds; `states` are the rows of its fields."""

    number: int
    inspection: str
    chains: tuple[Chain, ...]
    states: Sequence[Row]

    @classmethod
    def of(cls, connection: Connection, number: int, inspection: str) -> Reading:
        """Read all of one inspection."""
        chains = tuple(
            Chain(device, seq, end, events, connection.execute(_EVENTS, (chain,)).fetchall())
            for chain, device, seq, end, events in connection.execute(_CHAINS, (number,)).fetchall()
        )
        return cls(number, inspection, chains, connection.execute(_STATES, (number,)).fetchall())

    def by_slot(self) -> dict[int, list[Row]]:
        """The events of each field, chain by chain in their order."""
        groups: dict[int, list[Row]] = defaultdict(list)
        for chain in self.chains:
            for row in chain.rows:
                groups[row[SLOT]].append(row)
        return groups

    def sound(self, texts: SharedTexts) -> bool:
        """Whether every event is sealed, in its place, linked to the one before, and none is erased."""
        try:
            slots = {row[0]: ",".join(map(quoted, row[1:4])) for row in self.states}
            return all(self._chain_sound(chain, slots, texts) for chain in self.chains)
        except (ValueError, TypeError, AttributeError, KeyError):
            return False

    def _chain_sound(self, chain: Chain, slots: Mapping[int, str], texts: SharedTexts) -> bool:
        if not chain.rows:
            return chain.seq == chain.events == 0
        if not chain.seq == chain.events == len(chain.rows):
            return False
        inspection, device = quoted(self.inspection), quoted(chain.device)
        before, before_hex = _START, _START.hex()
        last_action, action_id = b"", ""
        for place, row in enumerate(chain.rows, 1):
            (
                _,
                id_,
                slot,
                action,
                value,
                salt,
                digest,
                prior,
                at,
                author,
                seq,
                reason,
                form,
                link,
                seal,
                gone,
            ) = row
            if gone or value is None or seq != place or link != before or len(salt) != _SALT:
                return False
            if sha256(salt + f"[{value},{quoted(reason)}]".encode()).digest() != digest:
                return False
            if action != last_action:
                last_action, action_id = action, to_id(action)
            named = '"' + '","'.join(priors(prior)) + '"' if prior else ""
            sealed = sha256(
                f'["{to_id(id_)}",{inspection},"{action_id}",{slots[slot]},"{digest.hex()}",[{named}],{quoted(at)},'
                f'{texts[author]},{device},{place},{texts[form]},"{before_hex}"]'.encode()
            )
            before = sealed.digest()
            if before != seal:
                return False
            before_hex = sealed.hexdigest()
        return before == chain.hash
