"""A submission loaded back is the record it came from; an edit has a new id and names the one before."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import pytest
from forms_kit import CLOCK, environment, loaded, started, xform
from hypothesis import given, settings
from test_restore_laws import FORM, played, seen, steps

from inspector_app.forms.errors import FormError
from inspector_app.forms.interface import Environment, Instance, load


def ids(submission: bytes) -> tuple[str, str]:
    """instanceID and deprecatedID."""
    text = submission.decode()
    found = [re.search(rf"<[\w:]*{name}>(.*?)</", text) for name in ("instanceID", "deprecatedID")]
    return tuple(match[1] if match else "" for match in found)  # type: ignore[return-value]


def environment_of_the_edit() -> Environment:
    """Ids that the first environment does not make."""
    count = iter(range(9000, 9999))
    return replace(environment(), new_uuid=lambda: f"00000000-0000-4000-8000-{next(count):012}")


def without_ids(submission: bytes) -> str:
    text = re.sub(r"<([\w:]*)deprecatedID>.*?</\1deprecatedID>", "", submission.decode())
    return re.sub(r"(instanceID>).*?<", r"\1<", text)


@settings(max_examples=25, deadline=None)
@given(steps())
def test_a_submission_loaded_back_gives_the_same_submission(moves: list[tuple[int, str]]) -> None:
    instance, _ = played(FORM, moves)
    sent = instance.submission()
    again = FORM.reopen(sent, environment())
    assert again.submission() == sent
    assert not again.warnings


@settings(max_examples=25, deadline=None)
@given(steps())
def test_an_edit_differs_in_its_ids_alone(moves: list[tuple[int, str]]) -> None:
    instance, _ = played(FORM, moves)
    sent = instance.submission()
    edited = FORM.edit(sent, environment_of_the_edit())
    assert without_ids(edited.submission()) == without_ids(sent)
    new, old = ids(edited.submission())
    assert old == ids(sent)[0] != new


@settings(max_examples=25, deadline=None)
@given(steps(), steps())
def test_a_record_loaded_back_can_be_kept_and_restored(
    moves: list[tuple[int, str]], more: list[tuple[int, str]]
) -> None:
    instance, _ = played(FORM, moves)
    again = FORM.edit(instance.submission(), environment_of_the_edit())
    for number, (choice, value) in enumerate(more):
        questions = [view for view in again.views() if view.control]
        if number % 3:
            again.set(questions[choice % len(questions)].key, value)
        else:
            again.add_repeat("/data/row", f"q{number}")
    kept = again.state()
    restored = FORM.restore(kept.values, kept.repeats, kept.removed, environment())
    assert seen(restored) == seen(again)
    assert restored.submission() == again.submission()


def test_edits_name_each_other_in_order() -> None:
    form = loaded("<a/>", body='<input ref="/data/a"/>')
    first = form.new(environment())
    sent = [first.submission()]
    world = environment_of_the_edit()
    for number in range(3):
        edited = form.edit(sent[-1], world)
        edited.set("/data/a", str(number))
        sent.append(edited.submission())
    for before, after in itertools.pairwise(sent):
        assert ids(after)[1] == ids(before)[0]
    assert len({ids(one)[0] for one in sent}) == 4


def test_a_draft_opened_again_keeps_its_id_and_has_no_other() -> None:
    instance = started("<a/>", body='<input ref="/data/a"/>')
    instance.set("/data/a", "x")
    again = instance.form.reopen(instance.submission(), environment())
    assert ids(again.submission()) == (ids(instance.submission())[0], "")


def test_a_running_record_is_revised_and_restored_with_both_ids() -> None:
    instance = started("<a/>", body='<input ref="/data/a"/>')
    before = ids(instance.submission())[0]
    changes = instance.revise()
    told = {change.key: (change.value, change.origin) for change in changes.values}
    after = ids(instance.submission())
    assert after[1] == before
    assert told == {
        "/data/meta/instanceID": (after[0], "setvalue"),
        "/data/meta/deprecatedID": (before, "setvalue"),
    }
    kept = instance.state()
    again = instance.form.restore(kept.values, kept.repeats, kept.removed, environment())
    assert again.submission() == instance.submission()
    assert not again.warnings


def test_the_forms_own_place_for_the_old_id_is_used() -> None:
    data = xform("<a/>").replace(b"<meta><instanceID/>", b"<meta><instanceID/><deprecatedID/>")
    form = load(data)
    first = form.new(environment())
    edited = form.edit(first.submission(), environment_of_the_edit())
    assert ids(edited.submission())[1] == ids(first.submission())[0]
    assert edited.submission().count(b"<deprecatedID>") == 1
    assert edited.value("/data/meta/deprecatedID") == ids(first.submission())[0]


def test_the_old_id_stands_in_the_namespace_of_the_new() -> None:
    form = load(
        b"""<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
        xmlns:orx="http://openrosa.org/xforms" xmlns:jr="http://openrosa.org/javarosa"><h:head><model><instance>
        <data id="t"><a/><orx:meta><orx:instanceID/></orx:meta></data></instance>
        <bind nodeset="/data/orx:meta/orx:instanceID" jr:preload="uid"/></model></h:head>
        <h:body><input ref="/data/a"/></h:body></h:html>"""
    )
    edited = form.edit(form.new(environment()).submission(), environment_of_the_edit())
    assert b"</orx:deprecatedID>" in edited.submission()
    again = form.edit(edited.submission(), environment())
    assert ids(again.submission())[1] == ids(edited.submission())[0]


def test_a_person_s_value_on_a_calculated_question_comes_back() -> None:
    instance = started(
        "<n>2</n><sum/>",
        '<bind nodeset="/data/sum" calculate="/data/n + 1"/>',
        '<input ref="/data/n"/><input ref="/data/sum"/>',
    )
    instance.set("/data/sum", "9")
    again = instance.form.reopen(instance.submission(), environment())
    assert again.value("/data/sum") == "9"
    again.set("/data/n", "4")
    assert again.value("/data/sum") == "5"


def test_rows_a_person_took_away_stay_away_and_hidden_ones_come_back() -> None:
    form = loaded(
        "<show>1</show><row><x>a</x></row><row><x>b</x></row>",
        '<bind nodeset="/data/row" relevant="/data/show = 1"/>',
        """<input ref="/data/show"/><group ref="/data/row"><repeat nodeset="/data/row">
        <input ref="/data/row/x"/></repeat></group>""",
    )
    fewer = form.new(environment())
    fewer.remove_repeat(fewer.view("/data/row").children[0])
    again = form.reopen(fewer.submission(), environment())
    assert [again.value(f"{row}/x") for row in again.view("/data/row").children] == ["b"]
    hidden = form.new(environment())
    hidden.set("/data/show", "0")
    again = form.reopen(hidden.submission(), environment())
    assert b"<row>" not in again.submission()
    again.set("/data/show", "1")
    assert [again.value(f"{row}/x") for row in again.view("/data/row").children] == ["a", "b"]


def test_the_time_of_the_end_is_open_again_in_an_edit() -> None:
    form = loaded("<end/>", '<bind nodeset="/data/end" jr:preload="timestamp" jr:preloadParams="end"/>')
    first = form.new(environment()).submission()
    later = replace(environment_of_the_edit(), now=lambda: CLOCK.replace(year=2027))
    assert b"<end>2026-" in first
    assert b"<end>2026-" in form.reopen(first, later).submission()
    assert b"<end>2027-" in form.edit(first, later).submission()


@pytest.mark.parametrize(
    ("submission", "code"),
    [
        (b"", "xml-syntax"),
        (b"<other id='test'/>", "other-form"),
        (b"<data id='another'/>", "other-form"),
        (b"<!DOCTYPE data [<!ENTITY a 'b'>]><data id='test'>&a;</data>", "doctype"),
    ],
)
def test_what_is_no_submission_of_the_form_is_refused(submission: bytes, code: str) -> None:
    form = loaded("<a/>")
    for open_it in (form.reopen, form.edit):
        with pytest.raises(FormError) as caught:
            open_it(submission, environment())
        assert caught.value.code == code


def test_what_the_form_no_longer_has_is_pointed_out() -> None:
    form = loaded("<a/>", body='<input ref="/data/a"/>')
    again = form.reopen(b"<data id='test' version='6'><a>1</a><gone>2</gone></data>", environment())
    assert again.value("/data/a") == "1"
    assert ids(again.submission())[0].startswith("uuid:")
    assert {warning.code for warning in again.warnings} == {"other-version", "value-without-node"}


def nodes(instance: Instance) -> int:
    return len(list(instance.views()))


def test_rows_inside_rows_come_back() -> None:
    body = """<group ref="/data/row"><repeat nodeset="/data/row"><input ref="/data/row/x"/>
    <group ref="/data/row/sub"><repeat nodeset="/data/row/sub"><input ref="/data/row/sub/y"/></repeat></group>
    </repeat></group>"""
    form = loaded('<row jr:template=""><x/><sub jr:template=""><y/></sub></row>', body=body)
    instance = form.new(environment())
    for number in range(3):
        instance.add_repeat("/data/row", f"r{number}")
        for below in range(number):
            key = f"/data/row[r{number}]/sub"
            instance.add_repeat(key, f"s{below}")
            instance.set(f"{key}[s{below}]/y", f"{number}.{below}")
    again = form.reopen(instance.submission(), environment())
    assert again.submission() == instance.submission()
    assert nodes(again) == nodes(instance)


def test_a_form_that_makes_no_id_is_pointed_out_and_its_records_stay_without() -> None:
    data = xform("<a/>").replace(b'jr:preload="uid"', b"")
    form = load(data)
    assert [warning.code for warning in form.warnings] == ["record-without-id"]
    sent = form.new(environment()).submission()
    assert ids(sent) == ("", "")
    assert form.reopen(sent, environment()).submission() == sent
    new, old = ids(form.edit(sent, environment()).submission())
    assert new
    assert old == ""
    assert load(xform("<a/>")).warnings == ()
