"""What the rest of the program may know about a running checklist.

Operations, window and command see forms only through this module: frozen facts about nodes (`NodeView`),
what an answer changed (`Changes`), what stands in the way of finalising (`Problem`), and the two protocols
`Form` (a loaded XForm) and `Instance` (one filled copy). Everything behind it may change freely.

Two ways of naming a node: a **key** is stable for the life of the record, repeat steps carry the id of the
row (``/cse/staff_awareness/staff[0192f0c1…]/designation``); a **ref** is positional and moves when rows are
removed (``/cse/staff_awareness/staff[2]/designation``). Journals store keys, submissions carry refs.
Namespace prefixes are left out of both. The key of a repeat as a whole series is its path without the last
``[id]``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Literal, Protocol

NodeKind = Literal["group", "repeat", "instance", "question"]
Origin = Literal["answer", "setvalue", "calculate", "volatile", "default", "dropped"]

NOTHING: Mapping[str, str] = MappingProxyType({})


def no_place() -> str:
    """No position is known."""
    return ""


def nothing() -> Mapping[str, str]:
    """The one empty mapping, as a default (dataclasses refuse it as a plain value)."""
    return NOTHING


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a select or rank; `media` maps image, big-image, audio, video to file names."""

    value: str
    label: str
    media: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NodeView:
    """One node as it stands now, with every text in the language chosen.

    `kind`: ``repeat`` is the series as a whole, ``instance`` one row of it. `control` is the element of the
    form's body (input, select1, select, rank, range, upload, trigger, or '' for nodes nobody is asked about).
    `data_type` is the bind's type without its prefix, ``string`` when none is given. `relevant` includes the
    ancestors. `value` is what is stored, also of a node that is not relevant at present. `choices` are those
    on offer now, None where the control offers none. `parameters` holds further attributes of the control
    (``start``, ``end``, ``step``, ``mediatype``, ``rows``, …). `attributes` are the checklist's own bind
    attributes in the ``inspector:`` namespace, by local name. `add_allowed` speaks of a repeat,
    `remove_allowed` of an instance.
    """

    key: str
    ref: str
    kind: NodeKind
    control: str = ""
    data_type: str = "string"
    label: str = ""
    hint: str = ""
    guidance: str = ""
    appearance: str = ""
    relevant: bool = True
    required: bool = False
    readonly: bool = False
    value: str = ""
    choices: tuple[Choice, ...] | None = None
    constraint_message: str = ""
    required_message: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    parent: str | None = None
    children: tuple[str, ...] = ()
    add_allowed: bool = False
    remove_allowed: bool = False
    media: Mapping[str, str] = field(default_factory=dict)
    parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ValueChange:
    """One stored value that became another.

    `origin`: ``answer`` a person's; ``setvalue`` an action's or a preload's; ``calculate`` derived, need not
    be journalled; ``volatile`` a calculate that reads today, now, uuid, random or once: journal it when it is
    made; ``default`` stood in the form when a row was made; ``dropped`` a select value the filter no longer
    offers, or the value of a row that a falling repeat count took away (`previous` keeps it for undo).
    """

    key: str
    value: str
    previous: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Changes:
    """What one call did. `added` and `removed` are keys of repeat instances, outermost first.

    `touched` holds the keys of all nodes whose value, relevance, readonly, required, choices or texts are not
    what they were, so that a screen repaints those alone; a changed series of rows is touched by its own key.
    """

    values: tuple[ValueChange, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    touched: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Problem:
    """A relevant node that cannot be finalised as it stands."""

    key: str
    ref: str
    kind: Literal["required", "constraint"]
    message: str


@dataclass(frozen=True, slots=True)
class AuthorWarning:
    """Something the checklist's author should mend; `place` is a node or the part of the form meant."""

    code: str
    place: str
    message: str


@dataclass(frozen=True, slots=True)
class Read:
    """A node that an expression read, and the value it saw ('' for a node that is not relevant)."""

    key: str
    ref: str
    value: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a node is relevant or not: an expression on the node or an ancestor (`key`), and what it read."""

    key: str
    expression: str
    result: bool
    reads: tuple[Read, ...]


@dataclass(frozen=True, slots=True)
class SavedState:
    """All that `Form.restore` needs to make the instance again; derived values are left out.

    `values` by key: every stored value that is not derived. `repeats`: the keys of instances a person added,
    in order. `removed`: the keys of form-given instances that were taken away, by a person
    or by a falling repeat count.
    """

    values: Mapping[str, str]
    repeats: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sending:
    """What the form asks of whoever sends a record; '' and None where it says nothing.

    `public_key` is the base64 RSA key that submissions have to be encrypted to.
    """

    action: str = ""
    method: str = ""
    public_key: str = ""
    auto_send: bool | None = None
    auto_delete: bool | None = None


@dataclass(frozen=True, slots=True)
class AuditRequest:
    """That the form wants a log of its filling in, attached at the node `key`, and what is to be in it.

    Location columns are asked for where `location_priority` is set; the intervals are seconds.
    """

    key: str
    location_priority: str = ""
    location_min_interval: float = 0
    location_max_age: float = 0
    track_changes: bool = False
    identify_user: bool = False
    change_reasons: bool = False


@dataclass(frozen=True, slots=True)
class EntityDeclaration:
    """An entity that records of the form create or update: its list, the path of its element without
    positions, and the paths of the questions that are its properties.
    """

    dataset: str
    ref: str
    properties: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EntityChange:
    """What one record says of one entity, as a server will take it. `create` and `update` may both be true
    or false: the server then does both or nothing.
    """

    dataset: str
    id: str
    label: str
    create: bool
    update: bool
    base_version: str
    properties: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Environment:
    """The outer world: a clock (aware, local time zone), randomness in [0, 1), new version-4 uuids.

    `properties` feeds preloads and `property()`: deviceid, username, email, phonenumber, subscriberid, …
    `location` gives the place where the device is, as a geopoint, '' when it is not known. `last_saved` is
    the submission of the record of this form that was saved last, for ``jr://instance/last-saved``.
    """

    now: Callable[[], datetime]
    random: Callable[[], float]
    new_uuid: Callable[[], str]
    properties: Mapping[str, str] = field(default_factory=dict)
    location: Callable[[], str] = no_place
    last_saved: bytes | None = None


class Instance(Protocol):
    """One filled copy of a form. Not safe for several threads."""

    @property
    def form(self) -> Form:
        """The form this is a copy of."""

    @property
    def opening(self) -> Changes:
        """What `new` or `restore` itself made: defaults, first-load actions, volatile calculates."""

    @property
    def warnings(self) -> tuple[AuthorWarning, ...]:
        """Author warnings met while running, each once."""

    @property
    def language(self) -> str:
        """The language of all texts now, '' when the form has none."""

    def set(self, key: str, value: str) -> Changes:
        """Store an answer ('' clears it), even one that breaks a constraint; KnownError: unknown key."""

    def set_many(self, values: Mapping[str, str]) -> Changes:
        """Store several answers and recompute once."""

    def batch(self) -> AbstractContextManager[Callable[[], Changes]]:
        """Recompute once at the end of the block; the callable then gives the joint Changes."""

    def add_repeat(self, repeat_key: str, instance_id: str) -> Changes:
        """Append a row with the id given (letters, digits, '-', '_') to the series."""

    def remove_repeat(self, instance_key: str) -> Changes:
        """Take a row away."""

    def set_language(self, language: str) -> Changes:
        """Show every text in another of `form.languages`."""

    def view(self, key: str) -> NodeView:
        """One node; KnownError for an unknown key."""

    def views(self) -> Iterator[NodeView]:
        """Every node in document order, also those not relevant; the root group first."""

    def value(self, key: str) -> str:
        """The stored value alone, without the cost of a view."""

    def problems(self) -> list[Problem]:
        """Required and constraint failures of the relevant nodes, in document order."""

    def explain(self, key: str) -> list[Reason]:
        """The relevant expressions on a node and its ancestors, outermost first, with what they read."""

    def submission(self, include_non_relevant: bool = False) -> bytes:
        """The submission XML: UTF-8, id and version as in the form, meta/instanceID."""

    def compact(self) -> str:
        """The record on one line, for text messages; '' where the form gives no tags for it."""

    def evaluate(self, expression: str, key: str | None = None) -> str:
        """Any XPath expression as text at a node (None: at the document), for authors and tests;
        FormError.
        """

    def key_of(self, ref: str) -> str:
        """The key of a ref; a missing [1] and prefixes are forgiven. KnownError if nothing is there."""

    def ref_of(self, key: str) -> str:
        """The positional ref of a key."""

    def state(self) -> SavedState:
        """What must be kept to restore this instance exactly."""

    def revise(self) -> Changes:
        """Begin the edit of a record that was finalised: a new instanceID, the one before it becomes
        deprecatedID, and the time of the end is open again. Journal the changes like any others.
        """

    def entities(self) -> tuple[EntityChange, ...]:
        """What the record says of entities now, those not relevant left out."""


class Form(Protocol):
    """A loaded and checked XForm; immutable, makes any number of instances."""

    @property
    def form_id(self) -> str:
        """The `id` of the primary instance's root."""

    @property
    def version(self) -> str:
        """The `version` of the primary instance's root, '' when it has none."""

    @property
    def title(self) -> str:
        """The form's title."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages as written in the form, the default first."""

    @property
    def digest(self) -> str:
        """SHA-256 of the XForm's bytes, 64 lower-case hex digits."""

    @property
    def warnings(self) -> tuple[AuthorWarning, ...]:
        """What the author should mend, found at load."""

    @property
    def sending(self) -> Sending:
        """What the form asks of whoever sends its records."""

    @property
    def audit(self) -> AuditRequest | None:
        """The log that the form asks for; None when it asks for none."""

    @property
    def entity_declarations(self) -> tuple[EntityDeclaration, ...]:
        """The entities that records create or update."""

    @property
    def reads_last_saved(self) -> bool:
        """Whether a new record reads from the one saved before it."""

    def attachments(self, submission: bytes) -> tuple[str, ...]:
        """The names of the files that a submission of this form speaks of, each once, in document order;
        FormError for one that is no bare file name.
        """

    def new(self, environment: Environment) -> Instance:
        """A new, empty record: defaults, preloads and first-load actions applied."""

    def reopen(self, submission: bytes, environment: Environment) -> Instance:
        """The record that a submission XML holds, its ids kept: a draft again. FormError for what is no
        submission of this form.
        """

    def edit(self, submission: bytes, environment: Environment) -> Instance:
        """As `reopen`, begun as an edit: a new instanceID, the old one as deprecatedID."""

    def restore(
        self,
        values: Mapping[str, str],
        repeats: Iterable[str],
        removed: Iterable[str],
        environment: Environment,
    ) -> Instance:
        """A kept record again; first-load actions do not fire. Keys the form no longer has give a warning."""


def load(xform: bytes, media: Callable[[str], bytes | None] | None = None) -> Form:
    """Load and check an XForm; `media` gives the bytes of an attached file by name, None when it is missing.

    Raises `forms.errors.FormError`, a KnownError with `code` and `place`, for what is refused: not XML, a
    DTD, unknown functions, wrong argument counts, cycles, missing parts.
    """
    from inspector_app.forms.codecs.xform import load_form

    return load_form(xform, media)
