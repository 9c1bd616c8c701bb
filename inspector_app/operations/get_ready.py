"""Loads what will be wanted next: while a person types the passphrase, what opening the database and the list
of inspections take; while the list is looked at, what opening one of them and finding another take.

It is the same work, done earlier, so that after Enter only the derivation of the key is waited for.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from inspector_app.errors import KnownError

if TYPE_CHECKING:
    from inspector_app.operations.desk import Desk
    from inspector_app.operations.home import Home
    from inspector_app.operations.program import Program


AT_FIRST = 12
"""What a small window shows of the lists; more is asked for once that is painted."""

_FOR_MORE = (
    "inspector_app.forms.definition.model",
    "inspector_app.xpath.compile",
    "inspector_app.xpath.patterns.match",
    "lxml.etree",
    "inspector_app.xpath.functions",
    "inspector_app.forms.definition.form",
    "inspector_app.forms.engine.reopen",
    "inspector_app.forms.engine.session",
    "inspector_app.forms.codecs.xform",
    "inspector_app.forms.engine.lint",
    "inspector_app.inspections.paper",
    "inspector_app.inspections.letter",
    "inspector_app.inspections.papers",
    "inspector_app.operations.complaint",
    "inspector_app.operations.check_letter",
    "inspector_app.operations.screen_facts",
    "inspector_app.operations.screen_words",
    "inspector_app.operations.screens",
    "inspector_app.operations.check_steps",
    "inspector_app.operations.follow_up_views",
    "inspector_app.operations.letter_standing",
    "inspector_app.operations.palette",
    "inspector_app.operations.find",
)
"""In the order of what needs what: each brings some modules with it, and takes a few milliseconds."""


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


def get_ready_for_more(desk: Desk) -> Iterator[str]:
    """What opening an inspection and finding another take, piece by piece; after each its name is given.

    Each piece is one short job of the writer, so that a key pressed meanwhile waits for one piece: some
    modules, the checklists of the inspection that stands first in the list, some rows of what is looked
    through for each key of a search (an office's lies in thousands of pages).
    """
    for name in _FOR_MORE:
        import_module(name)
        yield name
    from inspector_app.operations.checklist_session import load_forms

    for row in desk.store.lists.rows("under_way", 1) or desk.store.lists.rows("finished", 1):
        load_forms(desk, row.id)
        yield "checklists"
    for name, read in (("inspections", desk.store.lists.read_on), ("services", desk.store.read_services_on)):
        after: int | None = 0
        while after is not None:
            after = read(after)
            yield name
