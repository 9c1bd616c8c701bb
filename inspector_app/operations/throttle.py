"""How long to wait after wrong passphrases: the count beside the database, over restarts, alone decides.

The printed code is not slowed down: it cannot be guessed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspector_app.operations.program import Program


def seconds_to_wait(program: Program, database: Path) -> int:
    """Whole seconds until the next passphrase may be tried, 0 for now; reads one small file."""
    return program.databases.wait_seconds(database)
