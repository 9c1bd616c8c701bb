"""Runs the scenario tables of ``tests/scenarios/xforms``: a small form, then steps and what must be seen.

A table has three columns: what to do (set, add, remove, language) or to look at (value, relevant, required,
readonly, label, choices, rows, problem, submitted, evaluate), where, and the value given or expected.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from forms_kit import environment, loaded

from inspector_app.forms.interface import Instance

TABLES = Path(__file__).resolve().parents[1] / "scenarios" / "xforms"
_FENCE = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)


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
            step, where, what = (cell.strip() for cell in line.strip("|").split("|"))
            yield step, where.strip("`"), what


def look(instance: Instance, step: str, where: str) -> str:
    if step == "evaluate":
        return instance.evaluate(where)
    if step == "submitted":
        return (
            "yes"
            if f"{where}<" in instance.submission().decode() or f"<{where}>" in instance.submission().decode()
            else "no"
        )
    if step == "problem":
        return next((problem.kind for problem in instance.problems() if problem.ref == where), "")
    view = instance.view(instance.key_of(where))
    if step in ("relevant", "required", "readonly"):
        return "yes" if getattr(view, step) else "no"
    if step == "rows":
        return str(len(view.children))
    if step == "choices":
        return " ".join(choice.value for choice in view.choices or ())
    assert step in ("value", "label"), step
    return str(getattr(view, step))


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
    form = loaded(
        parts.get("instance", "<a/>"),
        parts.get("binds", ""),
        parts.get("body", ""),
        head=parts.get("model", ""),
    )
    instance = form.new(environment())
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
        else:
            assert look(instance, step, where) == what, f"step {number}: {step} {where}"
    kept = instance.state()
    again = form.restore(kept.values, kept.repeats, kept.removed, environment())
    if instance.language != again.language:
        again.set_language(instance.language)
    assert list(again.views()) == list(instance.views()), "restored from its state it is another"
    assert again.submission() == instance.submission()
