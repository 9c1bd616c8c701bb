"""The Markdown of an XLSForm is read into sheets of rows and back, bars and all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.checklists.definition import read_definition
from inspector_app.checklists.problems import ChecklistInvalid
from inspector_app.checklists.shipped import checklist_source
from inspector_app.checklists.table import Sheet, parse_markdown, write_markdown


def test_sheets_rows_and_escaped_bars_are_read() -> None:
    text = (
        "# note\n| survey |\n| | type | name |\n|---|---|---|\n| | text | a\\|b |\n|  |  |  |\n| | note | |\n"
    )
    assert parse_markdown(text) == (Sheet("survey", (("type", "name"), ("text", "a|b"), ("note", ""))),)


def test_short_rows_are_filled_to_the_header() -> None:
    (sheet,) = parse_markdown("| survey |\n| | type | name | label |\n| | text |\n")
    assert sheet.header == ("type", "name", "label")
    assert sheet.rows[1] == ("text", "", "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nothing", "no table"),
        ("| | type |\n", "belongs to no sheet"),
        ("| survey |\n", "has no header"),
        ("| survey |\n| | a |\n| survey |\n| | b |\n", "begins twice (line 3)"),
        ("| survey |\n| | a |\n| | x | y |\n", "sheet survey, row 2: The row has more cells"),
    ],
)
def test_what_is_no_table_is_refused_with_its_place(text: str, said: str) -> None:
    with pytest.raises(ChecklistInvalid) as caught:
        parse_markdown(text, "cse.md")
    assert said in caught.value.message and caught.value.advice


def test_shipped_checklist_reads_as_pyxform_reads_it() -> None:
    source = checklist_source("cse-2016").read_bytes()
    theirs = read_definition(source, "cse.md", ".md")
    for sheet in parse_markdown(source.decode("utf-8")):
        ours = [
            {column: cell for column, cell in zip(sheet.header, row, strict=True) if cell}
            for row in sheet.rows[1:]
        ]
        assert ours == getattr(theirs, sheet.name)


def test_shipped_checklist_is_written_as_it_stands() -> None:
    text = checklist_source("cse-2016").read_text("utf-8")
    assert write_markdown(parse_markdown(text)) == text


words = st.text(st.sampled_from("ab |=$'é "), max_size=6).map(lambda text: " ".join(text.split()))
named = words.filter(lambda text: bool(text) and not text.startswith("#"))


@st.composite
def sheets(draw: st.DrawFn) -> tuple[Sheet, ...]:
    names = draw(st.lists(named, min_size=1, max_size=3, unique=True))
    result = []
    for name in names:
        width = draw(st.integers(1, 4))
        header = tuple(draw(named) for _ in range(width))
        body = draw(st.lists(st.tuples(*[words] * width).filter(any), max_size=3))
        result.append(Sheet(name, (header, *body)))
    return tuple(result)


@given(sheets())
def test_writing_and_reading_gives_the_same_sheets(tables: tuple[Sheet, ...]) -> None:
    assert parse_markdown(write_markdown(tables)) == tables
