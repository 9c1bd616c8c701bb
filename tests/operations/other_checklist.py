"""A program whose framework has another checklist: any XLSForm, with rows that make no table."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from checklist_desk import PASSPHRASE, begin

from inspector_app.__main__ import Container
from inspector_app.checklists.compile import compile_checklist
from inspector_app.checklists.compiled import Compiled
from inspector_app.inspections.inspection import Inspection
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.desk import Desk
from inspector_app.operations.program import Program
from inspector_app.operations.set_up import open_desk
from inspector_app.operations.start_inspection import Plan, start_inspection

SURVEY = """
| survey |
| | type | name | label | required | relevant | repeat_count |
| | text | place | Place visited | | | |
| | begin repeat | visit | Visit | | | |
| | date | day | Day of the visit | yes | | |
| | select_multiple seen | seen | What was seen | | | |
| | text | other | What else | | selected(${seen}, 'other') | |
| | begin repeat | person | Person met | | | |
| | text | name | Name in the notes | | | |
| | select_one yn | agreed | Agreed to talk | | | |
| | end repeat | | | | | |
| | end repeat | | | | | |
| | integer | rooms | Rooms looked at | | | |
| | begin repeat | room | Room | | | ${rooms} |
| | text | found | What was found | | | |
| | end repeat | | | | | |
| choices |
| | list_name | name | label |
| | seen | bedrooms | Bedrooms |
| | seen | kitchen | Kitchen |
| | seen | other | Something else |
| | yn | yes | Yes |
| | yn | no | No |
| settings |
| | form_title | form_id | version |
| | Visits (example) | visits | 1 |
"""


FILES = """
| survey |
| | type | name | label | hint | parameters | appearance |
| | image | hall | Photo of the hall | The notice board, without people | max-pixels=2000 | |
| | audio | bell | Recording of the bell | | | |
| | video | door | Film of the door | | | |
| | file | rota | The rota | | | |
| | image | sign | Signature of the manager | | | signature |
| | image | plan | Sketch of the hall | | | draw |
| | geopoint | spot | Where the gate is | | | |
| | geotrace | way | The way to the bus | | | |
| | geoshape | ground | The grounds | | | |
| | begin repeat | room | Room | | | |
| | text | what | Which room | | | |
| | image | seen | Photo of the room | | | |
| | end repeat | | | | | |
| settings |
| | form_title | form_id | version |
| | Files and places (example) | files | 1 |
"""


@cache
def compiled(survey: str) -> Compiled:
    """A checklist, compiled once a run."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "checklist.md"
        file.write_text(survey, encoding="utf-8")
        return compile_checklist(file).usable()


class OtherChecklist(Container):
    """The real program but for the checklist of its framework."""

    survey = SURVEY

    def shipped_checklist(self, framework_id: str, name: str) -> Compiled:
        return compiled(self.survey)


class FilesChecklist(OtherChecklist):
    """The same with files and places."""

    survey = FILES


def begin_visits(
    program: Program, folder: Path, other: type[Container] = OtherChecklist
) -> tuple[Desk, Inspection, ChecklistSession]:
    """An example laptop on which an inspection with that checklist is begun."""
    begin(program, folder).desk.store.close()
    desk = open_desk(other(), folder / "laptop" / "inspector.db", PASSPHRASE)
    plan = Plan("EX-2026-0201", "CS9900000001", "focus", False, desk.today(), ("Inspector A (example)",))
    inspection, (session,) = start_inspection(desk, plan)
    return desk, inspection, session
