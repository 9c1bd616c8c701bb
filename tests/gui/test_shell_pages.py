"""The pages of the shell keep the rules of every page; one window a home; preferences survive."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lint_accessibility import lint
from lint_geometry import clipped
from pytestqt.qtbot import QtBot

from inspector_app.__main__ import make_program
from inspector_app.gui import pages
from inspector_app.gui.actions import Actions, ActionSpec
from inspector_app.gui.preferences import Preferences, read_preferences, write_preferences
from inspector_app.gui.single import OnlyWindow
from inspector_app.gui.theme import Theme
from inspector_app.gui.window_run import OpenWindow, build_window
from inspector_app.operations.practice import make_practice
from tests.patience import come_to_be_laid_out

ROOT = Path(__file__).resolve().parents[2]
HOME_PAGES = ("home", "register", "start", "settings")


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("practice")
    make_practice(make_program(), data / "practice")
    return data


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme, practice: Path) -> Iterator[OpenWindow]:
    made = build_window(theme, make_program, practice)
    qtbot.addWidget(made.window)
    made.window.resize(1366, 768)
    with qtbot.waitActive(made.window):
        made.window.show()
        made.window.activateWindow()
    made.shell.start()
    yield made
    made.workbench.close()


def settle(opened: OpenWindow) -> None:
    come_to_be_laid_out(opened.window)


def practising(qtbot: QtBot, opened: OpenWindow) -> None:
    opened.window.registry.action("first_start.practise").trigger()
    qtbot.waitUntil(lambda: opened.window.page is not None and opened.window.page.key == "home")
    settle(opened)


@pytest.mark.parametrize("key", ["first_start", "unlock"])
def test_pages_before_unlocking_keep_the_rules(opened: OpenWindow, theme: Theme, key: str) -> None:
    opened.shell.go(key)
    settle(opened)
    assert lint(opened.window) == []
    for zoom in (1.0, 2.0):
        theme.set_zoom(zoom)
        settle(opened)
        assert clipped(opened.window) == []


def test_pages_of_the_home_level_and_prepare_keep_the_rules(
    qtbot: QtBot, opened: OpenWindow, theme: Theme
) -> None:
    practising(qtbot, opened)
    line = opened.window.page.under_way.lines[0]  # type: ignore[union-attr]
    opened.workbench.open_inspection(line.key)
    faults = {}
    for key in (*HOME_PAGES, "prepare"):
        opened.shell.go(key)
        settle(opened)
        faults[key] = lint(opened.window) + clipped(opened.window)
        theme.set_zoom(2.0)
        settle(opened)
        faults[f"{key} at 200 %"] = clipped(opened.window)
        theme.set_zoom(1.0)
    assert {key: found for key, found in faults.items() if found} == {}


def test_the_top_bar_keeps_its_words_when_inspections_are_opened_one_after_the_other(
    qtbot: QtBot, opened: OpenWindow
) -> None:
    practising(qtbot, opened)
    home = opened.window.page
    keys = [home.under_way.lines[0].key, home.finished.lines[0].key]  # type: ignore[union-attr]
    for inspection in keys * 3:
        opened.workbench.open_inspection(inspection)
        for part in ("prepare", "findings", "evidence"):
            opened.shell.go(part)
            settle(opened)
        for width in (900, 1366):
            opened.window.resize(width, 700)
            settle(opened)
        assert opened.window.top.title.isVisible()
        assert opened.window.top.title.width() > 20


@pytest.mark.parametrize("key", ["grades", "findings", "screen:policy"])
def test_a_page_on_the_screen_while_another_inspection_is_opened_is_made_anew_for_that_one(
    qtbot: QtBot, opened: OpenWindow, key: str
) -> None:
    practising(qtbot, opened)
    home, seen = opened.window.page, []
    for line in (home.under_way.lines[0], home.finished.lines[0]):  # type: ignore[union-attr]
        opened.workbench.open_inspection(line.key)
        opened.shell.go(key)
        settle(opened)
        seen.append((line.key, opened.window.page))
    (first, one), (second, other) = seen
    assert one is not other and first != second
    assert other.inspection_shown == second  # type: ignore[union-attr]
    assert opened.window.page_keys.count(key) == 1


def test_every_page_of_the_registry_that_is_there_has_its_factory() -> None:
    for spec in (*pages.BEFORE_SCREENS, *pages.AFTER_SCREENS, *pages.OTHERS):
        assert spec.there, spec.key
    assert pages.find("no such page") is None
    assert pages.find("screen:policy") is not None


def test_a_second_window_of_one_home_is_told_and_the_first_comes_forward(
    qtbot: QtBot, tmp_path: Path
) -> None:
    first, second = OnlyWindow(tmp_path), OnlyWindow(tmp_path)
    assert first.take()
    asked: list[bool] = []
    first.listen(lambda: asked.append(True))
    script = (
        "import sys; from pathlib import Path; from inspector_app.gui.single import OnlyWindow\n"
        "other = OnlyWindow(Path(sys.argv[1])); assert not other.take(); assert other.ask_other()"
    )
    running = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], cwd=ROOT)
    qtbot.waitUntil(lambda: bool(asked))
    assert running.wait(300) == 0
    first.release()
    assert second.take()
    second.release()


def test_preferences_survive_and_damaged_ones_are_let_be(tmp_path: Path) -> None:
    file = tmp_path / "window.json"
    assert read_preferences(file) == Preferences()
    write_preferences(file, Preferences("dark", 1.5))
    assert read_preferences(file) == Preferences("dark", 1.5)
    for damaged in ("", "[]", '{"mode": 7, "zoom": 99}', "{"):
        file.write_text(damaged)
        assert read_preferences(file) == Preferences()


def test_actions_of_two_pages_may_share_a_key_but_not_at_once(opened: OpenWindow) -> None:
    actions: Actions = opened.window.registry
    actions.ensure(ActionSpec("a.do", "Do A", "Ctrl+F7"))
    actions.ensure(ActionSpec("b.do", "Do B", "Ctrl+F7"))
    actions.bind("a.do", lambda: None)
    with pytest.raises(ValueError, match="same key"):
        actions.bind("b.do", lambda: None)
    actions.unbind("a.do")
    actions.bind("b.do", lambda: None)
    with pytest.raises(ValueError, match="same key"):
        actions.ensure(ActionSpec("c.do", "Do C", "Ctrl+L"))
