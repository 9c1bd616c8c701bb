"""Verify and repair: looking for damage beside the window, and making the tables again from the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.operations.desk import Desk
from inspector_app.operations.ports import Progress
from inspector_app.words import mark, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector_app.operations.care import Damage
    from inspector_app.storage.child_work import DatabaseJob as DatabaseJob

REPAIRABLE = frozenset({"field-state", "projection", "search"})
"""Faults that `repair` mends: what follows from the journal. All else needs a backup or head office."""


def prepare_check(desk: Desk) -> DatabaseJob:
    """What a child process needs to look at this database."""
    return desk.store.care.check_job()


def run_check(report: Progress, job: DatabaseJob) -> Sequence[Damage]:
    """Everything that is wrong; long, for a child process, cancelled by what `report` raises."""
    from inspector_app.storage.child_work import run_verify

    return run_verify(report, job)


def prepare_repair(desk: Desk) -> DatabaseJob:
    """The same for making the tables again. What is typed from now on waits until `repair_over`."""
    job = prepare_check(desk)
    desk.store.care.wait_for_others(True)
    return job


def repair_over(desk: Desk) -> None:
    """The child process has ended, whichever way."""
    desk.store.care.wait_for_others(False)


def run_repair(report: Progress, job: DatabaseJob) -> None:
    """Make everything that follows from the journal again; long, for a child process. All or nothing.

    Others can read meanwhile; whoever writes waits until it is over.
    """
    from inspector_app.storage.child_work import run_rebuild

    run_rebuild(report, job)


def repairable(faults: Sequence[Damage]) -> bool:
    """Whether a repair mends all of these faults."""
    return bool(faults) and all(fault.code in REPAIRABLE for fault in faults)


_FAULTS = {
    "page": mark("Checks", "A page of the file is damaged"),
    "structure": mark("Checks", "The file is not built as it should be"),
    "erased-in-backup": mark("Checks", "Erased text came back with a backup"),
    "chain-head": mark("Checks", "The end of a chain of changes is another one"),
    "missing-events": mark("Checks", "Changes are missing"),
    "field-state": mark("Checks", "A field shows something else than its changes say"),
    "projection": mark("Checks", "A table does not follow from the changes"),
    "search": mark("Checks", "The search does not know all there is"),
    "file": mark("Checks", "A kept document was changed"),
    "attachment": mark("Checks", "An attachment is missing or was changed"),
}


def fault_words(fault: Damage) -> str:
    """What kind of fault it is, in plain words."""
    return translate("Checks", _FAULTS.get(fault.code, mark("Checks", "A change was tampered with")))


def repair(desk: Desk, progress: Progress) -> None:
    """The same at once, for commands."""
    desk.store.care.rebuild(progress)
