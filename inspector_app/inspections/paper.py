"""What every printed document of an inspection says about itself: sender, addressee, version, code.

Letters, forms and records differ in what they tell; this is what they share. They are facts without layout:
operations build them from the record, `documents` renders them without deciding anything. All texts are
plain Unicode without markup; a line feed inside a text starts a new paragraph. Empty texts and tuples mean
"nothing to say": their headings are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from inspector_app.inspections.letter_wording import LetterSection, LetterWording

LetterState = Literal["draft", "final"]
LetterRealm = Literal["live", "example"]


@dataclass(frozen=True)
class Letterhead:
    """Who writes: the regulator's name, its address lines, and ways to reach it, one a line."""

    organisation: str
    address: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()


@dataclass(frozen=True)
class LetterService:
    """The inspected service as registered; `type_label` is the printed name of its service type."""

    name: str
    type_label: str
    number: str
    address: tuple[str, ...] = ()


@dataclass(frozen=True)
class LetterProvider:
    """The provider, to whom the letter is addressed; `accountable` is the person's role, such as
    "Chief executive", never more than the register holds."""

    name: str
    number: str
    address: tuple[str, ...] = ()
    accountable: str = ""


@dataclass(frozen=True)
class LetterInspection:
    """The inspection: `dates` in order, inspectors by name, `legal_basis` a whole sentence."""

    reference: str
    type_label: str
    announced: bool
    dates: tuple[date, ...]
    inspectors: tuple[str, ...]
    contact: str = ""
    legal_basis: str = ""


@dataclass(frozen=True)
class NextStep:
    """Something that happens next, by a real date where there is one."""

    text: str
    due: date | None = None


@dataclass(frozen=True)
class SignOff:
    """Who signs: an inspector's name and role."""

    name: str
    role: str = ""


@dataclass(frozen=True)
class RecordCode:
    """What ties a printed page to the record: `short` for people, `digest` the content hash of the
    record in lower-case hex (of the record, not of the PDF, which cannot hold its own hash)."""

    short: str
    digest: str


@dataclass(frozen=True, kw_only=True)
class Paper:
    """The frame of a document.

    `wording` holds the fixed words; `language` (BCP 47) is that of the inspector's own text, and may differ
    from the wording's. `supersedes` is the version that this one replaces.
    """

    reference: str
    version: int
    state: LetterState
    date: date
    realm: LetterRealm
    letterhead: Letterhead
    service: LetterService
    provider: LetterProvider
    manager: str
    inspection: LetterInspection
    sign_off: SignOff
    record_code: RecordCode
    wording: LetterWording
    language: str = "en-GB"
    large_print: bool = False
    supersedes: int | None = None
    next_steps: tuple[NextStep, ...] = ()
    sections: tuple[LetterSection, ...] = ()
    enclosures: tuple[str, ...] = ()
