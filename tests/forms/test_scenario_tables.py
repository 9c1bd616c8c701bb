"""Runs the scenario tables of ``tests/scenarios/xforms``: a small form, then steps and what must be seen.

A table has three columns: what to do (set, add, remove, language, edit) or to look at (value, relevant,
required, readonly, label, hint, guidance, appearance, control, type, media, parameter, choices, rows,
problem, submitted, submission, evaluate, warning, sending, audit, entity, compact), where, and the value
given or expected. A fence ``file:NAME`` is an attached file; ``last-saved`` is the record saved before,
``location`` the place of the device. The line after a title names the sections of the ODK XForms
specification that the scenario stands for; a section that none stands for fails.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from forms_kit import environment, xform

from inspector_app.forms.interface import Instance, load

TABLES = Path(__file__).resolve().parents[1] / "scenarios" / "xforms"
_FENCE = re.compile(r"```([\w:.-]+)\n(.*?)```", re.DOTALL)


def scenarios() -> list[tuple[str, str]]:
    found = []
    for path in sorted(TABLES.glob("*.md")):
        for part in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            title, _, text = part.partition("\n")
            found.append((f"{path.stem}: {title}", text))
    return found


def rows(text: str) -> Iterator[tuple[str, str, str]]:
    for line in text.splitlines():
        if line.startswith("| ") and not line.startswith("| step"):
            cells = re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))
            step, where, what = (cell.strip().replace("\\|", "|") for cell in cells)
            yield step, where.strip("`"), what


def look(instance: Instance, step: str, where: str) -> str:
    if step in _OF_RECORD:
        return _OF_RECORD[step](instance, where)
    place, _, name = where.partition(" ")
    view = instance.view(instance.key_of(place))
    if step in ("relevant", "required", "readonly"):
        return "yes" if getattr(view, step) else "no"
    if step == "rows":
        return str(len(view.children))
    if step == "choices":
        return " ".join(choice.value for choice in view.choices or ())
    if step in ("media", "parameter"):
        return {"media": view.media, "parameter": view.parameters}[step].get(name, "")
    return str(getattr(view, {"type": "data_type"}.get(step, step)))


def submitted(instance: Instance, where: str) -> str:
    text = instance.submission().decode()
    return "yes" if f"{where}<" in text or f"<{where}>" in text else "no"


def entity(instance: Instance, where: str) -> str:
    change = instance.entities()[0]
    return str(getattr(change, where, None) or change.properties.get(where, ""))


_OF_RECORD: dict[str, Callable[[Instance, str], str]] = {
    "evaluate": lambda instance, where: instance.evaluate(where),
    "submitted": submitted,
    "submission": lambda instance, where: "yes" if where in instance.submission().decode() else "no",
    "problem": lambda instance, where: next(
        (problem.kind for problem in instance.problems() if problem.ref == where), ""
    ),
    "warning": lambda instance, where: next(
        (one.code for one in (*instance.form.warnings, *instance.warnings) if one.place == where), ""
    ),
    "sending": lambda instance, where: str(getattr(instance.form.sending, where)),
    "audit": lambda instance, where: str(getattr(instance.form.audit, where)),
    "entity": entity,
    "compact": lambda instance, where: instance.compact(),
}


@pytest.fixture(autouse=True)
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    from inspector_app.xpath.dates import parse_temporal

    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    parse_temporal.cache_clear()
    yield
    monkeypatch.undo()
    time.tzset()
    parse_temporal.cache_clear()


@pytest.mark.parametrize(("title", "text"), scenarios(), ids=[title for title, _ in scenarios()])
def test_scenario(title: str, text: str) -> None:
    parts = dict(_FENCE.findall(text))
    files = {name.removeprefix("file:"): text.encode() for name, text in parts.items() if "file:" in name}
    form = load(
        xform(
            parts.get("instance", "<a/>"),
            parts.get("binds", ""),
            parts.get("body", ""),
            head=parts.get("model", ""),
            root=parts.get("root", "").strip(),
            meta=parts.get("meta", ""),
        ),
        files.get,
    )
    world = replace(
        environment(),
        last_saved=parts["last-saved"].encode() if "last-saved" in parts else None,
        location=lambda: parts.get("location", "").strip(),
    )
    instance = form.new(world)
    steps = list(rows(text))
    assert steps, title
    for number, (step, where, what) in enumerate(steps, 1):
        if step == "set":
            instance.set(instance.key_of(where), what)
        elif step == "add":
            instance.add_repeat(instance.key_of(where), f"n{number}")
        elif step == "remove":
            instance.remove_repeat(instance.key_of(where))
        elif step == "language":
            instance.set_language(where)
        elif step == "edit":
            instance.revise()
        else:
            assert look(instance, step, where) == what, f"step {number}: {step} {where}"
    kept = instance.state()
    again = form.restore(kept.values, kept.repeats, kept.removed, world)
    if instance.language != again.language:
        again.set_language(instance.language)
    assert list(again.views()) == list(instance.views()), "restored from its state it is another"
    assert again.submission() == instance.submission()


SECTIONS = (
    "Structure", "Primary Instance", "Secondary Instances - Internal", "Secondary Instances - External",
    "Secondary instances from CSV", "Secondary Instances from GeoJSON", "Bind Attributes", "Data Types",
    "XPath Paths", "XPath Operators", "XPath Predicates", "XPath Axes", "String Functions",
    "Boolean Functions", "Number Functions", "Node-set Functions", "Date and Time Functions",
    "Select Functions", "Translation Functions", "Repeat Functions", "Geographic Functions", "Metadata",
    "Preload Attributes", "Audit Attributes", "Body Elements", "Body Attributes", "Appearances", "Groups",
    "Repeats", "Creation, Removal of Repeats", "Default Values in Repeats", "A Big Deviation with XForms",
    "Events", "Actions", "The odk-new-repeat event", "Setting a dynamic value after form load",
    "Setting a static value when a node's value changes", "Languages", "Media", "External Applications",
    "URIs", "Submission", "Submission Attributes", "Encryption", "Compact Record Representation",
    "Client Audit Logs", "Entities: creating", "Entities: updating", "Entities: properties",
)  # fmt: skip
"""The chapters and sections of the ODK XForms specification, its three sub-specifications among them."""


def test_every_section_of_the_specification_has_a_scenario() -> None:
    named = [
        section.strip()
        for _, text in scenarios()
        for line in re.findall(r"^Section: (.*)$", text, re.MULTILINE)
        for section in line.split(";")
    ]
    assert sorted(set(named) - set(SECTIONS)) == []
    assert sorted(set(SECTIONS) - set(named)) == []


def test_every_scenario_names_its_section() -> None:
    assert [title for title, text in scenarios() if "\nSection: " not in text] == []
