"""Alt+Left leads back over pages and inspections to the very field; Ctrl+S says what was true already."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

from driver import Driver
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from test_first_day import PASSPHRASE, inspection_started
from test_locking_loses_nothing import WORDS, in_a_comment, is_back

from inspector_app.errors import KnownError
from inspector_app.gui.resting import Return

Opens = Callable[[], Driver]


def usable(driver: Driver, way: str) -> bool:
    return driver.window.registry.action(way).isEnabled()


def gone_to(driver: Driver, key: str) -> None:
    driver.opened.shell.go(key)
    driver.arrives_at(key)


def test_back_leads_to_the_very_letter_and_forward_leads_on(open_window: Opens, office_folder: Path) -> None:
    driver = inspection_started(open_window, office_folder)
    where = in_a_comment(driver).key
    driver.type(WORDS)
    driver.press("Left", len("floor"))
    name = driver.focused.accessibleName()
    gone_to(driver, "letter")
    gone_to(driver, "evidence")
    driver.press("Alt+Left")
    driver.arrives_at("letter")
    driver.press("Alt+Left")
    driver.arrives_at(where)
    box = is_back(driver, WORDS)
    assert box.accessibleName() == name
    driver.type("new ")
    driver.until(lambda: box.toPlainText() == WORDS.replace("floor", "new floor"))
    driver.press("Alt+Right")
    driver.arrives_at("letter")
    driver.press("Alt+Right")
    driver.arrives_at("evidence")
    assert not usable(driver, "go.forward")


def test_where_the_words_are_gone_the_page_is_enough_and_no_key_is_lost(
    open_window: Opens, office_folder: Path
) -> None:
    driver = inspection_started(open_window, office_folder)
    where = in_a_comment(driver).key
    driver.type(WORDS)
    gone_to(driver, "letter")
    driver.press("Ctrl+Z")
    driver.settled()
    driver.press("Alt+Left")
    driver.press("F6")
    driver.until(lambda: driver.focused is driver.window.rail.list)
    assert driver.page.key == where and not driver.opened.workbench.keys.holding


def test_escape_ends_the_way_back_and_nothing_takes_the_keyboard_afterwards(
    open_window: Opens, office_folder: Path
) -> None:
    driver = inspection_started(open_window, office_folder)
    where = in_a_comment(driver).key
    driver.type(WORDS)
    gone_to(driver, "letter")
    held = Event()
    driver.opened.workbench.run(lambda desk: held.wait(600))  # so that the page is not at rest
    driver.press("Alt+Left")
    driver.until(lambda: driver.page.key == where)
    assert driver.page.findChild(Return) is not None
    driver.press("Esc")
    driver.press("Ctrl+K")
    search = driver.window.top.search
    driver.until(lambda: driver.focused is search)
    held.set()
    driver.settled()
    driver.until(lambda: driver.page.findChild(Return) is None)
    assert driver.focused is search


def test_back_leads_over_the_list_into_the_inspection_again(open_window: Opens, office_folder: Path) -> None:
    driver = inspection_started(open_window, office_folder)
    where = in_a_comment(driver).key
    driver.type(WORDS)
    driver.press("Alt+Home")
    driver.arrives_at("home")
    driver.opened.workbench.open_inspection("")  # what letting go of a copy does: there is no way back to it
    assert not usable(driver, "go.back")
    driver.press("Enter")
    driver.arrives_at("prepare")
    driver.opened.shell.go(where)
    driver.arrives_at(where)
    driver.press("Alt+Home")
    driver.arrives_at("home")
    driver.press("Alt+Left")
    driver.arrives_at(where)
    driver.press("Alt+Left")
    driver.arrives_at("prepare")
    driver.press("Alt+Left")
    driver.arrives_at("home")
    assert not usable(driver, "go.back"), "the first place"


def test_parts_passed_on_the_way_down_the_rail_are_no_places(open_window: Opens, office_folder: Path) -> None:
    driver = inspection_started(open_window, office_folder)
    driver.arrives_at("prepare")
    driver.settled()
    driver.press("F6")
    driver.press("Down", 4)
    driver.settled()
    passed = driver.page.key
    assert passed != "prepare"
    driver.press("Alt+Left")
    driver.arrives_at("prepare")


def test_a_lock_forgets_the_way(open_window: Opens, office_folder: Path) -> None:
    driver = inspection_started(open_window, office_folder)
    gone_to(driver, "letter")
    assert usable(driver, "go.back")
    driver.press("Ctrl+L")
    driver.arrives_at("unlock")
    assert not usable(driver, "go.back")
    driver.type(PASSPHRASE)
    driver.press("Enter")
    driver.arrives_at("letter")
    assert not usable(driver, "go.back")


def test_the_side_buttons_of_a_mouse_go_back_and_forward(open_window: Opens, office_folder: Path) -> None:
    driver = inspection_started(open_window, office_folder)
    gone_to(driver, "letter")
    for button, place in ((Qt.MouseButton.BackButton, "prepare"), (Qt.MouseButton.ForwardButton, "letter")):
        at = QPointF(driver.page.rect().center())
        kind, none = QEvent.Type.MouseButtonPress, Qt.KeyboardModifier.NoModifier
        press = QMouseEvent(kind, at, driver.page.mapToGlobal(at), button, button, none)
        QApplication.sendEvent(driver.page, press)
        driver.arrives_at(place)


def test_ctrl_s_says_that_all_is_saved_once_it_is(open_window: Opens, office_folder: Path) -> None:
    driver = inspection_started(open_window, office_folder)
    in_a_comment(driver)
    driver.type(WORDS)
    driver.press("Ctrl+S")
    passing = "Everything is saved"
    driver.until(lambda: passing in said(driver))
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit), "one types on"


def test_ctrl_s_does_not_say_so_while_the_disk_refuses(open_window: Opens, office_folder: Path) -> None:
    driver = inspection_started(open_window, office_folder)
    in_a_comment(driver)
    driver.settled()
    driver.opened.workbench.not_saved.emit(KnownError("The disk is full.", "Make room.", code="disk-full"))
    driver.press("Ctrl+S")
    driver.until(lambda: "The disk is full." in driver.messages())
    assert "Everything is saved" not in said(driver)


def said(driver: Driver) -> str:
    """What stands at the foot of the page in passing."""
    from inspector_app.gui.widgets.passing import Passing

    return " ".join(one.accessibleName() for one in driver.window.findChildren(Passing) if one.isVisible())
