"""The letter as a view of the record: nothing is typed twice, and it cannot say what the record does not."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from inspector_app.errors import KnownError
from inspector_app.inspections.clock import next_steps
from inspector_app.inspections.finding import Finding, FindingKind, FindingState
from inspector_app.inspections.inspection import Inspection, Status
from inspector_app.inspections.letter import Letter
from inspector_app.inspections.letter_wording import load_wording
from inspector_app.journal import records
from inspector_app.operations.checklist_session import open_checklists
from inspector_app.operations.checklist_words import ChecklistWords, checklist_words
from inspector_app.operations.desk import Desk
from inspector_app.operations.follow_up import followed_up
from inspector_app.operations.grades import printed_grades
from inspector_app.operations.letter_findings import FindingWords, earlier_by_id
from inspector_app.operations.paper_frame import (
    ANSWER_STEP,
    enclosures,
    next_version,
    paper_frame,
    printed_steps,
    section_values,
    shared,
)


@dataclass(frozen=True)
class MadeLetter:
    """A letter's bytes, and what it is."""

    letter: Letter
    pdf: bytes
    sha256: str


def make_letter(
    desk: Desk, inspection: Inspection, *, issued_on: date, final: bool = False, large_print: bool = False
) -> MadeLetter:
    """The recommendation and requirement letter as the record stands; same record, same date, same bytes.

    KnownError when a final letter is asked for before the inspection is finalised.
    """
    if final and inspection.status is not Status.FINALISED:
        raise KnownError(
            f"Inspection {inspection.reference} is not finalised.",
            "Finalise it first, or make a draft.",
            code="not-finalised",
        )
    letter = build_letter(desk, inspection, issued_on=issued_on, final=final, large_print=large_print)
    pdf = desk.program.render_letter(letter)
    return MadeLetter(letter, pdf, hashlib.sha256(pdf).hexdigest())


def issue_letter(
    desk: Desk, inspection: Inspection, *, issued_on: date, large_print: bool = False
) -> MadeLetter:
    """Make the final letter and keep it: its bytes, its hash and its version are part of the record."""
    made = make_letter(desk, inspection, issued_on=issued_on, final=True, large_print=large_print)
    keep_issued(desk, inspection, made.letter, made.pdf)
    return made


def keep_issued(desk: Desk, inspection: Inspection, letter: Letter, pdf: bytes) -> None:
    """Keep a final letter that was set elsewhere, with its signed verification file.

    KnownError when the record has changed since, when its fixed words are a proof, or when a word in it may
    be the name or the date of birth of a child or a member of staff (mended or dismissed, it is kept).
    """
    if not letter.wording.reviewed:
        raise KnownError(
            "The fixed words of this language are a proof that nobody has checked yet.",
            "Issue the letter in English, or ask head office for a reviewed language pack.",
            code="wording-unreviewed",
        )
    if letter.state != "final" or letter != _as_recorded(desk, inspection, letter):
        raise KnownError(
            "The record changed while the letter was being made.",
            "Nothing was issued. Look at the letter again, then issue it.",
            code="letter-outdated",
        )
    _refuse_identifying(desk, inspection)
    _refuse_doubled(desk, inspection)
    from inspector_app.operations.verify_letter import sign_letter

    verification = sign_letter(desk, inspection, letter, pdf).decode("utf-8")
    with desk.store.transaction():
        blob = desk.store.put_blob(pdf, "application/pdf", f"{inspection.reference}-v{letter.version}.pdf")
        for record, fields in desk.store.records(inspection.id, records.LETTER).items():
            if fields.get(records.Letter.SUPERSEDED) is not True:
                desk.write_fields(inspection.id, records.LETTER, record, {records.Letter.SUPERSEDED: True})
        desk.write_fields(
            inspection.id,
            records.LETTER,
            desk.program.new_id(),
            {
                records.Letter.VERSION: letter.version,
                records.Letter.STATUS: "final",
                records.Letter.ISSUED_AT: letter.date.isoformat(),
                records.Letter.BLOB: blob,
                "large_print": letter.large_print,
                "code": letter.record_code.short,
                records.Letter.DIGEST: letter.record_code.digest,
                records.Letter.VERIFICATION: verification,
            },
        )


def _refuse_identifying(desk: Desk, inspection: Inspection) -> None:
    from inspector_app.operations.check_letter import check_letter
    from inspector_app.operations.pseudonyms import LaptopNames

    found = check_letter(desk, inspection, names=LaptopNames(desk)).open
    count = sum(1 for one in found if one.identifies)
    if count:
        raise KnownError(
            "1 place may name a person." if count == 1 else f"{count} places may name a person.",
            "Mend each, or dismiss it with a reason; until then no final letter is issued.",
            code="letter-names",
        )


def _refuse_doubled(desk: Desk, inspection: Inspection) -> None:
    """Two laptops that correct at once may each give the next number; the provider answers by number."""
    from inspector_app.operations.issued_numbers import doubled

    found = doubled(desk.findings(inspection.id))
    if found:
        raise KnownError(
            f"Two findings have the number {found[0].number}: they were added on two laptops.",
            "Correct the number of one of them, then issue the letter.",
            code="number-twice",
        )


def _as_recorded(desk: Desk, inspection: Inspection, letter: Letter) -> Letter | None:
    """The same letter from the record alone: what is only typed, or was typed past the end, is not in it.
    None where the record no longer makes a whole letter."""
    try:
        return build_letter(
            desk,
            inspection,
            issued_on=letter.date,
            final=True,
            large_print=letter.large_print,
            version=letter.version,
        )
    except ValueError:
        return None


def build_letter(
    desk: Desk,
    inspection: Inspection,
    *,
    issued_on: date,
    final: bool,
    large_print: bool = False,
    words: ChecklistWords | None = None,
    findings: Sequence[Finding] | None = None,
    version: int | None = None,
    language: str = "en",
) -> Letter:
    """Everything the letter says, from the record and the framework's wording.

    `words` and `findings` spare a preview the reading of what it has at hand, else the record is read;
    `version` is the next one unless it is to be set again; `language` is that of the fixed words.
    """
    framework = desk.framework(inspection)
    wording = load_wording(inspection.framework, language)
    words = words or checklist_words(open_checklists(desk, inspection))
    recorded = desk.findings(inspection.id) if findings is None else findings
    agreed = [finding for finding in recorded if finding.state is FindingState.AGREED]
    followed = followed_up(desk, inspection)
    printed = FindingWords(framework, wording, words, earlier_by_id(followed), inspection.inspected_on)
    requirements = printed.numbered(agreed, FindingKind.REQUIREMENT)
    recommendations = printed.numbered(agreed, FindingKind.RECOMMENDATION)
    situation = ["final" if final else "draft"]
    situation += ["requirements"] if requirements else []
    situation += ["findings"] if requirements or recommendations else []
    steps = next_steps(framework.clock, inspection.inspected_on, {"draft": issued_on})
    due = {step.code: step.due for step in steps}
    frame = paper_frame(
        desk,
        inspection,
        wording,
        issued_on=issued_on,
        final=final,
        large_print=large_print,
        version=version or next_version(desk, inspection.id),
    )
    frame = replace(
        frame,
        next_steps=printed_steps(steps, issued_on, wording, final=final, plan=bool(requirements)),
        sections=wording.filled_sections(section_values(framework, wording, due[ANSWER_STEP]), situation),
        enclosures=enclosures(wording, final=final, plan=bool(requirements)),
    )
    return Letter(
        **shared(frame),
        grades=printed_grades(desk, inspection),
        strengths=tuple(f.outcome or f.title for f in agreed if f.kind is FindingKind.STRENGTH),
        requirements=requirements,
        recommendations=recommendations,
        previous=tuple(printed.previous(one) for one in followed),
        checklist=words.answers,
    )
