"""Say which record and version a letter is, and whether it was altered since it was issued.

Every byte counts: the file's SHA-256 is compared with the one kept in the record at issue, or with the one in
the signed verification file beside the letter.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path

from inspector_app.exchange import minisign
from inspector_app.exchange.letter_seal import LetterSeal, read_letter_seal, write_letter_seal
from inspector_app.inspections.inspection import Inspection
from inspector_app.inspections.letter import Letter
from inspector_app.journal import records
from inspector_app.operations.codec import text
from inspector_app.operations.desk import Desk
from inspector_app.operations.set_up import SIGNING_KEY

_KEYWORDS = re.compile(rb"<pdf:Keywords>([^<]*)</pdf:Keywords>")
_SAYS = re.compile(r"(?P<reference>.+), \D*(?P<version>\d+), (?P<code>[0-9A-F]{4}(?:-[0-9A-F]{4}){2})")


@dataclass(frozen=True)
class LetterProof:
    """What a letter file turned out to be. `unaltered` is True only where each byte is as issued; `standing`
    is ``stands`` or ``superseded``, '' where the record was not asked."""

    unaltered: bool
    reference: str = ""
    version: int = 0
    issued_on: str = ""
    code: str = ""
    standing: str = ""
    signer: str = ""
    message: str = ""
    advice: str = ""

    def lines(self) -> dict[str, object]:
        """The facts to print, those known."""
        known: dict[str, object] = {"unaltered": "yes" if self.unaltered else "no"}
        for name in ("reference", "version", "issued_on", "code", "standing", "signer"):
            if value := getattr(self, name):
                known[name] = value
        return known


def verification_file(letter: Path) -> Path:
    """The verification file that belongs to a letter: letter.pdf.verify beside letter.pdf."""
    return letter.with_name(f"{letter.name}.verify")


def sign_letter(desk: Desk, inspection: Inspection, letter: Letter, pdf: bytes) -> bytes:
    """The verification file of a letter just issued, signed with this laptop's key."""
    code = letter.record_code
    return sign_file(desk, inspection, letter.version, letter.date, (code.short, code.digest), pdf)


def sign_file(
    desk: Desk, inspection: Inspection, version: int, issued_on: date, code: tuple[str, str], pdf: bytes
) -> bytes:
    """The verification file of a version as its record tells of it; `code` is the record's short code and its
    SHA-256."""
    secret = desk.store.secret(SIGNING_KEY)
    seal = LetterSeal(
        reference=inspection.reference,
        version=version,
        issued_on=issued_on,
        code=code[0],
        record_sha256=code[1],
        sha256=hashlib.sha256(pdf).hexdigest(),
        size=len(pdf),
        device=desk.device,
        signing_key=minisign.public_of(secret),
    )
    return write_letter_seal(seal, secret)


def by_signature(data: bytes, verification: bytes) -> LetterProof:
    """Compare a letter with its verification file; KnownError when that file itself was altered."""
    seal = read_letter_seal(verification)
    same = hashlib.sha256(data).hexdigest() == seal.sha256 and len(data) == seal.size
    return LetterProof(
        unaltered=same,
        reference=seal.reference,
        version=seal.version,
        issued_on=seal.issued_on.isoformat(),
        code=seal.code,
        signer=seal.fingerprint,
        message="" if same else "This is not the file that was issued: it was altered, or is another one.",
        advice="" if same else "Do not rely on it. Ask the sender for the letter again.",
    )


def by_database(desk: Desk, data: bytes) -> LetterProof:
    """Look a letter up among those that the record keeps, by the SHA-256 of every byte."""
    digest = hashlib.sha256(data).hexdigest()
    said = _said(data)
    for inspection in _candidates(desk, said.reference):
        for fields in desk.store.records(inspection, records.LETTER).values():
            if text(fields, records.Letter.BLOB) != digest:
                continue
            version = fields.get(records.Letter.VERSION)
            superseded = fields.get(records.Letter.SUPERSEDED) is True
            return LetterProof(
                unaltered=True,
                reference=desk.inspection(inspection).reference,
                version=version if isinstance(version, int) else 0,
                issued_on=text(fields, records.Letter.ISSUED_AT),
                code=text(fields, "code"),
                standing="superseded" if superseded else "stands",
                message="A later version replaces this letter." if superseded else "",
            )
    claims = f" It calls itself {said.reference}, version {said.version}." if said.reference else ""
    return LetterProof(
        unaltered=False,
        reference=said.reference,
        version=said.version,
        code=said.code,
        message=f"No letter with exactly these bytes was issued from this record.{claims}",
        advice="It is a draft, was altered, or comes from another record. Do not rely on it.",
    )


def _candidates(desk: Desk, reference: str) -> Iterator[str]:
    """The inspections to look in, the one named in the file first."""
    named = desk.store.inspections_with_reference(reference) if reference else []
    yield from named
    yield from (one for one in desk.store.inspection_ids() if one not in named)


def _said(data: bytes) -> LetterProof:
    """What the file says it is; that may have been altered too."""
    found = _KEYWORDS.search(data)
    said = _SAYS.fullmatch(unescape(found.group(1).decode("utf-8", "replace"))) if found else None
    if said is None:
        return LetterProof(False)
    return LetterProof(False, said["reference"], int(said["version"]), code=said["code"])
