"""Reads a regular expression by the rules of java.util.regex, forgiving where JavaScript forgives."""

from __future__ import annotations

import re
from typing import Literal

from inspector_app.xpath.patterns.sets import (
    ANYTHING,
    BY_LETTER,
    LINE_ENDS,
    NO_LINE_END,
    both_cases,
    named_set,
)
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

MOST_DEPTH = 60
MOST_LENGTH = 5000
_COUNT = re.compile(r"\{(\d{1,5})(?:(,)(\d{0,5}))?\}", re.ASCII)
_FLAGS = re.compile(r"\?([idmsuxU]*)(?:-([idmsuxU]+))?([:)])", re.ASCII)
_NAMED = re.compile(r"\?P?<([A-Za-z]\w*)>", re.ASCII)
_HEX = re.compile(r"x\{([0-9A-Fa-f]{1,6})\}|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})", re.ASCII)
_QUOTED = re.compile(r"\\(?:Q(.*?)(?:\\E|\Z)|.)", re.DOTALL)
_PLAIN = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "a": "\a", "e": "\x1b"}
_EDGES: dict[str, Where] = {
    "A": "start", "z": "very-end", "Z": "end", "b": "word", "B": "no-word",
}  # fmt: skip
_LOOKS = {"?=": (True, False), "?!": (True, True), "?<=": (False, False), "?<!": (False, True)}


def read_pattern(text: str) -> Pattern:
    """The parts of a regular expression; PatternError for anything that is none."""
    if len(text) > MOST_LENGTH:
        raise PatternError(f"The pattern is longer than {MOST_LENGTH} characters")
    reader = _Reader(_QUOTED.sub(_unquoted, text))
    found = reader.options()
    if reader.at < len(reader.text):
        raise PatternError("A bracket is closed that was not opened")
    if reader.most_back > reader.groups:
        raise PatternError(f"There is no group {reader.most_back}")
    return found


def _unquoted(found: re.Match[str]) -> str:
    if found[1] is None:
        return found[0]
    return "".join(letter if letter.isalnum() else "\\" + letter for letter in found[1])


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.depth = 0
        self.groups = 0
        self.most_back = 0
        self.names: dict[str, int] = {}
        self.flags: frozenset[str] = frozenset()
        self.flat = False

    def take(self, mark: str) -> bool:
        found = self.text.startswith(mark, self.at)
        if found:
            self.at += len(mark)
        return found

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.match(self.text, self.at)
        if found:
            self.at = found.end()
        return found

    def next(self) -> str:
        if self.at >= len(self.text):
            raise PatternError("The pattern ends too early")
        self.at += 1
        return self.text[self.at - 1]

    def options(self) -> Pattern:
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise PatternError(f"The pattern nests deeper than {MOST_DEPTH} levels")
        flags = self.flags
        found = [self.sequence()]
        while self.take("|"):
            found.append(self.sequence())
        self.depth -= 1
        self.flags = flags
        return found[0] if len(found) == 1 else Either(tuple(found))

    def sequence(self) -> Pattern:
        parts: list[Pattern] = []
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            part = self.part()
            if part is not None:
                parts.append(self.repeated(part))
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def part(self) -> Pattern | None:
        if "x" in self.flags and self.comment():
            return None
        sign = self.next()
        if sign == "(":
            return self.group()
        if sign == "[":
            return self.cased(self.letters())
        if sign == ".":
            return ANYTHING if "s" in self.flags else NO_LINE_END
        if sign in "^$":
            lines = "m" in self.flags
            if sign == "^":
                return Edge("line-start" if lines else "start")
            return Edge("line-end" if lines else "end")
        if sign == "\\":
            return self.escape()
        if sign in "*+?":
            raise PatternError(f"There is nothing before “{sign}” to repeat")
        return self.cased(_one(sign))

    def comment(self) -> bool:
        begin = self.at
        if self.text[self.at] == "#":
            self.at = (self.text + "\n").index("\n", self.at)
        elif self.text[self.at].isspace():
            self.at += 1
        return self.at > begin

    def cased(self, letters: Letters) -> Letters:
        return both_cases(letters) if "i" in self.flags else letters

    def repeated(self, part: Pattern) -> Pattern:
        bounds = self.bounds()
        if bounds is None:
            return part
        kind: Literal["greedy", "lazy", "possessive"] = "greedy"
        if self.take("?"):
            kind = "lazy"
        elif self.take("+"):
            kind = "possessive"
        return Repeat(part, *bounds, kind)

    def bounds(self) -> tuple[int, int | None] | None:
        for mark, low, high in (("*", 0, None), ("+", 1, None), ("?", 0, 1)):
            if self.take(mark):
                return low, high
        found = self.match(_COUNT)
        if found is None:
            return None
        low = int(found[1])
        high = low if not found[2] else int(found[3]) if found[3] else None
        if high is not None and high < low:
            raise PatternError(f"“{found[0]}” counts downwards")
        return low, high

    def group(self) -> Pattern | None:
        for mark, (ahead, negative) in _LOOKS.items():
            if self.take(mark):
                return Look(self.closed(), ahead, negative)
        if self.take("?>"):
            return Atomic(self.closed())
        flags = self.match(_FLAGS)
        if flags is not None:
            before = self.flags
            self.flags = (before | set(flags[1])) - set(flags[2] or "")
            if flags[3] == ")":
                return None
            body = self.closed()
            self.flags = before
            return body
        named = self.match(_NAMED)
        if named is None and self.text.startswith("?", self.at):
            raise PatternError("A bracket begins with “?” in a way that is not known")
        self.groups += 1
        number = self.groups
        if named is not None:
            self.names[named[1]] = number
        return Group(self.closed(), number)

    def closed(self) -> Pattern:
        body = self.options()
        if not self.take(")"):
            raise PatternError("A bracket is not closed")
        return body

    def escape(self) -> Pattern:
        sign = self.next()
        if sign in _EDGES:
            return Edge(_EDGES[sign])
        if sign == "R":
            return Either((Sequence((_one("\r"), _one("\n"))), Letters((*LINE_ENDS, (0x0B, 0x0C)))))
        if sign in "123456789":
            return self.back(int(sign))
        if sign == "k":
            named = re.compile(r"<([A-Za-z]\w*)>", re.ASCII)
            found = self.match(named)
            if found is None or found[1] not in self.names:
                raise PatternError("A group is named that is not there")
            return self.back(self.names[found[1]])
        self.at -= 1
        return self.cased(self.escaped_letters())

    def back(self, number: int) -> Back:
        while self.at < len(self.text) and self.text[self.at] in "0123456789":
            longer = number * 10 + int(self.text[self.at])
            if longer > self.groups:
                break
            number, self.at = longer, self.at + 1
        self.most_back = max(self.most_back, number)
        return Back(number, "i" in self.flags)

    def escaped_letters(self) -> Letters:
        """What a backslash means inside and outside of square brackets alike."""
        hexadecimal = self.match(_HEX)
        if hexadecimal is not None:
            code = int(hexadecimal[1] or hexadecimal[2] or hexadecimal[3], 16)
            return Letters(((code, code),))
        sign = self.next()
        if sign.lower() in BY_LETTER:
            return Letters(BY_LETTER[sign.lower()], negated=sign.isupper())
        if sign in "pP":
            return self.property(negated=sign == "P")
        if sign in _PLAIN:
            return _one(_PLAIN[sign])
        if sign == "0":
            octal = self.match(re.compile(r"[0-3]?[0-7]{1,2}", re.ASCII))
            return _one(chr(int(octal[0], 8)) if octal else "\0")
        if sign == "c":
            return _one(chr(ord(self.next()) ^ 64))
        if sign.isascii() and sign.isalpha():
            raise PatternError(f"“\\{sign}” has no meaning")
        return _one(sign)

    def property(self, *, negated: bool) -> Letters:
        if self.take("{"):
            end = self.text.find("}", self.at)
            if end < 0:
                raise PatternError("The name of a set of characters is not closed")
            name, self.at = self.text[self.at : end], end + 1
        else:
            name = self.next()
        if name.startswith("^"):
            name, negated = name[1:], not negated
        found = named_set(name)
        return Letters(found.ranges, found.tests, negated)

    def letters(self) -> Letters:
        """A set in square brackets: ranges, unions, ``&&`` intersections."""
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise PatternError(f"The pattern nests deeper than {MOST_DEPTH} levels")
        negated = self.take("^")
        parts = [self.union(first=True)]
        while self.take("&&"):
            parts.append(self.union(first=False))
        if not self.take("]"):
            raise PatternError("A square bracket is not closed")
        self.depth -= 1
        if len(parts) == 1:
            return Letters(parts[0].ranges, parts[0].tests, negated)
        return Letters(tests=(lambda letter: all(part.holds(letter) for part in parts),), negated=negated)

    def union(self, *, first: bool) -> Letters:
        found: list[Letters] = []
        while self.at < len(self.text) and not self.text.startswith("&&", self.at):
            if self.text[self.at] == "]" and not (first and not found):
                break
            found.append(self.span())
        ranges = tuple(one for letters in found if not letters.negated for one in letters.ranges)
        tests = tuple(one for letters in found if not letters.negated for one in letters.tests)
        others = tuple(letters.holds for letters in found if letters.negated)
        return Letters(ranges, (*tests, *others))

    def span(self) -> Letters:
        """One character, a range of them, or a set inside the set."""
        if self.text[self.at] == "[" and not self.flat:
            inner = self.nested()
            if inner is not None:
                return inner
        low = self.member()
        code = _code(low)
        rest = self.text[self.at : self.at + 2]
        if code is None or len(rest) < 2 or rest[0] != "-" or rest[1] in "][":
            return low
        before = self.at
        self.at += 1
        high = _code(self.member())
        if high is None:
            self.at = before
            return low
        if high < code:
            raise PatternError("A range of characters runs backwards")
        return self.cased(Letters(((code, high),)))

    def nested(self) -> Letters | None:
        """A set inside a set, as in Java; None where the bracket can only be meant as it stands."""
        at, depth = self.at, self.depth
        self.at += 1
        try:
            inner = self.letters()
            if "]" in self.text[self.at :]:
                return inner
        except PatternError:
            pass
        # No bracket of this pattern is tried as a set again: trying each would double the work each time.
        self.at, self.depth, self.flat = at, depth, True
        return None

    def member(self) -> Letters:
        sign = self.next()
        if sign != "\\":
            return self.cased(_one(sign))
        if self.take("b"):
            return _one("\b")
        return self.cased(self.escaped_letters())


def _one(letter: str) -> Letters:
    return Letters(((ord(letter), ord(letter)),))


def _code(letters: Letters) -> int | None:
    """The code of a set of one character (in both cases, its first); None for a larger set."""
    if letters.tests or letters.negated or not letters.ranges:
        return None
    low, high = letters.ranges[0]
    return low if low == high and len(letters.ranges) <= 2 else None
