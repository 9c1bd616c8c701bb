"""The parts of a form definition.

Node definitions are built once by the codecs and shared by all instances; the graph hangs its edges on them
(`readers`), so that an answer finds what depends on it without any search.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from inspector_app.forms.interface import nothing

if TYPE_CHECKING:
    from inspector_app.forms.engine.graph import Reader
    from inspector_app.xpath.compile import Compiled
    from inspector_app.xpath.references import References

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Expression:
    """A compiled expression with what it reads."""

    compiled: Compiled
    references: References

    @property
    def source(self) -> str:
        """As the author wrote it."""
        return self.compiled.source


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the form: pieces and outputs, or the id of a translated text, or an expression giving one.

    `outputs` are expressions compiled for the node that the text belongs to.
    """

    pieces: tuple[str | Expression, ...] = ()
    text_id: str = ""
    computed: Expression | None = None

    def expressions(self) -> Iterator[Expression]:
        """Every expression in it; those inside translated texts not included."""
        if self.computed is not None:
            yield self.computed
        for piece in self.pieces:
            if isinstance(piece, Expression):
                yield piece


NO_TEXT = Text()


@dataclass(frozen=True, slots=True)
class Item:
    """A choice written into the control."""

    value: str
    label: Text


@dataclass(frozen=True, slots=True)
class Itemset:
    """Choices taken from nodes; `value` and `label` are read relative to each of them."""

    nodes: Expression
    value: Expression
    label: Expression | None
    value_column: str = ""


@dataclass(slots=True)
class Control:
    """What the body says about a node."""

    kind: str
    appearance: str = ""
    label: Text = NO_TEXT
    hint: Text = NO_TEXT
    items: tuple[Item, ...] = ()
    itemset: Itemset | None = None
    parameters: Mapping[str, str] = field(default_factory=nothing)
    constant: bool = False
    """Whether the choices and their labels are the same for every record, but for the language."""
    steady_items: bool = False
    """Whether an item of the list reads the same in every record, whichever of them are on offer."""

    @property
    def offers_choices(self) -> bool:
        """Whether it is a control with choices at all."""
        return self.kind in ("select", "select1", "rank")


@dataclass(frozen=True, slots=True)
class Action:
    """A setvalue: at the events named, `target` gets the value of the expression or the literal.

    `locates` marks a setgeopoint, whose value is the place of the device. `where` stands for a target that is
    chosen by predicates; it is read at the node of `source`.
    """

    events: frozenset[str]
    target: Path
    value: Expression | None
    literal: str
    source: Path
    locates: bool = False
    where: Expression | None = None


@dataclass(slots=True)
class Bind:
    """What the model says about a node. Expressions are None where nothing is said."""

    data_type: str = "string"
    relevant: Expression | None = None
    required: Expression | None = None
    readonly: Expression | None = None
    constraint: Expression | None = None
    calculate: Expression | None = None
    constraint_message: Text = NO_TEXT
    required_message: Text = NO_TEXT
    preload: str = ""
    preload_params: str = ""
    attributes: Mapping[str, str] = field(default_factory=nothing)
    save_to: str = ""
    """The entity property that the value becomes."""
    max_pixels: str = ""
    """The longest edge an uploaded image may have."""


@dataclass(slots=True)
class Repeat:
    """What the body says about a series of repeat instances."""

    count: Expression | None = None
    fixed: bool = False


@dataclass(slots=True, eq=False)
class NodeDefinition:
    """One element of the primary instance, whatever the number of its instances.

    `namespace` is '' for the form's own; `prefix` only decorates output. Attributes are children whose name
    begins with ``@``.
    """

    name: str
    parent: NodeDefinition | None
    path: Path
    namespace: str = ""
    prefix: str = ""
    children: dict[str, NodeDefinition] = field(default_factory=dict)
    bind: Bind = field(default_factory=Bind)
    control: Control | None = None
    repeat: Repeat | None = None
    template: Blueprint | None = None
    on_change: list[Action] = field(default_factory=list)
    on_new_row: list[Action] = field(default_factory=list)
    readers: list[Reader] = field(default_factory=list)
    structure_readers: list[Reader] = field(default_factory=list)

    @property
    def ref(self) -> str:
        """The path as text, without positions."""
        return "/" + "/".join(self.path)

    @property
    def is_attribute(self) -> bool:
        """Whether it stands for an attribute."""
        return self.name[0] == "@"

    @property
    def is_leaf(self) -> bool:
        """Whether it can hold a value: it has no child elements."""
        return all(name[0] == "@" for name in self.children)

    def walk(self) -> Iterator[NodeDefinition]:
        """Itself and all below, in document order."""
        yield self
        for child in self.children.values():
            yield from child.walk()

    def repeats(self) -> list[NodeDefinition]:
        """The repeats it stands in, outermost first, itself included if it is one."""
        found: list[NodeDefinition] = []
        node: NodeDefinition | None = self
        while node is not None:
            if node.repeat is not None:
                found.append(node)
            node = node.parent
        return found[::-1]


@dataclass(slots=True)
class Blueprint:
    """A piece of the primary instance as written in the form, from which trees are grown."""

    definition: NodeDefinition
    text: str = ""
    children: list[Blueprint] = field(default_factory=list)
    is_template: bool = False


@dataclass(slots=True)
class TextForms:
    """One translated text: its forms by name ('' = the text itself, guidance, image, audio, video, …)."""

    forms: dict[str, tuple[str | Output, ...]]


@dataclass(frozen=True, slots=True)
class Output:
    """An output inside a translated text, not compiled yet: its context is not known until it is used."""

    expression: str


@dataclass(slots=True)
class Translations:
    """All translated texts; `languages` with the default first."""

    languages: tuple[str, ...] = ()
    texts: dict[str, dict[str, TextForms]] = field(default_factory=dict)
    with_outputs: set[str] = field(default_factory=set)

    def find(self, language: str, text_id: str) -> TextForms | None:
        """The text in that language, else in the default one, else in the first that has it."""
        found = self.texts.get(language, {}).get(text_id)
        if found is None:
            others = (self.texts[one].get(text_id) for one in self.languages)
            found = next((one for one in others if one is not None), None)
        return found
