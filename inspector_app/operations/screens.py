"""The screens of a checklist as frozen facts: what a page of the window shows and nothing it has to decide.

Which nodes make one question is read from the checklist's names: ``policy_comment`` beside the numbered
question ``policy`` belongs to it. A node that belongs to none is a card of its own, so that any XLSForm can
be filled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from inspector_app.forms.interface import NodeView, Problem
from inspector_app.inspections.inspection import Status
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.screen_facts import (
    CardView,
    CellView,
    ColumnView,
    FieldView,
    Item,
    PartRole,
    PartView,
    RowView,
    SampleView,
    ScreenRef,
    ScreenView,
)
from inspector_app.operations.screen_series import (
    a_row,
    around,
    called,
    group_head,
    is_table,
    row_heads,
    series_head,
)
from inspector_app.operations.screen_words import class_parts, derived_view, sibling, why_hidden
from inspector_app.words import translate

REST = "rest"
"""The key of the screen for questions that stand in no screen of the checklist."""


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """An open field or cell: the screen it is on, its node, and what is wanted there."""

    screen: ScreenRef
    key: str
    message: str


def screen_refs(session: ChecklistSession) -> tuple[ScreenRef, ...]:
    """The screens of a checklist in its order: groups with ``inspector:screen``; else one with everything."""
    return tuple(ref for ref, _ in _screens(session))


def all_screens(sessions: Iterable[ChecklistSession]) -> tuple[ScreenRef, ...]:
    """The screens of all checklists of an inspection."""
    return tuple(ref for session in sessions for ref in screen_refs(session))


def screen_view(session: ChecklistSession, screen: str) -> ScreenView:
    """One screen as it stands now; KeyError for a key that `screen_refs` does not give."""
    ref, tops = next(found for found in _screens(session) if found[0].key == screen)
    return _view(session, ref, tops, _by_key(session.open_problems()))


def screen_views(session: ChecklistSession) -> tuple[ScreenView, ...]:
    """All screens of a checklist, what is open being found once."""
    problems = _by_key(session.open_problems())
    return tuple(_view(session, ref, tops, problems) for ref, tops in _screens(session))


def next_open(
    sessions: Sequence[ChecklistSession], after: tuple[str, str] | None = None, *, backwards: bool = False
) -> OpenPlace | None:
    """The next open field after a place (checklist record, key), going round at the end; None where all is
    done. Without a place, or with one that is not open, the order of the checklist decides.
    """
    order: list[tuple[str, str]] = []
    open_: dict[tuple[str, str], tuple[ChecklistSession, Problem]] = {}
    for session in sessions:
        order += [(session.record, view.key) for view in session.instance.views()]
        open_ |= {(session.record, found.key): (session, found) for found in session.open_problems()}
    if not open_:
        return None
    if backwards:
        order.reverse()
    start = order.index(after) + 1 if after in order else 0
    place = next(one for one in [*order[start:], *order[:start]] if one in open_)
    session, problem = open_[place]
    return OpenPlace(screen_of(session, problem.key), problem.key, problem.message)


def screen_of(session: ChecklistSession, key: str) -> ScreenRef:
    """The screen on which a node stands."""
    for ref, tops in _screens(session):
        if any(key == top.key or key.startswith((f"{top.key}/", f"{top.key}[")) for top in tops):
            return ref
    return screen_refs(session)[0]


def settled_value(session: ChecklistSession, key: str, value: str) -> str:
    """What is recorded when this value is chosen: choosing the class that the sample gives is no choice of
    one's own, so the choice is taken back and goes on following the sample.
    """
    for view in session.questions():
        parts = class_parts(view)
        if parts.get("choice") and sibling(view, parts["choice"]) == key:
            derived = session.instance.value(sibling(view, parts.get("derived", "")))
            return "" if value and value == derived else value
    return value


def column_label(session: ChecklistSession, key: str) -> str:
    """What a node is called, shortly: its number, its short title, or its label."""
    view = session.instance.view(key)
    return view.attributes.get("question") or view.attributes.get("short") or called(view)


def _by_key(problems: Iterable[Problem]) -> Mapping[str, Problem]:
    return {problem.key: problem for problem in problems}


def _screens(session: ChecklistSession) -> list[tuple[ScreenRef, list[NodeView]]]:
    instance = session.instance
    root = next(iter(instance.views()))
    tops = [instance.view(key) for key in root.children]
    named = [top for top in tops if top.attributes.get("screen")]
    found = [(ScreenRef(session.record, top.attributes["screen"], top.label), [top]) for top in named]
    rest = [top for top in tops if not top.attributes.get("screen") and _asks(session, top)]
    if rest:
        title = session.form.title if not named else translate("Screens", "Other questions")
        found.append((ScreenRef(session.record, REST, title), rest))
    return found


def _asks(session: ChecklistSession, view: NodeView) -> bool:
    if view.kind == "question":
        return bool(view.control)
    return view.kind == "repeat" or any(_asks(session, session.instance.view(key)) for key in view.children)


def _view(
    session: ChecklistSession, ref: ScreenRef, tops: Sequence[NodeView], problems: Mapping[str, Problem]
) -> ScreenView:
    items = tuple(_Builder(session, problems).items(tops, ref.title))
    inspection = session.desk.inspection(session.inspection.id)
    return ScreenView(ref, _derivation(items), items, inspection.status is not Status.OPEN)


def _derivation(items: Sequence[Item]) -> str:
    """The line beside a screen's title: what is derived on it, and from how many."""
    derived = [item for item in items if isinstance(item, CardView) and item.derived]
    samples = [item for item in items if isinstance(item, SampleView)]
    if derived and samples:
        numbers = translate("Screens", " and ").join(card.number for card in derived if not card.hidden)
        count = len(samples[0].rows)
        return (
            translate("Screens", "{numbers} from a sample of {count}").format(numbers=numbers, count=count)
            if count
            else translate("Screens", "{numbers} from a sample, none yet").format(numbers=numbers)
        )
    count = sum(1 for item in items if isinstance(item, CardView) and item.asks)
    return (
        ""
        if not count
        else translate("Screens", "1 question")
        if count == 1
        else translate("Screens", "{count} questions").format(count=count)
    )


class _Builder:
    """Walks the nodes of one screen and puts together what belongs together."""

    def __init__(self, session: ChecklistSession, problems: Mapping[str, Problem]) -> None:
        self._session = session
        self._instance = session.instance
        self._problems = problems

    def items(self, tops: Iterable[NodeView], title: str = "") -> Iterator[Item]:
        """Cards, samples and heads of these nodes and all below, in document order. Questions beside each
        other belong together; a group is opened under its label, unless that is the `title` above.
        """
        run: list[NodeView] = []
        for view in tops:
            if view.kind != "group":
                run.append(view)
                continue
            yield from self._siblings(run)
            run = []
            headed = bool(view.label) and view.label != title and not self._belongs(view)
            if headed:
                yield group_head(self._instance, view)
            if view.relevant or not headed:
                yield from self.items(self._instance.view(key) for key in view.children)
        yield from self._siblings(run)

    def _belongs(self, group: NodeView) -> bool:
        """Whether a group is a screen, or is there for a numbered question, which says all itself."""
        children = (self._instance.view(key) for key in group.children)
        return bool(group.attributes.get("screen")) or any(one.attributes.get("question") for one in children)

    def _siblings(self, views: Sequence[NodeView]) -> Iterator[Item]:
        mains = {view.key: view for view in views if view.attributes.get("question")}
        owners = {view.key: _owner(view, mains) for view in views if view.key not in mains}
        note: NodeView | None = None
        for view in views:
            if view.key not in mains and (owners[view.key] or not (view.control or view.kind == "repeat")):
                continue
            table = view.kind == "repeat" and is_table(self._session, view)
            if note is not None and not table:
                yield self._note(note)
            if table:
                yield self._sample(view, note.label if note is not None else "")
            elif view.kind == "repeat":
                yield from self._series(view)
            elif not _is_note(view) and not _heads_table(view):
                yield self._card(view, [one for one in views if owners.get(one.key) == view.key])
            told = _is_note(view) or (_heads_table(view) and bool(view.label))
            note = view if told and view.relevant else None
        if note is not None:
            yield self._note(note)

    def _note(self, view: NodeView) -> CardView:
        """A text that is only read: it has no title, and what it says stands where an answer would."""
        words = "\n".join(part for part in (view.label, view.hint) if part)
        read = replace(view, value=words, control="input", readonly=True, choices=None, appearance="")
        return CardView(view.key, "", "", "", view.guidance, FieldView(read))

    def _series(self, view: NodeView) -> Iterator[Item]:
        yield series_head(self._session, view)
        for head, row in row_heads(self._session, view) if view.relevant else ():
            yield head
            yield from self.items(self._instance.view(key) for key in row.children)

    def _card(self, view: NodeView, beside: Sequence[NodeView]) -> CardView:
        choice = self._choice_of(view)
        answer = self._field(view)
        if choice is not None:
            shown = replace(self._instance.view(choice), value=view.value, label=view.label)
            answer = replace(self._field(self._instance.view(choice)), node=shown)
        parts = tuple(
            PartView(_role(one, view), self._field(one))
            for one in beside
            if one.control and one.key != choice and not _is_note(one)
        )
        return CardView(
            key=view.key,
            number=view.attributes.get("question", ""),
            title=called(view),
            hint=view.hint if view.choices != () else _nothing_to_choose(view),
            guidance=view.guidance,
            answer=answer,
            parts=parts,
            derived=derived_view(self._instance, view),
            hidden="" if view.relevant else why_hidden(self._instance, view.key),
        )

    def _choice_of(self, view: NodeView) -> str | None:
        parts = class_parts(view)
        return sibling(view, parts["choice"]) if "choice" in parts else None

    def _field(self, view: NodeView) -> FieldView:
        found = self._problems.get(view.key)
        if found is None:
            return FieldView(view)
        if found.kind == "required":
            return FieldView(view, missing=found.message)
        return FieldView(view, problem=found.message)

    def _sample(self, view: NodeView, intro: str) -> SampleView:
        rows = [self._instance.view(key) for key in view.children]
        cells = {row.key: self._leaves(row) for row in rows}
        columns, offered = self._columns(view, cells)
        kept: list[RowView] = []
        blank = ""
        for row in rows:
            values = {_below(cell.key, row.key): cell.value for cell in cells[row.key]}
            begun = row.key in self._session.begun_rows
            if any(values.values()) or begun:
                required = any(cell.required and cell.relevant for cell in cells[row.key])
                kept.append(RowView(row.key, values, required))
            else:
                blank = blank or row.key
        return SampleView(
            key=view.key,
            title=f"{around(self._instance, view.key)}{called(view)}",
            intro=intro,
            columns=columns,
            rows=tuple(kept),
            cells=tuple(self._open_cells(kept, offered)),
            blank=blank,
            hidden="" if view.relevant else why_hidden(self._instance, view.key),
        )

    def _leaves(self, row: NodeView) -> list[NodeView]:
        """The questions of a row, groups in it opened; a sample inside a sample has no place in a table."""
        found: list[NodeView] = []
        for key in row.children:
            child = self._instance.view(key)
            if child.kind == "question":
                found.append(child)
            elif child.kind == "group":
                found += self._leaves(child)
        return found

    def _columns(
        self, view: NodeView, cells: Mapping[str, Sequence[NodeView]]
    ) -> tuple[tuple[ColumnView, ...], set[str]]:
        """The columns that at least one row is asked; and their names."""
        source: Mapping[str, Sequence[NodeView]] = cells or self._pristine(view.key)
        found: dict[str, ColumnView] = {}
        order: list[str] = []
        for row, leaves in source.items():
            for leaf in leaves:
                name = _below(leaf.key, row)
                if name not in order:
                    order.append(name)
                if leaf.control and leaf.relevant and not _is_note(leaf) and name not in found:
                    found[name] = _column(name, leaf)
        return tuple(found[name] for name in order if name in found), set(found)

    def _pristine(self, repeat: str) -> Mapping[str, Sequence[NodeView]]:
        """The rows that an empty form begins with: what columns there are when every row was removed."""
        fresh, row = a_row(self._session, repeat)
        builder = _Builder(replace(self._session, instance=fresh), {})
        return {row: builder._leaves(fresh.view(row))}

    def _open_cells(self, rows: Sequence[RowView], offered: set[str]) -> Iterator[CellView]:
        for number, row in enumerate(rows, 1):
            for name in row.values:
                found = self._problems.get(f"{row.key}/{name}")
                if found is None or name not in offered:
                    continue
                label = column_label(self._session, found.key)
                words = translate("Screens", "Row {number}, {label} {message}").format(
                    number=number, label=label, message=found.message
                )
                yield CellView(row.key, name, words, found.kind == "constraint")


def _owner(view: NodeView, mains: Mapping[str, NodeView]) -> str:
    """The numbered question beside it whose name this one's begins with, the longest first; '' for none."""
    fits = [key for key in mains if view.key.startswith(f"{key}_")]
    return max(fits, key=len, default="")


def _role(view: NodeView, main: NodeView) -> PartRole:
    if view.control == "select":
        return "reasons"
    return "comment" if view.key == f"{main.key}_comment" else "field"


def _nothing_to_choose(view: NodeView) -> str:
    words = translate("Screens", "There is nothing to choose from yet: that depends on another answer.")
    return f"{view.hint} {words}".strip()


def _is_note(view: NodeView) -> bool:
    """A text that is only read."""
    return (
        view.kind == "question"
        and view.control == "input"
        and view.readonly
        and view.data_type == "string"
        and not view.value
    )


def _heads_table(view: NodeView) -> bool:
    """The words above a table of questions with the same choices; it takes no answer (`table-list`)."""
    return view.choices is not None and "label" in view.appearance.split()


def _below(key: str, row: str) -> str:
    return key[len(row) + 1 :]


def _column(name: str, leaf: NodeView) -> ColumnView:
    return ColumnView(
        name=name,
        title=called(leaf),
        short=leaf.attributes.get("short") or called(leaf),
        hint=leaf.hint,
        choices=leaf.choices or (),
        data_type=leaf.data_type,
        control=leaf.control,
    )
