"""A layout that sets its items in lines, as words in a paragraph, each at its own width, never stretched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget, QWidgetItem
from shiboken6 import isValid

from inspector_app.gui.look import follow_look, look

MOST_FOR_TAIL = 0.4
"""Share of a line that trailing items may take from words that wrap beside them."""

Line = list[tuple[QLayoutItem, QSize]]


class FlowLayout(QLayout):
    """Gaps are in steps of four pixels and follow the look. Items are centred in their line.

    Items added with `add_trailing` stand at the far end of the line they come to; words before them that are
    longer than the line wrap beside them while these leave room for it.

    As Qt's own layouts it keeps what it has reckoned until it is told to forget it: Qt asks for the height at
    one width some ten times while a page is shown. Only numbers are kept, never items: these may be gone.
    """

    _items: Sequence[QLayoutItem] = ()
    """What Qt finds when it asks a layout that Python has cleared already, on its way out with its window."""

    def __init__(self, parent: QWidget | None = None, *, gap: float = 2, line_gap: float = 1.5) -> None:
        super().__init__(parent)
        self._items = self._own = list[QLayoutItem]()
        self._gap = gap
        self._line_gap = line_gap
        self._trailing: set[QWidget] = set()
        self._heights: dict[int, int] = {}
        self._hint: QSize | None = None
        self._smallest: QSize | None = None
        self.setContentsMargins(0, 0, 0, 0)
        follow_look(self._restyle)

    def _restyle(self) -> None:
        self.invalidate()

    def invalidate(self) -> None:
        """Forget what was reckoned; Qt calls it when an item changed, came or went."""
        self._heights.clear()
        self._hint = self._smallest = None
        super().invalidate()

    def add_trailing(self, widget: QWidget) -> None:
        """Add a widget at the far end of its line."""
        self._trailing.add(widget)
        self.addWidget(widget)

    def addWidget(self, widget: QWidget, /) -> None:
        """Add a widget. Its item is made here and belongs to Python: of one made by Qt we would not hear when
        it is gone, and its wrapper would come to stand for whatever takes its place in memory.
        """
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))
        self.invalidate()

    def addItem(self, item: QLayoutItem, /) -> None:
        self._own.append(item)

    def move(self, widget: QWidget, to: int) -> None:
        """Give a widget another place in the order."""
        at = next(index for index, item in enumerate(self._items) if item.widget() is widget)
        self._own.insert(to, self._own.pop(at))
        self.invalidate()

    def widgets(self) -> list[QWidget]:
        """What lies in it, in order."""
        return [widget for item in self._items if isValid(item) and (widget := item.widget()) is not None]

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int, /) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:
        return self._own.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return height

    def setGeometry(self, rect: QRect, /) -> None:
        super().setGeometry(rect)
        spare = rect.height() - self.heightForWidth(rect.width())
        self._arrange(rect.adjusted(0, max(0, spare // 2), 0, 0), move=True)

    def sizeHint(self) -> QSize:
        if self._hint is None:
            self._hint = self._preferred()
        return QSize(self._hint)

    def minimumSize(self) -> QSize:
        if self._smallest is None:
            self._smallest = self._least()
        return QSize(self._smallest)

    def _preferred(self) -> QSize:
        shown = [item.sizeHint() for item in self._shown()]
        if not shown:
            return QSize(0, 0)
        width = sum(size.width() for size in shown) + look().metrics.space(self._gap) * (len(shown) - 1)
        return QSize(width, max(size.height() for size in shown)) + self._margins()

    def _least(self) -> QSize:
        shown = [item.minimumSize() for item in self._shown()]
        if not shown:
            return QSize(0, 0)
        size = QSize(max(s.width() for s in shown), max(s.height() for s in shown))
        return size + self._margins()

    def _shown(self) -> list[QLayoutItem]:
        """The items that take room. While what holds the layout is being deleted Qt asks for its size after
        the items are gone."""
        return [item for item in self._items if isValid(item) and not item.isEmpty()]

    def _margins(self) -> QSize:
        margins = self.contentsMargins()
        return QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Set the lines and give the height needed."""
        metrics = look().metrics
        inside = rect.marginsRemoved(self.contentsMargins())
        margins = self.contentsMargins()
        y = inside.top()
        lines = self._lines(inside.width(), metrics.space(self._gap))
        for number, line in enumerate(lines):
            height = max(size.height() for _, size in line)
            if move:
                self._place(line, inside, y, height)
            y += height + (metrics.space(self._line_gap) if number < len(lines) - 1 else 0)
        return y - inside.top() + margins.top() + margins.bottom()

    def _lines(self, width: int, gap: int) -> list[Line]:
        lines: list[Line] = []
        used = width + 1
        tail = sum(item.sizeHint().width() + gap for item in self._shown() if self._trails(item))
        for item in self._shown():
            size = item.sizeHint()
            wraps = item.hasHeightForWidth() and not self._trails(item)
            if size.width() + tail > width and wraps and tail < width * MOST_FOR_TAIL:
                size = _narrowed(item, width - tail)
            elif size.width() > width:
                size = _narrowed(item, width)
            if used + gap + size.width() > width or not lines:
                lines.append([])
                used = -gap
            lines[-1].append((item, size))
            used += gap + size.width()
        return lines

    def _trails(self, item: QLayoutItem) -> bool:
        return item.widget() in self._trailing and not item.isEmpty()

    def _place(self, line: Line, inside: QRect, y: int, height: int) -> None:
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight
        gap = look().metrics.space(self._gap)
        x = inside.left()
        spare = inside.width() - sum(size.width() for _, size in line) - gap * (len(line) - 1)
        for item, size in line:
            if spare > 0 and self._trails(item):
                x, spare = x + spare, 0
            spot = QRect(QPoint(x, y + (height - size.height()) // 2), size)
            item.setGeometry(QStyle.visualRect(direction, inside, spot))
            x += size.width() + gap


def _narrowed(item: QLayoutItem, width: int) -> QSize:
    """The size of an item that has to make do with less than it would like."""
    size = QSize(max(width, item.minimumSize().width()), item.sizeHint().height())
    if item.hasHeightForWidth():
        size.setHeight(item.heightForWidth(size.width()))
    return size
