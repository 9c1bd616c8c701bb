"""Typed text never runs as a formula, and can be had back as it was typed."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.sheets.answers import answers_csv
from inspector_app.sheets.guard import guarded, require_code, unguarded

INJECTIONS = [
    "=1+1",
    '=HYPERLINK("file:///etc/passwd")',
    "+44 1234",
    "-5",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "＝1+1",
    "'=1+1",
    "''-1",
]


@pytest.mark.parametrize("text", INJECTIONS)
def test_text_that_could_run_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "yes", "CS2003000001", "'quoted'", "2016-04-01", "a=b", "Ünïcode"])
def test_other_text_is_left_as_it_is(text: str) -> None:
    assert guarded(text) == unguarded(text) == text


@given(st.text(alphabet="'=+-@\t\r\n a1", max_size=8) | st.text())
def test_the_guard_can_always_be_taken_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@pytest.mark.parametrize("code", ["", "=x", "In place", "-1", "x,y", "a\n"])
def test_what_is_no_code_is_not_let_through_unguarded(code: str) -> None:
    with pytest.raises(ValueError, match="not a plain code"):
        require_code(code)


def test_answers_are_guarded_quoted_and_in_the_order_handed_in() -> None:
    rows = [["q1", "=cmd|' /C calc'!A0", 3], ["q2", 'said "no", twice\r\nand again', None], ["q3", "-2", -2]]
    data = answers_csv(["node", "value", "position"], rows)
    assert data == (
        b'node,value,position\nq1,\'=cmd|\' /C calc\'!A0,3\nq2,"said ""no"", twice\nand again",\nq3,\'-2,-2\n'
    )
    assert data == answers_csv(["node", "value", "position"], rows)


def test_a_row_of_another_width_is_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="1 cells for 2 columns"):
        answers_csv(["a", "b"], [["only"]])


@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"])),
            min_size=2,
            max_size=2,
        )
    )
)
def test_any_text_comes_back_from_the_csv(rows: list[list[str]]) -> None:
    text = answers_csv(["a", "b"], rows).decode("utf-8")
    read = list(csv.reader(io.StringIO(text, newline="")))[1:]
    assert [[unguarded(cell) for cell in row] for row in read] == rows
