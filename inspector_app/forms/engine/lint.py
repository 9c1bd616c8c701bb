"""What an author should mend, seen from the graph: references to nothing, doubtful expressions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from inspector_app.forms.definition.model import Action, NodeDefinition
from inspector_app.forms.engine.graph import Unit
from inspector_app.forms.interface import AuthorWarning
from inspector_app.xpath.ast import Call, Expr, Literal, Path, children
from inspector_app.xpath.model import Node
from inspector_app.xpath.references import ANY_CHILD, ANY_DESCENDANT, Reference, result_places
from inspector_app.xpath.registry import look_up


def unknown_references(
    root: NodeDefinition, units: Iterable[Unit], instances: Mapping[str, Node]
) -> list[AuthorWarning]:
    """Paths and lists that expressions name and the form does not have."""
    found: dict[tuple[str, str], AuthorWarning] = {}
    for unit in units:
        ref = unit.definition.ref
        for reference in unit.references:
            if not _exists(root, reference):
                path = "/" + "/".join(reference.path)
                found[ref, path] = AuthorWarning(
                    "unknown-reference",
                    ref,
                    f"The {unit.aspect} of {ref} refers to {path}, which is not there",
                )
        for expression in unit.expressions:
            for name in expression.references.instances:
                if name and name not in instances and not name.startswith("__"):
                    found[ref, name] = AuthorWarning(
                        "unknown-list",
                        ref,
                        f"The {unit.aspect} of {ref} uses the list {name}, which is not there",
                    )
    return list(found.values())


def doubtful_patterns(root: NodeDefinition) -> list[AuthorWarning]:
    """Regular expressions written out in the form that are none, or that hang other clients."""
    found: list[AuthorWarning] = []
    for definition in root.walk():
        bind, control = definition.bind, definition.control
        named = {
            "relevant": bind.relevant,
            "required": bind.required,
            "readonly": bind.readonly,
            "constraint": bind.constraint,
            "calculate": bind.calculate,
            "choices": control.itemset.nodes if control is not None and control.itemset is not None else None,
        }
        for aspect, expression in named.items():
            if expression is None or "regex(" not in expression.source.replace(" ", ""):
                continue
            for call in _calls(expression.compiled.tree):
                if call.name == "regex" and isinstance(call.args[1], Literal):
                    found += _pattern_faults(definition.ref, aspect, call.args[1].value)
    return found


def _pattern_faults(ref: str, aspect: str, pattern: str) -> Iterator[AuthorWarning]:
    from inspector_app.xpath.patterns.match import is_nested_repetition, matcher
    from inspector_app.xpath.patterns.tree import PatternError

    where = f"The {aspect} of {ref}"
    try:
        tree = matcher(pattern).tree
    except PatternError as error:
        message = f"{where} uses the pattern {pattern[:80]}, which nothing can match: {error}"
        yield AuthorWarning("regex-invalid", ref, message)
        return
    if is_nested_repetition(tree):
        message = f"{where} repeats a repetition in the pattern {pattern[:80]}"
        yield AuthorWarning("regex-nested-repetition", ref, message)


def record_without_id(root: NodeDefinition, first_load: Iterable[Action]) -> list[AuthorWarning]:
    """A form that does not say how the id of its records is made: no server tells such records apart."""
    metas = [root.children[name] for name in ("meta", "Meta") if name in root.children]
    own = next((meta.children["instanceID"] for meta in metas if "instanceID" in meta.children), None)
    if own is None or own.bind.preload or own.bind.calculate is not None:
        return []
    if any(action.target == own.path for action in first_load):
        return []
    return [AuthorWarning("record-without-id", own.ref, "The form does not say how instanceID is made")]


def _exists(root: NodeDefinition, reference: Reference) -> bool:
    path = reference.path
    if not path:
        return True
    if path[0] != root.name:
        return path[0] in (ANY_CHILD, ANY_DESCENDANT)
    node = root
    for name in path[1:]:
        if name in (ANY_CHILD, ANY_DESCENDANT):
            return True
        child = node.children.get(name)
        if child is None:
            return False
        node = child
    return True


_OVER_ROWS = frozenset({"sum", "max", "min", "join", "count-non-empty"})


def doubtful_expressions(root: NodeDefinition, units: Iterable[Unit]) -> list[AuthorWarning]:
    """Expressions that are right but hardly meant, and functions that other ODK clients do not have."""
    found: dict[tuple[str, str], AuthorWarning] = {}
    for unit in units:
        for expression in unit.expressions:
            for call in _calls(expression.compiled.tree):
                warning = _doubt(root, unit, call, expression.compiled.context)
                if warning is not None:
                    found[unit.definition.ref, f"{warning.code} {call.name}"] = warning
    return list(found.values())


def _calls(tree: Expr) -> Iterator[Call]:
    if isinstance(tree, Call):
        yield tree
    for child in children(tree):
        yield from _calls(child)


def _doubt(root: NodeDefinition, unit: Unit, call: Call, context: tuple[str, ...]) -> AuthorWarning | None:
    ref = unit.definition.ref
    if look_up(call.name, len(call.args)).core_only:
        message = f"The {unit.aspect} of {ref} uses {call.name}(), which ODK Collect does not have"
        return AuthorWarning("function-not-in-collect", ref, message)
    if call.name not in _OVER_ROWS or not unit.repeated or not isinstance(call.args[-1], Path):
        return None
    for place in result_places(call.args[-1], context):
        target = _definition(root, place.path)
        if target is None or not target.repeats():
            return None
        if len(target.repeats()[-1].path) > place.anchor:
            return None
        message = f"The {unit.aspect} of {ref}: {call.name}() over {target.ref} sees its own row only"
        return AuthorWarning("own-row-only", ref, message)
    return None


def _definition(root: NodeDefinition, path: tuple[str, ...] | None) -> NodeDefinition | None:
    if not path or path[0] != root.name:
        return None
    node: NodeDefinition | None = root
    for name in path[1:]:
        node = node.children.get(name) if node is not None else None
    return node
