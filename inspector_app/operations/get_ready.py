"""Loads what will be wanted next: while a person types the passphrase, what opening the database and the list
of inspections take; while the list is looked at, what opening one of them and finding another take.

It is the same work, done earlier, so that after Enter only the derivation of the key is waited for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.errors import KnownError

if TYPE_CHECKING:
    from inspector_app.operations.desk import Desk
    from inspector_app.operations.home import Home
    from inspector_app.operations.program import Program


AT_FIRST = 12
"""What a small window shows of the lists; more is asked for once that is painted."""


_NOWHERE = "~"
"""A word that hardly anything holds, so that all is looked through."""


def welcome(desk: Desk) -> Home | None:
    """What is shown first of a desk just unlocked; None where it cannot be read, which the page then says.
    What stands beside the lists comes with the dates: without them its words would change at once.
    """
    from inspector_app.operations.home import home

    try:
        return home(desk, with_dates=False, lines=AT_FIRST, beside=0, shared=True)
    except KnownError:
        return None


def get_ready(program: Program) -> None:
    """Load the encryption, the database's library and the framework of the list."""
    from inspector_app.exchange import cards
    from inspector_app.operations import home, set_up, workspace  # noqa: F401
    from inspector_app.operations.overview import FRAMEWORK

    program.databases.get_ready()
    cards.get_ready()
    program.framework(FRAMEWORK)


def get_ready_to_open(desk: Desk) -> None:
    """Load the engine, and the checklists of the inspection that stands first in the list."""
    from inspector_app.forms.engine import reopen, session  # noqa: F401
    from inspector_app.operations import (  # noqa: F401  # noqa: F401
        check_steps,
        complaint,
        follow_up_views,
        grades,
        letter_standing,
        narrative,
        overview,
        pseudonyms,
        screens,
    )
    from inspector_app.operations.checklist_session import load_forms

    latest = desk.store.lists.rows("under_way", 1) or desk.store.lists.rows("finished", 1)
    for row in latest:
        load_forms(desk, row.id)


def get_ready_to_find(desk: Desk) -> None:
    """Read once what is looked through for each key: an office's register lies in hundreds of pages."""
    from inspector_app.operations import palette  # noqa: F401
    from inspector_app.operations.find import find

    find(desk, _NOWHERE)
