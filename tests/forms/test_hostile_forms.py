"""Bad forms are refused with a code, a place and advice; bad data never raises."""

from __future__ import annotations

import time

import pytest
from forms_kit import environment, loaded, started, xform
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.errors import KnownError
from inspector_app.forms.errors import FormError
from inspector_app.forms.interface import load

LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head>&c;</h:head></h:html>"""
TOWNS_LIST = """<select1 ref="/data/a"><itemset nodeset="instance('towns')/root/item">
<value ref="name"/></itemset></select1>"""
EXTERNAL = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]><x>&f;</x>"""


@pytest.mark.parametrize(
    ("form", "code"),
    [
        (b"", "xml-syntax"),
        (b"not xml", "xml-syntax"),
        (LAUGHS, "doctype"),
        (EXTERNAL, "doctype"),
        (b"<html/>", "not-an-xform"),
        (b"<a>" * 150 + b"</a>" * 150, "too-deep"),
        (b"<a>" * 5000 + b"</a>" * 5000, "xml-syntax"),
        (
            xform("<a/>").replace(b"<instance>", b"<no>").replace(b"</instance>", b"</no>"),
            "no-primary-instance",
        ),
        (xform("<a/>").replace(b"<model>", b'<model odk:xforms-version="2.0.0">'), "form-too-new"),
        (xform("<a/>", '<bind nodeset="/data/a" calculate="nonsense(1)"/>'), "unknown-function"),
        (xform("<a/>", '<bind nodeset="/data/a" relevant="1 ="/>'), "expression-syntax"),
        (xform("<a/>", '<bind nodeset="/data/a" calculate="/data/a + 1"/>'), "cycle"),
        (xform("<a/>", '<bind nodeset="/data/a" relevant="/data/a = 1"/>'), "cycle"),
        (xform("<a/>", body='<input ref="count(/data/a)"/>'), "ref-not-a-path"),
    ],
)
def test_a_bad_form_is_refused_with_a_code(form: bytes, code: str) -> None:
    with pytest.raises(FormError) as caught:
        load(form)
    assert caught.value.code == code
    assert caught.value.message


def test_a_circle_is_named() -> None:
    binds = """<bind nodeset="/data/a" calculate="/data/c + 1"/>
    <bind nodeset="/data/b" calculate="/data/a + 1"/>
    <bind nodeset="/data/c" calculate="/data/b + 1"/>"""
    with pytest.raises(FormError) as caught:
        loaded("<a/><b/><c/>", binds)
    assert all(name in caught.value.message for name in ("/data/a", "/data/b", "/data/c"))


def test_a_circle_through_a_total_is_refused_but_a_running_total_is_not() -> None:
    rows = '<row jr:template=""><x/></row><total/>'
    body = '<group ref="/data/row"><repeat nodeset="/data/row"><input ref="/data/row/x"/></repeat></group>'
    circle = """<bind nodeset="/data/total" calculate="sum(/data/row/x)"/>
    <bind nodeset="/data/row/x" calculate="/data/total + 1"/>"""
    with pytest.raises(FormError) as caught:
        loaded(rows, circle, body)
    assert caught.value.code == "cycle"
    loaded(rows, '<bind nodeset="/data/row/x" calculate="../../row[position() = 1]/x"/>', body)


def test_conditions_that_hide_each_other_are_let_be() -> None:
    binds = """<bind nodeset="/data/a" relevant="/data/b = ''"/>
    <bind nodeset="/data/b" relevant="/data/a = ''"/>"""
    instance = started("<a/><b/>", binds)
    instance.set("/data/a", "1")
    assert not instance.view("/data/b").relevant


def test_names_that_lead_nowhere_give_author_warnings() -> None:
    form = loaded(
        "<a/>",
        '<bind nodeset="/data/gone" type="int"/><bind nodeset="/data/a" relevant="/data/nope = 1" '
        "calculate=\"count(instance('nolist')/root/item)\"/>",
        '<input ref="/data/absent"/>',
    )
    assert {warning.code for warning in form.warnings} == {
        "unbound-bind",
        "unknown-reference",
        "unknown-list",
        "unbound-control",
    }


def test_a_missing_file_gives_an_empty_list_and_a_warning() -> None:
    head = '<instance id="towns" src="jr://file-csv/towns.csv"/>'
    body = TOWNS_LIST
    form = load(xform("<a/>", body=body, head=head), lambda name: None)
    assert [warning.code for warning in form.warnings] == ["media-missing"]
    assert form.new(environment()).view("/data/a").choices == ()


@pytest.mark.parametrize(
    ("data", "values"),
    [
        (b"name,label\na,Alder\nb,Birch\n", ["a", "b"]),
        (b'\xef\xbb\xbfname;label\na;"Alder; old"\n', ["a"]),
        ("name,label\na,Café\n".encode("cp1252"), ["a"]),
        ("name,label\na,Caf\n".encode("utf-16"), ["a"]),
        (b"name\tlabel\na\tAlder\n", ["a"]),
        (b"", []),
        (b"name,label\n\n\na,x,too,many\nb\n", ["a", "b"]),
        (b'name,label\n"a,x\n', ["a,x"]),
    ],
)
def test_csv_of_every_kind_is_read(data: bytes, values: list[str]) -> None:
    head = '<instance id="towns" src="jr://file-csv/towns.csv"/>'
    body = TOWNS_LIST
    view = (
        load(xform("<a/>", body=body, head=head), {"towns.csv": data}.get).new(environment()).view("/data/a")
    )
    assert [choice.value.strip() for choice in view.choices or ()] == values


def test_data_an_expression_cannot_use_gives_a_warning_not_an_exception() -> None:
    instance = started(
        "<d/><out/>",
        '<bind nodeset="/data/out" calculate="format-date(/data/d, \'%Y\')"/>',
        '<input ref="/data/d"/>',
    )
    instance.set("/data/d", "31/12/2026")
    assert instance.value("/data/out") == ""
    assert [warning.code for warning in instance.warnings] == ["date-invalid"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_any_answer_is_stored_and_submitted(text: str) -> None:
    instance = started(
        "<a/><n/><d/><g/>",
        '<bind nodeset="/data/n" type="int"/><bind nodeset="/data/d" type="date"/>'
        '<bind nodeset="/data/g" type="geopoint"/>'
        '<bind nodeset="/data/a" constraint="regex(., \'[a-z]+\') and . &gt; 3 and date(.) != today()"/>',
        '<input ref="/data/a"/><input ref="/data/n"/><input ref="/data/d"/><input ref="/data/g"/>',
    )
    instance.set_many({"/data/a": text, "/data/n": text, "/data/d": text, "/data/g": text})
    instance.problems()
    assert instance.submission().startswith(b"<?xml")
    assert instance.value("/data/a") == text


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda instance: instance.set("/data/none", "1"), "unknown-node"),
        (lambda instance: instance.set("/data/row", "1"), "unknown-node"),
        (lambda instance: instance.add_repeat("/data/a", "x"), "unknown-node"),
        (lambda instance: instance.add_repeat("/data/row", "a]b"), "row-id-invalid"),
        (lambda instance: instance.add_repeat("/data/row", "f1"), "row-exists"),
        (lambda instance: instance.remove_repeat("/data/a"), "unknown-node"),
        (lambda instance: instance.set_language("Klingon"), "language-unknown"),
        (lambda instance: instance.key_of("/data/row[7]/x"), "unknown-node"),
    ],
)
def test_calls_that_name_what_is_not_there_are_refused(call: object, code: str) -> None:
    instance = started(
        "<a/><row><x/></row>",
        body='<group ref="/data/row"><repeat nodeset="/data/row"><input ref="/data/row/x"/></repeat></group>',
    )
    with pytest.raises(KnownError) as caught:
        call(instance)  # type: ignore[operator]
    assert caught.value.code == code


@pytest.mark.parametrize("attribute", ['jr:count="2"', 'jr:noAddRemove="true()"'])
def test_rows_that_the_form_sets_cannot_be_added_or_removed(attribute: str) -> None:
    body = f"""<group ref="/data/row"><repeat nodeset="/data/row" {attribute}><input ref="/data/row/x"/>
    </repeat></group>"""
    instance = started("<row><x/></row>", body=body)
    view = instance.view("/data/row")
    assert not view.add_allowed
    for call in (
        lambda: instance.add_repeat("/data/row", "n"),
        lambda: instance.remove_repeat(view.children[0]),
    ):
        with pytest.raises(KnownError) as caught:
            call()
        assert caught.value.code == "rows-fixed"


def test_an_answer_not_on_offer_is_refused_with_a_warning() -> None:
    instance = started(
        "<a/>", body='<select1 ref="/data/a"><item><label>A</label><value>a</value></item></select1>'
    )
    instance.set("/data/a", "b")
    assert instance.value("/data/a") == ""
    assert [warning.code for warning in instance.warnings] == ["answer-not-offered"]


def test_a_count_out_of_all_reason_is_bounded() -> None:
    body = """<group ref="/data/row"><repeat nodeset="/data/row" jr:count="/data/n">
    <input ref="/data/row/x"/></repeat></group>"""
    instance = started('<n/><row jr:template=""><x/></row>', body='<input ref="/data/n"/>' + body)
    instance.set("/data/n", "1000000000")
    assert len(instance.view("/data/row").children) == 10_000
    assert [warning.code for warning in instance.warnings] == ["too-many-rows"]


@pytest.mark.slow
def test_counts_inside_counts_are_bounded() -> None:
    body = """<group ref="/data/row"><repeat nodeset="/data/row" jr:count="/data/n">
    <group ref="/data/row/sub"><repeat nodeset="/data/row/sub" jr:count="/data/n">
    <input ref="/data/row/sub/x"/></repeat></group></repeat></group>"""
    rows = '<n/><row jr:template=""><sub jr:template=""><x/></sub></row>'
    instance = started(rows, body='<input ref="/data/n"/>' + body)
    instance.set("/data/n", "9000")
    assert sum(1 for _ in instance.views()) < 200_000
    assert {warning.code for warning in instance.warnings} == {"too-many-rows"}


def test_actions_that_set_each_other_off_come_to_an_end() -> None:
    body = """<input ref="/data/a">
    <setvalue ref="/data/b" event="xforms-value-changed" value="/data/a + 1"/></input>
    <input ref="/data/b"><setvalue ref="/data/a" event="xforms-value-changed" value="/data/b + 1"/></input>"""
    instance = started("<a/><b/>", body=body)
    instance.set("/data/a", "1")
    assert [warning.code for warning in instance.warnings] == ["actions-in-a-circle"]


def test_traps_known_to_authors_are_pointed_out() -> None:
    form = loaded(
        '<row jr:template=""><x/><sum/><all/></row><a/>',
        """<bind nodeset="/data/row/sum" calculate="sum(../x)"/>
        <bind nodeset="/data/row/all" calculate="sum(../../row/x) + floor(1.5)"/>""",
        """<group ref="/data/row"><repeat nodeset="/data/row"><input ref="/data/row/x"/></repeat></group>
        <select ref="/data/a"><item><label>A</label><value>a b</value></item></select>
        <input ref="/data/a"/>""",
    )
    assert {(warning.code, warning.place) for warning in form.warnings} == {
        ("own-row-only", "/data/row/sum"),
        ("function-not-in-collect", "/data/row/all"),
        ("choice-name-space", "/data/a"),
        ("second-control", "/data/a"),
    }


def test_newer_entities_are_refused() -> None:
    space = (
        b'xmlns:entities="http://www.opendatakit.org/xforms/entities" entities:entities-version="2031.1.0"'
    )
    with pytest.raises(FormError) as caught:
        load(xform("<a/>").replace(b"<model>", b"<model " + space + b">"))
    assert caught.value.code == "entities-too-new"


def test_a_bad_expression_says_where_it_stands() -> None:
    with pytest.raises(FormError) as caught:
        loaded("<a/>", '<bind nodeset="/data/a" relevant="nonsense(1)"/>')
    assert caught.value.place == "/data/a"


@pytest.mark.slow
def test_a_hostile_pattern_over_a_long_list_ends_in_bounded_time() -> None:
    items = "".join(f"<item><name>{'a' * 3000}{number}</name></item>" for number in range(400))
    form = loaded(
        "<a/><b/>",
        "",
        """<input ref="/data/b"/><select1 ref="/data/a"><itemset
        nodeset="instance('towns')/root/item[regex(name, concat('(a*)*(a*)*', /data/b))]"><value ref="name"/>
        <label ref="name"/></itemset></select1>""",
        head=f'<instance id="towns"><root>{items}</root></instance>',
    )
    begin = time.process_time()
    instance = form.new(environment())
    instance.set("/data/b", "!")
    assert instance.view("/data/a").choices == ()
    assert "regex-too-hard" in {warning.code for warning in instance.warnings}
    assert time.process_time() - begin < 20
    assert instance.evaluate("regex('aaa', '(a*)*')") == "true"
