"""The printers that the system knows, asked without Qt, so that a child process can wait for the answer."""

from __future__ import annotations

import shutil
import subprocess
import sys

from inspector_app.operations.ports import Progress

LONGEST_SECONDS = 5


def printers(report: Progress, command: str = "lpstat") -> tuple[str, ...]:
    """The names of the printers, () where the system tells none; takes seconds when a printer sleeps."""
    report(0, 1)
    found = shutil.which(command)
    if sys.platform == "win32" or found is None:
        return ()
    try:
        answer = subprocess.run(
            [found, "-e"], capture_output=True, text=True, timeout=LONGEST_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return tuple(line.strip() for line in answer.stdout.splitlines() if line.strip())
