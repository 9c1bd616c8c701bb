"""What an expression reads, found without running it: the edges of the dependency graph.

A reference is a path of names from the root down and an **anchor**: how many leading steps mean the very
ancestors of the bound node. ``../x`` at /data/rep/y has the path /data/rep/x and the anchor 2: only the x of
the same repeat instance is read. ``../../rep/x`` has the same path and the anchor 1: all of them are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from inspector_app.xpath.ast import Call, Expr, Filter, Literal, Path, Step, children
from inspector_app.xpath.functions.nodesets import absolute_names
from inspector_app.xpath.registry import look_up
from inspector_app.xpath.steps import shared_length

ANY_CHILD = "*"
ANY_DESCENDANT = "**"


@dataclass(frozen=True, slots=True)
class Reference:
    """One path that is read, which may hold `ANY_CHILD` and `ANY_DESCENDANT`.

    `positional`: only the place in the series is read. `tracked`: the nodes read are told to `Host.track`.
    """

    path: tuple[str, ...]
    anchor: int
    positional: bool = False
    tracked: bool = False


@dataclass(frozen=True, slots=True)
class References:
    """Everything an expression depends on beyond constants.

    `instances`: ids of secondary instances, '' for one whose id is computed. `choice_names`: paths of
    questions whose labels are asked for. `translated`: the result depends on the language. `volatile`: it
    depends on the clock, chance or the node's own former value.
    """

    nodes: frozenset[Reference] = frozenset()
    instances: frozenset[str] = frozenset()
    choice_names: frozenset[str] = frozenset()
    translated: bool = False
    volatile: bool = False

    def __or__(self, other: References) -> References:
        return References(
            self.nodes | other.nodes,
            self.instances | other.instances,
            self.choice_names | other.choice_names,
            self.translated or other.translated,
            self.volatile or other.volatile,
        )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a step stands: a path with its anchor; None as path means outside the primary instance."""

    path: tuple[str, ...] | None
    anchor: int
    tracked: bool = False

    def child(self, name: str) -> Place:
        if self.path is None:
            return self
        return Place((*self.path, name), self.anchor)

    def up(self) -> Place:
        if self.path is None:
            return self
        if self.path and self.path[-1] == ANY_DESCENDANT:
            return self
        path = self.path[:-1]
        return Place(path, min(self.anchor, len(path)))


OUTSIDE = Place(None, 0)


def references(expr: Expr, context: tuple[str, ...], here: Place | None = None) -> References:
    """All that the expression reads when it is bound to `context`; `here` is the context node if not the
    same.
    """
    walker = _Walker(context)
    walker.value(expr, here or walker.bound)
    return References(
        frozenset(walker.found),
        frozenset(walker.instances),
        frozenset(walker.choice_names),
        walker.translated,
        walker.volatile,
    )


def result_places(expr: Expr, context: tuple[str, ...]) -> list[Place]:
    """Where the nodes that the expression gives may stand."""
    walker = _Walker(context)
    return walker.value(expr, walker.bound)


class _Walker:
    def __init__(self, context: tuple[str, ...]) -> None:
        self.context = context
        self.bound = Place(context, len(context))
        self.found: set[Reference] = set()
        self.instances: set[str] = set()
        self.choice_names: set[str] = set()
        self.translated = False
        self.volatile = False

    def value(self, expr: Expr, here: Place) -> list[Place]:
        """Collect what the expression reads; the places of the nodes it gives."""
        places = self.places(expr, here)
        self.note(places)
        return places

    def note(self, places: Iterable[Place]) -> None:
        self.found.update(
            Reference(place.path, place.anchor, False, place.tracked)
            for place in places
            if place.path is not None
        )

    def places(self, expr: Expr, here: Place) -> list[Place]:
        match expr:
            case Path():
                return self.path(expr, here)
            case Filter(primary=primary, predicates=predicates):
                found = self.places(primary, here)
                for place in found:
                    self.predicates(predicates, place)
                return found
            case Call():
                return self.call(expr, here)
            case _:
                for child in children(expr):
                    self.value(child, here)
                return []

    def path(self, path: Path, here: Place) -> list[Place]:
        if path.base is not None:
            found = self.places(path.base, here)
        elif path.absolute:
            shared = shared_length(path, self.context)
            place = Place(self.context[:shared], shared)
            return [self.steps(path.steps[shared:], place)]
        else:
            found = [here]
        return [self.steps(path.steps, place) for place in found]

    def steps(self, steps: tuple[Step, ...], place: Place) -> Place:
        for step in steps:
            place = _moved(place, step)
            self.predicates(step.predicates, place)
        return place

    def predicates(self, predicates: tuple[Expr, ...], place: Place) -> None:
        for predicate in predicates:
            self.value(predicate, place)

    def call(self, call: Call, here: Place) -> list[Place]:
        function = look_up(call.name, len(call.args), call.position)
        self.volatile = self.volatile or function.volatile
        special = _SPECIAL.get(call.name)
        if special is not None:
            return special(self, call, here)
        result: list[Place] = []
        for arg in call.args:
            places = self.value(arg, here)
            if function.result in ("nodes", "any"):
                result += places
        if not call.args and call.name in ("string", "number", "string-length", "normalize-space"):
            self.note([here])
        return result

    def current(self, call: Call, here: Place) -> list[Place]:
        return [self.bound]

    def instance(self, call: Call, here: Place) -> list[Place]:
        self.table(call.args[0], here)
        return [OUTSIDE]

    def pulldata(self, call: Call, here: Place) -> list[Place]:
        self.table(call.args[0], here)
        for arg in call.args[1:]:
            self.value(arg, here)
        return []

    def table(self, name: Expr, here: Place) -> None:
        self.instances.add(name.value if isinstance(name, Literal) else "")
        self.value(name, here)

    def randomize(self, call: Call, here: Place) -> list[Place]:
        self.volatile = self.volatile or len(call.args) == 1
        for seed in call.args[1:]:
            self.value(seed, here)
        return self.value(call.args[0], here)

    def position(self, call: Call, here: Place) -> list[Place]:
        for arg in call.args:
            for place in self.places(arg, here):
                if place.path:
                    anchor = min(place.anchor, len(place.path) - 1)
                    self.found.add(Reference(place.path, anchor, True))
        return []

    def indexed_repeat(self, call: Call, here: Place) -> list[Place]:
        target = absolute_names(call.args[0], self.context) or ()
        lengths = [len(absolute_names(arg, self.context) or ()) for arg in call.args[1::2]]
        for index in call.args[2::2]:
            self.value(index, here)
        shared = 0
        for mine, theirs in zip(self.context, target[: max(0, min(lengths) - 1)], strict=False):
            if mine != theirs:
                break
            shared += 1
        return [Place(target, shared, True)]

    def choice_name(self, call: Call, here: Place) -> list[Place]:
        self.translated = True
        self.value(call.args[0], here)
        if isinstance(call.args[1], Literal):
            self.choice_names.add(call.args[1].value.strip())
        else:
            for place in self.places(call.args[1], here):
                self.choice_names.add("/" + "/".join(place.path or ()))
        return []

    def format_date(self, call: Call, here: Place) -> list[Place]:
        """Names of months and days are in the language chosen."""
        pattern = call.args[1]
        if not isinstance(pattern, Literal) or "%a" in pattern.value or "%b" in pattern.value:
            self.translated = True
        for arg in call.args:
            self.value(arg, here)
        return []

    def itext(self, call: Call, here: Place) -> list[Place]:
        self.translated = True
        self.value(call.args[0], here)
        return []


_SPECIAL = {
    "current": _Walker.current,
    "instance": _Walker.instance,
    "pulldata": _Walker.pulldata,
    "position": _Walker.position,
    "randomize": _Walker.randomize,
    "indexed-repeat": _Walker.indexed_repeat,
    "jr:choice-name": _Walker.choice_name,
    "jr:itext": _Walker.itext,
    "format-date": _Walker.format_date,
    "format-date-time": _Walker.format_date,
}


def _moved(place: Place, step: Step) -> Place:
    match step.axis:
        case "self":
            return place
        case "parent":
            return place.up()
        case "child":
            return place if step.test == "text()" else place.child(_name(step.test))
        case "attribute":
            return place.child("@" + step.test)
        case "descendant" | "descendant-or-self":
            return place if place.path is None else place.child(ANY_DESCENDANT)
        case "following-sibling" | "preceding-sibling":
            return place.up().child(_name(step.test))
        case _:
            return place if place.path is None else Place((ANY_DESCENDANT,), 0)


def _name(test: str) -> str:
    return ANY_CHILD if test in ("*", "node()") else test
