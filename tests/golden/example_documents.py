"""Every document of the built-in example at a fixed time, read back from its PDF as text and structure.

What hangs on random keys and ids (record code, digests) is masked; everything else must stay as it is until
somebody looks at the change and renews the files with ``python -m tests.golden``.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pikepdf
from pdf_reader import ReadPdf, kids_of

from inspector_app.__main__ import Container
from inspector_app.inspections.deadline import Deadline, Unit
from inspector_app.inspections.evidence import Evidence, EvidenceSource
from inspector_app.inspections.finding import Finding, FindingKind, FindingState
from inspector_app.inspections.follow_up import Outcome
from inspector_app.inspections.inspection import Inspection
from inspector_app.inspections.service import Service
from inspector_app.operations import codec
from inspector_app.operations.complaint import record_complaint, record_matter
from inspector_app.operations.demo import example_desks, record_example, the_example
from inspector_app.operations.desk import Desk
from inspector_app.operations.evidence import add_evidence
from inspector_app.operations.finalise import close_visit
from inspector_app.operations.findings import edit_finding, record_finding
from inspector_app.operations.follow_up import cite, earlier_findings, record_follow_up, repeat_finding
from inspector_app.operations.grades import record_grade
from inspector_app.operations.letter import issue_letter
from inspector_app.operations.narrative import record_narrative
from inspector_app.operations.papers import PaperKind, make_paper
from inspector_app.operations.register import import_register
from inspector_app.operations.start_inspection import Plan, start_inspection

FOLDER = Path(__file__).parent
INSPECTED = datetime(2018, 11, 8, 9, 0, tzinfo=UTC)
AGAIN = datetime(2019, 2, 14, 9, 0, tzinfo=UTC)


class FixedProgram(Container):
    """The real program at a fixed time, which goes on by a second with each look at the clock."""

    def __init__(self) -> None:
        self.start, self.seconds = INSPECTED, itertools.count()

    def now(self) -> datetime:
        return self.start + timedelta(seconds=next(self.seconds))


@dataclass(frozen=True)
class Made:
    """The documents by name, as PDF."""

    files: Mapping[str, bytes]


def make_documents(folder: Path) -> Made:
    """All documents in both print sizes, made in an empty folder."""
    program = FixedProgram()
    office, laptop = example_desks(program, folder)
    office.desk.store.close()
    desk = laptop.desk
    try:
        import_register(desk, the_example().register)
        first = record_example(desk, the_example())
        issue_letter(desk, first, issued_on=desk.today())
        files = dict(_made(desk, first, ("letter", "feedback", "action-plan", "accuracy", "record")))
        program.start = AGAIN
        files |= _made(desk, _second_visit(desk), ("follow-up",), "letter-again")
        files |= _made(desk, _complaint(desk), ("complaint",))
        files |= _made(desk, _joint(desk), ("summary",))
    finally:
        desk.store.close()
    return Made(files)


def _made(
    desk: Desk, inspection: Inspection, kinds: tuple[PaperKind, ...], letter: str = ""
) -> Iterator[tuple[str, bytes]]:
    wanted: dict[str, PaperKind] = {kind: kind for kind in kinds}
    if letter:
        wanted[letter] = "letter"
    for name, kind in wanted.items():
        for large in (False, True):
            made = make_paper(desk, inspection, kind, issued_on=desk.today(), large_print=large)
            yield f"{name}-large" if large else name, made.data


def _visit(desk: Desk, reference: str, kind: str) -> Inspection:
    plan = Plan(reference, "CS9900000001", kind, False, desk.today(), ("Inspector A (example)",))
    return start_inspection(desk, plan)[0]


def _second_visit(desk: Desk) -> Inspection:
    """A follow-up inspection: one requirement not met and repeated, recommendations met and not met."""
    visit = _visit(desk, "EX-2019-0001", "follow_up")
    visit = close_visit(desk, visit, desk.today())
    seen, heard = (
        add_evidence(desk, visit.id, Evidence("", source, text))
        for source, text in (
            (EvidenceSource.READ, "Daily logs of the last six weeks."),
            (EvidenceSource.SPOKE, "Five members of staff by designation."),
        )
    )
    for place, one in enumerate(earlier_findings(desk, visit)):
        if one.finding.kind is FindingKind.REQUIREMENT:
            outcome, note = Outcome.NOT_MET, "Concerns are still kept in the daily log alone."
        else:
            outcome = Outcome.MET if place % 2 else Outcome.NOT_MET
            note = "We read the training record and asked staff on two shifts."
        record_follow_up(desk, visit, one.finding.id, outcome, note, checked_on=desk.today())
        cite(desk, visit, one.finding.id, [seen.id if outcome is Outcome.NOT_MET else heard.id])
        if one.finding.kind is FindingKind.REQUIREMENT:
            again = repeat_finding(desk, visit, one.finding.id)
            deadline = codec.deadline_to_json(Deadline.within(4, Unit.WEEKS, desk.today()))
            parts = {
                "deadline": deadline,
                "speed": "A tool is chosen; four weeks bring it into use.",
            }
            edit_finding(desk, visit, again.id, {**parts, "evidence": [seen.id, heard.id]})
    record_grade(desk, visit, "care_and_support", 2, "The system that we required is not in use.")
    record_grade(desk, visit, "staffing", 4, "Staff are trained and can say what they would do.")
    return visit


def _complaint(desk: Desk) -> Inspection:
    visit = _visit(desk, "EX-2019-0002", "complaint")
    record_complaint(desk, visit, "EX-C-0007", date(2019, 1, 21))
    for said, outcome, reason in (
        (
            "Absences at night were not followed up.",
            "upheld",
            "On four of six nights nobody called.",
        ),
        ("The plan was not shared with school.", "partly_upheld", "It was shared late, after three weeks."),
        (
            "Meals were not kept for those who came late.",
            "not_upheld",
            "We saw meals kept.",
        ),
    ):
        record_matter(desk, visit, said, outcome, reason)
    return visit


def _joint(desk: Desk) -> Inspection:
    """A joint inspection of an area in which one indicator is weak, so that a progress review follows."""
    area = Service(
        "CS9900000099", "Exampleshire (example)", "partnership_area", "partnership", area="Exampleshire"
    )
    desk.store.put_services([area])
    inspectors = ("Inspector A (example)",)
    plan = Plan("EX-2019-0003", area.service_number, "joint", True, desk.today(), inspectors)
    visit, (session,) = start_inspection(desk, plan)
    for key, answer in (("compromised", "yes"), ("progress_review", "yes")):
        session.answer(f"/joint/screen_review/{key}", answer)
    session.answer("/joint/screen_review/progress_review_on", "2019-11-04")
    for theme, value in (("1.1", 5), ("5.2", 2), ("9.4", 3)):
        record_grade(desk, visit, theme, value, "What we saw, heard and read agrees.")
    piece = add_evidence(desk, visit.id, Evidence("", EvidenceSource.SAW, "The evening group on two dates."))
    made = Finding(desk.program.new_id(), FindingKind.GOOD_PRACTICE, FindingState.AGREED, evidence=(piece,))
    practice = replace(made, title="Evening group", outcome="Young people plan safe ways home together.")
    record_finding(desk, visit, replace(practice, validated=True))
    strength = replace(
        made, id=desk.program.new_id(), kind=FindingKind.STRENGTH, title="Partners meet weekly"
    )
    record_finding(desk, visit, replace(strength, outcome="Partners share what they know each week."))
    record_narrative(desk, visit, response="Partners know the risks and act together.", capacity="Good.")
    return visit


def described(data: bytes) -> str:
    """A PDF as lines: page by page, each text with its role, links with their target, languages where they
    change; record codes and digests masked."""
    read = ReadPdf(data)
    lines = [
        f"title: {read.pdf.docinfo.Title}",
        f"language: {read.pdf.Root.Lang}",
        f"pages: {len(read.pdf.pages)}",
    ]
    page = -1
    for role, text, number, language in _leaves(read, read.root, -1, ""):
        if number > page:
            page = number
            lines.append(f"--- page {page + 1}")
        lines.append(f"{role}{f' [{language}]' if language else ''}: {text}")
    lines.append("--- bookmarks")
    lines += [f"{'  ' * level}{title}" for level, title in read.outline()]
    return _masked("\n".join(lines) + "\n")


def _leaves(
    read: ReadPdf, element: pikepdf.Dictionary, page: int, language: str
) -> Iterator[tuple[str, str, int, str]]:
    language = str(element.get("/Lang", language))
    if "/Pg" in element:
        page = pikepdf.Page(element.Pg).index
    inner = [kid for kid in kids_of(element) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    if "/Alt" in element:
        yield str(element.S)[1:], str(element.Alt), page, language
    elif inner and any(kid.S not in ("/Link", "/Span", "/Reference") for kid in inner):
        yield str(element.S)[1:], "", page, language
        for kid in inner:
            yield from _leaves(read, kid, page, language)
    else:
        yield str(element.S)[1:], read._text(element), page, language


def _masked(text: str) -> str:
    text = re.sub(r"\b[0-9a-f]{64}\b", "<sha256>", text)
    return re.sub(r"\b[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}\b", "<code>", text)
