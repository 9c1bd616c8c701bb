"""Forms broken at random are refused with a code, or run: nothing else ever happens.

Parts of the scenario forms are removed, doubled, renamed or given other expressions; each form that still
loads is answered at random, looked at, submitted and restored. The seed is fixed, so a failure can be seen
again.
"""

from __future__ import annotations

import copy
import random
import re
from pathlib import Path

import pytest
from forms_kit import environment, xform
from lxml import etree

from inspector_app.errors import KnownError
from inspector_app.forms.interface import Instance, load

TABLES = Path(__file__).resolve().parents[1] / "scenarios" / "xforms"
FORMS = 300
EXPRESSIONS = (
    "1", "/data", "..", "position(..)", "count(../*)", "//a", "if(., 1, 2)", "'", "((", "selected(., 'a')",
    "indexed-repeat(/data/a, /data, 1)", "jr:choice-name(., '.')", "once(.)", "today()", "../../..", "/",
    "@id", "concat(//*)", "*[1]", "-.", "1 div 0", "jr:itext(.)", "randomize(../*, 3)",
    "instance('towns')/root/item[name = .]",
)  # fmt: skip
ANSWERS = ("", "1", "a", "2024-01-01", "x y", "3.5", "20")


def seeds() -> list[bytes]:
    found = []
    for path in sorted(TABLES.glob("*.md")):
        for part in path.read_text(encoding="utf-8").split("\n## ")[1:]:
            pieces = dict(re.findall(r"```(\w+)\n(.*?)```", part, re.DOTALL))
            if "instance" in pieces:
                found.append(
                    xform(
                        pieces["instance"],
                        pieces.get("binds", ""),
                        pieces.get("body", ""),
                        head=pieces.get("model", ""),
                    )
                )
    return found


def mutate(chance: random.Random, form: bytes) -> bytes:
    tree = etree.fromstring(form)
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    for _ in range(chance.randint(1, 4)):
        element = chance.choice(elements)
        parent = element.getparent()
        kind = chance.randint(0, 4)
        if kind == 0 and parent is not None:
            parent.remove(element)
        elif kind == 1 and element.attrib:
            element.attrib[chance.choice(sorted(element.attrib))] = chance.choice(EXPRESSIONS)
        elif kind == 2:
            element.text = chance.choice(EXPRESSIONS)
        elif kind == 3:
            chance.choice(elements).append(copy.deepcopy(element))
        else:
            element.tag = chance.choice(elements).tag
    return etree.tostring(tree)


def play(chance: random.Random, instance: Instance) -> None:
    for number in range(5):
        view = chance.choice(list(instance.views()))
        try:
            if view.kind == "question":
                instance.set(view.key, chance.choice(ANSWERS))
            elif view.add_allowed:
                instance.add_repeat(view.key, f"p{number}")
            elif view.remove_allowed:
                instance.remove_repeat(view.key)
            instance.explain(view.key)
        except KnownError as error:
            assert error.code


def test_forms_broken_at_random(capsys: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(20261122)
    forms = seeds()
    ran = 0
    for _ in range(FORMS):
        data = mutate(chance, chance.choice(forms))
        try:
            form = load(data)
        except KnownError as error:
            assert error.code
            continue
        ran += 1
        instance = form.new(environment())
        play(chance, instance)
        list(instance.views())
        instance.problems()
        kept = instance.state()
        again = form.restore(kept.values, kept.repeats, kept.removed, environment())
        assert again.submission().startswith(b"<?xml")
    with capsys.disabled():
        print(f"\n{FORMS} forms broken at random: {ran} ran, {FORMS - ran} were refused")
    assert ran > FORMS / 4
