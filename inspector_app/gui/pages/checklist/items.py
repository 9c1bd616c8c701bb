"""The cards of a screen: built once of what they need, kept as long as they fit, dropped with their rows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from inspector_app.gui.pages.checklist.question import QuestionBlock
from inspector_app.gui.pages.checklist.sample import SampleCard
from inspector_app.gui.pages.checklist.series import HeadCard
from inspector_app.gui.widgets.factory import ControlFactory
from inspector_app.gui.widgets.fields import Fields
from inspector_app.operations.screen_facts import CardView, HeadView, SampleView, ScreenView


def shape_of(view: ScreenView | None) -> tuple[object, ...]:
    """What must be built anew when it differs: which cards with which fields, which columns, which rows."""
    shapes: list[object] = []
    for item in view.items if view is not None else ():
        if isinstance(item, SampleView):
            shapes.append((item.key, item.columns, bool(item.hidden)))
        elif isinstance(item, CardView):
            shapes.append((item.key, tuple(part.field.node.key for part in item.parts)))
        else:
            shapes.append((item.key, item.kind))
    return tuple(shapes)


def keys_of(view: ScreenView | None) -> list[str]:
    """The keys of all fields and cells, in the order of the screen."""
    keys: list[str] = []
    for item in view.items if view is not None else ():
        if isinstance(item, CardView):
            keys += [field.node.key for field in (item.answer, *(part.field for part in item.parts))]
        elif isinstance(item, SampleView):
            keys += [f"{row.key}/{column.name}" for row in item.rows for column in item.columns]
    return keys


class ScreenItems:
    """Cards, samples and heads of rows by their keys. `place` puts a widget under those that are there, or
    moves it there; `drop` takes one away for good.
    """

    def __init__(
        self,
        factory: ControlFactory,
        fields: Fields,
        make_sample: Callable[[SampleView], SampleCard],
        change_rows: Callable[[HeadView], None],
        place: Callable[[QWidget], None],
        drop: Callable[[QWidget], None],
    ) -> None:
        self.blocks: dict[str, QuestionBlock] = {}
        self.samples: dict[str, SampleCard] = {}
        self.heads: dict[str, HeadCard] = {}
        self._factory = factory
        self._fields = fields
        self._make_sample = make_sample
        self._change_rows = change_rows
        self._place = place
        self._drop = drop

    @property
    def count(self) -> int:
        """How many were built."""
        return len(self.blocks) + len(self.samples) + len(self.heads)

    def build(self, view: ScreenView) -> None:
        """Build what is missing; what is there and fits stays, so that no focus is lost."""
        for item in view.items:
            if isinstance(item, CardView):
                self._place(self._block(item).card)
            elif isinstance(item, SampleView):
                self._place(self._sample(item))
            else:
                self._place(self._head(item))
        keys = {item.key for item in view.items}
        for key in [key for key in self.blocks if key not in keys]:
            block = self.blocks.pop(key)
            for field in block.keys:
                self._fields.forget(field)
            self._drop(block.card)
        for key in [key for key in self.samples if key not in keys]:
            self._drop(self.samples.pop(key))
        for key in [key for key in self.heads if key not in keys]:
            self._drop(self.heads.pop(key))

    def show(self, view: ScreenView, busy: Callable[[str], bool], held: Callable[[str], bool]) -> None:
        """Show the facts; fields that are `busy` and samples that are `held` are left alone."""
        for card in view.cards:
            self.blocks[card.key].show_card(card, busy)
            if view.read_only:
                self.blocks[card.key].set_read_only()
        for sample in view.samples:
            self.samples[sample.key].show_sample(sample, keep_rows=held(sample.key))
            self.samples[sample.key].set_read_only(view.read_only)
        for head in view.heads:
            self.heads[head.key].show_head(head, read_only=view.read_only)

    def block_at(self, key: str) -> tuple[QuestionBlock, str] | None:
        """The block in which a node stands, and the field to go to; of a row, its first block."""
        for block in self.blocks.values():
            in_row = key in self.heads and block.view.key.startswith(f"{key}/")
            if in_row or key == block.view.key:
                return block, block.view.answer.node.key
            if key in block.keys:
                return block, key
        return None

    def _block(self, card: CardView) -> QuestionBlock:
        block = self.blocks.get(card.key)
        if block is None:
            block = self.blocks[card.key] = QuestionBlock(card, self._factory, self._fields)
        return block

    def _sample(self, sample: SampleView) -> SampleCard:
        old = self.samples.get(sample.key)
        if old is not None and old.columns == sample.columns:
            return old
        if old is not None:
            self._drop(old)
        made = self.samples[sample.key] = self._make_sample(sample)
        return made

    def _head(self, head: HeadView) -> HeadCard:
        made = self.heads.get(head.key)
        if made is None:
            made = self.heads[head.key] = HeadCard(head)
            made.pressed.connect(self._change_rows)
        return made
