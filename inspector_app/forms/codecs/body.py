"""Reads the body: controls, groups, repeats, lists of choices and actions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from inspector_app.forms.codecs.itext import read_text
from inspector_app.forms.codecs.xml import all_text, child, children, elements, jr, local
from inspector_app.forms.definition.expressions import ExpressionBook
from inspector_app.forms.definition.model import (
    Action,
    Control,
    Expression,
    Item,
    Itemset,
    NodeDefinition,
    Path,
    Repeat,
)
from inspector_app.forms.engine.graph import ITEM
from inspector_app.forms.errors import FormError
from inspector_app.forms.interface import AuthorWarning
from inspector_app.xpath.ast import Path as PathTree
from inspector_app.xpath.ast import Step
from inspector_app.xpath.functions.nodesets import absolute_names
from inspector_app.xpath.references import result_places

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTROLS = frozenset({"input", "select", "select1", "rank", "range", "upload", "trigger", "secret"})
_SKIPPED = frozenset({"label", "hint", "help", "item", "itemset", "value", "output"})
_EVENTS_NAMESPACE = "http://www.w3.org/2001/xml-events"
_EVENTS = {
    "odk-instance-first-load": "first-load",
    "xforms-ready": "first-load",
    "odk-instance-load": "load",
    "odk-new-repeat": "new-repeat",
    "jr-insert": "new-repeat",
    "xforms-value-changed": "value-changed",
}


class BodyReader:
    """Walks the body and hangs what it finds on the definitions."""

    def __init__(
        self,
        root: NodeDefinition,
        book: ExpressionBook,
        bind_refs: dict[str, str],
        warnings: list[AuthorWarning],
    ) -> None:
        self.root = root
        self.book = book
        self.bind_refs = bind_refs
        self.warnings = warnings
        self.actions: list[Action] = []

    def read(self, body: _Element) -> None:
        """The whole body: repeats first, because everything else depends on where they are."""
        self._repeats(body, self.root.path)
        self._walk(body, self.root.path)

    def names_of(self, ref: str, context: Path, place: str) -> Path:
        """The path that a ref means in a context; FormError if it is no plain path."""
        names = absolute_names(self.book.compile(ref, context, place).compiled.tree, context)
        if names is None:
            raise FormError(
                f"{place}: “{ref}” is not the path of a question.", code="ref-not-a-path", place=place
            )
        return names

    def find(self, path: Path) -> NodeDefinition | None:
        """The definition at a path."""
        if not path or path[0] != self.root.name:
            return None
        node: NodeDefinition | None = self.root
        for name in path[1:]:
            node = node.children.get(name) if node is not None else None
        return node

    def _path(self, element: _Element, context: Path) -> Path | None:
        ref = element.get("ref") or element.get("nodeset") or self.bind_refs.get(element.get("bind") or "")
        return self.names_of(ref, context, f"<{local(element)}>") if ref else None

    def _definition(self, element: _Element, path: Path) -> NodeDefinition | None:
        found = self.find(path)
        if found is None:
            place = "/" + "/".join(path)
            self.warnings.append(
                AuthorWarning(
                    "unbound-control", place, f"<{local(element)}> refers to {place}, which is not there"
                )
            )
        return found

    def _repeats(self, element: _Element, context: Path) -> None:
        for one in elements(element):
            path = self._path(one, context) if local(one) in ("group", "repeat") else None
            if local(one) == "repeat" and path is not None:
                definition = self._definition(one, path)
                if definition is not None:
                    self._repeat(one, definition)
            if local(one) in ("group", "repeat"):
                self._repeats(one, path or context)

    def _repeat(self, element: _Element, definition: NodeDefinition) -> None:
        if definition is self.root:
            raise FormError(
                "The root of a form cannot be a repeat.", code="root-repeat", place=definition.ref
            )
        count = jr(element, "count")
        fixed = (jr(element, "noAddRemove") or "").strip() in ("true()", "true", "1")
        expression = (
            self.book.compile(count, definition.path, f"the repeat count of {definition.ref}")
            if count
            else None
        )
        definition.repeat = Repeat(expression, fixed)

    def _walk(self, element: _Element, context: Path) -> None:
        for one in elements(element):
            name = local(one)
            if name in ("setvalue", "setgeopoint"):
                self.actions.append(self._action(one, context))
            elif name in ("group", "repeat"):
                path = self._path(one, context)
                self._group(one, path)
                self._walk(one, path or context)
            elif name in _CONTROLS:
                path = self._path(one, context)
                if path is not None:
                    self._control(one, path)
                    self._walk(one, path)
            elif name not in _SKIPPED:
                self._walk(one, context)

    def _group(self, element: _Element, path: Path | None) -> None:
        definition = self._definition(element, path) if path is not None else None
        if definition is None or path is None:
            return
        place = f"the label of {definition.ref}"
        label = read_text(child(element, "label"), path, self.book, place)
        known = definition.control
        if known is None:
            definition.control = Control("", (element.get("appearance") or "").strip(), label)
        else:
            known.appearance = f"{known.appearance} {element.get('appearance') or ''}".strip()

    def _control(self, element: _Element, path: Path) -> None:
        definition = self._definition(element, path)
        if definition is None:
            return
        if definition.control is not None:
            self.warnings.append(
                AuthorWarning(
                    "second-control", definition.ref, f"{definition.ref} is asked twice; the first counts"
                )
            )
            return
        place = definition.ref
        if "ex:" in (element.get("appearance") or ""):
            message = (
                f"{place} is meant to be filled by another app, which a laptop does not have: it is typed"
            )
            self.warnings.append(AuthorWarning("external-app", place, message))
        definition.control = Control(
            local(element),
            (element.get("appearance") or "").strip(),
            read_text(child(element, "label"), path, self.book, f"the label of {place}"),
            read_text(child(element, "hint"), path, self.book, f"the hint of {place}"),
            tuple(self._items(element, path, place)),
            self._itemset(element, path, place),
            _parameters(element, definition.bind.max_pixels),
        )

    def _items(self, element: _Element, path: Path, place: str) -> Iterator[Item]:
        for one in children(element, "item"):
            value = child(one, "value")
            text = (value.text or "").strip() if value is not None else ""
            if " " in text and local(element) != "select1":
                self.warnings.append(
                    AuthorWarning(
                        "choice-name-space", place, f"The choice “{text}” of {place} has a space in its name"
                    )
                )
            if text:
                label = read_text(child(one, "label"), path, self.book, f"the choice {text} of {place}")
                yield Item(text, label)

    def _itemset(self, element: _Element, path: Path, place: str) -> Itemset | None:
        itemset = child(element, "itemset")
        if itemset is None:
            return None
        nodeset = itemset.get("nodeset") or ""
        nodes = self.book.compile(nodeset, path, f"the choices of {place}")
        value, label = child(itemset, "value"), child(itemset, "label")
        value_ref = (value.get("ref") if value is not None else None) or "name"
        label_ref = label.get("ref") if label is not None else None
        inside = next(
            (one.path for one in result_places(nodes.compiled.tree, path) if one.path is not None), None
        )
        context = inside or (ITEM,)
        return Itemset(
            nodes,
            self.book.compile(value_ref, context, f"the choice values of {place}"),
            self.book.compile(label_ref, context, f"the choice labels of {place}") if label_ref else None,
            _column(self.book, value_ref, context, place),
        )

    def _action(self, element: _Element, context: Path) -> Action:
        place = f"a {local(element)} at /{'/'.join(context)}"
        ref = element.get("ref") or self.bind_refs.get(element.get("bind") or "") or "."
        target, where = self._target(ref, context, place)
        names = (element.get(f"{{{_EVENTS_NAMESPACE}}}event") or element.get("event") or "").split()
        events = frozenset(_EVENTS[name] for name in names if name in _EVENTS)
        value = element.get("value")
        locates = local(element) == "setgeopoint"
        if self.find(target) is None:
            self.warnings.append(
                AuthorWarning("unbound-action", "/" + "/".join(target), f"{place} sets what is not there")
            )
        expression = self.book.compile(value, target, place) if value and not locates else None
        return Action(events, target, expression, all_text(element), context, locates, where)

    def _target(self, ref: str, context: Path, place: str) -> tuple[Path, Expression | None]:
        """The path an action writes to, and the expression that chooses among its nodes if there is one."""
        expression = self.book.compile(ref, context, place)
        tree = expression.compiled.tree
        if isinstance(tree, PathTree) and any(step.predicates for step in tree.steps):
            bare = replace(tree, steps=tuple(Step(step.axis, step.test) for step in tree.steps))
            names = absolute_names(bare, context)
            if names is not None:
                return names, expression
        return self.names_of(ref, context, place), None

    def model_actions(self, model: _Element) -> None:
        """The actions that stand in the model."""
        for one in elements(model):
            if local(one) in ("setvalue", "setgeopoint"):
                self.actions.append(self._action(one, self.root.path))


def _column(book: ExpressionBook, ref: str, context: Path, place: str) -> str:
    """The child's name if a choice's value is simply that child."""
    tree = book.compile(ref, context, place).compiled.tree
    if isinstance(tree, PathTree) and tree.base is None and not tree.absolute and len(tree.steps) == 1:
        step = tree.steps[0]
        if step.axis == "child" and not step.predicates and step.test != "*" and not step.test.endswith(")"):
            return step.test
    return ""


def _parameters(element: _Element, max_pixels: str) -> dict[str, str]:
    found: dict[str, str] = {"max-pixels": max_pixels} if max_pixels else {}
    for key, value in element.attrib.items():
        name = str(key).rpartition("}")[2]
        if name not in ("ref", "appearance", "bind", "nodeset"):
            found[name] = str(value)
    return found
