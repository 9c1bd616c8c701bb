"""Where somebody was, and the way back there after a lock or by Alt+Left: page, field, the place in it.

It is kept in memory alone and holds names of fields, no answers; those are in the record, and the page shows
them from there. A page that has something of its own (a form not sent yet) hands it over as its draft.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from inspector_app.gui.frame.page import Page

if TYPE_CHECKING:
    from inspector_app.gui.key_hold import Hold
    from inspector_app.gui.main_window import MainWindow
    from inspector_app.gui.workbench import Workbench

_EVERY_MILLISECONDS = 40
_TRIES = 350
_TRIES_AT_REST = 10
"""How often a page at rest is looked at for a field that it showed while the program was open. What is not
there then is gone: the person is at the page's own first field, and no key is lost.
"""


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """A widget by its kind and name, the `nth` of those alike, and where in it the keyboard was."""

    kind: str
    name: str
    nth: int
    cursor: int = 0
    scroll: int = 0


@dataclass(frozen=True, slots=True)
class Resting:
    """`detail` is for the page's `show_detail`; `draft` what the page had not recorded."""

    database: Path
    inspection: str
    page: str
    detail: str = ""
    place: FieldPlace | None = None
    draft: Mapping[str, str] = field(default_factory=dict, repr=False)


class WayBack(QObject):
    """Keeps where the person was while the laptop is locked."""

    def __init__(self, window: MainWindow, workbench: Workbench) -> None:
        super().__init__(window)
        self._window, self._workbench = window, workbench
        self._resting: Resting | None = None
        self._return: Return | None = None

    def rest(self) -> None:
        """Close what lies over the page, and note where the person is."""
        _close_popups()
        page, here = self._window.page, self.here()
        if page is not None and here is not None:
            inspection = self._workbench.inspection_id
            self._resting = replace(here, inspection=inspection, draft=page.draft())

    def here(self) -> Resting | None:
        """Where the person is; None where nothing is unlocked."""
        page, opened = self._window.page, self._workbench.opened
        if page is None or opened is None or page.key in ("unlock", "first_start"):
            return None
        inspection = page.inspection_shown or ""
        return Resting(opened, inspection, page.key, page.resting(), _place(page))

    def take(self, key: str, go: Callable[[str, str], None]) -> bool:
        """After unlocking, home is where the person was; whether it led there. Any other page forgets it."""
        resting, self._resting = self._resting, None
        if key != "home" or resting is None or resting.database != self._workbench.opened:
            return False
        self._lead(resting, go, _TRIES)
        return True

    def lead(self, resting: Resting, go: Callable[[str, str], None]) -> None:
        """To a place where the person was since the last unlocking."""
        self._lead(resting, go, _TRIES_AT_REST)

    def _lead(self, resting: Resting, go: Callable[[str, str], None], tries: int) -> None:
        self.stop()
        if resting.inspection:
            self._workbench.open_inspection(resting.inspection)
        go(resting.page, resting.detail)
        page = self._window.page
        if page is not None and page.key == resting.page:
            self._return = Return(page, resting, self._workbench.keys.begin(), tries)

    def stop(self) -> None:
        """The person does something: the keyboard is theirs."""
        if self._return is not None and isValid(self._return):
            self._return.stop()
        self._return = None


class Return(QObject):
    """Puts the keyboard back once the page shows its field again; keys pressed meanwhile wait for it."""

    def __init__(self, page: Page, resting: Resting, keys: Hold, tries: int) -> None:
        super().__init__(page)
        self._page, self._resting, self._keys = page, resting, keys
        self._left, self._at_rest = _TRIES, tries
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MILLISECONDS)
        self._timer.timeout.connect(self._try)
        if resting.draft:
            page.take_draft(resting.draft)
        self._timer.start()
        self._try()

    def stop(self) -> None:
        """The person does something else, or there is no such field any more."""
        self._timer.stop()
        self._keys.drop()
        self.deleteLater()

    def _try(self) -> None:
        if not self._keys.alive:  # Escape, a click, or too long a wait: the keyboard is the person's again
            self.stop()
            return
        place = self._resting.place
        self._left -= 1
        self._at_rest -= self._page.at_rest
        if place is None or not self._at_rest:
            self._keys.land()
            place = None
        if place is None or not self._left or not self._page.isVisible():
            self.stop()
            return
        widget = _find(self._page, place) if self._page.at_rest else None
        if widget is None or not widget.isEnabled() or not _holds(widget, place.cursor):
            return
        _show_at(widget, place.cursor)
        self._page.reveal(widget)
        self._page.scroll_to(place.scroll)
        self._timer.stop()
        self._keys.land()
        self.deleteLater()


def _close_popups() -> None:
    """Nothing of the record may stay in sight: menus, choosers, panels."""
    for _ in range(8):
        above = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if above is None or not above.close():
            return


def _place(page: Page) -> FieldPlace | None:
    widget = QApplication.focusWidget()
    if widget is None or not page.isAncestorOf(widget):
        return None
    kind, name = type(widget).__name__, widget.accessibleName()
    alike = _alike(page, kind, name)
    nth = alike.index(widget) if widget in alike else 0
    return FieldPlace(kind, name, nth, _cursor(widget), page.scrolled)


def _alike(page: Page, kind: str, name: str) -> list[QWidget]:
    return [
        widget
        for widget in page.findChildren(QWidget)
        if type(widget).__name__ == kind and widget.accessibleName() == name
    ]


def _find(page: Page, place: FieldPlace) -> QWidget | None:
    alike = _alike(page, place.kind, place.name)
    return alike[place.nth] if place.nth < len(alike) and alike[place.nth].isVisible() else None


def _cursor(widget: QWidget) -> int:
    if isinstance(widget, QLineEdit):
        return widget.cursorPosition()
    if isinstance(widget, QPlainTextEdit):
        return widget.textCursor().position()
    if isinstance(widget, QAbstractItemView):
        return widget.currentIndex().row()
    return 0


def _holds(widget: QWidget, cursor: int) -> bool:
    """Whether what the field shows reaches as far as before; until then its text is still on the way."""
    if isinstance(widget, QLineEdit):
        return len(widget.text()) >= cursor
    if isinstance(widget, QPlainTextEdit):
        return len(widget.toPlainText()) >= cursor
    if isinstance(widget, QAbstractItemView):
        model = widget.model()
        return model is not None and model.rowCount(QModelIndex()) > cursor
    return True


def _show_at(widget: QWidget, cursor: int) -> None:
    if isinstance(widget, QLineEdit):
        widget.setCursorPosition(cursor)
    elif isinstance(widget, QPlainTextEdit):
        at = widget.textCursor()
        at.setPosition(cursor)
        widget.setTextCursor(at)
    elif isinstance(widget, QAbstractItemView) and cursor >= 0:
        index = widget.currentIndex()
        column = index.column() if index.isValid() else 0
        if index.row() != cursor:
            widget.setCurrentIndex(widget.model().index(cursor, column))
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
