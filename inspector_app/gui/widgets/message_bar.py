"""A message in its place on the page: what happened, what is safe, what to do. Never a dialog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.errors import KnownError
from inspector_app.gui import icons
from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.announce import announce
from inspector_app.gui.widgets.badge import Tone
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.labels import label

_ICONS: dict[Tone, icons.Name] = {
    "accent": "info",
    "good": "state-done",
    "attention": "state-attention",
    "bad": "stop",
    "quiet": "info",
}


@dataclass(frozen=True, slots=True)
class Message:
    """`text` says what happened, `advice` what is safe and what to do; `action` names an optional button."""

    text: str
    advice: str = ""
    tone: Tone = "accent"
    action: str = ""
    action_key: str = ""

    @classmethod
    def of(cls, error: KnownError) -> Message:
        """The message of something that went wrong in the world."""
        return cls(error.message, error.advice, "bad")


class MessageBar(QFrame):
    """One message with its button and a way to put it away (Escape while it has the focus)."""

    dismissed = Signal()

    def __init__(
        self, message: Message, act: Callable[[], None] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._message = message
        self._act = act
        self.setProperty("tone", message.tone)
        self.setAccessibleName(f"{message.text} {message.advice}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._picture = QLabel(self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        add_layout(self._row, self._words(), 1)
        if message.action and act is not None:
            button = Button(message.action, key=message.action_key, parent=self)
            button.clicked.connect(self._pressed)
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        close = Button(
            self.tr("Put this message away"), icon="close", icon_only=True, kind="quiet", parent=self
        )
        close.clicked.connect(self._dismiss)
        self._row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        follow_look(self._restyle)

    @property
    def message(self) -> Message:
        return self._message

    def say(self) -> None:
        """Have a screen reader read the message."""
        announce(self, self.accessibleName(), urgent=self._message.tone == "bad")

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._dismiss()
        else:
            super().keyPressEvent(event)

    def _words(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.addWidget(label(self._message.text, "strong" if self._message.advice else "body"))
        if self._message.advice:
            words.addWidget(label(self._message.advice))
        return words

    def _pressed(self) -> None:
        if self._act is not None:
            self._act()

    def _dismiss(self) -> None:
        self.dismissed.emit()
        self.hide()
        self.deleteLater()

    def _restyle(self) -> None:
        seen = look()
        m = seen.metrics
        ink, _ = seen.colours.tone(self._message.tone)
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(icons.pixmap(_ICONS[self._message.tone], ink, m.icon, ratio))
        self._picture.setMinimumHeight(m.control)
        self._row.setContentsMargins(m.space(3), m.space(2), m.space(2), m.space(2))
        self._row.setSpacing(m.space(2.5))


class MessageArea(QWidget):
    """Where a page or the window shows its messages, the newest last; the same message is shown once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._bars: list[MessageBar] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()
        follow_look(self._restyle)

    @property
    def messages(self) -> tuple[Message, ...]:
        return tuple(bar.message for bar in self._bars)

    def show_message(self, message: Message, act: Callable[[], None] | None = None) -> None:
        """Show a message and have it read out."""
        if message in self.messages:
            return
        bar = MessageBar(message, act, self)
        bar.dismissed.connect(self._forget)
        self._bars.append(bar)
        self._layout.addWidget(bar)
        bar.show()
        self.show()
        bar.say()

    def withdraw(self, message: Message) -> None:
        """Take one message away: what it says is over."""
        for bar in self._bars:
            if bar.message == message:
                bar.hide()
                bar.deleteLater()
        self._bars = [bar for bar in self._bars if bar.message != message]
        self.setVisible(bool(self._bars))

    def clear(self) -> None:
        """Take all messages away."""
        for bar in self._bars:
            bar.hide()
            bar.deleteLater()
        self._bars = []
        self.hide()

    def _forget(self) -> None:
        gone = self.sender()
        self._bars = [bar for bar in self._bars if bar is not gone]
        self.setVisible(bool(self._bars))

    def _restyle(self) -> None:
        self._layout.setSpacing(look().metrics.space(2))
