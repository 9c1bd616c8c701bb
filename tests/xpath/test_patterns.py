"""`regex()`: Java's dialect, and no pattern that can hang the program."""

from __future__ import annotations

import re

import pytest
from bare_host import BareHost
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.xpath.compile import compile_expression
from inspector_app.xpath.patterns.machine import MOST_STEPS, Machine, TooHard
from inspector_app.xpath.patterns.match import is_nested_repetition, matcher
from inspector_app.xpath.patterns.tree import PatternError

JAVA = (
    (r"^[\p{L} '-]+$", "Aileén O'Neil", True),
    (r"\d+", "٣", False),
    (r"\w+", "é", False),
    (r"[a-z&&[^aeiou]]+", "xyz", True),
    (r"[a-z&&[^aeiou]]+", "xaz", False),
    (r"[a-c[x-z]]+", "axz", True),
    (r"(?i)abc", "aBC", True),
    (r"(?i)[a-f]+", "BEAD", True),
    (r"(?i:a)b", "Ab", True),
    (r"(?i:a)b", "AB", False),
    (r"(?=.*\d)(?=.*[a-z]).{4,}", "ab12", True),
    (r"(?=.*\d)(?=.*[a-z]).{4,}", "abcd", False),
    (r"(?!0)\d+", "012", False),
    (r"(?<!a)b", "b", True),
    (r"a(?<!a)b", "ab", False),
    (r"(\w)\1", "aa", True),
    (r"(\w)\1", "ab", False),
    (r"(?<y>\d)-\k<y>", "1-1", True),
    (r"a++a", "aaa", False),
    (r"a*+b", "aab", True),
    (r"(?>a|ab)c", "abc", False),
    (r"\Qa.b\E+", "a.bbb", True),
    (r"[[]x", "[x", True),
    (r"[]a]+", "]a", True),
    (r"^\d{3}-\d{4}$", "123-4567", True),
    (r"a{2,3}", "aaaa", False),
    (r"\u0041\x42", "AB", True),
    (r".", "\n", False),
    (r"(?s).", "\n", True),
    (r"\p{Lu}\p{Ll}+", "Édith", True),
    (r"\P{L}+", "12", True),
    (r"[^\p{L}]", "1", True),
    (r"\p{IsAlphabetic}+", "é", True),
    (r"\p{Alpha}+", "é", False),
    (r"\p{Arabic}+", "سلام", True),
    (r"\bfoo\b", "foo", True),
    (r"a|", "", True),
    (r"(?x) a b # c", "ab", True),
    ("", "", True),
    ("", "a", False),
)


@pytest.mark.parametrize(("pattern", "text", "wanted"), JAVA, ids=[f"{one[0]} {one[1]!r}" for one in JAVA])
def test_patterns_are_read_as_java_reads_them(pattern: str, text: str, wanted: bool) -> None:
    made = matcher(pattern)
    assert made.fits(text) is wanted
    assert Machine(made.program, text).fits() is wanted


@pytest.mark.parametrize(
    "pattern", ["(", "a**", "[a", r"\i", "a{3,2}", r"\p{Nope}", "(?<a", ")", "(?P=x)", r"a\2", "*a", "(" * 99]
)
def test_what_is_no_pattern_is_told(pattern: str) -> None:
    with pytest.raises(PatternError):
        matcher(pattern)


HOSTILE = (
    ("(a+)+$", "a" * 5000 + "b"),
    ("(a|a)*b", "a" * 3000),
    ("^(([a-z])+.)+[A-Z]([a-z])+$", "a" * 3000),
    ("(x+x+)+y", "x" * 3000),
    ("(.*)(.*)(.*)(.*)(.*)(.*)(.*)x", "a" * 3000),
    ("(((((a*)*)*)*)*)*b", "a" * 3000),
    ("(?=(a+)+b)a*", "a" * 3000),
    ("(?<=(a+)+b)a*", "a" * 3000),
)


@pytest.mark.parametrize(("pattern", "text"), HOSTILE, ids=[one[0] for one in HOSTILE])
def test_the_work_of_a_hostile_pattern_grows_with_the_text_alone(pattern: str, text: str) -> None:
    machine = Machine(matcher(pattern).program, text)
    assert machine.fits() is False
    assert machine.steps <= 30 * len(text)
    assert matcher(pattern).fits(text) is False


def test_what_cannot_be_bounded_otherwise_is_given_up_after_a_count_of_steps() -> None:
    pattern = r"(a*)*(a*)*(a*)*\1\2\3b"
    machine = Machine(matcher(pattern).program, "a" * 4000)
    with pytest.raises(TooHard):
        machine.fits()
    assert machine.steps <= MOST_STEPS + 4001
    host = BareHost()
    expression = compile_expression(f"regex('{'a' * 4000}', '{pattern}')", ())
    assert expression.evaluate(host.document, host) is False
    assert "regex-too-hard" in host.warnings


def test_a_pattern_too_large_to_run_is_no_pattern() -> None:
    with pytest.raises(PatternError):
        matcher("((a{1,900}b){1,900}c){1,900}")


def test_brackets_that_are_never_closed_do_not_double_the_work() -> None:
    with pytest.raises(PatternError):
        matcher("[" * 50)
    assert matcher("[" * 4 + "]").fits("[")


@pytest.mark.parametrize("pattern", ["(a+)+", "(a*b*)*", "([a-z]+,?)+", "(.*)*", "((a+))*", "(a+|b)*"])
def test_nested_repetition_is_found(pattern: str) -> None:
    assert is_nested_repetition(matcher(pattern).tree)


@pytest.mark.parametrize("pattern", ["a+", "(a|b)*", "([a-z]+ )*[a-z]+", r"(\d{1,3}\.)+", "(a++)+", "(a+)?"])
def test_repetition_with_something_between_is_not(pattern: str) -> None:
    assert not is_nested_repetition(matcher(pattern).tree)


_part = st.sampled_from(
    ["a", "b", "[ab]", "[^a]", ".", "(a|b)", "(ab)", "(a|ab)", "(?:b*)", "(?=a)", "(?!b)"]
)
_often = st.sampled_from(["", "", "*", "+", "?", "{1,2}", "{2}", "*?", "+?", "??"])
_patterns = st.lists(st.tuples(_part, _often).map("".join), min_size=1, max_size=4).map("".join)


@settings(max_examples=300)
@given(
    st.one_of(_patterns, st.tuples(_patterns, _often).map(lambda two: f"({two[0]}){two[1]}")), st.text("abc")
)
def test_machine_and_python_agree_where_both_read_the_same_dialect(pattern: str, text: str) -> None:
    made = matcher(pattern)
    wanted = re.fullmatch(pattern, text) is not None
    assert made.fits(text) is wanted
    assert Machine(made.program, text).fits() is wanted
