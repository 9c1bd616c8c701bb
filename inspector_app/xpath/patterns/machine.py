"""Runs a regular expression so that no state (place in the pattern, place in the text) is visited twice.

A pattern becomes a short program. Whether it fits is a walk over a graph of states that keeps what it has
seen, so a walk takes at most as many steps as there are states: ``(a+)+`` costs what ``a+`` costs. Back
references alone make the states more than that; the count of steps bounds them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from inspector_app.xpath.patterns.sets import LINE_ENDS
from inspector_app.xpath.patterns.tree import (
    Atomic,
    Back,
    Edge,
    Either,
    Group,
    Letters,
    Look,
    Pattern,
    PatternError,
    Repeat,
    Sequence,
    Where,
)

MOST_CODE = 20_000
"""Instructions of one pattern; repeats of groups are written out."""

MOST_STEPS = 200_000
"""States visited in one match, some tenths of a second; answers that people type take a few hundred."""


class TooHard(Exception):
    """A match was given up after its limit of steps."""


@dataclass(frozen=True, slots=True)
class Fork:
    """Go on at each of the places, the first preferred."""

    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """From `low` to `high` characters of a set; longest first unless `lazy`. `high` None: none or one and
    then the same again.
    """

    letters: Letters
    low: int
    high: int | None
    lazy: bool
    known: dict[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Inner:
    """A program of its own: a look around, or (`look` None) an atomic part."""

    program: Program
    look: Look | None


@dataclass(frozen=True, slots=True)
class Mark:
    """Begin or end of a group whose text is asked for later."""

    slot: int


Instruction = Run | Fork | Inner | Mark | Edge | Back
Marks = tuple[int, ...]
Program = list[Instruction]
"""Every instruction but a fork goes on at the next; the end of the list is success."""


def compile_pattern(pattern: Pattern) -> Program:
    """The program of a pattern; PatternError for one too large."""
    return _Writer(_has_back(pattern)).whole(pattern)


def _has_back(pattern: Pattern) -> bool:
    match pattern:
        case Back():
            return True
        case Sequence(parts=parts) | Either(options=parts):
            return any(_has_back(part) for part in parts)
        case Repeat(body=body) | Group(body=body) | Atomic(body=body) | Look(body=body):
            return _has_back(body)
        case _:
            return False


class _Writer:
    def __init__(self, marks: bool) -> None:
        self.marks = marks
        self.size = 0

    def whole(self, pattern: Pattern) -> Program:
        program: Program = []
        self.write(program, pattern)
        return program

    def add(self, program: Program, instruction: Instruction) -> int:
        self.size += 1
        if self.size > MOST_CODE:
            raise PatternError("The pattern is too large")
        program.append(instruction)
        return len(program) - 1

    def write(self, program: Program, pattern: Pattern) -> None:
        match pattern:
            case Letters():
                self.add(program, Run(pattern, 1, 1, False))
            case Sequence(parts=parts):
                for part in parts:
                    self.write(program, part)
            case Either(options=options):
                self.either(program, options)
            case Repeat():
                self.repeat(program, pattern)
            case Group(body=body, number=number):
                self.group(program, body, number)
            case Atomic(body=body):
                self.add(program, Inner(self.whole(body), None))
            case Look(body=body):
                self.add(program, Inner(self.whole(body), pattern))
            case Edge() | Back():
                self.add(program, pattern)

    def group(self, program: Program, body: Pattern, number: int) -> None:
        if self.marks:
            self.add(program, Mark(2 * number))
        self.write(program, body)
        if self.marks:
            self.add(program, Mark(2 * number + 1))

    def either(self, program: Program, options: tuple[Pattern, ...]) -> None:
        fork = self.add(program, Fork(()))
        begins: list[int] = []
        leaps: list[int] = []
        for option in options:
            begins.append(len(program))
            self.write(program, option)
            leaps.append(self.add(program, Fork(())))
        program[fork] = Fork(tuple(begins))
        for leap in leaps:
            program[leap] = Fork((len(program),))

    def repeat(self, program: Program, repeat: Repeat) -> None:
        if repeat.kind == "possessive":
            body = Repeat(repeat.body, repeat.low, repeat.high)
            self.add(program, Inner(self.whole(body), None))
            return
        lazy = repeat.kind == "lazy"
        if isinstance(repeat.body, Letters):
            self.characters(program, repeat.body, repeat, lazy)
            return
        for _ in range(repeat.low):
            self.write(program, repeat.body)
        if repeat.high is None:
            fork = self.add(program, Fork(()))
            self.write(program, repeat.body)
            self.add(program, Fork((fork,)))
            self.leave(program, [fork], lazy)
            return
        forks: list[int] = []
        for _ in range(repeat.high - repeat.low):
            forks.append(self.add(program, Fork(())))
            self.write(program, repeat.body)
        self.leave(program, forks, lazy)

    def characters(self, program: Program, letters: Letters, repeat: Repeat, lazy: bool) -> None:
        if repeat.high is not None:
            self.add(program, Run(letters, repeat.low, repeat.high, lazy))
            return
        if repeat.low:
            self.add(program, Run(letters, repeat.low, repeat.low, lazy))
        self.add(program, Run(letters, 0, None, lazy))

    @staticmethod
    def leave(program: Program, forks: list[int], lazy: bool) -> None:
        """Let each fork go into what follows it or to the end of the program as it stands."""
        end = len(program)
        for fork in forks:
            program[fork] = Fork((end, fork + 1) if lazy else (fork + 1, end))


class Machine:
    """One match of one program against one text, in no more steps than the limit."""

    def __init__(self, program: Program, text: str, limit: int = MOST_STEPS) -> None:
        self.limit = min(limit, MOST_STEPS)
        self.program = program
        self.text = text
        self.steps = 0
        self._inner: dict[tuple[int, int, Marks], tuple[int, Marks] | None] = {}

    def fits(self) -> bool:
        """Whether the whole text matches; TooHard where that cannot be told in time."""
        return self.walk(self.program, 0, (), len(self.text)) is not None

    def walk(
        self, program: Program, start: int, marks: Marks, wanted: int | None
    ) -> tuple[int, Marks] | None:
        """Where the first way through the program ends (at `wanted` if that is given); None if there is
        none.
        """
        stack: list[tuple[int, int, Marks]] = [(0, start, marks)]
        seen: set[tuple[int, int, Marks]] = set()
        while stack:
            state = stack.pop()
            if state in seen:
                continue
            seen.add(state)
            self.steps += 1
            if self.steps > self.limit:
                raise TooHard
            place, at, held = state
            if place == len(program):
                if wanted is None or at == wanted:
                    return at, held
                continue
            self.step(program[place], place + 1, at, held, stack)
        return None

    def step(
        self, instruction: Instruction, after: int, at: int, marks: Marks, stack: list[tuple[int, int, Marks]]
    ) -> None:
        """Put what may come after an instruction on the stack, the preferred on top."""
        match instruction:
            case Run():
                self.run(instruction, after, at, marks, stack)
            case Fork(places=places):
                stack.extend((place, at, marks) for place in reversed(places))
            case Edge(where=where):
                if self.is_edge(where, at):
                    stack.append((after, at, marks))
            case Inner():
                found = self.inner(instruction, at, marks)
                if found is not None:
                    stack.append((after, *found))
            case Mark(slot=slot):
                self.steps += len(marks) // 8
                known = marks + (-1,) * (slot + 1 - len(marks))
                stack.append((after, at, (*known[:slot], at, *known[slot + 1 :])))
            case Back():
                end = self.back(instruction, at, marks)
                if end is not None:
                    stack.append((after, end, marks))

    def run(self, run: Run, after: int, at: int, marks: Marks, stack: list[tuple[int, int, Marks]]) -> None:
        text, known = self.text, run.known
        most = min(len(text) - at, 1 if run.high is None else run.high)
        length = 0
        while length < most:
            letter = text[at + length]
            fits = known.get(letter)
            if fits is None:
                fits = known[letter] = run.letters.holds(letter)
            if not fits:
                break
            length += 1
        if length < run.low:
            return
        self.steps += length
        if run.high is None:
            # One state a character, so that a run begun anywhere joins those begun before it.
            stop, go = (after, at, marks), (after - 1, at + 1, marks)
            stack.extend((stop,) if not length else (go, stop) if run.lazy else (stop, go))
            return
        ends = range(length, run.low - 1, -1) if run.lazy else range(run.low, length + 1)
        stack.extend((after, at + end, marks) for end in ends)

    def inner(self, inner: Inner, at: int, marks: Marks) -> tuple[int, Marks] | None:
        key = (id(inner), at, marks)
        if key not in self._inner:
            self._inner[key] = self.inside(inner, at, marks)
        return self._inner[key]

    def inside(self, inner: Inner, at: int, marks: Marks) -> tuple[int, Marks] | None:
        look = inner.look
        if look is None:
            return self.walk(inner.program, at, marks, None)
        if look.ahead:
            found = self.walk(inner.program, at, marks, None)
        else:
            tries = (self.walk(inner.program, start, marks, at) for start in range(at, -1, -1))
            found = next((one for one in tries if one is not None), None)
        if look.negative:
            return (at, marks) if found is None else None
        return None if found is None else (at, found[1])

    def back(self, back: Back, at: int, marks: Marks) -> int | None:
        begin, end = 2 * back.number, 2 * back.number + 1
        if len(marks) <= end or marks[begin] < 0 or marks[end] < marks[begin]:
            return None
        wanted = self.text[marks[begin] : marks[end]]
        self.steps += len(wanted)
        found = self.text[at : at + len(wanted)]
        same = found.lower() == wanted.lower() if back.ignore_case else found == wanted
        return at + len(wanted) if same else None

    def is_edge(self, where: Where, at: int) -> bool:
        text = self.text
        match where:
            case "start":
                return at == 0
            case "very-end":
                return at == len(text)
            case "end":
                return len(text) - at <= 2 and text[at:] in _LAST_LINE_ENDS
            case "line-start":
                return at == 0 or (at < len(text) and _ends_line(text[at - 1]))
            case "line-end":
                return at == len(text) or _ends_line(text[at])
            case _:
                before = at > 0 and _in_word(text[at - 1])
                return (before != (at < len(text) and _in_word(text[at]))) is (where == "word")


_LAST_LINE_ENDS = ("", "\n", "\r", "\r\n", "\x85", "\u2028", "\u2029")


def _ends_line(letter: str) -> bool:
    return any(low <= ord(letter) <= high for low, high in LINE_ENDS)


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
