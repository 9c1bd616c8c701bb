"""Collects Python's garbage on the thread of the window alone.

Python looks for garbage on whichever thread happens to allocate. On the writer's it would take apart widgets
while Qt uses them here, and the process dies of it (seen in the core of a test run). So while a writer lives
the automatic search is off, and the window searches when a job comes back.
"""

from __future__ import annotations

import gc

YOUNG = 20_000
"""Objects made before the young ones are looked through: some milliseconds."""
OLD = 25
"""Looks at the young ones before all are looked through."""


_held = 0
"""How many ask for it: the window's writer and that of the head office live at the same time."""


def only_here() -> None:
    """From now on only `collect` collects, until each who asked for it has called `anywhere`."""
    global _held
    _held += 1
    gc.disable()


def anywhere() -> None:
    """As Python does by itself, unless somebody else still asks for `only_here`."""
    global _held
    _held -= 1
    if not _held:
        gc.enable()


def collect() -> None:
    """Collect when there is enough; to be called on the thread of the window, where nothing is under way."""
    young, _, old = gc.get_count()
    if young > YOUNG:
        gc.collect(2 if old >= OLD else 1)
