"""The printed recovery code: 160 random bits that a tired person can copy from paper.

Crockford's base 32 (no I, L, O, U), nine groups of four; the last group is a checksum, so that a slip of the
pen is told from the code of another database. Lower case, blanks and dashes do not matter, O is read as 0,
and I and L as 1.
"""

from __future__ import annotations

import hashlib

from inspector_app.errors import KnownError

BYTES = 20
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_GROUP = 4
_LENGTH = BYTES * 8 // 5
_READ_AS = str.maketrans("OIL", "011", " -\t\r\n\u00a0\u2010\u2011\u2013.")


def spell(raw: bytes) -> str:
    """The code for 20 bytes, such as ``7KQ2-…`` (nine groups)."""
    text = _digits(raw) + _check_digits(raw)
    return "-".join(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))


def read(code: str) -> bytes:
    """The 20 bytes of a code as somebody typed it; KnownError ``mistyped-code``, which says what is wrong."""
    text = code.upper().translate(_READ_AS)
    strange = sorted({letter for letter in text if letter not in _ALPHABET})
    if strange:
        raise _mistyped(f"“{strange[0]}” does not occur in a recovery code.")
    if len(text) != _LENGTH + _GROUP:
        raise _mistyped(f"A recovery code has {_LENGTH + _GROUP} letters and digits; these are {len(text)}.")
    number = 0
    for letter in text[:_LENGTH]:
        number = number * 32 + _ALPHABET.index(letter)
    raw = number.to_bytes(BYTES, "big")
    if text[_LENGTH:] != _check_digits(raw):
        raise _mistyped("There is a slip in the recovery code.")
    return raw


def _digits(raw: bytes) -> str:
    number = int.from_bytes(raw, "big")
    length = len(raw) * 8 // 5
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(length)))


def _check_digits(raw: bytes) -> str:
    return _digits(hashlib.sha256(b"recovery code" + raw).digest()[:5])[:_GROUP]


def _mistyped(what: str) -> KnownError:
    return KnownError(
        what, "Compare it with the printed sheet, group by group; each has four.", code="mistyped-code"
    )
