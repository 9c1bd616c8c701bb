"""A broken checklist is told to its author with code, sheet, row, column and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector_app.checklists.author import check
from inspector_app.checklists.compile import compile_checklist
from inspector_app.checklists.problems import ChecklistInvalid, Problem
from inspector_app.errors import KnownError

SETTINGS = "| settings |\n| | form_id | version | form_title |\n| | t | 1 | T |\n"
YES_NO = "| choices |\n| | list_name | name | label |\n| | yn | yes | Yes |\n| | yn | no | No |\n"
WORKBOOKS = Path(__file__).resolve().parents[2].parent / "shared" / "conformance" / "workbooks"


def markdown(rows: str, choices: str = "", settings: str = SETTINGS, more: str = "") -> bytes:
    header = f"| | type | name | label | calculation | relevant |{more}\n"
    return f"| survey |\n{header}{rows}{choices}{settings}".encode()


def found(source: bytes) -> list[tuple[str, str, int, str]]:
    compiled = compile_checklist(source, "t.md", ".md", known_clauses={"known"})
    assert (compiled.xform == b"") <= bool(compiled.problems)
    assert all(problem.message and problem.suggestion for problem in compiled.problems)
    return [(problem.code, problem.sheet, problem.row, problem.column) for problem in compiled.problems]


def advised(source: bytes) -> list[tuple[str, str, int, str]]:
    """What a form that can be filled is told all the same; what pyxform says is left out."""
    compiled = compile_checklist(source, "t.md", ".md").usable()
    assert all(problem.message for problem in compiled.warnings)
    told = [one for one in compiled.warnings if one.code != "advice"]
    return [(problem.code, problem.sheet, problem.row, problem.column) for problem in told]


@pytest.mark.parametrize(
    ("rows", "choices", "expected"),
    [
        ("| | textt | a | A | | |\n", "", ("unknown-type", "survey", 2, "type")),
        ("| | text | z | Z | | |\n| | textt | a | A | | |\n", "", ("unknown-type", "survey", 3, "type")),
        ("| | select_one yn | a | A | | |\n", "", ("missing-list", "choices", 0, "")),
        ("| | select_one xy | a | A | | |\n", YES_NO, ("missing-list", "survey", 2, "type")),
        ("| | text | a | A | | |\n| | text | a | B | | |\n", "", ("duplicate-name", "survey", 3, "name")),
        ("| | calculate | b | | ${zz}+1 | |\n", "", ("bad-reference", "survey", 2, "calculation")),
        ("| | text | a | A | | ${a |\n", "", ("bad-reference", "survey", 2, "relevant")),
        (
            "| | begin_group | g | G | | |\n| | text | a | A | | |\n",
            "",
            ("unmatched-begin", "survey", 2, "type"),
        ),
        ("| | text | a | A | | |\n| | end_group | | | | |\n", "", ("unmatched-end", "survey", 3, "type")),
        ("| | text | 1a | A | | |\n", "", ("bad-name", "survey", 2, "name")),
        ("| | text | | A | | |\n", "", ("missing-name", "survey", 2, "name")),
        ("| | | a | A | | |\n", "", ("missing-type", "survey", 2, "type")),
        ("| | calculate | a | A | | |\n", "", ("missing-calculation", "survey", 2, "calculation")),
        ("| | text | a | | | |\n", "", ("missing-label", "survey", 2, "label")),
        (
            "| | text | a | A | | |\n| | text | b | B | | ${a} = |\n",
            "",
            ("expression-syntax", "survey", 3, "relevant"),
        ),
        (
            "| | text | a | A | | |\n| | calculate | b | | foo(${a}) | |\n",
            "",
            ("unknown-function", "survey", 3, "calculation"),
        ),
    ],
)
def test_mistake_is_placed(rows: str, choices: str, expected: tuple[str, str, int, str]) -> None:
    (problem,) = found(markdown(rows, choices))
    assert problem == expected


def test_blank_in_a_choice_name_is_placed_and_breaks_only_several_answers() -> None:
    choices = YES_NO + "| | yn | do not know | ? |\n"
    place = [("choice-blank", "choices", 4, "name")]
    assert found(markdown("| | select_multiple yn | a | A | | |\n", choices)) == place
    assert advised(markdown("| | select_one yn | a | A | | |\n", choices)) == place


def test_choice_that_stands_twice_is_placed_once() -> None:
    choices = YES_NO + "| | yn | yes | Yes |\n"
    rows = "| | select_one yn | a | A | | |\n"
    assert found(markdown(rows, choices)) == [("duplicate-choice", "choices", 4, "name")]
    allowed = "| settings |\n| | form_id | allow_choice_duplicates |\n| | t | yes |\n"
    assert found(markdown(rows, choices, allowed)) == []


REPEAT = (
    "| | begin_repeat | r | R | | |\n| | integer | x | X | | |\n{inside}| | end_repeat | | | | |\n{outside}"
)


@pytest.mark.parametrize(
    "total", ["sum(${x})", "count( ${x} )", "max(${x})", "join(', ', ${x})", "1 + sum(${x})"]
)
def test_total_inside_its_own_repeat_is_found(total: str) -> None:
    row = f"| | calculate | t | | {total} | |\n"
    assert ("repeat-total", "survey", 4, "calculation") in advised(
        markdown(REPEAT.format(inside=row, outside=""))
    )
    assert advised(markdown(REPEAT.format(inside="", outside=row))) == []


@pytest.mark.parametrize("total", ["max(${x}, 5)", "join(' ', ${x}, 'm')", "min(0, ${x})"])
def test_several_arguments_are_meant_for_the_row_they_stand_in(total: str) -> None:
    row = f"| | calculate | t | | {total} | |\n"
    assert advised(markdown(REPEAT.format(inside=row, outside=""))) == []


def test_total_of_an_inner_repeat_from_the_outer_one_is_fine() -> None:
    rows = (
        "| | begin_repeat | outer | O | | |\n"
        "| | begin_repeat | inner | I | | |\n| | integer | x | X | | |\n| | end_repeat | | | | |\n"
        "| | calculate | t | | sum(${x}) | |\n| | calculate | u | | count(${inner}) | |\n"
        "| | end_repeat | | | | |\n"
    )
    assert found(markdown(rows)) == []
    assert advised(markdown(rows)) == []


def bound(column: str, value: str, kind: str = "select_one yn") -> bytes:
    namespaces = '| settings |\n| | form_id | namespaces |\n| | t | inspector="urn:inspector:checklist:1" |\n'
    rows = f"| | {kind} | a | A | | | {value} |\n"
    return markdown(rows, YES_NO, namespaces, f" bind::inspector:{column} |")


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("finding", "maybe=known", "unknown-answer"),
        ("finding", "no=unheard", "unknown-clause"),
        ("finding", "no", "finding-attribute"),
        ("outside_base", "not_applicable", "unknown-answer"),
        ("not_assessed", "refused", "unknown-answer"),
        ("class", "derived=nowhere", "bad-reference"),
    ],
)
def test_binding_that_names_nothing_is_found(column: str, value: str, code: str) -> None:
    assert found(bound(column, value)) == [(code, "survey", 2, f"bind::inspector:{column}")]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("finding", "no=known yes=known"),
        ("outside_base", "no"),
        ("not_assessed", "yes no"),
        ("class", "derived=a"),
    ],
)
def test_good_binding_is_fine(column: str, value: str) -> None:
    assert found(bound(column, value)) == []


def test_answers_of_a_question_without_choices_are_found() -> None:
    assert [code for code, *_ in found(bound("outside_base", "yes", "text"))] == ["unknown-answer"]


def test_clauses_are_not_checked_where_none_are_known() -> None:
    assert compile_checklist(bound("finding", "no=unheard"), "t.md", ".md").problems == ()


def test_undeclared_prefix_is_explained_before_the_xml_error() -> None:
    source = markdown("| | text | a | A | | | x |\n", more=" bind::inspector:screen |")
    assert found(source)[0] == ("namespace-missing", "settings", 2, "namespaces")


def test_hint_that_a_repeat_cannot_show_is_advice() -> None:
    rows = "| | begin_repeat | r | R | | | Lost |\n| | text | a | A | | | B |\n| | end_repeat | | | | | |\n"
    compiled = compile_checklist(markdown(rows, more=" hint |"), "t.md", ".md").usable()
    assert [(p.code, p.row, p.column) for p in compiled.warnings] == [("lost-hint", 2, "hint")]


def test_typographic_quotes_in_an_expression_are_no_mistake() -> None:
    assert found(markdown("| | text | a | A | | |\n| | text | b | B | | ${a} = ‘x’ |\n")) == []


def test_several_mistakes_are_told_together() -> None:
    rows = "| | select_one yn | a | A | | |\n| | textt | b | B | | |\n| | text | c | C | | foo() |\n"
    assert found(markdown(rows, YES_NO)) == [
        ("unknown-function", "survey", 4, "relevant"),
        ("unknown-type", "survey", 3, "type"),
    ]


@pytest.mark.parametrize(
    ("data", "kind", "code"),
    [
        (b"", ".md", "empty-file"),
        (b"no table here", ".md", "unreadable"),
        (b"\xff\xfe\x00", ".csv", "not-utf8"),
        (b"PK\x03\x04 broken", ".xlsx", "unreadable"),
        (b"\xd0\xcf\x11\xe0 old", ".xlsx", "file-type"),
        (b"plain text", ".xlsx", "file-type"),
        (b"plain text", ".xls", "file-type"),
        (b"\xd0\xcf\x11\xe0 broken", ".xls", "unreadable"),
        (b"anything", ".pdf", "file-type"),
        (b"<a>", ".xml", "unreadable"),
        (b"<a/>", ".xml", "not-an-xform"),
    ],
)
def test_file_that_is_no_checklist_is_refused_in_words(data: bytes, kind: str, code: str) -> None:
    compiled = compile_checklist(data, f"t{kind}", kind)
    assert [problem.code for problem in compiled.problems] == [code]
    assert compiled.problems[0].suggestion
    with pytest.raises(ChecklistInvalid) as caught:
        compiled.usable()
    assert caught.value.code == code and caught.value.message.startswith(f"t{kind}")


def test_missing_file_is_a_known_error(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be opened"):
        check(tmp_path / "none.xlsx")


def test_check_lists_errors_before_advice(tmp_path: Path) -> None:
    path = tmp_path / "t.md"
    path.write_bytes(markdown("| | image | p | P | | |\n| | text | a | A | | foo() |\n"))
    assert [problem.severity for problem in check(path)] == ["error", "warning"]


def test_refusal_names_the_place_and_counts_the_rest() -> None:
    problems = [
        Problem("bad-name", "The name cannot be used.", "Begin with a letter.", "survey", 3, "name"),
        Problem("advice", "…", severity="warning"),
        Problem("choice-blank", "…", sheet="choices", row=9),
    ]
    error = ChecklistInvalid("cse.xlsx", problems)
    assert error.message == "cse.xlsx, sheet survey, row 3, column name: The name cannot be used. (1 more)"
    assert str(problems[2]).startswith("sheet choices, row 9: ")


def test_xform_bears_entities_and_network_no_trust() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a id="1">&x;</a>'
    assert [problem.code for problem in compile_checklist(bomb, "t.xml", ".xml").problems] == ["not-an-xform"]


@pytest.mark.slow
def test_public_workbooks_compile_but_the_disguised_one() -> None:
    if not WORKBOOKS.is_dir():
        pytest.skip("the conformance workbooks are not on this machine")
    codes = {path.name: [p.code for p in compile_checklist(path).problems] for path in WORKBOOKS.iterdir()}
    assert len(codes) == 10
    assert {name: found for name, found in codes.items() if found} == {
        "wf-ifrc-distribution-site-assessment.xlsx": ["file-type"]
    }
