from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from journals_on_disk import CHECKLIST, INSPECTION, KEY, Laptop

from inspector_app.errors import KnownError
from inspector_app.journal.chain import Draft
from inspector_app.journal.event import event_hash
from inspector_app.storage.database import Database
from inspector_app.storage.files import Files
from inspector_app.storage.rebuild import rebuild
from inspector_app.storage.sqlcipher import DatabaseError
from inspector_app.storage.verify import verify
from inspector_app.storage.verify_reading import Reading, SharedTexts


@pytest.fixture
def recorded(laptop: Laptop) -> Laptop:
    laptop.answer("q1", "yes")
    (second,) = laptop.answer("q1", "no")
    laptop.answer("q1", "perhaps", prior=(second.prior[0],))
    laptop.append(
        [
            Draft("inspection", INSPECTION, "status", "finalised"),
            Draft(
                "checklist", CHECKLIST, "frozen", {"derived": [{"name": "q1", "key": "q1", "value": "no"}]}
            ),
            Draft("finding", "f1", "title", "Policy"),
        ]
    )
    laptop.answer("q2", "a name"), laptop.erase("q2")
    Files(laptop.database).put(b"a letter", media_type="text/plain", name="letter", added_at="now")
    return laptop


def codes(laptop: Laptop, rebuild: bool = True) -> set[str]:
    return {damage.code for damage in verify(laptop.database, rebuild=rebuild)}


def test_a_sound_database_has_no_damage_and_progress_is_told(recorded: Laptop) -> None:
    steps: list[tuple[int, int]] = []
    assert verify(recorded.database, progress=lambda done, total: steps.append((done, total))) == []
    assert steps == [(1, 1)]


def test_a_reader_can_verify(recorded: Laptop) -> None:
    with Database.open_reader(recorded.database.path, KEY) as reader:
        assert verify(reader) == []


def test_verifying_can_be_cancelled(recorded: Laptop) -> None:
    def cancel(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        verify(recorded.database, progress=cancel)


FIRST = "(SELECT min(number) FROM event)"


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (f"UPDATE event SET value = '\"forged\"' WHERE number = {FIRST}", {"altered-content"}),
        (f"UPDATE event SET reason = 'forged' WHERE number = {FIRST}", {"altered-content"}),
        (f"UPDATE event SET salt = zeroblob(16) WHERE number = {FIRST}", {"altered-content"}),
        (f"UPDATE event SET digest = zeroblob(32) WHERE number = {FIRST}", {"altered-content"}),
        (f"UPDATE event SET at = '2020-01-01T00:00:00.000Z.0000' WHERE number = {FIRST}", {"altered-event"}),
        ("UPDATE shared_text SET text = 'eve' WHERE text = 'ada'", {"altered-event"}),
        ("UPDATE chain SET device = 'other'", {"altered-event"}),
        (f"UPDATE event SET id = zeroblob(16) WHERE number = {FIRST}", {"altered-event"}),
        (f"UPDATE event SET action = zeroblob(16) WHERE number = {FIRST}", {"altered-event"}),
        (f"UPDATE event SET hash = zeroblob(32) WHERE number = {FIRST}", {"altered-event", "broken-link"}),
        ("UPDATE event SET previous_hash = zeroblob(32) WHERE seq = 2", {"altered-event", "broken-link"}),
        ("UPDATE event SET seq = 50 WHERE seq = 2", {"altered-event", "gap"}),
        ("UPDATE event SET erased = 1, value = NULL, salt = NULL WHERE seq = 4", {"erased-without-trace"}),
        ("UPDATE event SET salt = NULL WHERE seq = 4", {"altered-content"}),
        ("UPDATE event SET hash = 5 WHERE seq = 4", {"malformed"}),
        ("UPDATE event SET value = '{' WHERE seq = 4", {"malformed"}),
        ("UPDATE field_state SET field = 'other' WHERE field = 'title'", {"altered-event", "projection"}),
        ("DELETE FROM event WHERE seq = 6", {"missing-events", "gap"}),
        ("DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)", {"missing-events"}),
        ("UPDATE chain SET seq = seq + 1", {"chain-head"}),
        ("UPDATE field_state SET event = (SELECT event FROM head LIMIT 1) WHERE conflict", {"field-state"}),
        ("UPDATE field_state SET conflict = 0", {"field-state"}),
        ("DELETE FROM head WHERE event = (SELECT max(event) FROM head)", {"field-state"}),
        ("INSERT INTO waiting SELECT slot, number FROM event WHERE seq = 1", {"field-state"}),
        ("UPDATE answer SET value = 'forged' WHERE key = 'q1'", {"projection"}),
        ("DELETE FROM answer WHERE key = 'q1'", {"projection"}),
        (
            "INSERT INTO answer SELECT 'x', key, inspection, value, changed_at FROM answer LIMIT 1",
            {"projection"},
        ),
        ("UPDATE counted_answer SET value = 'forged'", {"projection"}),
        ("DELETE FROM counted_answer", {"projection"}),
        ("UPDATE counted_answer SET inspection = 'nowhere'", {"projection"}),
        ("UPDATE finding SET title = 'forged'", {"projection"}),
        ("UPDATE inspection SET status = 'open'", {"projection"}),
        ("UPDATE blob SET content = 'forged'", {"file"}),
        ("UPDATE event SET chain = 99 WHERE seq = 3", {"structure"}),
        ("UPDATE event SET slot = slot + 1 WHERE seq = 1", {"altered-event", "field-state"}),
        ("UPDATE event SET flagged = 1 WHERE number = (SELECT max(event) FROM head)", {"field-state"}),
        ("UPDATE event SET prior = NULL WHERE seq = 2", {"altered-event"}),
        ("UPDATE event SET author = 99 WHERE seq = 2", {"missing-events", "gap"}),
        ("UPDATE event SET number = number + 100 WHERE seq = 4", {"field-state"}),
        ("UPDATE search_content SET c1 = 'forged' WHERE c1 <> ''", {"search"}),
        ("DELETE FROM search_content WHERE c1 <> ''", {"search"}),
        ("UPDATE search_docsize SET sz = x'0909' WHERE id = 1", {"search"}),
        ("DELETE FROM search_data WHERE id > 1000", {"search"}),
    ],
)
def test_what_somebody_with_the_key_changes_is_detected_and_named(
    recorded: Laptop, statement: str, expected: set[str]
) -> None:
    connection = recorded.database.connection
    connection.execute("PRAGMA foreign_keys = OFF")
    assert connection.execute(statement).rowcount > 0
    assert expected <= codes(recorded)


def test_an_index_that_does_not_fit_its_texts_is_mended_by_a_rebuild(recorded: Laptop) -> None:
    recorded.database.connection.execute("DELETE FROM search_data WHERE id > 1000")
    assert codes(recorded, rebuild=False) == {"search"}
    rebuild(recorded.database)
    assert codes(recorded) == set()


def test_content_that_was_sealed_anew_but_is_no_value_is_named(recorded: Laptop) -> None:
    """Whoever has the key can also seal: what no program could have written shows all the same."""
    event = recorded.journal.events(INSPECTION)[-1]
    forged = replace(
        event, digest=hashlib.sha256(bytes.fromhex(event.salt) + b'[{,""]').hexdigest(), value="{"
    )
    seal = bytes.fromhex(event_hash(forged))
    connection = recorded.database.connection
    connection.execute(
        "UPDATE event SET value = '{', digest = ?, hash = ? WHERE seq = ?",
        (bytes.fromhex(forged.digest), seal, event.seq),
    )
    connection.execute("UPDATE chain SET hash = ?", (seal,))
    assert "malformed" in codes(recorded)


def test_the_short_proof_accepts_only_what_the_laws_of_the_journal_accept(recorded: Laptop) -> None:
    """Every column of every event is spoilt in turn: what the short proof lets pass, the laws let pass."""
    connection = recorded.database.connection
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DELETE FROM event WHERE erased")
    (journal,) = connection.execute("SELECT number FROM journal").fetchone()
    columns = ("id", "slot", "action", "value", "salt", "digest", "prior", "at", "author", "seq", "reason",
               "form", "previous_hash", "hash", "erased")  # fmt: skip
    spoilt = ("NULL", "5", "zeroblob(16)", "'x'", "1.5", "''")
    texts = SharedTexts(connection)
    for name in columns:
        for value in spoilt:
            connection.execute("SAVEPOINT spoilt")
            with suppress(DatabaseError):
                connection.execute(f"UPDATE event SET {name} = {value} WHERE seq = 2")
                changed = connection.execute("SELECT changes()").fetchone()[0]
                assert changed and not Reading.of(connection, journal, INSPECTION).sound(texts), (name, value)
            connection.execute("ROLLBACK TO spoilt")


def test_only_a_full_look_compares_the_tables_with_the_journal(recorded: Laptop) -> None:
    recorded.database.connection.execute("UPDATE finding SET title = 'forged'")
    assert codes(recorded, rebuild=False) == set()
    assert codes(recorded) == {"projection"}


def test_damage_names_its_place_in_words(recorded: Laptop) -> None:
    recorded.database.connection.execute("UPDATE event SET reason = 'forged' WHERE seq = 1")
    event = recorded.journal.events(INSPECTION)[0]
    (damage,) = verify(recorded.database)
    assert event.id in damage.where and event.id in damage.message and "changed" in damage.message


@pytest.mark.parametrize("spoil", ["flip", "swap", "cut"])
def test_flipped_swapped_and_missing_pages_are_detected(recorded: Laptop, spoil: str) -> None:
    path: Path = recorded.database.path
    recorded.close()
    content = bytearray(path.read_bytes())
    page = 4096
    last = len(content) // page - 1
    if spoil == "flip":
        content[last * page + 77] ^= 16
    elif spoil == "swap":
        other = bytes(content[(last - 1) * page : last * page])
        content[(last - 1) * page : last * page] = content[last * page :]
        content[last * page :] = other
    else:
        del content[last * page :]
    path.write_bytes(content)
    try:
        with Database.open_reader(path, KEY) as reader:
            found = {damage.code for damage in verify(reader)}
    except KnownError as error:
        found = {error.code}
    assert found and found <= {"page", "structure", "damaged"}
