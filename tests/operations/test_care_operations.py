"""Receipts, backups, keys, search, retention, attachments and repair through the operations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from inspector_app.__main__ import Container
from inspector_app.errors import KnownError
from inspector_app.operations import (
    attachments,
    backups,
    checks,
    keys,
    private_files,
    receipts,
    retention,
    safety,
)
from inspector_app.operations.demo import PASSPHRASE
from inspector_app.operations.desk import Desk
from inspector_app.operations.erase import erase_everywhere
from inspector_app.operations.export import export_inspection
from inspector_app.operations.office import receive
from inspector_app.operations.search import search_all
from inspector_app.operations.set_up import change_passphrase, open_desk, open_desk_with_code
from inspector_app.operations.throttle import seconds_to_wait

pytestmark = pytest.mark.slow


@dataclass
class Clocked(Container):
    """The real program with a clock that can be moved."""

    ahead: timedelta = field(default_factory=timedelta)
    still: datetime | None = None
    """The moment at which it stands still, None while it goes as the machine's does."""

    def now(self) -> datetime:
        return (self.still or super().now()) + self.ahead


@pytest.fixture
def clocked() -> Clocked:
    return Clocked()


@pytest.fixture
def desk(clocked: Clocked, demo: Any, tmp_path: Path) -> Iterator[Desk]:
    from copies import copied

    opened = open_desk(clocked, copied(demo.files["laptop_database"], tmp_path / "mine"), PASSPHRASE)
    yield opened
    opened.store.close()


@pytest.fixture
def inspection(desk: Desk) -> str:
    (found,) = desk.store.inspection_ids()
    return found


def code(caught: pytest.ExceptionInfo[KnownError]) -> str:
    return caught.value.code


def receipt_for(desk: Desk, office: Desk, inspection: str, tmp_path: Path) -> Path:
    exported = export_inspection(desk, desk.inspection(inspection), tmp_path / "out")
    folder = tmp_path / "receipts"
    folder.mkdir(exist_ok=True)
    (outcome,) = receive(office, [exported.path], receipts=folder)
    assert outcome.outcome in ("received", "known"), outcome
    return max(folder.iterdir(), key=lambda file: file.stat().st_mtime_ns)


def test_a_receipt_marks_what_arrived_and_what_was_changed_since_is_not_covered(
    desk: Desk, office: Desk, inspection: str, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    file = receipt_for(desk, office, inspection, tmp_path)
    before = receipts.received_state(desk, inspection)
    taken = receipts.take_receipt(desk, file)
    assert before.received == 0 and taken.inspections == (inspection,) and taken.new == 1
    assert receipts.received_state(desk, inspection).whole
    assert receipts.take_receipt(desk, file).new == 0
    assert safety.safe_since(desk).received == taken.made_at
    retention.hold(desk, inspection, "A complaint is open.")
    after = receipts.received_state(desk, inspection)
    assert not after.whole and after.received == after.events - 1


def test_a_receipt_of_another_office_or_changed_is_refused(
    desk: Desk, office: Desk, inspection: str, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    file = receipt_for(desk, office, inspection, tmp_path)
    file.write_bytes(file.read_bytes().replace(b"received_at", b"received_bt"))
    with pytest.raises(KnownError):
        receipts.take_receipt(desk, file)
    assert receipts.received_state(desk, inspection).received == 0


def test_a_copy_goes_only_when_head_office_has_all_and_its_days_are_over(
    desk: Desk, office: Desk, clocked: Clocked, inspection: str, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    retention.set_class(desk, inspection, "inspection", "Kept like any other in this test.")
    with pytest.raises(KnownError) as caught:
        retention.dispose(desk, inspection)
    assert code(caught) == "not-due" and "confirmed" in caught.value.message
    receipts.take_receipt(desk, receipt_for(desk, office, inspection, tmp_path))
    assert "kept until" in retention.retention(desk, inspection).why_not
    clocked.ahead = timedelta(days=91)
    retention.hold(desk, inspection, "A court asked for it.")
    assert "legal hold" in retention.retention(desk, inspection).why_not
    retention.lift_hold(desk, inspection, "The court is done.")
    assert "confirmed" in retention.retention(desk, inspection).why_not
    receipts.take_receipt(desk, receipt_for(desk, office, inspection, tmp_path))
    clocked.ahead = timedelta(days=182)
    assert [one.inspection for one in retention.due_now(desk)] == [inspection]
    retention.dispose(desk, inspection)
    assert desk.store.inspection_ids() == [] and desk.store.events(inspection) == ()
    (entry,) = retention.disposals(desk)
    assert entry.inspection == inspection and entry.events > 100 and entry.author == desk.author
    assert search_all(desk, "policy") == () and list(desk.store.care.verify(lambda *_: None)) == []


def test_a_class_or_hold_without_reason_is_refused(desk: Desk, inspection: str) -> None:
    for attempt in (
        lambda: retention.hold(desk, inspection, " "),
        lambda: retention.set_class(desk, inspection, "inspection", ""),
        lambda: retention.set_class(desk, inspection, "no class", "why"),
    ):
        with pytest.raises(KnownError):
            attempt()


def test_backups_are_due_after_a_change_noted_and_restored(
    desk: Desk, clocked: Clocked, inspection: str, tmp_path: Path
) -> None:
    assert not backups.backup_state(desk).due and "No place" in safety.safe_since(desk).warning
    with pytest.raises(KnownError) as caught:
        backups.choose_place(desk, desk.store.path.parent / "backups")
    assert code(caught) == "same-disk-folder"
    backups.choose_place(desk, tmp_path / "stick")
    assert backups.backup_state(desk).due
    done = backups.back_up_now(desk)
    assert not backups.backup_state(desk).due and safety.safe_since(desk).warning == ""
    retention.hold(desk, inspection, "Something changed.")
    clocked.ahead = timedelta(minutes=59)
    retention.hold(desk, inspection, "Something changed again.")
    assert not backups.backup_state(desk).due and backups.backup_state(desk, session_ended=True).due
    clocked.ahead = timedelta(minutes=61)
    assert backups.backup_state(desk).due
    (kept,) = backups.backups_in(desk)
    target = tmp_path / "again" / "inspector.db"
    backups.restore_backup(clocked, kept.path, target, PASSPHRASE)
    again = open_desk(clocked, target, PASSPHRASE)
    assert again.store.inspection_ids() == [inspection] and again.device != desk.device
    assert again.store.care.verify(lambda *_: None) == []
    again.store.close()
    with pytest.raises(KnownError) as caught:
        backups.restore_backup(clocked, done.path, target, PASSPHRASE)
    assert code(caught) == "exists"


def test_a_pulled_stick_is_said_until_a_backup_succeeds(desk: Desk, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    backups.choose_place(desk, stick)
    stick.rename(tmp_path / "pulled")
    with pytest.raises(KnownError) as caught:
        backups.back_up_now(desk)
    assert code(caught) == "backup-place-missing" and not stick.exists()
    assert str(stick) in safety.safe_since(desk).warning and not backups.backup_state(desk).reachable
    (tmp_path / "pulled").rename(stick)
    backups.back_up_now(desk)
    assert safety.safe_since(desk).warning == ""


def test_a_laptop_restored_from_a_backup_makes_no_fork(
    desk: Desk, office: Desk, clocked: Clocked, inspection: str, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    backups.choose_place(desk, tmp_path / "stick")
    done = backups.back_up_now(desk)
    retention.hold(desk, inspection, "After the backup, sent to head office.")
    receipt_for(desk, office, inspection, tmp_path)
    backups.restore_backup(clocked, done.path, tmp_path / "again" / "i.db", PASSPHRASE)
    again = open_desk(clocked, tmp_path / "again" / "i.db", PASSPHRASE)
    retention.hold(again, inspection, "On the restored laptop.")
    received = office.store.receive(again.store.events(inspection))
    assert received.new == 1 and received.faults == ()
    assert [c.field for c in office.store.care.conflicts(inspection)] == ["hold"]
    again.store.close()


def test_a_copied_database_worked_on_twice_is_a_fork_that_is_named(
    desk: Desk, office: Desk, clocked: Clocked, inspection: str, tmp_path: Path
) -> None:
    from copies import copied

    copy = open_desk(clocked, copied(desk.store.path, tmp_path / "copy"), PASSPHRASE)
    retention.hold(desk, inspection, "Here.")
    retention.hold(copy, inspection, "There.")
    with pytest.raises(ZeroDivisionError), office.store.transaction():
        office.store.receive(desk.store.events(inspection))
        found = office.store.receive(copy.store.events(inspection)).faults
        assert {fault.code for fault in found} == {"fork"}
        raise ZeroDivisionError
    copy.store.close()


def test_the_ways_in_are_shown_and_a_new_code_replaces_the_old(desk: Desk, clocked: Clocked) -> None:
    ways = keys.ways_in(desk)
    assert ways.office and len(ways.recipients) == 2 and not ways.keyring and ways.memory_mib >= 64
    with pytest.raises(KnownError) as caught:
        keys.new_recovery_code(desk, "wrong")
    assert code(caught) == "wrong-passphrase"
    new = keys.new_recovery_code(desk, PASSPHRASE)
    desk.store.close()
    open_desk_with_code(clocked, desk.store.path, new).store.close()


def test_head_office_opens_a_laptop_with_its_key(desk: Desk, clocked: Clocked, demo: Any) -> None:
    desk.store.close()
    for name in ("office.key", "office-recovery.key"):
        key = demo.files["office_database"].with_name(name)
        keys.open_desk_with_escrow(clocked, desk.store.path, key, "laptop").store.close()
    with pytest.raises(KnownError):
        keys.open_desk_with_escrow(clocked, desk.store.path, demo.files["office_database"])


def test_wrong_passphrases_are_slowed_down_over_restarts(desk: Desk, clocked: Clocked) -> None:
    desk.store.close()
    path = desk.store.path
    clocked.still = clocked.now()  # else the wait is over before a slow machine has tried again
    for _ in range(3):
        with pytest.raises(KnownError) as caught:
            open_desk(clocked, path, "wrong")
        assert code(caught) == "wrong-passphrase"
    for passphrase in ("wrong", PASSPHRASE):
        with pytest.raises(KnownError) as caught:
            open_desk(Clocked(still=clocked.still), path, passphrase)
        assert code(caught) == "too-soon"
    assert 0 < seconds_to_wait(clocked, path) <= 2
    clocked.ahead = timedelta(seconds=3)
    open_desk(clocked, path, PASSPHRASE).store.close()
    assert seconds_to_wait(clocked, path) == 0


def test_the_passphrase_changes_for_every_later_unlock(desk: Desk, clocked: Clocked) -> None:
    change_passphrase(desk, PASSPHRASE, "correct horse battery staple")
    desk.store.close()
    with pytest.raises(KnownError):
        open_desk(clocked, desk.store.path, PASSPHRASE)
    open_desk(clocked, desk.store.path, "correct horse battery staple").store.close()


def test_search_says_where_in_words(desk: Desk, inspection: str) -> None:
    found = search_all(desk, "policy")
    kinds = {one.kind for one in found}
    assert {"finding", "answer"} <= kinds and all(one.title or one.snippet for one in found)
    assert {one.inspection for one in found if one.kind != "service"} == {inspection}
    answers = search_all(desk, "online", kinds=["answer"])
    assert answers and all("/" not in one.title and one.inspection_words for one in answers)


def test_an_erased_comment_goes_from_record_search_and_backups(
    desk: Desk, inspection: str, tmp_path: Path
) -> None:
    from inspector_app.operations.checklist_session import open_checklists

    (session,) = open_checklists(desk, desk.inspection(inspection))
    session.answer(session.node("policy_comment"), "Zebulon Quillfeather said so", reason="for the test")
    backups.choose_place(desk, tmp_path / "stick")
    backups.back_up_now(desk)
    assert search_all(desk, "quillfea")
    erased = erase_everywhere(desk, desk.inspection(inspection), "policy_comment", "a name")
    assert erased.fields >= 1 and len(erased.cleaned) == 1
    assert erased.uncleaned == erased.unreachable == ()
    assert search_all(desk, "quillfea") == ()
    assert [fault.code for fault in desk.store.care.verify(lambda *_: None)] == []


def test_an_attachment_stands_in_the_record_and_goes_when_it_is_erased(
    desk: Desk, inspection: str, tmp_path: Path
) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"a photograph " * 1000)
    evidence = next(iter(desk.evidence(inspection)))
    with pytest.raises(KnownError):
        attachments.attach(desk, inspection, evidence, photo)
    kept = attachments.attach(desk, inspection, evidence, photo, reason="found later")
    assert b"".join(attachments.attachment_content(desk, kept.id)) == photo.read_bytes()
    assert kept.media_type == "image/jpeg" and list(attachments.attachments(desk, inspection)) == [kept]
    with pytest.raises(KnownError):
        attachments.attach(desk, inspection, evidence, tmp_path / "none", reason="x")
    assert attachments.erase_attachment(desk, inspection, evidence, "a face") == 1
    assert list(attachments.attachments(desk, inspection)) == []


def test_an_attachment_travels_to_head_office_and_its_erasure_too(
    desk: Desk, office: Desk, inspection: str, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    photo = tmp_path / "photo.JPG"
    photo.write_bytes(b"a photograph " * 1000)
    evidence = next(iter(desk.evidence(inspection)))
    kept = attachments.attach(desk, inspection, evidence, photo, reason="found later")
    receipt_for(desk, office, inspection, tmp_path)
    assert office.store.blob(kept.sha256) == photo.read_bytes()
    attachments.erase_attachment(desk, inspection, evidence, "a face")
    receipt_for(desk, office, inspection, tmp_path)
    assert office.store.blob(kept.sha256) is None


def test_private_files_are_for_the_owner_alone_and_swept(tmp_path: Path) -> None:
    folder = tmp_path / "private"
    path = private_files.put(folder, "../..\\etc/letter.pdf", [b"a", b"b"])
    assert path.read_bytes() == b"ab" and path.name == "letter.pdf" and path.is_relative_to(folder)
    assert folder.stat().st_mode & 0o077 == 0 and path.stat().st_mode & 0o077 == 0
    private_files.remove(path)
    assert list(folder.iterdir()) == []
    private_files.put(folder, "", [b"left by a crash"])
    assert private_files.sweep(folder) == 1 and list(folder.iterdir()) == []
    assert private_files.sweep(tmp_path / "none") == 0


def test_a_check_beside_the_window_names_faults_and_a_repair_mends_what_follows(desk: Desk) -> None:
    job = checks.prepare_check(desk)
    steps: list[tuple[int, int]] = []
    assert checks.run_check(lambda done, total: steps.append((done, total)), job) == () and steps
    desk.store.database.connection.execute("UPDATE finding SET title = 'forged'")  # type: ignore[attr-defined]
    faults = checks.run_check(lambda *_: None, job)
    assert {fault.code for fault in faults} == {"projection"} and checks.repairable(faults)
    checks.run_repair(lambda *_: None, job)
    assert checks.run_check(lambda *_: None, job) == ()
    assert job.key.hex() not in repr(job)


def test_a_folder_that_is_synchronised_is_warned_of(clocked: Clocked, tmp_path: Path) -> None:
    assert safety.folder_warning(clocked, tmp_path) == ""
    assert "synchronised" in safety.folder_warning(clocked, tmp_path / "Dropbox" / "x")
