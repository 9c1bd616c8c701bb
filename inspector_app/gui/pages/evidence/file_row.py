"""The file of a piece of evidence: chosen, dropped or pasted, shown with its picture, taken away again."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inspector_app.gui.widgets.file_box import FileBox
from inspector_app.operations.attachments import AttachedFile

LARGEST = 25_000_000
"""Bytes of one file; what is larger makes every export slow to write and to carry."""


class FileRow(FileBox):
    """The place of the file, with the facts of the record's own and what is wrong with another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._words = self.tr("Attach a file"), self.tr("Attach another instead")
        self.file: AttachedFile | None = None
        self.set_called(self.tr("File"))
        self.show_attached(None)

    def show_attached(self, file: AttachedFile | None) -> None:
        """Show what is attached now."""
        if file is None or self.file is None or file.sha256 != self.file.sha256:
            self.picture.hide()
        self.file = file
        self.show_file(file.name if file is not None else "", file.size if file is not None else -1)

    def show_cleaned(self, cleaned: bool) -> None:
        """Say what was taken out of the file, or that nothing was."""
        self.show_problem("")
        if cleaned:
            self.show_told(self.tr("Place, time and camera were taken out of the picture."))
        else:
            self.show_told(
                self.tr("Nothing was taken out: look whether the file itself names people or places.")
            )
