"""A screen as facts: what is asked, what is open, why something is hidden, how a class came about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from checklist_desk import Begun, begin

from inspector_app.operations import screens
from inspector_app.operations.program import Program
from inspector_app.operations.screen_facts import CardView, SampleView


@pytest.fixture
def begun(program: Program, tmp_path: Path) -> Iterator[Begun]:
    made = begin(program, tmp_path / "desks")
    yield made
    made.desk.store.close()


def card(begun: Begun, screen: str, number: str) -> CardView:
    return next(one for one in screens.screen_view(begun.session, screen).cards if one.number == number)


def sample(begun: Begun, screen: str) -> SampleView:
    (found,) = screens.screen_view(begun.session, screen).samples
    return found


def test_the_four_screens_come_in_the_order_of_the_checklist(begun: Begun) -> None:
    refs = screens.all_screens(begun.sessions)
    assert [(ref.key, ref.title) for ref in refs] == [
        ("policy", "Policy"),
        ("staff_awareness", "Staff awareness"),
        ("risk_systems", "Risk systems"),
        ("care_plans", "Care plans"),
    ]


def test_a_question_gathers_its_reasons_its_comment_and_why_it_could_not_be_assessed(begun: Begun) -> None:
    first = card(begun, "policy", "Q1")
    assert [part.role for part in first.parts] == ["field", "reasons", "comment"]
    assert [field.node.key.rsplit("/", 1)[-1] for field in first.fields] == [
        "policy",
        "policy_reasons",
        "policy_comment",
    ]
    begun.answer("policy", "could_not_be_assessed")
    assert [field.open for field in card(begun, "policy", "Q1").fields] == [False, True, False, False]


def test_a_question_that_is_not_asked_says_why_in_the_words_of_the_checklist(begun: Begun) -> None:
    assert card(begun, "policy", "Q2").hidden == "Not asked, because Q1 is not answered."
    begun.answer("policy", "none")
    assert card(begun, "policy", "Q2").hidden == "Not asked, because Q1 is “No”."
    assert card(begun, "staff_awareness", "Q3").hidden == "Not asked, because Q1 is “No”."
    begun.answer("policy", "in_place")
    assert card(begun, "policy", "Q2").hidden == ""


@pytest.mark.parametrize(
    ("known", "aware", "asked", "words", "settled"),
    [
        ((), 0, 0, "nobody asked yet", False),
        (("yes", "yes", "no"), 2, 3, "majority", True),
        (("yes", "no"), 1, 2, "exactly half: choose and say why", False),
        (("no", "not_asked"), 0, 1, "none", True),
    ],
)
def test_a_derived_class_tells_how_it_came_about(
    begun: Begun, known: tuple[str, ...], aware: int, asked: int, words: str, settled: bool
) -> None:
    begun.staff(*known)
    derived = card(begun, "staff_awareness", "Q4").derived
    assert derived is not None
    assert (derived.aware, derived.asked, derived.words, derived.settled) == (aware, asked, words, settled)


def test_another_class_than_the_sample_gives_is_named_and_wants_a_reason(begun: Begun) -> None:
    begun.staff("yes", "yes", "no")
    begun.answer("aware_indicators_choice", "minority")
    found = card(begun, "staff_awareness", "Q4")
    assert found.derived is not None and found.derived.chosen == "Minority"
    assert found.answer.node.value == "minority"
    assert [field.missing for field in found.fields if field.open] == [
        "Say why, because the sample gives another class or exactly half."
    ]


def test_choosing_the_class_that_the_sample_gives_takes_the_choice_back(begun: Begun) -> None:
    begun.staff("yes", "yes", "no")
    key = begun.key("aware_indicators_choice")
    assert screens.settled_value(begun.session, key, "majority") == ""
    assert screens.settled_value(begun.session, key, "minority") == "minority"
    assert screens.settled_value(begun.session, begun.key("policy"), "in_place") == "in_place"


def test_a_sample_leaves_out_the_blank_row_that_the_form_begins_with(begun: Begun) -> None:
    before = sample(begun, "staff_awareness")
    assert before.rows == () and before.blank.endswith("]")
    begun.session.begin_row(before.blank)
    assert [row.key for row in sample(begun, "staff_awareness").rows] == [before.blank]


def test_the_columns_of_a_sample_are_the_questions_that_are_asked(begun: Begun) -> None:
    names = [column.name for column in sample(begun, "staff_awareness").columns]
    assert "knows_responsibilities" not in names and "knows_indicators" in names
    begun.answer("policy", "in_place")
    assert "knows_responsibilities" in [column.name for column in sample(begun, "staff_awareness").columns]


def test_a_sample_keeps_its_columns_when_every_row_was_removed(begun: Begun) -> None:
    names = [column.name for column in sample(begun, "care_plans").columns]
    begun.session.remove_rows(begun.session.rows(begun.sample("care_plan")))
    assert begun.session.rows(begun.sample("care_plan")) == ()
    assert [column.name for column in sample(begun, "care_plans").columns] == names


def test_open_cells_are_named_by_row_and_question(begun: Begun) -> None:
    begun.session.fill_row(begun.sample("staff"), {"designation": "Cook"})
    (cell,) = sample(begun, "staff_awareness").cells
    assert cell.column == "knows_indicators" and not cell.wrong
    assert cell.words.startswith("Row 1, ") and cell.words.endswith("Choose yes, no or not asked.")


def test_a_wrong_cell_is_told_from_a_blank_one(begun: Begun) -> None:
    begun.session.fill_row(begun.sample("care_plan"), {"pseudonym": "Robin"})
    (cell,) = sample(begun, "care_plans").cells
    assert cell.wrong and "Write YP and a number" in cell.words


def test_the_next_open_place_goes_round_and_names_its_screen(begun: Begun) -> None:
    first = screens.next_open(begun.sessions)
    assert first is not None and (first.screen.key, first.key) == ("policy", begun.key("policy"))
    after = screens.next_open(begun.sessions, (begun.session.record, first.key))
    assert after is not None and after.screen.key == "staff_awareness"
    last = screens.next_open(begun.sessions, (begun.session.record, begun.key("care_plans")))
    assert last is not None and last.key == first.key
    back = screens.next_open(begun.sessions, (begun.session.record, after.key), backwards=True)
    assert back is not None and back.key == first.key


def test_nothing_is_open_when_all_is_answered(begun: Begun) -> None:
    begun.fill()
    assert screens.next_open(begun.sessions) is None
    views = screens.screen_views(begun.session)
    assert [(view.open_count, view.answered == view.asked) for view in views] == [(0, True)] * 4
    assert views[1].derivation == "Q3 and Q4 from a sample of 7"


def test_rows_pasted_are_one_action_and_recomputed_together(begun: Begun) -> None:
    repeat = begun.sample("staff")
    rows = [f"{repeat}[{begun.desk.program.new_id()}]" for _ in range(3)]
    cells = {f"{row}/designation": "Night worker" for row in rows}
    cells |= {f"{row}/knows_indicators": "yes" for row in rows}
    before = len({event.action for event in begun.desk.store.events(begun.inspection.id)})
    begun.session.paste_rows(rows, cells)
    after = {event.action for event in begun.desk.store.events(begun.inspection.id)}
    assert len(after) == before + 1
    assert begun.value("aware_indicators") == "all"
    assert begun.reopened().instance.state() == begun.session.instance.state()
