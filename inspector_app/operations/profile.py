"""A person's profile on this laptop: what is there at the start, how it is made, and its recovery sheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.errors import KnownError
from inspector_app.files import read_whole
from inspector_app.operations.passphrase import check_passphrase
from inspector_app.operations.practice import practice_database

if TYPE_CHECKING:
    from inspector_app.operations.desk import Desk
    from inspector_app.operations.program import Program


RESTORING = "inspector-restoring.ready"
"""The marker of `storage.bring_back`: asked for here without loading the database's room."""


@dataclass(frozen=True, slots=True)
class Profiles:
    """Which databases there are on this laptop."""

    live: bool
    practice: bool


@dataclass(frozen=True, slots=True)
class NewProfile:
    """What a person gives to make a profile."""

    name: str
    passphrase: str
    again: str
    office_file: Path | None


@dataclass(frozen=True, slots=True)
class OfficeNamed:
    """The head office of an `office.pub`: shown before it is trusted. The fingerprint is read out aloud."""

    name: str
    practice: bool
    fingerprint: str


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What is printed once and kept in a safe. The code opens the laptop without the passphrase."""

    author: str
    office: str
    code: str
    made_at: datetime

    @property
    def text(self) -> str:
        """The sheet as plain text, for printing and for saving."""
        return "\n".join(
            (
                "INSPECTOR: RECOVERY SHEET",
                "",
                f"Inspector:    {self.author}",
                f"Head office:  {self.office}",
                f"Made on:      {self.made_at.day} {self.made_at:%B %Y}, {self.made_at:%H:%M}",
                "",
                "Recovery code:",
                "",
                f"    {self.code}",
                "",
                "This code opens the inspections on this laptop when the passphrase is forgotten.",
                "Whoever has the laptop and this sheet can read them: keep the two apart.",
                "Put this sheet in a safe or a locked drawer at the office, and keep no copy on the laptop.",
                "Head office can open them too, with its own key.",
                "",
            )
        )


def profiles(data: Path) -> Profiles:
    """What is there already in the user's data folder; a restore that was cut short is finished first."""
    database = data / "inspector.db"
    if not database.exists() and database.with_name(RESTORING).exists():
        from inspector_app.operations.bring_back import finish_bringing_back

        finish_bringing_back(database)
    return Profiles(database.exists(), practice_database(data).exists())


def office_named(file: Path) -> OfficeNamed:
    """Whose `office.pub` this is; KnownError when it is none or was altered."""
    from inspector_app.exchange.cards import read_office_card

    card = read_office_card(read_whole(file))
    return OfficeNamed(card.name, card.realm.value == "example", card.fingerprint)


def make_profile(program: Program, database: Path, wanted: NewProfile) -> tuple[Desk, RecoverySheet]:
    """Make this laptop's encrypted database; gives the desk and the sheet to print, shown once.

    KnownError ``no-name``, ``no-office``, ``passphrase-weak``, ``passphrase-differs``, and those of
    `set_up_laptop`.
    """
    from inspector_app.operations.set_up import Person, office_card, set_up_laptop

    if not wanted.name.strip():
        raise KnownError("Your name is missing.", "Write it as it should stand in letters.", code="no-name")
    if wanted.office_file is None:
        raise KnownError(
            "The file of your head office is missing.",
            "Choose the office.pub that head office gave you; it is on the stick or in the e-mail.",
            code="no-office",
        )
    check_passphrase(wanted.passphrase, wanted.again)
    made = set_up_laptop(
        program, database, wanted.passphrase, Person(wanted.name.strip()), read_whole(wanted.office_file)
    )
    sheet = RecoverySheet(made.desk.author, office_card(made.desk).name, made.recovery_code, program.now())
    return made.desk, sheet
