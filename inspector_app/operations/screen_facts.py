"""What a screen of a checklist shows, as plain facts: the window draws them and decides nothing.

Nodes stand in them as the engine's own frozen `NodeView`, so that every control of a checklist can be drawn;
around them is what a person needs to know besides: which question is open, what is wrong, why a question is
not asked, how a class came about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from inspector_app.forms.interface import Choice, NodeView

PartRole = Literal["reasons", "comment", "field"]


@dataclass(frozen=True, slots=True)
class FieldView:
    """One node that takes an answer.

    `problem` says what is wrong with the answer that is there; `missing` what is wanted where a required
    answer is not there yet. At most one of them is said.
    """

    node: NodeView
    problem: str = ""
    missing: str = ""

    @property
    def open(self) -> bool:
        """Whether something is to be done here before finalising."""
        return bool(self.problem or self.missing)


@dataclass(frozen=True, slots=True)
class PartView:
    """A field that belongs to a question: reason codes, the comment, why a class was chosen, …"""

    role: PartRole
    field: FieldView


@dataclass(frozen=True, slots=True)
class DerivedView:
    """How a class came about, such as "4 of 7" and "majority" from a sample.

    `settled` is False while the sample decides nothing (nobody asked, or exactly half) and the inspector has
    chosen nothing; `chosen` is the label of the class that the inspector chose instead, '' where none;
    `hint` says what may be done.
    """

    aware: int
    asked: int
    words: str
    settled: bool
    hint: str
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class CardView:
    """A question with all that belongs to it.

    `key` is the question's node; a text that is only read has no `title`. For a derived class
    `answer.node` is the node of the inspector's own choice, showing the class that counts now.
    `hidden` says why the question is not asked, '' where it is.
    """

    key: str
    number: str
    title: str
    hint: str
    guidance: str
    answer: FieldView
    parts: tuple[PartView, ...] = ()
    derived: DerivedView | None = None
    hidden: str = ""

    @property
    def fields(self) -> tuple[FieldView, ...]:
        """The answer and all parts that are asked for now."""
        return (self.answer, *(part.field for part in self.parts if part.field.node.relevant))

    @property
    def asks(self) -> bool:
        """Whether it is asked now and takes an answer."""
        return not self.hidden and not self.answer.node.readonly

    @property
    def open_count(self) -> int:
        """How many of its fields are open; none where it is not asked."""
        return 0 if self.hidden else sum(field.open for field in self.fields)


@dataclass(frozen=True, slots=True)
class ColumnView:
    """One question asked of each row; `name` is its path below the row."""

    name: str
    title: str
    short: str
    hint: str
    choices: tuple[Choice, ...]
    data_type: str = "string"
    control: str = "input"


@dataclass(frozen=True, slots=True)
class RowView:
    """One row by its stable key; values by column name; whether any of its cells must be answered."""

    key: str
    values: Mapping[str, str]
    required: bool = False


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell that is open: `words` say which and what to do; a `wrong` one holds an answer that is not
    allowed, any other is blank.
    """

    row: str
    column: str
    words: str
    wrong: bool

    @property
    def key(self) -> str:
        """The key of the node behind the cell."""
        return f"{self.row}/{self.column}"


@dataclass(frozen=True, slots=True)
class SampleView:
    """A sample as a table. Rows that the form begins with and nobody has written in are left out; `blank`
    is the key of the first of them, to be filled before another row is added.
    """

    key: str
    title: str
    intro: str
    columns: tuple[ColumnView, ...]
    rows: tuple[RowView, ...]
    cells: tuple[CellView, ...] = ()
    blank: str = ""
    hidden: str = ""

    @property
    def open_count(self) -> int:
        """How many of its cells are open."""
        return 0 if self.hidden else len(self.cells)


@dataclass(frozen=True, slots=True)
class HeadView:
    """What stands above a series of rows that make no table, above one of its rows, or above the questions
    of a group; the questions follow as cards, of a group that is not asked none. `depth` counts the
    rows around it; `can_change`: a row may be added, or this one removed.
    """

    kind: Literal["series", "row", "group"]
    key: str
    title: str
    words: str
    depth: int
    can_change: bool
    hidden: str = ""

    @property
    def open_count(self) -> int:
        """Nothing is answered here."""
        return 0


Item = CardView | SampleView | HeadView


@dataclass(frozen=True, slots=True)
class ScreenRef:
    """One screen of one checklist of the inspection; `id` is unique among the inspection's screens."""

    checklist: str
    key: str
    title: str

    @property
    def id(self) -> str:
        return f"{self.checklist}:{self.key}"


@dataclass(frozen=True, slots=True)
class ScreenView:
    """Everything one screen shows, in the order of the checklist. `derivation` is the line by its title."""

    ref: ScreenRef
    derivation: str
    items: tuple[Item, ...]
    read_only: bool = False

    @property
    def cards(self) -> tuple[CardView, ...]:
        return tuple(item for item in self.items if isinstance(item, CardView))

    @property
    def samples(self) -> tuple[SampleView, ...]:
        return tuple(item for item in self.items if isinstance(item, SampleView))

    @property
    def heads(self) -> tuple[HeadView, ...]:
        return tuple(item for item in self.items if isinstance(item, HeadView))

    @property
    def open_count(self) -> int:
        """How many fields and cells are open."""
        return sum(item.open_count for item in self.items)

    @property
    def open_keys(self) -> tuple[str, ...]:
        """The keys of the open fields and cells, in the order of the screen; of what is not asked, none."""
        keys: list[str] = []
        for item in self.items:
            if item.hidden:
                continue
            if isinstance(item, CardView):
                keys += [field.node.key for field in item.fields if field.open]
            elif isinstance(item, SampleView):
                keys += [cell.key for cell in item.cells]
        return tuple(keys)

    @property
    def asked(self) -> int:
        """How many numbered questions are asked now, and rows of samples that must be filled; where none has
        a number, how many questions.
        """
        return sum(1 for card in self._questions()) + len(self._rows_asked)

    @property
    def answered(self) -> int:
        """How many of them are answered with nothing left open; one without a number may be left blank."""
        open_rows = {cell.row for sample in self.samples for cell in sample.cells}
        rows = sum(1 for row in self._rows_asked if row not in open_rows)
        done = (card for card in self._questions() if card.open_count == 0)
        return sum(1 for card in done if card.number or card.answer.node.value) + rows

    @property
    def _rows_asked(self) -> tuple[str, ...]:
        shown = (sample for sample in self.samples if not sample.hidden)
        return tuple(row.key for sample in shown for row in sample.rows if row.required)

    @property
    def begun(self) -> bool:
        """Whether anything has been recorded on it."""
        return any(sample.rows for sample in self.samples) or any(
            field.node.value for card in self.cards if card.title for field in card.fields
        )

    def _questions(self) -> Iterator[CardView]:
        shown = [card for card in self.cards if not card.hidden]
        numbered = [card for card in shown if card.number]
        return iter(numbered or [card for card in shown if card.asks])
