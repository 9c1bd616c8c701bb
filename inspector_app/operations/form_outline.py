"""How a form is laid out on pages: which group is a page, what stands on it, and what is one table.

ODK's clients for phones show a question at a time, or a field-list; on a laptop a page holds a group. A
group that is too long for a page is divided at its own groups, a long row of loose questions into pieces. The
outline speaks of definitions: rows of repeats come and go inside their series and never change it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from inspector_app.forms.interface import Instance, NodeView

PAGE_MOST = 30
"""Questions on a page before it is divided."""

INLINE_MOST = 6
"""Questions of a group that may stand on the page of the group around it."""

LineKind = Literal["heading", "question", "series", "grid"]

_ROW = re.compile(r"\[[^\]]*\]")
_GRID = frozenset({"label", "list-nolabel"})


@dataclass(frozen=True, slots=True)
class FormLine:
    """One thing on a page: a question, a heading, a series of rows, or several selects that make one table.

    `key` is the node's; a grid's key is that of its first select, and `keys` names all of them.
    """

    kind: LineKind
    key: str
    depth: int = 0
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormPage:
    """`group` is the node whose label is the title; `part` counts from 1 where a group is several pages."""

    key: str
    group: str
    lines: tuple[FormLine, ...]
    part: int = 0


def path_of(key: str) -> str:
    """The key without the ids of its rows: the place in the form."""
    return _ROW.sub("", key)


def is_asked(view: NodeView) -> bool:
    """Whether anybody sees this question."""
    return view.kind == "question" and view.control != ""


def pages_of(instance: Instance) -> tuple[FormPage, ...]:
    """All pages in the order of the form, also those not relevant now."""
    return tuple(_Outline(instance).pages())


def row_lines(instance: Instance, row_key: str) -> tuple[FormLine, ...]:
    """What one row of a repeat shows."""
    return tuple(_Outline(instance).whole(instance.view(row_key), 0))


class _Outline:
    def __init__(self, instance: Instance) -> None:
        self._instance = instance
        self._counts: dict[str, int] = {}

    def pages(self) -> Iterator[FormPage]:
        root = next(iter(self._instance.views()))
        if "field-list" in root.appearance.split():
            yield FormPage(root.key, root.key, tuple(self.whole(root, 0)))
        else:
            yield from self._split(root)

    def _split(self, group: NodeView) -> Iterator[FormPage]:
        """A group that is no page itself: its small parts gather, its large ones become pages."""
        loose: list[FormLine] = []
        made: list[list[FormLine]] = []
        pages: list[FormPage | int] = []

        def flush() -> None:
            if loose and loose[0].kind == "heading" and all(line.depth > 1 for line in loose[1:]):
                alone = FormPage(loose[0].key, loose[0].key, tuple(_grids(loose[1:], self)))
                pages.append(alone)
                loose.clear()
            for start in range(0, len(loose), PAGE_MOST):
                made.append(loose[start : start + PAGE_MOST])
                pages.append(len(made))
            loose.clear()

        for child in self._children(group):
            if self._gathers(child):
                loose += self._lines([child], 1)
                continue
            flush()
            if child.kind == "repeat":
                pages.append(FormPage(child.key, child.key, (FormLine("series", child.key),)))
            elif self._is_page(child):
                pages.append(FormPage(child.key, child.key, tuple(self.whole(child, 0))))
            else:
                pages.extend(self._split(child))
        flush()
        for page in pages:
            if isinstance(page, FormPage):
                yield page
            else:
                part = page if len(made) > 1 else 0
                yield FormPage(f"{group.key}#{page}", group.key, tuple(_grids(made[page - 1], self)), part)

    def _gathers(self, child: NodeView) -> bool:
        if child.kind == "question":
            return True
        paged = "field-list" in child.appearance.split() or child.kind == "repeat"
        return not paged and self.count(child) <= INLINE_MOST

    def _is_page(self, group: NodeView) -> bool:
        return "field-list" in group.appearance.split() or self.count(group) <= PAGE_MOST

    def whole(self, group: NodeView, depth: int) -> Iterator[FormLine]:
        """All of a group on one page, the groups inside it under headings of their own."""
        return _grids(self._lines(list(self._children(group)), depth), self)

    def _lines(self, views: list[NodeView], depth: int) -> list[FormLine]:
        lines: list[FormLine] = []
        for view in views:
            if view.kind == "question":
                lines.append(FormLine("question", view.key, depth))
            elif view.kind == "repeat":
                lines.append(FormLine("series", view.key, depth))
            else:
                if view.label:
                    lines.append(FormLine("heading", view.key, depth))
                lines += self._lines(list(self._children(view)), depth + 1)
        return lines

    def _children(self, group: NodeView) -> Iterator[NodeView]:
        for key in group.children:
            view = self._instance.view(key)
            if view.kind == "repeat" or self.count(view):
                yield view

    def count(self, view: NodeView) -> int:
        """Questions in a node, a repeat counting as one row of it."""
        if view.kind == "question":
            return int(is_asked(view))
        if view.key not in self._counts:
            inside = view.children[:1] if view.kind == "repeat" else view.children
            self._counts[view.key] = sum(self.count(self._instance.view(key)) for key in inside)
        return self._counts[view.key]

    def is_grid(self, line: FormLine) -> bool:
        """Whether a question is one line of a table of choices."""
        if line.kind != "question":
            return False
        view = self._instance.view(line.key)
        return view.choices is not None and bool(_GRID & set(view.appearance.split()))


def _grids(lines: list[FormLine], outline: _Outline) -> Iterator[FormLine]:
    """The lines with neighbours that make one table of choices put together."""
    run: list[FormLine] = []
    for line in lines:
        if outline.is_grid(line):
            run.append(line)
            continue
        yield from _grid(run)
        run = []
        yield line
    yield from _grid(run)


def _grid(run: list[FormLine]) -> Iterator[FormLine]:
    if len(run) > 1:
        yield FormLine("grid", run[0].key, run[0].depth, tuple(line.key for line in run))
    else:
        yield from run
