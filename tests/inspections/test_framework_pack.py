"""A framework pack is read strictly; the shipped one has standard and law for each day it may be used."""

from __future__ import annotations

import csv
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app import resources
from inspector_app.errors import KnownError
from inspector_app.inspections.finding import FindingKind, missing_parts
from inspector_app.inspections.framework_file import first_uncovered, load_framework, shipped_framework
from inspector_app.inspections.standards import Clause, Validity
from inspector_app.inspections.suggest import Suggestion

SOURCE = resources.path("frameworks", "cse-2016")
FRAMEWORK = shipped_framework("cse-2016")
SAMPLE = Path(__file__).resolve().parents[2].parent / "shared" / "published" / "sample_332.csv"
FIRST = date(2011, 4, 1)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    for name in ("framework.toml", "clauses.toml"):
        shutil.copy(SOURCE / name, tmp_path / name)
    return tmp_path


def edit(pack: Path, name: str, old: str, new: str) -> None:
    text = (pack / name).read_text("utf-8")
    assert old in text
    (pack / name).write_text(text.replace(old, new, 1), "utf-8")


def refusal(pack: Path) -> str:
    with pytest.raises(KnownError) as caught:
        load_framework(pack)
    assert caught.value.code == "framework-invalid"
    assert caught.value.advice
    return caught.value.message


def test_unedited_copy_loads_and_equals_the_shipped_framework(pack: Path) -> None:
    assert load_framework(pack) == FRAMEWORK


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("framework.toml", 'id = "cse-2016"', "", "framework.toml, the top of the file: “id” is missing"),
        ("framework.toml", 'title = "Child', 'titel = "Child', "“title” is missing"),
        ("framework.toml", 'version = "2016.1"', 'version = "2016 1"', "“version” holds a blank"),
        ("framework.toml", 'version = "2016.1"', "version = 2016", "“version” must be a text"),
        (
            "framework.toml",
            'version = "2016.1"',
            'version = "2016.1"\nextra = 1',
            "“extra” is not known here",
        ),
        ("framework.toml", "example = true", 'example = "yes"', "regulator: “example” must be true or false"),
        (
            "framework.toml",
            'reporting_type = "fostering"',
            'reporting_type = "foster"',
            "service_type fostering",
        ),
        (
            "framework.toml",
            'code = "private"',
            'code = "local_authority"',
            "sector local_authority: “local_aut",
        ),
        ("framework.toml", "value = 6", "value = 7", "scale 7: “value” must be a whole number"),
        ("framework.toml", "value = 6", "value = 5", "stands there twice"),
        ("framework.toml", 'after = "draft"', 'after = "letter"', "comes after “letter”"),
        ("framework.toml", "working_days = 15", "working_days = -1", "step draft: “working_days”"),
        (
            "framework.toml",
            "valid_from = 2018-04-01",
            'valid_from = "2018"',
            "standard hscs-1.29: “valid_from”",
        ),
        ("framework.toml", "valid_to = 2018-03-31", "valid_to = 2001-03-31", "lies before “valid_from”"),
        ("framework.toml", "[[theme]]", "[[theme]", "framework.toml cannot be read"),
        ("clauses.toml", 'kind = "requirement"', 'kind = "demand"', "clause policy-write-required: “kind”"),
        (
            "clauses.toml",
            'theme = "staffing"',
            'theme = "staff"',
            "clause responsibilities-extend: The theme",
        ),
        ("clauses.toml", 'unit = "weeks"', 'unit = "fortnights"', "policy-write-required, deadline: “unit”"),
        ("clauses.toml", "amount = 8", "amount = 0", "deadline: “amount”"),
        ("clauses.toml", 'hooks = ["ssi-2011-210-r4"]', "", "policy-write-required: “hooks” is missing"),
        ("clauses.toml", 'hooks = ["ssi-2011-210-r4"]', "hooks = []", "“hooks” is empty"),
        ("clauses.toml", 'hooks = ["ssi-2011-210-r4"]', 'hooks = ["r4"]', "The hook “r4” is not defined"),
        ("clauses.toml", "speed = ", "haste = ", "reasons: “speed” is missing"),
        ("clauses.toml", "actions = [", "action = [", "clause policy-complete: “actions” is missing"),
        (
            "clauses.toml",
            'id = "policy-complete"\nkind = "recommendation"',
            'id = "policy-complete"\nhooks = ["ssi-2011-210-r4"]\nkind = "recommendation"',
            "clause policy-complete: “hooks” is not known here",
        ),
        (
            "clauses.toml",
            'standards = ["hscs-3.20", "ncs-safety"]',
            'standards = ["hscs-3.20"]',
            "On 2011-04-01 the clause may be used, but no standard",
        ),
        (
            "clauses.toml",
            'hooks = ["ssi-2011-210-r15", "asp-2019-6-s8"]',
            'hooks = ["ssi-2011-210-r15"]',
            "On 2024-04-01 the clause may be used, but no hook",
        ),
    ],
)
def test_a_slip_is_refused_naming_file_and_entry(
    pack: Path, file: str, old: str, new: str, said: str
) -> None:
    edit(pack, file, old, new)
    message = refusal(pack)
    assert message.startswith((f"{file}, ", "The framework file"))
    assert said in message


def test_a_clause_may_end_with_its_law(pack: Path) -> None:
    edit(
        pack,
        "clauses.toml",
        'hooks = ["ssi-2011-210-r15", "asp-2019-6-s8"]\n',
        'hooks = ["ssi-2011-210-r15"]\nvalid_to = 2024-03-31\n',
    )
    assert "responsibilities-required" not in [
        c.id for c in load_framework(pack).clauses_on(date(2024, 4, 1))
    ]


def test_missing_file_is_refused_by_name(pack: Path) -> None:
    (pack / "clauses.toml").unlink()
    assert "clauses.toml" in refusal(pack)


def test_framework_that_is_not_installed_is_refused() -> None:
    with pytest.raises(KnownError, match="not installed"):
        shipped_framework("cse-1999")


@pytest.mark.parametrize("open_end", [False, True])
@given(days=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 15)), min_size=1, max_size=5))
def test_first_uncovered_day_is_found(open_end: bool, days: list[tuple[int, int]]) -> None:
    start = date(2020, 1, 1)
    parts = [
        Validity(start + timedelta(days=first), start + timedelta(days=first + length))
        for first, length in days
    ]
    if open_end:
        parts.append(Validity(start + timedelta(days=20), None))
    whole = Validity(start, start + timedelta(days=60))
    every = [start + timedelta(days=n) for n in range(61)]
    expected = next((day for day in every if not any(part.covers(day) for part in parts)), None)
    assert first_uncovered(whole, parts) == expected


def test_shipped_scale_is_stored_by_integer_and_named() -> None:
    assert {level.value: level.name for level in FRAMEWORK.scale.values()} == {
        6: "Excellent",
        5: "Very good",
        4: "Good",
        3: "Adequate",
        2: "Weak",
        1: "Unsatisfactory",
    }
    assert list(FRAMEWORK.themes) == [
        "care_and_support",
        "environment",
        "staffing",
        "management_and_leadership",
    ]


def test_standards_of_2018_are_known_by_their_printed_codes() -> None:
    new = [entry for entry in FRAMEWORK.standards.values() if entry.validity.valid_from == date(2018, 4, 1)]
    assert [entry.code for entry in new] == ["1.29", "3.20", "3.21", "3.23", "3.25"]
    assert not set(new) & set(FRAMEWORK.standards_on(date(2018, 3, 31)))
    assert set(new) == set(FRAMEWORK.standards_on(date(2018, 4, 1)))


def test_staffing_regulation_gives_way_to_the_staffing_act() -> None:
    before = {hook.id for hook in FRAMEWORK.hooks_on(date(2024, 3, 31))}
    after = {hook.id for hook in FRAMEWORK.hooks_on(date(2024, 4, 1))}
    assert before - after == {"ssi-2011-210-r15"}
    assert after - before == {"asp-2019-6-s7", "asp-2019-6-s8"}
    assert all(hook.confirm for hook in FRAMEWORK.hooks.values())


@pytest.mark.parametrize(
    "on", [FIRST, date(2016, 4, 1), date(2018, 3, 31), date(2018, 4, 1), date(2024, 4, 1), date(2026, 11, 22)]
)
@pytest.mark.parametrize("clause", FRAMEWORK.clauses.values(), ids=lambda clause: clause.id)
def test_every_shipped_clause_gives_a_finding_that_lacks_only_the_decision(clause: Clause, on: date) -> None:
    standard, hook = FRAMEWORK.basis(clause, on)
    suggestion = Suggestion(clause, "policy", "none", standard, hook)
    finding = suggestion.draft("f1", "e1", on)
    gaps = [gap.part for gap in missing_parts(finding, on, FRAMEWORK, issued_on=on)]
    assert gaps == ["decision"]


def test_requirements_say_must_and_recommendations_should() -> None:
    for clause in FRAMEWORK.clauses.values():
        word = "must" if clause.kind is FindingKind.REQUIREMENT else "should"
        assert word in clause.outcome.split(), clause.id
        assert all(action.endswith(".") for action in clause.actions), clause.id


def test_codes_are_those_of_the_published_sample() -> None:
    if not SAMPLE.is_file():
        pytest.skip("the published sample is not on this machine")
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert FRAMEWORK.reporting_type(row["service_type"]) == row["reporting_type"]
            assert row["sector"] in FRAMEWORK.sectors
