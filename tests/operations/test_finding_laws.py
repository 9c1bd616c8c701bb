"""Whatever is done to a requirement, it is finalised with all its parts or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from inspector_app.errors import KnownError
from inspector_app.inspections.evidence import Evidence, EvidenceSource
from inspector_app.inspections.finding import Finding, FindingKind, FindingState
from inspector_app.inspections.inspection import Inspection, Status
from inspector_app.inspections.lifecycle import NotReady
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.demo import example_desks, record_example, the_example
from inspector_app.operations.desk import Desk
from inspector_app.operations.evidence import add_evidence
from inspector_app.operations.finalise import close_visit, finalise
from inspector_app.operations.finding_edits import (
    agree_again,
    change_kind,
    new_finding,
    refuse_finding,
    refuse_suggestion,
    set_part,
    take_suggestion,
    type_part,
)
from inspector_app.operations.findings import suggested
from inspector_app.operations.follow_up import earlier_findings, repeat_finding
from inspector_app.operations.letter import issue_letter
from inspector_app.operations.program import Program
from inspector_app.operations.register import import_register
from inspector_app.operations.start_inspection import Plan, start_inspection
from inspector_app.operations.typing import fold_typed
from inspector_app.operations.undo import undo

ANSWERS = {
    "policy": "could_not_be_assessed",
    "policy_not_assessed_reason": "No time.",
    "aware_indicators_choice": "could_not_be_assessed",
    "aware_indicators_not_assessed_reason": "Nobody on shift.",
    "systems": "no",
    "children_at_risk": "0",
    "care_plans": "not_applicable",
}
NEEDED = ("deadline", "seriousness", "extent", "speed", "evidence", "hook", "standard", "outcome", "actions")
PARTS = (*NEEDED, "title")
HOOKS = ("ssi-2011-210-r4", "ssi-2011-210-r15", "asp-2019-6-s7", "unknown", "")
DEADLINES = ("", "4 weeks", "2019-01-10", "2001-01-01", "0 days", "soon")

_words = st.sampled_from(["", " ", "\n", "The provider must act.", "x"])
_edit = st.one_of(
    st.tuples(st.sampled_from(["set", "type"]), st.sampled_from(PARTS), _words),
    st.tuples(st.just("set"), st.just("deadline"), st.sampled_from(DEADLINES)),
    st.tuples(st.just("set"), st.just("hook"), st.sampled_from(HOOKS)),
    st.tuples(st.just("set"), st.just("evidence"), st.sampled_from(["", "new", "gone", "new gone"])),
    st.tuples(st.just("kind"), st.sampled_from([kind.value for kind in FindingKind]), st.just("")),
    st.tuples(
        st.sampled_from(["new", "take", "refuse", "agree", "repeat", "undo"]), st.just(""), st.just("")
    ),
)


class Bench:
    """An answered, open inspection and the edits that are made to its findings."""

    def __init__(self, desk: Desk, reference: str) -> None:
        plan = Plan(reference, "CS9900000001", "focus", False, desk.today(), ("Inspector A (example)",))
        self.desk = desk
        self.inspection, self.sessions = start_inspection(desk, plan)
        session: ChecklistSession = self.sessions[0]
        for name, value in ANSWERS.items():
            session.answer(session.node(name), value)
        self.inspection = close_visit(desk, self.inspection, desk.today())

    def finding(self) -> str:
        found = self.desk.findings(self.inspection.id)
        return found[0].id if found else new_finding(self.desk, self.inspection, FindingKind.REQUIREMENT).id

    def do(self, what: str, part: str, value: str) -> None:
        """One edit; a refusal is an answer like any other."""
        doers: dict[str, Callable[[], object]] = {
            "set": lambda: set_part(
                self.desk, self.inspection, self.finding(), part, self.filled(part, value)
            ),
            "type": lambda: type_part(self.desk, self.inspection, self.finding(), part, value),
            "kind": lambda: change_kind(self.desk, self.inspection, self.finding(), FindingKind(part)),
            "new": lambda: new_finding(self.desk, self.inspection, FindingKind.REQUIREMENT),
            "take": self.take,
            "refuse": lambda: refuse_finding(self.desk, self.inspection, self.finding(), "No."),
            "agree": lambda: agree_again(self.desk, self.inspection, self.finding()),
            "repeat": self.repeat,
            "undo": lambda: undo(self.desk, self.inspection, self.sessions),
        }
        try:
            doers[what]()
        except (KnownError, ValueError) as error:
            assert isinstance(error, KnownError), error

    def set(self, part: str, value: str) -> None:
        set_part(self.desk, self.inspection, self.finding(), part, self.filled(part, value))

    def filled(self, part: str, value: str) -> str:
        if part != "evidence" or "new" not in value:
            return value
        piece = add_evidence(
            self.desk, self.inspection.id, Evidence("", EvidenceSource.READ, "Daily logs of one week.")
        )
        return value.replace("new", piece.id)

    def take(self) -> None:
        for one in suggested(self.desk, self.inspection, self.sessions)[:1]:
            take_suggestion(self.desk, self.inspection, self.sessions, one.clause.id)

    def complete(self) -> str:
        """A requirement with all its parts; the other suggestions are refused."""
        self.take()
        for one in suggested(self.desk, self.inspection, self.sessions):
            refuse_suggestion(self.desk, self.inspection, self.sessions, one.clause.id, "Not needed.")
        (finding,) = [f for f in self.desk.findings(self.inspection.id) if f.state is FindingState.AGREED]
        change_kind(self.desk, self.inspection, finding.id, FindingKind.REQUIREMENT)
        later = (self.desk.today() + timedelta(weeks=4)).isoformat()
        filled = {"seriousness": "Serious.", "extent": "All.", "speed": "Quick.", "hook": HOOKS[0]}
        filled |= {"deadline": later, "outcome": "The provider must act.", "actions": "Act on it now."}
        for part, value in filled.items():
            set_part(self.desk, self.inspection, finding.id, part, value)
        return finding.id

    def repeat(self) -> None:
        for one in earlier_findings(self.desk, self.inspection)[:1]:
            repeat_finding(self.desk, self.inspection, one.finding.id)


def lacking(finding: Finding, on: date, issued_on: date, desk: Desk, inspection: Inspection) -> list[str]:
    """Written out again here, so that the law does not judge itself."""
    usable = [
        p for p in finding.evidence if p.cited_answers or p.sample_rows or (p.text.strip() and p.source)
    ]
    hook = desk.framework(inspection).hooks.get(finding.hook)
    parts = {
        "evidence": bool(usable),
        "deadline": finding.deadline is not None and finding.deadline.due >= issued_on,
        "seriousness": finding.reasons.seriousness.strip(),
        "extent": finding.reasons.extent.strip(),
        "speed": finding.reasons.speed.strip(),
        "outcome": finding.outcome.strip(),
        "actions": finding.actions and all(action.strip() for action in finding.actions),
        "hook": hook is not None and hook.validity.covers(on),
        "standard": finding.standard in desk.framework(inspection).standards,
    }
    return [name for name, there in parts.items() if not there]


@pytest.fixture(scope="module")
def desk(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder: Path = tmp_path_factory.mktemp("laws")
    office, laptop = example_desks(program, folder)
    office.desk.store.close()
    import_register(laptop.desk, the_example().register)
    record_example(laptop.desk, the_example())
    yield laptop.desk
    laptop.desk.store.close()


_numbers = iter(range(1, 100_000))


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(edits=st.lists(_edit, max_size=14), complete=st.booleans())
def test_no_requirement_is_finalised_without_all_its_parts(
    desk: Desk, edits: list[tuple[str, str, str]], complete: bool
) -> None:
    bench = Bench(desk, f"EX-LAW-{next(_numbers):05d}")
    if complete:
        bench.complete()
    for what, part, value in edits:
        bench.do(what, part, value)
    inspection = desk.inspection(bench.inspection.id)
    try:
        done = finalise(desk, inspection, bench.sessions)
    except NotReady as refused:
        event("refused")
        assert desk.inspection(inspection.id).status is Status.OPEN
        assert refused.obstacles
        return
    fold_typed(desk)
    agreed = [one for one in desk.findings(done.id) if one.state is FindingState.AGREED]
    for finding in agreed:
        gaps = lacking(finding, done.inspected_on, desk.today(), desk, done)
        if finding.kind is FindingKind.REQUIREMENT:
            assert gaps == []
        elif finding.kind is FindingKind.RECOMMENDATION:
            assert finding.deadline is None and not finding.hook
    event(f"finalised with {sum(one.kind is FindingKind.REQUIREMENT for one in agreed)} requirements")
    issued = issue_letter(desk, done, issued_on=desk.today())
    assert len(issued.letter.requirements) == sum(f.kind is FindingKind.REQUIREMENT for f in agreed)


def test_a_complete_requirement_is_finalised_and_one_gap_stops_it(desk: Desk) -> None:
    for part in (None, *NEEDED):
        bench = Bench(desk, f"EX-LAW-{next(_numbers):05d}")
        finding = bench.complete()
        if part is None:
            assert finalise(desk, bench.inspection, bench.sessions).status is Status.FINALISED
            continue
        set_part(desk, bench.inspection, finding, part, "")
        with pytest.raises(NotReady):
            finalise(desk, bench.inspection, bench.sessions)


def test_what_is_still_being_typed_cannot_empty_a_finalised_requirement(desk: Desk) -> None:
    bench = Bench(desk, f"EX-LAW-{next(_numbers):05d}")
    finding = bench.complete()
    type_part(desk, bench.inspection, finding, "seriousness", "")
    try:
        done = finalise(desk, bench.inspection, bench.sessions)
    except NotReady:
        return
    fold_typed(desk)
    (kept,) = [one for one in desk.findings(done.id) if one.id == finding]
    assert lacking(kept, done.inspected_on, desk.today(), desk, done) == []
