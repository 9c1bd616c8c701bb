"""Files of a laptop that head office does not know wait, and are received once when it is accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from inspector_app.errors import KnownError
from inspector_app.operations.demo import start_example, the_example
from inspector_app.operations.desk import Desk
from inspector_app.operations.export import export_inspection
from inspector_app.operations.office import (
    accept_device,
    receive,
    receive_waiting,
    revoke_device,
)
from inspector_app.operations.office_overview import office_view
from inspector_app.operations.ports import no_progress
from inspector_app.operations.program import Program
from inspector_app.operations.quarantine import files_waiting, keep_waiting, quarantine_folder
from inspector_app.operations.receiving import Intake, check_file, opening
from inspector_app.operations.register import import_register
from inspector_app.operations.set_up import Person, device_card, set_up_laptop


@dataclass
class Stranger:
    """A laptop that the office does not know; its files come on a stick that goes again."""

    office: Desk
    desk: Desk
    stick: Path

    def send(self) -> Path:
        """An export of an inspection just begun."""
        inspection, _ = start_example(self.desk, the_example(), self.desk.today())
        fields = {"reference": f"B-{inspection.id[-6:]}"}
        self.desk.write_fields(inspection.id, "inspection", inspection.id, {**fields})
        return export_inspection(self.desk, self.desk.inspection(inspection.id), self.stick).path

    def accept(self) -> list[str]:
        accept_device(self.office, device_card(self.desk)[0])
        return [one.outcome for one in receive_waiting(self.office, self.desk.device, receipts=self.stick)]

    @property
    def kept(self) -> list[Path]:
        return sorted(one for one in quarantine_folder(self.office.store.path).rglob("*") if one.is_file())


@pytest.fixture
def stranger(program: Program, office: Desk, tmp_path: Path) -> Iterator[Stranger]:
    card = office.store.secret("office.pub")
    made = set_up_laptop(program, tmp_path / "b" / "inspector.db", "s", Person("Inspector B (example)"), card)
    import_register(made.desk, the_example().register)
    stick = tmp_path / "stick"
    stick.mkdir()
    yield Stranger(office, made.desk, stick)
    made.desk.store.close()


def test_what_waited_is_received_when_its_laptop_is_accepted_and_the_stick_is_gone(
    stranger: Stranger,
) -> None:
    files = [stranger.send(), stranger.send()]
    first = receive(stranger.office, [*files, files[0]])
    assert [one.outcome for one in first] == ["quarantined"] * 3
    assert "waits here" in first[0].advice and len(stranger.kept) == 2
    for file in files:
        file.unlink()
    before = len(stranger.office.store.inspection_ids())
    assert stranger.accept() == ["received", "received"]
    assert len(stranger.office.store.inspection_ids()) == before + 2
    assert len(list(stranger.stick.glob("*.receipt"))) == 1
    assert stranger.kept == [] and files_waiting(stranger.office, stranger.desk.device) == ()
    assert not list(quarantine_folder(stranger.office.store.path).iterdir())
    assert stranger.accept() == []


def test_a_copy_that_was_damaged_is_refused_stays_and_leaves_the_others_alone(stranger: Stranger) -> None:
    files = [stranger.send(), stranger.send(), stranger.send()]
    receive(stranger.office, files)
    damaged = next(one for one in stranger.kept if one.name == files[1].name)
    damaged.write_bytes(damaged.read_bytes()[:-200])
    assert sorted(stranger.accept()) == ["received", "received", "refused"]
    assert stranger.kept == [damaged]
    (laptop,) = (one for one in office_view(stranger.office).laptops if one.device == stranger.desk.device)
    assert (laptop.state, laptop.received, laptop.waiting) == ("accepted", 2, 1)
    assert stranger.accept() == ["refused"]
    assert [one.outcome for one in receive(stranger.office, [files[1]])] == ["received"]
    assert stranger.kept == [] and stranger.accept() == []


def test_a_damaged_copy_is_replaced_when_the_file_comes_again(stranger: Stranger) -> None:
    file = stranger.send()
    receive(stranger.office, [file])
    (copy,) = stranger.kept
    copy.write_bytes(b"cut")
    other = file.rename(file.with_name("other name.inspection"))
    receive(stranger.office, [other])
    assert [one.name for one in stranger.kept] == [other.name]
    assert stranger.accept() == ["received"]


def test_a_file_of_which_no_copy_was_kept_is_told_and_still_waits(stranger: Stranger) -> None:
    """As an older release left them, or an end between the note and the copy."""
    file = stranger.send()
    checked = check_file(no_progress, file, opening(stranger.office))
    assert Intake().take(stranger.office, checked).outcome == "quarantined" and stranger.kept == []
    accept_device(stranger.office, device_card(stranger.desk)[0])
    (told,) = receive_waiting(stranger.office, stranger.desk.device)
    assert told.outcome == "refused" and "no copy" in told.message and "Receive it again" in told.advice
    assert len(files_waiting(stranger.office, stranger.desk.device)) == 1
    assert [one.outcome for one in receive(stranger.office, [file])] == ["received"]
    assert receive_waiting(stranger.office, stranger.desk.device) == []


def test_a_copy_that_cannot_be_written_is_said_with_the_file(stranger: Stranger) -> None:
    folder = quarantine_folder(stranger.office.store.path)
    folder.write_text("in the way", encoding="utf-8")
    (told,) = receive(stranger.office, [stranger.send()])
    assert told.outcome == "quarantined" and "no copy of it waits" in told.advice
    assert "does not know" in told.message and folder.read_text(encoding="utf-8") == "in the way"


def test_a_file_that_changes_while_it_is_copied_is_not_kept(stranger: Stranger, tmp_path: Path) -> None:
    file = stranger.send()
    with pytest.raises(KnownError, match="changed while it was read"):
        keep_waiting(no_progress, file, "0" * 64, tmp_path / "q")
    assert not [one for one in (tmp_path / "q").rglob("*") if one.is_file()]


def test_what_a_revoked_laptop_sent_waits_until_it_is_accepted_again(stranger: Stranger) -> None:
    assert stranger.accept() == []
    revoke_device(stranger.office, stranger.desk.device)
    receive(stranger.office, [stranger.send()])
    assert len(stranger.kept) == 1
    assert [one.outcome for one in receive_waiting(stranger.office, stranger.desk.device)] == ["quarantined"]
    assert len(stranger.kept) == 1
    assert stranger.accept() == ["received"] and stranger.kept == []
