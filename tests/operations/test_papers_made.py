"""Every document made from a record, and what follows when the next inspection looks at earlier findings."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta
from typing import get_args

import page
import pytest
from docx import Document as open_docx

from inspector_app.documents.make import paper_text
from inspector_app.errors import KnownError
from inspector_app.inspections.evidence import Evidence, EvidenceSource
from inspector_app.inspections.finding import Finding, FindingKind, FindingState
from inspector_app.inspections.follow_up import Outcome
from inspector_app.inspections.inspection import Inspection
from inspector_app.inspections.letter import Letter
from inspector_app.inspections.papers import ActionPlanForm, FollowUpLetter, InspectionRecord
from inspector_app.operations.complaint import complaint_of, record_complaint, record_matter
from inspector_app.operations.desk import Desk
from inspector_app.operations.evidence import add_evidence
from inspector_app.operations.findings import record_finding
from inspector_app.operations.follow_up import earlier_findings, record_follow_up, repeat_finding
from inspector_app.operations.grades import record_grade
from inspector_app.operations.letter import build_letter, keep_issued
from inspector_app.operations.narrative import record_narrative
from inspector_app.operations.papers import PaperKind, build_paper, make_paper
from inspector_app.operations.start_inspection import Plan, start_inspection


def the_example(desk: Desk) -> Inspection:
    return desk.find("EX-2026-0001")


def next_visit(desk: Desk, kind: str = "follow_up") -> Inspection:
    """An open inspection of the same service, begun today."""
    plan = Plan("EX-2026-0002", "CS9900000001", kind, False, desk.today(), ("Inspector A (example)",))
    return start_inspection(desk, plan)[0]


@pytest.mark.parametrize("kind", get_args(PaperKind))
def test_every_kind_of_document_is_made_from_the_record(laptop: Desk, kind: PaperKind) -> None:
    inspection = the_example(laptop)
    made = make_paper(laptop, inspection, kind, issued_on=laptop.today(), large_print=True)
    assert page.validate_pdf_bytes(made.data, profile="ua1").is_compliant
    again = make_paper(laptop, inspection, kind, issued_on=laptop.today(), large_print=True)
    assert again.data == made.data
    word = make_paper(laptop, inspection, kind, "docx", issued_on=laptop.today())
    assert open_docx(io.BytesIO(word.data)).core_properties.author == "Care Inspection Service"
    text = paper_text(made.paper)
    assert ("EXAMPLE" in text and "Riverbank House (example)" in text) or kind == "summary"


def test_forms_carry_the_version_of_the_letter_that_stands(laptop: Desk) -> None:
    plan = build_paper(laptop, the_example(laptop), "action-plan", issued_on=laptop.today())
    assert isinstance(plan, ActionPlanForm)
    assert plan.version == 1 and plan.state == "final"
    assert [found.number for found in plan.requirements] == [1]
    assert plan.due is not None and plan.due > laptop.today()


def test_the_record_holds_everything(laptop: Desk) -> None:
    record = build_paper(laptop, the_example(laptop), "record", issued_on=laptop.today())
    assert isinstance(record, InspectionRecord)
    staff, plans = record.samples
    assert len(staff.rows) == 7 and len(plans.rows) == 2
    text = paper_text(record)
    for words in (
        "5. Night worker",
        "Called away before the second question",
        "The requirement on the same matter covers it.",
        "Half of those asked named indicators",
        record.letters[0].sha256,
    ):
        assert words in text
    assert record.events == len(laptop.store.events(the_example(laptop).id))


def test_grades_reach_the_letter_and_need_reasons(laptop: Desk) -> None:
    inspection = next_visit(laptop)
    record_grade(laptop, inspection, "staffing", 4, "A steady team.")
    letter = build_letter(laptop, inspection, issued_on=laptop.today(), final=False)
    assert [(one.theme, one.number, one.word) for one in letter.grades] == [
        ("Quality of staffing", 4, "Good")
    ]
    for theme, value, reasons in (("staffing", 7, "x"), ("cooking", 3, "x"), ("staffing", 3, " ")):
        with pytest.raises(KnownError):
            record_grade(laptop, inspection, theme, value, reasons)


def test_what_was_not_met_is_repeated_with_its_history(laptop: Desk) -> None:
    first, visit = the_example(laptop), next_visit(laptop)
    earlier = {one.finding.kind: one for one in earlier_findings(laptop, visit)}
    requirement = earlier[FindingKind.REQUIREMENT]
    assert requirement.reference == first.reference and requirement.open
    late = requirement.due
    assert late is not None
    laptop.write_fields(
        visit.id, "inspection", visit.id, {"ended_on": (late + timedelta(days=9)).isoformat()}
    )
    visit = laptop.inspection(visit.id)
    met = earlier[FindingKind.RECOMMENDATION].finding.id
    record_follow_up(laptop, visit, met, Outcome.MET, "We read the plan.", checked_on=laptop.today())
    record_follow_up(
        laptop, visit, requirement.finding.id, Outcome.NOT_MET, "Nothing was done.", checked_on=laptop.today()
    )
    again = repeat_finding(laptop, visit, requirement.finding.id)
    assert again.repeats == requirement.finding.id and again.deadline is None and again.evidence == ()
    letter = build_letter(laptop, visit, issued_on=laptop.today(), final=False)
    repeat = letter.requirements[0].repeat_of
    assert repeat is not None and (repeat.number, repeat.days_outstanding) == (1, 9)
    assert [one.status for one in letter.previous] == ["Not met.", "Met."]
    assert "It has been outstanding for 9 days." in letter.previous[0].comment
    follow_up = build_paper(laptop, visit, "follow-up", issued_on=laptop.today())
    assert isinstance(follow_up, FollowUpLetter)
    assert [one.outcome for one in follow_up.followed] == [Outcome.NOT_MET, Outcome.MET]
    assert follow_up.followed[0].days_outstanding == 9


def test_an_outcome_that_the_kind_cannot_have_is_refused(laptop: Desk) -> None:
    visit = next_visit(laptop)
    for one in earlier_findings(laptop, visit):
        binding = one.finding.kind is FindingKind.REQUIREMENT
        wrong = Outcome.MET if binding else Outcome.MET_WITHIN
        with pytest.raises(KnownError, match="cannot be recorded"):
            record_follow_up(laptop, visit, one.finding.id, wrong, "seen", checked_on=laptop.today())
    with pytest.raises(KnownError, match="rests on"):
        record_follow_up(laptop, visit, one.finding.id, Outcome.NOT_MET, " ", checked_on=laptop.today())
    with pytest.raises(KnownError, match="no such earlier finding"):
        repeat_finding(laptop, visit, "unknown")


def test_a_complaint_is_told_matter_by_matter(laptop: Desk) -> None:
    inspection = next_visit(laptop, "complaint")
    record_complaint(laptop, inspection, "C-7", laptop.today())
    record_matter(laptop, inspection, "Absences were not followed up.", "upheld", "The daily logs show it.")
    record_matter(laptop, inspection, "Meals were late.", "not_upheld", "We saw meals on time.")
    assert [one.outcome for one in complaint_of(laptop, inspection).matters] == ["upheld", "not_upheld"]
    text = paper_text(build_paper(laptop, inspection, "complaint", issued_on=laptop.today()))
    assert "1. Absences were not followed up.; What we decided: Upheld; Why: The daily logs show it." in text
    with pytest.raises(KnownError):
        record_matter(laptop, inspection, "Something", "perhaps", "because")


def test_a_summary_tells_validated_good_practice_and_the_narratives(laptop: Desk) -> None:
    inspection = next_visit(laptop)
    piece = add_evidence(laptop, inspection.id, Evidence("", EvidenceSource.SAW, "The evening group."))
    practice = Finding("p1", FindingKind.GOOD_PRACTICE, outcome="A group that others can learn from.")
    agreed = replace(practice, id=laptop.program.new_id(), state=FindingState.AGREED, title="Evening group")
    record_finding(laptop, inspection, replace(agreed, evidence=(piece,), validated=True))
    record_narrative(laptop, inspection, response="Partners know the risks.", capacity="They can improve.")
    text = paper_text(build_paper(laptop, inspection, "summary", issued_on=laptop.today()))
    for words in ("Evening group. A group that", "Partners know the risks.", "They can improve."):
        assert words in text


def test_the_record_code_changes_with_grades_and_follow_ups(laptop: Desk) -> None:
    visit = next_visit(laptop)

    def code() -> str:
        return build_letter(laptop, visit, issued_on=laptop.today(), final=False).record_code.digest

    codes = {code()}
    record_grade(laptop, visit, "staffing", 4, "A steady team.")
    codes.add(code())
    earlier = earlier_findings(laptop, visit)[0]
    record_follow_up(laptop, visit, earlier.finding.id, Outcome.NOT_MET, "seen", checked_on=laptop.today())
    codes.add(code())
    assert len(codes) == 3
    assert isinstance(build_paper(laptop, visit, "letter", issued_on=laptop.today()), Letter)


def test_a_letter_with_what_is_only_typed_is_never_issued(laptop: Desk) -> None:
    inspection = the_example(laptop)
    final = build_letter(laptop, inspection, issued_on=laptop.today(), final=True)
    requirement = final.requirements[0]
    typed = replace(final, requirements=(replace(requirement, outcome="Something else must change."),))
    with pytest.raises(KnownError, match="changed while"):
        keep_issued(laptop, inspection, typed, b"%PDF")
    proof = build_letter(laptop, inspection, issued_on=laptop.today(), final=True, language="gd")
    with pytest.raises(KnownError, match="proof"):
        keep_issued(laptop, inspection, proof, b"%PDF")
    keep_issued(laptop, inspection, final, laptop.program.render_letter(final))
