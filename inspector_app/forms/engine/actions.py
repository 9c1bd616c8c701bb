"""Runs setvalue actions and preloads."""

from __future__ import annotations

from collections.abc import Iterable

from inspector_app.forms.definition.model import Action, Path
from inspector_app.forms.engine.recompute import Engine
from inspector_app.forms.engine.storing import stored_text
from inspector_app.forms.instance.tree import TreeNode
from inspector_app.xpath.dates import datetime_text
from inspector_app.xpath.model import Value

MOST_EVENTS = 5000
"""Values that set each other in a circle stop here."""


_PROPERTIES = {
    "uri:deviceid": "deviceid",
    "phone number": "phonenumber",
    "uri:phonenumber": "phonenumber",
    "uri:email": "email",
    "uri:username": "username",
    "uri:simserial": "simserial",
    "uri:subscriberid": "subscriberid",
}
"""Other names that forms have for the properties of a device."""


def run_actions(engine: Engine, actions: Iterable[Action], source: TreeNode) -> list[TreeNode]:
    """Run actions that an event at `source` set off; the nodes they wrote to."""
    written: list[TreeNode] = []
    for action in actions:
        for target in _targets(engine, action, source):
            if action.locates:
                value: Value = engine.record.location()
            elif action.value is not None:
                value = action.value.compiled.evaluate(target, engine.record)
            else:
                value = action.literal
            target.kept = True
            engine.store(target, stored_text(target.definition.bind.data_type, value), "setvalue")
            written.append(target)
    return written


def _targets(engine: Engine, action: Action, source: TreeNode) -> list[TreeNode]:
    if action.where is None:
        return _below(action.target, source)
    chosen = (
        one
        for node in _below(action.source, source)
        for one in action.where.compiled.nodes(node, engine.record)
    )
    return list({one.key: one for one in chosen if isinstance(one, TreeNode)}.values())


def _below(path: Path, source: TreeNode) -> list[TreeNode]:
    """The nodes of a path that share the most repeat instances with the source."""
    shared = 0
    for mine, theirs in zip(source.definition.path, path, strict=False):
        if mine != theirs:
            break
        shared += 1
    top = source.ancestor(shared)
    found = [] if top is None else [top]
    for name in path[shared:]:
        found = [child for node in found for child in node.by.get(name, ())]
    return found


def settle(engine: Engine) -> None:
    """Drain the engine and run the actions of what changed, until nothing changes any more."""
    for _ in range(MOST_EVENTS):
        rows, engine.new_rows = engine.new_rows, []
        for row in rows:
            # The specification lets odk-new-repeat fire before the new row is recalculated.
            for node in row.walk():
                run_actions(engine, node.definition.on_new_row, node)
        engine.drain()
        if engine.new_rows:
            continue
        if not engine.changed:
            return
        node = engine.changed.pop(0)
        run_actions(engine, node.definition.on_change, node)
    engine.changed.clear()
    engine.record.warn("actions-in-a-circle", "Actions set each other off without end", engine.record.root)
    engine.drain()


def preload(engine: Engine) -> None:
    """Fill the preloaded nodes of a new record."""
    for node in list(engine.record.root.walk()):
        kind = node.definition.bind.preload
        if kind and not node.stored:
            text = _preloaded(engine, kind, node.definition.bind.preload_params)
            if text:
                node.kept = True
                engine.store(node, text, "setvalue")


def _preloaded(engine: Engine, kind: str, params: str) -> str:
    record = engine.record
    if kind == "uid":
        return "uuid:" + record.new_uuid()
    if kind == "date":
        return record.now().date().isoformat()
    if kind == "timestamp":
        return datetime_text(record.now()) if params == "start" else ""
    if kind == "property":
        name = _PROPERTIES.get(params.lower(), params)
        # The specification promises that a device id is never blank.
        return record.property(name) or ("not supported" if name == "deviceid" else "")
    return record.property(params) if kind == "context" else ""
