"""Finds Python objects that stand for things made and kept by Qt which nobody tells Python of when they go.

Such an object goes on standing for a place in memory. A widget that comes to lie there later is mistaken for
it when it is deleted, and the process dies. Qt tells of its QObjects; of the items of a layout it does not.
"""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QMetaObject, QObject
from shiboken6 import Shiboken

LASTING = (QMetaObject,)
"""What stays in its place as long as the program runs."""


def strays() -> list[str]:
    """The kinds of things of Qt that Python holds although nothing will tell it of their end."""
    found = Counter(
        type(held).__name__
        for held in Shiboken.getAllValidWrappers()
        if not isinstance(held, (QObject, *LASTING))
        and not Shiboken.createdByPython(held)
        and not Shiboken.ownedByPython(held)
    )
    return [f"Python holds {count} {kind} of Qt" for kind, count in sorted(found.items())]
