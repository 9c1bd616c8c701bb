"""Somebody who works without a pause: types, answers, adds rows, attaches, exports, backs up.

Every line on the output is an acknowledgement, written only after the operation returned. As a program:
``python work.py FOLDER FIRST SEED SECONDS`` (for faults that need a process of their own).
"""

from __future__ import annotations

import itertools
import os
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from inspector_app.__main__ import Container
from inspector_app.errors import KnownError
from inspector_app.inspections.evidence import Evidence, EvidenceSource
from inspector_app.operations import backups
from inspector_app.operations.attachments import attach
from inspector_app.operations.checklist_session import ChecklistSession, open_checklists
from inspector_app.operations.demo import PASSPHRASE, example_desks, start_example, the_example
from inspector_app.operations.desk import Desk
from inspector_app.operations.evidence import add_evidence
from inspector_app.operations.export import export_inspection
from inspector_app.operations.register import import_register
from inspector_app.operations.set_up import open_desk
from inspector_app.operations.typing import Slot, fold_typed, type_into

MIXES = {
    "all": (30, 12, 8, 4, 3, 1, 2),
    "typing": (30, 3, 0, 4, 0, 0, 0),
    "adding rows": (1, 1, 8, 0, 0, 0, 0),
    "attaching": (1, 1, 0, 0, 8, 0, 0),
    "exporting": (1, 2, 0, 0, 1, 8, 0),
    "backing up": (1, 2, 0, 0, 1, 0, 8),
}
"""How often a step is taken: typing, answering, adding a row, folding, attaching, exporting, backing up."""
TYPED = "policy_comment"
ANSWERED = "systems_comment"


@dataclass
class MovedClock(Container):
    """The real program with a clock that is wrong."""

    ahead: timedelta = field(default_factory=timedelta)

    def now(self) -> datetime:
        return super().now() + self.ahead


def make_template(folder: Path) -> Path:
    """A laptop with one open inspection; its database."""
    program = MovedClock()
    office, laptop = example_desks(program, folder)
    office.desk.store.close()
    example = the_example()
    import_register(laptop.desk, example.register)
    start_example(laptop.desk, example, laptop.desk.today())
    path = laptop.desk.store.path
    laptop.desk.store.close()
    return path


class Worker:
    """One session at one database."""

    def __init__(
        self,
        database: Path,
        first: int,
        seed: int,
        tell: Callable[[str], None],
        ahead: timedelta,
        mix: str = "all",
    ) -> None:
        self.tell = tell
        self.weights = MIXES[mix]
        self.numbers = itertools.count(first)
        self.chance = random.Random(seed)
        self.desk: Desk = open_desk(MovedClock(ahead), database, PASSPHRASE)
        (inspection,) = self.desk.store.inspection_ids()
        self.inspection = self.desk.inspection(inspection)
        self.session: ChecklistSession = open_checklists(self.desk, self.inspection)[0]
        self.slot = Slot.of_answer(self.session.record, self.session.node(TYPED), self.session.form.digest)
        self.stick = database.parent.parent / "stick"
        self.out = database.parent.parent / "out"
        tell(f"open {len(self.desk.recovered)}")

    def run(self, until: float) -> None:
        """Work until a time of the monotonic clock; for ever is fine, somebody kills it."""
        steps = (self.type, self.answer, self.add_row, self.fold, self.attach, self.export, self.back_up)
        while time.monotonic() < until:
            self.chance.choices(steps, weights=self.weights)[0](next(self.numbers))
        self.desk.store.close()

    def type(self, number: int) -> None:
        type_into(self.desk, self.inspection.id, self.slot, f"typed {number}")
        self.tell(f"typed {number}")

    def fold(self, number: int) -> None:
        fold_typed(self.desk, [self.session])
        self.tell(f"folded {number}")

    def answer(self, number: int) -> None:
        self.session.answer(self.session.node(ANSWERED), f"answered {number}")
        self.tell(f"answered {number}")

    def add_row(self, number: int) -> None:
        values = {"designation": f"row {number}", "note": f"row {number}"}
        self.session.add_row(self.session.node("staff"), values)
        self.tell(f"row {number}")

    def attach(self, number: int) -> None:
        source = self.out / "photo.bin"
        try:
            self.out.mkdir(exist_ok=True)
            source.write_bytes(f"{number} ".encode() * self.chance.choice([1, 5000, 200_000]))
        except OSError:
            return  # the small disk has no room for the file itself: there is nothing to attach
        piece = Evidence("", EvidenceSource.SAW, f"attached {number}")
        evidence = add_evidence(self.desk, self.inspection.id, piece)
        kept = attach(self.desk, self.inspection.id, evidence.id, source)
        self.tell(f"attached {number} {kept.id} {kept.size}")

    def export(self, number: int) -> None:
        folder = self.out / str(number)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return  # nor is there room for a folder
        made = export_inspection(self.desk, self.inspection, folder)
        self.tell(f"exported {number} {made.path} {made.sha256}")

    def back_up(self, number: int) -> None:
        try:
            if not backups.backup_state(self.desk).place:
                backups.choose_place(self.desk, self.stick)
            done = backups.back_up_now(self.desk)
            self.tell(" ".join(["saved", str(number), str(done.path), *done.removed]))
        except KnownError as error:
            self.tell(f"refused {number} {error.code}")
            if error.code not in ("backup-place-missing", "disk-full", "disk-failed", "cannot-open"):
                raise


def main() -> int:
    database, first, seed, seconds = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4])

    def tell(text: str) -> None:
        os.write(1, f"{text}\n".encode())

    try:
        Worker(database, first, seed, tell, timedelta()).run(time.monotonic() + seconds)
    except KnownError as error:
        tell(f"stopped 0 {error.code}")
        return 3
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
