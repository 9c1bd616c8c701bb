"""What head office takes, what it puts in quarantine, and what it refuses."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from inspector_app.errors import KnownError
from inspector_app.inspections.inspection import Realm
from inspector_app.operations.demo import the_example
from inspector_app.operations.desk import Desk
from inspector_app.operations.erase import erase_answer
from inspector_app.operations.export import export_inspection
from inspector_app.operations.office import accept_device, receive, revoke_device
from inspector_app.operations.program import Program
from inspector_app.operations.register import import_register
from inspector_app.operations.set_up import NewOffice, Person, device_card, set_up_laptop, set_up_office


@pytest.fixture
def new_office(program: Program, tmp_path: Path):
    made = set_up_office(program, tmp_path / "another office", "secret", "Another office", Realm.EXAMPLE)
    yield made
    made.desk.store.close()


def export_of(laptop: Desk, folder: Path) -> Path:
    return export_inspection(laptop, laptop.find("EX-2026-0001"), folder).path


def test_a_file_for_another_office_cannot_be_read(new_office: NewOffice, demo) -> None:
    (outcome,) = receive(new_office.desk, [demo.files["export"]])
    assert outcome.outcome == "refused"
    assert "CS9900000001" in outcome.message and outcome.advice


def test_a_file_of_an_unknown_laptop_waits_in_quarantine_until_its_card_is_accepted(
    program: Program, office: Desk, tmp_path: Path
) -> None:
    card = office.store.secret("office.pub")
    stranger = set_up_laptop(
        program, tmp_path / "b" / "inspector.db", "s", Person("Inspector B (example)"), card
    )
    desk = stranger.desk
    import_register(desk, the_example().register)
    from inspector_app.operations.demo import start_example

    inspection, _ = start_example(desk, the_example(), desk.today())
    file = export_inspection(desk, inspection, tmp_path).path
    (first,) = receive(office, [file])
    assert first.outcome == "quarantined" and "does not know" in first.message
    assert inspection.id not in office.store.inspection_ids()
    accept_device(office, device_card(desk)[0])
    (second,) = receive(office, [file])
    assert second.outcome == "received" and second.new_events > 0
    revoke_device(office, desk.device)
    (third,) = receive(office, [export_inspection(desk, inspection, tmp_path).path])
    assert third.outcome == "quarantined" and "revoked" in third.message
    desk.store.close()


def test_a_live_office_refuses_a_laptop_that_keeps_examples(
    program: Program, laptop: Desk, tmp_path: Path
) -> None:
    live = set_up_office(program, tmp_path / "live", "secret", "Live office", Realm.LIVE)
    with pytest.raises(KnownError, match="example records"):
        accept_device(live.desk, device_card(laptop)[0])
    live.desk.store.close()


@pytest.mark.parametrize("seed", range(5))
def test_an_altered_or_cut_file_is_refused_and_leaves_no_trace(
    seed: int, office: Desk, laptop: Desk, tmp_path: Path
) -> None:
    file = export_of(laptop, tmp_path)
    data = bytearray(file.read_bytes())
    source = random.Random(seed)
    if seed % 2:
        data[source.randrange(len(data))] ^= 1 << source.randrange(8)
    else:
        del data[source.randrange(len(data)) :]
    broken = tmp_path / f"broken-{seed}.inspection"
    broken.write_bytes(bytes(data))
    before = sorted(path.name for path in office.store.path.parent.iterdir())
    (outcome,) = receive(office, [broken])
    assert outcome.outcome == "refused" and outcome.message and outcome.advice
    assert sorted(path.name for path in office.store.path.parent.iterdir()) == before


def test_one_bad_file_does_not_keep_the_others_out(office: Desk, laptop: Desk, tmp_path: Path) -> None:
    file = export_of(laptop, tmp_path)
    bad = tmp_path / "bad.inspection"
    bad.write_bytes(b"not an export")
    outcomes = receive(office, [bad, tmp_path / "absent.inspection", file])
    assert [outcome.outcome for outcome in outcomes] == ["refused", "refused", "received"]


def test_a_receipt_names_what_arrived(office: Desk, laptop: Desk, tmp_path: Path) -> None:
    from inspector_app.exchange.receipt import read_receipt
    from inspector_app.operations.set_up import office_card

    receive(office, [export_of(laptop, tmp_path)], receipts=tmp_path)
    (file,) = tmp_path.glob("*.receipt")
    receipt = read_receipt(file.read_bytes(), office_card(laptop))
    assert receipt.device == laptop.device
    assert [arrival.reference for arrival in receipt.arrivals] == ["EX-2026-0001"]


def test_an_erased_comment_is_erased_at_head_office_too(office: Desk, laptop: Desk, tmp_path: Path) -> None:
    inspection = laptop.find("EX-2026-0001")
    phrase = "One young person's pattern of absences"
    erase_answer(laptop, inspection, "systems_comment", "It named somebody by mistake")
    receive(office, [export_of(laptop, tmp_path)])
    for desk in (laptop, office):
        everything = dump(desk)
        assert phrase not in everything
        assert "It named somebody by mistake" in everything


def dump(desk: Desk) -> str:
    """Every cell of every table of a database as text, blobs decoded where they are text."""
    connection = desk.store.database.connection
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    cells = []
    for table in tables:
        for row in connection.execute(f'SELECT * FROM "{table}"'):
            cells += [c.decode("utf-8", "ignore") if isinstance(c, bytes) else str(c) for c in row]
    return "\n".join(cells)
