"""One registry of actions; icons are drawn in the colour asked for."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector_app import resources
from inspector_app.gui import icons
from inspector_app.gui.actions import Actions, ActionSpec
from inspector_app.gui.theme import Theme


@pytest.fixture
def actions(qtbot: QtBot, theme: Theme) -> Actions:
    window = QWidget()
    qtbot.addWidget(window)
    made = Actions(window)
    made._kept = window  # type: ignore[attr-defined]
    return made


def test_an_action_can_be_done_only_while_it_is_bound(actions: Actions, qtbot: QtBot) -> None:
    done: list[str] = []
    actions.add(ActionSpec("save", "Save", "Ctrl+S", "File"))
    button = actions.button("save")
    qtbot.addWidget(button)
    assert (button.isEnabled(), button.key) == (False, "Ctrl+S")
    actions.bind("save", lambda: done.append("saved"))
    button.click()
    actions.unbind("save")
    button.click()
    assert done == ["saved"]
    assert not button.isEnabled()


def test_two_actions_never_share_an_id_or_a_key(actions: Actions) -> None:
    actions.add(ActionSpec("save", "Save", "Ctrl+S"))
    with pytest.raises(ValueError, match="save"):
        actions.add(ActionSpec("save", "Store"))
    with pytest.raises(ValueError, match=r"Ctrl\+S"):
        actions.add(ActionSpec("store", "Store", "Ctrl+S"))


def test_menus_are_made_from_the_registry(actions: Actions) -> None:
    actions.add(ActionSpec("save", "Save", "Ctrl+Return", "File"), print)
    actions.add(ActionSpec("larger", "Larger", "Ctrl++", "View"), print)
    actions.add(ActionSpec("never", "Never", "", "Not now"))
    menu = actions.menu(actions.parent())  # type: ignore[arg-type]
    assert [action.text() for action in menu.actions()] == ["File", "View"]
    assert actions.action("save").shortcut().toString() == actions.key("save") == "Ctrl+Enter"


def test_every_icon_is_drawn_and_nothing_else_lies_beside_them(qapp: object) -> None:
    names = set(get_args(icons.Name))
    assert {path.stem for path in resources.path("icons").glob("*.svg")} == names
    for name in names:
        image = icons.pixmap(name, "#AE2318", 24, 2.0).toImage()
        assert image.width() == 48
        inked = [(x, y) for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() == 255]
        assert len(inked) > 20, name
        assert image.pixelColor(*inked[0]) == QColor("#AE2318"), name


def test_icons_carry_no_colour_of_their_own() -> None:
    for path in resources.path("icons").glob("*.svg"):
        assert "#" not in path.read_text(encoding="utf-8"), path.name
