"""What the settings page shows of this laptop: whose it is, which head office, and how to prove its card."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from inspector_app.files import write_whole
from inspector_app.operations.desk import Desk
from inspector_app.operations.set_up import device_card, office_card


@dataclass(frozen=True, slots=True)
class LaptopFacts:
    """Fingerprints are read out over the telephone to prove that a card is the right one."""

    author: str
    practice: bool
    office: str
    office_fingerprint: str
    device_fingerprint: str
    database: Path


def laptop_facts(desk: Desk) -> LaptopFacts:
    """The facts of this laptop."""
    office = office_card(desk)
    return LaptopFacts(
        author=desk.author,
        practice=desk.realm == "example",
        office=office.name,
        office_fingerprint=office.fingerprint,
        device_fingerprint=device_card(desk)[1],
        database=desk.store.path,
    )


def save_device_card(desk: Desk, folder: Path) -> Path:
    """Write this laptop's card (public keys alone) into a folder, for head office to accept."""
    file = folder / f"laptop-{desk.device[-6:]}.device"
    write_whole(file, device_card(desk)[0])
    return file
