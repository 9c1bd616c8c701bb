"""A window read from right to left: every page keeps its geometry, and nothing is painted over words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lint_geometry import clipped
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.gui.theme import Theme
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.line_list import Line, LineList
from tests.gui import screenshots


@pytest.fixture
def mirrored(qapp: QApplication, shared_theme: Theme) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.slow
def test_every_page_keeps_its_geometry_from_right_to_left(
    mirrored: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults: dict[str, list[str]] = {}

    def look(camera: screenshots.Photographer, name: str, ready: Callable[[], object] = lambda: None) -> None:
        ready()
        camera.settle()
        faults[name] = clipped(camera.opened.window)
        rail, stack = camera.opened.window.rail, camera.opened.window.stack
        if rail.isVisible() and rail.x() < stack.x():
            faults[name].append("the rail is not at the right")

    monkeypatch.setattr(screenshots.Photographer, "shoot", look)
    screenshots.of_the_tour(tmp_path)
    assert len(faults) > 25
    assert {name: found for name, found in faults.items() if found} == {}


def inked(widget: QWidget) -> list[tuple[int, int]]:
    """From and to of each piece of ink across a widget, parted by gaps of three pixels and more."""
    picture = widget.grab(QRect(4, 4, widget.width() - 8, widget.height() - 8)).toImage()
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    ground = picture.pixel(1, 1)
    columns = [at for at in range(picture.width()) if _has_ink(picture, at, ground)]
    pieces: list[tuple[int, int]] = []
    for at in columns:
        if pieces and at - pieces[-1][1] <= 2:
            pieces[-1] = (pieces[-1][0], at)
        else:
            pieces.append((at, at))
    return pieces


def _has_ink(picture: QImage, column: int, ground: int) -> bool:
    return any(picture.pixel(column, row) != ground for row in range(picture.height()))


def test_a_button_keeps_icon_words_and_key_apart(mirrored: None, qtbot: QtBot) -> None:
    button = Button("Lock", key="F8", icon="lock")
    qtbot.addWidget(button)
    button.ensurePolished()
    button.resize(button.sizeHint().width() + 40, button.sizeHint().height())
    with qtbot.waitExposed(button):
        button.show()
    there = inked(button)
    assert len(there) == 3
    key, words, icon = there
    assert key[1] < words[0] and words[1] < icon[0]
    button.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert len(inked(button)) == 3


def test_a_line_has_its_title_at_the_right_and_its_state_at_the_left(mirrored: None, qtbot: QtBot) -> None:
    shown = LineList("Lines")
    qtbot.addWidget(shown)
    shown.resize(1000, 80)
    shown.show_lines([Line("a", "Riverbank", "", "Finalised", "good")])
    shown.show()
    pieces = inked(shown.viewport())
    assert pieces[0][0] < 40
    assert pieces[-1][1] > shown.viewport().width() - 60
