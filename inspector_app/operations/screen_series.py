"""Rows that make no table: several answers to a question, a sample inside a sample, dates, conditions.

A series whose rows ask few plain questions is a table. Any other is told as heads and cards one after the
other: a head for the series, and for each row a head and everything that the row asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from inspector_app.forms.interface import Instance, NodeView
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.form_reasons import shown_value
from inspector_app.operations.screen_facts import HeadView
from inspector_app.operations.screen_words import why_hidden
from inspector_app.words import translate

_CELLS = frozenset({"string", "int", "decimal"})
_PROBE = "probe"


def is_table(session: ChecklistSession, series: NodeView) -> bool:
    """Whether every question of the rows fits into a cell, and rows can be added by typing."""
    if not (series.add_allowed or not series.relevant):
        return False
    instance, row = session.instance, next(iter(series.children), "")
    if not row:
        instance, row = a_row(session, series.key)
    return _is_plain(instance, instance.view(row))


def a_row(session: ChecklistSession, series: str) -> tuple[Instance, str]:
    """A row of a series that has none, in an empty copy of the form: what its questions are can be seen."""
    fresh = session.form.new(session.desk.environment())
    row = ""
    for part in re.sub(r"\[[^\]]*\]", "[", series + "[").split("[")[:-1]:
        at = row + part
        row = next(iter(fresh.view(at).children), "")
        if not row:
            row = f"{at}[{_PROBE}]"
            fresh.add_repeat(at, _PROBE)
    return fresh, row


def _is_plain(instance: Instance, group: NodeView) -> bool:
    for key in group.children:
        view = instance.view(key)
        if view.kind == "repeat" or (view.kind == "group" and not _is_plain(instance, view)):
            return False
        if view.kind == "question" and view.control and not _fits(view):
            return False
    return True


def _fits(view: NodeView) -> bool:
    if view.control == "select1":
        return True
    return view.control == "input" and view.data_type in _CELLS and not view.readonly


def series_head(session: ChecklistSession, series: NodeView) -> HeadView:
    """What stands above the rows: the title, how many there are, and whether one may be added."""
    count = len(series.children)
    return HeadView(
        kind="series",
        key=series.key,
        title=f"{around(session.instance, series.key)}{called(series)}",
        words=_count_words(count),
        depth=series.key.count("["),
        can_change=series.add_allowed,
        hidden="" if series.relevant else why_hidden(session.instance, series.key),
    )


def _count_words(count: int) -> str:
    if count == 1:
        return translate("Screens", "1 row")
    return translate("Screens", "{count} rows").format(count=count) if count else ""


def row_heads(session: ChecklistSession, series: NodeView) -> Iterator[tuple[HeadView, NodeView]]:
    """Each row with what stands above it: its place, and its first answers to tell it from others."""
    title = f"{around(session.instance, series.key)}{called(series)}"
    for number, key in enumerate(series.children, 1):
        row = session.instance.view(key)
        answers = [label for label in _answers(session.instance, row) if label][:2]
        head = HeadView(
            kind="row",
            key=key,
            title=f"{title} {number}",
            words=" · ".join(answers)[:80],
            depth=key.count("["),
            can_change=row.remove_allowed,
        )
        yield head, row


def around(instance: Instance, key: str) -> str:
    """The rows that a series stands in, outermost first, such as “Visit 2 › ”."""
    words = ""
    for found in re.finditer(r"\[[^\]]*\]", key):
        series = instance.view(key[: found.start()])
        number = series.children.index(key[: found.end()]) + 1
        words += f"{called(series)} {number} › "
    return words


def _answers(instance: Instance, group: NodeView) -> Iterator[str]:
    for key in group.children:
        view = instance.view(key)
        if view.kind == "group":
            yield from _answers(instance, view)
        elif view.kind == "question" and view.control and view.relevant and view.value:
            yield shown_value(view)


def called(view: NodeView) -> str:
    """What a node is called: its label, or its own name where the form gives none."""
    return view.label or view.key.rsplit("/", 1)[-1]


def group_head(instance: Instance, group: NodeView) -> HeadView:
    """What stands above the questions of a group; of one that is not asked, why."""
    return HeadView(
        kind="group",
        key=group.key,
        title=group.label,
        words="",
        depth=group.key.count("["),
        can_change=False,
        hidden="" if group.relevant else why_hidden(instance, group.key),
    )
