"""A hash index finds what a scan finds; what is the same for all candidates is worked out once."""

from __future__ import annotations

import pytest
from bare_host import BareHost
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.xpath.compare import differ, equal
from inspector_app.xpath.compile import compile_expression
from inspector_app.xpath.model import Element, Value

CELLS = ("", "a", "7", "7.0", "07", "true", "2026-11-22", "2026-11-22T00:00:00.000", " a", "nan")
WANTED = (
    "'a'",
    "7",
    "'7'",
    "''",
    "true()",
    "false()",
    "'2026-11-22'",
    "1 div 0",
    "'x'",
    "/d/v",
    "/d/none",
    "3 + 4",
)


def host_with(cells: list[str | None]) -> BareHost:
    """A list of the id t whose items have the cell c, or none; and a document with /d/v holding 'a'."""
    host = BareHost()
    document, root = Element("", None), Element("root", None)
    items = []
    for place, cell in enumerate(cells):
        item = Element("item", root)
        item.by = {"n": (Element("n", item, str(place)),)}
        if cell is not None:
            item.by = {**item.by, "c": (Element("c", item, cell),)}
        items.append(item)
    root.by = {"item": tuple(items)}
    document.by = {"root": (root,)}
    host.instances["t"] = document
    primary, data = Element("", None), Element("d", None)
    data.parent = primary
    data.by = {"v": (Element("v", data, "a"),)}
    primary.by = {"d": (data,)}
    host.document = primary
    return host


def evaluate(host: BareHost, expression: str) -> Value:
    return compile_expression(expression, ()).evaluate(host.document, host)


@given(st.lists(st.none() | st.sampled_from(CELLS), min_size=9, max_size=30), st.sampled_from(WANTED))
def test_an_index_finds_what_a_scan_finds(cells: list[str | None], wanted: str) -> None:
    host = host_with(cells)
    found = evaluate(host, f"join(' ', instance('t')/root/item[c = {wanted}]/n)")
    value = evaluate(host, wanted)
    expected = [str(place) for place, cell in enumerate(cells) if equal("" if cell is None else cell, value)]
    assert found == " ".join(expected)


@given(st.lists(st.none() | st.sampled_from(CELLS), min_size=9, max_size=30), st.sampled_from(WANTED))
def test_an_index_leaves_out_what_a_scan_leaves_out(cells: list[str | None], wanted: str) -> None:
    host = host_with(cells)
    found = evaluate(host, f"join(' ', instance('t')/root/item[c != {wanted}]/n)")
    value = evaluate(host, wanted)
    expected = [str(place) for place, cell in enumerate(cells) if differ("" if cell is None else cell, value)]
    assert found == " ".join(expected)


@given(
    st.lists(st.none() | st.sampled_from((*CELLS, "a b", "b  a a", "7 a")), min_size=9, max_size=30),
    st.sampled_from((*WANTED, "' a '", "'a b'")),
)
def test_an_index_finds_what_was_selected(cells: list[str | None], wanted: str) -> None:
    host = host_with(cells)
    found = evaluate(host, f"join(' ', instance('t')/root/item[selected(c, {wanted})]/n)")
    # With a condition on the place there is no index.
    scanned = evaluate(
        host, f"join(' ', instance('t')/root/item[selected(c, {wanted}) and position() > 0]/n)"
    )
    assert found == scanned


def test_an_item_with_a_column_twice_differs_from_either() -> None:
    host = host_with(["a"] * 12)
    root = host.instances["t"].by["root"][0]
    first = root.by["item"][0]
    first.by = {**first.by, "c": (Element("c", first, "a"), Element("c", first, "b"))}  # type: ignore[misc]
    assert evaluate(host, "count(instance('t')/root/item[c != 'a'])") == 1


@given(st.lists(st.sampled_from(CELLS), min_size=9, max_size=30))
def test_further_conditions_and_places_hold_beside_an_index(cells: list[str]) -> None:
    host = host_with(list(cells))
    places = [place for place, cell in enumerate(cells) if cell == "a"]
    wide = evaluate(host, "join(' ', instance('t')/root/item[c = 'a' and n > 3]/n)")
    assert wide == " ".join(str(place) for place in places if place > 3)
    assert evaluate(host, "string(instance('t')/root/item[c = 'a'][2]/n)") == (
        str(places[1]) if len(places) > 1 else ""
    )
    counted = evaluate(host, "join(' ', instance('t')/root/item[position() < 4 and c = 'a']/n)")
    assert counted == " ".join(str(place) for place in places if place < 3)


def test_what_does_not_depend_on_the_candidate_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    host = host_with(["a"] * 20)
    asked = []

    def property_of(name: str) -> str:
        asked.append(name)
        return "a"

    monkeypatch.setattr(host, "property", property_of)
    assert evaluate(host, "count(instance('t')/root/item[contains(concat('x', c), property('p'))])") == 20
    assert asked == ["p"]
    assert evaluate(host, "count(instance('t')/root/item[contains(concat('x', c), property('p'))])") == 20
    assert asked == ["p", "p"]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("count(instance('t')/root/*)", "10"),
        ("count(instance('t')//n)", "10"),
        ("string((instance('t')/root/item)[last()]/n)", "9"),
        ("string(instance('t')/root/item[3]/preceding-sibling::item[1]/n)", "1"),
        ("string(instance('t')/root/item[3]/following-sibling::*[1]/n)", "3"),
        ("name(instance('t')/root/item[1]/n/ancestor::root)", "root"),
        ("count(instance('t')/root/item[1] | instance('t')/root/item[1] | instance('t')/root/item[2])", "2"),
        ("count(instance('t')/root/item[number(n) > 7])", "2"),
        ("count(instance('t')/root/item/n[number() > 7])", "2"),
        ("count(instance('t')/root/item[string-length(n) = 1]/self::item)", "10"),
        ("string(/d/v/text())", "a"),
        ("count(/d/node())", "1"),
        ("count(/d/v/..)", "1"),
        ("local-name(/d/*)", "v"),
    ],
)
def test_axes_and_places(expression: str, expected: str) -> None:
    host = host_with([str(place) for place in range(10)])
    assert compile_expression(expression, ()).text(host.document, host) == expected


@given(
    st.lists(st.none() | st.sampled_from((*CELLS, "ab", "a b", "b", "ba")), min_size=9, max_size=30),
    st.sampled_from((*WANTED, "'20'", "'b'", "' '")),
    st.sampled_from(("starts-with", "contains", "ends-with")),
)
def test_an_index_finds_what_begins_with_or_contains(
    cells: list[str | None], wanted: str, function: str
) -> None:
    host = host_with(cells)
    found = evaluate(host, f"join(' ', instance('t')/root/item[{function}(c, {wanted})]/n)")
    expected = [
        str(place)
        for place, cell in enumerate(cells)
        if evaluate(host, f"{function}('{cell or ''}', {wanted})")
    ]
    assert found == " ".join(expected)
