"""Feeds the engine broken forms, files, submissions and expressions, a stated number of each.

``python tests/forms/fuzz_forms.py --count 2000 --seed 7`` runs 2000 of each kind and prints a line for each
kind; `test_fuzzed_inputs` runs a short form. Whatever comes in is either taken, or refused by an error with
a code and a message, within `SLOWEST` seconds; anything else ends the run with the case that did it.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from forms_kit import environment, xform
from test_mutated_forms import mutate, play, seeds

from inspector_app.errors import KnownError
from inspector_app.forms.interface import Form, load
from inspector_app.xpath.registry import FUNCTIONS

SLOWEST = 20.0
"""Seconds of the processor that one case may take: forms and files here are small."""

HOSTILE = (
    b"<!DOCTYPE a [<!ENTITY b 'b'>]>", b"&b;", b"<![CDATA[", b"]]>", b"\x00", b"\xff\xfe", b"\xc3",
    b"<a>" * 90, b"</data>", b'"', b"'", b"=", b"<?xml version='1.1'?>", b"&#0;", b"&#xD800;", b" " * 500,
    b"<!--", b"--",
)  # fmt: skip
TOWNS = b"name,label,area\na,Alder,1\nb,Birch,2\nc,Cedar,1\n"
PLACES = (
    b'{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "a"}, '
    b'"geometry": {"type": "Point", "coordinates": [1.5, 2]}}]}'
)
LIST = b"<root><item><name>a</name><label>Alder</label></item><item><name>b</name></item></root>"
ATOMS = (
    "1", "-1", "0", "2.5", "1000000", "'a'", "''", "'2024-02-30'", "'1 2;3 4;1 2'", "'a b c'", "/data/a",
    "/data/row", "/data/row/b", ".", "..", "../row", "//b", "//*", "current()/..", "@id", "position(..)",
    "last()",
    "instance('towns')/root/item", "instance('none')/root/item/name", "/data/row[position() = 2]/b", "true()",
)  # fmt: skip
OPERATORS = ("+", "-", "*", "div", "mod", "=", "!=", "<", ">=", "and", "or", "|")
WORD = re.compile(rb"(?<!<)(?<!</)(?<![\w.:-])[\w.-]+")
"""Words that are no tags, so that what comes out is still XML."""
NOISE = ("[", "]", "(", ")", ",", "$", "::", "'", "@", "//", "!", "1e3")


@dataclass
class Tally:
    """What became of the cases of one kind."""

    kind: str
    taken: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    slowest: float = 0.0

    def __str__(self) -> str:
        reasons = ", ".join(f"{code} {number}" for code, number in sorted(self.refused.items()))
        count = self.taken + sum(self.refused.values())
        times = f"slowest {self.slowest:.3f} s"
        return f"{self.kind}: {count} cases, {self.taken} taken, {times}; refused: {reasons or 'none'}"


def broken(chance: random.Random, data: bytes) -> bytes:
    """The bytes with a few words changed for others, or a few places cut, doubled or made hostile."""
    if chance.random() < 0.6:
        words = WORD.findall(data)
        for _ in range(chance.randint(1, 5)):
            spot = chance.choice(list(WORD.finditer(data)))
            data = data[: spot.start()] + chance.choice(words) + data[spot.end() :]
        return data
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data) + 1)
        to = min(len(data), at + chance.randint(1, 40))
        data = chance.choice(
            (
                data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :],
                data[:at] + data[to:],
                data[:at] + data[at:to] * chance.randint(2, 30) + data[to:],
                data[:at] + chance.choice(HOSTILE) + data[at:],
                data[:at],
            )
        )
    return data


def expression(chance: random.Random, depth: int) -> str:
    """Any expression: an atom, an operation, a call of any function, a predicate."""
    kind = chance.random()
    if depth == 0 or kind < 0.25:
        return chance.choice(ATOMS)
    if kind < 0.45:
        parts = expression(chance, depth - 1), expression(chance, depth - 1)
        return f"({parts[0]} {chance.choice(OPERATORS)} {parts[1]})"
    if kind < 0.6:
        return f"{chance.choice(ATOMS[10:25])}[{expression(chance, depth - 1)}]"
    name, least = chance.choice(_functions())
    count = least if chance.random() < 0.9 else chance.randint(0, 7)
    return f"{name}({', '.join(expression(chance, depth - 1) for _ in range(count))})"


def _functions() -> list[tuple[str, int]]:
    """Every function with the least number of arguments it takes."""
    return [(name, one.low) for name, one in sorted(FUNCTIONS.items())]


def used(chance: random.Random, form: Form) -> None:
    """A record of the form is made, played with, looked at, sent, and loaded back."""
    instance = form.new(environment())
    play(chance, instance)
    list(instance.views())
    instance.problems()
    instance.entities()
    instance.compact()
    sent = instance.submission()
    form.edit(sent, environment()).submission()


def form_case(chance: random.Random) -> None:
    used(chance, load(mutate(chance, chance.choice(_seeds()))))


def bytes_case(chance: random.Random) -> None:
    used(chance, load(broken(chance, chance.choice(_seeds()))))


def media_case(chance: random.Random) -> None:
    name, data = chance.choice((("csv", TOWNS), ("geojson", PLACES), ("xml", LIST)))
    content = broken(chance, data)
    scheme = "file-csv" if name == "csv" else "file"
    head = f'<instance id="towns" src="jr://{scheme}/towns.{name}"/>'
    body = """<select1 ref="/data/a"><itemset nodeset="instance('towns')/root/item"><value ref="name"/>
    <label ref="label"/></itemset></select1>"""
    used(chance, load(xform("<a/>", body=body, head=head), lambda _: content))


def submission_case(chance: random.Random) -> None:
    form = load(chance.choice(_seeds()))
    instance = form.new(environment())
    play(chance, instance)
    again = form.edit(broken(chance, instance.submission()), environment())
    play(chance, again)
    again.submission()


def expression_case(chance: random.Random) -> None:
    body = '<group ref="/data/row"><repeat nodeset="/data/row"><input ref="/data/row/b"/></repeat></group>'
    head = f"<instance id='towns'>{LIST.decode()}</instance>"
    instance = load(xform("<a>1</a><row><b>2</b></row>", body=body, head=head)).new(environment())
    instance.add_repeat("/data/row", "r1")
    text = expression(chance, 4)
    if chance.random() < 0.1:
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(NOISE) + text[at:]
    instance.evaluate(text, chance.choice(("/data/a", "/data/row[r1]/b")))


CASES: dict[str, Callable[[random.Random], None]] = {
    "forms": form_case,
    "bytes": bytes_case,
    "media": media_case,
    "submissions": submission_case,
    "expressions": expression_case,
}
_SEEDS: list[bytes] = []


def _seeds() -> list[bytes]:
    if not _SEEDS:
        _SEEDS.extend(seeds())
    return _SEEDS


def run(kind: str, count: int, seed: int) -> Tally:
    """Run so many cases; each has a seed of its own, so that a failure can be seen again."""
    tally = Tally(kind)
    for number in range(count):
        begin = time.process_time()
        try:
            CASES[kind](random.Random(f"{seed}-{kind}-{number}"))
            tally.taken += 1
        except KnownError as error:
            assert error.code and error.message, f"{kind} {seed}-{number}: refused without a word"
            tally.refused[error.code] = tally.refused.get(error.code, 0) + 1
        except Exception as error:
            raise AssertionError(f"{kind} {seed}-{number}: {type(error).__name__}: {error}") from error
        seconds = time.process_time() - begin
        assert seconds < SLOWEST, f"{kind} {seed}-{number} took {seconds:.1f} s"
        tally.slowest = max(tally.slowest, seconds)
    return tally


def main() -> int:
    """Run every kind and print what became of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=20261122)
    options = parser.parse_args()
    for kind in CASES:
        print(run(kind, options.count, options.seed), flush=True)
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    sys.exit(main())
