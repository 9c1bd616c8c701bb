"""The shipped checklist: compiled beforehand, bound as DOMAIN 3C says, asking nobody's name."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from pathlib import Path

import pytest

from inspector_app.checklists.build import build
from inspector_app.checklists.compile import compile_checklist
from inspector_app.checklists.shipped import checklist_source, shipped_checklist
from inspector_app.checklists.table import parse_markdown
from inspector_app.errors import KnownError
from inspector_app.inspections.framework_file import shipped_framework
from inspector_app.inspections.suggest import parse_finding_attribute

FRAMEWORK = shipped_framework("cse-2016")
SHEETS = {sheet.name: sheet for sheet in parse_markdown(checklist_source("cse-2016").read_text("utf-8"))}
SURVEY = [dict(zip(SHEETS["survey"].header, row, strict=True)) for row in SHEETS["survey"].rows[1:]]
BY_NAME = {row["name"]: row for row in SURVEY if not row["type"].startswith("end")}
SAMPLE = Path(__file__).resolve().parents[2].parent / "shared" / "published" / "sample_332.csv"

QUESTIONS = {
    "Q1": ("policy", "Did the service have a child sexual exploitation policy?"),
    "Q2": (
        "policy_framework",
        "Did the service's child sexual exploitation policy provide staff with a comprehensive framework of "
        "practice and set out clear responsibilities for them?",
    ),
    "Q3": (
        "aware_responsibilities",
        "How many staff were aware of their roles and responsibilities as detailed in the service's child "
        "sexual exploitation policy?",
    ),
    "Q4": (
        "aware_indicators",
        "How many staff were aware of the risk and vulnerability indicators that would trigger child sexual "
        "exploitation concerns?",
    ),
    "Q5": (
        "systems",
        "Did the service have effective systems in place to identify children at risk of child sexual "
        "exploitation?",
    ),
    "Q6": (
        "care_plans",
        "Did care plans for relevant young people contain effectively implemented strategies to maximise "
        "safety?",
    ),
}
NODES = [node for node, _ in QUESTIONS.values()]


def choices(list_name: str) -> list[str]:
    return [row[1] for row in SHEETS["choices"].rows[1:] if row[0] == list_name]


def offered(node: str) -> list[str]:
    return choices(BY_NAME[node]["type"].split()[-1])


def test_compiled_file_is_what_the_source_gives() -> None:
    fresh = compile_checklist(checklist_source("cse-2016"), known_clauses=FRAMEWORK.clauses).usable()
    shipped = shipped_checklist("cse-2016")
    assert shipped.xform == fresh.xform, "run python -m inspector_app.checklists.build"
    assert (shipped.form_id, shipped.version) == ("cse-2016", "2016.1")
    assert shipped.digest == fresh.digest
    assert (fresh.problems, fresh.warnings) == ((), ())
    assert build(write=False) == []


def test_reading_the_shipped_checklist_loads_neither_pyxform_nor_lints() -> None:
    code = (
        "import sys; from inspector_app.checklists import shipped; shipped.shipped_checklist('cse-2016'); "
        "sys.exit(any(name in sys.modules for name in ('pyxform', 'openpyxl', 'inspector_app.xpath')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_checklist_that_is_not_there_is_a_known_error() -> None:
    with pytest.raises(KnownError, match="is missing"):
        shipped_checklist("cse-2016", "nothing")


@pytest.mark.parametrize(("number", "node", "title"), [(n, *rest) for n, rest in QUESTIONS.items()])
def test_question_has_its_number_node_and_printed_title(number: str, node: str, title: str) -> None:
    assert BY_NAME[node]["bind::inspector:question"] == number
    assert BY_NAME[node]["label"].replace("’", "'") == title


@pytest.mark.parametrize("node", NODES)
def test_every_question_takes_comment_reasons_and_could_not_be_assessed(node: str) -> None:
    assert BY_NAME[f"{node}_comment"]["type"] == "text"
    assert BY_NAME[f"{node}_reasons"]["type"].startswith("select_multiple")
    assert BY_NAME[f"{node}_not_assessed_reason"]["required"] == "yes"
    assert offered(node)[-1] == "could_not_be_assessed"
    assert BY_NAME[node]["bind::inspector:not_assessed"] == "could_not_be_assessed"
    assert BY_NAME[node]["bind::inspector:indicator"] in FRAMEWORK.themes


def test_answers_are_the_codes_of_the_published_sample() -> None:
    if not SAMPLE.is_file():
        pytest.skip("the published sample is not on this machine")
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for node in NODES:
        used = {row[node] for row in rows} - {""}
        assert used <= set(offered(node)) - {"could_not_be_assessed"}, node


@pytest.mark.parametrize(
    ("node", "answers"),
    [
        ("policy", ["in_place", "in_development", "none"]),
        ("policy_framework", ["yes", "partially", "no"]),
        ("aware_responsibilities", ["all", "majority", "minority", "none"]),
        ("aware_indicators", ["all", "majority", "minority", "none"]),
        ("systems", ["yes", "partially", "no"]),
        ("care_plans", ["yes", "partially", "no", "not_applicable"]),
    ],
)
def test_answers_stand_in_the_order_of_the_instrument(node: str, answers: list[str]) -> None:
    assert offered(node) == [*answers, "could_not_be_assessed"]


def test_every_adverse_answer_has_a_recommendation_and_the_worst_a_requirement() -> None:
    adverse = {
        "policy": ("in_development", "none"),
        "policy_framework": ("partially", "no"),
        "aware_responsibilities": ("minority", "none"),
        "aware_indicators": ("minority", "none"),
        "systems": ("partially", "no"),
        "care_plans": ("partially", "no"),
    }
    used: set[str] = set()
    for node, (some, worst) in adverse.items():
        mapping = parse_finding_attribute(BY_NAME[node]["bind::inspector:finding"])
        kinds = {
            answer: [FRAMEWORK.clauses[c].kind.value for c in found] for answer, found in mapping.items()
        }
        assert kinds == {some: ["recommendation"], worst: ["recommendation", "requirement"]}, node
        used |= {clause for found in mapping.values() for clause in found}
        assert {FRAMEWORK.clauses[c].theme for found in mapping.values() for c in found} == {
            BY_NAME[node]["bind::inspector:indicator"]
        }
    assert used == set(FRAMEWORK.clauses)


def test_only_not_applicable_leaves_the_base() -> None:
    outside = {
        row["name"]: row["bind::inspector:outside_base"]
        for row in SURVEY
        if row["bind::inspector:outside_base"]
    }
    assert outside == {"care_plans": "not_applicable"}


@pytest.mark.parametrize("node", ["aware_responsibilities", "aware_indicators"])
def test_derived_class_names_its_nodes(node: str) -> None:
    pairs = dict(pair.split("=") for pair in BY_NAME[node]["bind::inspector:class"].split())
    assert pairs == {
        "sample": "staff",
        "asked": f"{node}_asked",
        "aware": f"{node}_aware",
        "derived": f"{node}_derived",
        "choice": f"{node}_choice",
        "reason": f"{node}_reason",
    }
    assert set(pairs.values()) <= set(BY_NAME)


def test_four_screens_in_their_order() -> None:
    screens = [row["bind::inspector:screen"] for row in SURVEY if row["bind::inspector:screen"]]
    assert screens == ["policy", "staff_awareness", "risk_systems", "care_plans"]


def test_samples_ask_what_the_domain_lists() -> None:
    assert [name for name in BY_NAME if name in ("designation", "how_asked", "trained", "note")] == [
        "designation",
        "how_asked",
        "trained",
        "note",
    ]
    assert choices("asked") == ["yes", "no", "not_asked"]
    start = list(BY_NAME).index("pseudonym")
    assert list(BY_NAME)[start + 1 : start + 11] == [
        "written_with",
        "needs_wishes",
        "contacts",
        "restrictions",
        "advocacy",
        "online_risk",
        "risk_assessment",
        "reviewed",
        "agency_links",
        "missing_plan",
    ]
    assert choices("aspect") == ["yes", "partly", "no", "not_applicable"]


def test_node_names_are_unique_so_that_every_reference_is_clear() -> None:
    names = [row["name"] for row in SURVEY if not row["type"].startswith("end")]
    assert len(names) == len(set(names))


def test_no_question_asks_for_a_name() -> None:
    for row in SURVEY:
        assert not re.search(r"\bname\b", row["label"], re.IGNORECASE), row["label"]
        if row["type"] == "text" and row["name"] in ("designation", "pseudonym"):
            assert "Never a name" in row["hint"]


def test_no_expression_of_a_row_is_shared_with_the_form_outside_it() -> None:
    # JavaRosa evaluates a shared expression once, at the common parent, and misses the rows of a repeat
    # (getodk/javarosa issue 603).
    inside: set[str] = set()
    outside: set[str] = set()
    depth = 0
    for row in SURVEY:
        depth += (row["type"] == "begin_repeat") - (row["type"] == "end_repeat")
        target = inside if depth and row["type"] != "begin_repeat" else outside
        target |= {row[column] for column in ("relevant", "required", "calculation") if "${" in row[column]}
    assert inside and not inside & outside


def test_texts_are_short_and_calm() -> None:
    for row in SURVEY:
        for column in ("label", "hint", "constraint_message", "required_message"):
            assert "!" not in row[column]
            assert len(row[column]) <= 160, row[column]
        assert bool(row["constraint"]) == bool(row["constraint_message"]), row["name"]
        assert bool(row["required"]) == bool(row["required_message"]), row["name"]
