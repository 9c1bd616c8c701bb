"""Times the checklist engine on large forms; prints JSON lines ``name, unit, median, spread, limit, ratio,
note``.

Loads are timed in fresh processes. The limit is the target of the specification for this machine; ratio is
median / limit. Forms of the conformance kit are left out, and said so, where it is not there.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from generated_forms import long_list, many_lists

from inspector_app.errors import KnownError
from inspector_app.forms.definition.model import NodeDefinition
from inspector_app.forms.interface import Choice, Form, load
from inspector_app.forms.protocol import live_environment, media_folder

ROOT = Path(__file__).resolve().parents[2]
KIT = ROOT.parent / "shared" / "conformance"
LOADS = 5
TEN = (
    "co-all-widgets", "co-pull_data", "ek-new_cascading_selections_inside_repeats",
    "jr-child_vaccination_VOL_tool_v12", "jr-eIMCI-by-D-Tree", "px-UCL_Biomass_Plot_Form-xlsx",
    "px-xlsform_spec_test-xlsx", "wf-08-complex-repeats", "wf-all-question-types",
    "wf-socio-economic-survey",
)  # fmt: skip
FILTERS = (
    ("equals", "area = /data/pick", ("a1", "a2", "a250"), 2),
    ("selected", "selected(tags, /data/pick)", ("t1", "t6", "t10"), 2),
    ("not_equal", "area != /data/pick", ("a1", "a2", "a250"), 50),
    ("starts_with", "starts-with(name, /data/pick)", ("w119", "w77", "w9"), 2),
    ("contains", "contains(name, /data/pick)", ("119", "77", "w90"), 2),
)
"""Name, filter, answers, limit in ms; `!=` offers nearly all 12,000."""


def line(name: str, unit: str, values: list[float], limit: float, note: str) -> str:
    """One result; spread is the distance from the lower to the upper quartile."""
    median = statistics.median(values)
    quarters = statistics.quantiles(values, n=4) if len(values) > 1 else [median] * 3
    result = {
        "name": name,
        "unit": unit,
        "median": round(median, 4),
        "spread": round(quarters[2] - quarters[0], 4),
        "limit": limit,
        "ratio": round(median / limit, 4),
        "note": note,
    }
    return json.dumps(result)


_LOAD = """
import sys, time
from pathlib import Path
from inspector_app.forms.interface import load
from inspector_app.forms.protocol import live_environment, media_folder
import lxml.etree
data = Path(sys.argv[1]).read_bytes()
begin, cpu = time.perf_counter(), time.process_time()
form = load(data, media_folder(Path(sys.argv[2])))
form.new(live_environment())
seconds, cpu = time.perf_counter() - begin, time.process_time() - cpu
# The peak that the system keeps would count the parent's memory from before this program was started.
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
print(seconds, next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0), cpu)
"""


def size_of(form: Form, data: bytes) -> str:
    """How large a form is: bytes, questions, repeats, lists and their items."""
    root: NodeDefinition = form.root  # type: ignore[attr-defined]
    nodes = [one for one in root.walk() if not one.is_attribute]
    items = sum(
        len(root.by.get("item", ()))
        for lists in getattr(form, "instances", {}).values()
        for many in lists.by.values()
        for root in many
    )
    return (
        f"{len(data) / 1e6:.2f} MB, {sum(one.is_leaf for one in nodes)} questions, "
        f"{sum(one.repeat is not None for one in nodes)} repeats, "
        f"{len(getattr(form, 'instances', {}))} lists of {items} items"
    )


def load_lines(stem: str, limit: float, form: Path | None = None) -> Iterator[str]:
    """Load and start in fresh processes, with the memory they took."""
    form = form or KIT / "forms" / f"{stem}.xml"
    media = form.with_name(f"{stem}-media")
    size = size_of(load(form.read_bytes(), media_folder(media)), form.read_bytes())
    seconds, megabytes, cpu = [], [], []
    for _ in range(LOADS):
        arguments = [sys.executable, "-c", _LOAD, str(form), str(media)]
        output = subprocess.run(
            arguments, capture_output=True, text=True, check=True, cwd=ROOT
        ).stdout.split()
        seconds.append(float(output[0]))
        megabytes.append(float(output[1]))
        cpu.append(float(output[2]))
    # On a machine that others use, the time of the processor says more than the clock.
    note = f"{size}; fresh process, load and new record; {statistics.median(cpu):.3f} s of processor"
    yield line(f"forms.load.{stem}", "s", seconds, limit, note)
    yield line(f"forms.memory.{stem}", "MB", megabytes, 150, f"{size}; resident, whole process")


def cached_lines(stem: str) -> Iterator[str]:
    """A second record of a form that the process has loaded already, against loading it each time."""
    data = (KIT / "forms" / f"{stem}.xml").read_bytes()
    form = load(data)
    cold = [timed(lambda: load(data).new(live_environment())) for _ in range(LOADS)]
    cached = [timed(lambda: form.new(live_environment())) for _ in range(LOADS)]
    note = f"{size_of(form, data)}; definition kept in the process, limit is the cold median"
    yield line(f"forms.cached.{stem}", "ms", cached, round(statistics.median(cold), 1), note)


def generated_lines() -> Iterator[str]:
    """44 secondary instances, 370 questions, 20 repeats: loaded, then every question answered."""
    data = many_lists()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many_lists.xml"
        path.write_bytes(data)
        yield from load_lines("many_lists", 0.3, path)
    form = load(data)
    milliseconds: list[float] = []
    cpu: list[float] = []
    for _ in range(5):
        instance = form.new(live_environment())
        for number in range(20):
            instance.add_repeat(f"/data/rep{number}", "p1")
        for view in list(instance.views()):
            if view.control == "select1":
                value = (view.choices or [Choice("", "")])[0].value
                milliseconds.append(timed(partial(instance.set, view.key, value), cpu))
            elif view.control == "input":
                value = str(len(milliseconds) % 40)
                milliseconds.append(timed(partial(instance.set, view.key, value), cpu))
    note = f"{size_of(form, data)}; {len(milliseconds)} answers"
    yield line("forms.answer.many_lists", "ms", milliseconds, 0.3, note)
    note = f"{note}; worst {max(cpu):.2f} ms of processor"
    yield line("forms.answer.worst.many_lists", "ms", [max(milliseconds)], 10, note)


def kit_lines() -> Iterator[str]:
    """Ten forms of the kit from several tools: load and new record, in one process."""
    for stem in TEN:
        path = KIT / "forms" / f"{stem}.xml"
        data, media = path.read_bytes(), media_folder(path.with_name(f"{stem}-media"))
        size = size_of(load(data, media), data)
        runs = [
            timed(lambda data=data, media=media: load(data, media).new(live_environment())) for _ in range(5)
        ]
        yield line(f"forms.kit.{stem}", "ms", runs, 300, f"{size}; load and new record")


def filter_lines() -> Iterator[str]:
    """Filters that are no plain equality over one list of 12,000 items; choices with labels."""
    for name, condition, answers, limit in FILTERS:
        data = long_list(condition)
        form = load(data)
        instance = form.new(live_environment())
        milliseconds = []
        offered = 0
        for value in answers * 3:
            instance.set("/data/pick", value)
            begin = time.perf_counter()
            offered += len(instance.view("/data/ward").choices or ())
            milliseconds.append((time.perf_counter() - begin) * 1000)
        note = f"{size_of(form, data)}; {condition}; {offered} offered in {len(milliseconds)} answers"
        yield line(f"forms.filter.{name}", "ms", milliseconds, limit, note)


def answer_lines(stem: str, median_limit: float, worst_limit: float) -> Iterator[str]:
    """Every answer of the form's cases, ten times."""
    data = (KIT / "forms" / f"{stem}.xml").read_bytes()
    form = load(data, media_folder(KIT / "forms" / f"{stem}-media"))
    milliseconds: list[float] = []
    cpu: list[float] = []
    for _ in range(10):
        instance = form.new(live_environment())
        for path in sorted((KIT / "cases").glob(f"{stem}-[12].json")):
            for answer in json.loads(path.read_text(encoding="utf-8"))["answers"]:
                if "value" not in answer:
                    continue
                try:
                    key = instance.key_of(answer["ref"])
                except KnownError:
                    continue
                milliseconds.append(timed(partial(instance.set, key, answer["value"]), cpu))
    note = f"{size_of(form, data)}; {len(milliseconds)} answers, everything that depends on them worked out"
    yield line(f"forms.answer.{stem}", "ms", milliseconds, median_limit, note)
    note = f"{note}; worst {max(cpu):.2f} ms of processor"
    yield line(f"forms.answer.worst.{stem}", "ms", [max(milliseconds)], worst_limit, note)


def timed(work: Callable[[], object], cpu: list[float] | None = None) -> float:
    """Milliseconds of one call by the clock; those of the processor are added to `cpu`."""
    begin, busy = time.perf_counter(), time.process_time()
    work()
    if cpu is not None:
        cpu.append((time.process_time() - busy) * 1000)
    return (time.perf_counter() - begin) * 1000


def cascade_lines() -> Iterator[str]:
    """The ward list of 12,611 choices, filtered by the area chosen."""
    stem, root = "jr-nigeria_wards_internal", "/nigeria_wards_internal"
    data = (KIT / "forms" / f"{stem}.xml").read_bytes()
    form = load(data)
    instance = form.new(live_environment())
    milliseconds: list[float] = []
    cpu: list[float] = []
    for state in (instance.view(f"{root}/state").choices or ())[:20]:
        instance.set(f"{root}/state", state.value)
        for area in instance.view(f"{root}/lga").choices or ():
            instance.set(f"{root}/lga", area.value)
            milliseconds.append(timed(lambda: instance.view(f"{root}/ward").choices, cpu))
    note = f"{size_of(form, data)}; {len(milliseconds)} areas, choices with labels"
    yield line("forms.filter.wards", "ms", milliseconds, 2, note)
    note = f"{note}; worst {max(cpu):.2f} ms of processor"
    yield line("forms.filter.worst.wards", "ms", [max(milliseconds)], 2, note)


def repeat_lines() -> Iterator[str]:
    """A repeat of 400 rows with six calculates and a sum over all rows."""
    instance = load(_REPEAT.encode()).new(live_environment())
    adds: list[float] = []
    sets: list[float] = []
    for number in range(400):
        adds.append(timed(lambda number=number: instance.add_repeat("/data/row", f"r{number}")))
        key = f"/data/row[r{number}]/n"
        sets.append(timed(lambda key=key, number=number: instance.set(key, str(number % 7))))
    note = "400 rows of 6 nodes; median of rows 391 to 400; position, sum, indexed-repeat, predicate"
    yield line("forms.repeat.add_400th", "ms", adds[-10:], 5, note)
    yield line("forms.repeat.change_in_400th", "ms", sets[-10:], 1, note)


_REPEAT = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>Rows</h:title><model><instance><data id="rows">
 <row jr:template=""><n/><pos/><double/><before/><note/><many/></row><total/><asked/>
 <meta><instanceID/></meta></data></instance>
 <bind nodeset="/data/row/n" type="int"/><bind nodeset="/data/row/pos" calculate="position(..)"/>
 <bind nodeset="/data/row/double" calculate="../n * 2" type="int"/>
 <bind nodeset="/data/row/before" calculate="indexed-repeat(/data/row/n, /data/row, position(..) - 1)"/>
 <bind nodeset="/data/row/note" relevant="../n &gt; 3"/>
 <bind nodeset="/data/row/many" calculate="if(../double &gt; 8, 'many', 'few')"/>
 <bind nodeset="/data/total" calculate="sum(/data/row/n)"/>
 <bind nodeset="/data/asked" calculate="count(/data/row[n != ''])"/>
 </model></h:head><h:body><group ref="/data/row"><repeat nodeset="/data/row"><input ref="/data/row/n"/>
 <input ref="/data/row/note"/></repeat></group></h:body></h:html>"""


def main() -> None:
    """Print all results."""
    results: list[Callable[[], Iterator[str]]] = [repeat_lines, generated_lines, filter_lines]
    if KIT.is_dir():
        results += [
            lambda: load_lines("jr-whova_form", 0.6),
            lambda: answer_lines("jr-whova_form", 0.3, 10),
            lambda: load_lines("jr-nigeria_wards_internal", 0.6),
            cascade_lines,
            lambda: answer_lines("jr-nigeria_wards_internal", 0.3, 10),
            lambda: load_lines("jr-eIMCI-by-D-Tree", 0.6),
            lambda: cached_lines("jr-whova_form"),
            kit_lines,
        ]
    else:
        print(json.dumps({"name": "forms", "note": "the conformance kit is not here: large forms left out"}))
    for result in results:
        for text in result():
            print(text, flush=True)


if __name__ == "__main__":
    main()
