"""Head office at a glance: laptops, files, quarantine accepted by fingerprint, tables in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector_app.errors import KnownError
from inspector_app.operations.desk import Desk
from inspector_app.operations.export import export_inspection, note_export, prepare_export, write_prepared
from inspector_app.operations.export_status import export_status, remember_folder
from inspector_app.operations.office_overview import (
    accept_by_fingerprint,
    breakdowns_of,
    office_view,
    questions_of,
    save_tables,
    table_rows,
)
from inspector_app.operations.ports import no_progress
from inspector_app.operations.receiving import Intake, check_file, export_files, opening
from inspector_app.operations.tables import national_tables


def test_a_laptop_that_sent_its_inspection_is_not_silent(office: Desk) -> None:
    view = office_view(office)
    (one,) = view.laptops
    assert (one.state, one.received, one.waiting, view.silent) == ("accepted", 1, 0, ())
    assert one.last_received is not None
    assert [(file.reference, file.outcome) for file in view.files] == [("EX-2026-0001", "received")]


def test_a_file_checked_apart_is_taken_in_once(office: Desk, laptop: Desk, tmp_path: Path) -> None:
    exported = export_inspection(laptop, laptop.finalised()[0], tmp_path)
    checked = check_file(no_progress, exported.path, opening(office))
    intake = Intake()
    first, second = intake.take(office, checked), intake.take(office, checked)
    assert (first.outcome, second.outcome) == ("received", "known")
    assert intake.write_receipts(office, tmp_path) == 1
    assert list(tmp_path.glob("*.receipt"))


def test_an_unknown_laptop_waits_until_its_fingerprint_is_read_out(
    office: Desk, laptop: Desk, tmp_path: Path
) -> None:
    exported = export_inspection(laptop, laptop.finalised()[0], tmp_path)
    checked = check_file(no_progress, exported.path, opening(office))
    with office.store.transaction():
        office.store.set_device_state(checked.card.device, "pending", office.program.now())
    assert Intake().take(office, checked).outcome == "quarantined"
    (waiting,) = office_view(office).laptops
    assert (waiting.state, waiting.waiting) == ("pending", 1)
    with pytest.raises(KnownError, match="not the fingerprint"):
        accept_by_fingerprint(office, waiting.device, "AAAA BBBB")
    accept_by_fingerprint(office, waiting.device, waiting.fingerprint.lower().replace("-", " "))
    assert Intake().take(office, checked).outcome == "received"
    (accepted,) = office_view(office).laptops
    assert (accepted.state, accepted.waiting) == ("accepted", 0)


def test_a_card_met_for_the_first_time_in_quarantine_is_kept(
    office: Desk, laptop: Desk, tmp_path: Path
) -> None:
    exported = export_inspection(laptop, laptop.finalised()[0], tmp_path)
    checked = check_file(no_progress, exported.path, opening(office))
    office.store.database.connection.execute("DELETE FROM device")  # type: ignore[attr-defined]
    assert Intake().take(office, checked).outcome == "quarantined"
    assert [one.state for one in office_view(office).laptops] == ["pending"]


def test_tables_come_in_words_with_small_groups_flagged(office: Desk) -> None:
    tables = national_tables(office)
    assert [one.value for one in breakdowns_of(tables)] == ["overall", "type", "sector"]
    question = questions_of(tables)[0].value
    rows = table_rows(tables, question, "overall")
    assert all(row.small and row.base == 1 for row in rows)
    assert {row.count for row in rows} == {0, 1}
    assert [row.percent for row in rows if row.count] == [100] * sum(row.count for row in rows)


def test_tables_are_saved_without_a_desk(office: Desk, tmp_path: Path) -> None:
    files = save_tables(no_progress, national_tables(office), tmp_path / "tables", office.program.now())
    assert sorted(file.name for file in files) == ["national.csv", "national.xlsx", "outcomes.csv"]


def test_a_folder_without_export_files_says_so(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="no export file"):
        export_files([tmp_path])


def test_a_prepared_export_is_noted_only_when_it_was_written(laptop: Desk, tmp_path: Path) -> None:
    inspection = laptop.finalised()[0]
    before = export_status(laptop, inspection)
    exported = write_prepared(no_progress, prepare_export(laptop, inspection, tmp_path))
    assert export_status(laptop, inspection) == before
    note_export(laptop, inspection, exported)
    remember_folder(laptop, tmp_path)
    after = export_status(laptop, inspection)
    assert (len(after.files), after.files[0].name) == (len(before.files) + 1, exported.path.name)
    assert (after.folder, after.counted, after.practice) == (str(tmp_path), True, True)
