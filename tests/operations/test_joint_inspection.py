"""A joint inspection is a pack of data: indicators, its own checklist, words of the pack it builds on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from inspector_app.errors import KnownError
from inspector_app.inspections.checks.word_lists import shipped_lists
from inspector_app.inspections.framework_file import load_framework, shipped_framework
from inspector_app.inspections.letter_wording import load_wording
from inspector_app.inspections.pack_files import pack_file, shipped_frameworks
from inspector_app.inspections.retention_rules import shipped_retention
from inspector_app.inspections.service import Service
from inspector_app.operations.desk import Desk
from inspector_app.operations.finalise import obstacles
from inspector_app.operations.grades import choose_themes, record_grade
from inspector_app.operations.narrative import narrative_view, set_narrative, type_narrative
from inspector_app.operations.overview import overview
from inspector_app.operations.paper_offers import languages
from inspector_app.operations.prepare import propose
from inspector_app.operations.register import preview_register
from inspector_app.operations.start_inspection import Plan, start_inspection
from inspector_app.operations.typing import fold_typed

JOINT, USUAL = "joint-2014", "cse-2016"
AREA = Service(
    service_number="CS9900000099",
    name="Exampleshire (example)",
    service_type="partnership_area",
    sector="partnership",
    area="Exampleshire (example)",
)


def test_all_22_indicators_are_keyed_on_their_code_and_nine_are_reported() -> None:
    pack = shipped_framework(JOINT)
    assert len(pack.themes) == 22
    assert all(title.startswith(f"{code} ") for code, title in pack.themes.items())
    assert pack.reported == ("1.1", "2.1", "2.2", "5.1", "5.2", "5.3", "6.2", "6.3", "9.4")
    assert shipped_frameworks() == (USUAL, JOINT)


def test_what_a_pack_lacks_comes_from_the_one_it_builds_on() -> None:
    assert load_wording(JOINT) == load_wording(USUAL)
    assert shipped_lists(JOINT) == shipped_lists(USUAL)
    assert shipped_retention(JOINT) == shipped_retention(USUAL)
    assert languages(JOINT) == languages(USUAL)
    assert pack_file("no-such-pack", "letters", "en.toml").parts[-3] == "no-such-pack"


def test_a_reported_code_that_is_no_theme_is_refused(tmp_path: Path) -> None:
    for name in ("framework.toml", "clauses.toml"):
        text = pack_file(JOINT, name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace('reported = ["1.1"', 'reported = ["10"'), encoding="utf-8")
    with pytest.raises(KnownError, match="theme “10” is not defined"):
        load_framework(tmp_path)


def test_an_area_is_taken_into_the_register_beside_services(laptop: Desk, tmp_path: Path) -> None:
    file = tmp_path / "register.csv"
    file.write_text(
        "service_number,name,service_type,sector,area\n"
        "CS9900000099,Exampleshire (example),Community planning partnership area,partnership,Exampleshire\n"
        "CS9900000001,Riverbank House (example),care_home,voluntary,Exampleshire\n",
        encoding="utf-8",
    )
    preview = preview_register(laptop, file)
    assert preview.problems == ()
    assert [one.service_type for one in preview.services] == ["partnership_area", "care_home"]


def test_the_types_offered_are_those_of_the_packs_that_know_the_service(laptop: Desk) -> None:
    laptop.store.put_services([AREA])
    assert [code for code, _ in propose(laptop, AREA.service_number).types] == ["joint"]
    assert "joint" not in dict(propose(laptop, "CS9900000001").types)
    plan = Plan("EX-JOINT", AREA.service_number, "focus", True, laptop.today(), ("Inspector A (example)",))
    with pytest.raises(KnownError, match="no type of inspection"):
        start_inspection(laptop, plan)
    inspection, (session,) = start_inspection(laptop, replace(plan, type="joint"))
    assert (inspection.framework, session.form.form_id) == (JOINT, "joint-2014")


def test_the_area_report_is_asked_for_kept_and_open_until_written(laptop: Desk) -> None:
    laptop.store.put_services([AREA])
    plan = Plan("EX-JOINT", AREA.service_number, "joint", True, laptop.today(), ("Inspector A (example)",))
    inspection, sessions = start_inspection(laptop, plan)
    choose_themes(laptop, inspection, ["1.1", "5.2"])
    record_grade(laptop, inspection, "1.1", 4, "Children do well.")
    found = obstacles(laptop, inspection, sessions, laptop.today())
    assert {one.where for one in found if one.kind == "grade"} == {"5.2"}
    set_narrative(laptop, inspection, "response", "Partners act together.")
    type_narrative(laptop, inspection, "capacity", "Good.")
    part = next(one for one in overview(laptop, sessions, inspection.id).parts if one.key == "narrative")
    assert (part.state, part.words, part.open_count) == ("half", "1 open", 1)
    fold_typed(laptop)
    view = narrative_view(laptop, inspection)
    assert (view.missing, view.parts["capacity"]) == ((), "Good.")
    with pytest.raises(KnownError, match="no part called"):
        set_narrative(laptop, inspection, "weather", "Fine.")
