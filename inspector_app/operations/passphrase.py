"""How strong a passphrase is, in words that help to choose a better one.

A passphrase guards against somebody who has the laptop and time: four words that do not belong together do
better than a short word with a digit. Length counts most; what a guesser tries first counts for little.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from inspector_app.errors import KnownError
from inspector_app.words import translate

Strength = Literal["none", "weak", "fair", "strong"]

FEWEST = 10
"""Shorter ones are refused."""
_FAIR, _STRONG = 14, 20
_GUESSED_FIRST = (
    "passphrase", "password", "inspector", "inspection", "qwerty", "letmein", "welcome", "12345",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Advice:
    """How strong, in one word, and what would make it better ('' when nothing needs to)."""

    strength: Strength
    words: str
    advice: str = ""

    @property
    def enough(self) -> bool:
        """Whether it will be taken."""
        return self.strength in ("fair", "strong")


def passphrase_advice(passphrase: str) -> Advice:
    """What to say about a passphrase while it is typed."""
    if not passphrase:
        return Advice(
            "none",
            "",
            translate(
                "Passphrase", "Four or more words that do not belong together are easy to keep in mind."
            ),
        )
    worth = _worth(passphrase)
    if len(passphrase) < FEWEST:
        missing = FEWEST - len(passphrase)
        sign = translate("Passphrase", "character") if missing == 1 else translate("Passphrase", "characters")
        return Advice(
            "weak",
            translate("Passphrase", "Too short"),
            translate("Passphrase", "At least {missing} more {sign}: add a word.").format(
                missing=missing, sign=sign
            ),
        )
    if worth < FEWEST:
        return Advice(
            "weak",
            translate("Passphrase", "Too easy to guess"),
            translate("Passphrase", "Repeats and well-known words count little: add others."),
        )
    if worth < _FAIR:
        return Advice(
            "fair",
            translate("Passphrase", "Fair"),
            translate("Passphrase", "One more word would make it strong."),
        )
    if worth < _STRONG:
        return Advice("fair", translate("Passphrase", "Good"), "")
    return Advice("strong", translate("Passphrase", "Strong"), "")


def check_passphrase(passphrase: str, again: str | None = None) -> None:
    """KnownError ``passphrase-weak`` or ``passphrase-differs`` where it cannot be taken."""
    found = passphrase_advice(passphrase)
    if not found.enough:
        words = found.words or "No passphrase was given"
        raise KnownError(f"{words}.", found.advice, code="passphrase-weak")
    if again is not None and again != passphrase:
        raise KnownError(
            "The two passphrases are not the same.",
            "Type it a second time, exactly as the first.",
            code="passphrase-differs",
        )


def _worth(passphrase: str) -> int:
    """Its length, less what a guesser gets for nothing: repeats, runs such as abcd, and the first guesses."""
    lowered = passphrase.casefold()
    for known in _GUESSED_FIRST:
        lowered = lowered.replace(known, "*")
    words = re.split(r"[^\w*]+", lowered)
    once = "".join(dict.fromkeys(words)) + " " * (len(set(words)) - 1)
    kept = [
        sign
        for at, sign in enumerate(once)
        if at == 0 or abs(ord(sign) - ord(once[at - 1])) > 1 or not sign.isalnum()
    ]
    return len(kept) if len(set(once)) > 4 else min(len(kept), FEWEST - 1)
