"""Keys are committed as they are typed; what was not left in time is in the record at the next start."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector_app.errors import KnownError
from inspector_app.journal.records import ANSWER, INSPECTION, answer_record
from inspector_app.operations.demo import PASSPHRASE, the_example
from inspector_app.operations.desk import Desk
from inspector_app.operations.practice import UNDER_WAY, make_practice, practice_database
from inspector_app.operations.prepare import change_fact
from inspector_app.operations.program import Program
from inspector_app.operations.set_up import open_desk
from inspector_app.operations.typing import Slot
from inspector_app.operations.workspace import Workspace


@pytest.fixture(scope="module")
def practice(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("practice")
    make_practice(program, folder / "practice")
    return folder


@pytest.fixture
def data(practice: Path, tmp_path: Path) -> Path:
    target = practice_database(tmp_path)
    target.parent.mkdir(parents=True)
    source = practice_database(practice)
    for file in (source, source.with_name(source.name + ".keys")):
        (target.parent / file.name).write_bytes(file.read_bytes())
    return tmp_path


@pytest.fixture
def at(program: Program, data: Path) -> Iterator[Workspace]:
    workspace = reopened(program, data)
    yield workspace
    workspace.desk.store.close()


def reopened(program: Program, data: Path) -> Workspace:
    desk = open_desk(program, practice_database(data), PASSPHRASE)
    workspace = Workspace(desk)
    workspace.open(desk.find(UNDER_WAY).id)
    return workspace


def comment(workspace: Workspace) -> str:
    return workspace.checklist().node("systems_comment")


def history(desk: Desk, workspace: Workspace, key: str) -> list[object]:
    record = answer_record(workspace.checklist().record, key)
    return [event.value for event in desk.store.history(ANSWER, record, "value")]


def test_text_typed_before_a_crash_is_in_the_record_at_the_next_start(
    program: Program, data: Path, at: Workspace
) -> None:
    key = comment(at)
    for text in ("T", "Th", "Thr", "Three absences"):
        at.type_text(Slot("", key), text)
    at.desk.store.close()
    again = reopened(program, data)
    try:
        assert again.checklist().instance.value(key) == "Three absences"
        (found,) = again.desk.recovered
        assert (found.reference, again.desk.store.typed()) == (UNDER_WAY, ())
        assert "omment" in found.field
        assert history(again.desk, again, key) == ["Three absences"]
    finally:
        again.desk.store.close()


def test_what_is_recovered_has_its_derived_row_too(program: Program, data: Path, at: Workspace) -> None:
    key = at.checklist().node("systems")
    at.type_text(Slot("", key), "no")
    at.desk.store.close()
    again = reopened(program, data)
    try:
        record = again.checklist().record
        rows = {row.key: row.value for row in again.desk.store.derived(record)}
        assert rows[key] == "no"
    finally:
        again.desk.store.close()


def test_leaving_a_field_takes_over_what_was_typed_and_nothing_is_recovered(
    program: Program, data: Path, at: Workspace
) -> None:
    key = comment(at)
    at.type_text(Slot("", key), "Half a sen")
    at.checklist().answer(key, "Half a sentence.")
    assert at.desk.store.typed() == ()
    at.desk.store.close()
    again = reopened(program, data)
    try:
        assert again.desk.recovered == ()
        assert history(again.desk, again, key) == ["Half a sentence."]
    finally:
        again.desk.store.close()


def test_the_event_replaces_the_heads_seen_when_typing_began(at: Workspace) -> None:
    key = comment(at)
    session = at.checklist()
    session.answer(key, "first")
    record = answer_record(session.record, key)
    (first,) = at.desk.store.history(ANSWER, record, "value")
    at.type_text(Slot("", key), "second")
    session.answer(key, "second")
    *_, second = at.desk.store.history(ANSWER, record, "value")
    assert second.prior == (first.id,)


def test_typing_back_to_what_stood_there_leaves_no_event(at: Workspace) -> None:
    key = comment(at)
    at.type_text(Slot("", key), "x")
    at.type_text(Slot("", key), "")
    assert at.fold() == ()
    assert history(at.desk, at, key) == []
    assert at.desk.store.typed() == ()


def test_facts_of_the_inspection_are_recovered_as_they_were_typed(
    program: Program, data: Path, at: Workspace
) -> None:
    at.type_text(Slot(INSPECTION, at.inspection, "inspectors"), ["Inspector A (example)", "Inspector B"])
    at.desk.store.close()
    again = reopened(program, data)
    try:
        assert again.desk.inspection(again.inspection).inspectors == ("Inspector A (example)", "Inspector B")
        assert [found.field for found in again.desk.recovered] == ["inspectors"]
    finally:
        again.desk.store.close()


def test_a_finalised_inspection_takes_no_key(at: Workspace) -> None:
    at.open(at.desk.find(the_example().reference).id)
    with pytest.raises(KnownError, match="finalised"):
        at.type_text(Slot("", comment(at)), "x")


def test_text_in_a_row_that_is_gone_is_kept_in_the_journal(
    program: Program, data: Path, at: Workspace
) -> None:
    session = at.checklist()
    row = session.add_row(session.node("staff"), {"designation": "Night worker"})
    at.type_text(Slot("", f"{row}/note"), "Knew the policy")
    session.remove_row(row)
    at.desk.store.close()
    again = reopened(program, data)
    try:
        assert [found.field for found in again.desk.recovered] == ["value"]
        assert history(again.desk, again, f"{row}/note") == ["Knew the policy"]
    finally:
        again.desk.store.close()


def test_what_was_written_is_told_once(at: Workspace) -> None:
    at.take_changed()
    change_fact(at.desk, at.inspection, "contact", "01632 960001")
    (changed,) = at.take_changed()
    assert (changed.inspection, changed.about(INSPECTION), changed.about(ANSWER)) == (
        at.inspection,
        True,
        False,
    )
    assert at.take_changed() == ()


def test_without_an_open_inspection_there_is_no_checklist(at: Workspace) -> None:
    at.open("")
    with pytest.raises(KnownError, match="No inspection is open"):
        at.checklist()
