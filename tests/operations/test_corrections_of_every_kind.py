"""Every kind of field that a finalised record has can be corrected, with a reason; all of it is told."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from inspector_app.errors import KnownError
from inspector_app.inspections.finding import FindingKind
from inspector_app.journal import records
from inspector_app.operations.as_of import since_letter
from inspector_app.operations.checklist_session import ChecklistSession, open_checklists
from inspector_app.operations.correctable import ADD, GONE, Correctable
from inspector_app.operations.corrections import Corrected, correct_field, correct_view
from inspector_app.operations.desk import Desk

REASON = "A slip of the pen."


@dataclass
class Finished:
    """The example laptop: its inspection is finalised and its letter issued."""

    desk: Desk
    inspection: str
    sessions: list[ChecklistSession]

    def fields(self, kind: str, name: str) -> list[Correctable]:
        view = correct_view(self.desk, self.sessions, self.inspection)
        return [one for one in view.fields if one.place[0] == kind and one.place[2] == name]

    def correct(self, field: Correctable, value: str, reason: str = REASON) -> Corrected:
        return correct_field(self.desk, self.sessions, self.inspection, field, value, reason)

    def told(self) -> list[tuple[str, str]]:
        since = since_letter(self.desk, self.sessions, self.inspection)
        assert since is not None
        return [(change.kind, change.field) for change in since.changes]


@pytest.fixture
def finished(laptop: Desk) -> Finished:
    (inspection,) = laptop.store.inspection_ids()
    return Finished(laptop, inspection, open_checklists(laptop, laptop.inspection(inspection)))


def requirement(finished: Finished) -> str:
    found = finished.desk.findings(finished.inspection)
    return next(one.id for one in found if one.kind is FindingKind.REQUIREMENT)


@pytest.mark.parametrize(
    ("kind", "name", "value", "expected"),
    [
        ("finding", "title", "A title put right", "A title put right"),
        ("finding", "outcome", "An outcome put right", "An outcome put right"),
        ("finding", "actions", "One thing\n\nAnother\n", ["One thing", "Another"]),
        ("finding", "seriousness", "Very serious", "Very serious"),
        ("evidence", "text", "What was really said", "What was really said"),
        ("evidence", "place", "", ""),
        ("inspection", "inspectors", "A. One; B. Two", ["A. One", "B. Two"]),
        ("inspection", "announced", "yes", True),
        ("inspection", "legal_basis", "section 1", "section 1"),
        ("inspection", "contact", "01632 960009", "01632 960009"),
    ],
)
def test_a_field_is_put_right_its_original_stays_and_the_letter_is_superseded(
    finished: Finished, kind: str, name: str, value: str, expected: object
) -> None:
    field = next(one for one in finished.fields(kind, name) if one.value != value)
    before = finished.desk.store.values(kind, field.place[1]).get(name)
    assert finished.told() == []
    done = finished.correct(field, value)
    assert done.superseded == 1
    history = finished.desk.store.history(kind, field.place[1], name)
    assert history[-1].value == expected and history[-1].reason == REASON
    assert [event.value for event in history[:-1]][-1:] == ([before] if len(history) > 1 else [])
    assert finished.told() == [(kind, name)]
    (made, *_) = correct_view(finished.desk, finished.sessions, finished.inspection).made
    assert made.reason == REASON and made.author == finished.desk.author
    letters = finished.desk.store.records(finished.inspection, records.LETTER).values()
    assert all(fields[records.Letter.SUPERSEDED] is True for fields in letters)


def test_a_deadline_keeps_the_day_it_starts_from_and_may_not_go(finished: Finished) -> None:
    (field,) = (one for one in finished.fields("finding", "deadline"))
    held = finished.desk.store.values("finding", field.place[1])["deadline"]
    assert isinstance(held, dict)
    with pytest.raises(KnownError) as refused:
        finished.correct(field, "")
    assert refused.value.code == "not-allowed" and finished.told() == []
    finished.correct(field, "9 weeks")
    said = finished.desk.store.values("finding", field.place[1])["deadline"]
    assert isinstance(said, dict) and (said["amount"], said["unit"]) == (9, "weeks")
    assert said["start"] == held.get("start", finished.desk.today().isoformat())
    assert finished.told() == [("finding", "deadline")]


def test_the_days_of_an_inspection_are_corrected_and_never_run_backwards(finished: Finished) -> None:
    (first,), (last,) = (finished.fields("inspection", name) for name in ("started_on", "ended_on"))
    for field, value in ((last, "2000-01-01"), (last, ""), (first, "2999-01-01")):
        with pytest.raises(KnownError) as refused:
            finished.correct(field, value)
        assert refused.value.code == "not-allowed"
    finished.correct(first, "2020-01-01")
    assert finished.desk.inspection(finished.inspection).started_on.isoformat() == "2020-01-01"


def test_the_source_of_evidence_is_chosen_from_those_there_are(finished: Finished) -> None:
    field = finished.fields("evidence", "source")[0]
    assert field.node is not None and field.node.choices is not None
    other = next(one.value for one in field.node.choices if one.value != field.value)
    finished.correct(field, other)
    assert finished.desk.evidence(finished.inspection)[field.place[1]].source == other


def test_a_row_of_a_sample_is_taken_away_and_another_added_and_what_was_frozen_follows(
    finished: Finished,
) -> None:
    (session,) = finished.sessions

    def frozen() -> object:
        return finished.desk.store.values(records.CHECKLIST, session.record)[records.Checklist.FROZEN]

    before, rows = frozen(), finished.fields(records.REPEAT, records.PRESENT)
    assert rows and all(one.words for one in rows)
    finished.correct(rows[0], GONE)
    assert len(finished.fields(records.REPEAT, records.PRESENT)) == len(rows) - 1 and frozen() != before
    assert (records.REPEAT, records.PRESENT) in finished.told()
    again, more = frozen(), finished.fields(records.REPEAT, ADD)
    finished.correct(more[0], ADD)
    assert len(finished.fields(records.REPEAT, records.PRESENT)) == len(rows) and frozen() != again
    made = correct_view(finished.desk, finished.sessions, finished.inspection).made
    assert len(made) == 2 and {one.reason for one in made} == {REASON}


def test_without_a_reason_or_a_change_nothing_is_corrected(finished: Finished) -> None:
    events = finished.desk.store.events(finished.inspection)
    view = correct_view(finished.desk, finished.sessions, finished.inspection)
    kinds = {one.place[0] for one in view.fields}
    assert {records.ANSWER, records.REPEAT, records.FINDING, records.EVIDENCE, records.INSPECTION} <= kinds
    for field in view.fields:
        if field.place[0] not in (records.ANSWER, records.REPEAT):
            for value, reason, code in ((field.value, REASON, "same-value"), ("x", " ", "reason-missing")):
                with pytest.raises(KnownError) as refused:
                    finished.correct(field, value, reason)
                assert refused.value.code == code
    assert finished.desk.store.events(finished.inspection) == events
