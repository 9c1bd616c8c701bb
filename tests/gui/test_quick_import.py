"""PySide's own modules are compiled once, not at each start, and Python's import stays Python's."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from inspector_app.gui.quick_import import KeptCode

START = """
import builtins, json, sys
python_import, python_compile, compiled = builtins.__import__, builtins.compile, []
def heard(event, given):
    if event == "compile" and isinstance(given[1], str | bytes):
        name = given[1] if isinstance(given[1], str) else given[1].decode()
        if "shibokensupport" in name or "signature_bootstrap" in name:
            compiled.append(name)
sys.addaudithook(heard)
from inspector_app.gui.quick_import import import_shiboken
import_shiboken(sys.argv[1])
import linecache
from PySide6.QtCore import QObject, Signal
import inspector_app.gui.colours
class Bell(QObject):
    rang = Signal(int)
heard_of, bell = [], Bell()
bell.rang.connect(heard_of.append)
bell.rang.emit(3)
assert heard_of == [3]
print(json.dumps({
    "compiled": len(compiled),
    "python's": builtins.__import__ is python_import and builtins.compile is python_compile,
    "sources kept": sorted(name for name in linecache.cache if "inspector_app" in name),
}))
"""


def start(folder: Path, *switches: str) -> dict[str, object]:
    """What a new process tells that keeps compiled code in `folder`."""
    given = {name: value for name, value in os.environ.items() if not name.startswith("PYTHONDONTWRITE")}
    given.pop("PYTHONPYCACHEPREFIX", None)
    command = [sys.executable, *switches, "-c", START, str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, env=given, check=False)
    assert run.returncode == 0, run.stderr
    told: dict[str, object] = json.loads(run.stdout)
    return told


def kept_in(folder: Path) -> list[Path]:
    return sorted((folder / "__pycache__").glob("*"))


def test_the_second_start_compiles_nothing_of_pyside(tmp_path: Path) -> None:
    first, second = start(tmp_path), start(tmp_path)
    assert first["compiled"] >= 10  # type: ignore[operator]
    assert second["compiled"] == 0
    assert len(kept_in(tmp_path)) == 1


def test_import_and_compile_are_pythons_again_and_no_source_is_read(tmp_path: Path) -> None:
    told = start(tmp_path)
    assert told["python's"] is True
    assert told["sources kept"] == []


@pytest.mark.parametrize("damage", ["empty", "half", "one bit", "another Python"])
def test_a_damaged_file_is_not_used_and_made_again(tmp_path: Path, damage: str) -> None:
    compiled = start(tmp_path)["compiled"]
    (file,) = kept_in(tmp_path)
    whole = file.read_bytes()
    spoilt = bytearray(whole)
    spoilt[len(whole) // 2] ^= 1
    file.write_bytes(
        {
            "empty": b"",
            "half": whole[: len(whole) // 2],
            "one bit": bytes(spoilt),
            "another Python": b"\x00\x00\r\n" + whole[4:],
        }[damage]
    )
    assert start(tmp_path)["compiled"] == compiled
    assert start(tmp_path)["compiled"] == 0


def test_nothing_is_written_where_python_is_told_not_to(tmp_path: Path) -> None:
    start(tmp_path, "-B")
    assert kept_in(tmp_path) == []


def test_a_folder_that_cannot_be_made_hinders_no_start(tmp_path: Path) -> None:
    (tmp_path / "__pycache__").write_text("a file stands in the way")
    assert start(tmp_path)["compiled"] >= 10  # type: ignore[operator]
    assert [each.name for each in tmp_path.iterdir()] == ["__pycache__"]


def test_code_is_used_for_the_very_source_that_it_was_made_from(tmp_path: Path) -> None:
    path = str(tmp_path / "kept.pyc")
    before = KeptCode(path)
    before.compile("answer = 1", "one.py", "exec")
    before.compile("answer = 2", "two.py", "exec")
    before.keep()
    after = KeptCode(path)
    found: dict[str, int] = {}
    exec(after.compile("answer = 3", "one.py", "exec"), found)
    assert found["answer"] == 3
    after.keep()
    assert len(KeptCode(path)._before) == 1, "what is no longer used is let go"
