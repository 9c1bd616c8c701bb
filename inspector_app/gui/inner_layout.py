"""Puts one layout into another without leaving marks of Qt's own items behind.

PySide makes a Python object of each item of an inner layout that holds something when it is put into another,
and keeps it as long as the inner layout lives. When Qt deletes such an item before that, nobody tells PySide:
the object goes on standing for a place in memory. A widget that comes to lie there is mistaken for it when it
is deleted, and the program dies (`tests/gui/test_items_of_layouts.py` shows it).
"""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QLayout
from shiboken6 import Shiboken


def add_layout(outer: QBoxLayout, inner: QLayout, stretch: int = 0, *, at: int = -1) -> None:
    """Put a layout into another, at its end or at a place. Takes the place of `addLayout` everywhere."""
    outer.insertLayout(at, inner, stretch)
    _let_go(inner)


def _let_go(layout: QLayout) -> None:
    """Have PySide forget the items that Qt made; those made by Python it hears of, and they stay."""
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if isinstance(item, QLayout):
            _let_go(item)
        elif item is not None and not Shiboken.createdByPython(item):
            Shiboken.invalidate(item)
