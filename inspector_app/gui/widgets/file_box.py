"""The place of a file: chosen, dropped or pasted, shown with its picture, taken away again.

It hands over what it is given and keeps nothing itself; what came of it is told by `show_file` and the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFileDialog, QLabel, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.announce import announce
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.pictures import as_png, read_picture
from inspector_app.words import decimal

_PASTED = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp"}


class FileBox(QWidget):
    """`given(name, Path or bytes)` and `taken_away()`. `choose` and `another` are the words of its button,
    without and with a file; `endings` what the chooser of files offers, such as ``*.jpg *.png``.
    """

    given = Signal(str, object)
    taken_away = Signal()

    def __init__(
        self, choose: str, another: str, parent: QWidget | None = None, *, endings: str = "*"
    ) -> None:
        super().__init__(parent)
        self._words, self._endings = (choose, another), endings
        self._question = self._shown = ""
        self._read_only = self._over = False
        self.choose_path: Callable[[], str] = self._ask
        self.picture = QLabel(self)
        self.name = label("")
        self.told = label("", "soft")
        self._problem = label("", "problem")
        self.add_button = Button(choose, icon="add")
        self.remove_button = Button(self.tr("Take the file away"), kind="quiet", icon="close")
        self._hint = label(self.tr("or drop it here, or paste it"), "soft")
        self._buttons = QWidget(self)
        self._buttons.setSizePolicy(_low())
        flow = FlowLayout(self._buttons, gap=2)
        for part in (self.add_button, self.remove_button, self._hint):
            flow.addWidget(part)
        self._column = QVBoxLayout(self)
        for shown in (self.picture, self.name, self.told, self._problem, self._buttons):
            self._column.addWidget(shown)
        self.setSizePolicy(_low())
        self.setFocusProxy(self.add_button)
        self.setAcceptDrops(True)
        self.add_button.clicked.connect(self.choose)
        self.remove_button.clicked.connect(self._take_away)
        self._problem.hide()
        self.picture.hide()
        self.show_file("")
        follow_look(self._restyle)

    def set_called(self, question: str) -> None:
        """What it belongs to, for people who hear the screen."""
        self._question = question
        self._name_parts()

    def set_read_only(self, read_only: bool) -> None:
        """Show the file without taking another."""
        self._read_only = read_only
        self.setAcceptDrops(not read_only)
        self._show_parts()

    def choose(self) -> None:
        """Ask for a file and hand it over."""
        path = self.choose_path()
        if path:
            self.take(Path(path))

    def take(self, path: Path) -> None:
        """Hand a file over, chosen or dropped."""
        self.tell_given(path.name, path)

    def take_from(self, data: QMimeData) -> bool:
        """Hand over what was pasted or dropped: a file by its place, or a picture; whether there was one."""
        for url in data.urls():
            if url.isLocalFile():
                self.take(Path(url.toLocalFile()))
                return True
        for kind, ending in _PASTED.items():
            if data.hasFormat(kind):
                self.tell_given(self.tr("pasted") + f".{ending}", bytes(data.data(kind).data()))
                return True
        image = data.imageData() if data.hasImage() else None
        if isinstance(image, QImage):
            self.tell_given(self.tr("pasted") + ".png", as_png(image))
            return True
        return False

    def tell_given(self, name: str, source: Path | bytes) -> None:
        self.given.emit(name, source)

    def show_file(self, name: str, size: int = -1) -> None:
        """Show what is kept, '' for nothing; `size` in bytes, -1 while it is not known."""
        if name != self._shown:
            self.picture.hide()
        if not name:
            self.told.setText("")
        self._shown = name
        self.name.setText(f"{name} · {size_words(size)}" if name and size >= 0 else name)
        self._show_parts()

    def show_picture(self, data: bytes | None) -> None:
        """Show the picture small, where it is one."""
        m = look().metrics
        room = QSize(m.columns(36), m.space(40))
        shown = read_picture(data, room, self.devicePixelRatioF()) if data is not None else None
        if shown is not None:
            self.picture.setPixmap(shown)
        self.picture.setVisible(shown is not None)
        self._name_parts()

    @property
    def problem(self) -> str:
        return self._problem.text()

    def show_problem(self, words: str) -> None:
        """Say why a file was not taken; '' takes it away."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        announce(self, words, urgent=True)

    def show_told(self, words: str) -> None:
        """Say how it goes with the file, or what was taken out of it."""
        self.told.setText(words)
        self.told.setVisible(bool(words))
        announce(self, words)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        pasted = event.matches(QKeySequence.StandardKey.Paste) and not self._read_only
        if not pasted:
            super().keyPressEvent(event)
        elif not self.take_from(QGuiApplication.clipboard().mimeData()):
            self.show_problem(self.tr("There is no file and no picture to paste."))

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        data = event.mimeData()
        if data.hasImage() or any(url.isLocalFile() for url in data.urls()):
            event.acceptProposedAction()
            self._drag_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent, /) -> None:
        self._drag_over(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent, /) -> None:
        self._drag_over(False)
        event.acceptProposedAction()
        self.take_from(event.mimeData())

    def paintEvent(self, event: QPaintEvent, /) -> None:
        seen = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = seen.colours.accent if self._over else seen.colours.control_line
        open_ = not self._shown and not self._read_only
        style = Qt.PenStyle.DashLine if open_ else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(colour), seen.metrics.focus if self._over else 1, style))
        edge = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(edge, seen.metrics.radius, seen.metrics.radius)

    def _drag_over(self, over: bool) -> None:
        self._over = over
        self.update()

    def _show_parts(self) -> None:
        there = bool(self._shown)
        self.name.setVisible(there)
        self.told.setVisible(bool(self.told.text()))
        self.add_button.set_words(self._words[there])
        self.remove_button.setVisible(there and not self._read_only)
        self._hint.setVisible(not there and not self._read_only)
        self.add_button.setVisible(not self._read_only)
        self._buttons.setVisible(not self._read_only)
        self._name_parts()
        self.update()

    def _name_parts(self) -> None:
        words = self.add_button.text()
        self.add_button.setAccessibleName(f"{words}, {self._question}" if self._question else words)
        self.remove_button.setAccessibleDescription(", ".join(w for w in (self._question, self._shown) if w))
        called = self.tr("Picture {name}").format(name=self._shown)
        self.picture.setAccessibleName(f"{called}, {self._question}" if self._question else called)

    def _take_away(self) -> None:
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.taken_away.emit()

    def _ask(self) -> str:
        offered = f"{self._words[0]} ({self._endings})" if self._endings != "*" else ""
        return QFileDialog.getOpenFileName(self, self._words[0], "", offered)[0]

    def _restyle(self) -> None:
        m = look().metrics
        self._column.setSpacing(m.space(1.5))
        self._column.setContentsMargins(m.space(3), m.space(3), m.space(3), m.space(3))
        self.setMaximumWidth(m.columns(72))


def _low() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


def size_words(count: int) -> str:
    """A number of bytes as people read it."""
    if count < 1000:
        return f"{count} bytes"
    return f"{count / 1000:.0f} kB" if count < 1_000_000 else f"{decimal(count / 1_000_000)} MB"
