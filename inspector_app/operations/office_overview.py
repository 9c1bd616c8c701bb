"""Head office at a glance: laptops and what they sent, files and what became of them, tables with bars."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.analysis.national import Cell
from inspector_app.analysis.small import is_small
from inspector_app.errors import KnownError
from inspector_app.exchange.cards import DeviceCard, read_device_card
from inspector_app.forms.interface import Choice
from inspector_app.operations.desk import Desk
from inspector_app.operations.office import accept_device
from inspector_app.operations.ports import Progress
from inspector_app.operations.tables import Tables, write_tables_at

if TYPE_CHECKING:
    from inspector_app.operations.ports import BundleRow

FILES = 200
"""How many of the files that came in are listed."""


@dataclass(frozen=True)
class LaptopView:
    """A laptop the office has met. `state` is accepted, pending or revoked; times are None where none is.

    `waiting` counts its files in quarantine; `fingerprint` is what its owner reads out before it is accepted.
    """

    device: str
    name: str
    inspector: str
    state: str
    fingerprint: str
    received: int
    waiting: int
    last_received: datetime | None


@dataclass(frozen=True)
class FileView:
    """A file that came in: when, from whom, which inspection, and what became of it."""

    reference: str
    laptop: str
    at: datetime
    outcome: str
    detail: str


@dataclass(frozen=True)
class OfficeView:
    """The office's page: `name` of the office, laptops by name, the latest files first, at most `FILES`."""

    name: str
    realm: str
    laptops: tuple[LaptopView, ...]
    files: tuple[FileView, ...]
    inspections: int
    silent: tuple[str, ...]
    """Accepted laptops that have sent nothing yet."""


@dataclass(frozen=True)
class TableRow:
    """One figure: count, base and whole percentage (None where the base is 0).

    `small` flags a base so small that its percentage says little."""

    group: str
    answer: str
    count: int
    base: int
    percent: int | None
    small: bool


def office_view(desk: Desk) -> OfficeView:
    """Everything the office's page shows but the tables."""
    cards = {
        device: (read_device_card(known.card), known.state) for device, known in desk.store.devices().items()
    }
    files = [noted for noted in desk.store.noted_files() if noted.outcome != "exported"]
    by_device: dict[str, list[BundleRow]] = defaultdict(list)
    for noted in files:
        by_device[noted.device].append(noted)
    laptops = tuple(_laptop(card, state, by_device[device]) for device, (card, state) in cards.items())
    names = {laptop.device: laptop.inspector for laptop in laptops}
    return OfficeView(
        name=desk.author,
        realm=desk.realm,
        laptops=laptops,
        files=tuple(_file(desk, noted, names) for noted in files[: -FILES - 1 : -1]),
        inspections=desk.store.lists.counts()[1],
        silent=tuple(one.inspector for one in laptops if one.state == "accepted" and not one.received),
    )


def introduce(desk: Desk, card: bytes) -> str:
    """Meet a laptop by its device card: it waits until its fingerprint was compared. Gives its inspector.

    A laptop that was met before keeps its state; KnownError for a card of the other realm.
    """
    known = read_device_card(card)
    if known.realm.value != desk.realm:
        raise KnownError(
            f"This laptop keeps {known.realm.value} records and this office {desk.realm} ones.",
            "Nothing was added. Set the laptop up with this office's card.",
            code="realm-mixed",
        )
    if desk.store.device(known.device) is None:
        with desk.store.transaction():
            desk.store.put_device(known.device, card, "pending", desk.program.now())
    return known.author


def accept_by_fingerprint(desk: Desk, device: str, said: str) -> DeviceCard:
    """Accept a waiting laptop when the fingerprint its owner read out is its own.

    KnownError when it is another one: the file came from somebody else.
    """
    known = desk.store.device(device)
    if known is None:
        raise KnownError("There is no such laptop.", "Look at the list of laptops.", code="device-unknown")
    card = read_device_card(known.card)
    if _plain(said) != _plain(card.fingerprint):
        raise KnownError(
            "This is not the fingerprint of that laptop.",
            "Nothing was accepted. Ask its owner to read it out again; if it differs, do not accept it.",
            code="fingerprint-differs",
        )
    return accept_device(desk, known.card)


def questions_of(tables: Tables) -> tuple[Choice, ...]:
    """The questions of the tables, to choose from."""
    return tuple(Choice(one.code, one.title) for one in tables.national.spec.questions)


def breakdowns_of(tables: Tables) -> tuple[Choice, ...]:
    """Overall, by type, by sector, to choose from."""
    return tuple(Choice(one.code, one.label) for one in tables.national.spec.breakdowns)


def table_rows(tables: Tables, question: str, breakdown: str) -> tuple[TableRow, ...]:
    """The rows of one table in words, groups without any inspection left out."""
    spec = tables.national.spec
    asked = spec.question(question)
    answers = {one.code: one.label for one in asked.answers} | {one.code: one.label for one in asked.combined}
    groups = {one.code: one.label for part in spec.breakdowns for one in part.groups}
    cells = [
        cell for cell in tables.national.cells if (cell.question, cell.breakdown) == (question, breakdown)
    ]
    present = {cell.group for cell in cells if cell.base}
    return tuple(_row(cell, groups, answers, spec.small_base) for cell in cells if cell.group in present)


def save_tables(report: Progress, tables: Tables, folder: Path, now: datetime) -> Sequence[Path]:
    """Write the tables as CSV and XLSX into a folder, in a child process; the files written."""
    files = write_tables_at(tables, folder, now)
    report(1, 1)
    return tuple(files.values())


def _laptop(card: DeviceCard, state: str, files: Sequence[BundleRow]) -> LaptopView:
    received = [noted for noted in files if noted.outcome == "received"]
    taken = {noted.sha256 for noted in received}
    waiting = {noted.sha256 for noted in files if noted.outcome == "quarantined"} - taken
    return LaptopView(
        device=card.device,
        name=card.name,
        inspector=card.author,
        state=state,
        fingerprint=card.fingerprint,
        received=len(taken),
        waiting=len(waiting),
        last_received=datetime.fromisoformat(received[-1].received_at) if received else None,
    )


def _file(desk: Desk, noted: BundleRow, names: dict[str, str]) -> FileView:
    reference = desk.store.values("inspection", noted.inspection).get("reference")
    return FileView(
        reference=reference if isinstance(reference, str) else "",
        laptop=names.get(noted.device, ""),
        at=datetime.fromisoformat(noted.received_at),
        outcome=noted.outcome,
        detail=noted.detail,
    )


def _row(cell: Cell, groups: dict[str, str], answers: dict[str, str], small_base: int) -> TableRow:
    small = is_small(cell.base, small_base)
    return TableRow(groups[cell.group], answers[cell.answer], cell.count, cell.base, cell.percent, small)


def _plain(fingerprint: str) -> str:
    return "".join(character for character in fingerprint.upper() if character.isalnum())
