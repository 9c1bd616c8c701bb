"""Puts the parts of a page in the order in which they are read, for those who hear it from top to bottom.

Assistive technology gets the children of a widget in the order in which they were made. A title made after
the cards under it would be heard last.
"""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget

from inspector_app.gui.widgets.layout_order import in_order


def order_for_reading(root: QWidget) -> None:
    """Bring the children of everything under `root` into the order of their layouts.

    What lies in no layout (a toast, a list that drops down) stays above and is heard last.
    """
    for widget in (root, *root.findChildren(QWidget)):
        found = misplaced(widget)
        for child in found:
            child.raise_()


def misplaced(widget: QWidget) -> list[QWidget]:
    """The children of a widget as they should stand; [] when they stand so."""
    if isinstance(widget.layout(), QStackedLayout):  # of a stack one part is shown at a time
        return []
    wanted = in_order(widget)
    if len(wanted) < 2:
        return []
    places = {id(child): at for at, child in enumerate(wanted)}
    children = [child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow()]
    stand = [child for child in children if id(child) in places]
    if [id(child) for child in stand] == [id(child) for child in wanted]:
        return []
    return [*wanted, *(child for child in children if id(child) not in places)]
