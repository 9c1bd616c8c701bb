"""Puts a language other than English on the screen: Qt's translators, dates and numbers, reading direction.

Imported only when another language has been chosen, so that English costs nothing at the start.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from inspector_app import resources, words
from inspector_app.words import Tongue

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_FOLDER = "translations"
_TEMPLATES = "errors.txt"
_PLACE = re.compile(r"\{(\w+)\}")


_OURS = "inspector_translators"


def speak(application: QApplication, code: str) -> bool:
    """Speak a language from now on; False, and English, where there is no catalogue for it."""
    ours = _catalogue(application, code)
    if ours is None:
        return False
    theirs = QTranslator(application)
    if theirs.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(theirs)
    application.installTranslator(ours)
    application.setProperty(_OURS, [theirs, ours])
    locale = QLocale(code)
    QLocale.setDefault(locale)
    application.setLayoutDirection(locale.textDirection())
    words.use(tongue_of(locale))
    return True


def speak_apart(code: str) -> None:
    """The words of a process that has no window, and its dates and numbers."""
    application = QCoreApplication.instance() or QCoreApplication([])
    ours = _catalogue(application, code)
    if ours is not None:
        application.installTranslator(ours)
        application.setProperty(_OURS, [ours])
        words.use(tongue_of(QLocale(code)))
        _Apart.application = application


class _Apart:
    """Holds the application of a process without a window: without it nothing is translated."""

    application: QCoreApplication | None = None


def _catalogue(application: QCoreApplication, code: str) -> QTranslator | None:
    """Our words in a language; None where there are none."""
    if not re.fullmatch(r"[a-z]{2,3}", code):
        return None
    made = QTranslator(application)
    return made if made.load(str(resources.path(_FOLDER, f"inspector_{code}.qm"))) else None


def silence(application: QApplication) -> None:
    """Take the translators away again; what is shown already stays as it is."""
    for translator in application.property(_OURS) or []:
        application.removeTranslator(translator)
    application.setProperty(_OURS, None)


def places(said: str) -> tuple[str, ...]:
    """The names of the places for values in a text."""
    return tuple(_PLACE.findall(said))


def tongue_of(locale: QLocale) -> Tongue:
    """What the rooms without a screen need of a language; its words come from the installed translators."""
    months = tuple(locale.monthName(number, QLocale.FormatType.LongFormat) for number in range(1, 13))
    return Tongue(locale.name().split("_")[0], _translate, error_words, months, locale.decimalPoint())


def error_words(said: str) -> str:
    """The words of a `KnownError` translated. Values stand in them already, so the sentence is found again by
    its template, and its values are put into the translated one.
    """
    found = _translate("KnownError", said)
    if found != said:
        return found
    for template, pattern in _templates():
        match = pattern.fullmatch(said)
        if match:
            translated = _translate("KnownError", template)
            return translated.format(**match.groupdict())
    return said


def _translate(context: str, said: str) -> str:
    return QCoreApplication.translate(context, said)


@cache
def _templates() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The sentences with values in them, those with most words of their own first."""
    lines = resources.path(_FOLDER, _TEMPLATES).read_text(encoding="utf-8").splitlines()
    lines.sort(key=lambda line: -len(_PLACE.sub("", line)))
    return tuple((line, _pattern(line)) for line in lines)


def _pattern(template: str) -> re.Pattern[str]:
    parts = _PLACE.split(template)
    made = "".join(
        f"(?P<{part}>.+?)" if at % 2 else re.escape(part) for at, part in enumerate(parts)
    )  # a split by a group gives words and names in turn
    return re.compile(made, re.DOTALL)
