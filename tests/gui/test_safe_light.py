"""The light in the top bar: what it says in words and shape, and what its panel advises."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lint_accessibility import lint
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_shell_pages import opened, practice, practising, settle  # noqa: F401 - fixtures

from inspector_app.gui.theme import Theme
from inspector_app.gui.window_run import OpenWindow
from inspector_app.operations.safety_light import Light, LightLine

LINES = (
    LightLine("Last change kept on this laptop", "today, 14:03:22", "", "good"),
    LightLine("Last backup", "never", "Choose a stick or a folder for backups in the settings.", "attention"),
    LightLine("Last receipt by head office", "none yet", "", "quiet"),
)
NOT_BACKED_UP = Light("Not backed up", "attention", LINES, None, False)


def test_word_and_shape_say_the_same_as_the_colour_and_the_times_are_heard(
    qtbot: QtBot,
    opened: OpenWindow,  # noqa: F811
) -> None:
    practising(qtbot, opened)
    life = opened.shell.life
    assert life is not None
    light = life.light
    qtbot.waitUntil(lambda: light.light is not None)
    assert light.isVisible() and light.text() == "No backup"
    icons = set()
    for tone in ("good", "attention", "bad", "quiet"):
        light.show_light(replace(NOT_BACKED_UP, tone=tone, words=f"It is {tone}"))  # type: ignore[arg-type]
        icons.add(light._icon_name)
        assert light.text() == f"It is {tone}"
    assert len(icons) == 4
    assert "Last backup: never" in light.accessibleDescription()


def test_the_panel_opens_by_key_says_what_to_do_and_leads_to_the_settings(
    qtbot: QtBot,
    opened: OpenWindow,  # noqa: F811
    theme: Theme,
) -> None:
    practising(qtbot, opened)
    life = opened.shell.life
    assert life is not None
    shows = opened.window.registry.action("safety.show")
    qtbot.waitUntil(shows.isEnabled)  # the list is painted first
    shows.trigger()
    panel = life.light.panel
    assert panel is not None and panel.isVisible()
    settle(opened)
    panel.show_light(NOT_BACKED_UP)
    QApplication.processEvents()
    assert [line.when.text() for line in panel.lines] == ["today, 14:03:22", "never", "none yet"]
    assert "Choose a stick" in panel.lines[1].advice.text() and panel.lines[1].advice.isVisible()
    assert not panel.now.isVisible() and panel.settings.isVisible()
    assert lint(panel) == []
    theme.set_zoom(2.0)
    QApplication.processEvents()
    for line in panel.lines:
        assert line.what.height() >= line.what.heightForWidth(line.what.width())
    theme.set_zoom(1.0)
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    opened.window.registry.action("safety.show").trigger()
    settle(opened)
    panel.show_light(replace(NOT_BACKED_UP, place=Path("stick")))
    assert panel.now.isVisible()
    qtbot.keyClick(panel.settings, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: opened.window.page is not None and opened.window.page.key == "settings")
    assert not panel.isVisible()


def test_the_light_goes_with_the_lock(
    qtbot: QtBot,
    opened: OpenWindow,  # noqa: F811
) -> None:
    practising(qtbot, opened)
    life = opened.shell.life
    assert life is not None
    qtbot.waitUntil(lambda: life.idle.on and life.light.isVisible())
    opened.shell.lock()
    qtbot.waitUntil(lambda: not life.idle.on)
    assert not life.light.isVisible()
