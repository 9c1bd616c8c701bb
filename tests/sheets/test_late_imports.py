"""The room costs the start of the program nothing: spreadsheet libraries are imported when first used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "inspector_app" / "sheets"


def test_importing_the_room_loads_no_spreadsheet_library() -> None:
    modules = [f"inspector_app.sheets.{file.stem}" for file in PACKAGE.glob("[a-z]*.py")]
    script = (
        f"import importlib, sys\nfor name in {modules!r}: importlib.import_module(name)\n"
        "sys.exit(','.join({'openpyxl', 'xlsxwriter'} & set(sys.modules)) or 0)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=600, check=False
    )
    assert len(modules) >= 12
    assert run.returncode == 0, run.stderr
