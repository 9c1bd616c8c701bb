"""An example laptop with the example inspection begun, for tests of checklist, undo and history."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from inspector_app.inspections.inspection import Inspection
from inspector_app.operations.checklist_session import ChecklistSession, open_checklists
from inspector_app.operations.demo import (
    PASSPHRASE,
    Example,
    answer_example,
    example_desks,
    start_example,
    the_example,
)
from inspector_app.operations.desk import Desk
from inspector_app.operations.program import Program
from inspector_app.operations.register import import_register
from inspector_app.operations.set_up import open_desk


@dataclass
class Begun:
    """The example, begun; nothing is answered yet."""

    desk: Desk
    inspection: Inspection
    session: ChecklistSession
    example: Example

    @property
    def sessions(self) -> list[ChecklistSession]:
        return [self.session]

    def key(self, name: str) -> str:
        return self.session.node(name)

    def value(self, name: str) -> str:
        return self.session.instance.value(self.key(name))

    def answer(self, name: str, value: str) -> None:
        self.session.answer(self.key(name), value)

    def fill(self) -> None:
        answer_example(self.session, self.example)

    def staff(self, *known: str) -> None:
        """A sample of staff who know the indicators or not ("yes", "no")."""
        for number, value in enumerate(known, 1):
            values = {"designation": f"Worker {number}", "knows_indicators": value}
            self.session.fill_row(self.sample("staff"), values)

    def sample(self, name: str) -> str:
        views = self.session.instance.views()
        return next(v.key for v in views if v.kind == "repeat" and v.key.endswith(f"/{name}"))

    def reopened(self) -> ChecklistSession:
        """The checklist read anew from the record."""
        (session,) = open_checklists(self.desk, self.inspection)
        return session


_made: dict[str, bytes] = {}


def begin(program: Program, folder: Path) -> Begun:
    """The example begun; made once in a run and copied, since making keys takes half a second."""
    database = folder / "laptop" / "inspector.db"
    if not _made:
        office, laptop = example_desks(program, folder)
        office.desk.store.close()
        example = the_example()
        import_register(laptop.desk, example.register)
        start_example(laptop.desk, example, laptop.desk.today())
        laptop.desk.store.close()
        for name in ("inspector.db", "inspector.db.keys"):
            _made[name] = (database.parent / name).read_bytes()
    database.parent.mkdir(parents=True, exist_ok=True)
    for name, content in _made.items():
        (database.parent / name).write_bytes(content)
    desk = open_desk(program, database, PASSPHRASE)
    inspection = desk.find(the_example().reference)
    (session,) = open_checklists(desk, inspection)
    return Begun(desk, inspection, session, the_example())


__all__ = ["PASSPHRASE", "Begun", "begin"]
