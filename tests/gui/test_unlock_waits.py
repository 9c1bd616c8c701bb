"""The wait after wrong passphrases is one: the count beside the database, whatever window asks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from inspector_app.__main__ import Container, make_program
from inspector_app.gui.pages.unlock.page import UNLOCK, UnlockPage
from inspector_app.gui.theme import Theme
from inspector_app.gui.window_run import OpenWindow, build_window
from inspector_app.operations.practice import open_practice


class Standing(Container):
    """The real program under a clock that stands still: however slow the machine, the wait is not over."""

    moment = datetime.now().astimezone()

    def now(self) -> datetime:
        return self.moment


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    desk = open_practice(make_program(), tmp_path_factory.mktemp("unlocking"))
    desk.store.close()
    return desk.store.path


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, database: Path) -> Iterator[OpenWindow]:
    made = build_window(theme, Standing, database.parent, database)
    qtbot.addWidget(made.window)
    made.window.show()
    made.shell.go("unlock")
    yield made
    made.window.close()
    made.workbench.close()


def attempt(qtbot: QtBot, window: OpenWindow, passphrase: str) -> str:
    """Try a passphrase; what the row says then."""
    page = window.window.page
    assert isinstance(page, UnlockPage)
    page.passphrase.show_problem("")
    page.passphrase.control.line.setText(passphrase)  # type: ignore[attr-defined]
    page._unlock()
    qtbot.waitUntil(lambda: not page._busy and bool(page.passphrase.problem))
    return page.passphrase.problem


def test_the_third_wrong_one_has_to_wait_and_so_has_the_next_window(
    qtbot: QtBot, window: OpenWindow, theme: Theme, database: Path
) -> None:
    said = [attempt(qtbot, window, f"wrong {number}") for number in range(3)]
    assert ["Wait" in words for words in said] == [False, False, True]
    assert not window.workbench.actions.action(UNLOCK).isEnabled()
    other = build_window(theme, Standing, database.parent, database)
    qtbot.addWidget(other.window)
    other.window.show()
    other.shell.go("unlock")
    words = attempt(qtbot, other, "demo")
    assert "wait" in words and "recovery code" in words
    assert not other.workbench.actions.action(UNLOCK).isEnabled()
    other.window.close()
    other.workbench.close()
