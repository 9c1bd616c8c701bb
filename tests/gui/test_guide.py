"""Help, tour, about and "what went wrong": from any page, by keyboard, and back to the same field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest
from lint_accessibility import lint
from lint_geometry import clipped
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.__main__ import make_program
from inspector_app.gui import pages
from inspector_app.gui.pages.help.page import HelpPage
from inspector_app.gui.preferences import Kept
from inspector_app.gui.theme import Theme
from inspector_app.gui.window_run import OpenWindow, build_window
from inspector_app.operations.crash_report import report_text, save_report
from inspector_app.operations.help_book import help_book
from inspector_app.operations.licences import licence_text, parts
from inspector_app.operations.practice import make_practice
from tests.patience import come_to_rest

SECRET = "Morag was seen at the harbour"
ASIDE = ("help", "about", "trouble")


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("practice")
    make_practice(make_program(), data / "practice")
    return data


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "window.json")


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme, practice: Path, kept: Kept) -> Iterator[OpenWindow]:
    made = build_window(theme, make_program, practice, kept=kept)
    qtbot.addWidget(made.window)
    made.window.resize(1366, 768)
    with qtbot.waitActive(made.window):
        made.window.show()
        made.window.activateWindow()
    made.shell.start()
    yield made
    made.workbench.close()


def settle(opened: OpenWindow) -> None:
    come_to_rest(opened.window)


def practising(qtbot: QtBot, opened: OpenWindow) -> None:
    opened.window.registry.action("first_start.practise").trigger()
    qtbot.waitUntil(lambda: opened.window.page is not None and opened.window.page.key == "home")
    if opened.workbench.kept.now.tour >= 0:  # offered once the list is painted
        qtbot.waitUntil(lambda: opened.shell.guide.tour is not None)
    settle(opened)


def shown(opened: OpenWindow) -> str:
    return opened.window.page.key if opened.window.page is not None else ""


def test_f1_opens_the_chapter_of_the_page_and_escape_leads_back_to_the_field(
    qtbot: QtBot, opened: OpenWindow
) -> None:
    opened.shell.go("first_start")
    name = opened.window.page.form.name.control.line  # type: ignore[union-attr]
    name.setFocus()
    qtbot.keyClick(name, Qt.Key.Key_F1)
    assert shown(opened) == "help"
    assert opened.window.page.reader.accessibleName() == "The first start"  # type: ignore[union-attr]
    qtbot.keyClick(opened.window.focusWidget(), Qt.Key.Key_Escape)
    assert shown(opened) == "first_start"
    assert QApplication.focusWidget() is name


def test_every_page_has_a_chapter() -> None:
    book = help_book()
    specs = (
        *pages.BEFORE_SCREENS,
        *pages.AFTER_SCREENS,
        *pages.OTHERS,
        pages.screen_spec("policy", "Policy"),
    )
    assert [spec.key for spec in specs if spec.key != "help" and book.for_page(spec.key) is None] == []


def test_every_action_that_the_help_names_exists_with_that_key(qtbot: QtBot, opened: OpenWindow) -> None:
    practising(qtbot, opened)
    for spec in pages.home_specs():
        opened.shell.go(spec.key)
    opened.shell.go("home")
    settle(opened)
    opened.workbench.open_inspection(opened.window.page.under_way.lines[0].key)  # type: ignore[union-attr]
    opened.shell.go("prepare")
    qtbot.waitUntil(lambda: opened.window.rail.items[-1].key == "export")
    for key in (*(item.key for item in opened.window.rail.items), "complaint"):
        opened.shell.go(key)
        settle(opened)
    opened.shell.go("unlock")
    keys = {spec.id: spec.shortcut for spec in opened.window.registry.specs}
    wrong = [
        (chapter.key, action, key, keys.get(action, "no such action"))
        for chapter in help_book().chapters
        for action, key in chapter.keys
        if keys.get(action) != key
    ]
    assert wrong == []


def test_the_help_is_searched_as_one_types_and_leads_to_the_heading(qtbot: QtBot, opened: OpenWindow) -> None:
    opened.shell.guide.help()
    page = opened.window.page
    assert page is not None
    qtbot.keyClicks(page.search, "exactly half")  # type: ignore[attr-defined]
    assert page.count.text() in ("1 places", "2 places")  # type: ignore[attr-defined]
    qtbot.keyClick(page.search, Qt.Key.Key_Down)  # type: ignore[attr-defined]
    assert page.reader.accessibleName() == "Samples, and the rule of half"  # type: ignore[attr-defined]
    qtbot.keyClick(page.found, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    assert page.reader.hasFocus()  # type: ignore[attr-defined]
    qtbot.keyClicks(page.search, " nowhere")  # type: ignore[attr-defined]
    assert "Nothing found" in page.count.text()  # type: ignore[attr-defined]


def test_beside_what_a_search_finds_stands_the_first_of_it(qtbot: QtBot, opened: OpenWindow) -> None:
    opened.shell.guide.help()
    page = cast(HelpPage, opened.window.page)
    qtbot.keyClicks(page.search, "lock")
    assert page.found.count() > 1 and page.found.current_key() == page.found.keys[0]
    chapter = help_book().chapter(page.found.keys[0].partition("#")[0])
    assert page.reader.accessibleName().startswith(chapter.title)
    assert page.search.hasFocus()
    page.search.clear()
    assert page.found.current_key() == chapter.key


def test_the_reader_has_real_headings_and_follows_links(qtbot: QtBot, opened: OpenWindow) -> None:
    opened.shell.guide.help()
    reader = opened.window.page.reader  # type: ignore[union-attr]
    blocks = [reader.document().findBlockByNumber(at) for at in range(reader.document().blockCount())]
    levels = [block.blockFormat().headingLevel() for block in blocks]
    assert levels[0] == 1 and levels.count(2) == 3
    body = next(block for block in blocks if not block.blockFormat().headingLevel() and block.text())
    assert QTextCursor(body).charFormat().fontPointSize() < 16
    reader.anchorClicked.emit("keys")
    assert reader.accessibleName() == "Keys and the recovery sheet"
    assert "the keyring of your system" in reader.toPlainText()


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_pages_aside_keep_the_rules(qtbot: QtBot, opened: OpenWindow, theme: Theme, zoom: float) -> None:
    theme.set_zoom(zoom)
    practising(qtbot, opened)
    faults = {}
    for key in ASIDE:
        opened.shell.go(key)
        settle(opened)
        faults[key] = (lint(opened.window) if zoom == 1 else []) + clipped(opened.window)
    assert {key: found for key, found in faults.items() if found} == {}


def test_the_tour_leads_through_the_example_resumes_and_stays_away_once_ended(
    qtbot: QtBot, opened: OpenWindow, kept: Kept
) -> None:
    practising(qtbot, opened)
    tour = opened.shell.guide.tour
    assert tour is not None
    assert tour.isVisible() and tour.at == 0
    tour.next.click()
    tour.show_me.click()
    qtbot.waitUntil(lambda: shown(opened).startswith("screen:"))
    qtbot.waitUntil(lambda: shown(opened) == "screen:policy")
    for page in ("screen:staff_awareness", "findings", "letter", "export"):
        tour.next.click()
        tour.show_me.click()
        assert shown(opened) == page
    assert kept.now.tour == 5
    settle(opened)
    assert lint(opened.window) == [] and clipped(opened.window) == []
    tour.next.click()
    assert not tour.isVisible() and kept.now.tour == -1
    opened.window.registry.action("help.tour").trigger()
    assert tour.isVisible() and tour.at == 0


def test_a_tour_that_was_ended_does_not_come_by_itself(qtbot: QtBot, opened: OpenWindow, kept: Kept) -> None:
    kept.change(tour=-1)
    practising(qtbot, opened)
    assert opened.shell.guide.tour is None


def test_a_bug_leads_to_what_is_safe_and_to_a_report_without_answers(
    qtbot: QtBot, opened: OpenWindow, tmp_path: Path
) -> None:
    opened.shell.go("first_start")

    def wrong(answer: str) -> None:
        raise ValueError(answer)

    try:
        wrong(SECRET)
    except ValueError as error:
        opened.reporter.report(error)
    (message,) = opened.window.messages.messages
    assert message.action == "See what is safe"
    bar = opened.window.messages.findChildren(type(opened.window.messages.parentWidget()))
    assert bar is not None
    opened.shell.go("trouble")
    page = opened.window.page
    report = page.text.toPlainText()  # type: ignore[union-attr]
    assert "ValueError" in report and "test_guide.py" in report and "Python: 3" in report
    assert SECRET not in report and "Morag" not in report and str(Path.home()) not in report
    assert str(opened.workbench.database) in page.place.control.value()  # type: ignore[union-attr]
    page.copy.click()  # type: ignore[union-attr]
    assert QApplication.clipboard().text() == report
    page.folder.control.set_path(tmp_path)  # type: ignore[union-attr]
    page.save.click()  # type: ignore[union-attr]
    (file,) = tmp_path.glob("inspector-report-*.txt")
    assert file.read_text(encoding="utf-8") == report
    page.go_on.click()  # type: ignore[union-attr]
    assert shown(opened) in ("first_start", "home", "unlock")


def test_a_report_that_finds_no_room_says_so_in_place(
    qtbot: QtBot, opened: OpenWindow, tmp_path: Path
) -> None:
    opened.shell.go("trouble")
    page = opened.window.page
    page.save.click()  # type: ignore[union-attr]
    assert page.folder.problem == "Choose a folder."  # type: ignore[union-attr]
    page.folder.control.set_path(tmp_path / "not" / "there")  # type: ignore[union-attr]
    page.save.click()  # type: ignore[union-attr]
    assert page.folder.problem  # type: ignore[union-attr]


def test_a_report_counts_what_happened_more_than_once(tmp_path: Path) -> None:
    at = datetime(2026, 5, 14, 14, 3, 22, tzinfo=UTC)
    text = report_text(("KeyError at a.py:1 f", "KeyError at a.py:1 f", "ValueError at b.py:2 g"), at)
    assert "2 x KeyError" in text and "1 x ValueError" in text
    assert save_report(text, tmp_path, at).name == "inspector-report-2026-05-14-140322.txt"


def test_every_part_of_the_program_is_listed_with_a_licence_that_can_be_read() -> None:
    listed = {part.name.lower(): part for part in parts()}
    for name in ("inspector", "pyside6", "sqlcipher3", "reportlab", "pyrage", "lxml", "inter", "icons"):
        assert name in listed
    assert "pytest" not in listed
    assert "Apache License" in licence_text(listed["inspector"])
    assert "sil open font license" in licence_text(listed["inter"]).lower()
    without = [part.name for part in listed.values() if len(licence_text(part)) < 200]
    assert len(without) <= 8, without
    assert all(part.licence for part in listed.values())


def test_nothing_speaks_by_dialogs_but_the_system_s_choosers_of_files_and_nothing_moves() -> None:
    """Messages stand in their place; there is no animation, so that reduced motion has nothing to reduce."""
    folder = Path(pages.__file__).parents[1]
    wanted = re.compile(r"QMessageBox|QDialog\b|QInputDialog|QErrorMessage|Q\w*Animation\b|QTimeLine")
    found = [
        f"{file.name}: {match[0]}"
        for file in sorted(folder.rglob("*.py"))
        for match in wanted.finditer(file.read_text(encoding="utf-8"))
        if "style" not in file.parts
    ]
    assert found == []
