"""Reads what a form asks for beside its questions: how records are sent, a log, entities."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from inspector_app.forms.codecs.xml import ODK, OPENROSA, child, children
from inspector_app.forms.definition.model import Blueprint, NodeDefinition, Path
from inspector_app.forms.interface import AuditRequest, AuthorWarning, EntityDeclaration, Sending
from inspector_app.xpath.model import Node

if TYPE_CHECKING:
    from lxml.etree import _Element

    from inspector_app.forms.codecs.body import BodyReader

_DATASET = re.compile(r"(?!__)[^\W\d][\w-]*")
_RESERVED = frozenset({"name", "label"})
_LIST_COLUMNS = ("name", "label", "__version")


def read_sending(model: _Element) -> Sending:
    """The submission element; what it does not say stays blank."""
    found = child(model, "submission")
    if found is None:
        return Sending()
    return Sending(
        action=found.get("action") or "",
        method=found.get("method") or "",
        public_key="".join((found.get("base64RsaPublicKey") or "").split()),
        auto_send=_switch(found.get(f"{{{OPENROSA}}}auto-send")),
        auto_delete=_switch(found.get(f"{{{OPENROSA}}}auto-delete")),
    )


def _switch(text: str | None) -> bool | None:
    return None if text is None else text.strip() == "true"


def read_audit(model: _Element, body: BodyReader) -> AuditRequest | None:
    """The log asked for by a ``meta/audit`` node; its attributes stand on the bind."""
    meta = body.root.children.get("meta") or body.root.children.get("Meta")
    audit = meta.children.get("audit") if meta is not None else None
    if audit is None:
        return None
    said: Mapping[str, str] = {}
    for bind in children(model, "bind"):
        nodeset = bind.get("nodeset") or bind.get("ref") or ""
        if nodeset and body.names_of(nodeset, body.root.path, "a bind") == audit.path:
            said = {str(key): str(value) for key, value in bind.attrib.items()}

    def attribute(name: str) -> str:
        return said.get(f"{{{ODK}}}{name}", "").strip()

    return AuditRequest(
        key=audit.ref,
        location_priority=attribute("location-priority"),
        location_min_interval=_seconds(attribute("location-min-interval")),
        location_max_age=_seconds(attribute("location-max-age")),
        track_changes=attribute("track-changes") == "true",
        identify_user=attribute("identify-user") == "true",
        change_reasons=attribute("track-changes-reasons") != "",
    )


def _seconds(text: str) -> float:
    try:
        return max(0.0, float(text))
    except ValueError:
        return 0.0


def read_entities(
    root: NodeDefinition, blueprint: Blueprint, warnings: list[AuthorWarning]
) -> tuple[EntityDeclaration, ...]:
    """Every ``meta/entity``; what a server would refuse gives an author warning."""
    found: list[EntityDeclaration] = []
    places = list(_entity_places(root))
    for definition in places:
        owner = definition.path[:-2]
        dataset = _text_at(blueprint, (*definition.path, "@dataset"))
        properties: dict[str, str] = {}
        for one in root.walk():
            if one.bind.save_to and _owner(one, places) == owner:
                if one.bind.save_to in _RESERVED or one.bind.save_to.startswith("__"):
                    message = f"“{one.bind.save_to}” cannot be a property of an entity"
                    warnings.append(AuthorWarning("entity-property", one.ref, message))
                properties[one.bind.save_to] = one.ref
        warnings += _faults(definition, dataset)
        found.append(EntityDeclaration(dataset, definition.ref, properties))
    return tuple(found)


def _entity_places(root: NodeDefinition) -> Iterator[NodeDefinition]:
    for one in root.walk():
        if one.name == "entity" and one.parent is not None and one.parent.name == "meta":
            yield one


def _owner(question: NodeDefinition, places: list[NodeDefinition]) -> Path:
    """The innermost group or repeat with an entity that the question stands in."""
    owners = [place.path[:-2] for place in places]
    fitting = [owner for owner in owners if question.path[: len(owner)] == owner]
    return max(fitting, key=len, default=())


def _text_at(blueprint: Blueprint, path: Path) -> str:
    """The text written at a path; rows of a series are searched one after the other."""
    if blueprint.definition.path == path:
        return blueprint.text
    for one in blueprint.children:
        if one.definition.path == path[: len(one.definition.path)]:
            found = _text_at(one, path)
            if found:
                return found
    return ""


def _faults(definition: NodeDefinition, dataset: str) -> Iterator[AuthorWarning]:
    has = definition.children
    if not _DATASET.fullmatch(dataset):
        message = f"“{dataset}” cannot be the name of a list of entities"
        yield AuthorWarning("entity-dataset", definition.ref, message)
    if "@id" not in has:
        yield AuthorWarning("entity-id", definition.ref, "The entity has no id")
    if "@create" in has and "label" not in has:
        yield AuthorWarning("entity-label", definition.ref, "An entity that is created needs a label")
    if "@update" in has and "@baseVersion" not in has:
        message = "An entity that is updated needs a baseVersion"
        yield AuthorWarning("entity-base-version", definition.ref, message)


def entity_list_faults(
    declarations: tuple[EntityDeclaration, ...], instances: Mapping[str, Node]
) -> Iterator[AuthorWarning]:
    """Lists of entities that the form updates and that lack a column the specification asks for."""
    for name in sorted({one.dataset for one in declarations} & set(instances)):
        for root in (one for many in instances[name].by.values() for one in many):
            items = root.by.get("item", ())
            missing = [column for column in _LIST_COLUMNS if items and column not in items[0].by]
            if missing:
                message = f"The list of entities {name} has no column {', '.join(missing)}"
                yield AuthorWarning("entity-list-column", name, message)
