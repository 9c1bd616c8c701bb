"""The letter page: every document chosen, checks mended or dismissed, versions opened and looked up."""

from __future__ import annotations

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
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.gui.pages.letter.page import LetterPage
from inspector_app.gui.raster_printing import RasterPrinting
from inspector_app.gui.theme import Theme
from inspector_app.gui.window_run import OpenWindow
from inspector_app.inspections.evidence import Evidence, EvidenceSource
from inspector_app.operations.desk import Desk
from inspector_app.operations.evidence import add_evidence
from inspector_app.operations.paper_offers import KINDS
from inspector_app.operations.verify_letter import by_signature
from tests.patience import come_to_be_drawn

Open = Callable[[ow.Prepare], OpenWindow]
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Callable[[ow.Prepare], tuple[Path, str]]:
    """A prepared folder and its inspection, made once for each way to begin."""

    @cache
    def make(prepare: ow.Prepare) -> tuple[Path, str]:
        folder = tmp_path_factory.mktemp("prepared")
        return folder, ow.prepared(folder, prepare)

    return make


@pytest.fixture
def page_at(
    theme: Theme, tmp_path: Path, qtbot: QtBot, place: Callable[[ow.Prepare], tuple[Path, str]]
) -> Iterator[Callable[[ow.Prepare], LetterPage]]:
    with ExitStack() as stack:

        def at(prepare: ow.Prepare) -> LetterPage:
            folder, inspection = place(prepare)
            shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
            made = stack.enter_context(ow.opened(theme, tmp_path, inspection))
            made.shell.go("letter")
            page = made.window.page
            assert isinstance(page, LetterPage)
            ow.wait_for(lambda: page.preview.letter is not None and page._status is not None and page.drawn)
            return page

        yield at


def named(desk: Desk) -> str:
    """The example with evidence that names an invented person."""
    inspection_id = ow.decided(desk)
    told = "Emily Thomson said that she could tell anybody."
    add_evidence(desk, inspection_id, Evidence("", EvidenceSource.SPOKE, told, "Kitchen"))
    return inspection_id


def key(page: LetterPage, key_: Qt.Key, modifier: Qt.KeyboardModifier = CTRL_SHIFT) -> None:
    page.window().activateWindow()
    QApplication.processEvents()
    QTest.keyClick(QApplication.focusWidget() or page, key_, modifier)


def shown(page: LetterPage, kind: str) -> str:
    """The name of the document that stands on the screen once it has come to rest, '' for none."""
    page.chooser.choose(kind)
    ow.wait_for(lambda: page.drawn)
    made = page.preview.letter
    return type(made.paper).__name__ if made is not None else ""


@pytest.mark.slow
def test_all_eight_documents_are_shown_and_those_without_content_say_so(
    page_at: Callable[[ow.Prepare], LetterPage],
) -> None:
    page = page_at(ow.decided)
    found = {kind: shown(page, kind) for kind in KINDS}
    assert found == {
        "letter": "Letter",
        "feedback": "FeedbackLetter",
        "action-plan": "ActionPlanForm",
        "accuracy": "AccuracyForm",
        "record": "InspectionRecord",
        "follow-up": "",
        "complaint": "",
        "summary": "",
    }
    assert page.preview.nothing.isVisible()
    assert "graded" in page.preview.nothing.message.text()
    assert {page.chooser.box.itemData(at) for at in range(page.chooser.box.count())} == set(KINDS)


@pytest.mark.slow
def test_a_form_is_saved_for_a_word_processor(
    page_at: Callable[[ow.Prepare], LetterPage], tmp_path: Path
) -> None:
    page = page_at(ow.decided)
    shown(page, "action-plan")
    page.side_.format.options[1].click()
    assert page.side_.target.value().endswith("-action-plan.docx")
    page.side_.target.line.setText(str(tmp_path / "plan.docx"))
    key(page, Qt.Key.Key_S)
    ow.wait_for(lambda: bool(page.messages.messages) and (tmp_path / "plan.docx").exists())
    assert (tmp_path / "plan.docx").read_bytes().startswith(b"PK")
    assert not (tmp_path / "plan.docx.verify").exists()


@pytest.mark.slow
def test_what_may_name_a_person_holds_the_letter_back_until_it_is_dismissed(
    page_at: Callable[[ow.Prepare], LetterPage],
) -> None:
    page = page_at(named)
    board = page.checks.board
    assert board is not None and board.held
    assert page.side_.held.isVisible()
    key(page, Qt.Key.Key_K)
    assert page.preview.face.value() == "checks"
    line = page.checks.lines[0]
    assert line.step.held and (line.step.page, line.step.place) == ("evidence", "Evidence")
    line.other.click()
    QTest.keyClick(line.reason.line.line, Qt.Key.Key_Return)
    ow.wait_for(lambda: line.reason.said.isVisible())
    assert "with a reason" in line.reason.said.text()
    QTest.keyClicks(line.reason.line.line, "Thomson is a street")
    QTest.keyClick(line.reason.line.line, Qt.Key.Key_Return)
    ow.wait_for(lambda: "repeats the words" in line.reason.said.text())
    line.reason.line.line.setText("It is the name of a street")
    QTest.keyClick(line.reason.line.line, Qt.Key.Key_Return)
    ow.wait_for(lambda: page.checks.board is not None and page.checks.board.held < board.held)
    assert page.checks.board is not None
    assert page.checks.board.dismissed[0].reason == "It is the name of a street"
    back = next(one for one in page.checks.lines if one.step.reason)
    back.other.click()
    ow.wait_for(lambda: page.checks.board is not None and page.checks.board.held == board.held)


@pytest.mark.slow
def test_a_check_leads_to_the_place_where_it_is_mended(
    page_at: Callable[[ow.Prepare], LetterPage],
) -> None:
    page = page_at(named)
    line = page.checks.lines[0]
    wanted: list[tuple[str, str]] = []
    page._workbench.page_wanted.connect(lambda where, detail: wanted.append((where, detail)))
    page.checks.tell_wanted(line.step.page, line.step.detail)
    assert wanted == [("evidence", line.step.result.place.record)]


@pytest.mark.slow
def test_a_version_is_issued_signed_opened_saved_and_looked_up(
    page_at: Callable[[ow.Prepare], LetterPage], tmp_path: Path
) -> None:
    page = page_at(ow.finished)
    key(page, Qt.Key.Key_I)
    ow.wait_for(lambda: page._status is not None and page._status.current is not None)
    page.side_.target.line.setText(str(tmp_path / "first.pdf"))
    ow.wait_for(lambda: page.drawn and page.preview.letter is not None)
    key(page, Qt.Key.Key_S)
    ow.wait_for(lambda: (tmp_path / "first.pdf").exists() and (tmp_path / "first.pdf.verify").exists())
    first = (tmp_path / "first.pdf").read_bytes()
    assert by_signature(first, (tmp_path / "first.pdf.verify").read_bytes()).unaltered
    key(page, Qt.Key.Key_I)
    asked = page.messages.messages[-1]
    assert (asked.tone, asked.action) == ("attention", "Issue version 2")
    assert page._status is not None and len(page._status.issued) == 1
    page.issue_now()
    ow.wait_for(lambda: page._status is not None and len(page._status.issued) == 2)
    ow.wait_for(lambda: len(page.side_.versions.lines) == 2 and page.drawn)
    assert "superseded" in page.side_.versions.lines[1].text()
    page.side_.versions.lines[1].click()
    ow.wait_for(lambda: page.opened is not None and page.drawn)
    assert page.opened is not None and page.opened.pdf == first
    assert "Every byte is as it was issued" in page.preview.words.text()
    page.preview.show_face("text")
    assert "Riverbank House" in page.preview.text.toPlainText()
    versions = page.side_.versions
    versions.file.line.setText(str(tmp_path / "first.pdf"))
    versions.tell_file()
    ow.wait_for(lambda: "Not one byte was altered" in versions.told.text())
    assert "later version" in versions.told.text()
    altered = bytearray(first)
    altered[len(altered) // 2] ^= 1
    (tmp_path / "first.pdf").write_bytes(altered)
    versions.tell_file()
    ow.wait_for(lambda: "No letter with exactly these bytes" in versions.told.text())
    versions.file.line.setText(str(tmp_path / "nowhere.pdf"))
    versions.tell_file()
    ow.wait_for(lambda: bool(versions.file_row.problem))


@pytest.mark.slow
@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_the_letter_page_keeps_the_rules_in_every_state(
    page_at: Callable[[ow.Prepare], LetterPage], theme: Theme, zoom: float
) -> None:
    page = page_at(named)
    theme.set_zoom(zoom)
    faults: dict[str, list[str]] = {}

    def look(name: str) -> None:
        come_to_be_drawn(page.window())  # type: ignore[arg-type]
        roots = [page, *([page.side] if page.side is not None and page.side.isVisible() else [])]
        faults[name] = [fault for root in roots for fault in [*lint(root), *clipped(root)]]

    look("letter")
    page.show_checks()
    look("checks")
    page.checks.lines[0].other.click()
    look("a reason asked for")
    page.preview.show_face("text")
    look("text")
    shown(page, "complaint")
    look("nothing to say")
    assert {name: found for name, found in faults.items() if found} == {}


def test_pictures_of_the_pages_are_printed_where_no_pdf_can_be(
    qtbot: QtBot, tmp_path: Path, page_at: Callable[[ow.Prepare], LetterPage]
) -> None:
    page = page_at(ow.decided)
    assert page.preview.letter is not None
    target = tmp_path / "as-pictures.pdf"
    printing = RasterPrinting(page, to_file=str(target))
    with qtbot.waitSignal(printing.done) as told:
        printing.send(page.preview.letter.pdf, "letter", 1)
    assert told.args == [""]
    pages = page.preview.letter.pdf.count(b"/StructParents ")
    assert target.read_bytes().count(b"/Type /Page\n") == pages
