"""The program's own page fills any checklist: rows that make no table are cards, added and removed by key."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lint_accessibility import lint
from lint_geometry import clipped
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.__main__ import make_program
from inspector_app.gui.theme import Theme

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "journeys"))
from checklist_pages import Desk, open_at
from other_checklist import OtherChecklist, begin_visits

REST = "screen:rest"


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    made, inspection, session = begin_visits(make_program(), tmp_path / "desks")
    session.answer_many({f"{session.node('visit')}[f1]/day": "2026-05-12", session.node("rooms"): "2"})
    made.store.close()
    opened = open_at(qtbot, theme, OtherChecklist, made.store.path, inspection.id)
    opened.go(REST)
    yield opened


def heads(desk: Desk) -> list[str]:
    view = desk.page.view
    assert view is not None
    return [desk.page._items.heads[head.key].heading.text() for head in view.heads]


def press(desk: Desk, title: str) -> None:
    head = next(one for one in desk.page._items.heads.values() if one.heading.text() == title)
    head.button.setFocus()
    desk.press(Qt.Key.Key_Space)
    desk.settle()
    desk.settle()


def test_a_row_is_added_entered_filled_and_taken_away_by_key(desk: Desk) -> None:
    assert heads(desk) == ["Visit", "Visit 1", "Room", "Room 1", "Room 2"]
    press(desk, "Visit")
    assert heads(desk)[:3] == ["Visit", "Visit 1", "Visit 2"]
    key = desk.page.focused_key()
    assert key.endswith("/day") and "[f1]" not in key
    row = key.removesuffix("/day")
    desk.write("13/05/2026")
    desk.press(Qt.Key.Key_Tab)
    desk.settle()
    assert desk.of_record(lambda session: session.instance.value(f"{row}/day")) == "2026-05-13"
    assert len(desk.page._samples) == 2
    press(desk, "Visit 2")
    assert heads(desk)[:3] == ["Visit", "Visit 1", "Room"]
    assert not [field for field in desk.page._fields.keys if field.startswith(row)]
    assert len(desk.page._samples) == 1


def test_several_answers_in_a_row_are_recorded_and_told_in_its_head(desk: Desk) -> None:
    seen = next(key for key in desk.page._fields.keys if key.endswith("/seen"))
    control = desk.page._fields.control(seen)
    assert control is not None
    control.tell_chosen("bedrooms other")
    desk.settle()
    assert desk.of_record(lambda session: session.instance.value(seen)) == "bedrooms other"
    row = next(one for one in desk.page._items.heads.values() if one.heading.text() == "Visit 1")
    assert row.quiet.text() == "2026-05-12 · Bedrooms, Something else"


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_the_page_keeps_the_rules_of_every_page(desk: Desk, theme: Theme, zoom: float) -> None:
    theme.set_zoom(zoom)
    QApplication.processEvents()
    assert lint(desk.page) == []
    assert clipped(desk.page) == []
    if os.environ.get("PICTURES"):
        desk.window.grab().save(f"{os.environ['PICTURES']}/rows-{zoom}.png")
