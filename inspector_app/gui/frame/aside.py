"""A page that is opened from any other and leads back to it: help, about, what went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from inspector_app.gui.actions import ActionSpec
from inspector_app.gui.frame.page import Page

if TYPE_CHECKING:
    from inspector_app.gui.widgets.buttons import Button
    from inspector_app.gui.workbench import Workbench

BACK = "help.back"


class AsidePage(Page):
    """Escape goes back to the page and, while it is there, to the field that had the keyboard."""

    def __init__(self, key: str, workbench: Workbench) -> None:
        super().__init__(key, "")
        self.workbench = workbench
        self._from = ""
        self._focus: QWidget | None = None
        workbench.actions.ensure(ActionSpec(BACK, self.tr("Back"), "Esc", self.tr("Help")))

    def back_button(self) -> Button:
        """The button that leads back, with its key."""
        return self.workbench.actions.button(BACK)

    def came_from(self, page: str, focused: QWidget | None) -> None:
        """Where to go back to."""
        self._from, self._focus = page, focused

    def arrive(self) -> None:
        self.workbench.actions.bind(BACK, self.back)

    def leave(self) -> None:
        self.workbench.actions.unbind(BACK)

    def back(self) -> None:
        """Go back to where this page was asked for."""
        focused, self._focus = self._focus, None
        self.workbench.go(self._from or "home")
        if focused is not None and isValid(focused) and focused.isVisible():
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
