"""Accepting a laptop on the office page receives what waits of it; what is damaged stays and is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import outcome_window as ow
import pytest
from lint_accessibility import lint
from lint_geometry import clipped
from pytestqt.qtbot import QtBot

from inspector_app.__main__ import make_program
from inspector_app.gui.pages.office.cards import LaptopLine
from inspector_app.gui.pages.office.page import OfficePage
from inspector_app.gui.theme import Theme
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.window_run import OpenWindow
from inspector_app.operations.demo import PASSPHRASE
from inspector_app.operations.desk import Desk
from inspector_app.operations.export import export_inspection
from inspector_app.operations.letter import issue_letter
from inspector_app.operations.set_up import open_desk

pytestmark = pytest.mark.slow


@pytest.fixture
def opened(theme: Theme, tmp_path: Path) -> Iterator[OpenWindow]:
    """A finished inspection exported before and after its letter; the office waits for its laptop."""
    devices: list[str] = []

    def exported(desk: Desk) -> str:
        inspection = desk.inspection(ow.finished(desk))
        devices.append(desk.device)
        for name in ("first", "second"):
            (tmp_path / name).mkdir()
            export_inspection(desk, inspection, tmp_path / name)
            if name == "first":
                issue_letter(desk, inspection, issued_on=desk.today())
        return inspection.id

    inspection = ow.prepared(tmp_path, exported)
    office = open_desk(make_program(), tmp_path / "office" / "office.db", PASSPHRASE, "office")
    with office.store.transaction():
        office.store.set_device_state(devices[0], "pending", office.program.now())
    office.store.close()
    with ow.opened(theme, tmp_path, inspection) as made:
        yield made


@pytest.fixture
def page(opened: OpenWindow, tmp_path: Path, qtbot: QtBot) -> OfficePage:
    """The office, with both files in quarantine and the stick gone."""
    opened.shell.go("office")
    shown = opened.window.page
    assert isinstance(shown, OfficePage)
    shown.open_card.database.set_path(tmp_path / "office" / "office.db")
    qtbot.keyClicks(shown.open_card.passphrase.line, f"{PASSPHRASE}\r")
    ow.wait_for(lambda: bool(shown.laptops.lines))
    shown.receive([tmp_path / "first", tmp_path / "second"])
    ow.wait_for(lambda: outcomes(shown) == ["quarantined", "quarantined"])
    for name in ("first", "second"):
        (file,) = (tmp_path / name).glob("*.inspection")
        file.rename(tmp_path / f"{name}.kept")
    ow.wait_for(lambda: laptop(shown).laptop.waiting == 2)
    return shown


def outcomes(page: OfficePage) -> list[str]:
    """What became of the files of the last run, once it is over."""
    return [] if page.busy else sorted(one.outcome for one in page._outcomes)


def laptop(page: OfficePage) -> LaptopLine:
    (line,) = page.laptops.lines.values()
    return line


def accept(page: OfficePage, qtbot: QtBot) -> None:
    line = laptop(page)
    assert line.line is not None
    line.line.line.setFocus()
    qtbot.keyClicks(line.line.line, f"{line.laptop.fingerprint}\r")


def copies(folder: Path) -> list[Path]:
    return sorted(one for one in (folder / "office" / "quarantine").rglob("*") if one.is_file())


def test_an_accepted_laptop_has_what_waited_received_with_a_report_and_a_receipt(
    opened: OpenWindow, page: OfficePage, tmp_path: Path, qtbot: QtBot
) -> None:
    assert len(copies(tmp_path)) == 2
    accept(page, qtbot)
    ow.wait_for(lambda: outcomes(page) == ["received", "received"])
    ow.wait_for(lambda: laptop(page).laptop.received == 2)
    assert [one.text for one in page.messages.messages] == ["2 of 2 files that waited were received."]
    assert "2 of 2 files received" in page.receive_card.summary.text()
    assert (laptop(page).laptop.state, laptop(page).laptop.waiting) == ("accepted", 0)
    assert len(list((tmp_path / "office" / "receipts").glob("*.receipt"))) == 1
    assert copies(tmp_path) == []
    assert lint(opened.window) + clipped(opened.window) == []


def test_a_damaged_copy_is_told_and_what_waits_is_tried_again_by_its_button(
    opened: OpenWindow, page: OfficePage, tmp_path: Path, qtbot: QtBot
) -> None:
    damaged = copies(tmp_path)[0]
    whole = damaged.read_bytes()
    damaged.write_bytes(whole[:-300])
    accept(page, qtbot)
    ow.wait_for(lambda: outcomes(page) == ["received", "refused"])
    ow.wait_for(lambda: laptop(page).laptop.waiting == 1 and laptop(page).laptop.state == "accepted")
    assert copies(tmp_path) == [damaged]
    assert [one.tone for one in page.messages.messages] == ["attention"]
    assert lint(opened.window) + clipped(opened.window) == []
    damaged.write_bytes(whole)
    again = next(one for one in laptop(page).findChildren(Button) if "waits" in one.text())
    again.setFocus()
    again.click()
    ow.wait_for(lambda: outcomes(page) == ["received"])
    ow.wait_for(lambda: laptop(page).laptop.waiting == 0)
    assert copies(tmp_path) == []
