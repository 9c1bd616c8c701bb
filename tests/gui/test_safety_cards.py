"""Cards of the settings and of the export page: ways in, the check, how long the copy stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import outcome_window as ow
import pytest
from lint_accessibility import lint
from lint_geometry import clipped
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_receipt_card import receipt  # noqa: F401 - the fixture

from inspector_app.gui.pages.export.page import ExportPage
from inspector_app.gui.pages.settings.page import SettingsPage
from inspector_app.gui.processes import LongJob
from inspector_app.gui.theme import Theme
from inspector_app.gui.widgets.working import Working
from inspector_app.gui.window_run import OpenWindow
from inspector_app.operations import demo
from inspector_app.operations.checks import fault_words
from inspector_app.operations.desk import Desk
from inspector_app.operations.retention import retention
from inspector_app.operations.set_up import open_desk_with_code
from inspector_app.storage.damage import Damage as Found
from inspector_app.storage.database import BUSY_MILLISECONDS
from tests.patience import come_to_be_drawn

pytestmark = pytest.mark.slow


@pytest.fixture
def opened(theme: Theme, tmp_path: Path, receipt: Path) -> Iterator[OpenWindow]:  # noqa: F811
    with ow.opened(theme, tmp_path, (tmp_path / "inspection.txt").read_text()) as made:
        yield made


@pytest.fixture
def settings(opened: OpenWindow) -> SettingsPage:
    opened.shell.go("settings")
    page = opened.window.page
    assert isinstance(page, SettingsPage)
    ow.wait_for(lambda: "Head office" in page.keys.ways.text())
    return page


@pytest.fixture
def export(opened: OpenWindow) -> ExportPage:
    opened.shell.go("export")
    page = opened.window.page
    assert isinstance(page, ExportPage)
    ow.wait_for(lambda: bool(page.keep.badge.text()))
    return page


def test_a_new_recovery_sheet_needs_the_passphrase_and_ends_the_old_one(
    opened: OpenWindow, settings: SettingsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    keys = settings.keys
    assert "can always open it" in keys.ways.text()
    qtbot.keyClick(keys.renew, Qt.Key.Key_Space)
    assert "Type your passphrase" in keys.passphrase.problem
    keys.passphrase.control.line.setText("not this one")  # type: ignore[attr-defined]
    qtbot.keyClick(keys.renew, Qt.Key.Key_Space)
    ow.wait_for(lambda: "passphrase is wrong" in keys.passphrase.problem)
    keys.passphrase.control.line.setText(demo.PASSPHRASE)  # type: ignore[attr-defined]
    qtbot.keyClick(keys.renew, Qt.Key.Key_Space)
    ow.wait_for(lambda: keys.sheet is not None)
    assert keys.sheet is not None
    code = keys.sheet.code.text()
    keys.sheet.save_to(tmp_path / "sheet.pdf")
    ow.wait_for((tmp_path / "sheet.pdf").exists)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    opened.shell.go("home")
    assert keys.sheet is None, "the code does not stay on the screen"
    opened.window.close()
    from inspector_app.__main__ import make_program

    desk = open_desk_with_code(make_program(), tmp_path / "laptop" / "inspector.db", code, "laptop")
    desk.store.close()


def test_the_check_names_what_is_wrong_in_plain_words(settings: SettingsPage, qtbot: QtBot) -> None:
    check = settings.check
    qtbot.keyClick(check.check, Qt.Key.Key_Space)
    ow.wait_for(lambda: check.badge.text() == "Sound")
    assert check.check.isEnabled() and not check.faults.isVisible()
    wrong: list[Found] = [Found("page", "page 7", "Page 7 cannot be read."), Found("hash", "x", "Event x.")]
    check.show_result(wrong)
    assert check.badge.text() == "Damaged" and "bring back the last backup" in check.words.text()
    assert [line.title for line in check.faults.lines] == [fault_words(one) for one in wrong]


def _forge(desk: Desk) -> None:
    database = desk.store.database  # type: ignore[attr-defined]
    database.connection.execute("UPDATE inspection SET service_name = 'forged'")


def test_tables_that_say_something_else_are_made_again_by_a_button_and_writing_waits_for_it(
    opened: OpenWindow, settings: SettingsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    check, bench, said = settings.check, opened.workbench, []
    enabled: list[tuple[bool, bool]] = []

    def begun() -> None:
        enabled.append((check.mend.isEnabled(), check.check.isEnabled()))
        bench.run(lambda desk: desk.store.set_meta("while", "mending"), said.append, said.append)

    assert not check.mend.isVisible()
    bench.run(_forge)
    qtbot.keyClick(check.check, Qt.Key.Key_Space)
    ow.wait_for(lambda: check.badge.text() == "Damaged")
    assert check.mend.isVisible() and "No change is lost" in check.words.text()
    assert lint(settings) == [] and clipped(settings) == []
    call_at_begin(check.working, begun, monkeypatch)
    qtbot.keyClick(check.mend, Qt.Key.Key_Space)
    ow.wait_for(lambda: check.badge.text() == "Sound" and said)
    assert enabled == [(False, False)]
    assert said == [None] and not check.mend.isVisible() and check.check.isEnabled()
    told: list[str] = []
    bench.run(_facts, told.extend)
    ow.wait_for(lambda: told != [])
    assert told == ["mending", str(BUSY_MILLISECONDS)]


def _facts(desk: Desk) -> list[str]:
    """What was written meanwhile, and how long writing waits for others."""
    database = desk.store.database  # type: ignore[attr-defined]
    (wait,) = database.connection.execute("PRAGMA busy_timeout").fetchone()
    return [desk.store.meta("while"), str(wait)]


def call_at_begin(working: Working, call: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Call this once when long work begins next: it may be over before anybody looks."""
    follow = working.follow

    def followed(job: LongJob, words: str) -> None:
        monkeypatch.setattr(working, "follow", follow)
        follow(job, words)
        QTimer.singleShot(0, call)

    monkeypatch.setattr(working, "follow", followed)


def test_the_check_can_be_cancelled(
    settings: SettingsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    check = settings.check
    call_at_begin(check.working, check.working.stop, monkeypatch)
    qtbot.keyClick(check.check, Qt.Key.Key_Space)
    ow.wait_for(lambda: "stopped before its end" in check.words.text())
    assert check.check.isEnabled()


def test_the_copy_stays_until_head_office_has_all_and_a_hold_needs_a_reason(
    opened: OpenWindow,
    export: ExportPage,
    receipt: Path,  # noqa: F811
    qtbot: QtBot,
) -> None:
    keep = export.keep
    assert "not confirmed everything" in keep.words.text() and not keep.let_go.isEnabled()
    qtbot.keyClick(keep.hold, Qt.Key.Key_Space)
    ow.wait_for(lambda: "Give a reason" in keep.reason.problem)
    qtbot.keyClicks(QApplication.focusWidget(), "A court asked for it.")
    qtbot.keyClick(keep.hold, Qt.Key.Key_Space)
    ow.wait_for(lambda: keep.badge.text() == "Legal hold")
    assert "A court asked for it." in keep.words.text()
    assert keep.hold.text() == "Lift the legal hold"


def test_a_copy_that_head_office_has_is_let_go_and_leaves_its_entry(
    opened: OpenWindow,
    export: ExportPage,
    receipt: Path,  # noqa: F811
    qtbot: QtBot,
) -> None:
    export.receipt.file.control.set_path(receipt)  # type: ignore[attr-defined]
    ow.wait_for(lambda: export.receipt.badge.text() == "Received")
    facts: list[object] = []
    opened.workbench.run(lambda desk: facts.append(retention(desk, opened.workbench.inspection_id)))
    ow.wait_for(lambda: bool(facts))
    ow.wait_for(lambda: export.keep.let_go.isEnabled())
    qtbot.keyClick(export.keep.let_go, Qt.Key.Key_Space)
    ow.wait_for(lambda: any("goes for good" in one.text for one in export.messages.messages))
    export.keep._let_go()
    ow.wait_for(lambda: opened.window.page is not None and opened.window.page.key == "home")
    opened.shell.go("settings")
    page = opened.window.page
    assert isinstance(page, SettingsPage)
    ow.wait_for(lambda: len(page.gone.list.lines) == 1)
    assert page.gone.list.lines[0].title == "EX-2026-0001"


def test_settings_and_export_keep_the_rules(opened: OpenWindow, settings: SettingsPage, theme: Theme) -> None:
    faults = {}
    for key in ("settings", "export"):
        opened.shell.go(key)
        come_to_be_drawn(opened.window)
        faults[key] = lint(opened.window) + clipped(opened.window)
        theme.set_zoom(2.0)
        come_to_be_drawn(opened.window)
        faults[f"{key} at 200 %"] = clipped(opened.window)
        theme.set_zoom(1.0)
    assert {key: found for key, found in faults.items() if found} == {}
