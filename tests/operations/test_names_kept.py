"""The pseudonym key: kept apart from the record, told to screens without a word of it, gone with the copy."""

from __future__ import annotations

import pytest

from inspector_app.errors import KnownError
from inspector_app.inspections.inspection import Inspection
from inspector_app.operations.checklist_session import open_checklists
from inspector_app.operations.desk import Desk
from inspector_app.operations.history import inspection_history
from inspector_app.operations.overview import overview
from inspector_app.operations.pseudonyms import LaptopNames, names_view
from inspector_app.operations.search import search_all

NAME = "Recognisable"


@pytest.fixture
def inspection(laptop: Desk) -> Inspection:
    return laptop.inspection(laptop.store.inspection_ids()[0])


def test_names_are_in_no_event_history_or_search(laptop: Desk, inspection: Inspection) -> None:
    sessions = open_checklists(laptop, inspection)
    before = laptop.store.events(inspection.id)
    LaptopNames(laptop).remember(inspection.id, f" {NAME}  Child ", "YP7")
    assert LaptopNames(laptop).names(inspection.id) == {f"{NAME} Child": "YP7"}
    assert laptop.store.events(inspection.id) == before
    assert search_all(laptop, NAME) == ()
    assert NAME not in str(inspection_history(laptop, sessions, inspection.id))
    changed = laptop.touched.take()
    assert any(one.about("names") for one in changed) and NAME not in str(changed)


def test_pseudonyms_used_without_a_name_are_named_in_order(laptop: Desk, inspection: Inspection) -> None:
    sessions = open_checklists(laptop, inspection)
    assert names_view(laptop, inspection.id, sessions).wanted == ("YP1", "YP2")
    key = LaptopNames(laptop)
    for number in (10, 2):
        key.remember(inspection.id, f"{NAME} {number}", f"YP{number}")
    view = names_view(laptop, inspection.id, sessions)
    assert [pseudonym for pseudonym, _ in view.entries] == ["YP2", "YP10"]
    assert view.wanted == ("YP1",)
    part = next(one for one in overview(laptop, sessions, inspection.id).parts if one.key == "names")
    assert (part.state, part.words) == ("done", "2 kept")


def test_one_or_all_names_are_taken_away_and_put_back(laptop: Desk, inspection: Inspection) -> None:
    key = LaptopNames(laptop)
    key.remember(inspection.id, "Skye", "YP1")
    key.remember(inspection.id, "Skye Baxter", "YP1")
    key.take_away(inspection.id, "Skye")
    assert key.names(inspection.id) == {"Skye Baxter": "YP1"}
    key.forget(inspection.id)
    assert key.names(inspection.id) == {}
    key.remember_all(inspection.id, {"Skye": "YP1"})
    assert key.names(inspection.id) == {"Skye": "YP1"}
    with pytest.raises(KnownError, match="name and its pseudonym"):
        key.remember(inspection.id, "YP1", "yp1")
