"""The first list after unlocking is the top of the whole one, without what only comes with the dates."""

from __future__ import annotations

from pathlib import Path

from inspector_app.operations.get_ready import AT_FIRST, welcome
from inspector_app.operations.home import home
from inspector_app.operations.practice import open_practice
from inspector_app.operations.program import Program


def test_the_first_list_is_short_and_begins_as_the_whole_does(program: Program, tmp_path: Path) -> None:
    desk = open_practice(program, tmp_path)
    try:
        first, whole = welcome(desk), home(desk)
        assert first is not None and first.lines and len(first.lines) <= AT_FIRST
        assert [line.id for line in first.lines] == [line.id for line in whole.lines][: len(first.lines)]
        assert (first.seat, first.total, first.under_way) == (whole.seat, whole.total, whole.under_way)
        assert first.due == first.sent == () and whole.due
    finally:
        desk.store.close()
