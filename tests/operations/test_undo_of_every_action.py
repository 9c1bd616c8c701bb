"""Ctrl+Z takes back each kind of thing a person does, on whatever page, and Ctrl+Shift+Z does it again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from checklist_desk import Begun, begin
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.errors import KnownError
from inspector_app.inspections.evidence import Evidence, EvidenceSource
from inspector_app.inspections.finding import FindingKind
from inspector_app.operations import finding_edits as edits
from inspector_app.operations.attachments import attach_ready, detach
from inspector_app.operations.complaint import (
    link_findings,
    matters,
    new_matter,
    record_matter,
    remove_matter,
    set_matter,
)
from inspector_app.operations.enforcement import enforcement_of, set_step
from inspector_app.operations.evidence import add_evidence
from inspector_app.operations.grades import grades, record_grade
from inspector_app.operations.narrative import narrative_view, set_narrative
from inspector_app.operations.prepare import ANNOUNCED, CONTACT, ENDED_ON, INSPECTORS, STARTED_ON, change_fact
from inspector_app.operations.program import Program
from inspector_app.operations.screen_side import edit_evidence, evidence_page, remove_evidence
from inspector_app.operations.screens import screen_views
from inspector_app.operations.undo import redo, undo

Act = Callable[[Begun], object]


@pytest.fixture
def begun(program: Program, tmp_path: Path) -> Iterator[Begun]:
    made = ready(program, tmp_path / "desks")
    yield made
    made.desk.store.close()


def ready(program: Program, folder: Path) -> Begun:
    """An inspection with something of each kind."""
    made = begin(program, folder)
    made.answer("policy", "none")
    made.answer("systems", "no")
    made.staff("yes", "no", "yes")
    add_evidence(made.desk, made.inspection.id, Evidence(id="e1", source=EvidenceSource.SAW, text="A board"))
    edits.take_suggestion(made.desk, made.inspection, made.sessions, clause(made))
    record_matter(made.desk, made.inspection, "Nobody listened.", "not_upheld", "We saw that they do.")
    return made


def clause(begun: Begun) -> str:
    from inspector_app.operations.findings import suggested

    return suggested(begun.desk, begun.inspection, begun.sessions)[0].clause.id


def finding(begun: Begun) -> str:
    return begun.desk.findings(begun.inspection.id)[0].id


def theme(begun: Begun) -> str:
    return next(iter(begun.desk.framework(begun.inspection).themes))


def matter(begun: Begun) -> str:
    return matters(begun.desk, begun.inspection)[0].id


def steps(begun: Begun) -> list[str]:
    return list(begun.desk.framework(begun.inspection).ladder)


def rows(begun: Begun) -> list[str]:
    repeat = begun.sample("staff")
    return list(begun.session.instance.view(repeat).children)


def fact(field: str, value: Callable[[Begun], object]) -> Act:
    return lambda begun: change_fact(begun.desk, begun.inspection.id, field, value(begun))  # type: ignore[arg-type]


def attach(begun: Begun) -> object:
    return attach_ready(begun.desk, begun.inspection.id, "e1", "log.txt", b"An invented log.")


ACTIONS: dict[str, Act] = {
    "an answer": lambda at: at.answer("policy", "in_place"),
    "an answer cleared": lambda at: at.answer("systems", ""),
    "reason codes": lambda at: at.answer("systems_reasons", "not_specific young_person_missed"),
    "a comment": lambda at: at.answer("systems_comment", "Seen in three files."),
    "a class of one's own": lambda at: at.answer("aware_indicators_choice", "none"),
    "a row begun": lambda at: at.session.begin_row(f"{at.sample('staff')}[{at.desk.program.new_id()}]"),
    "a cell": lambda at: at.session.answer(f"{rows(at)[0]}/designation", "Night worker"),
    "rows removed": lambda at: at.session.remove_rows(rows(at)[:2]),
    "rows pasted": lambda at: at.session.paste_rows((), {f"{row}/designation": "Cook" for row in rows(at)}),
    "evidence": lambda at: add_evidence(
        at.desk, at.inspection.id, Evidence(id="e2", source=EvidenceSource.READ, text="The log")
    ),
    "evidence changed": lambda at: edit_evidence(at.desk, at.inspection.id, "e1", {"text": "Two boards"}),
    "evidence removed": lambda at: remove_evidence(at.desk, at.inspection.id, "e1"),
    "a file attached": attach,
    "a suggestion taken": lambda at: edits.take_suggestion(at.desk, at.inspection, at.sessions, clause(at)),
    "a suggestion refused": lambda at: edits.refuse_suggestion(
        at.desk, at.inspection, at.sessions, clause(at), "Done already."
    ),
    "a finding begun": lambda at: edits.new_finding(at.desk, at.inspection, FindingKind.STRENGTH),
    "a part of a finding": lambda at: edits.set_part(
        at.desk, at.inspection, finding(at), "title", "Name the risk"
    ),
    "the kind of a finding": lambda at: edits.change_kind(
        at.desk, at.inspection, finding(at), FindingKind.STRENGTH
    ),
    "a finding refused": lambda at: edits.refuse_finding(at.desk, at.inspection, finding(at), "Not needed."),
    "announced": fact(ANNOUNCED, lambda at: not at.inspection.announced),
    "the first day": fact(STARTED_ON, lambda at: (at.inspection.started_on - timedelta(days=1)).isoformat()),
    "the last day": fact(ENDED_ON, lambda at: at.inspection.started_on.isoformat()),
    "the inspectors": fact(INSPECTORS, lambda at: ["B. Inspector"]),
    "a grade": lambda at: record_grade(at.desk, at.inspection, theme(at), 4, "Seen in the files."),
    "another grade": lambda at: record_grade(at.desk, at.inspection, theme(at), 2, "Read again."),
    "a matter begun": lambda at: new_matter(at.desk, at.inspection),
    "a part of a matter": lambda at: set_matter(at.desk, at.inspection, matter(at), "text", "Cold meals."),
    "a matter decided": lambda at: set_matter(at.desk, at.inspection, matter(at), "result", "upheld"),
    "what a matter led to": lambda at: link_findings(at.desk, at.inspection, matter(at), [finding(at)]),
    "a matter taken out": lambda at: remove_matter(at.desk, at.inspection, matter(at)),
    "a part of the area report": lambda at: set_narrative(at.desk, at.inspection, "response", "They act."),
    "a step of enforcement": lambda at: set_step(at.desk, at.inspection, steps(at)[1]),
    "the contact": fact(CONTACT, lambda at: "01632 960001"),
}


def seen(begun: Begun) -> tuple[object, ...]:
    """All that the pages show."""
    inspection = begun.desk.inspection(begun.inspection.id)
    session = begun.reopened()
    return (
        screen_views(session),
        tuple(rows_of(session, begun)),
        evidence_page(begun.desk, [session], inspection).pieces,
        tuple(begun.desk.findings(inspection.id)),
        grades(begun.desk, inspection),
        matters(begun.desk, inspection),
        narrative_view(begun.desk, inspection),
        enforcement_of(begun.desk, inspection),
        inspection,
    )


def rows_of(session: object, begun: Begun) -> list[str]:
    return list(session.instance.view(begun.sample("staff")).children)  # type: ignore[attr-defined]


@pytest.mark.parametrize("action", ACTIONS)
def test_it_is_taken_back_and_done_again(begun: Begun, action: str) -> None:
    before = seen(begun)
    ACTIONS[action](begun)
    after = seen(begun)
    assert after != before, "the action did something"
    undo(begun.desk, begun.desk.inspection(begun.inspection.id), begun.sessions)
    assert seen(begun) == before
    redo(begun.desk, begun.desk.inspection(begun.inspection.id), begun.sessions)
    assert seen(begun) == after


@given(st.lists(st.sampled_from(sorted(ACTIONS)), min_size=2, max_size=6), st.data())
@settings(max_examples=8, deadline=None)
def test_any_acts_are_taken_back_one_by_one_to_where_they_began_and_done_again(
    program: Program, acts: list[str], data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        begun = ready(program, Path(folder) / "desks")
        states = [seen(begun)]
        for name in acts:
            with suppress(KnownError, IndexError):  # there is nothing left to do it to
                ACTIONS[name](begun)
            now = seen(begun)
            if now != states[-1]:
                states.append(now)
        place = len(states) - 1
        for _ in range(2 * len(states)):
            back = data.draw(st.booleans()) if 0 < place < len(states) - 1 else place > 0
            step, place = (undo, place - 1) if back else (redo, place + 1)
            if place < len(states):
                step(begun.desk, begun.desk.inspection(begun.inspection.id), begun.sessions)
                assert seen(begun) == states[place]
            place = min(place, len(states) - 1)
        begun.desk.store.close()


def test_a_file_taken_off_comes_back(begun: Begun) -> None:
    attach(begun)
    before = seen(begun)
    detach(begun.desk, begun.inspection.id, "e1")
    undo(begun.desk, begun.desk.inspection(begun.inspection.id), begun.sessions)
    assert seen(begun) == before
