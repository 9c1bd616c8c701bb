"""What a page says of an inspection that is closed, and the way to a correction where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.gui.frame.page import Page
from inspector_app.gui.hands import CORRECT
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.words import translate

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench


def say_closed(page: Page, workbench: Workbench, text: str, advice: str = "", *, finalised: bool) -> None:
    """Say it in its place; what is finalised can be corrected, what is void cannot."""
    if not finalised:
        page.show_message(Message(text, advice))
        return
    more = translate("Closed", "What is wrong, or was forgotten, is put right by a correction.")
    key = workbench.actions.key(CORRECT)
    said = Message(text, f"{advice} {more}".strip(), action=translate("Closed", "Correct"), action_key=key)
    page.show_message(said, lambda: workbench.go("correct", f"of {page.key}"))
