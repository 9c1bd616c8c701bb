"""The right side: last time, what the service claims, evidence here. It can be folded away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.labels import label


class SideSection(QWidget):
    """A heading with lines and buttons under it."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.heading = label(heading, "heading")
        self._column.addWidget(self.heading)
        follow_look(self._restyle)

    def add(self, item: QWidget | QLayout) -> None:
        if isinstance(item, QWidget):
            self._column.addWidget(item)
        else:
            add_layout(self._column, item)

    def insert(self, place: int, widget: QWidget) -> None:
        """Put a widget at a place; the heading is at 0."""
        self._column.insertWidget(place, widget)

    def say(self, text: str, *, soft: bool = False) -> None:
        """One line of text."""
        self._column.addWidget(label(text, "soft" if soft else "body"))

    def _restyle(self) -> None:
        self._column.setSpacing(look().metrics.space(2))


class SideContent(QWidget):
    """What a page shows at the side: sections under each other. `columns` is the width it would like."""

    def __init__(self, parent: QWidget | None = None, columns: int = 36) -> None:
        super().__init__(parent)
        self.columns = columns
        self.setObjectName("side_content")
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        follow_look(self._restyle)

    def add(self, section: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, section)

    def fill(self, section: QWidget) -> None:
        """Add a section that takes all the height that is left, such as a preview."""
        self._column.insertWidget(self._column.count() - 1, section, 1)
        self._column.setStretch(self._column.count() - 1, 0)

    def _restyle(self) -> None:
        m = look().metrics
        self._column.setContentsMargins(m.space(4.5), m.space(4.5), m.space(4.5), m.space(4.5))
        self._column.setSpacing(m.space(6))


class SidePanel(QFrame):
    """Shows the side of the current page, if it has one and the person has not folded it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAccessibleName(self.tr("Beside the page"))
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    @property
    def content(self) -> QWidget | None:
        return self._scroll.widget()

    def lodge(self, content: QWidget) -> None:
        """Take in a page's side, not shown yet: dressed here, it is not dressed anew whenever it is shown."""
        content.hide()
        content.setParent(self._scroll.viewport())

    def show_content(self, content: QWidget | None) -> None:
        """Show another page's side; the old one stays lodged, unharmed."""
        if content is self._scroll.widget():
            return
        old = self._scroll.takeWidget()
        if old is not None:
            self.lodge(old)
        if content is not None:
            self._scroll.setWidget(content)
            content.show()
