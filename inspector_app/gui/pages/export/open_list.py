"""What is still open, a line each with the way to it; what is only worth a look stands apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.gui import icons
from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.tab_order import order_by_layout
from inspector_app.operations.readiness import Hindrance

MOST = 60
"""Lines shown; the rest is counted, and shows itself as these are done."""


class _Line(QWidget):
    """One thing that is open: what it is, what to do, and a button that goes there."""

    def __init__(self, hindrance: Hindrance, owner: OpenList, *, blocks: bool) -> None:
        super().__init__(owner)
        self._hindrance, self._owner, self._blocks = hindrance, owner, blocks
        self._mark = QLabel(self)
        self.go = go = Button(self.tr("Go to {place}").format(place=hindrance.place), parent=self)
        go.setAccessibleName(f"{go.text()}: {hindrance.message}")
        go.clicked.connect(self._go)
        go.setVisible(hindrance.page != "export")
        self._words = _column(label(hindrance.message), label(hindrance.advice, "small"))
        row = FlowLayout(gap=3)
        row.addWidget(self._words)
        row.add_trailing(go)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        add_layout(self._line, row, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_look(self._restyle)

    def _go(self) -> None:
        self._owner.tell_wanted(self._hindrance.page, self._hindrance.detail)

    def _restyle(self) -> None:
        seen = look()
        name: icons.Name = "state-attention" if self._blocks else "info"
        ink = seen.colours.attention if self._blocks else seen.colours.soft
        self._mark.setPixmap(icons.pixmap(name, ink, seen.metrics.icon, self.devicePixelRatioF()))
        self._line.setSpacing(seen.metrics.space(2))


def _column(*parts: QWidget) -> QWidget:
    """Texts under each other, as one that wraps."""
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    held.setSizePolicy(policy)
    return held


class OpenList(QWidget):
    """`wanted(page, detail)` when the person goes to one."""

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Sequence[Hindrance], Sequence[Hindrance]] | None = None
        self._parts: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        follow_look(self._restyle)

    def show_open(self, hindrances: Sequence[Hindrance], worth_a_look: Sequence[Hindrance]) -> None:
        """Show what is open; the same list stays as it is, and with it the keyboard's place."""
        if self._shown == (hindrances, worth_a_look):
            return
        self._shown = (hindrances, worth_a_look)
        for old in self._parts:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._parts = [_Line(one, self, blocks=True) for one in hindrances[:MOST]]
        if len(hindrances) > MOST:
            more = self.tr("and {count} more").format(count=len(hindrances) - MOST)
            self._parts.append(label(more, "soft"))
        if worth_a_look:
            self._parts.append(label(self.tr("Worth a look, not in the way"), "strong"))
            self._parts += [_Line(one, self, blocks=False) for one in worth_a_look[:MOST]]
        for part in self._parts:
            self._column.addWidget(part)
        self._line_up()
        order_by_layout(self)

    def tell_wanted(self, page: str, detail: str) -> None:
        self.wanted.emit(page, detail)

    def _restyle(self) -> None:
        self._column.setSpacing(look().metrics.space(2.5))
        self._line_up()

    def _line_up(self) -> None:
        """All buttons as wide as the widest: they stand in one column, beside the words or below them."""
        buttons = [part.go for part in self._parts if isinstance(part, _Line)]
        for button in buttons:
            button.setMinimumWidth(0)
        widest = max((button.sizeHint().width() for button in buttons if not button.isHidden()), default=0)
        for button in buttons:
            button.setMinimumWidth(widest)
