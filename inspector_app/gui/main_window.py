"""The frame of the window: top bar, rail, pages, side. It shows facts, passes on wishes, decides nothing.

Only what the door needs is imported with this module: the frame is made, and its parts are imported, by
`furnish`, behind the door where there is one.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_look, look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from PySide6.QtGui import QCloseEvent, QMouseEvent
    from PySide6.QtWidgets import QStackedWidget

    from inspector_app.gui.actions import Actions
    from inspector_app.gui.door import Door
    from inspector_app.gui.frame.facts import Place, Progress, RailItem
    from inspector_app.gui.frame.page import Page
    from inspector_app.gui.frame.rail import Rail
    from inspector_app.gui.frame.side import SidePanel
    from inspector_app.gui.frame.top_bar import TopBar
    from inspector_app.gui.theme import Theme
    from inspector_app.gui.widgets.buttons import Button
    from inspector_app.gui.widgets.message_bar import Message, MessageArea

SMALLEST_WIDTH_FOR_SIDE = 84
"""In ems: below this the side folds by itself."""
SMALLEST_WIDTH_FOR_WORDS = 72
"""In ems: below this the top bar makes do with icons."""
SMALLEST_WIDTH_FOR_RAIL = 44
"""In ems (1366 pixels at 300 %): below this the rail gives way to the side, and the top bar says little."""


class MainWindow(QMainWindow):
    """Signals: `page_wanted(key)` from the rail, `next_open_wanted`, `lock_wanted`, `search_wanted(text)`.

    With a `door` only that is made and shown; `furnish` makes the rest, `open_door` shows it.
    """

    page_wanted = Signal(str)
    next_open_wanted = Signal()
    lock_wanted = Signal()
    search_wanted = Signal(str)

    _furnished = False
    registry: Actions
    top: TopBar
    messages: MessageArea
    rail: Rail
    stack: QStackedWidget
    side: SidePanel

    def __init__(self, theme: Theme, door: Door | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._closing: Callable[[], None] | None = None
        self._pages: dict[str, Page] = {}
        self._arrived: Page | None = None
        self._side_wanted: bool | None = None
        self._furnished = False
        self._where = ""
        self.setObjectName("main_window")
        if door is None:
            self.furnish()
        else:
            self.setCentralWidget(door)

    def furnish(self) -> QWidget:
        """Make the frame. It is shown at once, or by `open_door` where a door stands before it."""
        from inspector_app.gui.actions import Actions
        from inspector_app.gui.frame.fitting import SteadySize, WindowWatch
        from inspector_app.gui.frame.page_stack import PageStack
        from inspector_app.gui.frame.rail import Rail
        from inspector_app.gui.frame.side import SidePanel
        from inspector_app.gui.frame.top_bar import TopBar, TopButtons
        from inspector_app.gui.widgets.message_bar import MessageArea
        from inspector_app.gui.widgets.reading_order import order_for_reading

        self.registry = Actions(self)
        self._register_actions()
        root = QWidget(None if self.centralWidget() else self)
        root.setObjectName("page")
        menu = self.registry.button("window.menu", "quiet", icon_only=True)
        side = self.registry.button("window.side", "quiet", icon_only=True)
        lock = self.registry.button("window.lock")
        search = self.registry.button("window.search", icon_only=True)
        buttons = TopButtons(menu, search, side, lock)
        self.top = TopBar(buttons, self.registry.key("window.search"), root)
        self.messages = MessageArea(root)
        next_open = self.registry.button("window.next_open", "quiet")
        self.rail = Rail(self.tr("Inspection"), next_open, root)
        self.stack = PageStack(root)
        self.side = SidePanel(root)
        self._side_button: Button = side
        self._menu_button: Button = menu
        self._lay_out(root)
        self._root = root
        self._furnished = True
        if self.centralWidget() is None:
            self.setCentralWidget(root)
        order_for_reading(root)
        self.rail.chosen.connect(self.tell_page_wanted)
        self.top.search_wanted.connect(self.tell_search_wanted)
        follow_look(self._restyle)
        SteadySize(self, self._theme)
        WindowWatch(self, self._restyle, self._theme.system_changed)
        return root

    def open_door(self) -> None:
        """Let the frame take the place of the door."""
        if self.centralWidget() is not self._root:
            self.setCentralWidget(self._root)
            self._root.show()

    def call_at_close(self, closing: Callable[[], None]) -> None:
        """Call this before the window closes, to save what is being typed and wait for the writer."""
        self._closing = closing

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def page(self) -> Page | None:
        """The page shown."""
        shown = self.stack.currentWidget()
        return next((page for page in self._pages.values() if page is shown), None)

    def add_page(self, page: Page) -> Page:
        """Take a page; the first is shown once `go` names it."""
        self._pages[page.key] = page
        page.windowTitleChanged.connect(self._call_window)
        self.stack.addWidget(page)
        if page.side is not None:
            self.side.lodge(page.side)
        return page

    def remove_page(self, key: str) -> None:
        """Drop a page for good, its side with it."""
        shown = self.page
        page = self._pages.pop(key)
        if shown is page:
            page.leave()
            self.side.show_content(None)
        if self._arrived is page:
            self._arrived = None
        self.stack.removeWidget(page)
        page.tell_rest(left=True)
        if page.side is not None:
            page.side.deleteLater()
        page.deleteLater()

    @property
    def page_keys(self) -> tuple[str, ...]:
        """The keys of all pages that were made."""
        return tuple(self._pages)

    def has_page(self, key: str) -> bool:
        return key in self._pages

    def outlived(self, key: str, inspection: str) -> bool:
        """Whether the page there is of another inspection: it was on the screen when this one was opened."""
        return key in self._pages and self._pages[key].inspection_shown not in (None, inspection)

    def go(self, key: str, *, focus: bool = False) -> Page:
        """Show a page; with `focus` the keyboard goes into it too."""
        from PySide6.QtCore import Qt

        old, new = self._arrived, self._pages[key]
        if old is not new or not new.isVisible():
            if old is not None and old is not new:
                old.leave()
                old.away = True
                _let_go(old)
            # The stack shows the first page it gets by itself: whether one arrived is known here alone.
            self._arrived = new
            self.stack.setCurrentWidget(new)
            self.side.show_content(new.side)
            new.away = False
            new.arrive()
            if old is not None and old is not new:
                old.tell_rest(left=True)
            self._order_for_reading(new)
            self._call_window()
        self.rail.select(key)
        self._show_side()
        if focus:
            new.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        return new

    @contextmanager
    def arranged_once(self) -> Iterator[None]:
        """Lay the frame out once, at the end: Qt does it anew for each part that is shown or hidden."""
        layouts = [
            layout for part in (self.top, self._root) if (layout := part.layout()) and layout.isEnabled()
        ]
        for layout in layouts:
            layout.setEnabled(False)
        try:
            yield
        finally:
            for layout in layouts:
                layout.setEnabled(True)
                layout.invalidate()
                layout.activate()

    def show_place(self, place: Place) -> None:
        """Say where the person is, in the top bar and in the window's title."""
        self.top.show_place(place)
        self._where = place.title
        self._call_window()

    def _order_for_reading(self, page: Page) -> None:
        from inspector_app.gui.widgets.reading_order import order_for_reading

        for part in (self.top, self.rail, page):
            order_for_reading(part)

    def _call_window(self) -> None:
        """The window's title is what a screen reader says of where one is: the page, then the service."""
        page = self._arrived.windowTitle() if self._arrived is not None else ""
        titles = dict.fromkeys(part for part in (page, self._where) if part)
        self.setWindowTitle(" – ".join(titles))

    def show_rail(self, items: Sequence[RailItem], heading: str = "") -> None:
        """The parts; none hides the rail."""
        if heading:
            self.rail.set_heading(heading)
        self.rail.show_items(items)
        self._show_side()
        if self.page is not None:
            self.rail.select(self.page.key)

    def show_progress(self, progress: Progress | None) -> None:
        self.rail.show_progress(progress)

    def show_saved(self, at: datetime) -> None:
        self.top.show_saved(at)

    def show_message(self, message: Message, act: Callable[[], None] | None = None) -> None:
        """A message of the whole window, above the page."""
        self.messages.show_message(message, act)

    def add_foot(self, widget: QWidget) -> None:
        """Put something at the foot of the window, under pages and rail."""
        layout = self._root.layout()
        if layout is not None:
            layout.addWidget(widget)

    def fold_side(self) -> None:
        """Fold the side away, or unfold it."""
        self._side_wanted = self.side.isHidden()
        self._show_side()

    def closeEvent(self, event: QCloseEvent, /) -> None:
        if self._closing is not None:
            self._closing()
        super().closeEvent(event)

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        """The side buttons of a mouse go back and forward, as everywhere."""
        from PySide6.QtCore import Qt

        ways = {Qt.MouseButton.BackButton: "go.back", Qt.MouseButton.ForwardButton: "go.forward"}
        if event.button() in ways:
            self.registry.action(ways[event.button()]).trigger()
        else:
            super().mousePressEvent(event)

    def tell_page_wanted(self, key: str) -> None:
        self.page_wanted.emit(key)

    def tell_search_wanted(self, text: str) -> None:
        self.search_wanted.emit(text)

    def _register_actions(self) -> None:
        from inspector_app.gui.actions import ActionSpec

        window, view = self.tr("Window"), self.tr("View")
        add = self.registry.add
        add(ActionSpec("window.menu", self.tr("Menu"), "F10", window, icon="menu"), self._open_menu)
        add(
            ActionSpec("window.search", self.tr("Search or do"), "Ctrl+K", window, icon="search"),
            self._search,
        )
        next_open = ActionSpec("window.next_open", self.tr("Next open"), "F8", window)
        add(next_open, self.next_open_wanted.emit)
        add(ActionSpec("window.lock", self.tr("Lock"), "Ctrl+L", window, icon="lock"), self.lock_wanted.emit)
        side = ActionSpec("window.side", self.tr("Show or fold the side"), "F9", view, icon="side-panel")
        add(side, self.fold_side)
        add(ActionSpec("window.rail", self.tr("Go to the parts"), "F6", view), self._focus_rail)
        add(ActionSpec("window.page", self.tr("Go to the page"), "F7", view), self._focus_page)
        add(ActionSpec("view.larger", self.tr("Larger"), "Ctrl++", view), self._larger)
        add(ActionSpec("view.smaller", self.tr("Smaller"), "Ctrl+-", view), self._smaller)
        add(ActionSpec("view.normal", self.tr("Normal size"), "Ctrl+0", view), self._normal_size)

    def _lay_out(self, root: QWidget) -> None:
        column = QVBoxLayout(root)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.messages)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.rail)
        body.addWidget(self.stack, 1)
        body.addWidget(self.side)
        add_layout(column, body, 1)
        self.side.hide()

    def _restyle(self) -> None:
        from inspector_app.gui.frame.fitting import set_tight

        m = look().metrics
        self.rail.setFixedWidth(min(m.columns(30), round(self.width() * 0.28)))
        set_tight(self, self._tiny)
        self.top.set_compact(self.width() < SMALLEST_WIDTH_FOR_WORDS * m.em)
        self.top.set_tiny(self._tiny)
        self._size_side()
        self.messages.setContentsMargins(m.space(6), m.space(3), m.space(6), m.space(3))
        self._show_side()

    @property
    def _tiny(self) -> bool:
        """Whether the text is so large that rail, page and side do not fit beside each other."""
        return self.width() < SMALLEST_WIDTH_FOR_RAIL * look().metrics.em

    def _size_side(self) -> None:
        from inspector_app.gui.frame.side import SideContent

        content = self.side.content
        columns = content.columns if isinstance(content, SideContent) else 36
        self.side.setFixedWidth(
            min(look().metrics.columns(columns), round(self.width() * (0.35 if self._tiny else 0.4)))
        )

    def _show_side(self) -> None:
        self._size_side()
        roomy = self.width() >= SMALLEST_WIDTH_FOR_SIDE * look().metrics.em
        wanted = roomy if self._side_wanted is None else self._side_wanted
        has_side = self.side.content is not None
        shown = wanted and has_side
        # Never both for a moment: the window would grow for them, and not shrink again.
        if self._tiny and shown:
            self.rail.hide()
        self.side.setVisible(shown)
        self.rail.setVisible(bool(self.rail.items) and not (self._tiny and shown))
        self._side_button.setVisible(has_side)
        self.registry.set_enabled("window.side", has_side)

    def _open_menu(self) -> None:
        from PySide6.QtCore import QPoint, Qt

        menu = self.registry.menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._menu_button.mapToGlobal(QPoint(0, self._menu_button.height())))

    def _search(self) -> None:
        self.top.focus_search()

    def _focus_rail(self) -> None:
        from PySide6.QtCore import Qt

        self.rail.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _focus_page(self) -> None:
        from PySide6.QtCore import Qt

        if self.page is not None:
            self.page.first_focus().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _larger(self) -> None:
        self._theme.step_zoom(1)

    def _smaller(self) -> None:
        self._theme.step_zoom(-1)

    def _normal_size(self) -> None:
        self._theme.step_zoom(0)


def _let_go(page: Page) -> None:
    """Take the keyboard from a page that is left: hidden with it, Qt would pass it on to whatever is next,
    and a screen reader would begin to say that.
    """
    from PySide6.QtWidgets import QApplication

    focused = QApplication.focusWidget()
    if focused is not None and page.isAncestorOf(focused):
        focused.clearFocus()
