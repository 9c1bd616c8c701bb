"""The checklist, evidence and history pages keep the rules of every page, at every size."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lint_accessibility import lint
from lint_geometry import clipped
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.__main__ import make_program
from inspector_app.gui.hands import ensure_hands
from inspector_app.gui.theme import Theme

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "journeys"))
from checklist_pages import Desk, begin, open_at

PAGES = [
    "screen:policy",
    "screen:staff_awareness",
    "screen:risk_systems",
    "screen:care_plans",
    "evidence",
    "history",
]


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    begun = begin(make_program(), tmp_path / "desks")
    begun.fill()
    begun.desk.store.close()
    yield open_at(qtbot, theme, make_program, begun.desk.store.path, begun.inspection.id)


def test_every_page_keeps_the_rules_of_accessibility(desk: Desk) -> None:
    faults = {}
    for key in PAGES:
        desk.go(key)
        page = desk.opened.window.page
        assert page is not None
        faults[key] = lint(page)
    ensure_hands(desk.opened.workbench).capture()
    desk.settle()
    faults["capture"] = lint(desk.opened.window.page)  # type: ignore[arg-type]
    assert {key: found for key, found in faults.items() if found} == {}


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_no_text_is_clipped_at_any_size(desk: Desk, theme: Theme, zoom: float) -> None:
    theme.set_zoom(zoom)
    faults = {}
    for key in PAGES:
        desk.go(key)
        QApplication.processEvents()
        assert desk.opened.window.page is not None
        faults[key] = clipped(desk.opened.window.page)
    assert {key: found for key, found in faults.items() if found} == {}


def test_facts_that_are_older_than_the_hands_never_take_a_key_away(desk: Desk) -> None:
    desk.go("screen:risk_systems")
    page = desk.page
    key = next(key for key in page._fields.keys if key.endswith("systems_comment"))
    control = page._fields.control(key)
    assert control is not None
    page.reveal(control)
    desk.opened.workbench.work(page._read, lambda read: page.__dict__.update(_older=read))
    desk.settle()
    desk.write(" And more.")
    page._show(page.__dict__["_older"])
    assert control.value().count("And more.") == 1
    control.leave()  # type: ignore[attr-defined]
    page._show(page.__dict__["_older"])
    assert control.value().count("And more.") == 1
    desk.settle()
    assert str(desk.value("systems_comment")).count("And more.") == 1


def test_a_finalised_inspection_takes_no_keys(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    from inspector_app.operations.finalise import close_visit, finalise

    begun = begin(make_program(), tmp_path / "desks")
    begun.fill()
    close_visit(begun.desk, begun.inspection, begun.desk.today())
    finalise(begun.desk, begun.desk.inspection(begun.inspection.id), begun.sessions)
    begun.desk.store.close()
    desk = open_at(qtbot, theme, make_program, begun.desk.store.path, begun.inspection.id)
    desk.go("screen:staff_awareness")
    assert desk.page.view is not None and desk.page.view.read_only
    sample = next(iter(desk.page._samples.values()))
    assert sample.table.rows.read_only
    answer = next(iter(desk.page._blocks.values())).card.control
    assert answer is not None and not answer.isEnabled()
