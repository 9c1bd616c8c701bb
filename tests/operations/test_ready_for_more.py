"""What is loaded while the list is looked at changes nothing, and saves time at opening and finding."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from copies import copied

from inspector_app.operations.desk import Desk
from inspector_app.operations.get_ready import get_ready_for_more
from inspector_app.operations.workspace import Workspace

SCRIPT = """
import sys
from pathlib import Path
from typing import Any
from inspector_app.__main__ import make_program
from inspector_app.operations.demo import PASSPHRASE
from inspector_app.operations.find import find
from inspector_app.operations.get_ready import get_ready_for_more
from inspector_app.operations.home import home
from inspector_app.operations.overview import overview
from inspector_app.operations.palette import palette
from inspector_app.operations.set_up import open_desk
from inspector_app.operations.workspace import Workspace
desk = open_desk(make_program(), Path(sys.argv[1]), PASSPHRASE)
home(desk)
pieces, most = get_ready_for_more(desk), 0
while True:
    before = set(sys.modules)
    if next(pieces, None) is None:
        break
    most = max(most, len([name for name in set(sys.modules) - before if name.startswith("inspector_app")]))
before = set(sys.modules)
at = Workspace(desk)
at.open(desk.store.inspection_ids()[0])
overview(desk, at.checklists(), at.inspection)
find(desk, "river")
palette(desk, at.checklists(), at.inspection, "policy")
print(most, *sorted(name for name in set(sys.modules) - before if name.startswith("inspector_app")))
desk.store.close()
"""

MODULES_AT_ONCE = 16
"""Of the program, that one piece loads: the writer is not held longer by any."""


def test_the_first_checklist_is_compiled_and_nothing_is_written(laptop: Desk) -> None:
    (inspection,) = laptop.store.inspection_ids()
    events = laptop.store.events(inspection)
    laptop.touched.take()
    pieces = list(get_ready_for_more(laptop))
    assert pieces[-3:] == ["checklists", "inspections", "services"]
    compiled = dict(laptop.forms)
    assert len(compiled) == 1
    assert laptop.store.events(inspection) == events and not laptop.touched.take()
    at = Workspace(laptop)
    at.open(inspection)
    assert [session.form for session in at.checklists()] == list(compiled.values())


def test_opening_and_finding_load_no_module_any_more_and_each_piece_few(demo: Any, tmp_path: Path) -> None:
    database = copied(demo.files["laptop_database"], tmp_path / "again")
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(database)], capture_output=True, text=True, timeout=600, check=True
    )
    most, *loaded = run.stdout.split()
    assert loaded == []
    assert int(most) <= MODULES_AT_ONCE
