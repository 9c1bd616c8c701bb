"""The monkey's short run, and that its cage would see what it looks for."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parent))

import cage as cage_room
from cage import Cage, Fault, SteadyProgram, Stuck
from events import Act

from inspector_app.gui.theme import Theme
from inspector_app.gui.widgets.comment_box import CommentBox
from inspector_app.operations.practice import make_practice
from tests.monkey.__main__ import run


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def cage(theme: Theme, tmp_path: Path) -> Iterator[Cage]:
    make_practice(SteadyProgram(), tmp_path / "practice")
    made = Cage(theme, tmp_path, tmp_path / "practice", 1)
    yield made
    made.close()


@pytest.mark.slow
def test_a_thousand_random_acts_break_nothing(theme: Theme, tmp_path: Path) -> None:
    """The same acts on every machine; ``make monkey`` does them as fast as they come."""
    fault, acts, seen = run(theme, tmp_path, 1500, seed=20, calm=True)
    assert fault == "", [act.line() for act in acts[-60:]]
    assert len(seen) > 12


def test_a_value_that_is_shown_and_not_recorded_is_seen(cage: Cage) -> None:
    cage.carry("screen:risk_systems")
    cage.check_record()
    box = cage.window.page.findChild(CommentBox)  # type: ignore[union-attr]
    assert box is not None
    box.blockSignals(True)
    box.box.setPlainText("lost")
    with pytest.raises(Fault, match="the record holds"):
        cage.check_record()


def test_a_place_without_a_way_out_is_seen(cage: Cage, monkeypatch: pytest.MonkeyPatch) -> None:
    cage.carry("findings")
    cage.check_way_out()
    cage.window.registry.unbind("window.rail")
    monkeypatch.setattr(cage_room, "REACHED_MILLISECONDS", 200)
    with pytest.raises(Stuck, match="F6 does not lead out"):
        cage.check_way_out()


def test_a_warning_of_qt_is_seen(cage: Cage) -> None:
    qWarning("something is wrong")
    with pytest.raises(Fault, match="something is wrong"):
        cage.look()
    cage.warnings.clear()


def test_an_act_is_read_back_from_its_line() -> None:
    for act in (
        Act("key", "Ctrl+Shift+N"),
        Act("words", "a b"),
        Act("click", "", 0.5, 0.25),
        Act("wheel", "up", 0, 1),
    ):
        assert Act.read(act.line()) == act
