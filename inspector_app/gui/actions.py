"""One registry of all that can be done, from which menus, buttons, palette and keyboard map are made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from inspector_app.gui import icons
from inspector_app.gui.look import look
from inspector_app.gui.widgets.buttons import Button, Kind


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """`shortcut` in Qt's portable form ("Ctrl+E"); `where` is its heading in menus and keyboard maps."""

    id: str
    text: str
    shortcut: str = ""
    where: str = "Window"
    description: str = ""
    icon: icons.Name | None = None


class Actions(QObject):
    """An action can be done while something is bound to it; a page binds its own when shown, and unbinds."""

    done = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._specs: dict[str, ActionSpec] = {}
        self._actions: dict[str, QAction] = {}
        self._bound: dict[str, Callable[[], None]] = {}
        self._of_pages: set[str] = set()

    @property
    def window(self) -> QWidget:
        """The window whose keys do the actions."""
        return self._window

    @property
    def of_pages(self) -> frozenset[str]:
        """The ids of actions that belong to a page."""
        return frozenset(self._of_pages)

    @property
    def specs(self) -> Sequence[ActionSpec]:
        """All actions in the order they were added."""
        return tuple(self._specs.values())

    def add(self, spec: ActionSpec, call: Callable[[], None] | None = None) -> QAction:
        """Register an action; two with one id or one shortcut are a mistake of ours."""
        if spec.id in self._specs:
            raise ValueError(f"Two actions are called {spec.id}")
        rivals = self._specs.keys() - self._of_pages if spec.id in self._of_pages else self._specs.keys()
        clash = next((other for other in rivals if self._same_key(spec, other)), None)
        if clash:
            raise ValueError(f"{spec.id} and {clash} have the same key {spec.shortcut}")
        action = QAction(spec.text, self._window)
        action.setObjectName(spec.id)
        action.setShortcuts(_both_enters(spec.shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setToolTip(spec.description or spec.text)
        action.setEnabled(False)
        action.triggered.connect(self._triggered)
        self._window.addAction(action)
        self._specs[spec.id] = spec
        self._actions[spec.id] = action
        if call is not None:
            self.bind(spec.id, call)
        return action

    def ensure(self, spec: ActionSpec) -> QAction:
        """Register the action of a page, which may be made anew after unlocking.

        Actions of different pages may share a key: a page binds its own when shown and unbinds when left.
        """
        if spec.id in self._specs:
            return self._actions[spec.id]
        self._of_pages.add(spec.id)
        return self.add(spec)

    def bind(self, action_id: str, call: Callable[[], None]) -> None:
        """From now on the action does this, and can be done."""
        rival = next((other for other in self._bound if self._same_key(self._specs[action_id], other)), None)
        if rival not in (None, action_id):
            raise ValueError(f"{action_id} and {rival} have the same key and can both be done")
        self._bound[action_id] = call
        self._actions[action_id].setEnabled(True)

    def unbind(self, action_id: str) -> None:
        """The action cannot be done for now."""
        self._bound.pop(action_id, None)
        self._actions[action_id].setEnabled(False)

    def set_enabled(self, action_id: str, enabled: bool) -> None:
        """Whether a bound action can be done at the moment."""
        self._actions[action_id].setEnabled(enabled and action_id in self._bound)

    def action(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def spec(self, action_id: str) -> ActionSpec:
        return self._specs[action_id]

    def key(self, action_id: str) -> str:
        """The key as this system writes it, '' when there is none. Most keyboards print Return as Enter."""
        sequence = QKeySequence(self._specs[action_id].shortcut)
        return sequence.toString(QKeySequence.SequenceFormat.NativeText).replace("Return", "Enter")

    def button(
        self, action_id: str, kind: Kind = "plain", *, icon_only: bool = False, parent: QWidget | None = None
    ) -> Button:
        """A button that does the action, shows its key, and can be pressed while it can be done."""
        spec, action = self._specs[action_id], self._actions[action_id]
        made = Button(
            spec.text, key=self.key(action_id), kind=kind, icon=spec.icon, icon_only=icon_only, parent=parent
        )
        made.setObjectName(f"button:{action_id}")
        made.setEnabled(action.isEnabled())
        made.clicked.connect(action.trigger)
        action.enabledChanged.connect(made.setEnabled)
        return made

    def menu(self, parent: QWidget, where: str | None = None) -> QMenu:
        """A menu of the actions under one heading, or of all with their headings as submenus: those under
        which something can be done now; the keyboard map names the others."""
        menu = QMenu(parent)
        if where is not None:
            menu.setTitle(where)
            menu.addActions([self._actions[spec.id] for spec in self.specs if spec.where == where])
            # Qt leaves next to nothing between the longest words and the keys.
            menu.setMinimumWidth(menu.sizeHint().width() + look().metrics.space(6))
            return menu
        usable = (spec.where for spec in self.specs if self._actions[spec.id].isEnabled())
        for heading in dict.fromkeys(usable):
            menu.addMenu(self.menu(menu, heading))
        return menu

    def tell_done(self, action_id: str) -> None:
        self.done.emit(action_id)

    def _same_key(self, spec: ActionSpec, other: str) -> bool:
        return bool(spec.shortcut) and self._specs[other].shortcut == spec.shortcut

    def _triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and action.objectName() in self._bound:
            self._bound[action.objectName()]()
            self.tell_done(action.objectName())


def _both_enters(shortcut: str) -> list[QKeySequence]:
    """The Enter of the number pad is a key of its own to Qt and the same to people. It comes first, as menus
    show the first, and buttons say Enter too."""
    keys = [shortcut.replace("Return", "Enter"), shortcut] if "Return" in shortcut else [shortcut]
    return [QKeySequence(key) for key in keys if key]
