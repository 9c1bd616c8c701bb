"""The choices of selects: what is on offer now, in which order, under which label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from inspector_app.forms.definition.model import Control, Itemset
from inspector_app.forms.engine.texts import media_of, media_of_id, rendered
from inspector_app.forms.engine.units import find_question
from inspector_app.forms.interface import Choice
from inspector_app.xpath.ast import Call, Path
from inspector_app.xpath.indexing import SMALL, index_for
from inspector_app.xpath.model import NO_NODES, Node, Nodes, Scope
from inspector_app.xpath.values import to_text

if TYPE_CHECKING:
    from inspector_app.forms.engine.record import Record
    from inspector_app.forms.instance.tree import TreeNode


def choice_values(record: Record, node: TreeNode) -> list[str]:
    """The values on offer, in order; none for a control without choices."""
    control = node.definition.control
    if control is None:
        return []
    values = [item.value for item in control.items]
    if control.itemset is not None:
        values += [value for value, _ in _offered(record, control.itemset, node)]
    return values


def offered_among(record: Record, node: TreeNode, wanted: list[str]) -> set[str]:
    """Those of the values wanted that are on offer; long lists answer by their index."""
    control = node.definition.control
    if control is None:
        return set()
    found = {item.value for item in control.items}.intersection(wanted)
    itemset = control.itemset
    if itemset is None:
        return found
    nodes = itemset.nodes.compiled.nodes(node, record)
    if itemset.value_column and isinstance(nodes, tuple) and len(nodes) > SMALL and nodes[0].constant:
        known = index_for(record, nodes, itemset.value_column).by_text
        return found | {value for value in wanted if value in known}
    return found | {value for value, _ in _values(record, itemset, nodes, node)}.intersection(wanted)


def choices_of(record: Record, node: TreeNode) -> tuple[Choice, ...] | None:
    """The choices on offer with labels; None for a control without choices."""
    control = node.definition.control
    if control is None or not control.offers_choices:
        return None
    if not control.constant:
        return tuple(_choices(record, control, node))
    key = (node.definition.path, record.language)
    known = record.form.constant_choices.get(key)
    if known is None:
        known = record.form.constant_choices[key] = tuple(_choices(record, control, node))
    return known


def _choices(record: Record, control: Control, node: TreeNode) -> Iterator[Choice]:
    for item in control.items:
        yield Choice(item.value, rendered(record, item.label, node).strip(), media_of(record, item.label))
    if control.itemset is not None:
        yield from _item_choices(record, control, control.itemset, node)


def _item_choices(record: Record, control: Control, itemset: Itemset, node: TreeNode) -> Iterable[Choice]:
    known = record.form.item_choices.setdefault((node.definition.path, record.language), {})
    nodes = itemset.nodes.compiled.nodes(node, record)
    made = [known.get(id(item_node)) for item_node in nodes]
    if None not in made:
        return made  # type: ignore[return-value]
    found: list[Choice] = []
    for value, item_node in _values(record, itemset, nodes, node):
        choice = known.get(id(item_node))
        if choice is None:
            label, media = _item_label(record, itemset, item_node, node)
            # XLSForm converters put blanks around the outputs of a label.
            choice = Choice(value, label.strip() or value, media)
            if control.steady_items and item_node.constant:
                known[id(item_node)] = choice
        found.append(choice)
    return found


def _offered(record: Record, itemset: Itemset, node: TreeNode) -> Iterator[tuple[str, Node]]:
    return _values(record, itemset, itemset.nodes.compiled.nodes(node, record), node)


def _values(record: Record, itemset: Itemset, nodes: Nodes, node: TreeNode) -> Iterator[tuple[str, Node]]:
    column = itemset.value_column
    if column:
        for item in nodes:
            cells = item.by.get(column, NO_NODES)
            if cells and cells[0].text:
                yield cells[0].text, item
        return
    closure, scope = itemset.value.compiled.closure, Scope(record, node)
    for item in nodes:
        value = to_text(closure(item, scope))
        if value:
            yield value, item


def _item_label(record: Record, itemset: Itemset, item: Node, node: TreeNode) -> tuple[str, dict[str, str]]:
    label = itemset.label
    if label is None:
        return "", {}
    text = to_text(label.compiled.closure(item, Scope(record, node)))
    tree = label.compiled.tree
    if isinstance(tree, Call) and tree.name == "jr:itext" and isinstance(tree.args[0], Path):
        cells = item.by.get(tree.args[0].steps[-1].test, NO_NODES)
        if cells:
            return text, media_of_id(record, cells[0].text)
    return text, {}


def label_of_choice(record: Record, value: str, path: str, node: TreeNode) -> str:
    """The label of a choice of the question at a path, as seen from a node; '' if it is not on offer."""
    question = find_question(
        record.form.root, record.form.book, path, node.definition.path, node.definition.ref
    )
    if question is None or question.control is None or not value:
        return ""
    owner = _nearest(node, question.path)
    control = question.control
    if owner is None:
        return ""
    for item in control.items:
        if item.value == value:
            return rendered(record, item.label, owner)
    itemset = control.itemset
    if itemset is None:
        return ""
    nodes = itemset.nodes.compiled.nodes(owner, record)
    if itemset.value_column and isinstance(nodes, tuple) and len(nodes) > SMALL and nodes[0].constant:
        nodes = index_for(record, nodes, itemset.value_column).by_text.get(value, NO_NODES)
    for offered, item_node in _values(record, itemset, nodes, owner):
        if offered == value:
            return _item_label(record, itemset, item_node, owner)[0]
    return ""


def _nearest(node: TreeNode, path: tuple[str, ...]) -> TreeNode | None:
    """The node of that path which shares the most repeat instances with `node`."""
    shared = 0
    for mine, theirs in zip(node.definition.path, path, strict=False):
        if mine != theirs:
            break
        shared += 1
    found = node.ancestor(shared)
    for name in path[shared:]:
        rows = found.by.get(name) if found is not None else None
        found = rows[0] if rows else None
    return found


def in_choice_order(values: list[str], text: str) -> str:
    """The names of a multiple select in the order of the choices, those unknown last, none twice."""
    chosen = list(dict.fromkeys(text.split()))
    if len(chosen) < 2:
        return " ".join(chosen)
    place = {value: index for index, value in enumerate(values)}
    return " ".join(sorted(chosen, key=lambda value: place.get(value, len(place))))


def still_offered(record: Record, node: TreeNode, text: str) -> str:
    """The part of an answer that is on offer."""
    control = node.definition.control
    if control is not None and control.kind == "select1":
        return text if offered_among(record, node, [text]) else ""
    chosen = text.split()
    known = offered_among(record, node, chosen)
    return " ".join(value for value in chosen if value in known)
