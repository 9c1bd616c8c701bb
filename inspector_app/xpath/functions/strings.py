"""String functions."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from itertools import chain
from typing import TYPE_CHECKING

from inspector_app.xpath.model import Closure, Scope, Value
from inspector_app.xpath.registry import function, special
from inspector_app.xpath.values import texts_of, to_number, to_text

if TYPE_CHECKING:
    from inspector_app.xpath.ast import Expr
    from inspector_app.xpath.compile import Compiler

SECTION = "string"
_BLANKS = " \t\r\n"


def xpath_round(number: float) -> float:
    """Nearest whole number, halves upwards; infinities and NaN stay."""
    if number != number or number in (float("inf"), float("-inf")):
        return number
    whole = number // 1
    return whole + 1 if number - whole >= 0.5 else whole


@special("string", 0, 1, "string", SECTION)
def string(compiler: Compiler, args: tuple[Expr, ...]) -> Closure:
    """The value as text."""
    if not args:
        return lambda node, scope: node.text
    return compiler.text(args[0])


@function("concat", 0, None, "string", SECTION)
def concat(scope: Scope, *values: Value) -> str:
    """All values one after the other; of a node set every node."""
    return "".join(chain.from_iterable(texts_of(value) for value in values))


@function("join", 1, None, "string", SECTION)
def join(scope: Scope, separator: Value, *values: Value) -> str:
    """All values with a separator between them; of a node set every node."""
    return to_text(separator).join(chain.from_iterable(texts_of(value) for value in values))


@function("substr", 2, 3, "string", SECTION)
def substr(scope: Scope, value: Value, start: Value, end: Value | None = None) -> str:
    """Part of a text from `start` (counted from 0) up to but without `end`; negative counts from the end."""
    text = to_text(value)
    first = to_number(start)
    last = float(len(text)) if end is None else to_number(end)
    if first != first or last != last:
        return ""
    bound = float(len(text))
    places = [int(max(-bound, min(bound, place))) for place in (first, last)]
    low, high = (place + len(text) if place < 0 else place for place in places)
    return text[low:high]


@function("substring", 2, 3, "string", SECTION, core_only=True)
def substring(scope: Scope, value: Value, start: Value, length: Value | None = None) -> str:
    """Part of a text from `start` (counted from 1), `length` characters; XPath 1.0."""
    text = to_text(value)
    first = xpath_round(to_number(start))
    last = float("inf") if length is None else first + xpath_round(to_number(length))
    return "".join(letter for place, letter in enumerate(text, 1) if first <= place < last)


@function("substring-before", 2, 2, "string", SECTION)
def substring_before(scope: Scope, value: Value, mark: Value) -> str:
    """What stands before the first occurrence; '' if there is none."""
    before, found, _ = to_text(value).partition(to_text(mark)) if to_text(mark) else ("", "", "")
    return before if found else ""


@function("substring-after", 2, 2, "string", SECTION)
def substring_after(scope: Scope, value: Value, mark: Value) -> str:
    """What stands after the first occurrence; '' if there is none."""
    return to_text(value).partition(to_text(mark))[2] if to_text(mark) else to_text(value)


@function("translate", 3, 3, "string", SECTION)
def translate(scope: Scope, value: Value, old: Value, new: Value) -> str:
    """The text with each character of the second replaced by the one at its place in the third, or
    dropped.
    """
    table: dict[str, str] = {}
    letters = to_text(new)
    for place, letter in enumerate(to_text(old)):
        table.setdefault(letter, letters[place : place + 1])
    return "".join(table.get(letter, letter) for letter in to_text(value))


@special("string-length", 0, 1, "number", SECTION)
def string_length(compiler: Compiler, args: tuple[Expr, ...]) -> Closure:
    """The number of UTF-16 units of a text, as ODK's clients count."""
    if not args:
        return lambda node, scope: float(len(node.text.encode("utf-16-le", "surrogatepass")) // 2)
    text = compiler.text(args[0])

    def run_length(value: str) -> float:
        return float(len(value) if value.isascii() else len(value.encode("utf-16-le", "surrogatepass")) // 2)

    return lambda node, scope: run_length(text(node, scope))


@special("normalize-space", 0, 1, "string", SECTION)
def normalize_space(compiler: Compiler, args: tuple[Expr, ...]) -> Closure:
    """The text without blanks at its ends and with single blanks inside."""
    if not args:
        return lambda node, scope: _normalised(node.text)
    text = compiler.text(args[0])
    return lambda node, scope: _normalised(text(node, scope))


def _normalised(text: str) -> str:
    return re.sub(f"[{_BLANKS}]+", " ", text).strip(" ")


@function("contains", 2, 2, "boolean", SECTION)
def contains(scope: Scope, value: Value, part: Value) -> bool:
    """Whether the first text contains the second."""
    return to_text(part) in to_text(value)


@function("starts-with", 2, 2, "boolean", SECTION)
def starts_with(scope: Scope, value: Value, part: Value) -> bool:
    """Whether the first text begins with the second."""
    return to_text(value).startswith(to_text(part))


@function("ends-with", 2, 2, "boolean", SECTION)
def ends_with(scope: Scope, value: Value, part: Value) -> bool:
    """Whether the first text ends with the second."""
    return to_text(value).endswith(to_text(part))


@function("regex", 2, 2, "boolean", SECTION)
def regex(scope: Scope, value: Value, pattern: Value) -> bool:
    """Whether the whole text matches the regular expression, as in ODK Collect."""
    from inspector_app.xpath.patterns.machine import TooHard
    from inspector_app.xpath.patterns.match import matcher
    from inspector_app.xpath.patterns.tree import PatternError

    written = to_text(pattern)
    try:
        return matcher(written).fits(to_text(value), scope.host.purse)
    except PatternError as error:
        scope.host.warn("regex-invalid", f"{error}: {written[:200]}", scope.current)
    except TooHard:
        message = f"A value takes too long to compare with the pattern {written[:200]}"
        scope.host.warn("regex-too-hard", message, scope.current)
    return False


@function("uuid", 0, 1, "string", SECTION, volatile=True)
def uuid(scope: Scope, length: Value = "") -> str:
    """A random version-4 uuid, or a random text of that many letters and digits."""
    wanted = to_number(length)
    if wanted != wanted:
        return scope.host.new_uuid()
    letters = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    count = int(max(0.0, min(wanted, 4096.0)))
    return "".join(letters[int(scope.host.random() * len(letters))] for _ in range(count))


_DIGESTS = {"MD5": "md5", "SHA-1": "sha1", "SHA-256": "sha256", "SHA-384": "sha384", "SHA-512": "sha512"}


@function("digest", 2, 3, "string", SECTION)
def digest(scope: Scope, value: Value, algorithm: Value, encoding: Value = "base64") -> str:
    """The hash of a text by MD5, SHA-1, SHA-256, SHA-384 or SHA-512, in base64 (unless 'hex' is asked
    for).
    """
    name = _DIGESTS.get(to_text(algorithm))
    if name is None:
        scope.host.warn(
            "digest-unknown", f"There is no digest of the name {to_text(algorithm)}", scope.current
        )
        return ""
    result = hashlib.new(name, to_text(value).encode("utf-8"), usedforsecurity=False)
    if to_text(encoding) == "hex":
        return result.hexdigest()
    return base64.b64encode(result.digest()).decode("ascii")


@function("base64-decode", 1, 1, "string", SECTION)
def base64_decode(scope: Scope, value: Value) -> str:
    """The text that base64 spells, read as UTF-8; '' for anything else."""
    data = _from_base64(to_text(value))
    if data is None:
        scope.host.warn("base64-invalid", "A value is not base64 of a text", scope.current)
        return ""
    return data.decode("utf-8", "replace")


def _from_base64(text: str) -> bytes | None:
    """The bytes; blanks and missing padding are forgiven, as browsers and Java do."""
    packed = re.sub(r"\s+", "", text).rstrip("=")
    try:
        return base64.b64decode(packed + "=" * (-len(packed) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None


_SIGNATURE = 64


@function("extract-signed", 2, 2, "string", SECTION)
def extract_signed(scope: Scope, contents: Value, key: Value) -> str:
    """The text that was signed, if the signature before it is that of the Ed25519 key (both in base64), else
    blank.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    signed, public = _from_base64(to_text(contents)) or b"", _from_base64(to_text(key)) or b""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signed[:_SIGNATURE], signed[_SIGNATURE:])
        return signed[_SIGNATURE:].decode("utf-8")
    except (InvalidSignature, ValueError):
        scope.host.warn("signature-invalid", "A value is not signed by the key", scope.current)
        return ""
