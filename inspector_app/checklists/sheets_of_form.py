"""The sheets of a checklist that is no table of ours: old workbooks and CSV as read, an XForm set out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.checklists.definition import Definition
from inspector_app.checklists.table import Sheet
from inspector_app.forms.interface import Environment, NodeView, load
from inspector_app.forms.protocol import media_folder

if TYPE_CHECKING:
    from lxml.etree import _Element

_BINDS = {
    "relevant": "relevant",
    "required": "required",
    "readonly": "readonly",
    "constraint": "constraint",
    "calculate": "calculation",
}
_TYPES = {"string": "text", "int": "integer", "binary": "file"}
_Lists = dict[tuple[tuple[str, str], ...], str]
"""The name given to each list of values and labels that a question offers."""

MOST_CHOICES = 2_000
"""Choices of one list that are set out; a list of wards would make a table nobody reads."""


def sheets_of(definition: Definition) -> tuple[Sheet, ...]:
    """The sheets as they were read, each with the columns that it uses."""
    named = (
        ("survey", definition.survey),
        ("choices", definition.choices),
        ("settings", definition.settings),
    )
    return tuple(_sheet(name, rows) for name, rows in named if rows)


def sheets_of_xform(xform: bytes, file: Path) -> tuple[Sheet, ...]:
    """Sheets that say what an XForm asks; expressions are those of its binds."""
    beside = file.with_name(f"{file.stem}-media")
    form = load(xform, media_folder(beside if beside.is_dir() else file.parent))
    moment = datetime(2020, 1, 1, tzinfo=UTC)
    instance = form.new(Environment(lambda: moment, lambda: 0.5, lambda: "example"))
    binds = _binds(xform)
    lists: _Lists = {}
    rows: list[Mapping[str, str]] = []

    def walk(view: NodeView) -> None:
        children = [instance.view(key) for key in view.children]
        if view.kind == "question":
            rows.append({**_question(view, lists), **binds.get(_path(view), {})})
            return
        if view.kind == "instance":
            for child in children:
                walk(child)
            return
        kind = "repeat" if view.kind == "repeat" else "group"
        name = view.key.rsplit("/", 1)[-1]
        begin = {"type": f"begin {kind}", "name": name, "label": view.label, "appearance": view.appearance}
        rows.append({**begin, **binds.get(_path(view), {})})
        for child in children[:1] if kind == "repeat" else children:
            walk(child)
        rows.append({"type": f"end {kind}"})

    root = next(iter(instance.views()))
    for key in root.children:
        walk(instance.view(key))
    choices = [
        {"list_name": name, "name": value, "label": label}
        for offered, name in lists.items()
        for value, label in offered[:MOST_CHOICES]
    ]
    settings = [{"form_title": form.title, "form_id": form.form_id, "version": form.version}]
    named = (("survey", rows), ("choices", choices), ("settings", settings))
    return tuple(_sheet(name, found) for name, found in named if found)


def _question(view: NodeView, lists: _Lists) -> dict[str, str]:
    kinds = {"select1": "select_one", "select": "select_multiple", "rank": "rank"}
    if view.control in kinds:
        offered = tuple((choice.value, choice.label) for choice in view.choices or ())
        name = lists.setdefault(offered, f"list_{len(lists) + 1}")
        kind = f"{kinds[view.control]} {name}"
    elif not view.control:
        kind = "calculate"
    elif view.control == "upload":
        media = view.parameters.get("mediatype", "").partition("/")[0]
        kind = media if media in ("image", "audio", "video") else "file"
    elif view.control in ("range", "trigger"):
        kind = "acknowledge" if view.control == "trigger" else "range"
    else:
        kind = "note" if view.readonly and not view.value else _TYPES.get(view.data_type, view.data_type)
    return {
        "type": kind,
        "name": view.key.rsplit("/", 1)[-1],
        "label": view.label,
        "hint": view.hint,
        "appearance": view.appearance,
    }


def _path(view: NodeView) -> str:
    steps = (step.partition("[")[0] for step in view.key.split("/"))
    return "/".join(steps)


def _binds(xform: bytes) -> dict[str, dict[str, str]]:
    """The expressions of the binds by the path of their node, prefixes left out."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    found: dict[str, dict[str, str]] = {}
    for bind in etree.fromstring(xform, parser).iter("{*}bind"):
        steps = (step.rpartition(":")[2] for step in str(bind.get("nodeset") or "").split("/"))
        found["/".join(steps)] = _cells(bind)
    return found


def _cells(bind: _Element) -> dict[str, str]:
    return {column: str(bind.get(name)) for name, column in _BINDS.items() if bind.get(name)}


def _sheet(name: str, rows: Sequence[Mapping[str, str]]) -> Sheet:
    used = dict.fromkeys(column for row in rows for column, text in row.items() if text)
    header = tuple(used)
    return Sheet(name, (header, *_lines(rows, header)))


def _lines(rows: Iterable[Mapping[str, str]], header: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return (tuple(row.get(column, "") for column in header) for row in rows)
