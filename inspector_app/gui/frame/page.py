"""The base of every page: title, one line of what it is derived from, one primary action, messages, cards."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from inspector_app.gui.frame.side import SideContent
from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_fit, follow_look, look, tight
from inspector_app.gui.metrics import WIDEST_COLUMNS
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.message_bar import Message, MessageArea
from inspector_app.gui.widgets.reading_order import misplaced


class Page(QFrame):
    """A frame, so that those who hear the window are told which page they come to.

    Subclasses build in `__init__`, connect in one place, and decide nothing.

    `arrive` is called each time the page is shown and `leave` when another one is; a page binds its actions
    in the first and unbinds them in the second. No page calls another: it asks the window by a signal.

    `inspection_shown` is set by the window that made the page, None for one that shows no single inspection;
    `away` while another page is looked at, or none was yet: its facts can wait until nobody types.
    A page that stands alone in the window, with nothing at its left, is `centred` on a wide screen.
    """

    centred = False

    def __init__(self, key: str, title: str, derivation: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = label(title, "title")
        self.derivation = label(derivation, "soft")
        self.derivation.setVisible(bool(derivation))
        self.messages = MessageArea(self)
        self.side: SideContent | None = None
        self.inspection_shown: str | None = None
        self.away = False
        self._primary: Button | None = None
        self._head = FlowLayout(gap=3, line_gap=1)
        self._column = QVBoxLayout(self)
        self._content = QWidget(self)
        self._filled: QVBoxLayout | None = None
        self._take_dropped: Callable[[Path], None] | None = None
        self._awaiting_rest: list[Callable[[], None]] = []
        self._cards = QVBoxLayout(self._content)
        self._scroll = QScrollArea(self)
        self._build()
        self._call(title)
        follow_look(self._restyle)
        follow_fit(self._restyle)

    @property
    def primary(self) -> Button | None:
        return self._primary

    def set_title(self, title: str, derivation: str = "") -> None:
        """Change the title and the line of what the page is derived from."""
        self.title.setText(title)
        self._call(title)
        self.derivation.setText(derivation)
        self.derivation.setVisible(bool(derivation))

    def _call(self, title: str) -> None:
        """The page by its title, and what has the keyboard while nothing on it can."""
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._scroll.setAccessibleName(title)

    def set_primary(self, button: Button) -> None:
        """The one primary action, at the right of the title."""
        if self._primary is not None:
            raise ValueError("A page has one primary action")
        self._primary = button
        self._head.add_trailing(button)

    def add_head(self, widget: QWidget) -> None:
        """A badge or a plain button at the right of the title; add it before the primary action."""
        self._head.add_trailing(widget)

    def add(self, item: QWidget | QLayout) -> None:
        """A card, under those that are there."""
        at = self._cards.count() - 1
        if isinstance(item, QWidget):
            self._cards.insertWidget(at, item)
        else:
            add_layout(self._cards, item, at=at)

    def fill(self, widget: QWidget) -> None:
        """Give the page to one widget that scrolls by itself, in the place of cards. Where the window is too
        low for what it needs, the page scrolls too.
        """
        content = QWidget(self)
        content.setObjectName("page_content")
        self._filled = QVBoxLayout(content)
        self._filled.addWidget(widget)
        self._place_head()
        cards = self._scroll.takeWidget()
        cards.setParent(self)
        cards.hide()
        self._scroll.setWidget(content)
        self._content = widget
        self._restyle()

    def remove(self, widget: QWidget) -> None:
        """Take a card away for good."""
        self._cards.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def make_side(self) -> SideContent:
        """The page's right side; ask once and fill it."""
        if self.side is None:
            self.side = SideContent()
        return self.side

    def show_message(self, message: Message, act: Callable[[], None] | None = None) -> None:
        """Say something in its place on this page."""
        from inspector_app.gui.widgets.tab_order import order_in_place

        self._place_head()
        self.messages.show_message(message, act)
        order_in_place(self, self.messages)

    def arrive(self) -> None:
        """The page is now shown."""

    def leave(self) -> None:
        """Another page is about to be shown."""

    def rehearse(self) -> None:
        """Draw once, unseen, what the first showing will need."""

    def show_detail(self, detail: str) -> None:
        """Show one thing on the page (a question by its key, a finding by its id) and give it the keyboard.
        Called after `arrive`; a page without details takes no notice.
        """

    def resting(self) -> str:
        """What brings `show_detail` back to where the keyboard is, when the laptop locks; '' for nothing."""
        focused = getattr(self, "focused_key", None)
        return str(focused()) if focused is not None else ""

    def draft(self) -> Mapping[str, str]:
        """What stands in this page's fields and in no record yet, by names of its own; no secret is among it.
        It is kept in memory while the laptop is locked.
        """
        return {}

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """Show what `draft` gave before the laptop locked."""

    def wanted_width(self) -> int:
        """Pixels that something on the page needs, such as a table of many columns, margins included."""
        return 0

    @property
    def scrolled(self) -> int:
        """How far the page is scrolled."""
        return self._scroll.verticalScrollBar().value()

    def scroll_to(self, place: int) -> None:
        """Scroll as far as `scrolled` said."""
        self._scroll.verticalScrollBar().setValue(place)

    def next_open(self, step: int = 1) -> bool:
        """Go to the next open question on this page (F8), or with a step of -1 to the one before; False when
        there is none further on.
        """
        return False

    @property
    def at_rest(self) -> bool:
        """Whether the keyboard is where it is going to be: no facts are awaited that could move it, or
        replace what it is on. Keys wait until then (`key_hold`).
        """
        return True

    def when_at_rest(self, call: Callable[[], None]) -> None:
        """Call this now or as soon as the page is at rest; also when it is left or dropped before."""
        if self.at_rest:
            call()
        else:
            self._awaiting_rest.append(call)

    def tell_rest(self, *, left: bool = False) -> None:
        """A page that awaited facts says so whenever some came; nobody is told while it is not at rest."""
        if self._awaiting_rest and (left or self.at_rest):
            calls, self._awaiting_rest = self._awaiting_rest, []
            for call in calls:
                call()

    @contextmanager
    def steady_keyboard(self) -> Iterator[None]:
        """While facts are shown: where what had the keyboard goes away, the keyboard rests on the page.
        Qt would hand it to the next control, and the next key would answer that.
        """
        before = QApplication.focusWidget()
        inside = before is not None and self.isAncestorOf(before)
        yield
        if not inside or QApplication.focusWidget() is before:
            return
        gone = before is None or not isValid(before) or not before.isVisibleTo(self) or not before.isEnabled()
        if gone:
            self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_dropped(self, take: Callable[[Path], None]) -> None:
        """A file dropped anywhere on the page goes to `take`."""
        self._take_dropped = take
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        urls = event.mimeData().urls()
        if self._take_dropped is not None and len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent, /) -> None:
        if self._take_dropped is not None:
            event.acceptProposedAction()
            self._take_dropped(Path(event.mimeData().urls()[0].toLocalFile()))

    def first_focus(self) -> QWidget:
        """Where the keyboard goes when the person enters the page."""
        return self._first_in(self._content) or self._scroll

    def enter_soon(self) -> None:
        """Give what was shown just now the keyboard, which the page itself holds: new cards can be entered by
        the next turn of the event loop only."""
        QTimer.singleShot(0, self, self._enter_first)

    def _enter_first(self) -> None:
        if self._scroll.hasFocus():
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, widget: QWidget) -> None:
        """Scroll so far that a widget can be seen, and give it the keyboard.

        An answer that comes after the page was left must not take the keyboard from where it is now.
        """
        self._scroll.ensureWidgetVisible(widget, 0, look().metrics.space(6))
        if self.isVisible():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_in(self, root: QWidget) -> QWidget | None:
        """The first widget of a branch that Tab would stop at."""
        step, head = root.nextInFocusChain(), self._head.widgets()
        while step is not root and step is not None:
            tabbed = bool(step.focusPolicy() & Qt.FocusPolicy.TabFocus)
            shown = step.isVisibleTo(root) and step.isEnabled()
            if root.isAncestorOf(step) and tabbed and shown and step not in head:
                return step
            step = step.nextInFocusChain()
        return None

    def _build(self) -> None:
        self._head.addWidget(self.title)
        self._head.addWidget(self.derivation)
        self._content.setObjectName("page_content")
        self._content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._cards.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._scroll.setWidget(self._content)
        add_layout(self._column, self._head)
        self._column.addWidget(self.messages)
        self._column.addWidget(self._scroll, 1)
        self._scroll.viewport().installEventFilter(self)
        self._scroll.verticalScrollBar().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Lines of text longer than the eye can follow are not made wider on a wide screen. The bar of
        scrolling comes and goes after the room for it has changed.
        """
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self.fit_width()
        return super().eventFilter(watched, event)

    def _restyle(self) -> None:
        m = look().metrics
        self._column.setContentsMargins(0, m.space(5), 0, 0)
        self._column.setSpacing(m.space(3.5))
        self._cards.setSpacing(m.space(3.5))
        self._place_head()
        if self._filled is not None:
            self._filled.setContentsMargins(m.space(6), 0, m.space(6), m.space(5))
        self.fit_width()

    @property
    def _head_scrolls(self) -> bool:
        return self._content.isAncestorOf(self.messages)

    def _place_head(self) -> None:
        """Title and messages stay above the cards; where text is very large they scroll with these, else they
        would leave no room for them.
        """
        inside = tight() and self._filled is None
        if inside == self._head_scrolls:
            return
        before, after = (self._column, self._cards) if inside else (self._cards, self._column)
        before.removeItem(self._head)
        add_layout(after, self._head, at=0)
        after.insertWidget(1, self.messages)
        for child in misplaced(self._content if inside else self):
            child.raise_()

    def fit_width(self) -> None:
        """Give cards, title and messages their width; call it again where `wanted_width` has changed."""
        m = look().metrics
        if self._filled is not None:
            for part in (self._head, self.messages):
                part.setContentsMargins(m.space(6), 0, m.space(6), 0)
            return
        bar = self._scroll.verticalScrollBar()
        shown = bar.width() if bar.isVisible() else 0
        free = max(0, self.width() - m.columns(WIDEST_COLUMNS))
        if free:
            free = min(free, max(0, self.width() - self.wanted_width()))
        left = m.space(6) + (free // 2 if self.centred else 0)
        right = m.space(6) + free - (free // 2 if self.centred else 0)
        self._cards.setContentsMargins(left, 0, max(0, right - shown), m.space(5))
        # What is done on the page stands above the edge of its cards, on a wide screen too.
        for part in (self._head, self.messages):
            part.setContentsMargins(*((0, 0, 0, 0) if self._head_scrolls else (left, 0, right, 0)))
        if self.centred:
            self._column.setContentsMargins(0, m.space(5) + m.lowered(self.height()), 0, 0)
