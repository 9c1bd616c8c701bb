"""What every page must keep for people who hear the screen or use only the keyboard; reusable for any page.

`lint(root)` returns what is wrong, one line a fault; a test asserts that the list is empty.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from inspector_app.gui.widgets.reading_order import misplaced
from tests.patience import come_to_be_laid_out

SMALLEST_TARGET = 24
_NO_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client)
_FIELDS = (QLineEdit, QPlainTextEdit, QComboBox)


def focusable(root: QWidget) -> list[QWidget]:
    """Every widget under `root` that the keyboard or a click can reach, as it is shown now."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        and not isinstance(widget, QScrollBar)
    ]


def tab_order(root: QWidget) -> list[QWidget]:
    """The stops of the Tab key under `root`, in order."""
    stops: list[QWidget] = []
    step = root.nextInFocusChain()
    while step is not root:
        reached = bool(step.focusPolicy() & Qt.FocusPolicy.TabFocus) and step.focusProxy() is None
        if root.isAncestorOf(step) and reached and step.isVisible() and step.isEnabled():
            stops.append(step)
        step = step.nextInFocusChain()
    return stops


def lint(root: QWidget) -> list[str]:
    """All faults of the widgets shown under `root`."""
    come_to_be_laid_out(root.window())
    return [
        *_names(root),
        *_labels(root),
        *_targets(root),
        *_order(root),
        *_mnemonics(root),
        *heard_order_faults(root),
    ]


def _names(root: QWidget) -> list[str]:
    faults = []
    for widget in focusable(root):
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or interface.role() in _NO_ROLE:
            faults.append(f"{_who(widget)} has no role")
        elif not (widget.accessibleName() or (widget.text() if isinstance(widget, QLabel) else "")).strip():
            faults.append(f"{_who(widget)} has no accessible name")
    return faults


def _labels(root: QWidget) -> list[str]:
    """A combo box says its value where its name should be, so its label must be a relation; and every buddy
    of a label must be there and be told so."""
    faults = []
    for box in root.findChildren(QComboBox):
        if box.isVisible() and not _label_texts(box):
            faults.append(f"{_who(box)} has no label relation")
    for caption in root.findChildren(QLabel):
        buddy = caption.buddy()
        target = buddy.focusProxy() or buddy if buddy is not None else None
        if target is not None and caption.isVisible() and not isinstance(buddy, _FIELDS):
            named = buddy.accessibleName()
            if caption.text() not in named:
                faults.append(f"label {caption.text()!r} is not in the name {named!r} of its control")
    return faults


def _label_texts(widget: QWidget) -> list[str]:
    interface = QAccessible.queryAccessibleInterface(widget)
    found = [] if interface is None else interface.relations(QAccessible.RelationFlag.AllRelations)
    return [
        other.text(QAccessible.Text.Name) for other, kind in found if kind == QAccessible.RelationFlag.Label
    ]


def _targets(root: QWidget) -> list[str]:
    kinds = (QAbstractButton, *_FIELDS)
    return [
        f"{_who(widget)} is {widget.width()}×{widget.height()}, smaller than {SMALLEST_TARGET}"
        for widget in focusable(root)
        if isinstance(widget, kinds) and min(widget.width(), widget.height()) < SMALLEST_TARGET
    ]


def _order(root: QWidget) -> list[str]:
    """Tab goes as one reads: within one scrolling area never back up, unless to a column further on."""
    faults = []
    stops = tab_order(root)
    for before, after in pairwise(stops):
        if _area(before) is not _area(after):
            continue
        start, end = (widget.mapTo(root, QPoint(0, 0)) for widget in (before, after))
        beside = end.x() >= start.x() + before.width()
        if end.y() + after.height() < start.y() and not beside:
            faults.append(f"Tab goes up from {_who(before)} to {_who(after)}")
    return faults


def heard_order_faults(root: QWidget) -> list[str]:
    """What is heard from top to bottom comes in the order of the layouts, titles first."""
    return [
        f"under {_who(widget)} this is heard in another order than it is read: {[_who(c) for c in found]}"
        for widget in (root, *root.findChildren(QWidget))
        if widget.isVisible() and (found := [child for child in misplaced(widget) if child.isVisible()])
    ]


def _mnemonics(root: QWidget) -> list[str]:
    """Two controls with one mnemonic cancel each other."""
    keys: Counter[str] = Counter()
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, (QAbstractButton, QLabel)):
            if isinstance(widget, QLabel) and widget.buddy() is None:
                continue
            shown = QLabel.text(widget) if isinstance(widget, QLabel) else QAbstractButton.text(widget)
            keys.update(letter.lower() for letter in re.findall(r"&(\w)", shown.replace("&&", "")))
    return [f"the mnemonic {letter} is used {times} times" for letter, times in keys.items() if times > 1]


def _area(widget: QWidget) -> QWidget | None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea) and not isinstance(parent, QAbstractItemView):
            return parent
        parent = parent.parentWidget()
    return None


def _who(widget: QWidget) -> str:
    name = widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} {name!r}"


def unreached(root: QWidget) -> list[str]:
    """Stops of the Tab key that pressing Tab never comes to, from the first one on: a circle on the way."""
    stops = [stop for stop in tab_order(root) if not isinstance(stop, QAbstractItemView)]
    if len(stops) < 2:
        return []
    before = QApplication.focusWidget()
    stops[0].setFocus()
    reached: set[QWidget] = set()
    for _ in range(len(stops) * 6 + 200):
        focused = QApplication.focusWidget()
        if focused is None:
            break
        reached.add(focused)
        if reached.issuperset(stops):
            break
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    if before is not None:
        before.setFocus()
    return [f"Tab never comes to {_who(stop)}" for stop in stops if stop not in reached and stop.isVisible()]
