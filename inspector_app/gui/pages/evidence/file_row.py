"""The file of a piece of evidence: chosen or dropped, shown with its picture, taken away again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.announce import announce
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.pictures import read_picture
from inspector_app.operations.attachments import AttachedFile

LARGEST = 25_000_000
"""Bytes of one file; what is larger makes every export slow to write and to carry."""


class FileRow(QWidget):
    """`chosen(Path)` and `taken_away()`; what came of it is told by `show_file` and `show_problem`."""

    chosen = Signal(object)
    taken_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file: AttachedFile | None = None
        self.choose_path: Callable[[], str] = self._ask
        self.caption = label(self.tr("File"), "strong")
        self.picture = QLabel(self)
        self.name = label("")
        self.told = label("", "soft")
        self._problem = label("", "problem")
        self.add_button = Button(self.tr("Attach a file"), icon="add")
        self.remove_button = Button(self.tr("Take the file away"), kind="quiet", icon="close")
        self._hint = label(self.tr("or drop it anywhere on this page"), "soft", wrap=False)
        buttons = QWidget(self)
        flow = FlowLayout(buttons, gap=2)
        for part in (self.add_button, self._hint, self.remove_button):
            flow.addWidget(part)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for shown in (self.caption, self.picture, self.name, self.told, self._problem, buttons):
            self._column.addWidget(shown)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.add_button.clicked.connect(self.choose)
        self.remove_button.clicked.connect(self._take_away)
        self.show_file(None)
        follow_look(self._restyle)

    def choose(self) -> None:
        """Ask for a file and hand it over."""
        path = self.choose_path()
        if path:
            self.take(Path(path))

    def take(self, path: Path) -> None:
        """Hand a file over, chosen or dropped."""
        self.show_problem("")
        self.chosen.emit(path)

    def show_file(self, file: AttachedFile | None) -> None:
        """Show what is attached now."""
        if file is None or self.file is None or file.sha256 != self.file.sha256:
            self.picture.hide()
        self.file = file
        self.name.setText(f"{file.name} · {size_words(file.size)}" if file is not None else "")
        self.name.setVisible(file is not None)
        self.remove_button.setVisible(file is not None)
        self._hint.setVisible(file is None)
        self.add_button.set_words(
            self.tr("Attach another instead") if file is not None else self.tr("Attach a file")
        )
        if file is None:
            self.told.setText("")
        self.told.setVisible(bool(self.told.text()))

    def show_picture(self, data: bytes) -> None:
        """Show the picture small, where it is one."""
        m = look().metrics
        shown = read_picture(data, QSize(m.columns(36), m.space(40)), self.devicePixelRatioF())
        if shown is not None and self.file is not None:
            self.picture.setPixmap(shown)
            self.picture.setAccessibleName(self.tr("Picture {name}").format(name=self.file.name))
        self.picture.setVisible(shown is not None)

    def show_cleaned(self, cleaned: bool) -> None:
        """Say what was taken out of the file, or that nothing was."""
        if cleaned:
            said = self.tr("Place, time and camera were taken out of the picture.")
        else:
            said = self.tr("Nothing was taken out: look whether the file itself names people or places.")
        self.told.setText(said)
        self.told.show()
        announce(self, said)

    def show_problem(self, words: str) -> None:
        """Say why a file was not taken."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        announce(self, words, urgent=True)

    @property
    def problem(self) -> str:
        return self._problem.text()

    def _take_away(self) -> None:
        self.add_button.setFocus()
        self.taken_away.emit()

    def _ask(self) -> str:
        return QFileDialog.getOpenFileName(self, self.tr("Attach a file"))[0]

    def _restyle(self) -> None:
        self._column.setSpacing(look().metrics.space(1))


def size_words(count: int) -> str:
    """A number of bytes as people read it."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} kB"
    return f"{count / 1_000_000:.1f} MB"
