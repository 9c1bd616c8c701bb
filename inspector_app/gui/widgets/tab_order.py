"""Puts the stops of the Tab key in the order in which a page is read, for pages whose parts come and go.

What is heard by those who do not see the page is put in the same order.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from inspector_app.gui.widgets.layout_order import in_order
from inspector_app.gui.widgets.reading_order import order_for_reading


def order_by_layout(root: QWidget) -> None:
    """Let Tab go through everything under `root` as its layouts place it.

    A control made of several widgets hands the keyboard on to one of them, its proxy, and counts as a stop
    itself: left behind, Tab would go in circles between the two. Qt moves such a control with whatever
    follows it, and not at all without a focus policy, so it is a plain stop while the order is set. Given its
    proxy back it goes where its first child is, be that a mere label: so that is put in its place too.
    """
    order_for_reading(root)
    stops = list(dict.fromkeys(_stops(root)))
    compounds = [(stop, proxy) for stop in stops if (proxy := stop.focusProxy())]
    policies = [(stop, stop.focusPolicy()) for stop in stops]
    for stop, policy in policies:
        if policy == Qt.FocusPolicy.NoFocus:
            stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for compound, _ in compounds:
        compound.setFocusProxy(None)  # type: ignore[arg-type]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
    for stop, policy in policies:
        if policy == Qt.FocusPolicy.NoFocus:
            stop.setFocusPolicy(policy)
    for compound, proxy in compounds:
        compound.setFocusProxy(proxy)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """Everything that can have the keyboard: of a group of options any member may become its stop later."""
    proxy = widget.focusProxy()
    compound = proxy is not None and widget.isAncestorOf(proxy)
    if compound or (proxy is None and widget.focusPolicy() != Qt.FocusPolicy.NoFocus):
        yield widget
    if compound:
        yield next(child for child in widget.children() if isinstance(child, QWidget))
    if widget.layout() is not None:
        for placed in in_order(widget):
            yield from _stops(placed)
        return
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isWindow():
            yield from _stops(child)


def order_in_place(page: QWidget, part: QWidget) -> None:
    """Let Tab come to a part that was made late where it stands on the page; the rest stays in its order."""
    order_for_reading(page)
    stops = list(dict.fromkeys(_stops(page)))
    late = [at for at, stop in enumerate(stops) if part.isAncestorOf(stop)]
    if not late:
        return
    first, last = late[0], late[-1]
    after = stops[last + 1] if last + 1 < len(stops) else None
    before = stops[first - 1] if first else after.previousInFocusChain() if after is not None else None
    if before is not None:
        for one, other in pairwise([before, *stops[first : last + 1]]):
            QWidget.setTabOrder(one, other)
