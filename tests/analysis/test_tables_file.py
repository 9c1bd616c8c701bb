"""The shape of the tables is data; a fault in it is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from counted_rows import QUESTIONS, RESOURCES, cse_spec

from inspector_app.analysis.tables_file import read_spec, spec_from_toml
from inspector_app.errors import KnownError

SHIPPED = (RESOURCES / "frameworks" / "cse-2016" / "tables.toml").read_text(encoding="utf-8")


def test_the_shipped_tables_have_the_questions_and_combined_classes_promised() -> None:
    spec = cse_spec()
    assert tuple(question.code for question in spec.questions) == QUESTIONS
    assert [breakdown.code for breakdown in spec.breakdowns] == ["overall", "type", "sector"]
    assert {one.code for question in spec.questions for one in question.combined} == {
        "in_place_or_in_development",
        "all_or_majority",
        "minority_or_none",
        "yes_or_partially",
    }
    outside = [(q.code, a.code) for q in spec.questions for a in q.answers if a.outside_base]
    assert outside == [("care_plans", "not_applicable")]
    assert spec.small_base == 10


def test_a_question_is_found_by_its_code() -> None:
    assert cse_spec().question("systems").code == "systems"
    with pytest.raises(KeyError):
        cse_spec().question("weather")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "cse-2016"', "id = 7", "the file: `id`"),
        ("small_base = 10", 'small_base = "ten"', "`small_base` must be a whole number"),
        ("small_base = 10", "small_base = true", "`small_base` must be a whole number"),
        ('id = "systems"', 'id = "=systems"', "'=systems'"),
        ('id = "systems"', 'id = "policy"', "the questions: policy is there twice"),
        ('of = ["all", "majority"]', 'of = ["all", "most"]', "aware_responsibilities, combined"),
        ('of = ["all", "majority"]', 'of = ["all", "all"]', "all is there twice"),
        ('of = ["all", "majority"]', 'of = "all"', "two or more answers"),
        ('of = ["all", "majority"]', 'of = ["all", ["majority"]]', "two or more answers"),
        ('{ id = "no", label = "No" }', '{ id = "yes", label = "Yes" }', "yes is there twice"),
        ('label = "Care home"', "label = 1", "breakdown type, groups: `label`"),
        ('by = "sector"', 'by = "weather"', "breakdown sector: `by` must be one of"),
        ('by = "sector"', 'by = "all"', "a breakdown by all has one group"),
        ("from = 75", "from = 95", "from the highest bound down"),
        ("from = 75", "over = 75\nfrom = 75", "either `from` or `over`"),
        ("over = 0\n\n[[word]]\nword = \"none\"\nfrom = 0", "over = 0", "last word"),
        ("[[question]]", "[[questions]]", "`question` is missing"),
        ("[[breakdown]]", "[breakdown", "not valid TOML"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place(old: str, new: str, said: str) -> None:
    assert old in SHIPPED
    with pytest.raises(KnownError) as caught:
        spec_from_toml(SHIPPED.replace(old, new), "tables.toml")
    assert caught.value.code == "tables-file"
    assert said in caught.value.message


def test_an_answer_outside_the_base_cannot_be_part_of_a_combined_class() -> None:
    text = SHIPPED.replace('of = ["yes", "partially"]', 'of = ["yes", "not_applicable"]')
    with pytest.raises(KnownError, match="answers inside the base"):
        spec_from_toml(text)


def test_a_file_that_is_missing_or_not_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be read"):
        read_spec(tmp_path / "tables.toml")
    (tmp_path / "tables.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KnownError, match="cannot be read"):
        read_spec(tmp_path / "tables.toml")
