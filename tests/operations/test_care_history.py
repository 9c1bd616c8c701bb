"""Conflicts settled by a person, the inspection as it stood, what changed since the letter, corrections."""

from __future__ import annotations

from datetime import timedelta

import pytest

from inspector_app.errors import KnownError
from inspector_app.journal.clock import time_of
from inspector_app.journal.records import ANSWER, VALUE, answer_record
from inspector_app.operations.as_of import as_of, checklist_as_of, corrections, since_letter
from inspector_app.operations.checklist_session import ChecklistSession, open_checklists
from inspector_app.operations.conflicts import conflicts, settle
from inspector_app.operations.desk import Desk
from inspector_app.operations.finalise import correct
from inspector_app.operations.ports import Draft


@pytest.fixture
def inspection(laptop: Desk) -> str:
    (found,) = laptop.store.inspection_ids()
    return found


@pytest.fixture
def session(laptop: Desk, inspection: str) -> ChecklistSession:
    (found,) = open_checklists(laptop, laptop.inspection(inspection))
    return found


def disagree(desk: Desk, session: ChecklistSession, name: str, *values: str) -> str:
    """Several laptops answer one question, none knowing of the others; gives the record."""
    record = answer_record(session.record, session.node(name))
    (before,) = desk.store.state(ANSWER, record)[VALUE].heads
    for value in values:
        desk.write(session.inspection.id, [Draft(ANSWER, record, VALUE, value, (before,))], reason="test")
    session.reload()
    return record


def test_a_conflict_is_told_in_words_and_settled_by_one_event(
    laptop: Desk, session: ChecklistSession, inspection: str
) -> None:
    record = disagree(laptop, session, "systems", "partially", "yes")
    (view,) = conflicts(laptop, [session], inspection)
    assert {version.value for version in view.versions} == {"yes", "partially"}
    assert view.versions[0].shown and view.versions[0].value == session.instance.value(
        session.node("systems")
    )
    assert view.what.startswith("Q5") and {v.words for v in view.versions} == {"Yes", "Partially"}
    with pytest.raises(KnownError):
        settle(laptop, [session], inspection, view, "no")
    settle(laptop, [session], inspection, view, "no", reason="As the notes of the day say.")
    assert conflicts(laptop, [session], inspection) == ()
    assert laptop.store.values(ANSWER, record) == {VALUE: "no"}
    assert len(laptop.store.history(ANSWER, record, VALUE)[-1].prior) == 2
    assert session.instance.value(session.node("systems")) == "no"
    with pytest.raises(KnownError) as caught:
        settle(laptop, [session], inspection, view, "yes", reason="again")
    assert caught.value.code == "no-conflict"
    assert laptop.store.care.verify(lambda *_: None) == []


def test_the_inspection_stands_as_it_did_at_any_moment(
    laptop: Desk, session: ChecklistSession, inspection: str
) -> None:
    events = sorted(laptop.store.events(inspection), key=lambda event: event.at)
    begun, ended = time_of(events[0].at), time_of(events[-1].at)
    with pytest.raises(KnownError) as caught:
        as_of(laptop, inspection, begun - timedelta(days=1)).facts()
    assert caught.value.code == "not-yet"
    now = as_of(laptop, inspection, ended + timedelta(seconds=1))
    assert now.facts() == laptop.inspection(inspection)
    assert now.records(ANSWER) == {
        record: dict(fields) for record, fields in sorted(laptop.store.records(inspection, ANSWER).items())
    }
    early = as_of(laptop, inspection, begun)
    assert early.facts().status.value == "open" and early.facts().ended_on is None
    restored = checklist_as_of(laptop, now, session)
    assert [(v.key, v.value) for v in restored.views()] == [
        (v.key, v.value) for v in session.instance.views()
    ]
    assert checklist_as_of(laptop, early, session).value(session.node("systems")) == ""


def test_what_changed_since_the_letter_is_listed_with_before_and_after(
    laptop: Desk, session: ChecklistSession, inspection: str
) -> None:
    found = since_letter(laptop, [session], inspection)
    assert found is not None and found.version == 1 and found.changes == ()
    before = session.instance.value(session.node("policy_comment"))
    key = session.node("policy_comment")
    correct(laptop, laptop.inspection(inspection), session, key, "Corrected.", "why")
    found = since_letter(laptop, [session], inspection)
    assert found is not None
    (change,) = [one for one in found.changes if one.kind == ANSWER]
    assert (change.before or "", change.after) == (before, "Corrected.") and change.author == laptop.author
    assert "Comment" in change.what or "comment" in change.what
    (event,) = corrections(laptop, [session], inspection)
    assert event.reason == "why" and event.value == "Corrected."
    assert since_letter(laptop, [session], inspection, "no such letter") is None
