"""What stands beside the question under the keyboard: last time's answer, and how the field came about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from inspector_app.errors import KnownError
from inspector_app.gui.frame.side import SideSection
from inspector_app.gui.widgets.labels import Label, label
from inspector_app.inspections.deadline import date_words

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.beside import LastTime
    from inspector_app.operations.history import Change
    from inspector_app.operations.workspace import Workspace

REST_MILLISECONDS = 150
"""The keyboard rests so long on a field before its history is read: Tab through a screen reads nothing."""
LONGEST_COMMENT = 400


class LinesSection(SideSection):
    """Lines that are made once and then only worded anew, so that nothing flickers under the typing."""

    def __init__(self, heading: str, lines: int) -> None:
        super().__init__(heading)
        self._lines: list[Label] = []
        for at in range(lines):
            line = label("", "soft" if at % 2 else "body")
            self._lines.append(line)
            self.add(line)
        self.show_lines(())

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show these, one plain and one soft in turn; '' leaves a line out."""
        for at, line in enumerate(self._lines):
            text = lines[at] if at < len(lines) else ""
            line.setText(text)
            line.setVisible(bool(text))
        self.setVisible(any(lines))

    @property
    def words(self) -> tuple[str, ...]:
        """What is shown."""
        return tuple(line.text() for line in self._lines if line.text())


class Beside(QObject):
    """Follows the keyboard over a page. `locate` gives the field's key and its question's name, or ''."""

    def __init__(
        self, workbench: Workbench, page: QWidget, locate: Callable[[], tuple[str, str]], side: QObject
    ) -> None:
        super().__init__(side)
        self._workbench = workbench
        self._page = page
        self._locate = locate
        self._last: LastTime | None = None
        self._asked = self._known = False
        self._shown: tuple[str, str] = ("", "")
        self.last = LinesSection(self.tr("Last time"), 4)
        self.open = LinesSection(self.tr("Still open from before"), 6)
        self.changes = LinesSection(self.tr("This field so far"), 8)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MILLISECONDS)
        self._rest.timeout.connect(self.look)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._moved)

    @property
    def drawn(self) -> bool:
        """Whether nothing is awaited that will be shown here, for pictures."""
        return not self._rest.isActive() and not self._asked

    def start(self) -> None:
        """The page has its facts: read last time's once, behind what is more urgent."""
        if not self._known:
            self._known = True
            self._workbench.work(_last_time, self._show_last, self._nothing)

    def look(self) -> None:
        """Show what belongs to the field that has the keyboard now."""
        if not isValid(self._page) or not self._page.isVisible() or not self._workbench.unlocked:
            return
        key, question = self._locate()
        self._show_question(question)
        if not key or self._asked:
            if not key:
                self.changes.show_lines(())
            return
        self._asked = True

        def read(at: Workspace) -> tuple[str, tuple[Change, ...]]:
            from inspector_app.operations.beside import recent_changes

            sessions = at.checklists()
            return key, recent_changes(at.desk, sessions, at.checklist(), key)

        self._workbench.work(read, self._show_changes, self._nothing)

    def _moved(self, _: QWidget | None, new: QWidget | None) -> None:
        if new is not None and isValid(self._page) and self._page.isAncestorOf(new):
            self._rest.start()

    def _show_last(self, found: LastTime | None) -> None:
        self._last = found
        lines: list[str] = []
        for one in found.still_open[:3] if found is not None else ():
            due = self.tr("due {day}").format(day=date_words(one.due)) if one.due else ""
            number = f"{one.reference} · {due}" if due else one.reference
            lines += [one.finding.title, number]
        self.open.show_lines(lines)
        self.look()

    def _show_question(self, question: str) -> None:
        found = self._last.answers.get(question) if self._last is not None else None
        if self._last is None or found is None:
            self.last.show_lines(())
            return
        when = f"{self._last.reference} · {date_words(self._last.on)}"
        comment = found.comment
        if len(comment) > LONGEST_COMMENT:
            comment = f"{comment[:LONGEST_COMMENT].rsplit(' ', 1)[0]} …"
        answer = found.answer or self.tr("not answered")
        self.last.show_lines((answer, when, comment, ", ".join(found.reasons)))

    def _show_changes(self, read: tuple[str, tuple[Change, ...]]) -> None:
        self._asked = False
        key, changes = read
        if self._locate()[0] != key:
            self._rest.start()
            return
        lines: list[str] = []
        for change in changes:
            lines += [
                change.after or self.tr("cleared"),
                f"{date_words(change.at.date())}, {change.at:%H:%M} · {change.author}",
            ]
        self.changes.show_lines(lines)

    def _nothing(self, error: KnownError) -> None:
        """Beside the page nothing is said of errors: what is read here is read again."""
        self._asked = False


def _last_time(at: Workspace) -> LastTime | None:
    from inspector_app.operations.beside import last_time

    return last_time(at.desk, at.desk.inspection(at.inspection))
