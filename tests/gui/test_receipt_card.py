"""Head office's receipt: taken in where it is dropped, wrong ones refused beside the field."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import outcome_window as ow
import pytest
from PySide6.QtWidgets import QApplication

from inspector_app.__main__ import make_program
from inspector_app.gui.pages.export.receipt_card import ReceiptCard
from inspector_app.gui.theme import Theme
from inspector_app.gui.window_run import OpenWindow
from inspector_app.operations import demo
from inspector_app.operations.export import export_inspection
from inspector_app.operations.office import receive
from inspector_app.operations.set_up import open_desk

pytestmark = pytest.mark.slow


@pytest.fixture
def receipt(tmp_path: Path) -> Path:
    """The finished example, exported and received at its office; the receipt that came back."""
    program = make_program()
    inspection = ow.prepared(tmp_path, ow.finished)
    (tmp_path / "sent").mkdir()
    laptop = open_desk(program, tmp_path / "laptop" / "inspector.db", demo.PASSPHRASE, "laptop")
    sent = export_inspection(laptop, laptop.inspection(inspection), tmp_path / "sent")
    laptop.store.close()
    office = open_desk(program, tmp_path / "office" / "office.db", demo.PASSPHRASE, "office")
    receive(office, [sent.path], receipts=tmp_path / "sent")
    office.store.close()
    (tmp_path / "inspection.txt").write_text(inspection)
    (found,) = (tmp_path / "sent").glob("*.receipt")
    return found


@pytest.fixture
def opened(theme: Theme, tmp_path: Path, receipt: Path) -> Iterator[OpenWindow]:
    with ow.opened(theme, tmp_path, (tmp_path / "inspection.txt").read_text()) as made:
        yield made


def card_of(opened: OpenWindow, key: str) -> ReceiptCard:
    opened.shell.go(key)
    page = opened.window.page
    assert page is not None
    ow.wait_for(lambda: page.findChild(ReceiptCard) is not None)
    card = page.findChild(ReceiptCard)
    assert isinstance(card, ReceiptCard)
    return card


def test_a_receipt_marks_the_inspection_as_received_and_a_wrong_one_nothing(
    opened: OpenWindow, receipt: Path, tmp_path: Path
) -> None:
    card = card_of(opened, "export")
    ow.wait_for(lambda: card.badge.text() == "None yet")
    altered = tmp_path / "altered.receipt"
    altered.write_bytes(receipt.read_bytes().replace(b"received", b"recieved"))
    for wrong, said in ((altered, "altered"), (tmp_path / "none.receipt", "There is no file")):
        card.file.control.set_path(wrong)  # type: ignore[attr-defined]
        assert not card.file.problem, "what was said of the one before is taken back"
        ow.wait_for(lambda: bool(card.file.problem))
        assert said in card.file.problem or "Nothing was marked" in card.file.problem
    assert card.badge.text() == "None yet"
    card.file.control.set_path(receipt)  # type: ignore[attr-defined]
    ow.wait_for(lambda: card.badge.text() == "Received")
    assert not card.file.problem
    page = opened.window.page
    assert page is not None
    ow.wait_for(lambda: any("Head office confirms" in m.text for m in page.messages.messages))
    card.file.control.set_path(receipt)  # type: ignore[attr-defined]
    ow.wait_for(lambda: any("taken in before" in m.text for m in page.messages.messages))


def test_a_refusal_takes_the_keyboard_from_nobody_who_went_elsewhere(
    opened: OpenWindow, tmp_path: Path
) -> None:
    card = card_of(opened, "export")
    ow.wait_for(lambda: card.badge.text() == "None yet")
    card.file.control.set_path(tmp_path / "none.receipt")  # type: ignore[attr-defined]
    search = opened.window.top.search
    search.setFocus()
    ow.wait_for(lambda: bool(card.file.problem))
    assert QApplication.focusWidget() is search


def test_the_list_of_inspections_takes_receipts_too_and_its_line_says_received(
    opened: OpenWindow, receipt: Path
) -> None:
    card = card_of(opened, "home")
    card.file.control.set_path(receipt)  # type: ignore[attr-defined]
    page = opened.window.page
    assert page is not None
    ow.wait_for(lambda: any("Head office confirms" in m.text for m in page.messages.messages))
    ow.wait_for(lambda: any("received today" in line.subtitle for line in page.finished.lines))  # type: ignore[attr-defined]
