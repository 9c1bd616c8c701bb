"""Loads, while a person types the passphrase, what opening the database and the list of inspections take.

Nothing is decided or read here: it is the same work, done earlier, so that after Enter only the derivation of
the key is waited for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspector_app.operations.program import Program


def get_ready(program: Program) -> None:
    """Load the encryption, the database's library and the framework of the list."""
    from inspector_app.exchange import cards
    from inspector_app.operations import overview, set_up, workspace  # noqa: F401

    program.databases.get_ready()
    cards.get_ready()
    program.framework(overview.FRAMEWORK)
