"""One of very many options, found by typing any part of its words: autocomplete, and long lists.

A list of 12,000 wards is held as one model of strings; nothing is made for each option.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCompleter, QWidget

from inspector_app.forms.interface import Choice
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.text_line import TextLine, show_in_line


class SearchLine(TextLine):
    """Down opens the whole list. What is no option is not recorded, and the line says so."""

    def __init__(self, choices: Sequence[Choice] = (), parent: QWidget | None = None) -> None:
        self._by_words: dict[str, str] = {}
        self._by_value: dict[str, str] = {}
        self._folded: dict[str, str] = {}
        self._choices: tuple[Choice, ...] = ()
        self._recorded = ""
        super().__init__(None, parent)
        # The completer belongs to the line and the words to the completer, so that they go in this order.
        completer = QCompleter(self._line)
        self._words = QStringListModel(completer)
        completer.setModel(self._words)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(10)
        completer.activated.connect(self._picked)
        self._line.setCompleter(completer)
        self.set_placeholder(self.tr("Type to search"))
        self._all = Button(self.tr("Show all"), icon="chevron-down", icon_only=True, parent=self)
        self._all.clicked.connect(self._show_all)
        self._row.addWidget(self._all)
        self.set_choices(choices)

    @property
    def completer(self) -> QCompleter:
        return self._line.completer()

    @property
    def choices(self) -> tuple[Choice, ...]:
        return self._choices

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other options; equal words are told apart by the option's name."""
        if tuple(choices) == self._choices:
            return
        self._choices = tuple(choices)
        self._by_words, self._by_value = {}, {}
        for choice in self._choices:
            words = " ".join((choice.label or choice.value).split())
            if words in self._by_words:
                words = f"{words} ({choice.value})"
            self._by_words[words] = choice.value
            self._by_value[choice.value] = words
        self._folded = {words.casefold(): value for words, value in self._by_words.items()}
        self._words.setStringList(list(self._by_words))
        if not self._line.hasFocus():
            show_in_line(self._line, self.to_text(self._recorded))

    def hideEvent(self, event: QHideEvent, /) -> None:
        # A list still open while its line goes away would be told of it too late, and take the program along.
        popup = self.completer.popup()
        if popup is not None:
            popup.hide()
        self._line.clearFocus()
        super().hideEvent(event)

    def set_question(self, name: str, label: object = None) -> None:
        super().set_question(name, label)  # type: ignore[arg-type]
        self._all.setAccessibleDescription(name)

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self._all.setEnabled(not read_only)

    def value(self) -> str:
        text = self._line.text()
        return self.to_value(text) if not text.strip() or self.to_value(text) else self._recorded

    def show_value(self, value: str) -> None:
        if self._line.hasFocus() and value == self._recorded:
            return
        self._recorded = value
        show_in_line(self._line, self.to_text(value))

    def to_value(self, text: str) -> str:
        return self._folded.get(" ".join(text.split()).casefold(), "")

    def to_text(self, value: str) -> str:
        return self._by_value.get(value, value)

    def complaint(self, text: str) -> str:
        if not text.strip() or self.to_value(text):
            return ""
        return self.tr("This is none of the options. Type a part of one and choose it from the list.")

    def leave(self) -> None:
        super().leave()
        self._recorded = self.value()
        if not self.complaint(self._line.text()):
            show_in_line(self._line, self.to_text(self._recorded))

    def _typed(self, text: str) -> None:
        if text.strip() and not self.to_value(text):
            self._pause.stop()
            self.tell_problem("")
            return
        super()._typed(text)

    def _picked(self, words: str) -> None:
        self._recorded = self._by_words.get(words, self._recorded)
        show_in_line(self._line, words)
        self.tell_problem("")
        self.tell_chosen(self._recorded)

    def _show_all(self) -> None:
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        completer = self.completer
        completer.setCompletionPrefix("")
        completer.complete()
