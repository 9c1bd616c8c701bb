"""A loaded form: everything that its instances share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from inspector_app.forms.definition.expressions import ExpressionBook
from inspector_app.forms.definition.model import Action, Blueprint, NodeDefinition, Path, Translations
from inspector_app.forms.engine.graph import Graph
from inspector_app.forms.interface import (
    AuditRequest,
    AuthorWarning,
    Choice,
    EntityDeclaration,
    Environment,
    Instance,
    Sending,
)
from inspector_app.xpath.model import Index, Node


@dataclass(slots=True, eq=False)
class FormDefinition:
    """Implements `interface.Form`. `indexes` are hash indexes over secondary instances, shared by all
    copies; so are `item_choices`, the choices made of their items, by the item's id.
    """

    form_id: str
    version: str
    title: str
    digest: str
    root: NodeDefinition
    blueprint: Blueprint
    translations: Translations
    book: ExpressionBook
    first_load: list[Action]
    every_load: list[Action]
    graph: Graph
    instances: Mapping[str, Node]
    find_table: Callable[[str], Node | None]
    warnings: tuple[AuthorWarning, ...] = ()
    indexes: dict[tuple[int, str], Index] = field(default_factory=dict)
    constant_choices: dict[tuple[Path, str], tuple[Choice, ...]] = field(default_factory=dict)
    item_choices: dict[tuple[Path, str], dict[int, Choice]] = field(default_factory=dict)
    namespaces: Mapping[str | None, str] = field(default_factory=dict)
    sending: Sending = field(default_factory=Sending)
    audit: AuditRequest | None = None
    entity_declarations: tuple[EntityDeclaration, ...] = ()
    last_saved_names: frozenset[str] = frozenset()

    @property
    def languages(self) -> tuple[str, ...]:
        """The default first."""
        return self.translations.languages

    @property
    def reads_last_saved(self) -> bool:
        """See `interface.Form`."""
        return bool(self.last_saved_names)

    def new(self, environment: Environment) -> Instance:
        """A new record."""
        from inspector_app.forms.engine.session import new_session

        return new_session(self, environment)

    def restore(
        self,
        values: Mapping[str, str],
        repeats: Iterable[str],
        removed: Iterable[str],
        environment: Environment,
    ) -> Instance:
        """A kept record again."""
        from inspector_app.forms.engine.session import restored_session

        return restored_session(self, values, repeats, removed, environment)

    def reopen(self, submission: bytes, environment: Environment) -> Instance:
        """The record of a submission, ids kept."""
        from inspector_app.forms.engine.reopen import reopened_session

        return reopened_session(self, submission, environment)

    def edit(self, submission: bytes, environment: Environment) -> Instance:
        """The record of a submission, begun as an edit."""
        from inspector_app.forms.engine.reopen import edited_session

        return edited_session(self, submission, environment)

    def attachments(self, submission: bytes) -> tuple[str, ...]:
        """The files that a submission speaks of."""
        from inspector_app.forms.codecs.attachments import attachment_names

        return attachment_names(self.root, submission)
