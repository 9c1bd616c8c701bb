"""Puts the stops of the Tab key in the order in which a page is read, for pages whose parts come and go."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget
from shiboken6 import isValid


def order_by_layout(root: QWidget) -> None:
    """Let Tab go through everything under `root` as its layouts place it.

    A control made of several widgets hands the keyboard on to one of them, its proxy, and counts as a stop
    itself: left behind, Tab would go in circles between the two. Qt moves such a control with whatever
    follows it, and not at all without a focus policy, so it is a plain stop while the order is set.
    """
    stops = list(_stops(root))
    compounds = [(stop, proxy, stop.focusPolicy()) for stop in stops if (proxy := stop.focusProxy())]
    for compound, _, _ in compounds:
        compound.setFocusProxy(None)  # type: ignore[arg-type]
        compound.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
    for compound, proxy, policy in compounds:
        compound.setFocusPolicy(policy)
        compound.setFocusProxy(proxy)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """Everything that can have the keyboard: of a group of options any member may become its stop later."""
    proxy = widget.focusProxy()
    compound = proxy is not None and widget.isAncestorOf(proxy)
    if compound or (proxy is None and widget.focusPolicy() != Qt.FocusPolicy.NoFocus):
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout)
        return
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isWindow():
            yield from _stops(child)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None or not isValid(item):
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _in_layout(inner)
        elif widget is not None:
            yield from _stops(widget)
