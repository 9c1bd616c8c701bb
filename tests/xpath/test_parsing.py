"""The parser takes what XPath 1.0 allows, and refuses the rest with its own error and nothing else."""

from __future__ import annotations

import pytest
from bare_host import BareHost
from hypothesis import example, given, settings
from hypothesis import strategies as st

from inspector_app.xpath.ast import (
    Binary,
    Call,
    Expr,
    Filter,
    Literal,
    Logic,
    Negate,
    Number,
    Path,
    Step,
    unparse,
)
from inspector_app.xpath.compile import compile_expression
from inspector_app.xpath.errors import XPathError
from inspector_app.xpath.parser import MAX_DEPTH, parse
from inspector_app.xpath.registry import FUNCTIONS, look_up

NAMES = st.sampled_from(["a", "row", "x-1", "div", "and", "or", "mod", "é", "_1"])
PIECES = st.sampled_from(
    [
        *list("()[]/.,@*|+-=<>'\"$!: "),
        "//",
        "..",
        "::",
        "!=",
        "<=",
        "and",
        "or",
        "div",
        "mod",
        "1",
        ".5",
        "a",
        "if(",
        "text()",
    ]
)


def literals() -> st.SearchStrategy[Expr]:
    quoted = st.text(st.characters(exclude_characters="'\"", exclude_categories=["Cs"]), max_size=5)
    numbers = st.from_regex(r"[0-9]{1,4}(\.[0-9]{1,3})?", fullmatch=True)
    return quoted.map(Literal) | numbers.map(lambda text: Number(float(text), text))


def steps(inner: st.SearchStrategy[Expr]) -> st.SearchStrategy[Step]:
    predicates = st.lists(inner, max_size=1).map(tuple)
    named = st.builds(Step, st.sampled_from(["child", "attribute", "ancestor"]), NAMES, predicates)
    moves = st.sampled_from([Step("self", "node()"), Step("parent", "node()"), Step("child", "*")])
    return named | moves


def expressions() -> st.SearchStrategy[Expr]:
    def extend(inner: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
        path = st.lists(steps(inner), min_size=1, max_size=3).map(tuple)
        not_logic = {
            op: inner.filter(lambda one, op=op: not (isinstance(one, Logic) and one.op == op))
            for op in ("and", "or")
        }
        return st.one_of(
            st.builds(
                Binary,
                st.sampled_from(["=", "!=", "<", ">=", "+", "-", "*", "div", "mod", "|"]),
                inner,
                inner,
            ),
            st.sampled_from(["and", "or"]).flatmap(
                lambda op: st.builds(
                    Logic, st.just(op), st.lists(not_logic[op], min_size=2, max_size=3).map(tuple)
                )
            ),
            st.builds(Negate, inner),
            st.builds(Call, st.sampled_from(["concat", "jr:itext"]), st.lists(inner, max_size=3).map(tuple)),
            st.builds(Filter, inner.filter(lambda one: not isinstance(one, Filter)), st.tuples(inner)),
            st.builds(Path, st.none(), st.booleans(), path),
            st.builds(Path, st.just(Call("current", ())), st.just(False), path),
        )

    return st.recursive(literals(), extend, max_leaves=12)


@settings(max_examples=200, deadline=None)
@given(expressions())
def test_printed_and_parsed_again_an_expression_is_the_same(expression: Expr) -> None:
    assert parse(unparse(expression)) == expression


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=30))
@example("((((((")
@example("a[")
@example("'open")
def test_any_text_is_an_expression_or_refused_in_words(text: str) -> None:
    host = BareHost()
    try:
        compiled = compile_expression(text, ())
    except XPathError as error:
        assert error.message and error.code
    else:
        compiled.text(host.document, host)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "expression-syntax"),
        ("1e3", "expression-syntax"),
        ("'it''s'", "expression-syntax"),
        ("'open", "expression-syntax"),
        ("a b", "expression-syntax"),
        ("$x", "expression-syntax"),
        ("following::a", "expression-axis"),
        ("upper-case('a')", "unknown-function"),
        ("false() and thousands(1)", "unknown-function"),
        ("if(1, 2)", "wrong-argument-count"),
        ("today(1)", "wrong-argument-count"),
        ("indexed-repeat(/a/b, /a, 1, /a/b)", "wrong-argument-count"),
        ("indexed-repeat(1, /a, 1)", "indexed-repeat-path"),
        ("(" * (MAX_DEPTH + 1) + "1" + ")" * (MAX_DEPTH + 1), "expression-too-deep"),
        ("-" * 100_001 + "1", "expression-too-long"),
    ],
)
def test_what_is_refused_has_a_code(text: str, code: str) -> None:
    with pytest.raises(XPathError) as caught:
        compile_expression(text, ())
    assert caught.value.code == code


def test_words_are_operators_only_where_an_operand_ends() -> None:
    assert parse("div div mod") == Binary(
        "div", Path(None, False, (Step("child", "div"),)), Path(None, False, (Step("child", "mod"),))
    )
    assert parse("* * *") == Binary(
        "*", Path(None, False, (Step("child", "*"),)), Path(None, False, (Step("child", "*"),))
    )


def test_long_chains_of_and_are_no_nesting() -> None:
    host = BareHost()
    assert compile_expression(" and ".join(["1 = 1"] * 2000), ()).text(host.document, host) == "true"


def test_every_function_says_what_it_does() -> None:
    look_up("true", 0)
    assert len(FUNCTIONS) >= 80
    for function in FUNCTIONS.values():
        assert function.doc.endswith("."), function.name
        assert function.high is None or function.low <= function.high
