"""Closing the lid, going away, or locking by key: nothing typed is lost, and one comes back to the field."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pages
from driver import Driver
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from test_first_day import PASSPHRASE, inspection_started, profile_made

from inspector_app.gui.pages.checklist.page import ChecklistPage
from inspector_app.operations.lock_after import lock_after

WORDS = "Seen in the office on the first floor"


def in_a_comment(driver: Driver) -> ChecklistPage:
    """The keyboard in the first comment of the first screen."""
    pages.Prepare(driver)
    key = next(item.key for item in driver.window.rail.items if item.key.startswith("screen:"))
    driver.opened.shell.go(key)
    driver.arrives_at(key)
    page = driver.page
    assert isinstance(page, ChecklistPage)
    driver.until(lambda: page.view is not None and page.settled)
    box = next(box for box in page.findChildren(QPlainTextEdit) if box.isVisible())
    driver.tab_to(box)
    return page


def is_back(driver: Driver, words: str) -> QPlainTextEdit:
    """Wait until the keyboard is in a box that shows the words."""
    driver.until(lambda: isinstance(driver.page, ChecklistPage))
    driver.until(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    box = QApplication.focusWidget()
    assert isinstance(box, QPlainTextEdit)
    driver.until(lambda: box.toPlainText() == words)
    return box


def test_closing_the_lid_loses_nothing_and_the_way_back_leads_to_the_same_letter(
    open_window: Callable[[], Driver], office_folder: Path
) -> None:
    driver = inspection_started(open_window, office_folder)
    page = in_a_comment(driver)
    driver.type(WORDS)
    driver.press("Left", len("floor"))
    name, where = driver.focused.accessibleName(), driver.page.key
    held = Event()
    driver.opened.workbench.run(lambda desk: held.wait(600))  # a disk that is slow while the lid closes
    driver.type("new ")
    life = driver.opened.shell.life
    assert life is not None
    life.idle.slept.emit()
    assert driver.page.key == "unlock", "hidden at once, before the disk has answered"
    assert not page.isVisible()
    held.set()
    driver.until(lambda: not driver.opened.workbench.unlocked)
    driver.until(lambda: "because the computer slept" in driver.messages())
    pages.Unlock(driver).unlock(PASSPHRASE)
    driver.arrives_at(where)
    box = is_back(driver, WORDS.replace("floor", "new floor"))
    assert box.accessibleName() == name
    driver.type("and only ")
    driver.until(lambda: box.toPlainText() == WORDS.replace("floor", "new and only floor"))


def test_a_form_that_was_not_sent_yet_is_there_again_after_the_lock(
    open_window: Callable[[], Driver], office_folder: Path
) -> None:
    driver = inspection_started(open_window, office_folder)
    pages.Prepare(driver)
    driver.press("Ctrl+N")
    start = pages.Start(driver)
    assert start.choose_service("hillview") == "Hillview School (example)"
    start.set_reference("IN-2026-0077")
    driver.press("Ctrl+L")
    pages.Unlock(driver).unlock(PASSPHRASE)
    again = pages.Start(driver)
    driver.until(lambda: again.page.chosen_name.text() == "Hillview School (example)")
    assert again.page.reference.control.value() == "IN-2026-0077"
    again.begin()
    pages.Prepare(driver)
    assert driver.window.top.title.text() == "Hillview School (example)"


def test_nobody_at_the_keyboard_locks_after_the_minutes_of_the_settings(
    open_window: Callable[[], Driver], office_folder: Path
) -> None:
    driver = profile_made(open_window, office_folder)
    life = driver.opened.shell.life
    assert life is not None
    driver.until(lambda: life.idle.minutes == 10)
    life.idle.idle.emit()
    pages.Unlock(driver)
    driver.until(lambda: "after 10 minutes without a key" in driver.messages())


def test_to_switch_the_lock_off_takes_its_words(
    open_window: Callable[[], Driver], office_folder: Path
) -> None:
    driver = profile_made(open_window, office_folder)
    driver.press("Ctrl+,")
    settings = pages.Settings(driver)
    settings.choose_lock("0")
    driver.until(lambda: settings.page.lock.word.isVisible())
    settings.confirm_no_lock("yes please")
    driver.until(lambda: "type the words" in settings.page.lock.word.problem)
    settings.confirm_no_lock("Never lock")
    kept: list[int] = []
    driver.opened.workbench.run(lock_after, kept.append)
    driver.until(lambda: kept == [0])
    life = driver.opened.shell.life
    assert life is not None
    driver.until(lambda: life.idle.minutes == 0)
