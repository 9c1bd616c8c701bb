"""Receipts: head office's signed word on what arrived, kept on the laptop and compared with the record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from inspector_app.errors import KnownError
from inspector_app.files import read_whole
from inspector_app.operations.desk import Desk
from inspector_app.operations.ports import Progress, no_progress
from inspector_app.operations.set_up import office_card
from inspector_app.words import translate

LARGEST = 64_000_000
"""Bytes of a receipt of some hundred thousand inspections."""


@dataclass(frozen=True, slots=True)
class TakenReceipt:
    """What a receipt said: for how many inspections something new, and those unknown on this laptop."""

    made_at: datetime
    inspections: tuple[str, ...]
    unknown: tuple[str, ...]
    new: int


@dataclass(frozen=True, slots=True)
class ReceivedState:
    """How much of an inspection head office has: events here, and those covered by a receipt. A chain whose
    end is another one at head office (`differs`) must not be relied on.
    """

    events: int
    received: int
    last: datetime | None
    differs: bool

    @property
    def whole(self) -> bool:
        """Whether head office has every event that is here."""
        return self.events > 0 and self.received == self.events and not self.differs


def take_receipt(desk: Desk, file: Path) -> TakenReceipt:
    """Verify a receipt, keep it and mark what arrived.

    KnownError ``receipt-not-office``, ``receipt-altered``, ``receipt-newer``, ``receipt-other-laptop``; then
    nothing is marked. Taking the same one again changes nothing.
    """
    return keep_receipt(desk, read_receipt_file(no_progress, file))


@dataclass(frozen=True, slots=True)
class ReceiptFile:
    """A file as it was read, not looked into yet."""

    name: str
    content: bytes


def read_receipt_file(report: Progress, file: Path) -> ReceiptFile:
    """Read a file, in a child process: a stick or a network folder may take its time.

    KnownError ``file-missing``, ``file-unreadable``, ``receipt-altered`` for one that is far too large.
    """
    if file.is_file() and file.stat().st_size > LARGEST:
        raise KnownError(
            f"{file.name} is no receipt: it is too large to be one.",
            "Choose the file ending in .receipt that head office sent back.",
            code="receipt-altered",
        )
    return ReceiptFile(file.name, read_whole(file))


def keep_receipt(desk: Desk, file: ReceiptFile) -> TakenReceipt:
    """Verify what was read, keep it and mark what arrived; errors as `take_receipt`."""
    from inspector_app.exchange.receipt import read_receipt

    content = file.content
    receipt = read_receipt(content, office_card(desk), file.name)
    ours = {desk.device, *_earlier_devices(desk)}
    if receipt.device not in ours:
        raise KnownError(
            f"{file.name} is for another laptop.",
            "Nothing was marked. Look for the receipt with this laptop's number in its name.",
            code="receipt-other-laptop",
        )
    known = set(desk.store.inspection_ids())
    unknown: dict[str, None] = {}
    found: dict[str, None] = {}
    new = 0
    with desk.store.transaction():
        for arrival in receipt.arrivals:
            if arrival.inspection not in known:
                unknown[arrival.reference] = None
                continue
            found[arrival.inspection] = None
            heads = [(head.device, head.seq, head.hash) for head in arrival.heads]
            new += desk.store.care.put_receipt(
                arrival.inspection, heads, arrival.sha256, receipt.made_at, content.decode("utf-8")
            )
    for inspection in found:
        desk.touched.add(inspection, ("receipt", inspection))
    return TakenReceipt(receipt.made_at, tuple(found), tuple(unknown), new)


def received_state(desk: Desk, inspection_id: str) -> ReceivedState:
    """What of an inspection is covered by receipts, chain by chain."""
    receipts = desk.store.care.receipts(inspection_id)
    hashes = {(event.device, event.seq): event.hash for event in desk.store.events(inspection_id)}
    covered: dict[str, int] = {}
    differs = False
    for receipt in receipts:
        here = hashes.get((receipt.device, receipt.seq))
        if here is not None and here != receipt.hash:
            differs = True
        elif here is not None:
            covered[receipt.device] = max(covered.get(receipt.device, 0), receipt.seq)
    received = sum(1 for device, seq in hashes if seq <= covered.get(device, 0))
    last = max((datetime.fromisoformat(one.issued_at) for one in receipts), default=None)
    return ReceivedState(len(hashes), received, last, differs)


@dataclass(frozen=True, slots=True)
class ReceiptWords:
    """What to say of an inspection's receipt; `tone` is ``good``, ``attention``, ``bad`` or ``quiet``."""

    word: str
    words: str
    tone: Literal["good", "attention", "bad", "quiet"]


def receipt_words(desk: Desk, inspection_id: str) -> ReceiptWords:
    """Whether head office has the inspection, in words."""
    from inspector_app.operations.overview import day_words

    found = received_state(desk, inspection_id)
    if found.differs:
        differs = translate("Receipt", "Head office holds another version of this record: ask there.")
        return ReceiptWords(translate("Receipt", "Differs"), differs, "bad")
    if found.last is None:
        none = translate("Receipt", "Head office has not confirmed anything of this inspection.")
        return ReceiptWords(translate("Receipt", "None yet"), none, "quiet")
    local = found.last.astimezone(desk.program.now().tzinfo)
    when = f"{day_words(local.date(), desk.today())}, {local:%H:%M}"
    if found.whole:
        whole = translate("Receipt", "Head office has everything. Its receipt is of {when}.").format(
            when=when
        )
        return ReceiptWords(translate("Receipt", "Received"), whole, "good")
    newer = translate("Receipt", "Received {when}. Changes made after that: {count}. Export again.")
    told = newer.format(when=when, count=found.events - found.received)
    return ReceiptWords(translate("Receipt", "Changed since"), told, "attention")


def _earlier_devices(desk: Desk) -> set[str]:
    """The ids this laptop had before it was restored from a backup."""
    import json

    kept = desk.store.meta("restored")
    return {str(json.loads(kept)["was"])} if kept else set()
