"""One filled copy of a form as the rest of the program sees it: implements `interface.Instance`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from inspector_app.forms.definition.form import FormDefinition
from inspector_app.forms.engine.actions import preload, run_actions, settle
from inspector_app.forms.engine.choices import choice_values, in_choice_order, still_offered
from inspector_app.forms.engine.recompute import Engine
from inspector_app.forms.engine.record import Record
from inspector_app.forms.engine.refusals import batch_open, refuse_fixed, unknown
from inspector_app.forms.engine.reopen import Filler, revise
from inspector_app.forms.engine.storing import answer_text
from inspector_app.forms.engine.views import (
    all_views,
    element_nodes,
    node_at,
    problems_of,
    reasons_of,
    ref_of,
    view_of,
)
from inspector_app.forms.errors import FormError
from inspector_app.forms.instance.tree import TreeNode
from inspector_app.forms.interface import (
    AuthorWarning,
    Changes,
    EntityChange,
    Environment,
    Form,
    NodeView,
    Problem,
    Reason,
    SavedState,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROW_ID = re.compile(r"[\w-]+")
_COUNTED_ROW = re.compile(r"\[c\d+\]$")


class Session:
    """See `interface.Instance`. Made by `new_session` and `restored_session`."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._engine = Engine(record)
        self._added: list[str] = []
        self._removed: list[str] = []
        self._batch: list[Changes] | None = None
        self.opening = Changes()

    @property
    def form(self) -> Form:
        """See `Instance`."""
        return self._record.form

    @property
    def warnings(self) -> tuple[AuthorWarning, ...]:
        """See `Instance`."""
        return tuple(self._record.warnings.values())

    @property
    def language(self) -> str:
        """See `Instance`."""
        return self._record.language

    # Making

    def begin(self) -> None:
        """Fill a new record: preloads, calculates, first-load actions."""
        engine = self._engine
        collector = engine.fresh()
        engine.opening = True
        for node in self._record.nodes.values():
            if node.stored and node.definition.is_leaf and not node.definition.is_attribute:
                collector.value(node, "", "default")
        preload(engine)
        engine.enqueue_all()
        settle(engine)
        form, root = self._record.form, self._record.root
        for node in run_actions(engine, [*form.first_load, *form.every_load], root):
            # A calculate on the same node has the last word, as in JavaRosa.
            engine.enqueue_own(node)
        settle(engine)
        engine.opening = False
        self.opening = collector.changes()

    def resume(self, repeats: Iterable[str], removed: Iterable[str]) -> None:
        """Bring a kept record back: rows, then everything derived."""
        engine = self._engine
        collector = engine.fresh()
        engine.opening = engine.restoring = True
        gone = list(removed)
        engine.counted_out = {key for key in gone if _COUNTED_ROW.search(key)}
        self._removed = [key for key in gone if key not in engine.counted_out]
        engine.enqueue_all()
        engine.drain()
        for key in repeats:
            self._restore_row(key)
        engine.drain()
        settle(engine)
        engine.restoring = False
        run_actions(engine, self._record.form.every_load, self._record.root)
        settle(engine)
        engine.opening = False
        for key in list(self._record.kept):
            if not self._belongs_to_counted_row(key):
                del self._record.kept[key]
                place = re.sub(r"\[[^\]]*\]", "", key)
                warning = AuthorWarning("value-without-node", place, "A kept value has no question any more.")
                self._record.warnings.setdefault((warning.code, place), warning)
        self.opening = collector.changes()

    def reopen(self, source: _Element, *, edit: bool) -> None:
        """Take over a submission; see `Form.reopen` and `Form.edit`."""
        engine = self._engine
        collector = engine.fresh()
        engine.opening = engine.restoring = True
        filler = Filler(engine)
        filler.fill(source)
        self._added += filler.added
        engine.enqueue_all()
        settle(engine)
        for row in filler.surplus():
            self._removed.append(row.key)
            engine.remove_row(row, keep=False)
        settle(engine)
        engine.restoring = False
        run_actions(engine, self._record.form.every_load, self._record.root)
        settle(engine)
        filler.release()
        told = revise(engine) if edit else []
        settle(engine)
        engine.opening = False
        opening = collector.changes()
        self.opening = replace(opening, values=(*opening.values, *told))

    def revise(self) -> Changes:
        """See `Instance`."""
        if self._batch is not None:
            raise batch_open()
        with self._call() as changes:
            told = revise(self._engine)
        made = changes()
        return replace(made, values=(*made.values, *told))

    def entities(self) -> tuple[EntityChange, ...]:
        """See `Instance`."""
        from inspector_app.forms.engine.entities import entity_changes

        return tuple(entity_changes(self._record))

    def _restore_row(self, key: str) -> None:
        series, _, row_id = key.removesuffix("]").rpartition("[")
        phantom = self._record.grower.phantoms.get(series)
        if phantom is None or phantom.parent is None:
            warning = AuthorWarning(
                "row-without-series", series, "A kept row has no place in the form any more."
            )
            self._record.warnings.setdefault((warning.code, series), warning)
            return
        self._engine.add_row(phantom.parent, phantom.definition, row_id)
        self._added.append(key)
        self._engine.drain()

    def _belongs_to_counted_row(self, key: str) -> bool:
        return re.search(r"\[c\d+\]", key) is not None

    # Changing

    @contextmanager
    def _call(self) -> Iterator[Callable[[], Changes]]:
        """One change from outside: inside a batch the recomputation waits for its end."""
        if self._batch is not None:
            yield Changes
            return
        collector = self._engine.fresh()
        yield collector.changes
        settle(self._engine)

    def set(self, key: str, value: str) -> Changes:
        """See `Instance`."""
        return self.set_many({key: value})

    def set_many(self, values: Mapping[str, str]) -> Changes:
        """See `Instance`."""
        nodes = [(self._question(key), value) for key, value in values.items()]
        with self._call() as changes:
            for node, value in nodes:
                self._answer(node, value)
        return changes()

    def _answer(self, node: TreeNode, value: str) -> None:
        control = node.definition.control
        kind = control.kind if control is not None else ""
        text = answer_text(node.definition.bind.data_type, kind, value)
        node.refused = ""
        if text and control is not None and kind in ("select", "select1"):
            asked, text = text, still_offered(self._record, node, text)
            if len(text.split()) < len(asked.split()):
                node.refused = asked
                self._record.warn("answer-not-offered", "An answer was not among the choices on offer", node)
            if " " in text and kind == "select":
                text = in_choice_order(choice_values(self._record, node), text)
        node.kept = True
        self._engine.store(node, text, "answer")

    @contextmanager
    def batch(self) -> Iterator[Callable[[], Changes]]:
        """See `Instance`."""
        if self._batch is not None:
            raise batch_open()
        collector = self._engine.fresh()
        self._batch = []
        try:
            yield collector.changes
        finally:
            self._batch = None
            settle(self._engine)

    def add_repeat(self, repeat_key: str, instance_id: str) -> Changes:
        """See `Instance`."""
        phantom = self._record.grower.phantoms.get(repeat_key)
        if phantom is None or phantom.parent is None:
            raise unknown(repeat_key)
        refuse_fixed(phantom)
        if not _ROW_ID.fullmatch(instance_id):
            raise FormError(
                "The id of a new row may hold letters, digits, '-' and '_' only.", code="row-id-invalid"
            )
        key = f"{repeat_key}[{instance_id}]"
        if key in self._record.nodes:
            raise FormError("There is a row of this id already.", code="row-exists", place=repeat_key)
        with self._call() as changes:
            self._engine.add_row(phantom.parent, phantom.definition, instance_id)
            self._added.append(key)
        return changes()

    def remove_repeat(self, instance_key: str) -> Changes:
        """See `Instance`."""
        row = self._record.nodes.get(instance_key)
        if row is None or row.definition.repeat is None:
            raise unknown(instance_key)
        refuse_fixed(row)
        with self._call() as changes:
            self._engine.remove_row(row, keep=False)
            inside = instance_key + "/"
            kept = [key for key in self._added if key != instance_key and not key.startswith(inside)]
            if instance_key not in self._added:
                self._removed.append(instance_key)
            self._added = kept
            self._removed = [key for key in self._removed if not key.startswith(inside)]
        return changes()

    def set_language(self, language: str) -> Changes:
        """See `Instance`."""
        if language not in self._record.form.languages:
            raise FormError(
                f"The checklist has no language “{language}”.",
                f"It has: {', '.join(self._record.form.languages) or 'none'}.",
                code="language-unknown",
            )
        with self._call() as changes:
            self._record.language = language
            engine = self._engine
            for node in element_nodes(self._record):
                engine.collector.touched.add(node.key)
                for unit in self._record.form.graph.of_definition.get(node.definition.path, ()):
                    if unit.translated and not node.phantom:
                        engine.enqueue(unit, node)
        return changes()

    # Looking

    def view(self, key: str) -> NodeView:
        """See `Instance`."""
        self._record.begin_call()
        return view_of(self._record, self._node(key))

    def views(self) -> Iterator[NodeView]:
        """See `Instance`."""
        self._record.begin_call()
        return all_views(self._record)

    def value(self, key: str) -> str:
        """See `Instance`."""
        return self._question(key).stored

    def problems(self) -> list[Problem]:
        """See `Instance`."""
        self._record.begin_call()
        return problems_of(self._record)

    def explain(self, key: str) -> list[Reason]:
        """See `Instance`."""
        return reasons_of(self._record, self._node(key))

    def submission(self, include_non_relevant: bool = False) -> bytes:
        """See `Instance`."""
        from inspector_app.forms.codecs.submission import submission_xml

        return submission_xml(self._record, include_non_relevant)

    def compact(self) -> str:
        """See `Instance`."""
        from inspector_app.forms.codecs.compact import compact_text

        return compact_text(self._record)

    def evaluate(self, expression: str, key: str | None = None) -> str:
        """See `Instance`."""
        node = self._record.tree if key is None else self._node(key)
        place = "the expression asked for"
        self._record.begin_call()
        compiled = self._record.form.book.compile(expression, node.definition.path, place).compiled
        return compiled.text(node, self._record)

    def key_of(self, ref: str) -> str:
        """See `Instance`."""
        found = node_at(self._record, ref)
        if found is None:
            raise unknown(ref)
        return found.key

    def ref_of(self, key: str) -> str:
        """See `Instance`."""
        return ref_of(self._node(key))

    def state(self) -> SavedState:
        """See `Instance`."""
        calculated = self._record.form.graph.of_definition
        values: dict[str, str] = {}
        for node in self._record.root.walk():
            units = calculated.get(node.definition.path, ())
            derived = any(unit.aspect == "calculate" for unit in units)
            own = not derived and not node.definition.is_attribute
            if node.definition.is_leaf and (node.kept or own):
                values[node.key] = node.stored
        values.update(self._record.kept)
        if self._record.deprecated:
            values[self._record.deprecated_key] = self._record.deprecated
        removed = (*self._removed, *sorted(self._engine.counted_out))
        return SavedState(values, tuple(self._added), removed)

    def _node(self, key: str) -> TreeNode:
        found = self._record.nodes.get(key) or self._record.grower.phantoms.get(key)
        if found is None:
            raise unknown(key)
        return found

    def _question(self, key: str) -> TreeNode:
        found = self._record.nodes.get(key)
        if found is None or not found.definition.is_leaf:
            raise unknown(key)
        return found


def new_session(form: FormDefinition, environment: Environment) -> Session:
    """See `Form.new`."""
    session = Session(Record(form, environment, {}))
    session.begin()
    return session


def restored_session(
    form: FormDefinition,
    values: Mapping[str, str],
    repeats: Iterable[str],
    removed: Iterable[str],
    environment: Environment,
) -> Session:
    """See `Form.restore`."""
    gone = tuple(removed)
    session = Session(Record(form, environment, values, frozenset(gone)))
    session.resume(repeats, gone)
    return session
