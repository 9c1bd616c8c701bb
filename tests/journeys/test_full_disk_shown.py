"""A laptop whose disk has no free byte: its inspections are read, the window says why nothing is saved."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pages
import pytest
from driver import Driver
from test_first_day import PASSPHRASE, inspection_started

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "torture"))

from disks import fill, mounted

pytestmark = pytest.mark.slow
FULL = "The disk is full"


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    with mounted(tmp_path / "home", "48m") as folder:
        if folder is None:
            pytest.skip("nobody but root can mount here")
        yield folder


def banner(driver: Driver) -> str:
    return " ".join(message.text for message in driver.window.messages.messages)


def retype_contact(driver: Driver, prepare: pages.Prepare, text: str) -> None:
    driver.tab_to(prepare.page.contact.control)
    driver.retype(text)


def test_it_opens_to_be_read_says_so_and_goes_on_when_there_is_room(
    open_window: Callable[[], Driver], office_folder: Path, data: Path
) -> None:
    first = inspection_started(open_window, office_folder)
    pages.Prepare(first).type_contact("01632 960001")
    first.window.close()
    mend = fill(data)
    driver = open_window()
    pages.Unlock(driver).unlock(PASSPHRASE)
    home = pages.Home(driver)
    driver.until(lambda: FULL in banner(driver))
    home.open("Riverbank House (example)")
    prepare = pages.Prepare(driver)
    assert prepare.contact() == "01632 960001"
    life = driver.opened.shell.life
    assert life is not None
    driver.until(lambda: life.light.light is not None and life.light.light.words == "Disk full")
    retype_contact(driver, prepare, "01632 960002")
    driver.until(lambda: FULL in driver.messages())
    mend()
    driver.until(lambda: FULL not in banner(driver))
    driver.until(lambda: "There is room on the disk again" in driver.messages())
    retype_contact(driver, prepare, "01632 960003")
    driver.press("Ctrl+L")
    pages.Unlock(driver).unlock(PASSPHRASE)
    assert pages.Prepare(driver).contact() == "01632 960003"
    assert FULL not in banner(driver)


def test_a_disk_that_fills_up_at_work_is_said_and_the_last_text_is_kept_when_there_is_room(
    open_window: Callable[[], Driver], office_folder: Path, data: Path
) -> None:
    driver = inspection_started(open_window, office_folder)
    prepare = pages.Prepare(driver)
    mend = fill(data)
    prepare.type_contact("01632 960001")
    driver.until(lambda: FULL in banner(driver))
    mend()
    driver.until(lambda: FULL not in banner(driver))
    retype_contact(driver, prepare, "01632 960002")
    driver.press("Ctrl+L")
    pages.Unlock(driver).unlock(PASSPHRASE)
    assert pages.Prepare(driver).contact() == "01632 960002"
