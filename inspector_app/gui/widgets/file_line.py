"""A file chosen from the disk, or dropped: the control hands over name and bytes and keeps nothing itself.

Pictures are cleaned of place, time and camera before they are handed over; recordings, films and other files
are not, and the control says so. Who takes them says under which
name they are kept, and that name is the answer.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.errors import KnownError
from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.labels import label as text_label
from inspector_app.gui.widgets.pictures import read_picture, within_pixels
from inspector_app.operations.clean_picture import without_metadata
from inspector_app.words import decimal

LARGEST = 100_000_000
"""Bytes of one file; larger ones do not travel in an export."""

ENDINGS = {
    "image": "*.jpg *.jpeg *.png *.webp *.gif *.bmp",
    "audio": "*.mp3 *.m4a *.ogg *.oga *.wav *.amr *.flac *.aac",
    "video": "*.mp4 *.m4v *.mov *.webm *.avi *.3gp *.mkv",
}

Attach = Callable[[str, bytes], str]
Fetch = Callable[[str], "bytes | None"]


class FileLine(AnswerControl):
    """`kind` is image, audio, video or file. `attach` takes name and bytes and gives the name kept.
    `max_pixels` is the longest edge a picture may have, 0 for any.
    """

    def __init__(
        self, kind: str, attach: Attach, fetch: Fetch, parent: QWidget | None = None, *, max_pixels: int = 0
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._max_pixels = max_pixels
        self._attach = attach
        self._fetch = fetch
        self._value = ""
        self._read_only = False
        self.choose_path: Callable[[], str] = self._ask
        self._picture = QLabel(self)
        self._name = text_label("", "body", parent=self)
        self._choose = Button(self._words(), parent=self)
        self._remove = Button(self.tr("Take away"), icon="close", kind="quiet", parent=self)
        self._hint = text_label(self.tr("or drop a file here"), "soft", wrap=False, parent=self)
        words = self.tr("What the file itself says of place, time or people is not taken out.")
        self._kept_inside = text_label(words, "soft", parent=self)
        self._choose.clicked.connect(self.choose)
        self._remove.clicked.connect(self._take_away)
        line = QHBoxLayout()
        for part in (self._choose, self._hint, self._remove):
            line.addWidget(part)
        line.addStretch(1)
        self._line = line
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for shown in (self._picture, self._name):
            self._column.addWidget(shown)
        add_layout(self._column, line)
        self._column.addWidget(self._kept_inside)
        self.setFocusProxy(self._choose)
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        follow_look(self._restyle)

    @property
    def button(self) -> Button:
        return self._choose

    def set_question(self, name: str, label: QLabel | None = None) -> None:
        super().set_question(name, label)
        self._choose.setAccessibleName(f"{self._choose.text()}, {name}")
        self._remove.setAccessibleDescription(name)

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self.setAcceptDrops(not read_only)
        self._show()

    def value(self) -> str:
        return self._value

    def show_value(self, value: str) -> None:
        if value != self._value or not value:
            self._value = value
            self._show()

    def choose(self) -> None:
        """Ask for a file and take it."""
        path = self.choose_path()
        if path:
            self.take(Path(path))

    def take(self, path: Path) -> None:
        """Read a file and hand it over; what is wrong is said under the control."""
        try:
            name, data = path.name, self._read(path)
            kept = self._attach(name, self._cleaned(name, data))
        except KnownError as error:
            self.tell_problem(f"{error.message} {error.advice}".strip())
            return
        self.tell_problem("")
        self._value = kept
        self._show()
        self.tell_chosen(kept)

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent, /) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.take(Path(paths[0]))

    def _read(self, path: Path) -> bytes:
        try:
            size = path.stat().st_size
            if size > LARGEST:
                raise KnownError(
                    f"{path.name} has {size // 1_000_000} MB; files can have {LARGEST // 1_000_000} MB.",
                    "Choose a smaller one.",
                    code="file-too-large",
                )
            return path.read_bytes()
        except OSError as error:
            raise KnownError(
                f"{path.name} cannot be read: {error.strerror}.",
                "Choose another file.",
                code="file-unreadable",
            ) from error

    def _cleaned(self, name: str, data: bytes) -> bytes:
        cleaned = without_metadata(name, data)
        if self._kind != "image" or not self._max_pixels:
            return cleaned
        return within_pixels(cleaned, self._max_pixels)

    def _words(self) -> str:
        words = {
            "image": self.tr("Choose a picture"),
            "audio": self.tr("Choose a recording"),
            "video": self.tr("Choose a film"),
        }
        return words.get(self._kind, self.tr("Choose a file"))

    def _ask(self) -> str:
        endings = ENDINGS.get(self._kind, "*")
        found, _ = QFileDialog.getOpenFileName(self, self._words(), "", f"{self._words()} ({endings})")
        return found

    def _take_away(self) -> None:
        self._value = ""
        self._show()
        self._choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tell_problem("")
        self.tell_chosen("")

    def _show(self) -> None:
        m = look().metrics
        data = self._fetch(self._value) if self._value else None
        picture = None
        if data is not None and self._kind == "image":
            picture = read_picture(data, QSize(m.columns(40), m.space(48)), self.devicePixelRatioF())
        if picture is not None:
            self._picture.setPixmap(picture)
            self._picture.setAccessibleName(self.tr("Picture {name}").format(name=self._value))
        self._picture.setVisible(picture is not None)
        size = f"  {_size(len(data))}" if data is not None else ""
        self._name.setText(f"{self._value}{size}" if self._value else "")
        self._name.setVisible(bool(self._value))
        self._remove.setVisible(bool(self._value) and not self._read_only)
        self._kept_inside.setVisible(self._kind != "image" and not self._read_only)
        self._hint.setVisible(not self._value and not self._read_only)
        self._choose.setVisible(not self._read_only)

    def _restyle(self) -> None:
        m = look().metrics
        self._column.setSpacing(m.space(1.5))
        self._line.setSpacing(m.space(2))
        self._show()


def _size(count: int) -> str:
    """A number of bytes as people read it."""
    if count < 1000:
        return f"{count} bytes"
    return f"{count / 1000:.0f} kB" if count < 1_000_000 else f"{decimal(count / 1_000_000)} MB"
