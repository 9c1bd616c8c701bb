"""The history: any change by its words, the whole as it stood at a moment, the changes since the letter."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import outcome_window as ow
import pytest
from lint_accessibility import lint
from lint_geometry import clipped
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from test_correct_page import issued

from inspector_app.gui.pages.history.page import HistoryPage
from inspector_app.gui.pages.history.past_card import LETTER, MOMENT, PastCard
from inspector_app.gui.theme import Theme
from inspector_app.gui.window_run import OpenWindow
from inspector_app.operations.checklist_session import open_checklists
from inspector_app.operations.desk import Desk
from inspector_app.operations.finalise import correct
from tests.patience import come_to_rest

pytestmark = pytest.mark.slow


def corrected(desk: Desk) -> str:
    """The example finalised, its letter issued, one answer corrected after that."""
    inspection = desk.inspection(issued(desk))
    (session,) = open_checklists(desk, inspection)
    correct(desk, inspection, session, session.node("policy_comment"), "Put right later.", "A slip.")
    return inspection.id


@pytest.fixture
def opened(theme: Theme, tmp_path: Path) -> Iterator[OpenWindow]:
    with ow.opened(theme, tmp_path, ow.prepared(tmp_path, corrected)) as made:
        yield made


@pytest.fixture
def page(opened: OpenWindow) -> HistoryPage:
    opened.shell.go("history", "all")
    shown = opened.window.page
    assert isinstance(shown, HistoryPage)
    ow.wait_for(lambda: bool(shown._shown))
    return shown


def take(page: HistoryPage, way: str, qtbot: QtBot) -> None:
    part = next(one for one in page.past.ways.options if one.option_value == way)
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton)


def texts(page: HistoryPage) -> str:
    found = [one.text() for card in page._shown for one in card.findChildren(QLabel) if one.isVisible()]
    return "\n".join(found)


def test_every_change_is_found_by_its_words_its_author_or_its_reason(page: HistoryPage, qtbot: QtBot) -> None:
    line = page.past.finding.control.line  # type: ignore[attr-defined]
    qtbot.keyClicks(line, "slip put right")
    ow.wait_for(lambda: len(page._shown) == 1 and not page._asking.under_way)
    ow.wait_for(lambda: "Put right later." in texts(page) and "A slip." in texts(page))
    assert len(page._shown) == 1
    line.clear()
    qtbot.keyClicks(line, "no such words anywhere")
    ow.wait_for(lambda: "No change has these words" in texts(page))


def test_what_changed_since_the_letter_is_listed_from_what_to_what(page: HistoryPage, qtbot: QtBot) -> None:
    take(page, LETTER, qtbot)
    ow.wait_for(lambda: len(page.past.list.lines) == 1)
    (line,) = page.past.list.lines
    assert line.title.startswith("Q1") and line.subtitle.endswith("→ “Put right later.”")
    assert line.state == "Inspector A (example)" and "version 1" in page.past.said.text()


def test_the_whole_inspection_stands_as_it_did_and_before_its_beginning_nothing_does(
    opened: OpenWindow, page: HistoryPage, qtbot: QtBot
) -> None:
    take(page, MOMENT, qtbot)
    ow.wait_for(lambda: "Give a day and a time" in page.past.said.text())
    now = opened.workbench.program.now()
    later = now + timedelta(minutes=2)
    page.past.at.control.show_value(later.isoformat(timespec="milliseconds"))
    page.past.tell_wanted()
    ow.wait_for(lambda: bool(page.past.list.lines))
    said = {line.title: line.subtitle for line in page.past.list.lines}
    assert said["State"] == "Finalised"
    assert "Put right later." in said.values()
    before = now - timedelta(days=400)
    page.past.at.control.show_value(before.isoformat(timespec="milliseconds"))
    page.past.tell_wanted()
    ow.wait_for(lambda: "not begun then" in page.past.at.problem)
    assert not page.past.list.lines


def test_the_page_keeps_the_rules(opened: OpenWindow, page: HistoryPage, theme: Theme, qtbot: QtBot) -> None:
    for way in (LETTER, MOMENT):
        take(page, way, qtbot)
        come_to_rest(opened.window)
        assert lint(opened.window) + clipped(opened.window) == []
        theme.set_zoom(2.0)
        assert clipped(opened.window) == []
        theme.set_zoom(1.0)


def test_the_writer_is_given_words_and_never_what_is_on_the_screen(
    page: HistoryPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    readers: list[str] = []
    before = PastCard.search.fget
    assert before is not None

    def noted(card: PastCard) -> str:
        readers.append(threading.current_thread().name)
        return str(before(card))

    monkeypatch.setattr(PastCard, "search", property(noted))
    qtbot.keyClicks(page.past.finding.control.line, "slip")  # type: ignore[attr-defined]
    ow.wait_for(lambda: bool(readers) and not page._asking.under_way and "A slip." in texts(page))
    assert set(readers) == {threading.main_thread().name}
