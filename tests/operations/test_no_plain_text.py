"""Every file the program touches is searched for answers, names, passphrases and keys; none may hold one.

Plain on purpose is only what a person asks for by name: letters, tables, a picture that is being attached.
"""

from __future__ import annotations

import base64
import tempfile
from pathlib import Path

import pytest

from inspector_app.__main__ import make_program
from inspector_app.errors import KnownError
from inspector_app.inspections.evidence import Evidence, EvidenceSource
from inspector_app.operations import backups, keys, receipts
from inspector_app.operations.attachments import attach
from inspector_app.operations.demo import example_desks, start_example, the_example
from inspector_app.operations.evidence import add_evidence
from inspector_app.operations.export import export_inspection
from inspector_app.operations.office import receive
from inspector_app.operations.register import import_register
from inspector_app.operations.set_up import AGE_IDENTITY, SIGNING_KEY, change_passphrase, open_desk
from inspector_app.operations.typing import Slot, type_into

pytestmark = pytest.mark.slow

NAME = "Recognisable Überraschung"
PASSPHRASE = "recognisable passphrase of four words"


def spellings(text: str) -> list[bytes]:
    """The bytes by which a text would be found, a part of it included."""
    forms = (text, text.upper(), text.split()[-1])
    return [form.encode(code) for form in forms for code in ("utf-8", "utf-16-le", "utf-16-be", "latin-1")]


def leaks(folder: Path, texts: list[bytes]) -> list[str]:
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert len(files) > 10
    return [str(file) for file in files if any(text in file.read_bytes() for text in texts)]


def secrets_of(*contents: bytes) -> list[bytes]:
    found = []
    for content in contents:
        found += [content, content.hex().encode(), content.hex().upper().encode(), base64.b64encode(content)]
    return found


def test_nothing_that_was_recorded_lies_in_plain_text_in_any_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    program = make_program()
    office, laptop = example_desks(program, tmp_path / "work")
    desk, example = laptop.desk, the_example()
    change_passphrase(desk, "demo", PASSPHRASE)
    import_register(desk, example.register)
    inspection, (session,) = start_example(desk, example, desk.today())
    session.answer(session.node("systems_comment"), f"{NAME} told us")
    slot = Slot.of_answer(session.record, session.node("policy_comment"), session.form.digest)
    for end in range(1, len(NAME) + 1):
        type_into(desk, inspection.id, slot, f"typed {NAME[:end]}")
    evidence = add_evidence(desk, inspection.id, Evidence("", EvidenceSource.SPOKE, f"{NAME} said"))
    with tempfile.TemporaryDirectory(dir=tmp_path.parent) as plain:
        picture = Path(plain) / "picture.bin"
        picture.write_bytes(NAME.encode() * 100_000)
        attach(desk, inspection.id, evidence.id, picture)
    backups.choose_place(desk, tmp_path / "stick")
    backups.back_up_now(desk)
    (tmp_path / "out").mkdir()
    exported = export_inspection(desk, inspection, tmp_path / "out")
    receive(office.desk, [exported.path], receipts=tmp_path / "out")
    receipts.take_receipt(desk, next((tmp_path / "out").glob("*.receipt")))
    with pytest.raises(KnownError):
        keys.new_recovery_code(desk, "no such passphrase")
    code = keys.new_recovery_code(desk, PASSPHRASE)
    with pytest.raises(KnownError):
        program.databases.restore(tmp_path / "stick" / "none.db", tmp_path / "x.db", PASSPHRASE)

    database = desk.store.database  # type: ignore[attr-defined]
    rows = database.connection.execute("SELECT key FROM attachment").fetchall()
    texts = spellings(NAME) + spellings(PASSPHRASE) + spellings(code) + spellings(code.replace("-", ""))
    texts += secrets_of(database.key, rows[0][0], desk.store.secret(SIGNING_KEY))
    texts += secrets_of(office.desk.store.database.key)  # type: ignore[attr-defined]
    texts += [desk.store.secret(AGE_IDENTITY), *spellings("told us")[:1]]
    assert Path(f"{desk.store.path}-wal").stat().st_size > 0
    assert leaks(tmp_path, texts) == []
    desk.store.close()
    office.desk.store.close()
    open_desk(program, desk.store.path, PASSPHRASE).store.close()
    assert leaks(tmp_path, texts) == []
    (tmp_path / "proof").write_bytes(b"x" + texts[0] + b"x")
    assert leaks(tmp_path, texts) == [str(tmp_path / "proof")]
