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
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KIT = ROOT.parent / "shared" / "conformance"
LOADS = 5


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
begin = time.perf_counter()
form = load(data, media_folder(Path(sys.argv[2])))
form.new(live_environment())
seconds = time.perf_counter() - begin
# The peak that the system keeps would count the parent's memory from before this program was started.
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
print(seconds, next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0))
"""


def load_lines(stem: str, limit: float) -> Iterator[str]:
    """Load and start in fresh processes, with the memory they took."""
    form = KIT / "forms" / f"{stem}.xml"
    seconds, megabytes = [], []
    for _ in range(LOADS):
        arguments = [sys.executable, "-c", _LOAD, str(form), str(KIT / "forms" / f"{stem}-media")]
        output = subprocess.run(
            arguments, capture_output=True, text=True, check=True, cwd=ROOT
        ).stdout.split()
        seconds.append(float(output[0]))
        megabytes.append(float(output[1]))
    size = f"{form.stat().st_size / 1e6:.2f} MB, fresh process, load and new record"
    yield line(f"forms.load.{stem}", "s", seconds, limit, size)
    yield line(f"forms.memory.{stem}", "MB", megabytes, 150, "resident, whole process")


def answer_lines(stem: str, median_limit: float, worst_limit: float) -> Iterator[str]:
    """Every answer of the form's cases, ten times."""
    from inspector_app.errors import KnownError
    from inspector_app.forms.interface import load
    from inspector_app.forms.protocol import live_environment, media_folder

    form = load((KIT / "forms" / f"{stem}.xml").read_bytes(), media_folder(KIT / "forms" / f"{stem}-media"))
    milliseconds: list[float] = []
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
                milliseconds.append(timed(partial(instance.set, key, answer["value"])))
    note = f"{len(milliseconds)} answers, everything that depends on them worked out"
    yield line(f"forms.answer.{stem}", "ms", milliseconds, median_limit, note)
    yield line(f"forms.answer.worst.{stem}", "ms", [max(milliseconds)], worst_limit, note)


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def cascade_lines() -> Iterator[str]:
    """The ward list of 12,611 choices, filtered by the area chosen."""
    from inspector_app.forms.interface import load
    from inspector_app.forms.protocol import live_environment

    stem, root = "jr-nigeria_wards_internal", "/nigeria_wards_internal"
    instance = load((KIT / "forms" / f"{stem}.xml").read_bytes()).new(live_environment())
    milliseconds: list[float] = []
    for state in (instance.view(f"{root}/state").choices or ())[:20]:
        instance.set(f"{root}/state", state.value)
        for area in instance.view(f"{root}/lga").choices or ():
            instance.set(f"{root}/lga", area.value)
            milliseconds.append(timed(lambda: instance.view(f"{root}/ward").choices))
    note = f"{len(milliseconds)} areas, choices with labels"
    yield line("forms.filter.wards", "ms", milliseconds, 2, note)
    yield line("forms.filter.worst.wards", "ms", [max(milliseconds)], 2, note)


def repeat_lines() -> Iterator[str]:
    """A repeat of 400 rows with six calculates and a sum over all rows."""
    from inspector_app.forms.interface import load
    from inspector_app.forms.protocol import live_environment

    instance = load(_REPEAT.encode()).new(live_environment())
    adds: list[float] = []
    sets: list[float] = []
    for number in range(400):
        adds.append(timed(lambda number=number: instance.add_repeat("/data/row", f"r{number}")))
        key = f"/data/row[r{number}]/n"
        sets.append(timed(lambda key=key, number=number: instance.set(key, str(number % 7))))
    note = "median of rows 391 to 400; position, sum, indexed-repeat, predicate"
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
    results: list[Callable[[], Iterator[str]]] = [repeat_lines]
    if KIT.is_dir():
        results += [
            lambda: load_lines("jr-whova_form", 0.6),
            lambda: answer_lines("jr-whova_form", 0.3, 10),
            lambda: load_lines("jr-nigeria_wards_internal", 0.6),
            cascade_lines,
            lambda: answer_lines("jr-nigeria_wards_internal", 0.3, 10),
            lambda: load_lines("jr-eIMCI-by-D-Tree", 0.6),
        ]
    else:
        print(json.dumps({"name": "forms", "note": "the conformance kit is not here: large forms left out"}))
    for result in results:
        for text in result():
            print(text, flush=True)


if __name__ == "__main__":
    main()
