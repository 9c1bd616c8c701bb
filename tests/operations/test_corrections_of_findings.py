"""A finding that was refused, made in error or forgotten is put right later; numbers are kept apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from corrected import REASON, Finished, close, example_of, of_kind, visit

from inspector_app.errors import KnownError
from inspector_app.inspections.evidence import Evidence, EvidenceSource
from inspector_app.inspections.finding import Finding, FindingKind, FindingState, missing_parts
from inspector_app.inspections.follow_up import Outcome
from inspector_app.journal import records
from inspector_app.operations.as_of import since_letter
from inspector_app.operations.correctable import ADD
from inspector_app.operations.corrections import correct_view
from inspector_app.operations.desk import Desk
from inspector_app.operations.export import export_inspection
from inspector_app.operations.findings import record_finding
from inspector_app.operations.follow_up import earlier_findings, followed_up, record_follow_up
from inspector_app.operations.letter import build_letter, issue_letter
from inspector_app.operations.letter_status import letter_status
from inspector_app.operations.office import receive
from inspector_app.operations.tables import national_tables
from inspector_app.operations.verify_letter import by_database, by_signature

STATE = records.Finding.STATE
WANTED = {"deadline": "4 weeks", "seriousness": "Grave.", "extent": "All.", "speed": "Soon."}


@pytest.fixture
def example(laptop: Desk) -> Finished:
    return example_of(laptop)


@pytest.fixture
def declined(laptop: Desk) -> Finished:
    """A visit with one agreed requirement and one that was refused, finalised."""
    begun = visit(laptop, "focus")
    framework = laptop.framework(begun)
    hook, standard = framework.hooks_on(begun.inspected_on)[0], framework.standards_on(begun.inspected_on)[0]
    for title, state, why in (
        ("Kept", FindingState.AGREED, ""),
        ("Refused", FindingState.REFUSED, "Not seen."),
    ):
        piece = Evidence(laptop.program.new_id(), EvidenceSource.SAW, f"{title}: seen on the day.")
        record_finding(
            laptop,
            begun,
            Finding(
                id=laptop.program.new_id(),
                kind=FindingKind.REQUIREMENT,
                state=state,
                number=1 if state is FindingState.AGREED else None,
                title=title,
                outcome=f"{title}: children are safe.",
                actions=("One thing.",),
                evidence=(piece,),
                hook=hook.id,
                standard=standard.id,
                refusal_reason=why,
            ),
        )
    return close(laptop, begun)


def titled(finished: Finished, title: str) -> Finding:
    return next(one for one in finished.desk.findings(finished.id) if one.title == title)


def numbers(finished: Finished, kind: FindingKind) -> list[int | None]:
    agreed = (one for one in finished.desk.findings(finished.id) if one.state is FindingState.AGREED)
    return [one.number for one in agreed if one.kind is kind]


def test_a_refused_finding_is_agreed_with_what_it_lacks_and_the_next_number(declined: Finished) -> None:
    record = titled(declined, "Refused").id
    field = declined.field(records.FINDING, record, STATE)
    assert field.words == "refused: Not seen." and field.what == "Finding “Refused”, decision"
    assert [part.place[2] for part in field.more["agreed"]] == [*WANTED]
    assert "no deadline" in declined.refused(field, "agreed")
    for part in WANTED:
        declined.refused(field, "agreed", **{name: said for name, said in WANTED.items() if name != part})
    declined.correct(field, "agreed", **WANTED)
    made = declined.finding(record)
    assert (made.state, made.number, made.refusal_reason) == (FindingState.AGREED, 2, "")
    assert (
        missing_parts(made, declined.inspection.inspected_on, declined.desk.framework(declined.inspection))
        == ()
    )
    assert "Requirement 2: Refused" in declined.paper("letter")
    record_text = declined.paper("record")
    assert "Finding “Refused”, decision" in record_text and "Not seen." not in record_text
    assert declined.made() == [("Finding “Refused”, decision", "refused", "agreed")]


def test_a_finding_is_withdrawn_its_number_stays_unused_and_is_its_own_when_agreed_again(
    example: Finished,
) -> None:
    record = of_kind(example, FindingKind.REQUIREMENT)
    made = example.finding(record)
    field = example.field(records.FINDING, record, STATE)
    assert example.correct(field, "refused").superseded == 1
    gone = example.finding(record)
    assert (gone.state, gone.refusal_reason) == (FindingState.REFUSED, REASON)
    assert made.title not in "".join(
        one.title
        for one in build_letter(
            example.desk, example.inspection, issued_on=example.desk.today(), final=True
        ).requirements
    )
    assert made.title in example.paper("record")
    other = of_kind(example, FindingKind.RECOMMENDATION)
    hook = example.desk.framework(example.inspection).hooks_on(example.inspection.inspected_on)[0].id
    example.correct(example.field(records.FINDING, other, "kind"), "requirement", **WANTED, hook=hook)
    assert example.finding(other).number == (made.number or 0) + 1
    again = example.field(records.FINDING, record, STATE)
    example.correct(again, "agreed", **{part.place[2]: "2 weeks" for part in again.more["agreed"]})
    assert example.finding(record).number == made.number
    assert len(set(numbers(example, FindingKind.REQUIREMENT))) == 2


def test_a_number_that_a_letter_used_is_given_to_no_other_finding(example: Finished) -> None:
    first = of_kind(example, FindingKind.REQUIREMENT)
    number = example.finding(first).number
    assert numbers(example, FindingKind.REQUIREMENT) == [number]
    example.correct(example.field(records.FINDING, first, "kind"), "recommendation")
    other = next(
        one.id
        for one in example.desk.findings(example.id)
        if one.kind is FindingKind.RECOMMENDATION and one.id != first
    )
    hook = example.desk.framework(example.inspection).hooks_on(example.inspection.inspected_on)[0].id
    example.correct(example.field(records.FINDING, other, "kind"), "requirement", **WANTED, hook=hook)
    assert number is not None and numbers(example, FindingKind.REQUIREMENT) == [number + 1]
    back = example.field(records.FINDING, first, "kind")
    held = {part.place[2]: part.value for part in back.more["requirement"]}
    example.correct(back, "requirement", **{**held, **WANTED, "hook": hook})
    assert example.finding(first).number == number


@pytest.mark.parametrize("kind", [*FindingKind])
def test_a_forgotten_finding_is_added_whole_or_not_at_all(example: Finished, kind: FindingKind) -> None:
    (field,) = example.fields(records.FINDING, ADD)
    parts = {part.place[2]: part for part in field.more[kind.value]}
    said = {
        "title": "Forgotten",
        "theme": "staffing",
        "outcome": "Children are safe.",
        "actions": "One thing\nAnother",
        "evidence": next(iter(example.desk.evidence(example.id))),
        "validated": "yes",
        **WANTED,
    }
    for name in ("hook", "standard"):
        node = parts[name].node if name in parts else None
        if node is not None and node.choices:
            said[name] = node.choices[0].value
    given = {name: said[name] for name in parts}
    for name, part in parts.items():
        if part.needed:
            example.refused(field, kind.value, **{one: value for one, value in given.items() if one != name})
    taken = numbers(example, kind)
    before = {one.id for one in example.desk.findings(example.id)}
    assert example.correct(field, kind.value, **given).superseded == 1
    (made,) = (one for one in example.desk.findings(example.id) if one.id not in before)
    assert made.kind is kind and made.number == max((one or 0 for one in taken), default=0) + 1
    assert len(made.evidence) == 1 and made.theme == "staffing"
    assert example.made()[0] == ("Finding “Forgotten” recorded", "", "Forgotten")
    since = since_letter(example.desk, example.sessions, example.id)
    assert since is not None and (records.FINDING, "title") in {
        (one.kind, one.field) for one in since.changes
    }
    assert "Finding “Forgotten”" in example.paper("record")


def test_a_number_that_two_laptops_gave_is_put_right_before_a_letter_is_issued(example: Finished) -> None:
    """As after a merge: each laptop added a finding before it knew of the other."""
    desk = example.desk
    first, second = [one for one in desk.findings(example.id) if one.kind is FindingKind.RECOMMENDATION][:2]
    assert example.fields(records.FINDING, "number") == []
    desk.write_fields(example.id, records.FINDING, second.id, {"number": first.number}, reason=REASON)
    with pytest.raises(KnownError) as refused:
        issue_letter(desk, example.inspection, issued_on=desk.today())
    assert refused.value.code == "number-twice"
    fields = example.fields(records.FINDING, "number")
    assert {one.place[1] for one in fields} == {first.id, second.id}
    node = fields[1].node
    assert node is not None and node.choices
    example.correct(fields[1], node.choices[1].value)
    given = numbers(example, FindingKind.RECOMMENDATION)
    assert len(set(given)) == len(given) and example.fields(records.FINDING, "number") == []
    issue_letter(desk, desk.inspection(example.id), issued_on=desk.today())


def test_what_was_followed_up_stays_told_when_the_finding_is_withdrawn_later(example: Finished) -> None:
    desk = example.desk
    record = of_kind(example, FindingKind.REQUIREMENT)
    later = visit(desk, "follow_up")
    record_follow_up(desk, later, record, Outcome.NOT_MET, "Nobody knew.", checked_on=desk.today())
    other = close(desk, later)
    example.correct(example.field(records.FINDING, record, STATE), "refused")
    assert record not in {one.finding.id for one in earlier_findings(desk, other.inspection)}
    (told,) = followed_up(desk, other.inspection)
    assert told.finding.id == record and "Nobody knew." in other.paper("follow-up")


def test_the_questions_that_evidence_bears_on_are_corrected_and_it_never_loses_its_source(
    example: Finished,
) -> None:
    cited = example.fields(records.EVIDENCE, "cited_answers")
    alone = next(
        one for one in cited if one.value and not example.desk.evidence(example.id)[one.place[1]].text
    )
    assert alone.is_list and alone.words.startswith("Q") and alone.node is not None and alone.node.choices
    assert "where this evidence comes from" in example.refused(alone, "")
    other = next(one for one in alone.node.choices if one.value != alone.value)
    before = example.paper("record")
    example.correct(alone, f"{alone.value} {other.value}")
    piece = example.desk.evidence(example.id)[alone.place[1]]
    assert piece.cited_answers == (alone.value, other.value)
    number, title = other.label.split(" ", 1)
    assert example.made()[0][2].endswith(f"; {number}")
    assert example.paper("record").count(title) > before.count(title)
    told = next(one for one in cited if not one.value)
    example.correct(told, other.value)
    again = example.field(records.EVIDENCE, told.place[1], "cited_answers")
    example.correct(again, "")
    assert example.desk.evidence(example.id)[told.place[1]].cited_answers == ()


def test_evidence_that_was_forgotten_is_added_and_cited_by_a_finding(example: Finished) -> None:
    (field,) = example.fields(records.EVIDENCE, ADD)
    assert [(part.place[2], part.needed) for part in field.more[ADD]] == [
        ("source", True),
        ("text", True),
        ("place", False),
        ("cited_answers", False),
    ]
    example.refused(field, ADD, text="Logs were kept.")
    example.refused(field, ADD, source="read", text=" ")
    before = set(example.desk.evidence(example.id))
    example.correct(field, ADD, source="read", text="Logs were kept.", cited_answers="systems")
    (added,) = set(example.desk.evidence(example.id)) - before
    assert example.desk.evidence(example.id)[added].source is EvidenceSource.READ
    assert example.made()[0][1:] == ("", "Logs were kept.")
    cites = next(one for one in example.fields(records.FINDING, "evidence"))
    example.correct(cites, f"{cites.value} {added}")
    assert added in {piece.id for piece in example.finding(cites.place[1]).evidence}


def test_head_office_counts_what_was_corrected_and_the_first_letter_stays_provable(
    example: Finished, office: Desk, tmp_path: Path
) -> None:
    """Laptop, next export, office table; and the letter that the provider holds."""

    def counted() -> dict[str, int]:
        rows = national_tables(office).outcomes
        return {one.kind: one.findings for one in rows if one.breakdown == "overall"}

    desk, inspection = example.desk, example.inspection
    first = letter_status(desk, inspection).current
    assert first is not None
    told = desk.store.blob(first.blob)
    assert told is not None
    seal = next(iter(desk.store.records(example.id, records.LETTER).values()))[records.Letter.VERIFICATION]
    before = counted()
    (add,) = example.fields(records.FINDING, ADD)
    hook = desk.framework(inspection).hooks_on(inspection.inspected_on)[0].id
    standard = desk.framework(inspection).standards_on(inspection.inspected_on)[0].id
    piece = next(iter(desk.evidence(example.id)))
    said = {"title": "Forgotten", "outcome": "Safe.", "actions": "One.", "evidence": piece, **WANTED}
    example.correct(add, "requirement", **said, hook=hook, standard=standard)
    rest = of_kind(example, FindingKind.RECOMMENDATION)
    example.correct(example.field(records.FINDING, rest, STATE), "refused")
    issue_letter(desk, inspection, issued_on=desk.today())
    (outcome,) = receive(office, [export_inspection(desk, desk.inspection(example.id), tmp_path).path])
    assert outcome.outcome == "received" and outcome.new_events
    after = counted()
    assert after["requirement"] == before["requirement"] + 1
    assert after["recommendation"] == before["recommendation"] - 1
    for at in (desk, office):
        assert at.store.blob(first.blob) == told
        proof = by_database(at, told)
        assert (proof.unaltered, proof.version, proof.standing) == (True, 1, "superseded")
    assert by_signature(told, str(seal).encode()).unaltered
    made = correct_view(desk, example.sessions, example.id).made
    assert len(made) == 2 and correct_view(office, (), example.id).letter == 2
