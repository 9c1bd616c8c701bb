"""Makes any text fit to print: tidy spaces, composed letters, a stand-in for what the typeface lacks.

Nothing is dropped in silence: a character that cannot be printed is replaced by words in square brackets
and the original stays in the file as the text that is read aloud and copied (ActualText).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

# Controls, and marks that only steer display: joiners, direction marks, variation selectors, soft hyphen.
_STEERING = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_HALVES = re.compile("[\ud800-\udfff]")
# NBSP is kept: it holds number and unit on one line.
_BLANKS = re.compile(r"[^\S\u00a0]+")
_LIKENESS = {
    **{"→": "->", "←": "<-", "≥": ">=", "≤": "<=", "≠": "not equal to", "≈": "about"},
    **dict.fromkeys("✓✔", "(tick)"),
    **dict.fromkeys("✗✘", "(cross)"),
    **dict.fromkeys("☐□", "[ ]"),
    **dict.fromkeys("☑☒", "[x]"),
    **dict.fromkeys("■●▪", "•"),
}
_SCRIPTS = {"Cjk": "Chinese", "Hiragana": "Japanese", "Katakana": "Japanese", "Hangul": "Korean"}


@dataclass(frozen=True)
class Piece:
    """A stretch of printable text; `actual` is what it stands for, None where it stands for itself."""

    text: str
    actual: str | None = None


def tidy(text: str) -> str:
    """One line of clean text: composed (NFC), single spaces, no control or display-steering characters.
    Half a surrogate pair becomes U+FFFD, so that the text can be stored anywhere."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", _HALVES.sub("\ufffd", text))
    return _BLANKS.sub(" ", _STEERING.sub("", text)).strip(" ")


def paragraphs(text: str) -> tuple[str, ...]:
    """The clean paragraphs of a text; line feeds part them, empty ones go."""
    return tuple(clean for part in text.splitlines() if (clean := tidy(part)))


def printable(text: str, covers: Callable[[str], bool], missing: str) -> list[Piece]:
    """A clean text as pieces that the typeface covers, in order.

    `missing` is the stand-in for a stretch of foreign script, with {script} and {count}.
    """
    if text.isascii() or all(map(covers, text)):
        return [Piece(text)] if text else []
    pieces: list[Piece] = []
    place = 0
    while place < len(text):
        end = place
        while end < len(text) and covers(text[end]):
            end += 1
        if end > place:
            pieces.append(Piece(text[place:end]))
            place = end
            continue
        end = _end_of_stretch(text, place, covers)
        pieces.append(Piece(_stand_in(text[place:end], missing), text[place:end]))
        place = end
    return pieces


def _end_of_stretch(text: str, start: int, covers: Callable[[str], bool]) -> int:
    """One symbol, or letters of the same script with the spaces between them."""
    script = _script(text[start])
    if not script:
        return start + 1
    end = last = start
    while end < len(text):
        character = text[end]
        if character == " " and end == last:
            end += 1
            continue
        if covers(character) or _script(character) != script:
            break
        end += 1
        last = end
    return last


def _script(character: str) -> str:
    """The script of a letter by the first word of its name; '' for a symbol."""
    if unicodedata.category(character)[0] not in "LMN":
        return ""
    name = unicodedata.name(character, "").split(" ")[0].split("-")[0].title()
    return _SCRIPTS.get(name, name)


def _stand_in(stretch: str, missing: str) -> str:
    if stretch in _LIKENESS:
        return _LIKENESS[stretch]
    script = _script(stretch[0])
    if script:
        return f"[{missing.replace('{script}', script).replace('{count}', str(len(stretch)))}]"
    name = unicodedata.name(stretch, "")
    return f"[{name.lower()}]" if name else f"[U+{ord(stretch):04X}]"
