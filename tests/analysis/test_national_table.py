"""The national table on small sets of answers whose figures were worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest
from counted_rows import answered, cse_spec
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.analysis.guard import problems
from inspector_app.analysis.national import Apart, Cell, NationalTable, national_table
from inspector_app.analysis.rows import CountedAnswer
from inspector_app.errors import KnownError

SPEC = cse_spec()


def cells(
    table: NationalTable, question: str, breakdown: str, group: str
) -> dict[str, tuple[int, int, int | None]]:
    return {
        cell.answer: (cell.count, cell.base, cell.percent)
        for cell in table.cells
        if (cell.question, cell.breakdown, cell.group) == (question, breakdown, group)
    }


def apart(table: NationalTable, question: str, breakdown: str, group: str) -> tuple[int, int]:
    return next(
        (one.missing, one.not_assessed)
        for one in table.apart
        if (one.question, one.breakdown, one.group) == (question, breakdown, group)
    )


CARE_PLANS = [
    answered("01", "care_plans", "yes"),
    answered("02", "care_plans", "yes", sector="voluntary"),
    answered("03", "care_plans", "no", sector="voluntary"),
    answered("04", "care_plans", "not_applicable", sector="voluntary"),
    answered("05", "care_plans", "partially", reporting_type="secure"),
    answered("06", "care_plans", "", reporting_type="secure"),
    answered("07", "care_plans", "", not_assessed=True),
    answered("08", "care_plans", "", relevant=False),
    answered("09", "care_plans", "not_applicable", reporting_type="adoption"),
]


def test_percentages_are_of_those_inside_the_base_and_not_applicable_of_all_who_answered() -> None:
    table = national_table(CARE_PLANS, SPEC)
    assert cells(table, "care_plans", "overall", "all") == {
        "yes": (2, 4, 50),
        "partially": (1, 4, 25),
        "no": (1, 4, 25),
        "not_applicable": (2, 6, 33),
        "yes_or_partially": (3, 4, 75),
    }


def test_a_group_has_its_own_base() -> None:
    table = national_table(CARE_PLANS, SPEC)
    assert cells(table, "care_plans", "sector", "voluntary") == {
        "yes": (1, 2, 50),
        "partially": (0, 2, 0),
        "no": (1, 2, 50),
        "not_applicable": (1, 3, 33),
        "yes_or_partially": (1, 2, 50),
    }


def test_a_group_where_all_are_outside_the_base_has_blank_percentages() -> None:
    table = national_table(CARE_PLANS, SPEC)
    assert cells(table, "care_plans", "type", "adoption") == {
        "yes": (0, 0, None),
        "partially": (0, 0, None),
        "no": (0, 0, None),
        "not_applicable": (1, 1, 100),
        "yes_or_partially": (0, 0, None),
    }


def test_missing_and_not_assessed_are_in_no_base_and_are_told_apart() -> None:
    table = national_table(CARE_PLANS, SPEC)
    assert apart(table, "care_plans", "overall", "all") == (1, 1)
    assert apart(table, "care_plans", "type", "secure") == (1, 0)
    assert apart(table, "care_plans", "sector", "voluntary") == (0, 0)


def test_a_question_that_was_not_relevant_is_neither_counted_nor_missing() -> None:
    table = national_table([answered("01", "systems", "", relevant=False)], SPEC)
    assert cells(table, "systems", "overall", "all")["yes"] == (0, 0, None)
    assert apart(table, "systems", "overall", "all") == (0, 0)


def test_an_answer_given_before_it_could_not_be_assessed_is_not_counted() -> None:
    table = national_table([answered("01", "systems", "yes", not_assessed=True)], SPEC)
    assert cells(table, "systems", "overall", "all")["yes"] == (0, 0, None)
    assert apart(table, "systems", "overall", "all") == (0, 1)


def test_combined_percentages_come_from_counts_and_not_from_rounded_percentages() -> None:
    rows = [answered(f"{n:02}", "aware_indicators", "all") for n in range(5)]
    rows += [answered(f"{n:02}", "aware_indicators", "majority") for n in range(5, 10)]
    rows += [answered(f"{n:02}", "aware_indicators", "none") for n in range(10, 13)]
    found = cells(national_table(rows, SPEC), "aware_indicators", "overall", "all")
    assert (found["all"], found["majority"]) == ((5, 13, 38), (5, 13, 38))
    assert found["all_or_majority"] == (10, 13, 77)


@pytest.mark.parametrize(("count", "base", "expected"), [(1, 8, 13), (1, 200, 1), (1, 201, 0), (5, 8, 63)])
def test_half_a_percent_is_rounded_up(count: int, base: int, expected: int) -> None:
    rows = [answered(f"{n:03}", "systems", "yes" if n < count else "no") for n in range(base)]
    assert cells(national_table(rows, SPEC), "systems", "overall", "all")["yes"] == (count, base, expected)


def test_cells_are_in_the_fixed_order_even_with_nothing_to_count() -> None:
    table = national_table([], SPEC)
    places = [(cell.question, cell.breakdown, cell.group, cell.answer) for cell in table.cells]
    assert places[:5] == [
        ("policy", "overall", "all", "in_place"),
        ("policy", "overall", "all", "in_development"),
        ("policy", "overall", "all", "none"),
        ("policy", "overall", "all", "in_place_or_in_development"),
        ("policy", "type", "care_home", "in_place"),
    ]
    assert places[-1] == ("care_plans", "sector", "other", "yes_or_partially")
    assert len(places) == len(set(places)) == 11 * (4 + 4 + 6 + 6 + 4 + 5)
    assert all(cell.percent is None and cell.count == cell.base == 0 for cell in table.cells)
    assert problems(table) == ()


def test_a_row_met_twice_counts_once() -> None:
    row = answered("01", "systems", "yes")
    assert cells(national_table([row, row], SPEC), "systems", "overall", "all")["yes"] == (1, 1, 100)


def test_two_different_answers_of_one_inspection_are_refused_by_name() -> None:
    rows = [answered("01", "systems", "yes"), answered("01", "systems", "no")]
    with pytest.raises(KnownError, match="Inspection 01 has two different answers") as caught:
        national_table(rows, SPEC)
    assert caught.value.code == "answers-disagree"


def test_an_example_is_never_counted_with_live_records() -> None:
    rows = [answered("01", "systems", "yes"), answered("02", "systems", "yes", realm="example")]
    with pytest.raises(KnownError, match="example, live") as caught:
        national_table(rows, SPEC)
    assert caught.value.code == "realm-mixed"


@pytest.mark.parametrize(
    ("row", "named"),
    [
        (answered("01", "systems", "sometimes"), 'answer "sometimes"'),
        (answered("01", "systems", "yes", outside_base=True), 'answer "yes" outside the base'),
        (answered("01", "care_plans", "not_applicable", outside_base=False), "inside the base"),
        (answered("01", "systems", "yes", reporting_type="hotel"), 'service type "hotel"'),
        (answered("01", "systems", "", sector="guild"), 'sector "guild"'),
    ],
)
def test_what_no_cell_would_show_is_refused_and_not_dropped(row: CountedAnswer, named: str) -> None:
    with pytest.raises(KnownError, match="Inspection 01") as caught:
        national_table([answered("00", "systems", "yes"), row], SPEC)
    assert caught.value.code == "tables-mismatch"
    assert named in caught.value.message


def test_two_inspections_of_one_service_need_the_counting_rule_first() -> None:
    rows = [answered("01", "systems", "yes", service="CS1"), answered("02", "systems", "no", service="CS1")]
    with pytest.raises(ValueError, match="more than one inspection"):
        national_table(rows, SPEC)


def test_questions_that_the_tables_do_not_have_are_left_alone() -> None:
    table = national_table([answered("01", "weather", "fine")], SPEC)
    assert problems(table) == ()
    assert sum(cell.count for cell in table.cells) == 0


OPTIONS = {question.code: [answer.code for answer in question.answers] for question in SPEC.questions}
TYPES = [group.code for group in SPEC.breakdowns[1].groups]
SECTORS = [group.code for group in SPEC.breakdowns[2].groups]


@st.composite
def inspections(draw: st.DrawFn) -> list[CountedAnswer]:
    rows = []
    for number in range(draw(st.integers(0, 12))):
        kind, sector = draw(st.sampled_from(TYPES)), draw(st.sampled_from(SECTORS))
        for question, options in OPTIONS.items():
            rows.append(
                answered(
                    f"{number:02}",
                    question,
                    draw(st.sampled_from(["", *options])),
                    reporting_type=kind,
                    sector=sector,
                    not_assessed=draw(st.booleans()) and draw(st.booleans()),
                    relevant=draw(st.booleans()) or draw(st.booleans()),
                )
            )
    return rows


@settings(max_examples=60, deadline=None)
@given(inspections(), st.randoms(use_true_random=False))
def test_neither_the_order_of_rows_nor_repeated_rows_change_the_table(
    rows: list[CountedAnswer], random: st.DataObject
) -> None:
    table = national_table(rows, SPEC)
    shuffled = rows + rows[: len(rows) // 2]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert national_table(shuffled, SPEC) == table


@settings(max_examples=60, deadline=None)
@given(inspections())
def test_every_relevant_answer_is_in_exactly_one_cell_or_apart(rows: list[CountedAnswer]) -> None:
    table = national_table(rows, SPEC)
    assert problems(table) == ()
    plain = {(question.code, answer.code) for question in SPEC.questions for answer in question.answers}
    for breakdown in ("overall", "type", "sector"):
        counted = sum(
            cell.count
            for cell in table.cells
            if cell.breakdown == breakdown and (cell.question, cell.answer) in plain
        )
        left = sum(one.missing + one.not_assessed for one in table.apart if one.breakdown == breakdown)
        assert counted + left == sum(row.relevant for row in rows)


def test_cells_and_what_is_apart_are_plain_facts() -> None:
    table = national_table([answered("01", "policy", "none", on=date(2017, 3, 31))], SPEC)
    assert table.cells[2] == Cell("policy", "overall", "all", "none", 1, 1, 100)
    assert table.apart[0] == Apart("policy", "overall", "all", 0, 0)
    assert (table.realm, table.inspections) == ("live", 1)
