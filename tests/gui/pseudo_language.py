"""A language that nobody speaks: every letter that goes through a catalogue comes out with a mark.

Whatever is still plain on the screen is data, or was forgotten. `plain_words` finds it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from inspector_app import resources, words
from inspector_app.words import MONTHS, Tongue

_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_MARKED = "ÂƁĈĎÊƑĜĤÎĴĶĹṀŇÔƤɊŘŜŤÛṼŴẊŶŽâƀĉďêƒĝĥîĵķĺṁňôƥɋřŝťûṽŵẋŷž"
_TABLE = str.maketrans(_PLAIN, _MARKED)
_CODES = re.compile(
    r"\b[A-Z]{2,3}\d{3,}\b|\bEX-\d+-\d+|\b[A-Z0-9]{4}(?:-[A-Z0-9]{4})+|\bEX1 \dEX|\b[0-9a-f]{6}\b|\S+[./]\S+"
)
"""Numbers of services, references, fingerprints, postcodes, names of files: the same in every language."""
_KEPT = re.compile(r"(\{\w*\}|%\w+|&(?=\w))")


def marked(said: str) -> str:
    """Every letter with a mark, the places for values as they are."""
    parts = _KEPT.split(said)
    return "".join(part if at % 2 else part.translate(_TABLE) for at, part in enumerate(parts))


class Marker(QTranslator):
    def translate(  # type: ignore[override]
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return marked(sourceText)

    def isEmpty(self) -> bool:
        return False


@contextmanager
def pseudo_language(application: QApplication) -> Iterator[None]:
    """Everything said in it, until the end of the block."""
    translator = Marker(application)
    application.installTranslator(translator)
    words.use(Tongue("xx", lambda _, said: marked(said), marked, tuple(marked(name) for name in MONTHS)))
    try:
        yield
    finally:
        words.use(words.ENGLISH)
        application.removeTranslator(translator)


def plain_words(root: QWidget, data: frozenset[str] = frozenset()) -> set[str]:
    """What is shown or spoken under `root` and still holds plain words that are no data."""
    found = {said for said in _texts(root) if said and _left(said, data)}
    return {re.sub(r"\s+", " ", said) for said in found}


def _left(said: str, data: frozenset[str]) -> bool:
    """Whether plain words are left once the data are taken out."""
    if not re.search(r"[A-Za-z]{2}", said):
        return False
    shown = _CODES.sub(" ", said).lower()
    for one in _longest_first(data):
        if one in shown:
            shown = shown.replace(one, " ")
    return bool(re.search(r"[a-z]{2}", shown))


@cache
def _longest_first(data: frozenset[str]) -> tuple[str, ...]:
    every = {one.lower() for one in data | shipped_data()}
    without_codes = {" ".join(_CODES.sub(" ", one).split()) for one in every}
    return tuple(sorted((every | without_codes) - {""}, key=len, reverse=True))


@cache
def shipped_data() -> frozenset[str]:
    """Every text of the framework, its checklist and the example: head office's words, not the program's."""
    found: set[str] = set()
    for file in resources.path("frameworks").rglob("*"):
        if file.suffix == ".toml":
            found.update(_strings(tomllib.loads(file.read_text(encoding="utf-8"))))
        elif file.suffix in (".md", ".csv"):
            found.update(_cells(file))
    return frozenset(text for text in found if len(text) > 1)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _cells(file: Path) -> Iterator[str]:
    for line in file.read_text(encoding="utf-8").splitlines():
        for cell in re.split(r"(?<!\\)\||,", line):
            if cell.strip():
                yield re.sub(r"\*\*|\\", "", cell.strip())
        yield from (re.sub(r"\*\*|\\", "", cell.strip()) for cell in line.split("|") if cell.strip())


def _texts(root: QWidget) -> Iterator[str]:
    yield root.windowTitle()
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        yield widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(at) for at in range(widget.count()))
        elif isinstance(widget, QAbstractItemView):
            yield from _model_texts(widget)
        elif isinstance(widget, QMenu):
            yield widget.title()
    yield from (action.text() for action in root.findChildren(QAction))
    yield from (action.toolTip() for action in root.findChildren(QAction))


def _model_texts(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
    columns = 1 if isinstance(model, QAbstractListModel) else min(model.columnCount(QModelIndex()), 20)
    for row in range(min(model.rowCount(QModelIndex()), 20)):
        for column in range(columns):
            for role in roles:
                yield str(model.index(row, column).data(role) or "")
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
