"""The ways into a database: shown, renewed, and used when the passphrase is gone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.exchange import age
from inspector_app.files import read_whole
from inspector_app.operations.desk import Desk
from inspector_app.operations.ports import Progress, no_progress
from inspector_app.operations.program import Program
from inspector_app.operations.set_up import office_card, seat

if TYPE_CHECKING:
    from inspector_app.documents.recovery_sheet import SheetFacts as SheetFacts
    from inspector_app.operations.care import KeyFacts


@dataclass(frozen=True, slots=True)
class WaysIn:
    """Who can open this database, in facts for people. `office` is the head office that holds a key, '' for
    none; `keyring` is True where the system's keyring opens it too, and `keyring_available` where it could.
    """

    office: str
    recipients: tuple[str, ...]
    keyring: bool
    keyring_available: bool
    memory_mib: int
    passes: int


def ways_in(desk: Desk) -> WaysIn:
    """The ways into the open database: nothing about escrow is hidden from its user."""
    facts: KeyFacts = desk.program.databases.key_facts(desk.store.path)
    return WaysIn(
        office=office_card(desk).name if facts.escrow else "",
        recipients=facts.escrow,
        keyring="keyring" in facts.kinds,
        keyring_available=facts.keyring_available,
        memory_mib=facts.memory_mib,
        passes=facts.passes,
    )


def new_recovery_code(desk: Desk, passphrase: str) -> str:
    """A new recovery code, to be printed at once; the old sheet opens nothing any more.

    KnownError ``wrong-passphrase``: an unlocked laptop left alone must not give it away.
    """
    desk.program.databases.check_passphrase(desk.store.path, passphrase)
    return desk.store.care.change_code()


def use_keyring(desk: Desk, wanted: bool) -> None:
    """Let the system's keyring open the database, or no longer. KnownError ``no-keyring``."""
    desk.store.care.use_keyring(wanted)


def open_desk_with_keyring(program: Program, database: Path, role: str = "") -> Desk:
    """Unlock by the system's keyring. KnownError ``no-keyring``."""
    return seat(program, database, program.databases.open_with_keyring(database), role)


def open_desk_with_escrow(program: Program, database: Path, office_key: Path, role: str = "") -> Desk:
    """Unlock at head office with the file `office.key` or `office-recovery.key`.

    KnownError ``no-escrow`` where the key was never given to head office; those of `age.unseal` for the
    wrong office.
    """
    identity = read_whole(office_key).decode("utf-8", "replace").strip()

    def unseal(sealed: bytes) -> bytes:
        return age.unseal(sealed, [identity], subject="The key of this database")

    return seat(program, database, program.databases.open_with_escrow(database, unseal), role)


def recovery_sheet(desk: Desk, code: str) -> bytes:
    """The sheet to be printed, as tagged PDF with a QR code; it is kept nowhere."""
    return render_sheet(no_progress, sheet_facts(desk, code))


def render_sheet(report: Progress, facts: SheetFacts) -> bytes:
    """The same of its facts, in a child process."""
    from inspector_app.documents.recovery_sheet import render_recovery_sheet

    return render_recovery_sheet(facts)


def sheet_facts(desk: Desk, code: str) -> SheetFacts:
    """What the sheet says; the code in it goes to the child through a pipe and is written nowhere."""
    from inspector_app.documents.recovery_sheet import SheetFacts

    return SheetFacts(
        code=code,
        inspector=desk.author,
        laptop=f"Laptop {desk.device[-6:]}",
        office=ways_in(desk).office,
        made_on=desk.today(),
    )
