"""First start: make a laptop's or an office's encrypted database with its keys, and open it again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.errors import KnownError
from inspector_app.files import write_whole
from inspector_app.operations.desk import Desk
from inspector_app.operations.passphrase import check_passphrase

if TYPE_CHECKING:
    from inspector_app.exchange.cards import OfficeCard
    from inspector_app.inspections.inspection import Realm
    from inspector_app.operations.ports import Store
    from inspector_app.operations.program import Program

SIGNING_KEY = "signing-key"
AGE_IDENTITY = "age-identity"
RECOVERY_RECIPIENT = "recovery-recipient"
OFFICE_CARD = "office.pub"
DEVICE_CARD = "device-card"
AUTHOR = "author"


@dataclass(frozen=True)
class Person:
    """Who uses the laptop: an inspector, by name and role."""

    name: str
    role: str = "Inspector"


@dataclass(frozen=True)
class NewLaptop:
    """A laptop just set up; the recovery code is shown once and kept nowhere in the clear."""

    desk: Desk
    recovery_code: str
    card: bytes


def set_up_laptop(
    program: Program, database: Path, passphrase: str, person: Person, office_card: bytes
) -> NewLaptop:
    """Make a laptop's database: random key in slots for passphrase, printed code and head office's escrow.

    `office_card` is the office's `office.pub`; its realm becomes the laptop's.
    """
    if not person.name.strip():
        raise KnownError("The profile has no name.", "Give the inspector's name.", code="no-name")
    from inspector_app.exchange import age, cards, minisign

    office = cards.read_office_card(office_card)
    made = program.databases.create(
        database, passphrase, realm=office.realm.value, role="laptop", escrow=office.recipients
    )
    identity = age.new_identity()
    signing = minisign.new_secret()
    device = program.new_id()
    card = cards.DeviceCard(
        device=device,
        name=f"Laptop {device[-6:]}",
        author=person.name,
        role=person.role,
        realm=office.realm,
        signing_key=minisign.public_of(signing),
        recipient=identity.recipient,
        made_at=program.now(),
    )
    written = cards.write_device_card(card, signing)
    store = made.store
    with store.transaction():
        store.set_meta("device", device)
        store.set_meta(AUTHOR, person.name)
        store.put_secret(AGE_IDENTITY, identity.secret.encode())
        store.put_secret(SIGNING_KEY, signing)
        store.put_secret(OFFICE_CARD, office_card)
        store.put_secret(DEVICE_CARD, written)
    return NewLaptop(Desk(program, store, person.name, device), made.recovery_code, written)


@dataclass(frozen=True)
class NewOffice:
    """A head office just set up. `files` by name: the database, both age keys, and `office.pub`."""

    desk: Desk
    recovery_code: str
    files: dict[str, Path]


def set_up_office(program: Program, folder: Path, passphrase: str, name: str, realm: Realm) -> NewOffice:
    """Make head office's database and keys in an empty folder: two age keys, a signing key, `office.pub`.

    `office.key` opens every export with stock `age`; `office-recovery.key` is its spare. The program keeps
    its own copy of the first inside the database; both files belong in a safe.
    """
    empty_folder(folder)
    from inspector_app.exchange import age, cards, minisign

    primary, recovery = age.new_identity(), age.new_identity()
    signing = minisign.new_secret()
    card = cards.OfficeCard(
        name=name,
        realm=realm,
        recipients=(primary.recipient, recovery.recipient),
        signing_key=minisign.public_of(signing),
        made_at=program.now(),
    )
    card_file = cards.write_office_card(card, signing)
    database = folder / "office.db"
    made = program.databases.create(
        database, passphrase, realm=realm.value, role="office", escrow=card.recipients
    )
    device = program.new_id()
    store = made.store
    with store.transaction():
        store.set_meta("device", device)
        store.set_meta(AUTHOR, name)
        store.put_secret(AGE_IDENTITY, primary.secret.encode())
        store.put_secret(SIGNING_KEY, signing)
        store.put_secret(OFFICE_CARD, card_file)
    files = {
        "database": database,
        "key": folder / "office.key",
        "recovery_key": folder / "office-recovery.key",
        "card": folder / "office.pub",
    }
    write_whole(files["key"], f"{primary.secret}\n".encode(), private=True)
    write_whole(files["recovery_key"], f"{recovery.secret}\n".encode(), private=True)
    write_whole(files["card"], card_file)
    return NewOffice(Desk(program, store, name, device), made.recovery_code, files)


def open_desk(program: Program, database: Path, passphrase: str, role: str = "") -> Desk:
    """Unlock a database with its passphrase; text left typed after a crash is folded into the record, and
    `Desk.recovered` says which fields those were.

    KnownError for a wrong passphrase, a damaged or newer file, one in use, or one of the other role.
    """
    return seat(program, database, program.databases.open(database, passphrase), role)


def open_desk_with_code(program: Program, database: Path, code: str, role: str = "") -> Desk:
    """The same with the printed recovery code, in any spelling."""
    return seat(program, database, program.databases.open_with_code(database, code), role)


def change_passphrase(desk: Desk, old: str, new: str) -> None:
    """Another passphrase from now on; recovery code and head office's escrow stay as they are.

    KnownError ``wrong-passphrase`` for a wrong old one, ``passphrase-weak`` for a new one that is too easy.
    """
    desk.program.databases.check_passphrase(desk.store.path, old)
    check_passphrase(new)
    desk.store.change_passphrase(new)


def seat(program: Program, database: Path, store: Store, role: str) -> Desk:
    """The desk of a store just opened, with what was typed before a crash folded into the record."""
    if role and store.role != role:
        found = store.role
        store.close()
        raise KnownError(
            f"{database.name} is a database of the {found}, not of the {role}.",
            f"Name the {role}'s database.",
            code="wrong-role",
        )
    author, device = store.meta(AUTHOR), store.meta("device")
    desk = Desk(program, store, author, device)
    if store.typed() and not store.has_room():
        desk.left_typed = True
    elif store.typed():
        from inspector_app.operations.typing import fold_typed

        desk.recovered = fold_typed(desk)
        desk.touched.take()
    return desk


def office_card(desk: Desk) -> OfficeCard:
    """The head office this database belongs to."""
    from inspector_app.exchange import cards

    return cards.read_office_card(desk.store.secret(OFFICE_CARD))


def device_card(desk: Desk) -> tuple[bytes, str]:
    """The laptop's device card for head office, and its fingerprint for reading aloud."""
    from inspector_app.exchange import cards

    card = desk.store.secret(DEVICE_CARD)
    return card, cards.read_device_card(card).fingerprint


def empty_folder(folder: Path) -> None:
    """Make sure a folder exists and is empty; KnownError otherwise, so that nothing is ever overwritten."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        occupied = any(folder.iterdir())
    except OSError as error:
        raise KnownError(
            f"The folder {folder} cannot be used: {error.strerror}.",
            "Choose a folder that you may write to.",
            code="read-only",
        ) from error
    if occupied:
        raise KnownError(
            f"The folder {folder} is not empty.",
            "Choose a new or an empty folder; nothing was written.",
            code="folder-not-empty",
        )
