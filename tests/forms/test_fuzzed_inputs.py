"""The short form of `fuzz_forms`, and inputs made to exhaust time or memory: all are refused or bounded."""

from __future__ import annotations

import time
import tracemalloc

import pytest
from forms_kit import environment, loaded, xform
from fuzz_forms import CASES, run

from inspector_app.forms.codecs.secondary import MOST_CELLS
from inspector_app.forms.errors import FormError
from inspector_app.forms.interface import load

CHOICES = """<select1 ref="/data/a"><itemset nodeset="instance('towns')/root/item"><value ref="name"/>
</itemset></select1>"""


def with_file(name: str, data: bytes) -> None:
    scheme = "file-csv" if name.endswith("csv") else "file"
    head = f'<instance id="towns" src="jr://{scheme}/{name}"/>'
    load(xform("<a/>", body=CHOICES, head=head), lambda _: data).new(environment())


@pytest.mark.parametrize("kind", sorted(CASES))
def test_whatever_comes_in_is_taken_or_refused_with_a_message(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = run(kind, 60, 1)
    with capsys.disabled():
        print(f"\n{tally}")
    assert tally.taken
    assert tally.refused


MULTI = (
    b'{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, '
    b'"geometry": {"type": "MultiPoint", "coordinates": [[1, 2]]}}]}'
)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("towns.csv", b"name,label\n" + b"abcd,efg\n" * 12_000_000, "media-too-large"),
        ("towns.csv", b"name,label\n" + b"a,b\n" * (MOST_CELLS // 2 + 10), "media-too-large"),
        ("towns.csv", b"a," * (MOST_CELLS + 10), "media-too-large"),
        ("towns.csv", b'name\n"' + b"x" * 200_000, "media-csv"),
        ("towns.csv", b"name\n\x81\x8d\n", "media-encoding"),
        ("towns.xml", b"<r>" + b"<a/>" * 2_000_001 + b"</r>", "too-large"),
        ("towns.xml", b"<r>" + b"<a>" * 900_000, "xml-syntax"),
        ("towns.geojson", b'{"features":[' + b"[]," * 3_000_000 + b"[]]}", "media-too-large"),
        ("towns.geojson", b'{"features":' + b"[" * 500_000 + b"]" * 500_000 + b"}", "media-geojson"),
        ("towns.geojson", b'{"type": "Topology", "features": []}', "media-geojson"),
        ("towns.geojson", b'{"type": "FeatureCollection", "features": [{"type": "Place"}]}', "media-geojson"),
        ("towns.geojson", MULTI, "media-geojson"),
    ],
    ids=[
        "100 MB",
        "rows",
        "columns",
        "open quote",
        "encoding",
        "elements",
        "depth",
        "lists",
        "deep lists",
        "no collection",
        "no feature",
        "many places",
    ],
)
def test_files_out_of_all_reason_are_refused_in_bounded_time_and_memory(
    name: str, data: bytes, code: str
) -> None:
    begin = time.process_time()
    with pytest.raises(FormError) as caught:
        with_file(name, data)
    assert caught.value.code == code
    assert time.process_time() - begin < 60


@pytest.mark.slow
def test_the_largest_list_that_is_taken_keeps_within_its_memory() -> None:
    rows = MOST_CELLS // 5 - 1
    data = b"name,label,a,b,c\n" + b"n,l,1,2,3\n" * rows
    tracemalloc.start()
    with_file("towns.csv", data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 700 * 1024 * 1024


@pytest.mark.parametrize(
    ("expression", "code"),
    [
        ("(" * 50_000 + "1" + ")" * 50_000, "expression-too-long"),
        ("not(" * 900 + "1" + ")" * 900, "expression-too-deep"),
        ("/data" + "[1" * 900 + "]" * 900, "expression-too-deep"),
        ("-" * 2000 + "1", "expression-too-deep"),
    ],
)
def test_expressions_out_of_all_reason_are_refused(expression: str, code: str) -> None:
    with pytest.raises(FormError) as caught:
        loaded("<a/>", f'<bind nodeset="/data/a" relevant="{expression}"/>')
    assert caught.value.code == code


def test_wildcards_over_deep_trees_come_to_an_end() -> None:
    deep = "<n>" * 80 + "</n>" * 80
    begin = time.process_time()
    loaded(f"<a/>{deep}", f'<bind nodeset="/data/a" relevant="count({"//n" * 12}) &gt; 0"/>')
    assert time.process_time() - begin < 60


def test_a_form_where_everything_reads_everything_is_refused() -> None:
    names = [f"q{number}" for number in range(700)]
    binds = "".join(f'<bind nodeset="/data/{name}" required="sum(/data/*) &gt; 1"/>' for name in names)
    with pytest.raises(FormError) as caught:
        loaded("".join(f"<{name}/>" for name in names), binds)
    assert caught.value.code == "too-entangled"


def test_prefixes_that_are_not_declared_are_refused_however_many() -> None:
    data = xform('<row jr:template=""><a/></row>').replace(b"xmlns:jr=", b"other:jr=")
    with pytest.raises(FormError) as caught:
        load(data)
    assert caught.value.code == "xml-syntax"


def test_columns_of_the_same_name_are_pointed_out() -> None:
    head = '<instance id="towns" src="jr://file-csv/towns.csv"/>'
    form = load(xform("<a/>", body=CHOICES, head=head), lambda _: b"name,label,label\na,x,y\n")
    assert [(warning.code, warning.place) for warning in form.warnings] == [("duplicate-column", "towns")]


def test_lists_and_questions_of_the_same_name_are_pointed_out() -> None:
    head = '<instance id="l"><root/></instance><instance id="l"><root/></instance>'
    form = loaded("<a/><a/>", body='<input ref="/data/a"/>', head=head)
    assert {warning.code for warning in form.warnings} == {"duplicate-list", "duplicate-name"}
