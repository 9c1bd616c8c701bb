"""A file that answers a question: chosen from the disk, dropped or pasted.

Pictures are cleaned of place, time and camera before they are kept; recordings, films and other files are
not, and the control says so.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from inspector_app.errors import KnownError
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.file_box import FileBox
from inspector_app.gui.widgets.file_shelf import FileShelf
from inspector_app.gui.widgets.labels import label as text_label
from inspector_app.operations.answer_files import KeptFile
from inspector_app.operations.given_file import Given, ReadyFile

ENDINGS = {
    "image": "*.jpg *.jpeg *.png *.webp *.gif *.bmp",
    "audio": "*.mp3 *.m4a *.ogg *.oga *.wav *.amr *.flac *.aac",
    "video": "*.mp4 *.m4v *.mov *.webm *.avi *.3gp *.mkv",
}


class FileLine(AnswerControl):
    """`kind` is image, audio, video or file; `key` the node it answers. `max_pixels` is the longest edge a
    picture may have, 0 for any. The shelf records the answer with the file; taking it away is an answer of
    this control.
    """

    def __init__(
        self, kind: str, key: str, shelf: FileShelf, parent: QWidget | None = None, *, max_pixels: int = 0
    ) -> None:
        super().__init__(parent)
        self._kind, self._key, self._shelf, self._max_pixels = kind, key, shelf, max_pixels
        self._value = ""
        self._turn = 0
        self.box = FileBox(*_words(kind), self, endings=ENDINGS.get(kind, "*"))
        words = self.tr("What the file itself says of place, time or people is not taken out.")
        self._kept_inside = text_label(words, "soft", parent=self)
        self._kept_inside.setVisible(kind != "image")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.box)
        self._column.addWidget(self._kept_inside)
        self.setFocusProxy(self.box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.box.given.connect(self._given)
        self.box.taken_away.connect(self._take_away)
        follow_look(self._restyle)

    def set_question(self, name: str, label: QLabel | None = None) -> None:
        super().set_question(name, label)
        self.box.set_called(name)
        if label is not None:
            label.setBuddy(self.box.add_button)

    def set_read_only(self, read_only: bool) -> None:
        self.box.set_read_only(read_only)
        self._kept_inside.setVisible(self._kind != "image" and not read_only)

    def describe(self, words: str) -> None:
        super().describe(words)
        self.box.add_button.setAccessibleDescription(words)

    def value(self) -> str:
        return self._value

    def show_value(self, value: str) -> None:
        if value == self._value:
            return
        self._value = value
        self.box.show_file(value)
        self.box.show_told("")
        self.box.show_problem("")
        if value:
            self._shelf.fetch(value, self._alive(self._fetched, value))

    def take(self, path: Path) -> None:
        """Read a file and have it kept; what is wrong is said under the control."""
        self.box.take(path)

    def _given(self, name: str, source: Path | bytes) -> None:
        self._turn += 1
        turn = self._turn
        self.box.show_problem("")
        self.box.show_told(self.tr("Reading {name} …").format(name=name))
        given = Given(self._kind, name, source, self._max_pixels)

        def prepared(found: ReadyFile) -> None:
            if isValid(self) and turn == self._turn:
                done = self._alive(self._kept, found.cleaned)
                self._shelf.keep(self._key, name, found.content, done, self._alive(self._refused))

        self._shelf.prepare(given, prepared, self._alive(self._refused))

    def _kept(self, cleaned: bool, name: str) -> None:
        self.show_value(name)
        words = self.tr("Place, time and camera were taken out of the picture.") if cleaned else ""
        self.box.show_told(words)

    def _refused(self, error: KnownError) -> None:
        self.box.show_told("")
        self.box.show_problem(f"{error.message} {error.advice}".strip())

    def _fetched(self, name: str, file: KeptFile) -> None:
        if name != self._value:
            return
        if file.missing:
            self.box.show_told(file.missing)
        self.box.show_file(name, file.size)
        self.box.show_picture(file.content if self._kind == "image" else None)

    def _take_away(self) -> None:
        self._turn += 1
        self._value = ""
        self.box.show_file("")
        self.box.show_problem("")
        self.tell_chosen("")

    def _alive(self, call: Callable[..., None], *first: object) -> Callable[..., None]:
        """A call for later: an answer that comes when this control is gone is dropped."""

        def told(*rest: object) -> None:
            if isValid(self):
                call(*first, *rest)

        return told

    def _restyle(self) -> None:
        self._column.setSpacing(look().metrics.space(1.5))


def _words(kind: str) -> tuple[str, str]:
    """The words of the button, without a file and with one."""
    tr = QCoreApplication.translate
    words = {
        "image": (tr("FileLine", "Choose a picture"), tr("FileLine", "Choose another picture")),
        "audio": (tr("FileLine", "Choose a recording"), tr("FileLine", "Choose another recording")),
        "video": (tr("FileLine", "Choose a film"), tr("FileLine", "Choose another film")),
    }
    return words.get(kind, (tr("FileLine", "Choose a file"), tr("FileLine", "Choose another file")))
