"""Reads translated texts and the texts of labels and hints."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspector_app.forms.codecs.xml import children, elements, local
from inspector_app.forms.definition.expressions import ExpressionBook
from inspector_app.forms.definition.model import (
    NO_TEXT,
    Expression,
    Output,
    Path,
    Text,
    TextForms,
    Translations,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

ITEXT_REF = re.compile(r"\s*jr:itext\(\s*(?:'([^']*)'|\"([^\"]*)\")\s*\)\s*")


def read_translations(itext: _Element | None) -> Translations:
    """All languages, the default first; '' for a text's plain form."""
    found = Translations()
    if itext is None:
        return found
    default = ""
    for translation in children(itext, "translation"):
        language = translation.get("lang") or ""
        if translation.get("default") is not None and not default:
            default = language
        found.texts.setdefault(language, {}).update(
            {text.get("id") or "": _forms(text, found) for text in children(translation, "text")}
        )
    names = list(found.texts)
    if default in names:
        names.remove(default)
        names.insert(0, default)
    found.languages = tuple(names)
    return found


def _forms(text: _Element, translations: Translations) -> TextForms:
    forms: dict[str, tuple[str | Output, ...]] = {}
    for value in children(text, "value"):
        pieces = _pieces(value)
        forms.setdefault(value.get("form") or "", pieces)
        if any(isinstance(piece, Output) for piece in pieces):
            translations.with_outputs.add(text.get("id") or "")
    if "" not in forms:
        plain = forms.get("long") or forms.get("short")
        if plain is not None:
            forms[""] = plain
    return TextForms(forms)


def _pieces(element: _Element) -> tuple[str | Output, ...]:
    """The text of an element and the outputs in it; other markup is flattened."""
    if len(element) == 0:
        text = element.text or ""
        return (text,) if text else ()
    pieces: list[str | Output] = [element.text or ""]
    for one in elements(element):
        if local(one) == "output":
            pieces.append(Output(one.get("value") or one.get("ref") or "''"))
        else:
            pieces += _pieces(one)
        pieces.append(one.tail or "")
    return tuple(piece for piece in pieces if piece != "")


def read_text(element: _Element | None, context: Path, book: ExpressionBook, place: str) -> Text:
    """The text of a label, hint or help element bound to a context."""
    if element is None:
        return NO_TEXT
    ref = element.get("ref")
    if ref:
        return text_from_ref(ref, context, book, place)
    pieces: list[str | Expression] = []
    for piece in _pieces(element):
        if isinstance(piece, Output):
            pieces.append(book.compile(piece.expression, context, place))
        else:
            pieces.append(piece)
    if pieces and isinstance(pieces[0], str):
        pieces[0] = pieces[0].lstrip()
    if pieces and isinstance(pieces[-1], str):
        pieces[-1] = pieces[-1].rstrip()
    return Text(tuple(pieces))


def text_from_ref(ref: str, context: Path, book: ExpressionBook, place: str) -> Text:
    """A text given as ``jr:itext('id')``, or as another expression."""
    match = ITEXT_REF.fullmatch(ref)
    if match:
        return Text(text_id=match[1] if match[1] is not None else match[2])
    return Text(computed=book.compile(ref, context, place))


def read_message(value: str | None, context: Path, book: ExpressionBook, place: str) -> Text:
    """A constraint or required message: plain, or ``jr:itext('id')``."""
    if not value:
        return NO_TEXT
    match = ITEXT_REF.fullmatch(value)
    if match:
        return Text(text_id=match[1] if match[1] is not None else match[2])
    return Text((value,))
