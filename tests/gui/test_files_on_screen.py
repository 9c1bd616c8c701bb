"""Questions for files and places on the program's own page: given, shown, refused, taken back."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from exif_picture import exif_jpeg
from form_window_kit import picture
from lint_accessibility import lint
from lint_geometry import clipped
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.__main__ import make_program
from inspector_app.gui.pages.correct.page import CorrectPage
from inspector_app.gui.theme import Theme
from inspector_app.gui.widgets.draw_pad import DrawPad
from inspector_app.gui.widgets.file_line import FileLine
from inspector_app.operations.answer_files import look_at
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.finalise import close_visit, finalise
from tests.patience import wait_for

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "journeys"))
from checklist_pages import CONTROL, Desk, open_at
from other_checklist import FilesChecklist, begin_visits


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    made, inspection, _ = begin_visits(make_program(), tmp_path / "desks", FilesChecklist)
    made.store.close()
    opened = open_at(qtbot, theme, FilesChecklist, made.store.path, inspection.id)
    opened.go("screen:rest")
    yield opened


def line(desk: Desk, name: str) -> FileLine:
    control = desk.page._fields.control(next(k for k in desk.page._fields.keys if k.endswith(f"/{name}")))
    assert isinstance(control, FileLine)
    return control


def content(desk: Desk, name: str) -> bytes | None:
    def read(session: ChecklistSession) -> bytes | None:
        return look_at(
            session.desk, session.inspection.id, session.instance.value(session.node(name))
        ).content

    found = desk.of_record(read)
    assert found is None or isinstance(found, bytes)
    return found


def drop(desk: Desk, on: FileLine, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(on.box, QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    QApplication.sendEvent(on.box, QDropEvent(QPointF(5, 5), copy, data, left, none))


def test_a_photo_is_dropped_kept_clean_and_shown_and_comes_and_goes_by_undo(
    desk: Desk, tmp_path: Path
) -> None:
    photo = tmp_path / "board.jpg"
    photo.write_bytes(exif_jpeg())
    hall = line(desk, "hall")
    drop(desk, hall, photo)
    wait_for(lambda: hall.box.picture.isVisible())
    wait_for(lambda: "were taken out" in hall.box.told.text())
    desk.settle()
    assert str(desk.value("hall")).startswith("board-")
    kept = content(desk, "hall")
    assert kept is not None and b"Exif" not in kept
    assert "Photo of the hall" in hall.box.picture.accessibleName()
    hall.box.remove_button.setFocus()
    desk.press(Qt.Key.Key_Space)
    desk.settle()
    assert desk.value("hall") == "" and QApplication.focusWidget() is hall.box.add_button
    desk.press(Qt.Key.Key_Z, CONTROL)
    wait_for(lambda: hall.box.picture.isVisible())
    assert str(desk.value("hall")).startswith("board-")
    desk.press(Qt.Key.Key_Z, CONTROL)
    wait_for(lambda: hall.value() == "")
    assert desk.value("hall") == ""


def test_a_paper_is_chosen_by_key_and_shown_by_name_and_size(desk: Desk, tmp_path: Path) -> None:
    rota = line(desk, "rota")
    (tmp_path / "Rota May.txt").write_bytes(b"An invented rota. " * 100)
    rota.box.choose_path = lambda: str(tmp_path / "Rota May.txt")
    rota.setFocus()
    desk.press(Qt.Key.Key_Space)
    wait_for(lambda: "2 kB" in rota.box.name.text())
    assert rota.box.name.text().startswith("rota-may-")
    assert not rota.box.picture.isVisible()


def test_what_is_wrong_with_a_file_is_said_at_its_question_and_stays(desk: Desk, tmp_path: Path) -> None:
    hall = line(desk, "hall")
    notes = tmp_path / "notes.txt"
    notes.write_text("words", encoding="utf-8")
    drop(desk, hall, notes)
    wait_for(lambda: "no picture" in hall.box.problem)
    key = next(key for key in desk.page._fields.keys if key.endswith("/spot"))
    desk.of_record(lambda session: session.answer(key, "55.9 -3.2 0 0"))
    point = desk.page._fields.control(key)
    assert point is not None
    wait_for(lambda: "55.9" in point.value())
    assert "no picture" in hall.box.problem
    drop(desk, hall, tmp_path / "gone.png")
    wait_for(lambda: "There is no file" in hall.box.problem)
    desk.settle()
    assert desk.value("hall") == "" and hall.box.told.text() == ""


def test_a_photo_of_a_row_belongs_to_the_row(desk: Desk, tmp_path: Path) -> None:
    seen = line(desk, "seen")
    (tmp_path / "kitchen.png").write_bytes(picture())
    drop(desk, seen, tmp_path / "kitchen.png")
    wait_for(lambda: seen.box.picture.isVisible())
    desk.settle()
    rows = desk.of_record(lambda session: session.rows(session.node("room")))
    assert isinstance(rows, tuple)
    value = desk.of_record(lambda session: session.instance.value(f"{rows[0]}/seen"))
    assert value == seen.value()


def test_a_signature_is_typed_and_stands_in_the_record(desk: Desk) -> None:
    key = next(key for key in desk.page._fields.keys if key.endswith("/sign"))
    pad = desk.page._fields.control(key)
    assert isinstance(pad, DrawPad)
    desk.opened.shell.go("screen:rest", key)
    desk.settle()
    pad.typed.line.setFocus()
    desk.write("A. Example")
    desk.press(Qt.Key.Key_Tab)
    desk.settle()
    wait_for(lambda: pad.value().startswith("signature-"))
    kept = content(desk, "sign")
    assert kept is not None and kept.startswith(b"\x89PNG")
    desk.settle()
    assert pad.paper.typed == "A. Example"


def test_a_file_is_given_by_correction_once_the_inspection_is_closed(desk: Desk, tmp_path: Path) -> None:
    def close(session: ChecklistSession) -> None:
        close_visit(session.desk, session.inspection, session.desk.today())
        finalise(session.desk, session.desk.inspection(session.inspection.id), [session])

    desk.of_record(lambda session: (close(session), True))
    key = next(key for key in desk.page._fields.keys if key.endswith("/hall"))
    desk.opened.shell.go("correct", f"of screen:rest {key}")
    page = desk.opened.window.page
    assert isinstance(page, CorrectPage)
    wait_for(lambda: page.form.row is not None)
    assert page.form.row is not None
    given = page.form.row.control
    assert isinstance(given, FileLine)
    (tmp_path / "board.png").write_bytes(picture())
    drop(desk, given, tmp_path / "board.png")
    wait_for(lambda: given.box.picture.isVisible())
    page.form.reason.control.show_value("Left out on the day.")
    page.form.send()
    wait_for(lambda: page.form.isHidden())
    assert str(desk.value("hall")).startswith("board-")
    assert content(desk, "hall") is not None


def test_a_locked_page_takes_no_file(desk: Desk, tmp_path: Path) -> None:
    hall = line(desk, "hall")
    hall.set_read_only(True)
    assert not hall.box.add_button.isVisible() and not hall.box.acceptDrops()


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_the_page_keeps_the_rules_of_every_page(
    desk: Desk, theme: Theme, zoom: float, tmp_path: Path
) -> None:
    (tmp_path / "board.png").write_bytes(picture(320, 200))
    for name in ("hall", "rota"):
        drop(desk, line(desk, name), tmp_path / "board.png")
    wait_for(lambda: line(desk, "hall").box.picture.isVisible())
    wait_for(lambda: "·" in line(desk, "rota").box.name.text())
    theme.set_zoom(zoom)
    QApplication.processEvents()
    assert lint(desk.page) == []
    assert clipped(desk.page) == []
    if os.environ.get("PICTURES"):
        for at in range(8):
            desk.page.scroll_to(at * 600)
            desk.window.grab().save(f"{os.environ['PICTURES']}/files-{zoom}-{at}.png")
