from __future__ import annotations

import json
from typing import Any

import pytest
from journals_on_disk import CHECKLIST, INSPECTION, Laptop

from inspector_app.journal.chain import Draft
from inspector_app.journal.event import Json
from inspector_app.storage.rebuild import rebuild

SERVICE: Json = {
    "service_number": "CS2003000001", "name": "Example House", "service_type": "care_home",
    "reporting_type": "care_home", "sector": "private", "provider_name": "Example Ltd",
}  # fmt: skip
FROZEN: Json = {
    "submission": "<data/>",
    "form_id": "cse",
    "version": "2016",
    "derived": [
        {
            "name": "policy",
            "key": "policy",
            "value": "in_place",
            "outside_base": False,
            "not_assessed": False,
        },
        {
            "name": "care_plans",
            "key": "care_plans",
            "value": "na",
            "outside_base": True,
            "not_assessed": False,
        },
        {"name": "aware", "key": "staff/r1/aware", "value": "yes"},
        {"name": "aware", "key": "staff/r2/aware", "value": "no", "not_assessed": True},
        "not a row",
    ],
}


def record(laptop: Laptop) -> None:
    fields: dict[str, Json] = {
        "reference": "2026-001", "service": SERVICE, "type": "focus", "announced": False, "status": "open",
        "started_on": "2026-03-02", "ended_on": "2026-03-03", "inspectors": ["A. Example"], "realm": "live",
        "legal_basis": "s.53",
    }  # fmt: skip
    laptop.append([Draft("inspection", INSPECTION, name, value) for name, value in fields.items()])
    checklist: dict[str, Json] = {
        "form_id": "cse",
        "version": "2016",
        "title": "Focus area",
        "form_hash": "ab",
    }
    laptop.append([Draft("checklist", CHECKLIST, name, value) for name, value in checklist.items()])
    laptop.answer("policy", "in_place"), laptop.answer("staff/r1/aware", None), laptop.answer("count", 3)
    finding: dict[str, Json] = {
        "kind": "requirement", "state": "agreed", "number": 1, "title": "Policy", "deadline": {"weeks": 6},
        "theme": "policy", "standard": "3.20", "actions": ["a", "b"], "from a later release": [1],
    }  # fmt: skip
    laptop.append([Draft("finding", "f1", name, value) for name, value in finding.items()])
    laptop.append([Draft("evidence", "e1", "source", "read"), Draft("evidence", "e1", "text", "the policy")])
    laptop.append([Draft("letter", "l1", "version", 1), Draft("letter", "l1", "status", "final")])
    laptop.append([Draft("unheard_of", "u1", "field", {"kept": True})])


def finalise(laptop: Laptop) -> None:
    laptop.append(
        [
            Draft("checklist", CHECKLIST, "frozen", FROZEN),
            Draft("inspection", INSPECTION, "status", "finalised"),
        ]
    )


def rows(laptop: Laptop, query: str) -> list[tuple[Any, ...]]:
    return laptop.database.connection.execute(query).fetchall()


def test_the_inspection_shows_its_service_as_at_the_time_and_keeps_the_rest(laptop: Laptop) -> None:
    record(laptop)
    shown = rows(
        laptop,
        "SELECT id, reference, service_number, service_name, service_type, reporting_type, sector, status,"
        " realm, started_on, ended_on FROM inspection",
    )
    assert shown == [
        (INSPECTION, "2026-001", "CS2003000001", "Example House", "care_home", "care_home", "private", "open",
         "live", "2026-03-02", "2026-03-03")
    ]  # fmt: skip
    rest = json.loads(rows(laptop, "SELECT rest FROM inspection")[0][0])
    assert rest["inspectors"] == ["A. Example"] and rest["legal_basis"] == "s.53"
    assert rest["service"]["provider_name"] == "Example Ltd"


def test_every_kind_has_its_table_and_unknown_fields_are_kept(laptop: Laptop) -> None:
    record(laptop)
    assert rows(laptop, "SELECT key, value FROM answer ORDER BY key") == [
        ("count", "3"), ("policy", "in_place"), ("staff/r1/aware", None)
    ]  # fmt: skip
    assert rows(laptop, "SELECT kind, state, number, title, deadline FROM finding") == [
        ("requirement", "agreed", 1, "Policy", '{"weeks":6}')
    ]
    assert json.loads(rows(laptop, "SELECT rest FROM finding")[0][0])["from a later release"] == [1]
    assert rows(laptop, "SELECT source, text, removed FROM evidence") == [("read", "the policy", 0)]
    assert rows(laptop, "SELECT version, status FROM letter") == [("1", "final")]
    assert rows(laptop, "SELECT form_id, title, frozen FROM checklist") == [("cse", "Focus area", 0)]
    assert laptop.journal.records(INSPECTION, "unheard_of") == {"u1": {"field": {"kept": True}}}


def test_changed_at_is_the_time_of_the_last_change(laptop: Laptop) -> None:
    record(laptop)
    (event,) = laptop.append([Draft("finding", "f1", "title", "Policy and practice")])
    assert rows(laptop, "SELECT title, changed_at FROM finding") == [("Policy and practice", event.at)]


@pytest.mark.parametrize("value", ["text", 5, True, None, ["x"], {"service_number": 7}])
def test_a_value_of_an_unexpected_shape_breaks_no_projection(laptop: Laptop, value: Json) -> None:
    record(laptop)
    for kind, identifier, names in (
        ("inspection", INSPECTION, ("service", "reference", "status", "ended_on")),
        ("checklist", CHECKLIST, ("form_id", "frozen")),
        ("finding", "f1", ("number", "title", "kind")),
        ("evidence", "e1", ("removed", "text")),
        ("letter", "l1", ("blob",)),
    ):
        laptop.append([Draft(kind, identifier, name, value) for name in names])
    assert len(rows(laptop, "SELECT * FROM inspection, finding, letter")) == 1


def test_answers_count_once_finalised_and_no_longer_once_void(laptop: Laptop) -> None:
    record(laptop)
    laptop.append([Draft("checklist", CHECKLIST, "frozen", FROZEN)])
    count = "SELECT name, key, value, outside_base, not_assessed FROM counted_answer ORDER BY name, key"
    assert rows(laptop, count) == []
    laptop.append([Draft("inspection", INSPECTION, "status", "finalised")])
    assert rows(laptop, count) == [
        ("aware", "staff/r1/aware", "yes", 0, 0),
        ("aware", "staff/r2/aware", "no", 0, 1),
        ("care_plans", "care_plans", "na", 1, 0),
        ("policy", "policy", "in_place", 0, 0),
    ]
    laptop.append([Draft("inspection", INSPECTION, "status", "void")], reason="started by mistake")
    assert rows(laptop, count) == []


def test_freezing_anew_replaces_what_counts(laptop: Laptop) -> None:
    record(laptop)
    finalise(laptop)
    assert isinstance(FROZEN, dict)
    corrected: Json = {**FROZEN, "derived": [{"name": "policy", "key": "policy", "value": "no"}]}
    laptop.append([Draft("checklist", CHECKLIST, "frozen", corrected)], reason="a correction")
    assert rows(laptop, "SELECT name, value FROM counted_answer") == [("policy", "no")]


def test_an_inspection_made_of_a_record_of_another_one_does_not_count(laptop: Laptop) -> None:
    other = "01a20343-6cbb-7000-8707-0000000000ff"
    laptop.append([Draft("checklist", "c2", "frozen", FROZEN)], inspection=other)
    laptop.append([Draft("inspection", other, "status", "finalised")])
    assert rows(laptop, "SELECT count(*) FROM counted_answer") == [(0,)]


def test_rebuilding_gives_the_same_tables(laptop: Laptop) -> None:
    record(laptop)
    finalise(laptop)
    (first,) = laptop.answer("x", "a")
    laptop.answer("x", "b"), laptop.answer("x", "c", prior=(first.id,))
    laptop.answer("y", "a name"), laptop.erase("y")
    before = laptop.tables()
    assert all(before[name] for name in before if name != "waiting")
    rebuild(laptop.database)
    assert laptop.tables() == before
    for table in (
        "inspection",
        "checklist",
        "answer",
        "finding",
        "evidence",
        "letter",
        "counted_answer",
        "head",
    ):
        laptop.database.connection.execute(f"DELETE FROM {table}")
    laptop.database.connection.execute("UPDATE field_state SET event = NULL, heads = 7, conflict = 1")
    steps: list[tuple[int, int]] = []
    rebuild(laptop.database, lambda done, total: steps.append((done, total)))
    assert laptop.tables() == before
    assert steps[-1][0] == steps[-1][1] > 0


def test_a_rebuild_can_be_cancelled_while_it_writes_and_then_nothing_has_changed(laptop: Laptop) -> None:
    laptop.append([Draft("answer", f"{CHECKLIST}:q{n}", "value", f"answer {n}") for n in range(1200)])
    before = laptop.tables()

    def cancel(done: int, total: int) -> None:
        assert done < total
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(laptop.database, cancel)
    assert laptop.tables() == before
