"""What is printed leaves nothing behind, and a refusal says what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from inspector_app.errors import KnownError
from inspector_app.gui.printing import Printing, PrintWish

PDF = b"%PDF-1.7 a letter"


def test_a_file_for_the_windows_verb_is_private_and_goes_with_the_program(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: list[tuple[bytes, str, int]] = []

    def start_file(file: Path, verb: str) -> None:
        handed.append((file.read_bytes(), verb, file.parent.stat().st_mode & 0o077))

    monkeypatch.setattr(os, "startfile", start_file, raising=False)
    owner = QObject()
    printing = Printing(owner, tmp_path / "private")
    with qtbot.waitSignal(printing.printed):
        printing.send([(PDF, PrintWish("letter", 2)), (PDF + b" 2", PrintWish("form"))])
    assert [one[:2] for one in handed] == [(PDF, "print"), (PDF, "print"), (PDF + b" 2", "print")]
    assert all(mode == 0 for *_, mode in handed) or os.name == "nt"
    printing.stop()
    assert list((tmp_path / "private").iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows prints by a verb of the file")
def test_a_printer_that_refuses_is_quoted_and_the_rest_is_not_sent(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = tmp_path / "lp"
    command.write_text(
        f"#!/bin/sh\ncat > /dev/null\necho called >> {tmp_path}/calls\necho no paper >&2\nexit 1\n"
    )
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path) + os.pathsep + os.environ["PATH"])
    owner = QObject()
    printing = Printing(owner, tmp_path / "private")
    with qtbot.waitSignal(printing.failed) as told:
        printing.send([(PDF, PrintWish("letter")), (PDF, PrintWish("form"))])
    error = told.args[0]
    assert isinstance(error, KnownError) and "no paper" in error.message
    assert not printing.busy
    assert (tmp_path / "calls").read_text().count("called") == 1
    assert not (tmp_path / "private").exists()
