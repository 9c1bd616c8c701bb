"""A list of files with the SHA-256 of each, as BagIt and `sha256sum -c` read it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from inspector_app.exchange.archive import name_problem

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


def write_manifest(hashes: Mapping[str, str]) -> bytes:
    """The manifest of `hashes` (64 hex digits by path with forward slashes), sorted by path."""
    return "".join(f"{hashes[name]}  {name}\n" for name in sorted(hashes)).encode("utf-8")


def parse_manifest(data: bytes) -> dict[str, str]:
    """The SHA-256 by path; ValueError when a line is doubtful, double or out of order."""
    hashes = {}
    for line in data.decode("utf-8").split("\n")[:-1]:
        match = _LINE.fullmatch(line)
        if match is None or name_problem(match[2]):
            raise ValueError("a line of a manifest cannot be read")
        hashes[match[2]] = match[1]
    if write_manifest(hashes) != data:
        raise ValueError("a manifest is not spelled as manifests are")
    return hashes
