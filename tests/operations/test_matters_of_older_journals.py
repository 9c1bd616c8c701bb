"""A matter that an older journal holds as a claim is read, goes on, and is found like one of its own kind."""

from __future__ import annotations

import hashlib

import pytest

from inspector_app.inspections.inspection import Inspection
from inspector_app.journal import records
from inspector_app.journal.event import Json, canonical
from inspector_app.operations.checklist_session import open_checklists
from inspector_app.operations.complaint import (
    link_findings,
    matters,
    new_matter,
    remove_matter,
    set_matter,
    type_matter,
)
from inspector_app.operations.desk import Desk
from inspector_app.operations.history import inspection_history
from inspector_app.operations.paper_frame import CODED_KINDS, record_code
from inspector_app.operations.search import search_all
from inspector_app.operations.start_inspection import Plan, start_inspection
from inspector_app.operations.typing import fold_typed
from inspector_app.operations.undo import undo


@pytest.fixture
def visit(laptop: Desk) -> Inspection:
    """An inspection after a complaint with a matter as older releases wrote it."""
    number = laptop.inspection(laptop.store.inspection_ids()[0]).service.service_number
    plan = Plan("EX-VISIT", number, "complaint", False, laptop.today(), ("Inspector A (example)",))
    begun = start_inspection(laptop, plan)[0]
    fields = {"about": "complaint", "text": "Meals were late.", "result": "upheld", "note": "We saw it."}
    laptop.write_fields(begun.id, records.CLAIM, "old-matter", {**fields})
    return begun


def kinds(desk: Desk, visit: Inspection) -> dict[str, set[str]]:
    return {kind: set(desk.store.records(visit.id, kind)) for kind in (records.CLAIM, records.MATTER)}


def test_it_stands_beside_new_ones_and_each_goes_on_under_its_kind(laptop: Desk, visit: Inspection) -> None:
    made = new_matter(laptop, visit)
    set_matter(laptop, visit, made, "text", "Nobody answered.")
    set_matter(laptop, visit, "old-matter", "result", "not_upheld")
    type_matter(laptop, visit, "old-matter", "note", "We saw every meal.")
    link_findings(laptop, visit, "old-matter", [])
    fold_typed(laptop)
    found = {one.id: (one.text, one.result, one.note) for one in matters(laptop, visit)}
    assert found == {
        "old-matter": ("Meals were late.", "not_upheld", "We saw every meal."),
        made: ("Nobody answered.", "", ""),
    }
    assert kinds(laptop, visit) == {records.CLAIM: {"old-matter"}, records.MATTER: {made}}


def test_it_is_found_told_taken_out_and_brought_back(laptop: Desk, visit: Inspection) -> None:
    made = new_matter(laptop, visit)
    set_matter(laptop, visit, made, "text", "Meals were cold.")
    hits = {hit.record: hit.kind_words for hit in search_all(laptop, "meals")}
    assert hits == {"old-matter": "Matter complained of", made: "Matter complained of"}
    sessions = open_checklists(laptop, visit)
    remove_matter(laptop, visit, "old-matter")
    told = inspection_history(laptop, sessions, visit.id, 1)[0].changes[0].what
    assert told.startswith("Matter “Meals were late.”")
    assert [one.id for one in matters(laptop, visit)] == [made]
    undo(laptop, visit, sessions)
    assert {one.id for one in matters(laptop, visit)} == {"old-matter", made}


def test_codes_of_letters_issued_before_stay_what_they_are(laptop: Desk, visit: Inspection) -> None:
    content: dict[str, Json] = {"version": 1, "inspection": visit.id}
    for kind in CODED_KINDS:
        if kind != records.MATTER:
            content[kind] = {name: dict(said) for name, said in laptop.store.records(visit.id, kind).items()}
    before = record_code(laptop, visit, 1).digest
    assert before == hashlib.sha256(canonical(content)).hexdigest()
    new_matter(laptop, visit)
    assert record_code(laptop, visit, 1).digest != before
