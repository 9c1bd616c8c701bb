"""The named sets of characters, as java.util.regex defines them (ASCII unless a Unicode property)."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from inspector_app.xpath.patterns.tree import MOST_CODE, Letters, PatternError

DIGITS = ((0x30, 0x39),)
WORD = ((0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A))
SPACE = ((0x09, 0x0D), (0x20, 0x20))
UPRIGHT = ((0x0A, 0x0D), (0x85, 0x85), (0x2028, 0x2029))
LEVEL = (
    (0x09, 0x09), (0x20, 0x20), (0xA0, 0xA0), (0x1680, 0x1680), (0x180E, 0x180E), (0x2000, 0x200A),
    (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000),
)  # fmt: skip
LINE_ENDS = ((0x0A, 0x0A), (0x0D, 0x0D), (0x85, 0x85), (0x2028, 0x2029))
NO_LINE_END = Letters(LINE_ENDS, negated=True)
ANYTHING = Letters(((0, MOST_CODE),))

BY_LETTER = {"d": DIGITS, "w": WORD, "s": SPACE, "h": LEVEL, "v": UPRIGHT}

_ASCII = {
    "Lower": ((0x61, 0x7A),),
    "Upper": ((0x41, 0x5A),),
    "ASCII": ((0, 0x7F),),
    "Alpha": ((0x41, 0x5A), (0x61, 0x7A)),
    "Digit": DIGITS,
    "Alnum": ((0x30, 0x39), (0x41, 0x5A), (0x61, 0x7A)),
    "Punct": ((0x21, 0x2F), (0x3A, 0x40), (0x5B, 0x60), (0x7B, 0x7E)),
    "Graph": ((0x21, 0x7E),),
    "Print": ((0x20, 0x7E),),
    "Blank": ((0x09, 0x09), (0x20, 0x20)),
    "Cntrl": ((0, 0x1F), (0x7F, 0x7F)),
    "XDigit": ((0x30, 0x39), (0x41, 0x46), (0x61, 0x66)),
    "Space": SPACE,
}
_NAMES: dict[str, Callable[[str], bool]] = {
    "alphabetic": str.isalpha,
    "letter": str.isalpha,
    "lowercase": str.islower,
    "uppercase": str.isupper,
    "whitespace": str.isspace,
    "white_space": str.isspace,
    "digit": str.isdecimal,
    "punctuation": lambda letter: unicodedata.category(letter)[0] == "P",
    "javalowercase": str.islower,
    "javauppercase": str.isupper,
    "javaletter": str.isalpha,
    "javawhitespace": str.isspace,
}
_CATEGORIES = frozenset(
    {
        "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd",
        "Ps", "Pe", "Pi", "Pf", "Po", "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp", "C", "Cc", "Cf",
        "Co", "Cs", "Cn",
    }
)  # fmt: skip
_SCRIPTS = {
    "latin": "LATIN", "greek": "GREEK", "cyrillic": "CYRILLIC", "arabic": "ARABIC", "hebrew": "HEBREW",
    "devanagari": "DEVANAGARI", "bengali": "BENGALI", "thai": "THAI", "ethiopic": "ETHIOPIC", "han": "CJK",
    "hiragana": "HIRAGANA", "katakana": "KATAKANA", "hangul": "HANGUL", "khmer": "KHMER", "lao": "LAO",
    "myanmar": "MYANMAR", "tamil": "TAMIL", "telugu": "TELUGU", "georgian": "GEORGIAN",
    "armenian": "ARMENIAN",
}  # fmt: skip
"""A script is told by the first word of a character's Unicode name."""


def named_set(name: str) -> Letters:
    """The set of ``\\p{name}``; PatternError for a name that is not known."""
    bare = name.removeprefix("Is").removeprefix("general_category=").removeprefix("gc=")
    if name in _ASCII:
        return Letters(_ASCII[name])
    if bare in _CATEGORIES:
        return Letters(tests=(_category(bare),))
    plain = bare.removeprefix("script=").removeprefix("sc=").removeprefix("In").lower()
    if plain in _NAMES:
        return Letters(tests=(_NAMES[plain],))
    if plain in _SCRIPTS:
        word = _SCRIPTS[plain]
        return Letters(tests=(lambda letter: unicodedata.name(letter, "").startswith(word),))
    raise PatternError(f"There is no set of characters “{name}”")


def _category(wanted: str) -> Callable[[str], bool]:
    return lambda letter: unicodedata.category(letter).startswith(wanted)


def both_cases(letters: Letters) -> Letters:
    """The set with capitals and small letters of ASCII taken for the same, as Java's ``(?i)`` does."""
    more = [
        (max(low, start) + shift, min(high, end) + shift)
        for low, high in letters.ranges
        for start, end, shift in ((0x41, 0x5A, 32), (0x61, 0x7A, -32))
        if max(low, start) <= min(high, end)
    ]
    return Letters((*letters.ranges, *more), letters.tests, letters.negated) if more else letters
