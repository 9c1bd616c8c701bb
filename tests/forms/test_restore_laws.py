"""Whatever was done to a record, restored from what was kept of it, it is the same.

This also holds the incremental recomputation to account: the restored record is worked out from nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from forms_kit import environment, loaded
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.forms.interface import Changes, Form, Instance, NodeView

FORM = loaded(
    """<n>2</n><area/><town/><flag/><over/><stamp/><when/><shown/>
    <group><detail/><total/></group>
    <row jr:template=""><v/><place/><before/><running/><share/>
    <sub jr:template=""><w/></sub><sub><w/></sub><sum/></row>
    <row><v/><place/><before/><running/><share/><sub><w/></sub><sum/></row>
    <counted jr:template=""><c>7</c><twice/></counted><all/><labels/>""",
    binds="""<bind nodeset="/data/n" type="int"/>
    <bind nodeset="/data/over" calculate="/data/n + 1" type="int"/>
    <bind nodeset="/data/flag" calculate="/data/n &gt; 2"/>
    <bind nodeset="/data/stamp" calculate="once(concat('n', /data/n))"/>
    <bind nodeset="/data/when" calculate="if(/data/flag = 'true', today(), '')"/>
    <bind nodeset="/data/shown" relevant="/data/flag" required="/data/n = 3"/>
    <bind nodeset="/data/group" relevant="/data/n != 1" readonly="/data/n = 4"/>
    <bind nodeset="/data/group/total" calculate="sum(/data/row/v) + sum(/data/counted/c)"/>
    <bind nodeset="/data/row" relevant="/data/n != 0"/>
    <bind nodeset="/data/row/v" type="int"/>
    <bind nodeset="/data/row/place" calculate="position(..)"/>
    <bind nodeset="/data/row/before" calculate="indexed-repeat(/data/row/v, /data/row, position(..) - 1)"/>
    <bind nodeset="/data/row/running" type="int" calculate="coalesce(
      ../../row[position() = position(current()/..) - 1]/running, 0) + coalesce(../v, 0)"/>
    <bind nodeset="/data/row/share" calculate="../v div sum(../../row/v)" type="decimal"/>
    <bind nodeset="/data/row/sum" calculate="sum(../sub/w) + count(../sub)"/>
    <bind nodeset="/data/counted/twice" calculate="../c * 2"/>
    <bind nodeset="/data/all" calculate="join(' ', /data/row/sub/w)"/>
    <bind nodeset="/data/labels" calculate="jr:choice-name(/data/town, '/data/town')"/>""",
    body="""<input ref="/data/n"/><input ref="/data/over"/><input ref="/data/area"/>
    <select1 ref="/data/town"><itemset nodeset="instance('towns')/root/item[area = /data/area]">
    <value ref="name"/><label ref="label"/></itemset></select1>
    <input ref="/data/shown"><label>n is <output value="/data/n"/></label></input>
    <input ref="/data/group/detail">
    <setvalue ref="/data/group/total" event="xforms-value-changed" value="99"/></input>
    <group ref="/data/row"><repeat nodeset="/data/row"><input ref="/data/row/v"/>
    <setvalue ref="/data/row/v" event="odk-new-repeat" value="/data/n"/>
    <group ref="/data/row/sub"><repeat nodeset="/data/row/sub"><input ref="/data/row/sub/w"/></repeat></group>
    </repeat></group><group ref="/data/counted">
    <repeat nodeset="/data/counted" jr:count="/data/n"><input ref="/data/counted/c"/></repeat></group>""",
    head="""<instance id="towns"><root><item><name>a1</name><label>Alder</label><area>1</area></item>
    <item><name>a2</name><label>Ash</label><area>1</area></item>
    <item><name>b1</name><label>Birch</label><area>2</area></item></root></instance>""",
)
ANSWERS = ("", "0", "1", "2", "3", "4", "a1", "b1", "x y")


@dataclass
class Journal:
    """Keeps what operations keep: every change that is not derived, rows a person added, rows taken away."""

    values: dict[str, str] = field(default_factory=dict)
    repeats: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)

    def note(self, changes: Changes, added: str = "") -> None:
        self.values.update({one.key: one.value for one in changes.values if one.origin != "calculate"})
        if added:
            self.repeats.append(added)
        self.removed = [key for key in self.removed if key not in changes.added]
        for key in changes.removed:
            if key in self.repeats:
                self.repeats.remove(key)
                self.values = {one: value for one, value in self.values.items() if not one.startswith(key)}
            else:
                self.removed.append(key)
            self.repeats = [one for one in self.repeats if not one.startswith(key + "/")]


def act(instance: Instance, journal: Journal, number: int, choice: int, value: str) -> None:
    """One step: mostly an answer, sometimes a row added or removed."""
    views = list(instance.views())
    series = [view for view in views if view.add_allowed]
    rows = [view for view in views if view.remove_allowed]
    if choice % 5 == 0 and series:
        key = series[choice % len(series)].key
        journal.note(instance.add_repeat(key, f"p{number}"), f"{key}[p{number}]")
    elif choice % 7 == 0 and rows:
        journal.note(instance.remove_repeat(rows[choice % len(rows)].key))
    else:
        questions = [view for view in views if view.control]
        journal.note(instance.set(questions[choice % len(questions)].key, value))


def seen(instance: Instance) -> list[NodeView]:
    return list(instance.views())


def steps() -> st.SearchStrategy[list[tuple[int, str]]]:
    return st.lists(st.tuples(st.integers(0, 500), st.sampled_from(ANSWERS)), max_size=14)


def played(form: Form, moves: list[tuple[int, str]]) -> tuple[Instance, Journal]:
    instance = form.new(environment())
    journal = Journal()
    journal.note(instance.opening)
    for number, (choice, value) in enumerate(moves):
        act(instance, journal, number, choice, value)
    return instance, journal


@settings(max_examples=60, deadline=None)
@given(steps())
def test_restored_from_its_state_it_is_the_same(moves: list[tuple[int, str]]) -> None:
    instance, _ = played(FORM, moves)
    kept = instance.state()
    again = FORM.restore(kept.values, kept.repeats, kept.removed, environment())
    assert seen(again) == seen(instance)
    assert again.state() == kept
    assert again.submission() == instance.submission()


@settings(max_examples=60, deadline=None)
@given(steps())
def test_restored_from_a_journal_of_its_changes_it_is_the_same(moves: list[tuple[int, str]]) -> None:
    instance, journal = played(FORM, moves)
    again = FORM.restore(journal.values, journal.repeats, journal.removed, environment())
    assert seen(again) == seen(instance)


@settings(max_examples=30, deadline=None)
@given(steps())
def test_what_is_not_touched_looks_the_same(moves: list[tuple[int, str]]) -> None:
    instance, _ = played(FORM, moves)
    before = {view.key: view for view in instance.views()}
    changes = instance.set("/data/n", "3")
    for view in instance.views():
        if view.key not in changes.touched and view.key in before and view.kind == "question":
            assert view == before[view.key]


def test_a_batch_recomputes_once_and_tells_all() -> None:
    instance = FORM.new(environment())
    with instance.batch() as changes:
        instance.set("/data/n", "3")
        instance.set("/data/area", "1")
        assert instance.value("/data/over") == "3"
    assert instance.value("/data/over") == "4"
    assert {change.key for change in changes().values} >= {"/data/n", "/data/area", "/data/over"}


def test_a_dropped_value_is_told_with_what_it_was() -> None:
    instance = FORM.new(environment())
    instance.set_many({"/data/area": "1"})
    instance.set("/data/town", "a2")
    changes = instance.set("/data/area", "2")
    dropped = [one for one in changes.values if one.origin == "dropped"]
    assert [(one.key, one.value, one.previous) for one in dropped] == [("/data/town", "", "a2")]


def test_explain_names_the_expression_and_what_it_read() -> None:
    instance = FORM.new(environment())
    reasons = instance.explain("/data/shown")
    assert [(one.expression, one.result) for one in reasons] == [("/data/flag", False)]
    assert [(read.ref, read.value) for read in reasons[0].reads] == [("/data/flag", "false")]


def test_keys_and_refs_lead_to_each_other() -> None:
    instance = FORM.new(environment())
    instance.add_repeat("/data/row", "0192-a")
    for view in instance.views():
        assert instance.ref_of(view.key) == view.ref
        assert instance.key_of(view.ref) == view.key
