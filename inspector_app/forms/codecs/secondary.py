"""Reads secondary instances: inline, XML, CSV and GeoJSON. All become the same kind of constant tree."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from inspector_app.forms.codecs.xml import parse_xml
from inspector_app.forms.errors import FormError
from inspector_app.forms.interface import AuthorWarning
from inspector_app.xpath.model import Element, Node
from inspector_app.xpath.values import number_text

if TYPE_CHECKING:
    from lxml.etree import _Element

Media = Callable[[str], bytes | None]
MOST_BYTES = 64 * 1024 * 1024
MOST_CELLS = 1_000_000
"""Rows times columns of an attached list; ten to twenty times what the largest lists met in use have."""


def document_of(root: Element) -> Element:
    """The node above a root element, which `instance()` gives."""
    document = Element("", None)
    root.parent = document
    document.by = {root.name: (root,)}
    return document


def from_xml_element(element: _Element) -> Element:
    """An inline instance (its root element) as a tree."""
    return document_of(_tree(element, None))


def _tree(element: _Element, parent: Element | None) -> Element:
    tag = element.tag
    node = Element(tag[tag.rfind("}") + 1 :], parent, element.text or "")
    attributes = element.attrib
    count = len(element)
    if count or len(attributes):
        grouped: dict[str, list[Node]] = {}
        for key, value in attributes.items() if len(attributes) else ():
            name = "@" + str(key).rpartition("}")[2]
            grouped.setdefault(name, []).append(Element(name, node, str(value)))
        for one in element:
            if isinstance(one.tag, str):
                child = _tree(one, node)
                known = grouped.get(child.name)
                if known is None:
                    grouped[child.name] = [child]
                else:
                    known.append(child)
        if count:
            node.text = node.text.strip()
        node.by = {name: tuple(many) for name, many in grouped.items()}
    return node


def from_submission(submission: bytes | None) -> tuple[Element, str]:
    """A record saved before as a list to read from, and what is wrong with it, '' if all is well."""
    if submission is None:
        return empty_list(), ""
    try:
        return from_xml_element(parse_xml(submission, "The record saved last")), ""
    except FormError as error:
        return empty_list(), error.message


def empty_list() -> Element:
    """A list without items, for a file that is missing."""
    return document_of(Element("root", None))


def from_file(source: str, media: Media | None, place: str = "") -> tuple[Element, AuthorWarning | None]:
    """The instance in an attached file (``jr://file/name`` or a bare name), and what its author should mend.

    FormError for a file above `MOST_BYTES` or `MOST_CELLS`, or not of its kind.
    """
    name = source.rpartition("/")[2] or source
    data = media(name) if media is not None else None
    if data is None:
        message = f"The file {name} is missing; its list is empty"
        return empty_list(), AuthorWarning("media-missing", place, message)
    if len(data) > MOST_BYTES:
        raise too_large(name)
    kind = name.rpartition(".")[2].lower()
    if "file-csv" in source or kind == "csv":
        names, lines = _read_csv(data, name)
        twice = sorted({one for one in names if one and names.count(one) > 1})
        message = f"The file {name} has several columns {', '.join(twice)}; the last one counts"
        warning = AuthorWarning("duplicate-column", place, message) if twice else None
        return document_of(_from_csv(names, lines)), warning
    if kind in ("geojson", "json"):
        return document_of(_from_geojson(data, name)), None
    return from_xml_element(parse_xml(data, name)), None


def too_large(name: str) -> FormError:
    """A list above `MOST_BYTES`."""
    return FormError(
        f"The file {name} is larger than {MOST_BYTES // 1024 // 1024} MB.",
        "Take out the rows and columns that the checklist does not use.",
        code="media-too-large",
        place=name,
    )


def _items(rows: list[dict[str, str]]) -> Element:
    root = Element("root", None)
    items: list[Node] = []
    for row in rows:
        item = Element("item", root)
        item.by = {name: (Element(name, item, text),) for name, text in row.items()}
        items.append(item)
    if items:
        root.by = {"item": tuple(items)}
    return root


def _decoded(data: bytes, name: str) -> str:
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FormError(
        f"The file {name} is not text in UTF-8.",
        "Save it as CSV in UTF-8.",
        code="media-encoding",
        place=name,
    )


def _read_csv(data: bytes, name: str) -> tuple[list[str], list[list[str]]]:
    """The header and the lines of a CSV file."""
    text = _decoded(data, name)
    header = text.split("\n", 1)[0]
    separator = (
        ";"
        if header.count(";") > header.count(",")
        else "\t"
        if "\t" in header and "," not in header
        else ","
    )
    lines: list[list[str]] = []
    cells = 0
    try:
        for line in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            cells += len(line)
            if cells > MOST_CELLS:
                raise _too_many(name)
            lines.append(line)
    except csv.Error as error:
        raise FormError(
            f"The file {name} is not CSV: {error}.", "Save it as CSV again.", code="media-csv", place=name
        ) from error
    return ([column.strip() for column in lines[0]], lines[1:]) if lines else ([], [])


def _too_many(name: str) -> FormError:
    return FormError(
        f"The file {name} has more than {MOST_CELLS:,} cells.",
        "Take out the rows and columns that the checklist does not use.",
        code="media-too-large",
        place=name,
    )


def _from_csv(names: list[str], lines: list[list[str]]) -> Element:
    return _items(
        [
            {column: cell for column, cell in zip(names, line, strict=False) if column}
            for line in lines
            if any(line)
        ]
    )


def _from_geojson(data: bytes, name: str) -> Element:
    if data.count(b",") + data.count(b"[") + data.count(b"{") > 4 * MOST_CELLS:
        raise _too_many(name)
    try:
        parsed = json.loads(_decoded(data, name))
        if parsed["type"] != "FeatureCollection" or not isinstance(parsed["features"], list):
            raise ValueError("no collection")
        rows = [_feature(feature, name) for feature in parsed["features"]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise FormError(
            f"The file {name} is not a GeoJSON collection of features.",
            "Export it again as GeoJSON.",
            code="media-geojson",
            place=name,
        ) from error
    return _items(rows)


def _feature(feature: dict[str, object], name: str) -> dict[str, str]:
    if feature["type"] != "Feature":
        raise ValueError("no feature")
    properties = feature.get("properties") or {}
    row: dict[str, str] = {}
    geometry = _geometry(feature.get("geometry"), name)
    if geometry:
        row["geometry"] = geometry
    if isinstance(properties, dict):
        row.update({str(key): _json_text(value) for key, value in properties.items()})
    if feature.get("id") is not None:
        # The id of the feature itself counts more than a property of that name.
        row["id"] = _json_text(feature["id"])
    return row


def _json_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _geometry(geometry: object, name: str) -> str:
    """A place as XForms writes it: ``latitude longitude 0 0``, points separated by semicolons."""
    if not isinstance(geometry, dict):
        return ""
    coordinates = geometry.get("coordinates")
    kind = geometry.get("type")
    if kind == "Point":
        return _point(coordinates)
    if kind == "LineString" and isinstance(coordinates, list):
        return "; ".join(_point(one) for one in coordinates)
    if kind == "Polygon" and isinstance(coordinates, list) and coordinates:
        return "; ".join(_point(one) for one in coordinates[0])
    raise FormError(
        f"The file {name} has a place of the kind {str(kind)[:40]}, which no question can hold.",
        "Keep points, lines and areas only.",
        code="media-geojson",
        place=name,
    )


def _point(coordinates: object) -> str:
    if not isinstance(coordinates, list) or len(coordinates) < 2:
        return ""
    return f"{_json_text(coordinates[1])} {_json_text(coordinates[0])} 0 0"
