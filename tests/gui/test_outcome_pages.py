"""Findings, letter, export and head office in the real window, by keyboard; nothing clipped."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import outcome_window as ow
import pytest
from lint_accessibility import lint
from lint_geometry import clipped
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.gui.pages.export.page import ExportPage
from inspector_app.gui.pages.findings.page import FindingsPage
from inspector_app.gui.pages.letter.page import LetterPage
from inspector_app.gui.pages.office.page import OfficePage
from inspector_app.gui.theme import Theme
from inspector_app.gui.window_run import OpenWindow
from inspector_app.inspections.finding import FindingKind
from inspector_app.operations.desk import Desk
from inspector_app.operations.finding_views import FindingView
from inspector_app.operations.letter_status import letter_status
from tests.patience import come_to_be_drawn, come_to_rest

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
Open = Callable[[ow.Prepare], OpenWindow]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Callable[[ow.Prepare], tuple[Path, str]]:
    """A prepared folder and its inspection, made once for each way to begin."""

    @cache
    def make(prepare: ow.Prepare) -> tuple[Path, str]:
        folder = tmp_path_factory.mktemp("prepared")
        return folder, ow.prepared(folder, prepare)

    return make


@pytest.fixture
def window_at(
    theme: Theme, tmp_path: Path, qtbot: QtBot, place: Callable[[ow.Prepare], tuple[Path, str]]
) -> Iterator[Open]:
    with ExitStack() as stack:

        def at(prepare: ow.Prepare) -> OpenWindow:
            folder, inspection = place(prepare)
            shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
            return stack.enter_context(ow.opened(theme, tmp_path, inspection))

        yield at


def findings(made: OpenWindow) -> FindingsPage:
    made.shell.go("findings")
    page = made.window.page
    assert isinstance(page, FindingsPage)
    ow.wait_for(lambda: page._view is not None and not page._asking.under_way)
    return page


def letter(made: OpenWindow) -> LetterPage:
    made.shell.go("letter")
    page = made.window.page
    assert isinstance(page, LetterPage)
    ow.wait_for(lambda: page.preview.letter is not None and page._status is not None and page.drawn)
    return page


def export(made: OpenWindow) -> ExportPage:
    made.shell.go("export")
    page = made.window.page
    assert isinstance(page, ExportPage)
    ow.wait_for(lambda: page._ready is not None and not page._asking.under_way)
    return page


def office(made: OpenWindow, folder: Path) -> OfficePage:
    made.shell.go("office")
    page = made.window.page
    assert isinstance(page, OfficePage)
    type_into(page.open_card.database.line, str(folder / "office" / "office.db"))
    type_into(page.open_card.passphrase.line, "demo\r")
    ow.wait_for(lambda: page._office.is_open and page.receive_card.isVisible())
    return page


def type_into(widget: QWidget, text: str) -> None:
    from PySide6.QtTest import QTest

    widget.setFocus()
    for letter_ in text:
        if letter_ == "\r":
            QTest.keyClick(widget, Qt.Key.Key_Return)
        else:
            QTest.keyClick(widget, letter_)


def press(made: OpenWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL_SHIFT) -> None:
    from PySide6.QtTest import QTest

    made.window.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(QApplication.focusWidget() or made.window, key, modifier)


def agreed(page: FindingsPage) -> list[FindingView]:
    assert page._view is not None
    return list(page._view.agreed)


def test_a_suggestion_is_added_by_key_and_its_builder_opens(window_at: Open) -> None:
    made = window_at(ow.answered)
    page = findings(made)
    title = page._suggestions[0].suggestion.title
    press(made, Qt.Key.Key_A)
    ow.wait_for(lambda: page._open_form() is not None)
    come_to_rest(made.window)
    assert [one.title for one in agreed(page)] == [title]
    ow.wait_for(lambda: page.isAncestorOf(QApplication.focusWidget()))


def test_a_suggestion_is_refused_with_a_reason_and_not_without(window_at: Open) -> None:
    page = findings(window_at(ow.answered))
    card = page._suggestions[0]
    card.refuse.click()
    type_into(card.reason.line.line, "\r")
    ow.wait_for(lambda: bool(card.reason.said.text()) and card.reason.said.isVisible())
    type_into(card.reason.line.line, "Covered elsewhere\r")
    ow.wait_for(lambda: bool(page._view and page._view.refused))
    assert page._view is not None
    assert page._view.refused[0].refusal_reason == "Covered elsewhere"


def test_the_letter_beside_a_finding_follows_each_key(window_at: Open) -> None:
    made = window_at(ow.decided)
    page = findings(made)
    page.show_detail(agreed(page)[0].id)
    ow.wait_for(lambda: page._open_form() is not None)
    form = page._open_form()
    assert form is not None and page._preview is not None
    box = form.blocks["outcome"].control
    type_into(box.focusProxy(), "Zebras ")
    preview = page._preview
    ow.wait_for(lambda: preview.letter is not None and "Zebras" in preview.letter.text)
    ow.wait_for(lambda: made.window.top.saved_words.startswith("Saved "))
    preview.turn()
    assert "Zebras" in preview.text.toPlainText()


def test_a_blank_requirement_says_in_place_what_is_missing_and_f8_goes_there(window_at: Open) -> None:
    made = window_at(ow.answered)
    page = findings(made)
    press(made, Qt.Key.Key_N)
    ow.wait_for(lambda: page._open_form() is not None)
    form = page._open_form()
    assert form is not None
    form.tell_kind(FindingKind.REQUIREMENT.value)
    ow.wait_for(lambda: form.blocks["deadline"].isVisible())
    ow.wait_for(lambda: "no deadline" in form.blocks["deadline"].said.text())
    ow.wait_for(lambda: "no evidence" in form.blocks["evidence"].said.text())
    type_into(form.blocks["title"].control.focusProxy(), "Keep one list")
    ow.wait_for(lambda: not form.blocks["title"].said.text())
    press(made, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
    ow.wait_for(lambda: form.blocks["outcome"].control.isAncestorOf(QApplication.focusWidget()))


@pytest.mark.slow
def test_a_deadline_out_of_bounds_is_said_beside_it_and_not_recorded(window_at: Open) -> None:
    page = findings(window_at(ow.decided))
    finding = agreed(page)[0]
    page.show_detail(finding.id)
    ow.wait_for(lambda: page._open_form() is not None)
    form = page._open_form()
    assert form is not None
    deadline = form.blocks["deadline"]
    line = deadline.control.amount.line  # type: ignore[attr-defined]
    line.selectAll()
    type_into(line, "99999")
    assert "1 to 1000" in deadline.said.text()
    assert deadline.control.value() == ""
    line.selectAll()
    type_into(line, "6")
    ow.wait_for(lambda: deadline.hint.text().startswith("within 6 weeks"))


@pytest.mark.slow
def test_the_actions_grow_by_enter_and_shrink_by_backspace(window_at: Open, qtbot: QtBot) -> None:
    page = findings(window_at(ow.decided))
    page.show_detail(agreed(page)[0].id)
    ow.wait_for(lambda: page._open_form() is not None)
    form = page._open_form()
    assert form is not None
    lines = form.blocks["actions"].control
    before = lines.value().splitlines()
    boxes = lines.boxes  # type: ignore[attr-defined]
    type_into(boxes[-1], "Meet every week")
    assert lines.value().splitlines() == [*before, "Meet every week"]
    qtbot.keyClick(boxes[-1], Qt.Key.Key_Return)
    assert lines.boxes[-1].hasFocus()  # type: ignore[attr-defined]
    qtbot.keyClick(lines.boxes[-1], Qt.Key.Key_Backspace)  # type: ignore[attr-defined]
    assert boxes[-1].hasFocus()


def test_the_letter_is_saved_as_pdf_and_a_missing_folder_is_said_in_place(
    window_at: Open, tmp_path: Path
) -> None:
    made = window_at(ow.decided)
    page = letter(made)
    page.side_.target.line.setText(str(tmp_path / "nowhere" / "letter.pdf"))
    press(made, Qt.Key.Key_S)
    ow.wait_for(lambda: bool(page.side_.save_row.problem))
    assert "does not exist" in page.side_.save_row.problem
    page.side_.target.line.setText(str(tmp_path / "letter"))
    press(made, Qt.Key.Key_S)
    ow.wait_for(lambda: bool(page.messages.messages))
    assert (tmp_path / "letter.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.slow
def test_the_text_twin_says_what_the_pages_say_and_large_print_has_more_pages(window_at: Open) -> None:
    made = window_at(ow.decided)
    page = letter(made)
    ow.wait_for(lambda: page.preview.pages.page_count > 0)
    standard = page.preview.pages.page_count
    press(made, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert page.preview.text.isVisible()
    assert page.preview.letter is not None
    # The field shows a space that does not break as a space.
    said = page.preview.letter.text.replace("\u00a0", " ")
    assert page.preview.text.toPlainText().strip() == said.strip()
    assert "Requirement 1" in page.preview.text.toPlainText()
    press(made, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    page.side_.print_size.options[1].click()
    ow.wait_for(lambda: page.preview.pages.page_count > standard)


def printer_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for `lp` that keeps what it is given, one file a document, and how it was called."""
    if os.name == "nt":
        pytest.skip("Windows prints by a verb of the file")
    tools, out = folder / "tools", folder / "printed"
    tools.mkdir()
    out.mkdir()
    command = tools / "lp"
    command.write_text(
        f'#!/bin/sh\nn=$(ls {out} | wc -l)\nprintf "%s " "$@" >> {folder}/arguments\ncat > {out}/$n.pdf\n'
    )
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(tools) + os.pathsep + os.environ["PATH"])
    return out


@pytest.mark.slow
def test_printing_hands_the_letter_with_its_forms_to_the_system(
    window_at: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = printer_in(tmp_path, monkeypatch)
    made = window_at(ow.decided)
    page = letter(made)
    ow.wait_for(lambda: page.side_.printing.what.value() == "letter action-plan accuracy")
    press(made, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    ow.wait_for(lambda: bool(page.messages.messages))
    assert page.messages.messages[0].text == "3 documents went to the printer."
    assert page.preview.letter is not None
    assert (out / "0.pdf").read_bytes() == page.preview.letter.pdf
    assert len(list(out.iterdir())) == 3
    assert (tmp_path / "arguments").read_text().count("-n 1") == 3


@pytest.mark.slow
def test_one_document_in_two_copies_and_nothing_ticked_said_in_place(
    window_at: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = printer_in(tmp_path, monkeypatch)
    made = window_at(ow.decided)
    page = letter(made)
    page.chooser.choose("feedback")
    ow.wait_for(lambda: page.preview.letter is not None and page.drawn)
    assert page.side_.printing.what.value() == "feedback"
    page.side_.printing.copies.line.setText("2")
    press(made, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    ow.wait_for(lambda: bool(page.messages.messages))
    assert page.preview.letter is not None
    assert [one.read_bytes() for one in out.iterdir()] == [page.preview.letter.pdf]
    assert "-n 2" in (tmp_path / "arguments").read_text()
    page.side_.printing.what.options[1].click()
    press(made, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert page.side_.printing.what_row.problem == "Tick what to print."
    assert len(list(out.iterdir())) == 1


@pytest.mark.slow
def test_without_a_way_to_print_it_says_so_and_what_to_do(
    window_at: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = window_at(ow.decided)
    page = letter(made)
    monkeypatch.setenv("PATH", str(tmp_path))
    press(made, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    ow.wait_for(lambda: bool(page.messages.messages))
    assert "Save it as PDF" in page.messages.messages[0].advice


@pytest.mark.slow
def test_a_final_letter_is_issued_once_the_inspection_is_finalised(window_at: Open) -> None:
    made = window_at(ow.finished)
    page = letter(made)
    press(made, Qt.Key.Key_I)
    ow.wait_for(lambda: page._status is not None and page._status.current is not None)
    kept: list[bytes | None] = []
    inspection = made.workbench.inspection_id

    def look(desk: Desk) -> bytes | None:
        current = letter_status(desk, desk.inspection(inspection)).current
        return desk.store.blob(current.blob) if current else None

    made.workbench.run(look, kept.append)
    ow.wait_for(lambda: bool(kept) and page.preview.letter is not None and not page._feed.busy)
    assert page.preview.letter is not None
    assert (page.preview.letter.paper.state, page.preview.letter.pdf) == ("final", kept[0])


def test_what_is_open_leads_to_its_place(window_at: Open) -> None:
    made = window_at(ow.answered)
    first = findings(made)
    press(made, Qt.Key.Key_N)
    ow.wait_for(lambda: bool(first._open))
    page = export(made)
    assert page._ready is not None
    ow.wait_for(lambda: any(one.page == "findings" for one in page._ready.hindrances))  # type: ignore[union-attr]
    assert not page.finalise_button.isEnabled()
    wanted = next(one for one in page._ready.hindrances if one.page == "findings")
    page.open_list.tell_wanted(wanted.page, wanted.detail)
    assert made.window.page is first
    ow.wait_for(lambda: first._open == wanted.detail)


@pytest.mark.slow
def test_the_last_day_is_filled_in_and_the_record_closed_by_key(window_at: Open) -> None:
    made = window_at(ow.answered)
    page = export(made)
    assert [one.page for one in page._ready.hindrances] == ["export"]  # type: ignore[union-attr]
    type_into(page.ended.line, "today\r")
    ow.wait_for(lambda: bool(page.ended_row.problem) or page._ready.ready)  # type: ignore[union-attr]
    if page.ended_row.problem:
        page.ended.line.clear()
        today = made.workbench.program.now().date()
        type_into(page.ended.line, f"{today:%d/%m/%Y}\r")
    ow.wait_for(lambda: page.finalise_button.isEnabled())
    press(made, Qt.Key.Key_F)
    button = QApplication.focusWidget()
    assert button is not None and button.accessibleName() == "Finalise now"
    button.click()  # type: ignore[attr-defined]
    ow.wait_for(lambda: page._ready.status.value == "finalised")  # type: ignore[union-attr]
    assert not page.finalise_button.isVisible()


@pytest.mark.slow
def test_the_export_is_received_by_head_office_and_its_table_can_be_read(
    window_at: Open, tmp_path: Path
) -> None:
    made = window_at(ow.finished)
    page = export(made)
    press(made, Qt.Key.Key_E)
    assert page.folder_row.problem
    type_into(page.folder.line, str(tmp_path))
    press(made, Qt.Key.Key_E)
    page.export()  # pressed twice: one file is enough
    ow.wait_for(lambda: bool(page.messages.messages) and not made.workbench.long_work)
    come_to_rest(made.window)
    (file,) = tmp_path.glob("*.inspection")
    assert page.went_words.text().endswith(file.name) and "\n" not in page.went_words.text()
    (tmp_path / "broken.inspection").write_bytes(b"not an export")
    head = office(made, tmp_path)
    type_into(head.receive_card.line.line, f"{tmp_path}\r")
    ow.wait_for(lambda: not head.busy and head._tables is not None)
    assert sorted(one.outcome for one in head._outcomes) == ["received", "refused"]
    model = head.tables.figures.figures
    row = next(row for row in model.rows if row.count)
    assert (row.base, row.percent, row.small) == (1, 100, True)
    assert model.percent_words(row) == "100% · small group"
    assert list((tmp_path / "office" / "receipts").glob("*.receipt"))
    type_into(head.tables.folder.line, str(tmp_path / "tables"))
    press(made, Qt.Key.Key_T)
    ow.wait_for(lambda: bool(head.messages.messages))
    assert (tmp_path / "tables" / "national.xlsx").exists()
    assert file.exists()


def test_a_wrong_passphrase_of_the_office_is_said_at_its_field(window_at: Open, tmp_path: Path) -> None:
    made = window_at(ow.answered)
    made.shell.go("office")
    page = made.window.page
    assert isinstance(page, OfficePage)
    type_into(page.open_card.passphrase.line, "x\r")
    assert "Name the file" in page.open_card.database_row.problem
    type_into(page.open_card.database.line, str(tmp_path / "office" / "office.db"))
    type_into(page.open_card.passphrase.line, "wrong\r")
    ow.wait_for(lambda: bool(page.open_card.passphrase_row.problem))
    assert not page._office.is_open


@pytest.mark.slow
def test_locking_the_laptop_closes_the_office_too(window_at: Open, tmp_path: Path) -> None:
    made = window_at(ow.answered)
    bench = office(made, tmp_path)._office
    made.shell.lock()
    ow.wait_for(lambda: not made.workbench.unlocked)
    assert not bench.is_open
    assert not (tmp_path / "office" / "office.db-wal").exists()


@pytest.mark.parametrize("zoom", [1.0, pytest.param(2.0, marks=pytest.mark.slow)])
def test_the_outcome_pages_keep_the_rules_at_any_size(
    window_at: Open, theme: Theme, tmp_path: Path, zoom: float
) -> None:
    made = window_at(ow.decided)
    theme.set_zoom(zoom)
    faults: dict[str, list[str]] = {}

    def look(name: str) -> None:
        come_to_be_drawn(made.window)
        page = made.window.page
        assert page is not None
        roots = [page, *([page.side] if page.side is not None and page.side.isVisible() else [])]
        for root in roots:
            faults.setdefault(name, []).extend([*lint(root), *clipped(root)])

    page = findings(made)
    look("findings")
    page.show_detail(agreed(page)[0].id)
    look("findings with builder")
    letter(made)
    look("letter")
    export(made)
    look("export")
    made.shell.go("office")
    look("office closed")
    office(made, tmp_path)
    look("office")
    assert {name: found for name, found in faults.items() if found} == {}
