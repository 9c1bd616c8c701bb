"""The day of an inspector who works by a screen reader: everything by role and name, from profile to table.

usage: /usr/bin/python3 day.py FOLDER REGISTER OFFICE_PASSPHRASE     (started by `python -m tests.access`)
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import parts
from reader import Atspi, NotThere, Reader

PASSPHRASE = "lamp river tuesday cobalt"


def main(folder: Path, register: str, office_passphrase: str) -> int:
    began = time.monotonic()
    reader = Reader("inspector-app")
    reader.take_window()
    day = parts.Day(reader, folder, register, PASSPHRASE, office_passphrase)
    for step in parts.STEPS:
        start = time.monotonic()
        try:
            step(day)
        except NotThere as fault:
            print(f"FAILED {step.__name__}: {fault}")
            print(f"What is shown:\n{reader.tree()}")
            return 1
        print(f"{step.__name__:<28} {time.monotonic() - start:5.1f} s", flush=True)
    spoken = [one for one in reader.heard if one.kind == "announcement"]
    print(f"{len(spoken)} announcements heard; the day took {time.monotonic() - began:.0f} s")
    return 0


if __name__ == "__main__":
    Atspi.init()
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
