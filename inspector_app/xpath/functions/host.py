"""Functions that ask the form: translated texts, labels of choices, properties of the device."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.xpath.ast import Literal, unparse
from inspector_app.xpath.model import Closure, Scope, Value
from inspector_app.xpath.registry import function, special
from inspector_app.xpath.values import to_text

if TYPE_CHECKING:
    from inspector_app.xpath.ast import Expr
    from inspector_app.xpath.compile import Compiler

SECTION = "form"


@special("jr:choice-name", 2, 2, "string", SECTION)
def choice_name(compiler: Compiler, args: tuple[Expr, ...]) -> Closure:
    """The label, in the language chosen, of a choice of the question whose path is quoted; '' if unknown."""
    value = compiler.text(args[0])
    if isinstance(args[1], Literal):
        path = args[1].value.strip()
        return lambda node, scope: scope.host.choice_label(value(node, scope), path, scope.current)
    written = unparse(args[1])
    return lambda node, scope: scope.host.choice_label(value(node, scope), written, scope.current)


@function("jr:itext", 1, 1, "string", SECTION)
def itext(scope: Scope, text_id: Value) -> str:
    """The text of that id in the language chosen."""
    return scope.host.itext(to_text(text_id), scope.current)


@function("property", 1, 1, "string", SECTION)
def property_(scope: Scope, name: Value) -> str:
    """A property of the device or user, such as deviceid."""
    return scope.host.property(to_text(name))


@function("version", 0, 0, "string", SECTION)
def version(scope: Scope) -> str:
    """The version of the form."""
    return scope.host.form_version()
