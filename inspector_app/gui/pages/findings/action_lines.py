"""The minimum actions of a finding as lines a), b), c): Enter begins the next, Backspace ends a blank one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPlainTextEdit, QSizePolicy, QWidget

from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.labels import Label
from inspector_app.gui.widgets.labels import label as text_label
from inspector_app.gui.widgets.pause import pause_timer


class _ActionBox(QPlainTextEdit):
    """One action; its height follows its text, and Enter is its owner's."""

    def __init__(self, owner: ActionLines) -> None:
        super().__init__(owner)
        self._owner = owner
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.fit)

    def fit(self) -> None:
        """Take the height of the text."""
        lines = max(1, round(self.document().documentLayout().documentSize().height()))
        m = look().metrics
        room = 2 * m.space(1.25) + 2 + 2 * round(self.document().documentMargin())
        height = max(m.control, lines * self.fontMetrics().lineSpacing() + room)
        if self.minimumHeight() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if not self._owner.key(self, event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self._owner.leave()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.fit()


class ActionLines(AnswerControl):
    """The value is the actions, one a line; a blank line is always there to write the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[tuple[Label, _ActionBox]] = []
        self._quiet = False
        self._read_only = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._pause = pause_timer(self, self.leave)
        self._add()
        follow_look(self._restyle)

    @property
    def boxes(self) -> tuple[QPlainTextEdit, ...]:
        """The boxes from the first action on, the blank one last."""
        return tuple(box for _, box in self._lines)

    def set_question(self, name: str, label: QLabel | None = None) -> None:
        super().set_question(name, label)
        self._name()

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        for _, box in self._lines:
            box.setReadOnly(read_only)
        self._show_blank()

    def value(self) -> str:
        texts = (box.toPlainText().replace("\n", " ").strip() for _, box in self._lines)
        return "\n".join(text for text in texts if text)

    def show_value(self, value: str) -> None:
        if value == self.value():
            return
        self._quiet = True
        wanted = [*value.splitlines(), ""]
        while len(self._lines) < len(wanted):
            self._add()
        while len(self._lines) > len(wanted):
            self._drop(len(self._lines) - 1)
        for (_, box), text in zip(self._lines, wanted, strict=True):
            if box.toPlainText() != text:
                box.setPlainText(text)
        self._quiet = False
        self._show_blank()

    def leave(self) -> None:
        """Commit what was typed."""
        self._pause.stop()
        self.tell_committed(self.value())

    def key(self, box: QPlainTextEdit, event: QKeyEvent) -> bool:
        """Keys that move between lines; whether it was one of ours."""
        at = next(index for index, (_, one) in enumerate(self._lines) if one is box)
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
                return True
            if not self._read_only:
                self._after(at)
            return True
        empty = not box.toPlainText() and len(self._lines) > 1
        if key == Qt.Key.Key_Backspace and empty and not self._read_only:
            if at < len(self._lines) - 1:
                self._drop(at)
            self._focus(max(0, at - 1))
            return True
        return False

    def _after(self, at: int) -> None:
        if at == len(self._lines) - 1:
            if self._lines[at][1].toPlainText():
                self._add()
            else:
                return
        self._focus(at + 1)

    def _focus(self, at: int) -> None:
        box = self._lines[at][1]
        box.show()
        self._lines[at][0].show()
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = box.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        box.setTextCursor(cursor)

    def _add(self) -> None:
        letter, box = text_label("", "soft", wrap=False), _ActionBox(self)
        row = len(self._lines)
        self._grid.addWidget(letter, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(box, row, 1)
        if self._lines:
            QWidget.setTabOrder(self._lines[-1][1], box)
        box.setReadOnly(self._read_only)
        box.textChanged.connect(self._typed)
        self._lines.append((letter, box))
        self._name()
        box.fit()

    def _drop(self, at: int) -> None:
        """Take one line away; those below move up by their texts."""
        self._quiet, before = True, self._quiet
        texts = [box.toPlainText() for _, box in self._lines]
        del texts[at]
        letter, box = self._lines.pop()
        for gone in (letter, box):
            self._grid.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for (_, kept), text in zip(self._lines, texts, strict=True):
            if kept.toPlainText() != text:
                kept.setPlainText(text)
        self._quiet = before
        self._name()

    def _name(self) -> None:
        for index, (letter, box) in enumerate(self._lines):
            words = f"{chr(ord('a') + index % 26)})"
            letter.setText(words)
            box.setAccessibleName(f"{self.accessibleName()} {words}".strip())
        if self._lines:
            self.setFocusProxy(self._lines[0][1])

    def _show_blank(self) -> None:
        """Nobody writes into a closed record, so the blank line is not shown there."""
        for part in self._lines[-1]:
            part.setVisible(not self._read_only or len(self._lines) == 1)

    def _typed(self) -> None:
        if self._quiet:
            return
        if self._lines[-1][1].toPlainText():
            self._add()
        self._pause.start()
        self.tell_edited(self.value())

    def _restyle(self) -> None:
        m = look().metrics
        self._grid.setVerticalSpacing(m.space(1.5))
        self._grid.setHorizontalSpacing(m.space(2))
        for letter, box in self._lines:
            letter.setContentsMargins(0, m.space(1.75), 0, 0)
            box.fit()
