"""The real window in its own process: it types into a comment until it is killed, or says what is there.

usage: typing_child.py type DATABASE INSPECTION    prints each saved text, then types on until killed
       typing_child.py look DATABASE INSPECTION    prints what was recovered, and the comment, as JSON
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from inspector_app.__main__ import make_program
from inspector_app.gui.app import create_application
from inspector_app.gui.theme import Theme
from inspector_app.gui.window_run import OpenWindow, build_window
from inspector_app.operations.changed import Recovered
from inspector_app.operations.workspace import Workspace

SENTENCE = "Absences were noted one by one and nobody looked at them together. "
COMMENT = "systems_comment"


def say(**words: object) -> None:
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


class Typist:
    """Types one key every two milliseconds and says, after each save, which text it had sent by then."""

    def __init__(self, opened: OpenWindow) -> None:
        self.opened = opened
        self.sent = ""
        self.timer = QTimer(opened.window)
        self.timer.setInterval(2)
        self.timer.timeout.connect(self.key)
        opened.workbench.saved.connect(self.saved)

    def begin(self) -> None:
        page = self.opened.window.page
        key = next(key for key in page._fields.keys if key.endswith(COMMENT))
        page.reveal(page._fields.control(key))
        self.timer.start()

    def key(self) -> None:
        box = QApplication.focusWidget()
        assert isinstance(box, QPlainTextEdit)
        letter = SENTENCE[len(self.sent) % len(SENTENCE)]
        self.sent += letter
        QTest.keyClicks(box, letter)

    def saved(self, at: object) -> None:
        """After each "Saved" ask what the record holds by then: that much is promised."""
        self.opened.workbench.work(held, self.told)

    def told(self, text: str) -> None:
        say(saved=self.opened.window.top.saved_words, held=len(text))


def held(at: Workspace) -> str:
    """What is committed of the comment: as typed, or as recorded after a pause."""
    typed = [one.value for one in at.desk.store.typed()]
    session = at.checklist()
    return str(typed[-1]) if typed else session.instance.value(session.node(COMMENT))


def main(what: str, database: Path, inspection: str) -> int:
    application = create_application(["typing"], dict(os.environ))
    opened = build_window(Theme(application, "light"), make_program, database.parent, database)
    opened.window.resize(1366, 768)
    opened.window.show()
    typist = Typist(opened)

    def unlocked(recovered: tuple[Recovered, ...]) -> None:
        opened.workbench.open_inspection(inspection)
        if what == "type":
            opened.shell.go("screen:risk_systems")
            wait_for_page()
            return
        fields = [found.field for found in recovered]
        opened.workbench.checklist(
            lambda session: session.instance.value(session.node(COMMENT)),
            lambda text: told(fields, text),
        )

    def told(fields: list[str], text: str) -> None:
        say(recovered=fields, comment=text)
        opened.window.close()
        application.quit()

    def wait_for_page() -> None:
        page = opened.window.page
        if page is not None and getattr(page, "view", None) is not None:
            typist.begin()
        else:
            QTimer.singleShot(5, wait_for_page)

    opened.workbench.unlock("demo", unlocked)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3]))
