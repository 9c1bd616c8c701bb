"""What an expression reads is found without running it, with the repeat instances it shares."""

from __future__ import annotations

import pytest

from inspector_app.xpath.parser import parse
from inspector_app.xpath.references import Reference, references

HERE = ("data", "row", "y")
X = ("data", "row", "x")


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("../x", {Reference(X, 2)}),
        ("../../row/x", {Reference(X, 1)}),
        ("/data/row/x", {Reference(X, 2)}),
        ("/data/row[1]/x", {Reference(X, 1)}),
        ("current()/../x", {Reference(X, 2)}),
        ("sum(../../row[z > 1]/x)", {Reference(X, 1), Reference(("data", "row", "z"), 1)}),
        ("../../row[z = current()/../x]/z", {Reference(X, 2), Reference(("data", "row", "z"), 1)}),
        ("position(..)", {Reference(("data", "row"), 1, True)}),
        (
            "indexed-repeat(/data/row/x, /data/row, /data/n)",
            {Reference(X, 1, False, True), Reference(("data", "n"), 1)},
        ),
        ("instance('towns')/root/item[area = /data/row/x]/name", {Reference(X, 2)}),
        ("if(/data/a, ../x, '')", {Reference(("data", "a"), 1), Reference(X, 2)}),
        ("/data/*", {Reference(("data", "*"), 1)}),
        ("//x", {Reference(("**", "x"), 0)}),
        ("once(../x)", {Reference(X, 2)}),
        ("/data/entity/@id", {Reference(("data", "entity", "@id"), 1)}),
    ],
)
def test_paths_and_anchors(expression: str, expected: set[Reference]) -> None:
    assert references(parse(expression), HERE).nodes == expected


def test_lists_labels_language_and_chance_are_found() -> None:
    found = references(
        parse("concat(jr:choice-name(../x, ' ../x '), pulldata('fruits', 'a', 'b', '1'), uuid())"), HERE
    )
    assert found.choice_names == {"../x"}
    assert found.instances == {"fruits"}
    assert found.translated
    assert found.volatile
