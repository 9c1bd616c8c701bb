"""Log, crash report, core, temporary files and what Qt caches: what was typed lies in none of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "Recognisable Ueberraschung"
SCRIPT = Path(__file__).with_name("plain_text_run.py")

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="core files are POSIX")]


def leaks(folder: Path) -> list[str]:
    texts = [
        form.encode(code) for form in (TEXT, TEXT.split()[1]) for code in ("utf-8", "utf-16-le", "utf-16-be")
    ]
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [str(file) for file in files if any(text in file.read_bytes() for text in texts)]


def test_a_window_that_crashes_leaves_nothing_that_can_be_read(tmp_path: Path) -> None:
    folders = {
        "HOME": "home", "INSPECTOR_APP_HOME": "home/inspector", "TMPDIR": "temporary",
        "XDG_CACHE_HOME": "cache", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data",
        "XDG_STATE_HOME": "state", "XDG_RUNTIME_DIR": "run",
    }  # fmt: skip
    for name in folders.values():
        (tmp_path / name).mkdir(parents=True, mode=0o700)
    environment = {**os.environ, **{name: str(tmp_path / at) for name, at in folders.items()}}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    run = subprocess.run(
        [sys.executable, str(SCRIPT), TEXT],
        cwd=tmp_path / "home",
        env=environment,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert run.returncode == -signal.SIGABRT, run.stderr
    cache, saved = run.stdout.split()[-2:]
    assert Path(cache).is_relative_to(tmp_path) and int(saved) > 0
    names = {file.name for file in tmp_path.rglob("*") if file.is_file()}
    assert {"inspector.db", "inspector.db-wal", "inspector.log", "fault.txt"} <= names
    log = next(tmp_path.rglob("inspector.log")).read_text("utf-8")
    assert "RuntimeError" in log and "fails" in log
    assert not [name for name in names if name.startswith("core")]
    assert TEXT not in run.stderr
    assert leaks(tmp_path) == []
    (tmp_path / "proof").write_bytes(b"x" + TEXT.encode("utf-16-le"))
    assert leaks(tmp_path) == [str(tmp_path / "proof")]


def test_the_program_starts_with_cores_forbidden() -> None:
    script = (
        "import resource, sys; from inspector_app.__main__ import main; sys.argv = ['x', '--version'];\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE))"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=600, check=True
    )
    assert run.stdout.splitlines()[-1] == "(0, 0)"
