"""The commands that keep a record safe, as somebody types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from inspector_app.__main__ import make_program
from inspector_app.cli import run
from inspector_app.operations.demo import PASSPHRASE, run_demo

pytestmark = pytest.mark.slow


def test_one_day_of_care_from_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = run_demo(make_program(), tmp_path / "demo")
    laptop, stick = made["laptop_database"], tmp_path / "stick"
    monkeypatch.setenv("INSPECTOR_APP_PASSPHRASE", PASSPHRASE)

    def call(*arguments: object, status: int = 0) -> str:
        assert run([str(argument) for argument in arguments], make_program) == status
        return capsys.readouterr().out

    assert "policy" in call("search", laptop, "polic").lower()
    assert json.loads(call("backups", laptop, "--place", stick, "--now", "--json"))["place"] == str(stick)
    (receipt,) = (tmp_path / "demo" / "office").glob("*.receipt")
    assert call("receipt", laptop, receipt).endswith("\t1\n")
    assert "practice" in call("retention", laptop)
    facts = json.loads(call("keys", laptop, "--sheet", tmp_path / "sheet.pdf", "--json"))
    assert facts["head_office"] and (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    call("verify", laptop, "--rebuild")
    secret = tmp_path / "secret"
    secret.write_text("four words without a link\n")
    (tmp_path / "code").write_text(facts["recovery_code"])
    call("recover", laptop, "--code-file", tmp_path / "code", "--new-passphrase-file", secret)
    call("verify", laptop, status=1)
    call("verify", laptop, "--passphrase-file", secret)
    office_key = made["office_key"]
    (tmp_path / "third").write_text("another four words again\n")
    call("recover", laptop, "--office-key", office_key, "--new-passphrase-file", tmp_path / "third")
    call("passphrase", laptop, "--passphrase-file", tmp_path / "third", "--new-passphrase-file", secret)
    call("retention", laptop, "--dispose", "--passphrase-file", secret)
    assert call("search", laptop, "policy", "--passphrase-file", secret) == ""
