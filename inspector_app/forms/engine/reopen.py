"""Brings a submission back into a record, and begins the edit of one that was finalised.

Values are taken exactly as they were sent: calculates do not overwrite them until something they read
changes. A row has no id in a submission, so rows are matched by their place; rows that the form itself does
not give get the ids ``s1, s2, …``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from inspector_app.forms.codecs.xml import elements, local, parse_xml
from inspector_app.forms.definition.form import FormDefinition
from inspector_app.forms.engine.recompute import Engine
from inspector_app.forms.engine.record import Record
from inspector_app.forms.errors import FormError
from inspector_app.forms.instance.tree import TreeNode
from inspector_app.forms.interface import AuthorWarning, Environment, ValueChange

if TYPE_CHECKING:
    from lxml.etree import _Element

    from inspector_app.forms.engine.session import Session

_FORM_FACTS = frozenset({"@id", "@version"})


def reopened_session(form: FormDefinition, submission: bytes, environment: Environment) -> Session:
    """See `Form.reopen`."""
    return _session(form, submission, environment, edit=False)


def edited_session(form: FormDefinition, submission: bytes, environment: Environment) -> Session:
    """See `Form.edit`."""
    return _session(form, submission, environment, edit=True)


def _session(form: FormDefinition, submission: bytes, environment: Environment, *, edit: bool) -> Session:
    from inspector_app.forms.engine.session import Session

    root = checked_submission(form, submission)
    record = Record(form, environment, {})
    if (root.get("version") or "") != form.version:
        place, code = record.root.definition.ref, "other-version"
        warning = AuthorWarning(code, place, "The record was made with another version of the form")
        record.warnings[code, place] = warning
    session = Session(record)
    session.reopen(root, edit=edit)
    return session


def checked_submission(form: FormDefinition, submission: bytes) -> _Element:
    """The root element of a submission of this form; FormError for anything else."""
    root = parse_xml(submission, "The submission")
    form_id = root.get("id") or form.form_id
    if local(root) != form.root.name or form_id != form.form_id:
        raise FormError(
            f"This is a record of the form {root.get('id') or local(root)}, not of {form.form_id}.",
            "Open it with the form it was filled in with.",
            code="other-form",
            place=form.root.ref,
        )
    return root


@dataclass
class Filler:
    """Writes a submission into a new record. `added` are the keys of rows that the form does not give."""

    engine: Engine
    added: list[str] = field(default_factory=list)
    _surplus: list[TreeNode] = field(default_factory=list)
    _filled: list[TreeNode] = field(default_factory=list)

    def fill(self, root: _Element) -> None:
        """Everything below the root."""
        self._element(root, self.engine.record.root)
        record = self.engine.record
        own = record.instance_id
        if own is not None and not own.stored and own.definition.bind.preload == "uid":
            self._value(own, "uuid:" + record.new_uuid())

    def surplus(self) -> list[TreeNode]:
        """Rows that the form gives and the submission does not have, though they would be in it."""
        return [row for row in self._surplus if row.relevant]

    def release(self) -> None:
        """Values that a calculate comes to anyhow are its own again, not a person's."""
        for node in self._filled:
            units = self.engine.record.form.graph.of_definition.get(node.definition.path, ())
            steady = any(unit.aspect == "calculate" and not unit.volatile for unit in units)
            if steady and node.computed == node.stored:
                node.kept = False

    def _element(self, element: _Element, node: TreeNode) -> None:
        for key, value in element.attrib.items():
            name = "@" + str(key).rpartition("}")[2]
            held = node.by.get(name)
            if held and not (node.parent is self.engine.record.tree and name in _FORM_FACTS):
                self._value(held[0], str(value))
        if node.definition.is_leaf:
            self._value(node, element.text or "")
            return
        below: dict[str, list[_Element]] = {}
        for one in elements(element):
            below.setdefault(local(one), []).append(one)
        for name, definition in node.definition.children.items():
            if definition.repeat is not None:
                self._rows(node, name, below.pop(name, []))
        for name, many in below.items():
            self._singles(node, name, many)

    def _rows(self, node: TreeNode, name: str, sources: list[_Element]) -> None:
        definition = node.definition.children[name]
        counted = definition.repeat is not None and definition.repeat.count is not None
        place = 0
        while len(node.by[name]) < len(sources):
            place += 1
            row_id = f"c{len(node.by[name]) + 1}" if counted else f"s{place}"
            row = self.engine.add_row(node, definition, row_id)
            if not counted:
                self.added.append(row.key)
        rows = list(node.by[name])
        for row, source in zip(rows, sources, strict=False):
            self._element(source, row)
        if not counted:
            self._surplus += rows[len(sources) :]

    def _singles(self, node: TreeNode, name: str, sources: list[_Element]) -> None:
        record = self.engine.record
        targets = node.by.get(name, [])
        if not targets and name == "deprecatedID" and node is record.meta:
            record.deprecated = sources[0].text or ""
            return
        for target, source in zip(targets, sources, strict=False):
            self._element(source, target)
        if len(sources) > len(targets):
            place = f"{node.definition.ref}/{name}"
            warning = AuthorWarning("value-without-node", place, "A kept value has no question any more.")
            record.warnings.setdefault((warning.code, place), warning)

    def _value(self, node: TreeNode, text: str) -> None:
        node.kept = True
        self._filled.append(node)
        if node.stored != text:
            previous, node.stored = node.stored, text
            node.text = text if node.relevant else ""
            self.engine.collector.value(node, previous, "answer")


def revise(engine: Engine) -> list[ValueChange]:
    """Give the record a new id and name the old one. What is kept outside the form's own nodes is returned,
    the rest goes the engine's way.
    """
    record = engine.record
    own = record.instance_id
    if own is None:
        return []
    before = own.stored
    own.kept = True
    engine.store(own, "uuid:" + record.new_uuid(), "setvalue")
    for node in list(record.root.walk()):
        bind = node.definition.bind
        if bind.preload == "timestamp" and bind.preload_params == "end":
            engine.store(node, "", "setvalue")
    if not before:
        return []
    held = record.meta.by.get("deprecatedID") if record.meta is not None else None
    if held:
        held[0].kept = True
        engine.store(held[0], before, "setvalue")
        return []
    previous, record.deprecated = record.deprecated, before
    return [ValueChange(record.deprecated_key, before, previous, "setvalue")]
