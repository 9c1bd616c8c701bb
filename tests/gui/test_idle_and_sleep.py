"""Nobody at the keyboard, a computer that sleeps: what the watches tell, and when."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from inspector_app.gui.idle import SLEPT_SECONDS, TICK_SECONDS, IdleWatch

HERE = Path(__file__).parent
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={socket}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
"""


class Clocks:
    """The clock on the wall and the seconds that run, moved by hand."""

    def __init__(self) -> None:
        self.wall = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)
        self.seconds = 1000.0

    def now(self) -> datetime:
        return self.wall

    def running(self) -> float:
        return self.seconds

    def go_on(self, watch: IdleWatch, seconds: int) -> None:
        """Time passes, and the timer ticks."""
        for _ in range(seconds // TICK_SECONDS):
            self.wall += timedelta(seconds=TICK_SECONDS)
            self.seconds += TICK_SECONDS
            watch.tick()


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def watch(qtbot: QtBot, clocks: Clocks) -> IdleWatch:
    return IdleWatch(clocks.now, clocks.running)


def told(watch: IdleWatch) -> list[str]:
    heard: list[str] = []
    watch.idle.connect(lambda: heard.append("idle"))
    watch.nearly.connect(lambda: heard.append("nearly"))
    watch.slept.connect(lambda: heard.append("slept"))
    return heard


def test_after_the_minutes_without_a_key_idle_is_told_and_half_a_minute_before(
    watch: IdleWatch, clocks: Clocks
) -> None:
    heard = told(watch)
    watch.set_minutes(2)
    clocks.go_on(watch, 85)
    assert heard == []
    clocks.go_on(watch, 10)
    assert heard == ["nearly"]
    clocks.go_on(watch, 20)
    assert heard == ["nearly"]
    clocks.go_on(watch, 5)
    assert heard == ["nearly", "idle"]


def test_a_key_begins_the_minutes_anew(watch: IdleWatch, clocks: Clocks) -> None:
    heard = told(watch)
    watch.set_minutes(2)
    clocks.go_on(watch, 100)
    watch.note()
    clocks.go_on(watch, 85)
    assert heard == ["nearly"]


def test_without_minutes_nothing_is_ever_idle(watch: IdleWatch, clocks: Clocks) -> None:
    heard = told(watch)
    clocks.go_on(watch, 3600 * 5)
    assert heard == []


def test_a_clock_that_went_on_without_the_timer_is_a_sleep_and_a_late_tick_is_none(
    watch: IdleWatch, clocks: Clocks
) -> None:
    heard = told(watch)
    clocks.wall += timedelta(seconds=TICK_SECONDS + SLEPT_SECONDS - 1)
    watch.tick()
    assert heard == []
    clocks.wall += timedelta(hours=8)
    watch.tick()
    assert heard == ["slept"]
    clocks.go_on(watch, 60)
    assert heard == ["slept"]


def test_a_clock_set_back_does_not_keep_the_laptop_open(watch: IdleWatch, clocks: Clocks) -> None:
    heard = told(watch)
    watch.set_minutes(2)
    clocks.wall -= timedelta(hours=3)
    clocks.go_on(watch, 120)
    assert heard == ["nearly", "idle"]


def test_keys_are_heard_at_the_window_that_has_them(qtbot: QtBot, watch: IdleWatch, clocks: Clocks) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    watch.start()
    with qtbot.waitActive(line):
        line.show()
        line.activateWindow()
    watch.set_minutes(1)
    clocks.seconds += 59
    with qtbot.waitSignal(watch.pressed):
        # to the window of the system, as a keyboard does; a click on the widget would go past it
        from PySide6.QtTest import QTest

        QTest.keyClick(line.windowHandle(), Qt.Key.Key_A)
    assert line.text() == "a"
    heard = told(watch)
    clocks.go_on(watch, 30)
    assert heard == ["nearly"]
    watch.stop()
    assert not watch.on


def test_a_window_that_is_gone_is_heard_no_longer(qtbot: QtBot, watch: IdleWatch) -> None:
    line = QLineEdit()
    watch.start()
    with qtbot.waitActive(line):
        line.show()
        line.activateWindow()
    handle = line.windowHandle()
    assert watch._heard is handle
    line.close()
    delete(line)
    other = QLineEdit()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    qtbot.waitUntil(lambda: watch._heard is other.windowHandle())
    watch.stop()


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="no message bus on this machine")
def test_the_system_is_asked_to_wait_and_its_sleep_is_heard(tmp_path: Path) -> None:
    socket = tmp_path / "bus"
    (tmp_path / "bus.conf").write_text(BUS.format(socket=socket))
    bus = subprocess.Popen(
        ["dbus-daemon", f"--config-file={tmp_path / 'bus.conf'}", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert bus.stdout is not None and bus.stdout.readline()
        run = subprocess.run(
            [sys.executable, str(HERE / "sleeping_laptop.py")],
            env={**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={socket}"},
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
        assert run.returncode == 0, run.stderr
        assert run.stdout.split("\n")[:3] == ["asked to wait", "sleeping while held", "let go"]
    finally:
        bus.terminate()
        bus.wait()
        bus.stdout.close() if bus.stdout else None
