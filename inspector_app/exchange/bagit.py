"""The BagIt 1.0 layout (RFC 8493) of what is inside an export file, so that archives can take it as it is.

Our own small writer: the `bagit` package works on folders of plain files, which an export must never
become on its way. The tests hold our bags against that package.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

BAGIT = "bagit.txt"
INFO = "bag-info.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
PAYLOAD = "data/"

_LINE = re.compile(r"([A-Za-z][A-Za-z-]*): (\S(?:.*\S)?)")


def write_info(values: Mapping[str, str]) -> bytes:
    """`bag-info.txt` in the order given; ValueError for a value that is not one line of text."""
    for label, value in values.items():
        if not value.isprintable() or _LINE.fullmatch(f"{label}: {value}") is None:
            raise ValueError(f"“{label}” of an export is not one line of text")
    return "".join(f"{label}: {value}\n" for label, value in values.items()).encode("utf-8")


def parse_info(data: bytes) -> dict[str, str]:
    """The values by label; ValueError when a line is doubtful or a label stands there twice."""
    values = {}
    for line in data.decode("utf-8").split("\n")[:-1]:
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError(f"a line of {INFO} cannot be read")
        values[match[1]] = match[2]
    if write_info(values) != data:
        raise ValueError(f"{INFO} is not spelled as it should be")
    return values


def oxum(sizes: Mapping[str, int]) -> str:
    """Payload-Oxum: bytes and number of the payload files."""
    return f"{sum(sizes.values())}.{len(sizes)}"
