"""Evidence carries a file: chosen or dropped, cleaned, refused with a message, taken away and back."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from checklist_pages import CONTROL, Desk, begin, open_at
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.__main__ import make_program
from inspector_app.gui.pages.evidence.file_row import FileRow
from inspector_app.gui.pages.evidence.page import EvidenceList
from inspector_app.gui.theme import Theme
from inspector_app.operations.attachments import AttachedFile, attachment_content, attachments
from inspector_app.operations.screen_side import evidence_page
from inspector_app.operations.workspace import Workspace

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "gui"))
from exif_picture import exif_jpeg


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    begun = begin(make_program(), tmp_path / "desks")
    begun.desk.store.close()
    made = open_at(qtbot, theme, make_program, begun.desk.store.path, begun.inspection.id)
    made.at("policy", "policy")
    made.press(Qt.Key.Key_E, CONTROL)
    made.settle()
    yield made


def page(desk: Desk) -> EvidenceList:
    shown = desk.opened.window.page
    assert isinstance(shown, EvidenceList)
    return shown


def row(desk: Desk) -> FileRow:
    card = page(desk).capture_card
    assert card is not None
    return card.file


def drop(desk: Desk, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page(desk), QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    QApplication.sendEvent(page(desk), QDropEvent(QPointF(5, 5), copy, data, left, none))


def recorded(desk: Desk) -> list[AttachedFile | None]:
    found: list[list[AttachedFile | None]] = []

    def read(at: Workspace) -> list[AttachedFile | None]:
        pieces = evidence_page(at.desk, at.checklists(), at.desk.inspection(at.inspection)).pieces
        return [piece.file for piece in pieces]

    desk.opened.workbench.work(read, found.append)
    desk.bot.waitUntil(lambda: bool(found))
    return found[0]


def test_a_dropped_picture_is_kept_without_where_it_was_taken(desk: Desk, tmp_path: Path) -> None:
    photo = tmp_path / "board.jpg"
    photo.write_bytes(exif_jpeg())
    drop(desk, photo)
    desk.bot.waitUntil(lambda: "were taken out" in row(desk).told.text())
    desk.bot.waitUntil(lambda: row(desk).picture.isVisible())
    (file,) = recorded(desk)
    assert file is not None and (file.name, file.media_type) == ("board.jpg", "image/jpeg")
    kept: list[bytes] = []
    desk.opened.workbench.work(
        lambda at: b"".join(attachment_content(at.desk, attachments(at.desk, at.inspection)[0].id)),
        kept.append,
    )
    desk.bot.waitUntil(lambda: bool(kept))
    assert b"Exif" not in kept[0]
    assert b"Exif" in photo.read_bytes()


def test_a_paper_is_chosen_and_it_is_said_that_nothing_was_taken_out(desk: Desk, tmp_path: Path) -> None:
    paper = tmp_path / "log.txt"
    paper.write_text("An invented log.", encoding="utf-8")
    row(desk).choose_path = lambda: str(paper)
    desk.opened.window.activateWindow()
    row(desk).add_button.click()
    desk.bot.waitUntil(lambda: "Nothing was taken out" in row(desk).told.text())
    desk.settle()
    assert row(desk).name.text().startswith("log.txt")
    assert not row(desk).picture.isVisible()


def test_a_file_that_is_too_large_or_gone_is_refused_in_its_place(desk: Desk, tmp_path: Path) -> None:
    large = tmp_path / "film.mp4"
    with large.open("wb") as file:
        file.truncate(25_000_001)
    drop(desk, large)
    desk.bot.waitUntil(lambda: "larger than 25 MB" in row(desk).problem)
    drop(desk, tmp_path / "never.jpg")
    desk.bot.waitUntil(lambda: "never.jpg" in row(desk).problem)
    assert recorded(desk) == [None]


def test_a_file_taken_away_comes_back_by_undo(desk: Desk, tmp_path: Path) -> None:
    paper = tmp_path / "log.txt"
    paper.write_text("An invented log.", encoding="utf-8")
    drop(desk, paper)
    desk.bot.waitUntil(lambda: row(desk).file is not None)
    row(desk).remove_button.click()
    desk.bot.waitUntil(lambda: row(desk).file is None)
    assert recorded(desk) == [None]
    desk.press(Qt.Key.Key_Z, CONTROL)
    desk.bot.waitUntil(lambda: row(desk).file is not None)
