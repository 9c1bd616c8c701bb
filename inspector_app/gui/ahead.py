"""What is made while the passphrase is typed: after Enter only the derivation of the key is waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from inspector_app.gui import garbage
from inspector_app.gui.widgets.buttons import Button

if TYPE_CHECKING:
    from inspector_app.gui.shell import Shell


def make_ready(shell: Shell) -> None:
    """Load what unlocking needs, and make and rehearse what it leads to: list, rail, light, lock."""
    shell.workbench.load_ahead()
    if shell.workbench.unlocked or shell.window.has_page("home"):
        return
    page = shell.made("home")
    page.resize(shell.window.stack.size())
    page.rehearse()
    shell.made_life()
    shell.workbench.keys.give_up()  # no key waits yet; it makes what will hold them
    shell.window.rail.show_items(shell.home_items())
    shell.enable(True)  # a button that can be pressed is drawn another way
    shell.window.registry.set_enabled("window.side", True)
    for part in (shell.window.rail, shell.window.top, page, page.side):
        if part is not None:
            _rehearse(part)
    shell.enable(False)
    shell.window.registry.set_enabled("window.side", False)
    garbage.rest()  # all this stays: it is not looked through between the passphrase and the list


def _rehearse(part: QWidget) -> None:
    """Dress, lay out and paint what is not shown yet: its first showing has nothing left to reckon."""
    for child in part.findChildren(QWidget):
        child.ensurePolished()
        if isinstance(child, Button) and child.isHidden():
            child.grab()
    part.grab()
