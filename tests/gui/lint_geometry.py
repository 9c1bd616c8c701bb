"""Nothing that is said on the screen may be cut off: geometry of texts, buttons and badges. Reusable."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QWidget

from inspector_app.gui.frame.rail import Rail, wrap_of
from inspector_app.gui.look import look
from inspector_app.gui.widgets.badge import Badge
from inspector_app.gui.widgets.chips import Chip
from inspector_app.gui.widgets.segmented import Segment
from tests.patience import come_to_be_laid_out


def clipped(root: QWidget) -> list[str]:
    """One line for each text, button or badge under `root` that is shown with less room than it needs."""
    come_to_be_laid_out(root.window())
    faults = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, (QLabel, QAbstractButton)):
            continue
        if isinstance(widget, QLabel) and not widget.text():
            if isinstance(widget, Badge):
                faults.append("a badge without words is shown")
            continue
        needed = _needed(widget)
        if widget.width() < needed[0] or widget.height() < needed[1]:
            size = f"{widget.width()}×{widget.height()}"
            faults.append(f"{type(widget).__name__} {widget.text()!r} is {size}, needs {needed}")
        elif not _inside(widget):
            faults.append(f"{type(widget).__name__} {widget.text()!r} reaches out of what holds it")
    return faults + _rail_faults(root)


def _needed(widget: QLabel | QAbstractButton) -> tuple[int, int]:
    if isinstance(widget, Segment) and widget.listed:
        return 0, widget.list_height(widget.width())
    if isinstance(widget, QLabel) and widget.wordWrap():
        shown = QLabel.text(widget).replace("\u200b", " ")  # a place where it may break
        longest = max(widget.fontMetrics().horizontalAdvance(word) for word in shown.split() or [""])
        return longest, widget.heightForWidth(widget.width())
    hint = widget.minimumSizeHint()
    if isinstance(widget, Chip) or (isinstance(widget, Badge) and widget.hasHeightForWidth()):
        return hint.width(), widget.heightForWidth(widget.width())
    return hint.width(), hint.height()


def _inside(widget: QWidget) -> bool:
    """Whether the widget lies within its parents, up to the first that scrolls."""
    rect = QRect(QPoint(0, 0), widget.size())
    child, parent = widget, widget.parentWidget()
    while parent is not None and not isinstance(parent, QAbstractScrollArea):
        rect.translate(child.pos())
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            return rect.left() >= 0 and rect.right() < parent.parentWidget().width() + 1
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(rect):
            return False
        child, parent = parent, parent.parentWidget()
    return True


def _rail_faults(root: QWidget) -> list[str]:
    faults = []
    for rail in root.findChildren(Rail):
        if not rail.isVisible():
            continue
        bold = _bold_of(rail)
        for row in range(rail.list.count()):
            rect = rail.list.visualItemRect(rail.list.item(row))
            plan = rail.plan(row)
            title = rail.items[row].title
            wrap = wrap_of(title, bold, plan.title.width())
            needed = bold.boundingRect(QRect(0, 0, plan.title.width(), 10_000), wrap, title)
            if needed.width() > plan.title.width() or needed.height() > plan.title.height():
                faults.append(f"{title!r} is cut in the rail")
            for name, part in (("title", plan.title), ("words", plan.words)):
                if part.right() > rect.width() or part.bottom() > rect.height() + 1:
                    faults.append(f"{name} of rail item {row} reaches out of its line")
    return faults


def _bold_of(rail: Rail) -> QFontMetrics:
    """The letters in which the part shown is named."""
    font = QFont(rail.list.font())
    font.setPointSizeF(look().metrics.body_points)
    font.setWeight(QFont.Weight.DemiBold)
    return QFontMetrics(font)
