"""Indexes: `item[column = expr]`, or starts-with(column, expr), on a list that never changes is a look-up.

The result equals that of the scan for every kind of right-hand side; where hashing could differ (booleans,
date texts written differently) the caller is told to scan.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from inspector_app.xpath.dates import text_days
from inspector_app.xpath.model import NO_NODES, Host, Index, Node, Nodes, Value
from inspector_app.xpath.values import text_number, to_text, tokens_of

SMALL = 8
"""Lists up to this length are scanned."""


def index_for(host: Host, nodes: Nodes, column: str) -> Index:
    """The index of a column (a child's name) over the list, built at the first use."""
    key = (id(nodes), column)
    index = host.indexes.get(key)
    if index is None:
        by_text: dict[str, list[Node]] = {}
        single = True
        for node in nodes:
            cells = node.by.get(column, NO_NODES)
            single = single and len(cells) < 2
            texts = {cell.text for cell in cells} if cells else {""}
            for text in texts:
                by_text.setdefault(text, []).append(node)
        index = host.indexes[key] = Index(nodes, by_text, single)
    return index


def equal_to(host: Host, nodes: Nodes, column: str, wanted: Value) -> Sequence[Node] | None:
    """The nodes that ``column = wanted`` keeps; None: scan instead."""
    return look_up(index_for(host, nodes, column), wanted)


def other_than(host: Host, nodes: Nodes, column: str, wanted: Value) -> Sequence[Node] | None:
    """The nodes that ``column != wanted`` keeps; None: scan instead."""
    index = index_for(host, nodes, column)
    equal = look_up(index, wanted) if index.single else None
    if equal is None:
        return None
    left_out = {id(node) for node in equal}
    return [node for node in nodes if id(node) not in left_out] if left_out else nodes


def having_selected(host: Host, nodes: Nodes, column: str, wanted: Value) -> Sequence[Node] | None:
    """The nodes that ``selected(column, wanted)`` keeps; None: scan instead."""
    name = to_text(wanted).strip()
    if not name:
        return None
    key = (id(nodes), f"{column} ")
    index = host.indexes.get(key)
    if index is None:
        by_token: dict[str, list[Node]] = {}
        for node in nodes:
            for token in dict.fromkeys(tokens_of(node.by.get(column, NO_NODES))):
                by_token.setdefault(token, []).append(node)
        index = host.indexes[key] = Index(nodes, by_token, False)
    return index.by_text.get(name, NO_NODES)


def beginning_with(host: Host, nodes: Nodes, column: str, wanted: Value) -> Sequence[Node] | None:
    """The nodes that ``starts-with(column, wanted)`` keeps; None: scan instead."""
    index = index_for(host, nodes, column)
    start = to_text(wanted)
    if not index.single:
        return None
    if not start:
        return nodes
    texts = _sorted_texts(index)
    first = bisect_left(texts, start)
    last = first
    while last < len(texts) and texts[last].startswith(start):
        last += 1
    return _of_texts(index, texts[first:last])


def containing(host: Host, nodes: Nodes, column: str, wanted: Value) -> Sequence[Node] | None:
    """The nodes that ``contains(column, wanted)`` keeps; None: scan instead."""
    index = index_for(host, nodes, column)
    part = to_text(wanted)
    if not index.single:
        return None
    return nodes if not part else _of_texts(index, [text for text in index.by_text if part in text])


def _sorted_texts(index: Index) -> list[str]:
    if index.sorted_texts is None:
        index.sorted_texts = sorted(index.by_text)
    return index.sorted_texts


def _of_texts(index: Index, texts: list[str]) -> Sequence[Node]:
    """The nodes of several texts, in document order."""
    if len(texts) < 2:
        return index.by_text[texts[0]] if texts else NO_NODES
    return _in_order(index, (node for text in texts for node in index.by_text[text]))


def _in_order(index: Index, nodes: Iterable[Node]) -> list[Node]:
    places = index.places
    if places is None:
        places = index.places = {id(node): place for place, node in enumerate(index.nodes)}
    return [index.nodes[place] for place in sorted(places[id(node)] for node in nodes)]


def look_up(index: Index, wanted: Value) -> Sequence[Node] | None:
    """The nodes whose column equals the value, in document order; None: scan instead."""
    if isinstance(wanted, bool):
        return None
    if isinstance(wanted, float):
        if wanted % 1:
            return None  # fractions may differ a little and still be equal
        return _by_number(index).get(wanted, NO_NODES)
    if isinstance(wanted, str):
        return None if _is_date(wanted) else index.by_text.get(wanted, NO_NODES)
    if len(wanted) > 1:
        return None
    text = wanted[0].text if wanted else ""
    return None if _is_date(text) else index.by_text.get(text, NO_NODES)


def _is_date(text: str) -> bool:
    return text[4:5] == "-" and text_days(text) is not None


def _by_number(index: Index) -> dict[float, list[Node]]:
    table = index.by_number
    if table is None:
        table = {}
        for text, nodes in index.by_text.items():
            number = text_number(text)
            if number == number:
                table.setdefault(number, []).extend(nodes)
        table = {number: _in_order(index, nodes) for number, nodes in table.items()}
        index.by_number = table
    return table
