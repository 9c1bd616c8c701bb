"""What has become of a letter: still a draft, issued, superseded; and the bytes of each version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from inspector_app.errors import KnownError
from inspector_app.inspections.inspection import Inspection, Status
from inspector_app.inspections.letter import Letter
from inspector_app.journal import records
from inspector_app.operations.checklist_words import ChecklistWords
from inspector_app.operations.codec import day, text
from inspector_app.operations.desk import Desk
from inspector_app.operations.letter import build_letter
from inspector_app.words import translate


@dataclass(frozen=True)
class IssuedLetter:
    """One version that was issued. `blob` names its bytes, '' once they were erased; `digest` is the record's
    SHA-256, `verification` the verification file signed at issue ('' for letters of earlier programs)."""

    version: int
    issued_on: date
    code: str
    superseded: bool
    blob: str
    large_print: bool = False
    digest: str = ""
    verification: str = ""


@dataclass(frozen=True)
class LetterStatus:
    """`may_issue` is True when a final letter can be issued now; `why_not` says what stands in the way."""

    reference: str
    issued: tuple[IssuedLetter, ...]
    may_issue: bool
    why_not: str

    @property
    def current(self) -> IssuedLetter | None:
        """The version that stands, None while there is none."""
        return next((one for one in reversed(self.issued) if not one.superseded), None)


def letter_status(desk: Desk, inspection: Inspection) -> LetterStatus:
    """The versions issued so far, and whether another can be issued."""
    found = [
        IssuedLetter(
            version=_number(fields.get(records.Letter.VERSION)),
            issued_on=day(fields, records.Letter.ISSUED_AT) or date.min,
            code=text(fields, "code"),
            superseded=fields.get(records.Letter.SUPERSEDED) is True,
            blob=text(fields, records.Letter.BLOB),
            large_print=fields.get("large_print") is True,
            digest=text(fields, records.Letter.DIGEST),
            verification=text(fields, records.Letter.VERIFICATION),
        )
        for fields in desk.store.records(inspection.id, records.LETTER).values()
    ]
    why_not = ""
    if inspection.status is Status.OPEN:
        why_not = translate("LetterStatus", "The letter is a draft until the inspection is finalised.")
    elif inspection.status is Status.VOID:
        why_not = translate("LetterStatus", "The inspection is void; no letter is issued.")
    issued = tuple(sorted(found, key=lambda one: one.version))
    return LetterStatus(inspection.reference, issued, not why_not, why_not)


def final_letter(
    desk: Desk, inspection: Inspection, words: ChecklistWords, *, large_print: bool = False
) -> Letter:
    """The final letter dated today, of what is recorded and not of what is only typed; to be set elsewhere
    and kept by `letter.keep_issued`."""
    status = letter_status(desk, inspection)
    if not status.may_issue:
        raise KnownError(status.why_not, "Finalise it first, or save the draft.", code="not-finalised")
    return build_letter(
        desk,
        inspection,
        issued_on=desk.today(),
        final=True,
        large_print=large_print,
        words=words,
    )


def issued_pdf(desk: Desk, issued: IssuedLetter) -> bytes:
    """The bytes of a version as it was issued; KnownError when they were erased."""
    found = desk.store.blob(issued.blob) if issued.blob else None
    if found is None:
        raise KnownError(
            f"Version {issued.version} of the letter is no longer kept.",
            "Its text was erased from the record. Issue the letter again.",
            code="letter-erased",
        )
    return found


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
