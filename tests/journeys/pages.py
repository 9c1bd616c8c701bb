"""One class a page of the shell: what a person does there by keys, and what can be read there."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from driver import Driver

from inspector_app.gui.pages.first_start.page import FirstStartPage
from inspector_app.gui.pages.home.page import HomePage
from inspector_app.gui.pages.prepare.page import PreparePage
from inspector_app.gui.pages.register.page import RegisterPage
from inspector_app.gui.pages.settings.page import SettingsPage
from inspector_app.gui.pages.start.page import StartPage
from inspector_app.gui.pages.unlock.page import UnlockPage
from inspector_app.gui.pages.unlock.restore_fold import RestoreFold
from inspector_app.gui.widgets.segmented import Segmented


class FirstStart:
    """Make a profile, or open the example."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        driver.arrives_at("first_start")
        self.page = cast(FirstStartPage, driver.page)

    def make_profile(self, name: str, passphrase: str, again: str, office_file: Path | None) -> None:
        form = self.page.form
        for row, text in ((form.name, name), (form.passphrase, passphrase), (form.again, again)):
            self.driver.tab_to(row.control)
            self.driver.retype(text)
        self.driver.tab_to(form.office.control)
        self.driver.retype(str(office_file or ""))
        self.driver.press("Ctrl+Enter")

    def recovery_code(self) -> str:
        self.driver.until(lambda: self.page._sheet is not None)
        assert self.page._sheet is not None
        return self.page._sheet.code.text()

    def put_the_sheet_away(self) -> None:
        assert self.page._sheet is not None
        self.driver.tab_to(self.page._sheet.put_away)
        self.driver.press("Space")
        self.driver.press("Ctrl+Enter")

    def open_the_example(self) -> None:
        self.driver.press("Ctrl+Shift+E")

    def problems(self) -> dict[str, str]:
        form = self.page.form
        rows = {"name": form.name, "passphrase": form.passphrase, "again": form.again, "office": form.office}
        return {name: row.problem for name, row in rows.items() if row.problem}


class Unlock:
    """The passphrase or the code."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        driver.arrives_at("unlock")
        self.page = cast(UnlockPage, driver.page)

    def unlock(self, passphrase: str) -> None:
        self.driver.tab_to(self.page.passphrase.control)
        self.driver.retype(passphrase)
        self.driver.press("Enter")

    def unlock_with_code(self, code: str) -> None:
        self.driver.tab_to(self.page.code_fold.button)
        self.driver.press("Space")
        self.driver.tab_to(self.page.code.control)
        self.driver.retype(code)
        self.driver.press("Enter")

    def problem(self) -> str:
        self.driver.until(lambda: bool(self.page.passphrase.problem or self.page.code.problem))
        return self.page.passphrase.problem or self.page.code.problem


class Home:
    """The list of inspections."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        driver.arrives_at("home")
        self.page = cast(HomePage, driver.page)

    def inspections(self) -> list[str]:
        self.driver.settled()
        return [line.title for line in (*self.page.under_way.lines, *self.page.finished.lines)]

    def is_empty(self) -> bool:
        self.driver.settled()
        return self.page._empty.isVisible()

    def open(self, title: str) -> None:
        shown = (
            self.page.under_way
            if any(line.title == title for line in self.page.under_way.lines)
            else self.page.finished
        )
        self.driver.tab_to(shown)
        row = next(at for at, line in enumerate(shown.lines) if line.title == title)
        self.driver.press("Home")
        self.driver.press("Down", row)
        self.driver.press("Enter")

    def go_to_register(self) -> None:
        self.driver.press("Ctrl+R")

    def go_to_start(self) -> None:
        self.driver.press("Ctrl+N")


class Register:
    """Import and search."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        driver.arrives_at("register")
        self.page = cast(RegisterPage, driver.page)

    def choose_file(self, file: Path) -> None:
        self.driver.tab_to(self.page.file)
        self.driver.retype(str(file))
        self.driver.press("Enter")
        self.driver.until(lambda: self.page._reading is None)
        self.driver.settled()

    def problems(self) -> list[str]:
        return [f"{line.title}: {line.subtitle}" for line in self.page.preview.problems.lines]

    def take_in(self) -> None:
        self.driver.press("Ctrl+Enter")
        self.driver.settled()

    def find(self, text: str) -> list[str]:
        self.driver.tab_to(self.page.search.control)
        self.driver.retype(text)
        self.driver.settled()
        return [line.title for line in self.page.list.lines]

    def start_at_first(self) -> None:
        """Enter goes to the list, a second Enter starts an inspection there."""
        self.driver.press("Enter")
        self.driver.press("Enter")


class Start:
    """Start an inspection."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        driver.arrives_at("start")
        self.page = cast(StartPage, driver.page)

    def choose_service(self, text: str) -> str:
        self.driver.tab_to(self.page.search.control)
        self.driver.retype(text)
        self.driver.settled()
        self.driver.press("Enter")
        self.driver.settled()  # Enter takes the first that was found,
        self.driver.settled()  # then the page asks for what is known of it
        return self.page.chosen_name.text()

    def set_reference(self, reference: str) -> None:
        self.driver.tab_to(self.page.reference.control)
        self.driver.retype(reference)

    def begin(self) -> None:
        self.driver.press("Ctrl+Enter")
        self.driver.settled()

    def problems(self) -> list[str]:
        rows = (self.page.search, self.page.reference, self.page.first_day, self.page.inspectors)
        return [row.problem for row in rows if row.problem]


class Prepare:
    """The facts around the checklist."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        driver.arrives_at("prepare")
        self.page = cast(PreparePage, driver.page)

    def set_last_day(self, text: str) -> None:
        self.driver.tab_to(self.page.last_day.control)
        self.driver.retype(text)
        self.driver.press("Enter")
        self.driver.settled()

    def type_contact(self, text: str) -> None:
        self.driver.tab_to(self.page.contact.control)
        self.driver.type(text)

    def contact(self) -> str:
        return self.page.contact.control.value()

    def last_day_problem(self) -> str:
        return self.page.last_day.problem

    def next_open(self) -> None:
        self.driver.press("F8")


class Settings:
    """Looks, passphrase, backup, card."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        driver.arrives_at("settings")
        self.page = cast(SettingsPage, driver.page)

    def change_passphrase(self, old: str, new: str) -> None:
        card = self.page.passphrase
        for row, text in ((card.old, old), (card.new, new), (card.again, new)):
            self.driver.tab_to(row.control)
            self.driver.retype(text)
        self.driver.tab_to(card.change)
        self.driver.press("Space")
        self.driver.settled()

    def choose_lock(self, minutes: str) -> None:
        control = cast(Segmented, self.page.lock.minutes.control)
        self.driver.until(lambda: bool(control.value()))
        self.driver.tab_to(next(one for one in control.options if one.isChecked()))
        values = [one.option_value for one in control.options]
        self.driver.press("Right", (values.index(minutes) - values.index(control.value())) % len(values))
        self.driver.press("Space")
        self.driver.settled()

    def confirm_no_lock(self, words: str) -> None:
        self.driver.tab_to(self.page.lock.word.control)
        self.driver.retype(words)
        self.driver.press("Enter")
        self.driver.settled()

    def use_place(self, folder: Path) -> None:
        """Choose where backups go; the first is made at once."""
        self.driver.tab_to(self.page.backups.place.control)
        self.driver.retype(str(folder))
        self.driver.tab_to(self.page.backups.use)
        self.driver.press("Space")

    def back_up_now(self) -> None:
        self.driver.tab_to(self.page.backups.now)
        self.driver.press("Space")

    def save_card_to(self, folder: Path) -> None:
        self.driver.tab_to(self.page.card_folder.control)
        self.driver.retype(str(folder))
        self.driver.tab_to(self.page.save_card)
        self.driver.press("Space")
        self.driver.settled()


class Restore:
    """Bring a backup back, on the pages before unlocking."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        found = driver.page.findChild(RestoreFold)
        assert isinstance(found, RestoreFold)
        self.card = found
        driver.tab_to(self.card.fold.button)
        driver.press("Space")
        assert self.card.form is not None
        self.form = self.card.form
        driver.until(self.form.file.control.isVisible)

    def choose(self, file: Path) -> None:
        self.driver.tab_to(self.form.file.control)
        self.driver.retype(str(file))
        self.driver.press("Tab")
        self.driver.until(lambda: bool(self.form.replaces.text() or self.form.file.problem))

    def with_passphrase(self, passphrase: str) -> None:
        self.driver.tab_to(self.form.passphrase.control)
        self.driver.retype(passphrase)
        self.driver.press("Enter")

    def problem(self) -> str:
        rows = (self.form.file, self.form.passphrase, self.form.code)
        self.driver.until(lambda: any(row.problem for row in rows))
        return " ".join(row.problem for row in rows)
