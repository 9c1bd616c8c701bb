"""A file that answers a question: kept sealed, sent, received, submitted, undone, brought back, erased."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from other_checklist import FilesChecklist

from inspector_app.errors import KnownError
from inspector_app.exchange.opened import open_export
from inspector_app.forms.codecs.attachments import bare_name
from inspector_app.inspections.evidence import Evidence, EvidenceSource
from inspector_app.inspections.inspection import Inspection
from inspector_app.operations import backups, demo
from inspector_app.operations.answer_files import answer_with_file, file_named, kept_name, look_at
from inspector_app.operations.attachments import attach_ready, attachment_content, attachments, content_of
from inspector_app.operations.checklist_session import ChecklistSession, open_checklists
from inspector_app.operations.conflicts import conflicts
from inspector_app.operations.correctable import Correctable
from inspector_app.operations.corrections import correct_field, correct_view
from inspector_app.operations.desk import Desk
from inspector_app.operations.erase import erase_answer
from inspector_app.operations.evidence import add_evidence
from inspector_app.operations.export import export_inspection
from inspector_app.operations.finalise import close_visit, finalise
from inspector_app.operations.given_file import Given, read_given
from inspector_app.operations.history import inspection_history
from inspector_app.operations.office import receive
from inspector_app.operations.register import import_register
from inspector_app.operations.set_up import AGE_IDENTITY, open_desk
from inspector_app.operations.start_inspection import Plan, start_inspection
from inspector_app.operations.submit_checklist import write_submissions
from inspector_app.operations.undo import redo, undo

PHOTO = b"\x89PNG an invented photo " * 50


@dataclass
class Both:
    """A laptop with an inspection that asks for files, and the office it sends them to."""

    desk: Desk
    office: Desk
    inspection: Inspection
    session: ChecklistSession
    folder: Path

    def key(self, name: str) -> str:
        return self.session.node(name)

    def value(self, name: str) -> str:
        return self.session.instance.value(self.key(name))

    def give(self, name: str, content: bytes = PHOTO, file: str = "Hall, ground floor.PNG") -> str:
        return answer_with_file(self.session, self.key(name), file, content)

    def fields(self) -> tuple[Correctable, ...]:
        return correct_view(self.desk, [self.session], self.inspection.id).fields

    def send(self) -> Path:
        (self.folder / "out").mkdir(exist_ok=True)
        sent = export_inspection(
            self.desk, self.desk.inspection(self.inspection.id), self.folder / "out"
        ).path
        (outcome,) = receive(self.office, [sent])
        assert outcome.outcome == "received", outcome
        return sent

    def finalise(self) -> Inspection:
        close_visit(self.desk, self.inspection, self.desk.today())
        return finalise(self.desk, self.desk.inspection(self.inspection.id), [self.session])


@pytest.fixture
def both(tmp_path: Path) -> Iterator[Both]:
    office, laptop = demo.example_desks(FilesChecklist(), tmp_path)
    import_register(laptop.desk, demo.the_example().register)
    plan = Plan("EX-1", "CS9900000001", "focus", False, laptop.desk.today(), ("Inspector A (example)",))
    inspection, (session,) = start_inspection(laptop.desk, plan)
    yield Both(laptop.desk, office.desk, inspection, session, tmp_path)
    laptop.desk.store.close()
    office.desk.store.close()


def test_the_answer_is_a_name_and_the_file_is_sealed_beside_the_database(both: Both) -> None:
    name = both.give("hall")
    assert both.value("hall") == name == kept_name("Hall, ground floor.PNG", PHOTO)
    assert name.startswith("hall-ground-floor-") and name.endswith(".png")
    seen = look_at(both.desk, both.inspection.id, name)
    assert (seen.size, seen.content, seen.missing) == (len(PHOTO), PHOTO, "")
    laptop = both.desk.store.path.parent
    assert not [f for f in laptop.rglob("*") if f.is_file() and b"invented photo" in f.read_bytes()]
    assert list(both.desk.store.typed()) == []


def test_one_file_for_two_questions_is_kept_once(both: Both) -> None:
    assert both.give("hall") == both.give("rota")
    assert len(attachments(both.desk, both.inspection.id)) == 1


def test_undo_takes_the_answer_back_and_redo_finds_the_file_again(both: Both) -> None:
    first = both.give("hall")
    second = both.give("hall", PHOTO + b"2")
    taken = undo(both.desk, both.inspection, [both.session])
    assert "Photo of the hall" in taken.words and both.value("hall") == first
    undo(both.desk, both.inspection, [both.session])
    assert both.value("hall") == ""
    redo(both.desk, both.inspection, [both.session])
    redo(both.desk, both.inspection, [both.session])
    assert both.value("hall") == second
    assert look_at(both.desk, both.inspection.id, second).content == PHOTO + b"2"


def test_the_history_tells_the_answer_and_nothing_of_how_it_is_kept(both: Both) -> None:
    name = both.give("hall")
    told = inspection_history(both.desk, [both.session], both.inspection.id)
    assert [(c.what, c.after) for c in told[0].changes] == [("Photo of the hall", name)]
    assert "photo of the hall" not in told[1].words.lower()


def test_a_file_travels_is_received_and_says_what_it_is(both: Both) -> None:
    name = both.give("hall")
    sent = both.send()
    identity = both.office.store.secret(AGE_IDENTITY).decode()
    with open_export(sent, [identity], spool=both.folder) as opened:
        (row,) = csv.DictReader(io.StringIO(opened.read("attachments.csv").decode()))
        assert opened.read(row["file"]) == PHOTO
    assert (row["name"], row["kind"], row["media_type"]) == (name, "answer", "image/png")
    assert row["record"].endswith(both.key("hall"))
    file = file_named(both.office, both.inspection.id, name)
    assert file is not None and content_of(both.office, both.inspection.id, file) == PHOTO


@pytest.mark.parametrize("at_office", [False, True])
def test_the_submission_holds_the_files(both: Both, at_office: bool) -> None:
    name = both.give("hall")
    row = both.session.add_row(both.key("room"), {"what": "Kitchen"})
    other = answer_with_file(both.session, f"{row}/seen", "kitchen.png", PHOTO + b"k")
    both.finalise()
    both.send()
    desk = both.office if at_office else both.desk
    (written,) = write_submissions(desk, desk.inspection(both.inspection.id), both.folder / "sub")
    assert written.missing == ()
    assert (written.folder / name).read_bytes() == PHOTO
    assert (written.folder / other).read_bytes() == PHOTO + b"k"


def test_a_file_whose_seal_is_gone_is_named_and_taken_from_the_folder(both: Both) -> None:
    name = both.give("hall")
    both.finalise()
    both.desk.store.care.attachments.remove(attachments(both.desk, both.inspection.id)[0].id)
    assert "Photo" not in look_at(both.desk, both.inspection.id, name).missing
    assert "not on this laptop" in look_at(both.desk, both.inspection.id, name).missing
    inspection = both.desk.inspection(both.inspection.id)
    (written,) = write_submissions(both.desk, inspection, both.folder / "sub")
    assert written.missing == (name,)
    (written,) = write_submissions(both.desk, inspection, both.folder / "sub", find={name: PHOTO}.get)
    assert written.missing == () and (written.folder / name).read_bytes() == PHOTO


def test_a_backup_brings_the_file_back(both: Both) -> None:
    name = both.give("hall")
    backups.choose_place(both.desk, both.folder / "stick")
    made = backups.back_up_now(both.desk)
    target = both.folder / "again" / "inspector.db"
    target.parent.mkdir()
    backups.restore_backup(FilesChecklist(), made.path, target, demo.PASSPHRASE)
    again = open_desk(FilesChecklist(), target, demo.PASSPHRASE)
    assert look_at(again, both.inspection.id, name).content == PHOTO
    again.store.close()


def test_two_laptops_that_answer_apart_are_in_conflict_once_and_both_files_are_there(both: Both) -> None:
    common = both.desk.store.events(both.inspection.id)
    both.office.store.receive(common)
    _, other = demo.example_desks(FilesChecklist(), both.folder / "second")
    other.desk.store.receive(common)
    (session,) = open_checklists_with_form(other.desk, both)
    mine = both.give("hall")
    theirs = answer_with_file(session, both.key("hall"), "Hall, ground floor.PNG", PHOTO + b"t")
    assert mine != theirs
    both.desk.store.receive(other.desk.store.events(both.inspection.id))
    (found,) = conflicts(both.desk, open_checklists(both.desk, both.inspection), both.inspection.id)
    assert {version.value for version in found.versions} == {mine, theirs}
    assert file_named(both.desk, both.inspection.id, theirs) is not None
    other.desk.store.close()


def open_checklists_with_form(desk: Desk, both: Both) -> list[ChecklistSession]:
    """The checklists of an inspection that came as events, its form put beside them as receiving does."""
    xform = both.desk.store.blob(both.session.form.digest)
    assert xform is not None
    with desk.store.transaction():
        desk.store.put_blob(xform, "application/xml", "files.xml")
    return open_checklists(desk, desk.inspection(both.inspection.id))


def test_erasing_an_answer_takes_its_files_wherever_they_are(both: Both) -> None:
    first = both.give("hall")
    both.give("hall", PHOTO + b"2")
    both.give("rota")
    kept = both.give("plan", b"\x89PNG another")
    evidence = add_evidence(both.desk, both.inspection.id, Evidence("", EvidenceSource.SAW, "The board"))
    attach_ready(both.desk, both.inspection.id, evidence.id, "board.png", PHOTO)
    both.send()
    digests = {one.sha256 for one in attachments(both.desk, both.inspection.id) if one.name != kept}
    erase_answer(both.desk, both.inspection, "hall", "a face")
    (both.session,) = open_checklists(both.desk, both.inspection)
    assert (both.value("hall"), both.value("rota"), both.value("plan")) == ("", "", kept)
    assert [one.name for one in attachments(both.desk, both.inspection.id)] == [kept]
    assert file_named(both.desk, both.inspection.id, first) is None
    (sealed,) = attachments(both.desk, both.inspection.id)
    assert b"".join(attachment_content(both.desk, sealed.id)) == b"\x89PNG another"
    assert len(digests) == 2 and all(both.office.store.blob(one) for one in digests)
    both.send()
    assert not [one for one in digests if both.office.store.blob(one)]
    assert both.office.store.blob(sealed.sha256) is not None


def test_a_file_is_given_to_a_closed_inspection_by_correction_only(both: Both) -> None:
    both.finalise()
    with pytest.raises(KnownError):
        both.give("hall")
    assert not attachments(both.desk, both.inspection.id) and both.value("hall") == ""
    (field,) = [f for f in both.fields() if f.node is not None and f.node.key == both.key("hall")]
    kept = kept_name("hall.png", PHOTO)
    correct_field(
        both.desk,
        [both.session],
        both.inspection.id,
        field,
        kept,
        "Left out.",
        files={kept: PHOTO, "x": b"y"},
    )
    assert look_at(both.desk, both.inspection.id, kept).content == PHOTO
    assert len(attachments(both.desk, both.inspection.id)) == 1
    _, corrected = write_submissions(both.desk, both.desk.inspection(both.inspection.id), both.folder / "sub")
    assert (corrected.folder / kept).read_bytes() == PHOTO
    (made,) = correct_view(both.desk, [both.session], both.inspection.id).made
    assert (made.what, made.after, made.reason) == ("Photo of the hall", kept, "Left out.")


@given(st.text(max_size=80), st.binary(max_size=20))
def test_every_kept_name_is_a_name_that_servers_take(name: str, content: bytes) -> None:
    kept = kept_name(name, content)
    assert bare_name(kept) == kept == kept.lower()
    assert kept_name(name, content) == kept != kept_name(name, content + b"x")


def test_a_stick_that_was_pulled_out_says_so(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        read_given(Given("image", "hall.png", tmp_path / "stick" / "hall.png"))
    assert caught.value.code == "file-missing"
