"""Loads an XForm: reads its parts in the order in which they depend on each other."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from inspector_app.forms.codecs.binds import bind_refs, read_binds
from inspector_app.forms.codecs.body import BodyReader
from inspector_app.forms.codecs.declarations import (
    entity_list_faults,
    read_audit,
    read_entities,
    read_sending,
)
from inspector_app.forms.codecs.itext import read_translations
from inspector_app.forms.codecs.primary import (
    doubled_names,
    place_templates,
    read_blueprint,
    read_definitions,
)
from inspector_app.forms.codecs.secondary import Media, empty_list, from_file, from_xml_element
from inspector_app.forms.codecs.xml import (
    ENTITIES,
    ODK,
    OPENROSA,
    all_text,
    child,
    children,
    elements,
    parse_xml,
)
from inspector_app.forms.definition.expressions import ExpressionBook
from inspector_app.forms.definition.form import FormDefinition
from inspector_app.forms.definition.model import Action, Blueprint, NodeDefinition
from inspector_app.forms.engine.graph import build_graph
from inspector_app.forms.engine.lint import (
    doubtful_expressions,
    doubtful_patterns,
    record_without_id,
    unknown_references,
)
from inspector_app.forms.engine.storing import answer_text
from inspector_app.forms.engine.units import Units
from inspector_app.forms.errors import FormError
from inspector_app.forms.interface import AuthorWarning
from inspector_app.xpath.model import Node

if TYPE_CHECKING:
    from lxml.etree import _Element

_NEWEST = (1, 0)
_NEWEST_ENTITIES = (2025, 1)


def load_form(xform: bytes, media: Media | None) -> FormDefinition:
    """See `interface.load`."""
    collecting = gc.isenabled()
    # Nothing that loading makes is garbage until it ends: looking for some takes a fifth of the time.
    gc.disable()
    try:
        return _load(xform, media)
    finally:
        if collecting:
            gc.enable()


def _load(xform: bytes, media: Media | None) -> FormDefinition:
    html = parse_xml(xform, "The form")
    model, body, title = _parts(html)
    warnings: list[AuthorWarning] = []
    _refuse_newer(model)
    primary = _primary(model)
    root = read_definitions(primary)
    book = ExpressionBook()
    reader = BodyReader(root, book, bind_refs(model), warnings)
    read_binds(model, reader, warnings)
    reader.read(body)
    reader.model_actions(model)
    blueprint = read_blueprint(primary, root)
    warnings += doubled_names(blueprint)
    _fit_defaults(blueprint)
    place_templates(blueprint)
    translations = read_translations(child(model, "itext"))
    instances, last_saved = _instances(model, media, warnings)
    graph = build_graph(root, Units(root, book, translations, last_saved).all())
    first_load, every_load = _hang_actions(root, reader)
    warnings += unknown_references(root, graph.units, instances)
    warnings += doubtful_expressions(root, graph.units)
    warnings += doubtful_patterns(root)
    warnings += record_without_id(root, first_load)
    entities = read_entities(root, blueprint, warnings)
    warnings += entity_list_faults(entities, instances)
    return FormDefinition(
        form_id=primary.get("id") or primary.get("xmlns") or root.name,
        version=primary.get("version") or primary.get(f"{{{OPENROSA}}}version") or "",
        title=title,
        digest=hashlib.sha256(xform).hexdigest(),
        root=root,
        blueprint=blueprint,
        translations=translations,
        book=book,
        first_load=first_load,
        every_load=every_load,
        graph=graph,
        instances=instances,
        find_table=_table_finder(media),
        warnings=tuple(warnings),
        namespaces={key: str(value) for key, value in primary.nsmap.items()},
        sending=read_sending(model),
        audit=read_audit(model, reader),
        entity_declarations=entities,
        last_saved_names=last_saved,
    )


def _fit_defaults(blueprint: Blueprint) -> None:
    """Defaults are written like answers of their type."""
    definition = blueprint.definition
    if blueprint.text:
        control = definition.control.kind if definition.control is not None else ""
        blueprint.text = answer_text(definition.bind.data_type, control, blueprint.text)
    for below in blueprint.children:
        _fit_defaults(below)


def _parts(html: _Element) -> tuple[_Element, _Element, str]:
    head, body = child(html, "head"), child(html, "body")
    model = child(head, "model") if head is not None else None
    if head is None or body is None or model is None:
        missing = "head" if head is None else "body" if body is None else "model"
        raise FormError(
            f"This is not an XForm: it has no <{missing}>.",
            "Make the form again with an XLSForm converter.",
            code="not-an-xform",
            place="The form",
        )
    title = child(head, "title")
    return model, body, all_text(title).strip() if title is not None else ""


def _refuse_newer(model: _Element) -> None:
    entities = model.get(f"{{{ENTITIES}}}entities-version") or ""
    if _numbers(entities)[:2] > _NEWEST_ENTITIES:
        raise FormError(
            f"The form follows version {entities} of ODK entities; this program knows up to 2025.1.",
            "Install a newer version of the program.",
            code="entities-too-new",
            place="The form",
        )
    version = model.get(f"{{{ODK}}}xforms-version") or ""
    numbers = _numbers(version)
    if numbers[:1] > _NEWEST[:1]:
        raise FormError(
            f"The form follows version {version} of the ODK XForms specification; this program knows 1.0.",
            "Install a newer version of the program.",
            code="form-too-new",
            place="The form",
        )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def _primary(model: _Element) -> _Element:
    for instance in children(model, "instance"):
        for root in elements(instance):
            return root
        break
    raise FormError(
        "The form has no primary instance.",
        "Make the form again with an XLSForm converter.",
        code="no-primary-instance",
        place="The form",
    )


def _instances(
    model: _Element, media: Media | None, warnings: list[AuthorWarning]
) -> tuple[dict[str, Node], frozenset[str]]:
    """The secondary instances, and the names of those that hold the record saved last."""
    found: dict[str, Node] = {}
    last_saved: set[str] = set()
    for instance in children(model, "instance")[1:]:
        name = instance.get("id") or ""
        source = instance.get("src") or ""
        if name in found:
            warnings.append(AuthorWarning("duplicate-list", name, f"The list {name} is defined twice"))
            continue
        inline = next(elements(instance), None)
        if inline is not None:
            found[name] = from_xml_element(inline)
        elif source.startswith("jr://instance/") or not source:
            found[name] = empty_list()
            if source == "jr://instance/last-saved":
                last_saved.add(name)
        else:
            found[name], warning = from_file(source, media, name)
            if warning is not None:
                warnings.append(warning)
    return found, frozenset(last_saved)


def _table_finder(media: Media | None) -> Callable[[str], Node | None]:
    """Finds tables for pulldata that are attached but not declared; each is read once."""
    known: dict[str, Node | None] = {}

    def find(name: str) -> Node | None:
        if name not in known:
            known[name] = None
            if media is not None and media(name + ".csv") is not None:
                known[name] = from_file(f"jr://file-csv/{name}.csv", media)[0]
        return known[name]

    return find


def _hang_actions(root: NodeDefinition, reader: BodyReader) -> tuple[list[Action], list[Action]]:
    first_load: list[Action] = []
    every_load: list[Action] = []
    for action in reader.actions:
        source = reader.find(action.source)
        if reader.find(action.target) is None or source is None:
            continue
        if "first-load" in action.events:
            first_load.append(action)
        if "load" in action.events:
            every_load.append(action)
        if "value-changed" in action.events:
            source.on_change.append(action)
        if "new-repeat" in action.events:
            repeats = source.repeats()
            if repeats:
                repeats[-1].on_new_row.append(action)
    return first_load, every_load
