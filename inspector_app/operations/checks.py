"""Verify and repair: looking for damage beside the window, and making the tables again from the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.operations.desk import Desk
from inspector_app.operations.ports import Progress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector_app.operations.care import Damage
    from inspector_app.storage.child_work import DatabaseJob

REPAIRABLE = frozenset({"field-state", "projection", "search"})
"""Faults that `repair` mends: what follows from the journal. All else needs a backup or head office."""


def prepare_check(desk: Desk) -> DatabaseJob:
    """What a child process needs to look at this database."""
    return desk.store.care.check_job()


def run_check(report: Progress, job: DatabaseJob) -> Sequence[Damage]:
    """Everything that is wrong; long, for a child process, cancelled by what `report` raises."""
    from inspector_app.storage.child_work import run_verify

    return run_verify(report, job)


def run_repair(report: Progress, job: DatabaseJob) -> None:
    """Make everything that follows from the journal again; long, for a child process. All or nothing.

    Others can read meanwhile and must not write: the window waits with keys until it is over.
    """
    from inspector_app.storage.child_work import run_rebuild

    run_rebuild(report, job)


def repairable(faults: Sequence[Damage]) -> bool:
    """Whether a repair mends all of these faults."""
    return bool(faults) and all(fault.code in REPAIRABLE for fault in faults)


def repair(desk: Desk, progress: Progress) -> None:
    """The same at once, for commands."""
    desk.store.care.rebuild(progress)
