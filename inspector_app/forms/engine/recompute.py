"""Runs again what a change touches, and nothing else, in the order of the graph.

Work is a heap of (place in the graph, tick, unit, node): a unit runs after everything it reads has settled.
Where the graph has a circle that is allowed (running totals, relevance), a unit may run again; `PATIENCE`
bounds it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from heapq import heappop, heappush

from inspector_app.forms.definition.model import Control, NodeDefinition
from inspector_app.forms.engine.choices import choice_values, in_choice_order, still_offered
from inspector_app.forms.engine.collector import Collector
from inspector_app.forms.engine.graph import Reader, Unit
from inspector_app.forms.engine.record import Record
from inspector_app.forms.engine.storing import stored_text
from inspector_app.forms.instance.tree import TreeNode
from inspector_app.forms.interface import Origin

PATIENCE = 1000
"""How often one expression of one node may run in one recomputation before the author is warned."""

MOST_ROWS = 10_000
"""A repeat count above this is taken for a slip."""

MOST_NODES = 100_000
"""Counted repeats inside counted repeats stop here."""


class Engine:
    """The recomputation of one record. `opening` is true while the record is being made or restored."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.collector = Collector()
        self.opening = False
        self.restoring = False
        self.changed: list[TreeNode] = []
        self.new_rows: list[TreeNode] = []
        self._heap: list[tuple[int, int, Unit, TreeNode]] = []
        self._queued: set[tuple[int, str, bool]] = set()
        self._runs: dict[tuple[int, str], int] = {}
        self._tick = 0
        self._singles: list[TreeNode | None] = [None] * len(record.form.graph.units)
        self._rows_made: set[str] = set()
        self.counted_out: set[str] = set()

    def fresh(self) -> Collector:
        """Begin a new call; the collector it reports to."""
        self.collector = Collector()
        self.record.begin_call()
        self._runs.clear()
        return self.collector

    # What is to run

    def enqueue_all(self) -> None:
        """Every unit of every node."""
        for unit in self.record.form.graph.units:
            for node in self._instances(self.record.tree, 0, unit):
                self.enqueue(unit, node)

    def enqueue(self, unit: Unit, node: TreeNode) -> None:
        """One unit at one node, unless it waits already."""
        key = (unit.order, node.key, node.phantom)
        if key not in self._queued:
            self._queued.add(key)
            self._tick += 1
            heappush(self._heap, (unit.order, self._tick, unit, node))

    def enqueue_own(self, node: TreeNode) -> None:
        """All units of one node."""
        for unit in self.record.form.graph.of_definition.get(node.definition.path, ()):
            if node.phantom and unit.aspect not in ("count", "relevant"):
                continue
            if unit.aspect == "count" and not node.phantom:
                continue
            self.enqueue(unit, node)

    def notify(self, node: TreeNode) -> None:
        """The value that expressions see at a node is another: all that read it have to run."""
        definition = node.definition
        self.record.changed(definition.path)
        for reader in definition.readers:
            if reader.tracked:
                self._push_known(reader, node.tracked_by or {})
            else:
                self._push(reader, node)

    def notify_structure(self, parent: TreeNode, series: NodeDefinition, *, appended: bool) -> None:
        """Rows came or went; places in the series do not change where one was appended."""
        phantom = (parent.series or {}).get(series.name)
        if phantom is None:
            return
        for below in series.walk():
            self.record.changed(below.path)
        for reader in series.structure_readers:
            if not appended:
                self._push(reader, phantom)
            elif reader.tracked:
                # A row at the end matters only to those that asked for a row that was not there.
                self._push_known(reader, self.record.missed)
            elif not reader.positional:
                self._push(reader, phantom)

    def _push_known(self, reader: Reader, sources: dict[str, TreeNode]) -> None:
        for key, source in sources.items():
            if source.definition is reader.unit.definition and self.record.nodes.get(key) is source:
                self.enqueue(reader.unit, source)

    def _push(self, reader: Reader, node: TreeNode) -> None:
        unit = reader.unit
        if not unit.repeated:
            single = self._singles[unit.order]
            if single is None:
                single = next(self._instances(self.record.tree, 0, unit), None)
                if single is None:
                    return
                self._singles[unit.order] = single
            self.enqueue(unit, single)
            return
        top = node.ancestor(reader.anchor)
        if top is not None:
            for target in self._instances(top, reader.anchor, unit):
                self.enqueue(unit, target)

    def _instances(self, top: TreeNode, depth: int, unit: Unit) -> Iterator[TreeNode]:
        """The nodes of a unit below a node at `depth`; for a series also (for counts only) its phantom."""
        found = [top]
        path = unit.definition.path[depth:]
        for place, name in enumerate(path, 1):
            if place == len(path) and unit.definition.repeat is not None:
                if unit.aspect in ("count", "relevant"):
                    yield from [one.series[name] for one in found if one.series and name in one.series]
                if unit.aspect == "count":
                    return
            found = [child for one in found for child in one.by.get(name, ())]
        yield from found

    # Running

    def drain(self) -> None:
        """Run until nothing waits."""
        while self._heap:
            order, _, unit, node = heappop(self._heap)
            self._queued.discard((order, node.key, node.phantom))
            if not node.phantom and node.parent is not None and self.record.nodes.get(node.key) is not node:
                continue
            key = (order, node.key)
            runs = self._runs.get(key, 0) + 1
            self._runs[key] = runs
            if runs > PATIENCE:
                self.record.warn("never-settles", f"Never settles: {unit.source}", node)
                continue
            self._run(unit, node)

    def _run(self, unit: Unit, node: TreeNode) -> None:
        match unit.aspect:
            case "count":
                self._count(unit, node)
            case "choices":
                self._choices(node)
            case "texts":
                self.collector.touched.add(node.key)
            case "calculate":
                self._calculate(unit, node)
            case _:
                self._switch(unit, node, unit.expressions[0].compiled.truth(node, self.record))

    def _switch(self, unit: Unit, node: TreeNode, truth: bool) -> None:
        if unit.aspect == "relevant" and truth != node.own_relevant:
            node.own_relevant = truth
            self.spread_relevance(node)
        elif unit.aspect == "readonly" and truth != node.own_readonly:
            node.own_readonly = truth
            self.spread_readonly(node)
        elif unit.aspect == "required" and truth != node.required:
            node.required = truth
            self.collector.touched.add(node.key)

    def _calculate(self, unit: Unit, node: TreeNode) -> None:
        value = unit.expressions[0].compiled.evaluate(node, self.record)
        kept = node.kept
        node.kept = kept or unit.volatile
        node.logical = isinstance(value, bool)
        text = stored_text(node.definition.bind.data_type, value)
        known, node.computed = node.computed, text
        # A person's value gives way only when the calculate comes to another result, not whenever it runs.
        if text == known or (kept and self.restoring):
            return
        self.store(node, text, "volatile" if node.kept else "calculate")

    def store(self, node: TreeNode, text: str, origin: Origin) -> bool:
        """Put a value into a node; whether it was another."""
        previous = node.stored
        if text == previous:
            return False
        node.stored = text
        self.collector.value(node, previous, origin)
        if node.definition.on_change and not self.opening:
            self.changed.append(node)
        seen = text if node.relevant else ""
        if seen != node.text:
            node.text = seen
            self.notify(node)
        return True

    def spread_relevance(self, node: TreeNode) -> None:
        """Carry relevance down from a node whose own or whose parent's is another."""
        parent = node.parent
        relevant = node.own_relevant and (parent is None or parent.relevant)
        if relevant == node.relevant:
            return
        node.relevant = relevant
        node.text = node.stored if relevant else ""
        self.collector.touched.add(node.key)
        if not node.phantom:
            self.notify(node)
        for below in node.children():
            self.spread_relevance(below)
        if node.series:
            for phantom in node.series.values():
                self.spread_relevance(phantom)

    def spread_readonly(self, node: TreeNode) -> None:
        """Carry readonly down."""
        parent = node.parent
        readonly = node.own_readonly or (parent is not None and parent.readonly)
        if readonly != node.readonly:
            node.readonly = readonly
            self.collector.touched.add(node.key)
            for below in node.children():
                self.spread_readonly(below)

    def _choices(self, node: TreeNode) -> None:
        self.collector.touched.add(node.key)
        control = node.definition.control
        if control is not None and self.opening:
            if control.itemset is not None and not control.itemset.nodes.references.volatile:
                # Filters build their indexes now, so that the first answer does not wait for them.
                choice_values(self.record, node)
        elif node.refused and control is not None:
            self._take_refused(node, control)
        elif node.stored and control is not None:
            self.store(node, still_offered(self.record, node, node.stored), "dropped")

    def _take_refused(self, node: TreeNode, control: Control) -> None:
        """Answers may come before those that their list depends on, in an import or from another laptop."""
        text = still_offered(self.record, node, node.refused)
        if text == node.refused:
            node.refused = ""
        if control.kind == "select":
            text = in_choice_order(choice_values(self.record, node), text)
        self.store(node, text, "answer" if text else "dropped")

    # Rows

    def _count(self, unit: Unit, phantom: TreeNode) -> None:
        parent, definition = phantom.parent, phantom.definition
        if parent is None:
            return
        number = unit.expressions[0].compiled.number(phantom, self.record)
        rows = parent.by[definition.name]
        if math.isfinite(number):
            wanted = max(0, int(number))
        elif self.opening and not self.restoring:
            # A form may be written with a row although nobody has said yet how many there are.
            wanted = 0
        else:
            # Rows are never lost to a count that is blank or mistyped for the moment.
            wanted = max(len(rows), self._rows_kept(phantom) if self.restoring else 0)
        if wanted > MOST_ROWS:
            self.record.warn("too-many-rows", f"A repeat count is above {MOST_ROWS}", phantom)
            wanted = MOST_ROWS
        while len(rows) < wanted:
            if len(self.record.nodes) > MOST_NODES:
                self.record.warn(
                    "too-many-rows", f"The repeats make more than {MOST_NODES} questions", phantom
                )
                return
            self.counted_out.discard(self.add_row(parent, definition, f"c{len(rows) + 1}").key)
        while len(rows) > wanted:
            self.counted_out.add(rows[-1].key)
            self.remove_row(rows[-1], keep=True)

    def _rows_kept(self, phantom: TreeNode) -> int:
        """How many rows a series had, told by the values kept of them."""
        opening = f"{phantom.key}[c"
        numbers = [0]
        for key in self.record.kept:
            digits = key.removeprefix(opening).partition("]")[0]
            if key.startswith(opening) and digits.isdigit() and f"{opening}{digits}]" not in self.counted_out:
                numbers.append(int(digits))
        return max(numbers)

    def add_row(self, parent: TreeNode, definition: NodeDefinition, row_id: str) -> TreeNode:
        """Append a row, its expressions waiting to run."""
        row = self.record.grower.row(parent, definition, row_id)
        self.collector.added.append(row.key)
        self.collector.touched.add(f"{parent.key}/{definition.name}")
        if not parent.relevant:
            for node in row.walk_with_phantoms():
                node.relevant, node.text = False, ""
        if parent.readonly:
            for node in row.walk():
                node.readonly = True
        for node in row.walk_with_phantoms():
            self.enqueue_own(node)
            if node.stored and not node.phantom and not node.kept:
                self.collector.value(node, "", "default")
        self.notify_structure(parent, definition, appended=True)
        if row.key not in self._rows_made and not self.restoring:
            self.new_rows.append(row)
        self._rows_made.add(row.key)
        return row

    def remove_row(self, row: TreeNode, *, keep: bool) -> None:
        """Take a row away; `keep` holds its values for the time it may come back."""
        parent = row.parent
        if parent is None:
            return
        if keep:
            self.record.kept.update(
                {node.key: node.stored for node in row.walk() if node.definition.is_leaf and node.stored}
            )
        position = row.position()
        self.record.grower.forget(row)
        self.collector.removed.append(row.key)
        self.collector.touched.add(f"{parent.key}/{row.name}")
        appended = position > len(parent.by[row.name])
        self.notify_structure(parent, row.definition, appended=appended)
