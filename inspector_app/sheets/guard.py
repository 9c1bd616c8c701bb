"""Keeps text that somebody typed from running as a formula in a spreadsheet.

A cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line end is taken for a formula by spreadsheet
programs when they open a CSV file, and a formula can read files and call out. The guard puts an apostrophe
before such text.

Where it applies: every text cell of a CSV file meant for spreadsheets that may hold what a person typed
(`answers`), and names that come from a framework pack (``outcomes.csv``; plain codes pass unchanged). Where
it must not: ``national.csv``, whose codes are small letters, digits and underscores that scripts compare, so
its writer refuses anything else; and XLSX files, where every text is stored as text.
"""

from __future__ import annotations

import re

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_CODE = re.compile(r"[a-z0-9][a-z0-9_]*")


def _risky(text: str) -> bool:
    # Some programs trim blanks before they look for a formula, so the first visible character decides.
    return text.startswith(_STARTS) or text.lstrip().startswith(_STARTS)


def guarded(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet might run it; `unguarded` takes it back."""
    return f"'{text}" if _risky(text.lstrip("'")) else text


def unguarded(text: str) -> str:
    """The text as it was before `guarded`, for any text that went through it."""
    return text[1:] if text.startswith("'") and _risky(text[1:].lstrip("'")) else text


def require_code(text: str) -> str:
    """The text itself, where it is a code that can start no formula; ValueError otherwise, a bug."""
    if not _CODE.fullmatch(text):
        raise ValueError(f"{text!r} is not a plain code and must not go into an unguarded file")
    return text
