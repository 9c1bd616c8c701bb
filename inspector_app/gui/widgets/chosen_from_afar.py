"""Lets a list answer to those who choose in it without keys or mouse.

A screen reader, a switch or dictation selects a line over the accessibility bus. Qt then marks the line and
moves nothing: the line the list acts upon stays another one.
"""

from __future__ import annotations

from PySide6.QtCore import QItemSelection
from PySide6.QtWidgets import QAbstractItemView


def follow_selection(view: QAbstractItemView) -> None:
    """A line that is selected becomes the current one; call it once the view has its model."""

    def follow(selected: QItemSelection) -> None:
        found = selected.indexes()
        if found and found[0] != view.currentIndex():
            view.setCurrentIndex(found[0])

    view.selectionModel().selectionChanged.connect(follow)
