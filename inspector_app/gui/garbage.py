"""Collects Python's garbage on the thread of the window alone.

Python looks for garbage on whichever thread happens to allocate. On the writer's it would take apart widgets
while Qt uses them here, and the process dies of it (seen in the core of a test run). So while a writer lives
the automatic search is off, and the window searches when a job comes back.

To look through everything takes 75 ms at the list of inspections and 95 ms once every page was seen
(measured): five frames. So while somebody works only the youngest are looked through, some 3 ms; what has
grown old since is looked through in a pause of some seconds and then left alone; everything only in a long
pause.
"""

from __future__ import annotations

import gc

YOUNG = 5_000
"""Objects made before the young ones are looked through."""
MANY = 8
"""Looks at the young ones, or pauses, after which a long pause is worth a look at everything."""
PAUSE_MILLISECONDS = 5_000
LONG_PAUSE_MILLISECONDS = 60_000
_since = 0

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
        gc.unfreeze()
        gc.enable()


def collect() -> None:
    """Look through the young ones when there are enough; to be called on the thread of the window, where
    nothing is under way.
    """
    global _since
    if gc.get_count()[0] > YOUNG:
        _since += 1
        gc.collect(0)


def rest() -> None:
    """In a pause: what was made since the last one; what is still in use is left alone from then on."""
    global _since
    if gc.get_freeze_count():
        gc.collect()
    _since += 1
    gc.freeze()


def thorough() -> None:
    """In a long pause: everything, where something was made since."""
    global _since
    if _since >= MANY:
        _since = 0
        gc.unfreeze()
        gc.collect()
        gc.freeze()
