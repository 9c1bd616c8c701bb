"""A person's first day in the window, by keys alone: profile, register, inspection, lock, unlock."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pages
from driver import Driver

from inspector_app.operations.demo import the_example

PASSPHRASE = "lamp river tuesday cobalt"
HEADER = "service_number,name,service_type,sector,places\n"


def profile_made(open_window: Callable[[], Driver], office_folder: Path) -> Driver:
    driver = open_window()
    first = pages.FirstStart(driver)
    first.make_profile("A. Inspector", PASSPHRASE, PASSPHRASE, office_folder / "office.pub")
    first.recovery_code()
    first.put_the_sheet_away()
    driver.arrives_at("home")
    return driver


def inspection_started(open_window: Callable[[], Driver], office_folder: Path) -> Driver:
    driver = profile_made(open_window, office_folder)
    pages.Home(driver).go_to_register()
    register = pages.Register(driver)
    register.choose_file(the_example().register)
    register.take_in()
    driver.press("Ctrl+N")
    start = pages.Start(driver)
    start.choose_service("riverbank")
    start.set_reference("IN-2026-0042")
    start.begin()
    return driver


def test_make_a_profile_import_a_register_and_start_an_inspection(
    open_window: Callable[[], Driver], office_folder: Path
) -> None:
    driver = open_window()
    first = pages.FirstStart(driver)
    first.make_profile("A. Inspector", PASSPHRASE, PASSPHRASE, office_folder / "office.pub")
    assert len(first.recovery_code()) > 20
    first.put_the_sheet_away()
    home = pages.Home(driver)
    assert home.is_empty()
    home.go_to_register()
    register = pages.Register(driver)
    register.choose_file(the_example().register)
    assert register.problems() == []
    register.take_in()
    assert "5 services" in driver.messages()
    assert register.find("river") == ["Riverbank House (example)"]
    register.start_at_first()
    start = pages.Start(driver)
    driver.settled()
    start.set_reference("IN-2026-0042")
    start.begin()
    prepare = pages.Prepare(driver)
    driver.settled()
    assert driver.window.top.title.text() == "Riverbank House (example)"
    assert driver.rail()["prepare"] == "last day open"
    prepare.set_last_day("1 January 2020")
    assert "end before it starts" in prepare.last_day_problem()
    driver.press("Alt+Home")
    assert pages.Home(driver).inspections() == ["Riverbank House (example)"]


def test_what_is_missing_in_a_profile_is_said_beside_its_field(open_window: Callable[[], Driver]) -> None:
    driver = open_window()
    first = pages.FirstStart(driver)
    first.make_profile("", "", "", None)
    assert set(first.problems()) == {"name", "passphrase", "office"}
    first.make_profile("A. Inspector", "short", "short", Path("nowhere/office.pub"))
    driver.until(lambda: "passphrase" in first.problems())
    assert "more characters" in first.problems()["passphrase"]
    driver.until(lambda: "office" in first.problems())
    assert "There is no file" in first.problems()["office"]


def test_a_register_with_faults_names_row_and_column_and_takes_nothing(
    open_window: Callable[[], Driver], office_folder: Path, tmp_path: Path
) -> None:
    driver = profile_made(open_window, office_folder)
    bad = tmp_path / "bad.csv"
    bad.write_text(f"{HEADER}CS99,Hillview,care_home,private,24\nCS9900000003,,fostering,private,\n")
    pages.Home(driver).go_to_register()
    register = pages.Register(driver)
    register.choose_file(bad)
    assert [line.split(":")[0] for line in register.problems()] == ["Row 2, service_number", "Row 3, name"]
    register.take_in()
    assert list(register.page.list.lines) == []
    register.choose_file(tmp_path / "not there.csv")
    assert register.page.row.problem


def test_an_inspection_without_a_service_or_with_a_taken_reference_is_not_started(
    open_window: Callable[[], Driver], office_folder: Path
) -> None:
    driver = inspection_started(open_window, office_folder)
    pages.Prepare(driver)
    driver.press("Ctrl+N")
    start = pages.Start(driver)
    start.begin()
    assert any("Choose the service" in problem for problem in start.problems())
    assert start.choose_service("hillview") == "Hillview School (example)"
    start.set_reference("IN-2026-0042")
    start.begin()
    assert any("already" in problem for problem in start.problems())


def test_locking_saves_what_is_typed_and_hides_everything(
    open_window: Callable[[], Driver], office_folder: Path
) -> None:
    driver = inspection_started(open_window, office_folder)
    pages.Prepare(driver).type_contact("01632 960001")
    driver.press("Ctrl+L")
    unlock = pages.Unlock(driver)
    driver.until(lambda: not driver.opened.workbench.unlocked)
    assert driver.window.page_keys == ("unlock",)
    assert driver.window.top.title.text() == "Inspector"
    assert not driver.window.rail.isVisible()
    unlock.unlock("wrong wrong wrong")
    assert "passphrase is wrong" in unlock.problem()
    unlock.unlock(PASSPHRASE)
    prepare = pages.Prepare(driver)  # where the person was
    driver.until(lambda: prepare.contact() == "01632 960001")


def test_closing_the_window_in_the_middle_of_a_word_loses_nothing(
    open_window: Callable[[], Driver], office_folder: Path
) -> None:
    driver = inspection_started(open_window, office_folder)
    pages.Prepare(driver).type_contact("duty desk, ext 4")
    driver.window.close()
    again = open_window()
    pages.Unlock(again).unlock(PASSPHRASE)
    pages.Home(again).open("Riverbank House (example)")
    prepare = pages.Prepare(again)
    again.settled()
    assert prepare.contact() == "duty desk, ext 4"
    assert "ended while you were typing" not in again.messages()


def test_the_recovery_code_opens_what_the_passphrase_would(
    open_window: Callable[[], Driver], office_folder: Path
) -> None:
    driver = open_window()
    first = pages.FirstStart(driver)
    first.make_profile("A. Inspector", PASSPHRASE, PASSPHRASE, office_folder / "office.pub")
    code = first.recovery_code()
    first.put_the_sheet_away()
    driver.arrives_at("home")
    driver.press("Ctrl+L")
    unlock = pages.Unlock(driver)
    driver.until(lambda: not driver.opened.workbench.unlocked)
    unlock.unlock_with_code(code.lower())
    driver.arrives_at("home")


def test_settings_change_the_passphrase_back_up_and_save_the_card(
    open_window: Callable[[], Driver], office_folder: Path, tmp_path: Path
) -> None:
    driver = profile_made(open_window, office_folder)
    stick = tmp_path / "stick"
    stick.mkdir()
    driver.press("Ctrl+,")
    settings = pages.Settings(driver)
    settings.change_passphrase("not the one", "seven green kettles singing")
    driver.until(lambda: bool(settings.page.passphrase.old.problem))
    settings.change_passphrase(PASSPHRASE, "seven green kettles singing")
    driver.until(lambda: "passphrase is changed" in driver.messages())
    settings.use_place(stick)
    driver.until(lambda: settings.page.backups.badge.text() == "Backed up")
    settings.save_card_to(stick)
    driver.until(lambda: "holds no secret" in driver.messages())
    assert {file.suffix for file in stick.iterdir()} >= {".db", ".keys", ".device"}


def test_the_example_is_marked_as_practice_and_search_finds_things_by_keyboard(
    open_window: Callable[[], Driver],
) -> None:
    driver = open_window()
    pages.FirstStart(driver).open_the_example()
    home = pages.Home(driver)
    assert len(home.inspections()) == 2
    assert driver.window.top.practice.text() == "Practice"
    driver.press("Ctrl+K")
    driver.type("hillview")
    search = driver.opened.shell.search.list
    driver.until(lambda: any("EX-2026-0002" in hit.about for hit in search.hits))
    driver.press("Enter")
    pages.Prepare(driver)
    driver.settled()
    assert driver.window.top.title.text() == "Hillview School (example)"
    assert driver.rail()["screen:risk_systems"] == "1 open"
