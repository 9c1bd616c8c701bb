"""Head office: accept laptops, receive export files once each, answer with receipts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from inspector_app.errors import KnownError
from inspector_app.exchange import layout
from inspector_app.exchange.cards import DeviceCard, read_device_card
from inspector_app.exchange.heads import ChainHead
from inspector_app.exchange.opened import open_export
from inspector_app.exchange.receipt import Arrival, Receipt, write_receipt
from inspector_app.files import write_whole
from inspector_app.inspections.inspection import Realm
from inspector_app.journal.event import Event
from inspector_app.operations.attachments import named_attachments
from inspector_app.operations.desk import Desk
from inspector_app.operations.erase import forget_withdrawn_letters
from inspector_app.operations.ports import Progress, no_progress
from inspector_app.operations.quarantine import (
    Waiting,
    copies,
    files_waiting,
    forget_kept,
    keep_waiting,
    quarantine_folder,
)
from inspector_app.operations.set_up import AGE_IDENTITY, SIGNING_KEY

_ASK_FOR_CARD = (
    "Ask for the laptop's device card, compare its fingerprint and accept it: the file waits here until then."
)


class VerifiedExport(Protocol):
    """An export file of which everything was verified: opened here, or in a child process."""

    @property
    def source(self) -> Path: ...
    @property
    def sha256(self) -> str: ...
    @property
    def card(self) -> DeviceCard: ...
    @property
    def card_file(self) -> bytes: ...
    @property
    def inspection_id(self) -> str: ...
    @property
    def reference(self) -> str: ...
    @property
    def realm(self) -> Realm: ...
    @property
    def heads(self) -> Sequence[ChainHead]: ...
    @property
    def events(self) -> Sequence[Event]: ...
    @property
    def hashes(self) -> Mapping[str, str]: ...
    def read(self, name: str) -> bytes:
        """All bytes of one file of it."""


@dataclass(frozen=True)
class Outcome:
    """What became of one file. `outcome`: received, known (the same file before), quarantined, refused."""

    file: Path
    outcome: str
    reference: str = ""
    new_events: int = 0
    message: str = ""
    advice: str = ""
    sha256: str = ""


def accept_device(desk: Desk, card: bytes) -> DeviceCard:
    """Accept a laptop by its device card; what waits of it can be received from now on (`receive_waiting`).

    The fingerprint should be compared with what the laptop shows, by telephone or in person.
    """
    known = read_device_card(card)
    if known.realm.value != desk.realm:
        raise KnownError(
            f"This laptop keeps {known.realm.value} records and this office {desk.realm} ones.",
            "Nothing was accepted. Set the laptop up with this office's card.",
            code="realm-mixed",
        )
    with desk.store.transaction():
        desk.store.put_device(known.device, card, "accepted", desk.program.now())
    return known


def revoke_device(desk: Desk, device: str) -> None:
    """Stop taking files of a laptop; what it sent before stays."""
    if desk.store.device(device) is None:
        raise KnownError(
            f"No laptop has the id {device}.", "Look at the list of laptops.", code="device-unknown"
        )
    with desk.store.transaction():
        desk.store.set_device_state(device, "revoked", desk.program.now())


def receive(
    desk: Desk,
    files: Sequence[Path],
    *,
    receipts: Path | None = None,
    progress: Progress = no_progress,
) -> list[Outcome]:
    """Receive export files in any order and number; each is verified whole before anything is taken from it.

    A file that cannot be received says why in its outcome and leaves the others alone. Signed receipts, one a
    laptop, go into the folder `receipts` where one is given.
    """
    outcomes: list[Outcome] = []
    arrivals: dict[str, list[Arrival]] = defaultdict(list)
    for place, file in enumerate(files):
        try:
            outcome, device, arrival = _receive_one(desk, file)
            if arrival is not None:
                arrivals[device].append(arrival)
            outcome = _keep(desk, outcome)
        except KnownError as error:
            outcome = Outcome(file, "refused", message=error.message, advice=error.advice)
        outcomes.append(outcome)
        progress(place + 1, len(files))
    if receipts is not None:
        write_receipts(desk, arrivals, receipts)
    return outcomes


def _receive_one(desk: Desk, file: Path) -> tuple[Outcome, str, Arrival | None]:
    identity = desk.store.secret(AGE_IDENTITY).decode()
    with open_export(file, [identity], spool=desk.store.path.parent) as opened:
        return take(desk, opened)


def receive_waiting(
    desk: Desk, device: str, *, receipts: Path | None = None, progress: Progress = no_progress
) -> list[Outcome]:
    """Receive what waits of a laptop, each file once and as any other; one of which no copy was kept says so.
    What cannot be received stays where it waits.
    """
    waiting = files_waiting(desk, device)
    outcomes = receive(desk, copies(waiting), receipts=receipts, progress=progress)
    return outcomes + not_kept(waiting)


def not_kept(waiting: Sequence[Waiting]) -> list[Outcome]:
    """The outcomes of files that waited and of which there is no copy."""
    return [
        Outcome(
            Path(f"{one.sha256[:12]}…"),
            "refused",
            message="A file of this laptop came before it was accepted, and no copy of it was kept.",
            advice="Receive it again from where it came, or ask the laptop for another export.",
            sha256=one.sha256,
        )
        for one in waiting
        if one.kept is None
    ]


def waits_unkept(outcome: Outcome, error: KnownError) -> Outcome:
    """The outcome of a file that has to wait and could not be copied to where such files wait."""
    return replace(
        outcome,
        message=f"{outcome.message} {error.message}",
        advice="Accept its laptop, then receive the file again: no copy of it waits here.",
    )


def _keep(desk: Desk, outcome: Outcome) -> Outcome:
    """Have a quarantined file wait; what was received waits no longer."""
    if outcome.outcome != "quarantined":
        forget_kept(desk, outcome.sha256)
        return outcome
    try:
        keep_waiting(no_progress, outcome.file, outcome.sha256, quarantine_folder(desk.store.path))
    except KnownError as error:
        return waits_unkept(outcome, error)
    return outcome


def take(desk: Desk, opened: VerifiedExport) -> tuple[Outcome, str, Arrival | None]:
    """Take in a verified file: its outcome, and for a receipt the laptop's id and what arrived (or '', None).

    A file of an unknown laptop waits, and the laptop's card is kept so that it can be accepted once somebody
    has compared its fingerprint. KnownError for a file of the other realm or a journal that does not fit.
    """
    file, reference = opened.source, opened.reference
    if opened.realm.value != desk.realm:
        raise KnownError(
            f"{file.name} holds {opened.realm.value} records and this office receives {desk.realm} ones.",
            "Nothing was taken. Training and example records can never be received or counted.",
            code="realm-mixed",
        )
    why = _why_quarantine(desk, opened)
    if why:
        with desk.store.transaction():
            _log(desk, opened, "quarantined", why)
            if desk.store.device(opened.card.device) is None:
                desk.store.put_device(opened.card.device, opened.card_file, "pending", desk.program.now())
        made = Outcome(file, "quarantined", reference, 0, why, _ASK_FOR_CARD, opened.sha256)
        return made, "", None
    arrival = Arrival(opened.sha256, desk.program.now(), opened.inspection_id, reference, tuple(opened.heads))
    known = desk.store.bundle_outcome(opened.sha256) == "received"
    if known:
        return Outcome(file, "known", reference, sha256=opened.sha256), opened.card.device, arrival
    new = _take(desk, opened)
    made = Outcome(file, "received", reference, new_events=new, sha256=opened.sha256)
    return made, opened.card.device, arrival


def _why_quarantine(desk: Desk, opened: VerifiedExport) -> str:
    """'' when the signer is an accepted laptop with this very key."""
    device = desk.store.device(opened.card.device)
    if device is None or device.state == "pending":
        return f"It was signed by a laptop that this office does not know ({opened.card.fingerprint})."
    if device.state == "revoked":
        return "It was signed by a laptop that was revoked."
    accepted = read_device_card(device.card)
    if accepted.signing_key != opened.card.signing_key:
        return "It names a known laptop and was signed with another key."
    return ""


def _take(desk: Desk, opened: VerifiedExport) -> int:
    with desk.store.transaction():
        attached = named_attachments(desk, opened.inspection_id)
        received = desk.store.receive(opened.events)
        if received.faults:
            fault = received.faults[0]
            raise KnownError(
                f"The journal in the file does not fit what is here ({fault.code} at event {fault.event}).",
                "Nothing was taken. Keep the file, and ask the laptop's owner to verify its database.",
                code="journal-fault",
            )
        for name in opened.hashes:
            if is_kept(name):
                media = "application/pdf" if name.endswith(".pdf") else "application/octet-stream"
                desk.store.put_blob(opened.read(name), media, name.rsplit("/", 1)[-1])
        forget_withdrawn_letters(desk, opened.inspection_id)
        for erased in attached - named_attachments(desk, opened.inspection_id):
            desk.store.remove_blob(erased)
        _log(desk, opened, "received", "")
        desk.touched.add(opened.inspection_id, ("export", opened.sha256))
    return received.new


def is_kept(name: str) -> bool:
    """Whether a file of an export is kept as it is; all else in it is said by the journal too."""
    return name.startswith((layout.CHECKLISTS, layout.LETTERS, layout.ATTACHMENTS))


def _log(desk: Desk, opened: VerifiedExport, outcome: str, detail: str) -> None:
    with desk.store.transaction():
        desk.store.log_bundle(
            opened.sha256, opened.card.device, opened.inspection_id, desk.program.now(), outcome, detail
        )


def write_receipts(desk: Desk, arrivals: Mapping[str, Sequence[Arrival]], folder: Path) -> None:
    """Write signed receipts into a folder, one a laptop."""
    secret = desk.store.secret(SIGNING_KEY)
    for device, arrived in sorted(arrivals.items()):
        now = desk.program.now()
        receipt = Receipt(device, Realm(desk.realm), tuple(arrived), now)
        name = f"receipt_{device[-12:]}_{now.strftime('%Y%m%dT%H%M%S')}.receipt"
        write_whole(folder / name, write_receipt(receipt, secret))
