"""What an author is told about a checklist: lints with places, what the engine says, every kind of file."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector_app.checklists.author import check
from inspector_app.checklists.features import as_markdown, feature_matrix
from inspector_app.checklists.problems import Problem
from inspector_app.errors import KnownError
from inspector_app.operations import author_checklist
from inspector_app.xpath.registry import FUNCTIONS, look_up

SOON = 20.0
"""Seconds of this process, not of the wall: what is not bounded takes minutes, or all memory."""
HEADER = "|  | type | name | label | calculation | relevant | choice_filter | appearance | image |"
CHOICES = """
| choices |
|  | list_name | name | label | area |
|  | yn | yes | Yes | n |
|  | yn | no | No | s |
|  | area | n | North | |
|  | area | w | West | |
"""


def problems_of(folder: Path, *rows: str) -> list[Problem]:
    text = "\n".join(["| survey |", HEADER, *(f"|  | {row} |" for row in rows)]) + "\n" + CHOICES
    source = folder / "invented.md"
    source.write_text(text, encoding="utf-8")
    return check(source)


def places(problems: list[Problem], code: str) -> list[tuple[str, int, str]]:
    return [(p.sheet, p.row, p.column) for p in problems if p.code == code]


@pytest.mark.parametrize(
    ("rows", "code", "place"),
    [
        (["calculate | a |  | ${b} + 1", "calculate | b |  | ${a}"], "cycle", ("survey", 2, "calculation")),
        (["text | q | Q |", "calculate | a |  | no(1)"], "unknown-function", ("survey", 3, "calculation")),
        (["calculate | a |  | substr('x')"], "wrong-argument-count", ("survey", 2, "calculation")),
        (["text | q | Q |  | /invented/nope = 1"], "unknown-reference", ("survey", 2, "relevant")),
        (["text | q | Q", "text | r | R |  | substring(${q}, 1) = 'a'"], "function-not-in-collect",
         ("survey", 3, "relevant")),
        (["text | q | Q", "calculate | a |  | is-selected(${q}, 'a')"], "function-not-in-web-forms",
         ("survey", 3, "calculation")),
        (["select_one yn | q | Q |  |  | zone = 'n'"], "filter-never-matches",
         ("survey", 2, "choice_filter")),
        (["select_one yn | q | Q |  |  | area = 'e'"], "filter-never-matches",
         ("survey", 2, "choice_filter")),
        (["select_one yn | p | P", "select_one yn | q | Q |  |  | area = ${p}"], "filter-never-matches",
         ("survey", 3, "choice_filter")),
        (["select_one yn | p | P", "text | q | Q |  | ${p} = 'maybe'"], "answer-not-offered",
         ("survey", 3, "relevant")),
        (["select_multiple yn | p | P", "text | q | Q |  | selected(${p}, 'maybe')"], "answer-not-offered",
         ("survey", 3, "relevant")),
        (["text | q | Q |  |  |  | multilines"], "unknown-appearance", ("survey", 2, "appearance")),
        (["geopoint | q | Q |  |  |  | maps"], "appearance-without-effect", ("survey", 2, "appearance")),
        (["text | q | Q |  |  |  |  | nowhere.png"], "media-missing", ("survey", 2, "image")),
        (["begin repeat | r | R", "integer | x | X", "calculate | t |  | sum(${x})", "end repeat"],
         "repeat-total", ("survey", 4, "calculation")),
        (["text | q | Q", "text | q | Q again"], "duplicate-name", ("survey", 3, "name")),
    ],
)  # fmt: skip
def test_a_trap_is_told_with_sheet_row_and_column(
    tmp_path: Path, rows: list[str], code: str, place: tuple[str, int, str]
) -> None:
    found = problems_of(tmp_path, *rows)
    assert place in places(found, code), [str(problem) for problem in found]
    assert all(p.suggestion for p in found if p.code == code)


@pytest.mark.parametrize(
    "rows",
    [
        ["select_one yn | q | Q |  |  | area = 'n'"],
        ["select_one area | p | P", "select_one yn | q | Q |  |  | area = ${p}"],
        ["select_one yn | p | P", "text | q | Q |  | ${p} = 'yes' and selected(${p}, 'no')"],
        ["text | q | Q |  |  |  | multiline", "integer | n | N |  |  |  | counter"],
        ["text | q | Q |  | 'substring(is text' = 'zone = x'"],
    ],
)
def test_what_is_right_is_not_complained_about(tmp_path: Path, rows: list[str]) -> None:
    assert problems_of(tmp_path, *rows) == []


def test_a_picture_beside_the_form_is_not_missing(tmp_path: Path) -> None:
    (tmp_path / "here.png").write_bytes(b"x")
    assert problems_of(tmp_path, "text | q | Q |  |  |  |  | here.png") == []


def test_csv_in_another_code_names_the_line(tmp_path: Path) -> None:
    source = tmp_path / "invented.csv"
    source.write_bytes('"survey"\n"","type","name","label"\n"","text","q","Caf\xe9"\n'.encode("latin-1"))
    (found,) = check(source)
    assert (found.code, found.row, found.severity) == ("not-utf8", 3, "error")


def xform(body: str = "", head: str = "", doctype: str = "") -> bytes:
    return f"""{doctype}<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
<h:head><h:title>Invented</h:title><model><instance><data id="invented"><a/><b/></data></instance>{head}
</model></h:head><h:body><input ref="/data/a"><label>A</label></input>{body}</h:body></h:html>""".encode()


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 8}">' for a, b in zip("abcdefg", "bcdefgh", strict=True))
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    "data",
    [
        xform('<input ref="/data/b"><label>&h;</label></input>', doctype=LAUGHS),
        xform('<input ref="/data/b"><label>&f;</label></input>', doctype=OUTSIDE),
        xform("<group>" * 3000 + "</group>" * 3000),
        xform(head='<bind nodeset="/data/a" calculate="' + "(" * 5000 + '1"/>'),
        b"<nothing",
        b"<a/>",
    ],
)
def test_hostile_xml_is_refused_with_a_message_and_soon(tmp_path: Path, data: bytes) -> None:
    source = tmp_path / "hostile.xml"
    source.write_bytes(data)
    begin = time.process_time()
    found = check(source)
    assert time.process_time() - begin < SOON
    assert found and found[0].severity == "error" and found[0].message
    assert "root:" not in " ".join(map(str, found))


def test_a_workbook_that_unpacks_to_far_more_is_refused_or_bounded(tmp_path: Path) -> None:
    source = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(source, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<x>" + " " * 60_000_000 + "</x>")
    begin = time.process_time()
    assert check(source)[0].severity == "error"
    assert time.process_time() - begin < SOON


def test_a_file_of_100_megabytes_is_refused_unread(tmp_path: Path) -> None:
    source = tmp_path / "large.csv"
    with source.open("wb") as file:
        file.truncate(100_000_000)
    begin = time.process_time()
    with pytest.raises(KnownError) as refused:
        check(source)
    assert refused.value.code == "large-file"
    assert time.process_time() - begin < SOON / 10


def test_choices_of_100_megabytes_are_refused_in_bounded_time(tmp_path: Path) -> None:
    media = tmp_path / "invented-media"
    media.mkdir()
    with (media / "list.csv").open("wb") as file:
        file.write(b"name,label\n")
        file.truncate(130_000_000)
    begin = time.process_time()
    found = problems_of(tmp_path, "select_one_from_file list.csv | q | Q")
    assert "media-too-large" in {problem.code for problem in found}
    assert time.process_time() - begin < SOON


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400), kind=st.sampled_from([".xml", ".md", ".csv", ".xlsx", ".xls"]))
def test_any_bytes_give_problems_or_a_message_never_a_crash(tmp_path: Path, data: bytes, kind: str) -> None:
    source = tmp_path / f"any{kind}"
    source.write_bytes(data)
    try:
        assert all(problem.code and problem.message for problem in check(source))
    except KnownError as error:
        assert error.code and error.message


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet="${}()'\"=<>+-*/ab |.,[]\n", max_size=40))
def test_any_expression_gives_problems_never_a_crash(tmp_path: Path, text: str) -> None:
    cell = " ".join(text.replace("|", "\\|").split())
    problems_of(tmp_path, f"select_one yn | q | Q |  | {cell} | {cell}")


@pytest.mark.parametrize("kind", [".md", ".csv", ".xlsx", ".xml"])
def test_a_checklist_of_any_kind_is_shown_and_made_a_workbook(tmp_path: Path, kind: str) -> None:
    source = tmp_path / f"invented{kind}"
    markdown = tmp_path / "first.md"
    rows = f"| survey |\n{HEADER}\n|  | select_one yn | q | Was it seen? |\n" + CHOICES
    markdown.write_text(rows, encoding="utf-8")
    if kind == ".xlsx":
        author_checklist.write_workbook(markdown, source)
    elif kind == ".xml":
        from inspector_app.checklists.compile import compile_checklist

        source.write_bytes(compile_checklist(markdown).usable().xform)
    elif kind == ".csv":
        source.write_text(
            '"survey"\n"","type","name","label"\n"","select_one yn","q","Was it seen?"\n'
            '"choices"\n"","list_name","name","label"\n"","yn","yes","Yes"\n"","yn","no","No"\n'
        )
    else:
        source.write_text(rows, encoding="utf-8")
    shown = author_checklist.as_markdown(source)
    assert "Was it seen?" in shown and "select_one" in shown and "| Yes |" in shown
    twin = tmp_path / "twin.xlsx"
    author_checklist.write_workbook(source, twin)
    assert "Was it seen?" in author_checklist.as_markdown(twin)


def test_the_functions_listed_are_those_of_the_engine() -> None:
    look_up("sum", 1)
    listed = {found.name: found for found in feature_matrix().functions}
    assert set(listed) == set(FUNCTIONS)
    for name, function in FUNCTIONS.items():
        entry = listed[name]
        assert entry.arguments == (function.low, function.high), name
        assert entry.section == function.section, name
        assert entry.collect is not function.core_only, name
        assert entry.note == " ".join(function.doc.split()), name


def test_every_entry_that_is_not_whole_says_why() -> None:
    matrix = feature_matrix()
    for entry in (*matrix.question_types, *matrix.appearances, *matrix.features):
        assert entry.supported == "yes" or entry.note, entry.name
    names = [entry.name for entry in matrix.appearances]
    assert len(names) == len(set(names))


SCENARIOS = Path(__file__).resolve().parents[1] / "scenarios" / "xforms"
SHOWN_BY = {
    "several languages, switched while filling": "Labels follow values and the language",
    "guidance hints": "Labels may be pictures and sounds, hints have a guiding form",
    "recordings in labels": "Labels may be pictures and sounds, hints have a guiding form",
    "pictures in labels and choices": "Labels may be pictures and sounds, hints have a guiding form",
    "values of outputs in labels": "Labels follow values and the language",
    "repeats with jr:count": "A count makes rows and, when it falls, keeps their values",
    "nested repeats": "Nested repeats",
    "cascading choices": "A filter offers what fits, and a value no longer on offer is dropped",
    "choices from CSV, XML and GeoJSON": "A list in a GeoJSON file",
    "setvalue and events": "setvalue at first load and when a value changes",
    "setgeopoint": "A place that is not known is blank",
    "preloads": "Metadata is filled by preloads",
    "entities": "A record that creates an entity",
    "last-saved values": "The record saved last fills a new one",
    "audit log of ODK Collect": "The log that a form asks for",
    "compact records for text messages": "Tagged values make a compact record",
    "regular expressions": "Patterns that are none, or that hang other clients",
}
TESTED_ELSEWHERE = {
    "Markdown in labels and hints": "tests/gui/test_form_controls.py",
    "encrypted submissions": "tests/operations/test_submissions_written.py",
    "max-pixels": "tests/gui/test_form_controls.py",
}


def test_every_feature_listed_is_shown_by_a_scenario() -> None:
    titles = "\n".join(path.read_text(encoding="utf-8") for path in SCENARIOS.glob("*.md"))
    root = SCENARIOS.parents[2]
    for feature in feature_matrix().features:
        if feature.name in TESTED_ELSEWHERE:
            assert (root / TESTED_ELSEWHERE[feature.name]).exists()
        else:
            assert f"## {SHOWN_BY[feature.name]}" in titles, feature.name
    assert set(SHOWN_BY) | set(TESTED_ELSEWHERE) == {feature.name for feature in feature_matrix().features}


def test_the_list_is_printed_as_tables() -> None:
    text = as_markdown(feature_matrix())
    assert "| likert | select_one | yes |" in text
    assert all(f"| {name} |" in text for name in FUNCTIONS)
