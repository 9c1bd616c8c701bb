"""What must hold of an opened archive before a word of it is believed.

First whose it is: format version, card, signature over the tag manifest. Then that it is whole: every tag
file and every payload file there, no other one, each with its SHA-256. Then that it makes sense: the same
inspection and realm everywhere, and chains of events that verify from the first event to the signed heads.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from inspector_app.errors import KnownError
from inspector_app.exchange import bagit, layout, minisign
from inspector_app.exchange.archive import Archive, Damaged
from inspector_app.exchange.cards import DeviceCard, read_device_card
from inspector_app.exchange.event_json import event_from_line
from inspector_app.exchange.heads import ChainHead, chain_problem
from inspector_app.exchange.layout import Limits
from inspector_app.exchange.manifest import parse_manifest
from inspector_app.exchange.signed import parse_time
from inspector_app.inspections.inspection import Realm
from inspector_app.journal.event import Event
from inspector_app.journal.ids import is_id

_TAGS = {bagit.BAGIT, bagit.INFO, bagit.MANIFEST, layout.CARD, layout.HEADS}
_BESIDE = {bagit.TAG_MANIFEST, layout.SIGNATURE}
_LONGEST_SIGNATURE = 4096
_LONGEST_CARD = 20_000

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Verified:
    """What an export says, once all of it holds; `top` is its folder, `hashes` go by path below ``data/``.

    `card_file` is the signer's card as it came, to be kept until the office has compared its fingerprint.
    """

    top: str
    card: DeviceCard
    card_file: bytes
    inspection_id: str
    reference: str
    service_number: str
    realm: Realm
    made_at: datetime
    heads: tuple[ChainHead, ...]
    events: tuple[Event, ...]
    hashes: Mapping[str, str]


def verify(archive: Archive, subject: str, limits: Limits) -> Verified:
    """All of it or nothing.

    `Damaged`, or KnownError `export-newer`, `export-signature`, `export-realm`, `card-altered`, `card-newer`.
    """
    bag = _Bag(archive, limits)
    _check_version(bag, subject)
    card_file = bag.tag(layout.CARD, _LONGEST_CARD)
    card = read_device_card(card_file, f"The device card in {subject}")
    _check_signature(bag, card, subject)
    payload = _check_whole(bag)
    info = _parsed(bagit.INFO, lambda: bagit.parse_info(bag.tag(bagit.INFO)))
    facts = _parsed(bagit.INFO, lambda: _facts(info))
    if facts.realm is not card.realm:
        raise KnownError(
            f"{subject} says it holds {facts.realm.value} work, but the laptop that signed it is for "
            f"{card.realm.value} work.",
            "It was refused. Training and live work never mix: ask the sender which laptop made it.",
            code="export-realm",
        )
    if bag.top != layout.folder_name(facts.service_number, facts.reference):
        raise Damaged("its folder is not named after its inspection")
    if info[layout.OXUM] != bagit.oxum(bag.payload_sizes()):
        raise Damaged(f"the sizes in {bagit.INFO} do not fit")
    inspection, heads = _parsed(layout.HEADS, lambda: layout.read_heads(bag.tag(layout.HEADS)))
    if inspection != facts.inspection_id:
        raise Damaged(f"{layout.HEADS} is of another inspection")
    events = _events(bag.payload(layout.JOURNAL, limits.journal))
    problem = chain_problem(inspection, events, heads)
    if problem:
        raise Damaged(f"its journal does not verify. {problem.rstrip('.')}")
    return Verified(
        bag.top, card, card_file, inspection, facts.reference, facts.service_number, facts.realm,
        facts.made_at, heads, events, payload,
    )  # fmt: skip


class _Bag:
    """The archive seen as one folder with tag files and a payload."""

    def __init__(self, archive: Archive, limits: Limits) -> None:
        tops = {name.partition("/")[0] for name in archive.members}
        if len(tops) != 1 or any("/" not in name for name in archive.members):
            raise Damaged("it has not one folder with all in it")
        self.top = tops.pop()
        self._archive = archive
        self._limits = limits
        self.names = {name.partition("/")[2] for name in archive.members}

    def tag(self, name: str, most: int | None = None) -> bytes:
        return self._archive.read(f"{self.top}/{name}", self._limits.tag if most is None else most)

    def payload(self, name: str, most: int) -> bytes:
        return self._archive.read(f"{self.top}/{bagit.PAYLOAD}{name}", most)

    def sha256(self, name: str) -> str:
        return self._archive.sha256(f"{self.top}/{name}")

    def payload_sizes(self) -> dict[str, int]:
        return {
            name: self._archive.members[f"{self.top}/{name}"].size
            for name in self.names
            if name.startswith(bagit.PAYLOAD)
        }


@dataclass(frozen=True, slots=True)
class _Facts:
    inspection_id: str
    reference: str
    service_number: str
    realm: Realm
    made_at: datetime


def _check_version(bag: _Bag, subject: str) -> None:
    """Asked first, of a file not yet verified: a newer format may differ in everything else, and all it can
    bring about is a refusal."""
    info = _parsed(bagit.INFO, lambda: bagit.parse_info(bag.tag(bagit.INFO)))
    version = info.get(layout.FORMAT, "")
    if not (version.isascii() and version.isdigit()) or int(version[:9]) < 1:
        raise Damaged("it does not say which format it has")
    if int(version[:9]) > layout.VERSION:
        raise KnownError(
            f"{subject} was made by a newer version of Inspector.",
            "It is unharmed. Update Inspector on this computer, then open it again.",
            code="export-newer",
        )


def _check_signature(bag: _Bag, card: DeviceCard, subject: str) -> None:
    text = bag.tag(layout.SIGNATURE, _LONGEST_SIGNATURE)
    try:
        minisign.verify(bag.tag(bagit.TAG_MANIFEST), text.decode("utf-8"), card.signing_key)
    except (UnicodeDecodeError, KnownError) as error:
        reason = error.message if isinstance(error, KnownError) else "The signature is no text."
        raise KnownError(
            f"{subject} does not carry a valid signature of the laptop that it names. {reason}",
            "It was refused. Ask the sender to export the inspection again.",
            code="export-signature",
        ) from error


def _check_whole(bag: _Bag) -> dict[str, str]:
    """Every file is listed, every listed file is there, and has its SHA-256; the payload's hashes."""
    tags = _parsed(bagit.TAG_MANIFEST, lambda: parse_manifest(bag.tag(bagit.TAG_MANIFEST)))
    if set(tags) != _TAGS:
        raise Damaged(f"{bagit.TAG_MANIFEST} does not list what it should")
    _check_hashes(bag, tags)
    if bag.tag(bagit.BAGIT, len(bagit.DECLARATION)) != bagit.DECLARATION:
        raise Damaged(f"{bagit.BAGIT} is not as it should be")
    listed = _parsed(bagit.MANIFEST, lambda: parse_manifest(bag.tag(bagit.MANIFEST)))
    if not all(name.startswith(bagit.PAYLOAD) for name in listed):
        raise Damaged(f"{bagit.MANIFEST} lists something outside the payload")
    expected = _TAGS | _BESIDE | {bagit.PAYLOAD + layout.JOURNAL} | set(listed)
    missing = expected - bag.names
    if missing:
        raise Damaged(f"{min(missing)} is missing")
    extra = bag.names - expected
    if extra:
        raise Damaged(f"{min(extra)} is not listed in it")
    _check_hashes(bag, listed)
    return {name.removeprefix(bagit.PAYLOAD): digest for name, digest in listed.items()}


def _check_hashes(bag: _Bag, listed: Mapping[str, str]) -> None:
    for name, digest in listed.items():
        if name not in bag.names:
            raise Damaged(f"{name} is missing")
        if bag.sha256(name) != digest:
            raise Damaged(f"{name} has another SHA-256 than the signed one")


def _facts(info: Mapping[str, str]) -> _Facts:
    facts = _Facts(
        inspection_id=info[layout.INSPECTION_ID],
        reference=info[layout.REFERENCE],
        service_number=info[layout.SERVICE_NUMBER],
        realm=Realm(info[layout.REALM]),
        made_at=parse_time(info[layout.MADE_AT]),
    )
    if not is_id(facts.inspection_id):
        raise ValueError("the inspection's id has not its form")
    return facts


def _events(journal: bytes) -> tuple[Event, ...]:
    lines = journal.split(b"\n")
    if lines.pop():
        raise Damaged(f"{layout.JOURNAL} does not end in a line end")
    events = []
    for number, line in enumerate(lines, start=1):
        try:
            events.append(event_from_line(line))
        except ValueError as error:
            raise Damaged(f"line {number} of {layout.JOURNAL} is no event: {error}") from error
    return tuple(events)


def _parsed(name: str, parse: Callable[[], T]) -> T:
    try:
        return parse()
    except (ValueError, KeyError) as error:
        raise Damaged(f"{name} cannot be read: {error}") from error


def altered(subject: str, what: str) -> KnownError:
    """What to tell the user of a file that is not as it was made; `what` completes the sentence."""
    return KnownError(
        f"{subject} was changed or damaged: {what}.",
        "Nothing was taken from it. Copy it again from the sender, or ask for a new export.",
        code="export-altered",
    )
