"""The syntax tree of an expression, and its way back to text.

Every node is a frozen dataclass, so that trees compare by value: parsing what `unparse` wrote gives an equal
tree (a property test holds this).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Number:
    """A numeric literal; `text` keeps the author's spelling."""

    value: float
    text: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A quoted string."""

    value: str


@dataclass(frozen=True, slots=True)
class Negate:
    """Unary minus."""

    operand: Expr


@dataclass(frozen=True, slots=True)
class Binary:
    """One of ``= != < <= > >= + - * div mod |``."""

    op: str
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Logic:
    """``and`` or ``or`` over two or more operands; n-ary, because authors write chains of hundreds."""

    op: str
    operands: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A function call; `name` keeps its prefix (``jr:choice-name``)."""

    name: str
    args: tuple[Expr, ...]
    position: int = 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Call) and self.name == other.name and self.args == other.args

    def __hash__(self) -> int:
        return hash((self.name, self.args))


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path. `test` is a local name, ``*``, ``node()`` or ``text()``."""

    axis: str
    test: str
    predicates: tuple[Expr, ...] = ()


@dataclass(frozen=True, slots=True)
class Filter:
    """A primary expression with predicates: ``(…)[1]``."""

    primary: Expr
    predicates: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """A location path. `base` None: absolute or relative to the context node; else steps from an
    expression.
    """

    base: Expr | None
    absolute: bool
    steps: tuple[Step, ...]


Expr = Number | Literal | Negate | Binary | Logic | Call | Filter | Path

PRECEDENCE = {
    "or": 1,
    "and": 2,
    "=": 3,
    "!=": 3,
    "<": 4,
    "<=": 4,
    ">": 4,
    ">=": 4,
    "+": 5,
    "-": 5,
    "*": 6,
    "div": 6,
    "mod": 6,
    "|": 8,
}
NEGATION = 7
PRIMARY = 9


def unparse(expr: Expr) -> str:
    """The expression as text that parses to an equal tree."""
    return _text(expr, 0)


def _text(expr: Expr, outer: int) -> str:
    text, own = _body(expr)
    return f"({text})" if own < outer else text


def _body(expr: Expr) -> tuple[str, int]:
    match expr:
        case Number(text=text):
            return text, PRIMARY
        case Literal(value=value):
            return (f"'{value}'" if "'" not in value else f'"{value}"'), PRIMARY
        case Negate(operand=operand):
            return "-" + _text(operand, NEGATION), NEGATION
        case Logic(op=op, operands=operands):
            level = PRECEDENCE[op]
            return f" {op} ".join(_text(operand, level + 1) for operand in operands), level
        case Binary(op=op, left=left, right=right):
            level = PRECEDENCE[op]
            return f"{_text(left, level)} {op} {_text(right, level + 1)}", level
        case Call(name=name, args=args):
            return f"{name}({', '.join(_text(arg, 0) for arg in args)})", PRIMARY
        case Filter(primary=primary, predicates=predicates):
            return _grouped(primary) + _predicates(predicates), PRIMARY
        case Path():
            return _path(expr), PRIMARY


def _grouped(expr: Expr) -> str:
    text, _ = _body(expr)
    return text if isinstance(expr, Call | Number | Literal) else f"({text})"


def _predicates(predicates: tuple[Expr, ...]) -> str:
    return "".join(f"[{_text(predicate, 0)}]" for predicate in predicates)


def _path(path: Path) -> str:
    steps = "/".join(_step(step) for step in path.steps)
    if path.base is None:
        return "/" + steps if path.absolute else steps
    base = _body(path.base)[0] if isinstance(path.base, Filter) else _grouped(path.base)
    return f"{base}/{steps}"


def _step(step: Step) -> str:
    if not step.predicates and step.test == "node()":
        if step.axis == "self":
            return "."
        if step.axis == "parent":
            return ".."
    axis = {"child": "", "attribute": "@"}.get(step.axis, step.axis + "::")
    return axis + step.test + _predicates(step.predicates)


def children(expr: Expr) -> tuple[Expr, ...]:
    """The direct sub-expressions, those inside predicates included."""
    match expr:
        case Negate(operand=operand):
            return (operand,)
        case Binary(left=left, right=right):
            return (left, right)
        case Logic(operands=operands):
            return operands
        case Call(args=args):
            return args
        case Filter(primary=primary, predicates=predicates):
            return (primary, *predicates)
        case Path(base=base, steps=steps):
            inner = tuple(predicate for step in steps for predicate in step.predicates)
            return inner if base is None else (base, *inner)
        case _:
            return ()
