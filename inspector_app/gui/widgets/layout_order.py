"""Tells in which order a widget's layouts place its children, without asking a layout for its items.

An item that Python asks for (`itemAt`) goes on standing for its place in memory as long as the layout lives,
even when Qt has deleted it: `inner_layout.py` tells what comes of that.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget

from inspector_app.gui.widgets.flow import FlowLayout


def in_order(host: QWidget) -> list[QWidget]:
    """The children of a widget that lie in its layouts, inner layouts in their place; [] without a layout."""
    layout = host.layout()
    if layout is None:
        return []
    waiting = {id(child): child for child in host.children() if isinstance(child, QWidget)}
    return _in(layout, waiting)


def _in(layout: QLayout, waiting: dict[int, QWidget]) -> list[QWidget]:
    """Take what lies in this layout, and in those inside it, out of what waits for its place."""
    if isinstance(layout, FlowLayout):
        return [widget for widget in layout.widgets() if waiting.pop(id(widget), None) is not None]
    placed: list[tuple[int, QWidget | QLayout]] = [
        (layout.indexOf(inner), inner) for inner in layout.children() if isinstance(inner, QLayout)
    ]
    for key, widget in list(waiting.items()):
        if len(placed) == layout.count():
            break
        at = layout.indexOf(widget)
        if at >= 0:
            placed.append((at, widget))
            del waiting[key]
    placed.sort(key=lambda pair: pair[0])
    found: list[QWidget] = []
    for _, part in placed:
        found += _in(part, waiting) if isinstance(part, QLayout) else [part]
    return found
