"""Colours reach their contrast, sizes follow font and zoom, the look changes live."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.gui import colours as colour_room
from inspector_app.gui.colours import DARK, LIGHT, PAIRS, Colours, SystemColours, high_contrast, ratio
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.main_window import MainWindow
from inspector_app.gui.metrics import BODY, HEADING, SMALL, TITLE, metrics_for
from inspector_app.gui.theme import SystemLook, Theme
from inspector_app.gui.widgets.labels import label

SYSTEMS = (
    SystemColours("#000000", "#FFFFFF", "#000000", "#FFFFFF", "#1AEBFF", "#000000"),
    SystemColours("#FFFFFF", "#000000", "#FFFFFF", "#000000", "#37006E", "#FFFFFF"),
    SystemColours("#2D3236", "#FFFFFF", "#2D3236", "#FFFFFF", "#ABCFF2", "#000000"),
    SystemColours("#FFFFEE", "#777766", "#FFFFEE", "#777766", "#DDDD88", "#FFFFFF"),
)


@pytest.mark.parametrize("colours", [LIGHT, DARK, *map(high_contrast, SYSTEMS)])
def test_every_pair_in_use_reaches_its_contrast(colours: Colours) -> None:
    faults = [
        (ink, ground, round(ratio(getattr(colours, ink), getattr(colours, ground)), 2))
        for ink, ground, kind in PAIRS
        if ratio(getattr(colours, ink), getattr(colours, ground)) < (4.5 if kind == "text" else 3.0)
    ]
    assert not faults


def test_contrast_is_measured_as_wcag_says() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_no_other_file_of_the_window_writes_a_colour() -> None:
    room = Path(colour_room.__file__).parent
    found = [
        f"{path.name}: {hit}"
        for path in room.rglob("*.py")
        if path.name != "colours.py"
        for hit in re.findall(r"#[0-9A-Fa-f]{6}\b", path.read_text(encoding="utf-8"))
    ]
    assert not found


def test_sizes_follow_the_system_font_and_the_zoom() -> None:
    normal, large = metrics_for(12, 96, 1), metrics_for(12, 96, 2)
    assert large.em == 2 * normal.em == 32
    assert large.space(4) == pytest.approx(2 * normal.space(4), abs=1)
    ratios = [normal.points(step) / normal.points(BODY) for step in (TITLE, HEADING, SMALL)]
    assert ratios == pytest.approx([1.7, 1.15, 0.92], abs=0.01)


def test_a_system_font_too_small_for_many_counts_as_ten_and_a_half_points() -> None:
    assert metrics_for(9, 96, 1).body_points == 10.5


@pytest.mark.parametrize("zoom", [1.0, 1.25, 2.0, 3.0])
def test_targets_never_fall_under_24_pixels(zoom: float) -> None:
    for dots in (72, 96, 144):
        assert metrics_for(9, dots, zoom).target >= 24


def test_the_font_is_ours_and_drawn_in_the_size_of_the_look(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    title = label("Staff awareness", "title", parent=page)
    page.show()
    assert title.fontInfo().family() == "Inter"
    assert title.fontInfo().pointSizeF() == pytest.approx(theme.current.metrics.points(TITLE), abs=0.6)
    assert title.fontInfo().weight() >= 600


def test_examples_in_empty_fields_are_as_legible_as_soft_text(theme: Theme, qtbot: QtBot) -> None:
    for field in (QLineEdit(), QPlainTextEdit()):
        qtbot.addWidget(field)
        field.show()
        colour = field.palette().placeholderText().color()
        assert (colour.name().upper(), colour.alpha()) == (LIGHT.soft, 255)


def test_the_look_changes_live_and_tells_widgets(theme: Theme, qtbot: QtBot) -> None:
    seen: list[str] = []

    class Listener(QLabel):
        def restyle(self) -> None:
            seen.append(look().name)

    listener = Listener()
    qtbot.addWidget(listener)
    follow_look(listener.restyle)
    with qtbot.waitSignal(theme.changed):
        theme.set_mode("dark")
    assert seen == ["light", "dark"]
    assert QApplication.palette().window().color().name().upper() == DARK.page


class FakeSystem(SystemLook):
    """A system whose wishes a test sets."""

    wish = "light"
    size = 10.5

    def points(self) -> float:
        return self.size

    def dark(self) -> bool:
        return self.wish == "dark"

    def contrast(self) -> bool:
        return self.wish == "contrast"

    def want(self, wish: str) -> None:
        self.wish = wish
        self.tell_changed()


@pytest.fixture
def system(qapp: QApplication, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeSystem]:
    fake = FakeSystem(qapp)
    monkeypatch.setattr(theme, "_system", fake)
    monkeypatch.setattr(theme, "_system_points", fake.size)
    monkeypatch.setattr(theme, "_sizes", (fake.size, qapp.primaryScreen().logicalDotsPerInch()))
    fake.changed.connect(theme._follow)
    yield fake
    fake.changed.disconnect(theme._follow)


def test_the_system_being_switched_is_followed_live(theme: Theme, system: FakeSystem) -> None:
    theme.set_mode("system")
    for wish in ("dark", "contrast", "light"):
        system.want(wish)
        assert look().name == wish


def test_a_chosen_mode_holds_whatever_the_system_says(theme: Theme, system: FakeSystem) -> None:
    theme.set_mode("light")
    system.want("dark")
    assert look().name == "light"


def test_the_font_of_the_system_is_followed_live_in_any_mode(theme: Theme, system: FakeSystem) -> None:
    theme.set_mode("dark")
    before = look().metrics.em
    system.size = 21.0
    QApplication.sendEvent(MainWindow(theme), QEvent(QEvent.Type.ThemeChange))
    assert look().name == "dark" and look().metrics.em == pytest.approx(2 * before)
    system.size = 10.5
    theme.system_changed()
    assert look().metrics.em == before


def test_zoom_goes_in_steps_and_stops_at_its_ends(theme: Theme) -> None:
    for _ in range(20):
        theme.step_zoom(1)
    assert theme.zoom == 3.0
    for _ in range(20):
        theme.step_zoom(-1)
    assert theme.zoom == 1.0
