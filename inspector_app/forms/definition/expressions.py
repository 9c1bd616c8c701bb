"""Compiles the expressions of one form, each pair of text and context once, and says where a bad one
stands.
"""

from __future__ import annotations

from inspector_app.forms.definition.model import Expression, Path
from inspector_app.forms.errors import FormError
from inspector_app.xpath.compile import compile_expression
from inspector_app.xpath.errors import XPathError
from inspector_app.xpath.references import references


def _ref_in(place: str) -> str:
    """The path in a description such as “the relevant of /data/x”, so that a caller can find the row of a
    sheet.
    """
    return next((word for word in place.split() if word.startswith("/")), place)


class ExpressionBook:
    """All expressions of a form."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, Path], Expression] = {}

    def compile(self, text: str, context: Path, place: str) -> Expression:
        """The expression bound to a context; FormError naming `place` for anything refused."""
        key = (text, context)
        found = self._known.get(key)
        if found is None:
            try:
                compiled = compile_expression(text, context)
                found = Expression(compiled, references(compiled.tree, context))
            except XPathError as error:
                raise FormError(
                    f"{place}: {error.message}",
                    f"Correct the expression: {text}",
                    code=error.code,
                    place=_ref_in(place),
                ) from error
            self._known[key] = found
        return found
