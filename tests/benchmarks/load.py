"""The load beside which a key is measured: letters are rendered and files received until a line comes in.

``python load.py FOLDER`` prints ``ready`` when it has begun, and at the end how much it did.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from threading import Event, Thread

from inspector_app.__main__ import make_program
from inspector_app.operations.demo import PASSPHRASE, run_demo
from inspector_app.operations.letter import make_letter
from inspector_app.operations.office import receive
from inspector_app.operations.set_up import open_desk


def main() -> int:
    program = make_program()
    made = run_demo(program, Path(sys.argv[1]))
    laptop = open_desk(program, made["laptop_database"], PASSPHRASE)
    office = open_desk(program, made["office_database"], PASSPHRASE)
    inspection = laptop.inspection(laptop.store.inspection_ids()[0])
    over = Event()
    Thread(target=lambda: (sys.stdin.readline(), over.set()), daemon=True).start()
    print("ready", flush=True)
    letters = files = 0
    with tempfile.TemporaryDirectory() as folder:
        while not over.is_set():
            make_letter(laptop, inspection, issued_on=laptop.today(), final=True)
            letters += 1
            receive(office, [made["export"]], receipts=Path(folder))
            files += 1
    laptop.store.close()
    office.store.close()
    print(f"{letters} letters, {files} files received", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
