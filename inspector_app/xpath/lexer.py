"""Cuts an expression into tokens by the rules of XPath 1.0, section 3.7."""

from __future__ import annotations

import re
from typing import NamedTuple

from inspector_app.xpath.errors import XPathError

_TOKEN = re.compile(
    r"""[ \t\r\n]*(?:
        (?P<number>[0-9]+(?:\.[0-9]*)?|\.[0-9]+)
      | (?P<literal>"[^"]*"|'[^']*')
      | (?P<name>[^\W\d][\w.\-]*(?::(?!:)(?:[^\W\d][\w.\-]*|\*))?)
      | (?P<mark>\.\.|::|//|!=|<=|>=|[()\[\],/@.|*+\-=<>])
    )""",
    re.VERBOSE,
)
_BLANK = re.compile(r"[ \t\r\n]*")
_WORDS = frozenset({"and", "or", "div", "mod"})
_BEFORE_OPERAND = frozenset({"", "@", "::", "(", "[", ","})
MAX_LENGTH = 100_000


class Token(NamedTuple):
    """`kind` is number, literal, name, op or mark; `end` closes the list. `position` counts from 0."""

    kind: str
    text: str
    position: int


_OPERATORS = frozenset({"/", "//", "|", "+", "-", "=", "!=", "<", "<=", ">", ">="})


def tokens(expression: str) -> list[Token]:
    """All tokens with a closing ``end`` token; XPathError for a character that fits nowhere."""
    if len(expression) > MAX_LENGTH:
        raise XPathError(
            f"The expression is longer than {MAX_LENGTH} characters.",
            code="expression-too-long",
            expression=expression[:80],
        )
    found: list[Token] = []
    position = 0
    match = _TOKEN.match
    while token := match(expression, position):
        kind = token.lastgroup or ""
        text = token[kind]
        start = token.start(kind)
        if ((text == "*" or text in _WORDS) and kind != "literal" and _ends_operand(found)) or (
            kind == "mark" and text in _OPERATORS
        ):
            kind = "op"
        found.append(Token(kind, text, start))
        position = token.end()
    rest = _BLANK.match(expression, position)
    position = rest.end() if rest else position
    if position < len(expression):
        what = "a quotation mark that is never closed" if expression[position] in "'\"" else "a character"
        raise XPathError(
            f"There is {what} the expression cannot have here: {expression[position : position + 10]}",
            code="expression-syntax",
            expression=expression,
            position=position,
        )
    found.append(Token("end", "", len(expression)))
    return found


def _ends_operand(found: list[Token]) -> bool:
    """True where the token before ends an operand, so that ``*``, ``and``, … can only be operators."""
    if not found:
        return False
    before = found[-1]
    return before.kind != "op" and not (before.kind == "mark" and before.text in _BEFORE_OPERAND)
