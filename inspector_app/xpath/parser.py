"""Parses an expression by precedence climbing, with bounded nesting."""

from __future__ import annotations

from functools import lru_cache

from inspector_app.xpath.ast import (
    NEGATION,
    PRECEDENCE,
    Binary,
    Call,
    Expr,
    Filter,
    Literal,
    Logic,
    Negate,
    Number,
    Path,
    Step,
)
from inspector_app.xpath.errors import XPathError
from inspector_app.xpath.lexer import Token, tokens

MAX_DEPTH = 120
"""Brackets, predicates and operator chains may nest so deep; real forms stay under 60."""

AXES = frozenset(
    {
        "child",
        "parent",
        "self",
        "attribute",
        "descendant",
        "descendant-or-self",
        "ancestor",
        "ancestor-or-self",
        "following-sibling",
        "preceding-sibling",
    }
)
_NODE_TYPES = frozenset({"node", "text"})
_ANYWHERE = Step("descendant-or-self", "node()")


@lru_cache(maxsize=8192)
def parse(expression: str) -> Expr:
    """The syntax tree; XPathError with position for anything that is no expression. Cached: forms repeat
    them.
    """
    return _Parser(expression).whole()


class _Parser:
    def __init__(self, expression: str) -> None:
        self.expression = expression
        self.tokens = tokens(expression)
        self.index = 0
        self.depth = 0

    def whole(self) -> Expr:
        expr = self.operators(1)
        if self.kind != "end":
            raise self.error(f"“{self.text}” cannot stand here.")
        return expr

    @property
    def token(self) -> Token:
        return self.tokens[self.index]

    @property
    def kind(self) -> str:
        return self.tokens[self.index].kind

    @property
    def text(self) -> str:
        return self.tokens[self.index].text

    def error(self, message: str, code: str = "expression-syntax") -> XPathError:
        return XPathError(message, code=code, expression=self.expression, position=self.token.position)

    def take(self) -> Token:
        token = self.tokens[self.index]
        self.index += 1
        return token

    def is_mark(self, text: str) -> bool:
        token = self.tokens[self.index]
        return token.kind != "literal" and token.kind != "end" and token.text == text

    def expect(self, text: str) -> None:
        if not self.is_mark(text):
            found = f"“{self.text}”" if self.kind != "end" else "the end"
            raise self.error(f"“{text}” is missing before {found}.")
        self.index += 1

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.error(f"The expression nests deeper than {MAX_DEPTH} levels.", "expression-too-deep")

    def operators(self, level: int) -> Expr:
        """Everything that binds at least as tightly as `level`."""
        self.deeper()
        entered = self.depth
        left = self.unary() if level <= NEGATION else self.path()
        while self.kind == "op" and PRECEDENCE.get(self.text, 0) >= level:
            op = self.text
            own = PRECEDENCE[op]
            if own < NEGATION and op in ("and", "or"):
                left = self.chain(op, own, left)
                continue
            self.deeper()
            self.index += 1
            left = Binary(op, left, self.operators(own + 1))
        self.depth = entered - 1
        return left

    def chain(self, op: str, level: int, first: Expr) -> Expr:
        operands = [first]
        while self.kind == "op" and self.text == op:
            self.index += 1
            operands.append(self.operators(level + 1))
        return Logic(op, tuple(operands))

    def unary(self) -> Expr:
        signs = 0
        while self.kind == "op" and self.text == "-":
            self.deeper()
            self.index += 1
            signs += 1
        operand = self.operators(NEGATION + 1) if signs else self.path()
        for _ in range(signs):
            operand = Negate(operand)
        self.depth -= signs
        return operand

    def path(self) -> Expr:
        if self.kind == "op" and self.text in ("/", "//"):
            return self.absolute()
        if self.starts_primary():
            return self.filtered()
        steps = [*self.step()]
        self.more_steps(steps)
        return Path(None, False, tuple(steps))

    def absolute(self) -> Expr:
        steps: list[Step] = []
        if self.take().text == "//":
            steps.append(_ANYWHERE)
        elif not self.starts_step():
            return Path(None, True, ())
        steps += self.step()
        self.more_steps(steps)
        return Path(None, True, tuple(steps))

    def more_steps(self, steps: list[Step]) -> None:
        while self.kind == "op" and self.text in ("/", "//"):
            if self.take().text == "//":
                steps.append(_ANYWHERE)
            steps += self.step()

    def starts_step(self) -> bool:
        return self.kind == "name" or (self.kind == "mark" and self.text in ("*", "@", ".", ".."))

    def starts_primary(self) -> bool:
        if self.kind in ("number", "literal") or (self.kind == "mark" and self.text == "("):
            return True
        if self.kind != "name" or self.text in _NODE_TYPES:
            return False
        follower = self.tokens[self.index + 1]
        return follower.kind == "mark" and follower.text == "("

    def filtered(self) -> Expr:
        primary = self.primary()
        predicates = self.predicates()
        if predicates:
            primary = Filter(primary, predicates)
        if not (self.kind == "op" and self.text in ("/", "//")):
            return primary
        steps: list[Step] = []
        self.more_steps(steps)
        return Path(primary, False, tuple(steps))

    def primary(self) -> Expr:
        token = self.take()
        if token.kind == "number":
            return Number(float(token.text), token.text)
        if token.kind == "literal":
            return Literal(token.text[1:-1])
        if token.kind == "name":
            self.index += 1
            return Call(token.text, self.arguments(), token.position)
        inner = self.operators(1)
        self.expect(")")
        return inner

    def arguments(self) -> tuple[Expr, ...]:
        args: list[Expr] = []
        if not self.is_mark(")"):
            args.append(self.operators(1))
            while self.is_mark(","):
                self.index += 1
                args.append(self.operators(1))
        self.expect(")")
        return tuple(args)

    def predicates(self) -> tuple[Expr, ...]:
        found: list[Expr] = []
        while self.is_mark("["):
            self.index += 1
            found.append(self.operators(1))
            self.expect("]")
        return tuple(found)

    def step(self) -> tuple[Step, ...]:
        if self.kind == "mark" and self.text in (".", ".."):
            axis = "self" if self.take().text == "." else "parent"
            return (Step(axis, "node()", self.predicates()),)
        axis = "child"
        if self.is_mark("@"):
            self.index += 1
            axis = "attribute"
        elif self.kind == "name" and self.tokens[self.index + 1].text == "::":
            axis = self.take().text
            if axis not in AXES:
                raise self.error(f"The axis “{axis}” is not supported.", "expression-axis")
            self.index += 1
        return (Step(axis, self.node_test(), self.predicates()),)

    def node_test(self) -> str:
        if self.kind == "mark" and self.text == "*":
            self.index += 1
            return "*"
        if self.kind != "name":
            found = f"“{self.text}”" if self.kind != "end" else "the end"
            raise self.error(f"A name or value is missing before {found}.")
        name = self.take().text
        if self.is_mark("("):
            if name not in _NODE_TYPES:
                raise self.error(f"“{name}(…)” cannot stand in a path.")
            self.index += 1
            self.expect(")")
            return name + "()"
        return name.rpartition(":")[2]
