"""The shipped checklist in the engine: what is asked when, how classes come about, and what stops finalising.

Rules of DOMAIN 3C. The same table of derived classes was run through JavaRosa when the checklist was written.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from inspector_app.checklists.shipped import shipped_checklist
from inspector_app.forms.interface import Environment, Instance, NodeView, load
from inspector_app.inspections.framework_file import shipped_framework
from inspector_app.inspections.suggest import Answered

FORM = load(shipped_checklist("cse-2016").xform)
NOW = datetime(2016, 5, 4, 10, 30, tzinfo=UTC)
RESPONSIBILITIES, INDICATORS = "aware_responsibilities", "aware_indicators"
KNOWS = {RESPONSIBILITIES: "knows_responsibilities", INDICATORS: "knows_indicators"}
UNASSESSED = "could_not_be_assessed"


class Inspector:
    """Fills the checklist by node names, as an inspector would."""

    def __init__(self) -> None:
        ids = itertools.count(1)
        environment = Environment(
            lambda: NOW, lambda: 0.5, lambda: f"00000000-0000-4000-8000-{next(ids):012}"
        )
        self.instance: Instance = FORM.new(environment)
        self._rows = itertools.count(1)
        views = (view for view in self.instance.views() if "[" not in view.key)
        self._keys = {view.key.rsplit("/", 1)[-1]: view.key for view in views}

    def key(self, name: str) -> str:
        """The key of a node outside repeats."""
        return self._keys[name]

    def view(self, name: str) -> NodeView:
        return self.instance.view(self.key(name))

    def value(self, name: str) -> str:
        """The value as other expressions read it: '' where the question is hidden."""
        view = self.view(name)
        return view.value if view.relevant else ""

    def answer(self, **values: str) -> Inspector:
        for name, value in values.items():
            self.instance.set(self.key(name), value)
        return self

    def rows(self, repeat: str) -> list[str]:
        return [key for key in self.view(repeat).children if self.instance.view(key).kind == "instance"]

    def fill(self, repeat: str, number: int, values: Mapping[str, str]) -> str:
        """Fills row `number`, counted from 1, adding rows as needed; gives its key."""
        while len(self.rows(repeat)) < number:
            self.instance.add_repeat(self.key(repeat), f"row{next(self._rows)}")
        row = self.rows(repeat)[number - 1]
        self.instance.set_many({f"{row}/{name}": value for name, value in values.items()})
        return row

    def sample(self, question: str, aware: int, asked: int, not_asked: int = 0) -> Inspector:
        """A staff sample for one question: the aware first, then the others, then those not asked."""
        answers = ["yes"] * aware + ["no"] * (asked - aware) + ["not_asked"] * not_asked
        for number, answer in enumerate(answers, start=1):
            self.fill("staff", number, {"designation": "Residential worker", KNOWS[question]: answer})
        return self

    def open(self) -> dict[str, str]:
        """What stands in the way of finalising: the last part of the ref, and the kind."""
        return {problem.ref.rsplit("/", 1)[-1]: problem.kind for problem in self.instance.problems()}


@pytest.fixture
def inspector() -> Inspector:
    return Inspector()


def class_of(aware: int, asked: int) -> str:
    """The rule of the source: majority is more than half, minority less, exactly half is undefined."""
    if aware == asked:
        return "all"
    if aware == 0:
        return "none"
    return {1: "majority", 0: "", -1: "minority"}[(2 * aware > asked) - (2 * aware < asked)]


@pytest.mark.parametrize("question", [RESPONSIBILITIES, INDICATORS])
def test_class_is_derived_for_every_sample_of_up_to_twelve(question: str) -> None:
    inspector = Inspector().answer(policy="in_place")
    for asked in range(1, 13):
        for aware in range(asked + 1):
            inspector.sample(question, aware, asked)
            expected = class_of(aware, asked)
            got = [inspector.value(f"{question}{end}") for end in ("_aware", "_asked", "_derived", "")]
            assert got == [str(aware), str(asked), expected, expected], (aware, asked)
            assert inspector.view(f"{question}_choice").required == (expected == "")


@pytest.mark.parametrize("question", [RESPONSIBILITIES, INDICATORS])
def test_exactly_half_demands_a_choice_and_its_reason(question: str, inspector: Inspector) -> None:
    inspector.answer(policy="in_place").sample(question, 3, 6)
    assert inspector.value(question) == ""
    assert inspector.open()[f"{question}_choice"] == "required"
    inspector.answer(**{f"{question}_choice": "minority"})
    assert inspector.value(question) == "minority"
    assert f"{question}_choice" not in inspector.open()
    assert inspector.open()[f"{question}_reason"] == "required"
    inspector.answer(**{f"{question}_reason": "Two of the three needed prompting."})
    assert not {name for name in inspector.open() if name.startswith(question)}
    assert inspector.value(f"{question}_derived") == ""


def test_class_that_overrides_the_sample_demands_a_reason(inspector: Inspector) -> None:
    inspector.sample(INDICATORS, 4, 7)
    assert not inspector.view("aware_indicators_reason").relevant
    inspector.answer(aware_indicators_choice="minority")
    assert (inspector.value(INDICATORS), inspector.value("aware_indicators_derived")) == (
        "minority",
        "majority",
    )
    assert inspector.open()["aware_indicators_reason"] == "required"
    inspector.answer(aware_indicators_reason="Their answers did not hold when asked again.")
    assert "aware_indicators_reason" not in inspector.open()


def test_choice_equal_to_the_sample_needs_no_reason(inspector: Inspector) -> None:
    inspector.sample(INDICATORS, 4, 7).answer(aware_indicators_choice="majority")
    assert not inspector.view("aware_indicators_reason").relevant


def test_choice_made_before_the_sample_changed_stays_and_is_held_against_the_new_sample(
    inspector: Inspector,
) -> None:
    inspector.sample(INDICATORS, 4, 7).answer(aware_indicators_choice="majority")
    inspector.sample(INDICATORS, 2, 7)
    assert (inspector.value(INDICATORS), inspector.value("aware_indicators_derived")) == (
        "majority",
        "minority",
    )
    assert inspector.open()["aware_indicators_reason"] == "required"
    inspector.sample(INDICATORS, 5, 7)
    assert "aware_indicators_reason" not in inspector.open()
    inspector.answer(aware_indicators_choice="")
    inspector.sample(INDICATORS, 0, 7)
    assert inspector.value(INDICATORS) == "none"


def test_choice_without_any_sample_is_refused_and_gives_no_class(inspector: Inspector) -> None:
    inspector.answer(aware_indicators_choice="majority")
    assert inspector.value(INDICATORS) == ""
    assert inspector.open()["aware_indicators_choice"] == "constraint"
    inspector.sample(INDICATORS, 3, 4)
    assert inspector.value(INDICATORS) == "majority"
    assert "aware_indicators_choice" not in inspector.open()


def test_taking_the_whole_sample_away_takes_the_class_away(inspector: Inspector) -> None:
    inspector.sample(INDICATORS, 2, 2)
    for row in inspector.rows("staff"):
        inspector.instance.remove_repeat(row)
    assert (inspector.value(INDICATORS), inspector.value("aware_indicators_asked")) == ("", "0")
    assert inspector.open()["aware_indicators_choice"] == "required"


def test_untouched_blank_row_is_neither_counted_nor_complained_about(inspector: Inspector) -> None:
    assert len(inspector.rows("staff")) == len(inspector.rows("care_plan")) == 1
    assert inspector.value("aware_indicators_asked") == "0"
    assert set(inspector.open()) == {
        "policy",
        "aware_indicators_choice",
        "systems",
        "children_at_risk",
        "care_plans",
    }


def test_not_asked_is_outside_that_questions_sample_alone(inspector: Inspector) -> None:
    inspector.answer(policy="in_place").sample(INDICATORS, 1, 2, not_asked=5)
    assert (inspector.value("aware_indicators_asked"), inspector.value("aware_indicators_derived")) == (
        "2",
        "",
    )
    inspector.sample(RESPONSIBILITIES, 7, 7)
    assert inspector.value("aware_responsibilities_asked") == "7"
    assert inspector.value(RESPONSIBILITIES) == "all"
    assert inspector.value("aware_indicators_asked") == "2"


def test_nobody_asked_means_only_could_not_be_assessed_with_a_reason(inspector: Inspector) -> None:
    inspector.sample(INDICATORS, 0, 0, not_asked=3)
    assert inspector.value("aware_indicators_derived") == ""
    inspector.answer(aware_indicators_choice=UNASSESSED)
    assert inspector.value(INDICATORS) == UNASSESSED
    assert inspector.open()["aware_indicators_not_assessed_reason"] == "required"
    assert "aware_indicators_reason" not in inspector.open()
    inspector.answer(aware_indicators_not_assessed_reason="The night shift had left.")
    assert not {name for name in inspector.open() if name.startswith(INDICATORS)}


def test_could_not_be_assessed_beside_a_later_sample_must_be_justified(inspector: Inspector) -> None:
    inspector.answer(aware_indicators_choice=UNASSESSED, aware_indicators_not_assessed_reason="Nobody there.")
    inspector.sample(INDICATORS, 4, 4)
    assert inspector.value(INDICATORS) == UNASSESSED
    assert inspector.open()["aware_indicators_reason"] == "required"


@pytest.mark.parametrize("policy", ["", "in_development", "none", UNASSESSED])
def test_questions_on_the_policy_are_asked_only_where_one_is_in_place(
    policy: str, inspector: Inspector
) -> None:
    inspector.answer(policy="in_place", policy_framework="no").sample(RESPONSIBILITIES, 1, 3)
    assert (inspector.value("policy_framework"), inspector.value(RESPONSIBILITIES)) == ("no", "minority")
    inspector.answer(policy=policy)
    hidden = [
        "policy_framework",
        RESPONSIBILITIES,
        "aware_responsibilities_choice",
        "policy_framework_comment",
    ]
    assert not [name for name in hidden if inspector.view(name).relevant]
    row = inspector.rows("staff")[0]
    assert not inspector.instance.view(f"{row}/knows_responsibilities").relevant
    assert inspector.instance.view(f"{row}/knows_indicators").relevant
    assert not {"policy_framework", "aware_responsibilities_choice"} & set(inspector.open())
    submission = inspector.instance.submission().decode("utf-8")
    assert "policy_framework" not in submission and "knows_responsibilities" not in submission
    inspector.answer(policy="in_place")
    assert (inspector.value("policy_framework"), inspector.value(RESPONSIBILITIES)) == ("no", "minority")


@pytest.mark.parametrize(("at_risk", "allowed"), [("0", True), ("1", False), ("12", False), ("", False)])
def test_not_applicable_only_where_no_child_is_identified_as_at_risk(
    at_risk: str, allowed: bool, inspector: Inspector
) -> None:
    inspector.answer(children_at_risk=at_risk, care_plans="not_applicable")
    assert ("care_plans" not in inspector.open()) == allowed
    if not allowed:
        assert inspector.open()["care_plans"] == "constraint"


def test_number_of_children_at_risk_is_needed_and_not_negative(inspector: Inspector) -> None:
    inspector.answer(care_plans="yes")
    assert inspector.open()["children_at_risk"] == "required"
    inspector.answer(children_at_risk="-1")
    assert inspector.open()["children_at_risk"] == "constraint"
    inspector.answer(children_at_risk="", care_plans=UNASSESSED)
    assert "children_at_risk" not in inspector.open()


@pytest.mark.parametrize("question", ["policy", "policy_framework", "systems", "care_plans"])
def test_could_not_be_assessed_demands_its_reason_and_other_answers_none(
    question: str, inspector: Inspector
) -> None:
    inspector.answer(policy="in_place")
    reason = f"{question}_not_assessed_reason"
    assert inspector.open().get(question, "required") == "required"
    inspector.answer(**{question: UNASSESSED})
    assert question not in inspector.open()
    assert inspector.open()[reason] == "required"
    inspector.answer(**{reason: "The manager was away."})
    assert reason not in inspector.open()
    inspector.answer(**{question: inspector.view(question).choices[0].value})  # type: ignore[index]
    assert not inspector.view(reason).relevant


def test_row_of_a_member_of_staff_needs_designation_and_answer(inspector: Inspector) -> None:
    row = inspector.fill("staff", 1, {"knows_indicators": "yes"})
    assert inspector.open()["knows_indicators"] == "constraint"
    inspector.instance.set(f"{row}/designation", "Night worker")
    assert "knows_indicators" not in inspector.open()
    inspector.instance.set(f"{row}/knows_indicators", "")
    assert inspector.open()["knows_indicators"] == "required"


@pytest.mark.parametrize(
    ("pseudonym", "good"),
    [
        ("YP1", True),
        ("YP120", True),
        ("YP0", False),
        ("Robin", False),
        ("AB1", False),
        ("YP 1", False),
        ("yp1", False),
    ],
)
def test_care_plan_is_named_by_a_pseudonym(pseudonym: str, good: bool, inspector: Inspector) -> None:
    inspector.fill("care_plan", 1, {"pseudonym": pseudonym, "written_with": "partly"})
    assert ("pseudonym" not in inspector.open()) == good


def test_class_is_shown_as_a_question_that_nobody_edits(inspector: Inspector) -> None:
    view = inspector.view(INDICATORS)
    assert view.readonly and view.label.startswith("How many staff were aware of the risk")
    assert [choice.value for choice in view.choices or ()] == [
        "all",
        "majority",
        "minority",
        "none",
        UNASSESSED,
    ]
    assert view.attributes["question"] == "Q4"
    assert "derived=aware_indicators_derived" in view.attributes["class"]


def test_numbers_of_the_sample_are_told(inspector: Inspector) -> None:
    inspector.sample(INDICATORS, 4, 7)
    assert inspector.view("aware_indicators_sample").label == "In the sample, 4 of 7 asked were aware."


def test_screens_are_named_in_order(inspector: Inspector) -> None:
    screens = [
        view.attributes["screen"] for view in inspector.instance.views() if "screen" in view.attributes
    ]
    assert screens == ["policy", "staff_awareness", "risk_systems", "care_plans"]


def complete(inspector: Inspector) -> Inspector:
    """A whole inspection with adverse answers and nothing open."""
    inspector.answer(policy="in_place", policy_framework="partially", systems="no")
    inspector.sample(RESPONSIBILITIES, 1, 4).sample(INDICATORS, 4, 4)
    return inspector.answer(children_at_risk="2", care_plans="yes")


def test_complete_checklist_has_nothing_open_and_carries_its_id(inspector: Inspector) -> None:
    complete(inspector)
    assert inspector.open() == {}
    submission = inspector.instance.submission().decode("utf-8")
    assert 'id="cse-2016"' in submission and 'version="2016.1"' in submission
    assert "<aware_responsibilities>minority</aware_responsibilities>" in submission


def test_answers_bring_up_the_clauses_of_the_framework(inspector: Inspector) -> None:
    complete(inspector)
    answered = [
        Answered(view.key.rsplit("/", 1)[-1], view.value, view.attributes["finding"])
        for view in inspector.instance.views()
        if view.relevant and "finding" in view.attributes
    ]
    found = shipped_framework("cse-2016").suggest(answered, NOW.date())
    assert [(suggestion.node, suggestion.clause.id) for suggestion in found] == [
        ("policy_framework", "framework-strengthen"),
        (RESPONSIBILITIES, "responsibilities-extend"),
        ("systems", "systems-establish"),
        ("systems", "systems-required"),
    ]


def test_kept_record_comes_back_with_its_classes(inspector: Inspector) -> None:
    complete(inspector)
    state = inspector.instance.state()
    environment = Environment(lambda: NOW, lambda: 0.5, lambda: "00000000-0000-4000-8000-000000000000")
    again = FORM.restore(state.values, state.repeats, state.removed, environment)
    assert again.submission() == inspector.instance.submission()
    assert again.problems() == []


def test_engine_has_no_advice_for_the_author(inspector: Inspector) -> None:
    complete(inspector)
    assert (FORM.warnings, inspector.instance.warnings) == ((), ())
    assert FORM.digest == shipped_checklist("cse-2016").digest
