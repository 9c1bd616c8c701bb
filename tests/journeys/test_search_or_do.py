"""Search or do: by keyboard alone to an action, a page, a question, evidence; the newest answer wins."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from checklist_pages import CONTROL, Desk, begin, open_at
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from slow_writer import busy_writer

from inspector_app.__main__ import make_program
from inspector_app.gui.hit_list import Hit
from inspector_app.gui.search_list import SearchList
from inspector_app.gui.theme import Theme


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    begun = begin(make_program(), tmp_path / "desks")
    begun.answer("systems_comment", "The kestrel tool was introduced in March.")
    begun.desk.store.close()
    made = open_at(qtbot, theme, make_program, begun.desk.store.path, begun.inspection.id)
    made.at("policy", "policy")
    yield made


def palette(desk: Desk) -> SearchList:
    return desk.opened.shell.search.list


def search(desk: Desk, text: str) -> tuple[Hit, ...]:
    desk.press(Qt.Key.Key_K, CONTROL)
    desk.write(text)
    desk.settle()
    desk.settle()
    return tuple(palette(desk).hits)


def rest(desk: Desk) -> None:
    desk.bot.waitUntil(lambda: not desk.opened.workbench.keys.holding)
    desk.settle()


def test_an_empty_field_offers_what_can_be_done_with_its_keys(desk: Desk) -> None:
    hits = search(desk, "")
    assert ("Capture evidence", "Ctrl+E") in [(hit.title, hit.key) for hit in hits]
    assert {hit.group for hit in hits} == {"Go to", "Do"}
    assert "Type to search" in palette(desk).foot.text()


def test_a_comment_is_found_and_enter_goes_to_the_very_field(desk: Desk) -> None:
    (hit,) = search(desk, "kestr")
    assert hit.group == "Answers and comments"
    desk.press(Qt.Key.Key_Return)
    rest(desk)
    assert desk.page.focused_key().endswith("/systems_comment")


def test_a_question_nobody_has_answered_is_gone_to_as_well(desk: Desk) -> None:
    search(desk, "care plans relevant")
    desk.press(Qt.Key.Key_Return)
    rest(desk)
    assert desk.page.focused_key().endswith("/care_plans")


def test_an_action_is_done_where_the_keyboard_was(desk: Desk) -> None:
    search(desk, "capture")
    desk.press(Qt.Key.Key_Return)
    rest(desk)
    page = desk.opened.window.page
    assert page is not None and page.key == "evidence"
    assert page.capture_card.cited.value() == "policy"  # type: ignore[attr-defined]


def test_nothing_found_says_where_it_was_looked_for(desk: Desk) -> None:
    assert search(desk, "zzzz") == ()
    assert "Nothing found for “zzzz”" in palette(desk).foot.text()
    desk.press(Qt.Key.Key_Return)
    assert palette(desk).isVisible()


def test_escape_gives_the_keyboard_back_to_the_question(desk: Desk) -> None:
    search(desk, "river")
    desk.press(Qt.Key.Key_Escape)
    assert not palette(desk).isVisible()
    assert desk.page.focused_key().endswith("/policy")


def test_enter_waits_for_the_answer_to_what_stands_in_the_field(desk: Desk) -> None:
    with busy_writer(desk.opened.workbench):
        desk.press(Qt.Key.Key_K, CONTROL)
        desk.write("capt")
        desk.press(Qt.Key.Key_Backspace, CONTROL)
        desk.write("kestrel")
        desk.press(Qt.Key.Key_Return)
        desk.write("x")
    rest(desk)
    rest(desk)
    assert desk.page.focused_key().endswith("/systems_comment")
    page = desk.opened.window.page
    assert page is not None and page.key == "screen:risk_systems"


def test_of_many_keys_only_the_newest_is_asked_again(desk: Desk) -> None:
    asked: list[object] = []
    bench = desk.opened.workbench
    real = bench.work

    def counted(*args: object, **named: object) -> None:
        asked.append(args)
        real(*args, **named)  # type: ignore[arg-type]

    bench.work = counted  # type: ignore[method-assign,assignment]
    with busy_writer(bench):
        desk.press(Qt.Key.Key_K, CONTROL)
        desk.write("kestrel")
    desk.bot.waitUntil(lambda: [hit.group for hit in palette(desk).hits] == ["Answers and comments"])
    assert len(asked) == 2


def test_down_and_up_go_round_and_never_stop_at_a_heading(desk: Desk) -> None:
    hits = search(desk, "policy")
    seen = []
    for _ in hits:
        chosen = palette(desk).chosen
        assert chosen is not None
        seen.append(chosen)
        desk.press(Qt.Key.Key_Down)
    assert seen == list(hits)
    assert palette(desk).chosen == hits[0]
    desk.press(Qt.Key.Key_Up)
    assert palette(desk).chosen == hits[-1]
