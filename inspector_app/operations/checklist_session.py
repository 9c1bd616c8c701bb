"""A checklist being filled: each answer goes through the engine into the journal, derived rows beside it.

One session belongs to one checklist instance of one inspection and lives on the writer's thread. What is
journalled: a person's answers, results of setvalue, volatile calculates (once, when made), defaults, and
values that a filter dropped; all other calculates are handed to storage as derived rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from inspector_app.errors import KnownError
from inspector_app.forms.interface import Changes
from inspector_app.inspections.lifecycle import check_change
from inspector_app.journal import records
from inspector_app.journal.records import answer_record
from inspector_app.operations.ports import DerivedRow, DerivedRows, Draft

if TYPE_CHECKING:
    from inspector_app.forms.interface import Environment, Form, Instance, NodeView, Problem
    from inspector_app.inspections.inspection import Inspection
    from inspector_app.operations.desk import Desk


@dataclass
class ChecklistSession:
    """An open checklist. `record` is the id of the checklist instance in the journal.

    `begun_rows` are rows that somebody has started to write in: a cell counts when it is left.
    """

    desk: Desk
    inspection: Inspection
    record: str
    form: Form = field(repr=False)
    instance: Instance = field(repr=False)
    begun_rows: set[str] = field(default_factory=set)
    _names: dict[str, str] = field(default_factory=dict, repr=False)
    _numbered: tuple[str, ...] | None = field(default=None, repr=False)

    def answer(self, key: str, value: str, *, reason: str = "") -> Changes:
        """Record one answer ('' clears it); a finalised inspection needs a reason."""
        return self.answer_many({key: value}, reason=reason)

    def answer_many(self, values: Mapping[str, str], *, reason: str = "") -> Changes:
        """Record several answers as one action, recomputed once."""
        self._check(reason)
        changes = self.instance.set_many(values)
        self.journal(changes, (), reason)
        return changes

    def add_row(self, repeat_key: str, values: Mapping[str, str] | None = None, *, reason: str = "") -> str:
        """Append a row to a sample, with the values given by the last step of their key; gives its key."""
        self._check(reason)
        with self.instance.batch() as changes:
            before = set(self.instance.view(repeat_key).children)
            self.instance.add_repeat(repeat_key, self.desk.program.new_id())
            (row,) = set(self.instance.view(repeat_key).children) - before
            for name, value in (values or {}).items():
                self.instance.set(f"{row}/{name}", value)
        self.journal(changes(), (row,), reason)
        return row

    def begin_row(self, row_key: str, *, reason: str = "") -> Changes:
        """Make sure that there is a row of this key, so that its cells can be typed into."""
        self._check(reason)
        self.begun_rows.add(row_key)
        if self._has_row(row_key):
            return Changes()
        changes = self.instance.add_repeat(*split_row(row_key))
        self.journal(changes, (row_key,), reason)
        return changes

    def paste_rows(self, rows: Iterable[str], cells: Mapping[str, str], *, reason: str = "") -> Changes:
        """Begin rows and answer cells by their keys as one action, recomputed once."""
        self._check(reason)
        new = [row for row in rows if not self._has_row(row)]
        with self.instance.batch() as changes:
            for row in new:
                self.instance.add_repeat(*split_row(row))
            self.instance.set_many(cells)
        self.journal(changes(), new, reason)
        return changes()

    def remove_rows(self, row_keys: Iterable[str], *, reason: str = "") -> Changes:
        """Take rows away as one action; their answers stay in the journal."""
        self._check(reason)
        with self.instance.batch() as changes:
            for row in row_keys:
                if self._has_row(row):
                    self.instance.remove_repeat(row)
        self.journal(changes(), (), reason)
        return changes()

    def reload(self) -> None:
        """Read the answers again from the record, and have what is derived from them written anew."""
        before = {view.key for view in self.instance.views() if view.kind == "instance"}
        saved = self.desk.store.saved_checklist(self.inspection.id, self.record)
        environment = environment_of(self.desk, self.form, self.inspection.id)
        self.instance = self.form.restore(saved.values, saved.repeats, saved.removed, environment)
        self.begun_rows.clear()
        self._numbered = None
        now = {view.key for view in self.instance.views() if view.kind == "instance"}
        self.desk.store.put_derived(replace(self.all_derived(), gone=tuple(sorted(before - now))))

    def blank_row(self, repeat_key: str) -> str | None:
        """The last row of a sample when nobody has written in it yet: it is to be filled before another."""
        rows = self.rows(repeat_key)
        if not rows or any(self.instance.value(key) for key in self.instance.view(rows[-1]).children):
            return None
        return rows[-1]

    def fill_row(self, repeat_key: str, values: Mapping[str, str]) -> str:
        """Write a row of a sample, into the blank row a form starts with or a new one; gives its key."""
        blank = self.blank_row(repeat_key)
        if blank is None:
            return self.add_row(repeat_key, values)
        self.answer_many({f"{blank}/{name}": value for name, value in values.items()})
        return blank

    def remove_row(self, row_key: str, *, reason: str = "") -> Changes:
        """Take a row away; its answers stay in the journal."""
        self._check(reason)
        changes = self.instance.remove_repeat(row_key)
        self.journal(changes, (), reason)
        return changes

    def node(self, name: str) -> str:
        """The key of the one node with this name outside repeats; KnownError when there is none."""
        if not self._names:
            # Nodes outside repeats are the same for the life of a form; the first of a name counts.
            for view in self.instance.views():
                if "[" not in view.key:
                    self._names.setdefault(view.key.rsplit("/", 1)[-1], view.key)
        if name in self._names:
            return self._names[name]
        raise KnownError(
            f"The checklist has no question called {name}.",
            "The checklist may be of another year; look at its questions with “checklist show”.",
            code="question-unknown",
        )

    def rows(self, repeat_key: str) -> tuple[str, ...]:
        """The keys of a sample's rows, in order."""
        return self.instance.view(repeat_key).children

    def questions(self) -> list[NodeView]:
        """The nodes that carry a question number, in document order: what head office counts."""
        if self._numbered is None:
            found = [view for view in self.instance.views() if view.attributes.get("question")]
            self._numbered = tuple(view.key for view in found)
            return found
        return [self.instance.view(key) for key in self._numbered]

    def open_problems(self) -> list[Problem]:
        """What is required and blank, or breaks a constraint."""
        return self.instance.problems()

    def journal(
        self,
        changes: Changes,
        added_by_hand: Iterable[str],
        reason: str = "",
        *,
        beside: Iterable[Draft] = (),
    ) -> None:
        """Write what a change did: answers as events, derived values as rows, in one transaction.

        `beside` are changes to other records that belong to the same action.
        """
        if changes.added or changes.removed:
            self._numbered = None
        drafts = [*beside]
        drafts += [
            Draft(records.REPEAT, answer_record(self.record, key), records.PRESENT, True)
            for key in added_by_hand
        ]
        drafts += [
            Draft(records.REPEAT, answer_record(self.record, key), records.PRESENT, False)
            for key in changes.removed
        ]
        drafts += [
            Draft(records.ANSWER, answer_record(self.record, change.key), records.VALUE, change.value)
            for change in changes.values
            if change.origin != "calculate"
        ]
        self.desk.write(
            self.inspection.id,
            drafts,
            reason=reason,
            form_hash=self.form.digest,
            derived=self._derived(changes),
        )

    def all_derived(self) -> DerivedRows:
        """Every question's row, for the first time and for rebuilding."""
        rows = tuple(derived_row(view) for view in self.instance.views() if view.kind == "question")
        return DerivedRows(self.inspection.id, self.record, rows, ())

    def _derived(self, changes: Changes) -> DerivedRows:
        gone = tuple(changes.removed)
        rows = []
        for key in changes.touched:
            if any(key == row or key.startswith(row + "/") for row in gone):
                continue
            view = self.instance.view(key)
            if view.kind == "question":
                rows.append(derived_row(view))
        return DerivedRows(self.inspection.id, self.record, tuple(rows), gone)

    def _has_row(self, row_key: str) -> bool:
        return row_key in self.instance.view(split_row(row_key)[0]).children

    def _check(self, reason: str) -> None:
        check_change(self.desk.inspection(self.inspection.id), reason)


def split_row(row_key: str) -> tuple[str, str]:
    """The key of a sample and the id of the row in it."""
    repeat, _, row_id = row_key.removesuffix("]").rpartition("[")
    return repeat, row_id


def derived_row(view: NodeView) -> DerivedRow:
    """What storage keeps of a node for lists, search and the export: its value as the form sees it now."""
    return DerivedRow(
        key=view.key,
        ref=view.ref,
        name=view.key.rsplit("/", 1)[-1],
        value=view.value if view.relevant else "",
        relevant=view.relevant,
        label=view.label,
    )


def begin_checklist(desk: Desk, inspection: Inspection, checklist: str) -> ChecklistSession:
    """Add a checklist of the framework to an inspection, with its defaults and first-load actions."""
    compiled = desk.program.shipped_checklist(inspection.framework, checklist)
    form = _form(desk, compiled.digest, compiled.xform)
    record = desk.program.new_id()
    instance = form.new(environment_of(desk, form, inspection.id))
    session = ChecklistSession(desk, inspection, record, form, instance)
    with desk.store.transaction():
        desk.store.put_blob(compiled.xform, "application/xml", f"{form.form_id}.xml")
        facts = {
            records.Checklist.FORM_ID: form.form_id,
            records.Checklist.VERSION: form.version,
            records.Checklist.FORM_HASH: form.digest,
            records.Checklist.TITLE: form.title,
            records.Checklist.STARTED_AT: desk.program.now().isoformat(timespec="seconds"),
        }
        begun = [Draft(records.CHECKLIST, record, name, value) for name, value in facts.items()]
        session.journal(instance.opening, (), beside=begun)
        desk.store.put_derived(session.all_derived())
    return session


def environment_of(desk: Desk, form: Form, inspection_id: str) -> Environment:
    """What a record of the form may know of the outer world; the record before it, where the form asks."""
    environment = desk.environment()
    if not form.reads_last_saved:
        return environment
    return replace(environment, last_saved=_saved_before(desk, form, inspection_id))


def _saved_before(desk: Desk, form: Form, inspection_id: str) -> bytes | None:
    """The record of this form in the inspection begun last, another than this; None where there is none."""
    for other in desk.store.inspection_ids():
        records_there = desk.store.records(other, records.CHECKLIST) if other != inspection_id else {}
        for record, fields in sorted(records_there.items(), reverse=True):
            if fields.get(records.Checklist.FORM_ID) != form.form_id:
                continue
            xform = desk.store.blob(_text(fields.get(records.Checklist.FORM_HASH)))
            if xform is not None:
                own = _form(desk, _text(fields.get(records.Checklist.FORM_HASH)), xform)
                saved = desk.store.saved_checklist(other, record)
                held = own.restore(saved.values, saved.repeats, saved.removed, desk.environment())
                return held.submission()
    return None


def open_checklists(desk: Desk, inspection: Inspection) -> list[ChecklistSession]:
    """The checklists of an inspection as they stand in the journal, in the order they were begun."""
    return [
        _open(desk, inspection, record, _text(fields.get(records.Checklist.FORM_HASH)))
        for record, fields in sorted(desk.store.records(inspection.id, records.CHECKLIST).items())
    ]


def load_forms(desk: Desk, inspection_id: str) -> None:
    """Compile the checklists of an inspection, as far as they are here, before it is opened."""
    for _, fields in sorted(desk.store.records(inspection_id, records.CHECKLIST).items()):
        digest = _text(fields.get(records.Checklist.FORM_HASH))
        xform = desk.store.blob(digest)
        if xform is not None:
            _form(desk, digest, xform)


def _text(value: object) -> str:
    """A JSON value that must be a text."""
    assert isinstance(value, str)
    return value


def _open(desk: Desk, inspection: Inspection, record: str, form_hash: str) -> ChecklistSession:
    xform = desk.store.blob(form_hash)
    if xform is None:
        raise KnownError(
            "The checklist that was filled is not in this database.",
            "The answers are safe. Bring the checklist back with a backup or a pack from head office.",
            code="checklist-missing",
        )
    form = _form(desk, form_hash, xform)
    saved = desk.store.saved_checklist(inspection.id, record)
    environment = environment_of(desk, form, inspection.id)
    instance = form.restore(saved.values, saved.repeats, saved.removed, environment)
    return ChecklistSession(desk, inspection, record, form, instance)


def _form(desk: Desk, digest: str, xform: bytes) -> Form:
    if digest not in desk.forms:
        desk.forms[digest] = desk.program.load_form(xform)
    return desk.forms[digest]
