"""Backups are made without being asked, said without a dialog, and brought back from the unlock page."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pages
import pytest
from driver import Driver
from test_first_day import PASSPHRASE, inspection_started, profile_made

from inspector_app.gui.desk_life import DeskLife
from inspector_app.operations.backups import backup_state

pytestmark = pytest.mark.slow


def life_of(driver: Driver) -> DeskLife:
    life = driver.opened.shell.life
    assert life is not None
    return life


def backups_at(stick: Path) -> list[Path]:
    return sorted(stick.glob("inspector-*.db"))


def in_the_next_second(driver: Driver) -> None:
    """Backups are named by their second."""
    now = int(time.time())
    driver.until(lambda: int(time.time()) > now)


def with_a_place(driver: Driver, stick: Path) -> None:
    """Backups go to the stick, and the first has been made."""
    driver.press("Ctrl+,")
    settings = pages.Settings(driver)
    settings.use_place(stick)
    driver.until(lambda: settings.page.backups.badge.text() == "Backed up")
    driver.until(lambda: life_of(driver).backups.job is None)


def test_after_each_session_a_backup_is_made_and_it_opens_with_the_passphrase(
    open_window: Callable[[], Driver], office_folder: Path, tmp_path: Path, data: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    driver = inspection_started(open_window, office_folder)
    pages.Prepare(driver)
    with_a_place(driver, stick)
    first = backups_at(stick)
    assert len(first) == 1
    driver.press("Ctrl+L")
    driver.until(lambda: not life_of(driver).idle.on)
    driver.settled()
    driver.until(lambda: life_of(driver).backups.job is None)
    assert backups_at(stick) == first, "nothing was changed since"
    pages.Unlock(driver).unlock(PASSPHRASE)
    pages.Settings(driver)
    driver.press("Alt+Home")
    pages.Home(driver).open("Riverbank House (example)")
    pages.Prepare(driver).type_contact("01632 960001")
    in_the_next_second(driver)
    driver.window.close()
    made = [one for one in backups_at(stick) if one not in first]
    assert len(made) == 1
    shutil.rmtree(data)
    data.mkdir()
    again = open_window()
    assert again.page.key == "first_start"
    restore = pages.Restore(again)
    restore.choose(made[0])
    assert "takes the place" not in restore.form.replaces.text()
    restore.with_passphrase(PASSPHRASE)
    home = pages.Home(again)
    again.until(lambda: "The backup is back" in again.messages())
    home.open("Riverbank House (example)")
    prepare = pages.Prepare(again)
    again.until(lambda: prepare.contact() == "01632 960001")


def test_a_stick_that_is_not_there_is_said_in_place_and_tried_again_when_it_is_back(
    open_window: Callable[[], Driver], office_folder: Path, tmp_path: Path
) -> None:
    stick, pulled = tmp_path / "stick", tmp_path / "pulled"
    stick.mkdir()
    driver = profile_made(open_window, office_folder)
    with_a_place(driver, stick)
    life = life_of(driver)
    stick.rename(pulled)
    life.backups.now()
    driver.until(lambda: life.light.text() == "Backup failed")
    card = pages.Settings(driver).page.backups
    driver.until(lambda: card.badge.text() == "Not reached")
    assert "is not there" in card.words.text() and str(stick) in card.words.text()
    pulled.rename(stick)
    before = backups_at(stick)
    in_the_next_second(driver)
    life.backups.now()
    driver.until(lambda: life.light.text() == "Backed up")
    assert len(backups_at(stick)) == len(before) + 1
    states: list[str] = []
    driver.opened.workbench.run(lambda desk: states.append(backup_state(desk).trouble))
    driver.until(lambda: states == [""])


def test_bringing_a_backup_back_says_what_it_replaces_and_keeps_the_old_database_beside(
    open_window: Callable[[], Driver], office_folder: Path, tmp_path: Path, data: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    driver = inspection_started(open_window, office_folder)
    pages.Prepare(driver)
    with_a_place(driver, stick)
    (backup,) = backups_at(stick)
    driver.press("Alt+Home")
    pages.Home(driver).open("Riverbank House (example)")
    pages.Prepare(driver).type_contact("typed after the backup")
    driver.press("Ctrl+L")
    driver.until(lambda: not life_of(driver).idle.on)
    driver.settled()
    driver.until(lambda: life_of(driver).backups.job is None)
    pages.Unlock(driver)
    restore = pages.Restore(driver)
    restore.choose(tmp_path / "nothing.db")
    assert "There is no backup nothing.db" in restore.problem()
    restore.choose(backup)
    assert "nothing is deleted" in restore.form.replaces.text()
    restore.with_passphrase("not the one at all")
    assert "passphrase is wrong" in restore.problem()
    assert not list(data.glob("inspector-replaced*")), "refused: all is as it was"
    restore.with_passphrase(PASSPHRASE)
    pages.Prepare(driver)
    (kept,) = data.glob("inspector-replaced-*.db")
    assert Path(f"{kept}.keys").is_file()
    prepare = pages.Prepare(driver)
    driver.settled()
    assert prepare.contact() != "typed after the backup"


def test_a_place_that_cannot_hold_backups_is_refused_beside_its_field(
    open_window: Callable[[], Driver], office_folder: Path, data: Path
) -> None:
    driver = profile_made(open_window, office_folder)
    driver.press("Ctrl+,")
    settings = pages.Settings(driver)
    settings.use_place(data / "backups")
    driver.until(lambda: "folder of the database itself" in settings.page.backups.place.problem)
