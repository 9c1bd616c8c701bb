"""Texts of a form as they read now: in the language chosen, with their outputs filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.forms.definition.model import Expression, Output, Text
from inspector_app.xpath.model import Scope
from inspector_app.xpath.values import to_text

if TYPE_CHECKING:
    from inspector_app.forms.engine.record import Record
    from inspector_app.forms.instance.tree import TreeNode

GUIDANCE = "guidance"
MEDIA_FORMS = ("image", "big-image", "audio", "video")


def rendered(record: Record, text: Text, node: TreeNode, form: str = "") -> str:
    """The text as a person reads it; `form` asks for another form of a translated text, such as guidance."""
    if text.text_id:
        return translated(record, text.text_id, form, node)
    if form:
        return ""
    if text.computed is not None:
        return text.computed.compiled.text(node, record)
    if len(text.pieces) == 1 and isinstance(text.pieces[0], str):
        return text.pieces[0]
    return "".join(_piece(record, piece, node) for piece in text.pieces)


def _piece(record: Record, piece: str | Expression, node: TreeNode) -> str:
    if isinstance(piece, str):
        return piece
    value = piece.compiled.evaluate(node, record)
    return "" if isinstance(value, float) and value != value else to_text(value)


def translated(record: Record, text_id: str, form: str, node: TreeNode) -> str:
    """A form of a translated text in the language chosen, else in the default one; '' if there is none."""
    found = record.form.translations.find(record.language, text_id)
    pieces = found.forms.get(form) if found is not None else None
    if pieces is None:
        return ""
    result: list[str] = []
    for piece in pieces:
        if isinstance(piece, Output):
            compiled = record.form.book.compile(piece.expression, node.definition.path, text_id).compiled
            value = compiled.closure(node, Scope(record, node))
            result.append("" if isinstance(value, float) and value != value else to_text(value))
        else:
            result.append(piece)
    return "".join(result)


def media_of(record: Record, text: Text) -> dict[str, str]:
    """File names of the pictures and sounds that belong to a translated text, by form."""
    if not text.text_id:
        return {}
    return media_of_id(record, text.text_id)


def media_of_id(record: Record, text_id: str) -> dict[str, str]:
    """See `media_of`."""
    found = record.form.translations.find(record.language, text_id)
    if found is None or len(found.forms) < 2:
        return {}
    result: dict[str, str] = {}
    for name in MEDIA_FORMS:
        pieces = found.forms.get(name)
        if pieces:
            address = "".join(piece for piece in pieces if isinstance(piece, str)).strip()
            result[name] = address.rpartition("/")[2]
    return result
