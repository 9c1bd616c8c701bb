"""A writer that is busy for as long as a test wants: what is typed meanwhile must not go astray.

Nothing sleeps: a job waits on the writer thread until the test lets it go on, and all other jobs behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event

from inspector_app.gui.workbench import Workbench

LONGEST_SECONDS = 600


@contextmanager
def busy_writer(bench: Workbench) -> Iterator[Callable[[], None]]:
    """Keep the writer busy until the block ends, or until what it gives is called."""
    gate = Event()
    bench.run(lambda desk: gate.wait(LONGEST_SECONDS))
    try:
        yield gate.set
    finally:
        gate.set()
