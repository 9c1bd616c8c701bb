"""A line whose text has to be read: a date, a time, a place on the earth.

While it cannot be read it is not recorded, and the line says so once it is left; the last that was read stays
recorded. What stands there unread stays until the record says something new: it was typed by somebody.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inspector_app.gui.widgets.text_line import TextLine, show_in_line


class ReadLine(TextLine):
    """Subclasses give `to_value` ('' for what cannot be read), `to_text` and `rejection`."""

    def __init__(self, columns: int, parent: QWidget | None = None) -> None:
        self._recorded = ""
        super().__init__(columns, parent)

    def value(self) -> str:
        text = self._line.text()
        if text == self.to_text(self._recorded):
            return self._recorded
        return "" if not text.strip() else self.to_value(text) or self._recorded

    def show_value(self, value: str) -> None:
        if value == self.value() and (self._line.hasFocus() or self.complaint(self._line.text())):
            return
        self._recorded = value
        self._show_recorded()

    def complaint(self, text: str) -> str:
        if not text.strip() or text == self.to_text(self._recorded):
            return ""
        return "" if self.to_value(text) else self.rejection()

    def pause(self) -> None:
        """What can be read so far is recorded and left as it stands: who types slowly goes on."""
        if not self._line.hasFocus():
            self.leave()
        elif not self.complaint(self._line.text()):
            self._recorded = self.value()
            self.tell_committed(self._recorded)

    def leave(self) -> None:
        super().leave()
        if not self.complaint(self._line.text()):
            self._recorded = self.value()
            self._show_recorded()

    def choose(self, value: str) -> None:
        """Take a value by a key or from a list: typed and done in one."""
        self._recorded = value
        self._show_recorded()
        self.tell_chosen(value)

    def was_shown(self) -> None:
        """Something else stands in the line."""

    def _show_recorded(self) -> None:
        show_in_line(self._line, self.to_text(self._recorded))
        if self.own_problem:
            self.tell_problem("")
        self.was_shown()

    def _typed(self, text: str) -> None:
        if text.strip() and not self.to_value(text):
            self._pause.stop()
            self.tell_problem("")
        else:
            super()._typed(text)
        self.was_shown()
