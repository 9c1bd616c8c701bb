"""Receiving beside a window: files are opened and verified in a child process, taken in by the writer.

The child gets the office's key and no database; the writer gets what was verified and only has to take it in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from inspector_app.errors import KnownError
from inspector_app.exchange.cards import DeviceCard
from inspector_app.exchange.heads import ChainHead
from inspector_app.exchange.layout import SUFFIX
from inspector_app.exchange.opened import open_export
from inspector_app.exchange.receipt import Arrival
from inspector_app.files import make_folder
from inspector_app.inspections.inspection import Realm
from inspector_app.journal.event import Event
from inspector_app.operations.desk import Desk
from inspector_app.operations.office import Outcome, is_kept, take, write_receipts
from inspector_app.operations.ports import Progress
from inspector_app.operations.quarantine import forget_kept
from inspector_app.operations.set_up import AGE_IDENTITY


@dataclass(frozen=True)
class Opening:
    """What a child process needs to open a file; `spool` is the folder for an encrypted temporary file."""

    identity: str = field(repr=False)
    spool: Path


@dataclass(frozen=True)
class CheckedFile:
    """A file that was verified whole, with what is kept of it; matches `office.VerifiedExport`."""

    source: Path
    sha256: str
    card: DeviceCard
    card_file: bytes
    inspection_id: str
    reference: str
    realm: Realm
    heads: tuple[ChainHead, ...]
    events: tuple[Event, ...]
    hashes: Mapping[str, str]
    contents: Mapping[str, bytes] = field(repr=False)

    def read(self, name: str) -> bytes:
        """All bytes of one file that is kept."""
        return self.contents[name]


def opening(desk: Desk) -> Opening:
    """The office's key for a child process."""
    return Opening(desk.store.secret(AGE_IDENTITY).decode(), desk.store.path.parent)


def check_file(report: Progress, file: Path, how: Opening) -> CheckedFile:
    """Open and verify one file, in a child process; KnownError as `exchange.opened.open_export`."""
    with open_export(file, [how.identity], spool=how.spool) as opened:
        report(1, 2)
        kept = {name: digest for name, digest in opened.hashes.items() if is_kept(name)}
        return CheckedFile(
            source=file,
            sha256=opened.sha256,
            card=opened.card,
            card_file=opened.card_file,
            inspection_id=opened.inspection_id,
            reference=opened.reference,
            realm=opened.realm,
            heads=tuple(opened.heads),
            events=opened.events,
            hashes=kept,
            contents={name: opened.read(name) for name in kept},
        )


@dataclass
class Intake:
    """One run of receiving: takes files in and gathers what the receipts will say."""

    arrivals: dict[str, list[Arrival]] = field(default_factory=lambda: defaultdict(list))

    def take(self, desk: Desk, checked: CheckedFile) -> Outcome:
        """Take in one verified file; whatever is wrong with it is said in its outcome."""
        try:
            outcome, device, arrival = take(desk, checked)
        except KnownError as error:
            return refused(checked.source, error)
        if arrival is not None:
            self.arrivals[device].append(arrival)
            forget_kept(desk, outcome.sha256)
        return outcome

    def write_receipts(self, desk: Desk, folder: Path) -> int:
        """Write the receipts of this run into a folder, made if need be; how many there are."""
        make_folder(folder)
        write_receipts(desk, self.arrivals, folder)
        return len(self.arrivals)


def refused(file: Path, error: KnownError) -> Outcome:
    """The outcome of a file that could not be received."""
    return Outcome(file, "refused", message=error.message, advice=error.advice)


def export_files(paths: Sequence[Path]) -> list[Path]:
    """The files named, and the export files in the folders named, each once and in order.

    KnownError when there is none.
    """
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(path.glob(f"*{SUFFIX}")) if path.is_dir() else [path]
        found |= dict.fromkeys(inside)
    if not found:
        raise KnownError(
            "There is no export file there.",
            f"Choose files that end in {SUFFIX}, or a folder with such files.",
            code="no-export-files",
        )
    return list(found)
