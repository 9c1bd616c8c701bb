"""What a check found, and the place to mend it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

IDENTIFYING = ("birth-date", "name-", "initials-")
"""Codes of results that may identify a child or a member of staff begin with one of these."""
Where = Literal["finding", "evidence", "question", "grade", "letter"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where to mend it: a finding with its part, a piece of evidence, a question's node, a theme's grade, or
    a part of the letter. `part` is '' where the whole is meant; `label` is that place in words."""

    kind: Where
    record: str = ""
    part: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One thing worth mending. `excerpt` is the word or sentence it is about; `sure` is False for what only
    looks like a fault, such as a word that may be a name."""

    code: str
    message: str
    advice: str
    place: Place
    excerpt: str = ""
    sure: bool = True

    @property
    def identifies(self) -> bool:
        """Whether it is about what may be a name or a date of birth: no letter is issued with it."""
        return self.code.startswith(IDENTIFYING)

    @property
    def key(self) -> str:
        """Names this result for good: the same words in the same place give the same key. It tells nobody
        what the words are, because they may be a name."""
        said = "\n".join((self.code, self.place.kind, self.place.record, self.place.part, self.excerpt))
        return hashlib.sha256(said.encode("utf-8")).hexdigest()[:24]
