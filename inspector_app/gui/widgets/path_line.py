"""A line for a file or a folder: type or paste its path, or choose it; one may also be dropped here."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.text_line import TextLine

Wanted = Literal["file", "folder", "new"]


class PathLine(TextLine):
    """`wanted` is a file that is there, a folder, or a file to be written. `filters` in Qt's form, such as
    "Register (*.csv *.xlsx)". The value is the path as typed.
    """

    def __init__(
        self, wanted: Wanted, filters: str = "", words: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(None, parent)
        self._wanted = wanted
        self._filters = filters
        self.choose = Button(words or self.tr("Choose"), parent=self)
        self.choose.clicked.connect(self.open_chooser)
        self._row.addWidget(self.choose)
        self.setAcceptDrops(True)

    @property
    def path(self) -> Path | None:
        """The path typed or chosen; None while there is none. `~` is the user's home."""
        text = self.value().strip().strip('"')
        return Path(text).expanduser() if text else None

    def set_question(self, name: str, label: QLabel | None = None) -> None:
        super().set_question(name, label)
        self.choose.setAccessibleDescription(name)

    def set_path(self, path: Path) -> None:
        """Take a path as if it had been chosen."""
        self._line.setText(str(path))
        self.tell_problem("")
        self.tell_chosen(str(path))

    def open_chooser(self) -> None:
        """The system's chooser."""
        start = str(self.path) if self.path and self._wanted == "new" else ""
        start = start or (str(self.path.parent) if self.path else "")
        if self._wanted == "folder":
            found = QFileDialog.getExistingDirectory(self, self.accessibleName(), start)
        elif self._wanted == "new":
            found = QFileDialog.getSaveFileName(self, self.accessibleName(), start, self._filters)[0]
        else:
            found = QFileDialog.getOpenFileName(self, self.accessibleName(), start, self._filters)[0]
        if found:
            self.set_path(Path(found))

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent, /) -> None:
        self.set_path(Path(event.mimeData().urls()[0].toLocalFile()))
        event.acceptProposedAction()
