"""Imports PySide's foundation at two thirds of its price, and keeps it from slowing every import after it.

1. PySide compiles 14 modules of its own anew at each start: they come out of a zip inside its library, so
   Python's `__pycache__` misses them. That is 13 of the 77 ms of a bare window (measured). Here `compile` is
   answered from a file that lies where Python keeps our own compiled code, under the same rights and switches
   (`PYTHONPYCACHEPREFIX`, `-B`, `-O`). Each piece is used for the very source that it was made from and
   nothing else; without the file the start is slower, and makes it.
2. PySide puts an `__import__` of its own in Python's place, for `from __feature__ import …`, which nothing
   here says. It reads the source of each module imported, and Python's `linecache` keeps what it read.
"""

from __future__ import annotations

import builtins
import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from types import CodeType
from typing import Any

_HASH_BYTES = 8


def import_shiboken(folder: str = os.path.dirname(__file__)) -> None:
    """Import `shiboken6`, on which all of PySide stands; ImportError where a library is missing.

    `folder` is where a module of ours would lie whose compiled code is kept beside the one of PySide.
    """
    if "shiboken6" in sys.modules:
        return
    kept = KeptCode(cache_from_source(os.path.join(folder, "pyside_support.py")))
    as_python_imports, as_python_compiles = builtins.__import__, builtins.compile
    builtins.compile = kept.compile  # type: ignore[assignment]
    try:
        import shiboken6  # noqa: F401
    finally:
        builtins.compile = as_python_compiles
        builtins.__import__ = as_python_imports
    if not sys.dont_write_bytecode:
        kept.keep()


class KeptCode:
    """What was compiled before, by file name and hash of its source, from and to one file."""

    def __init__(self, path: str) -> None:
        self._compile: Callable[..., CodeType] = builtins.compile
        self._path = path
        self._before = _read(path)
        self._used: dict[tuple[str, bytes], CodeType] = {}

    def compile(self, source: Any, filename: Any, mode: str, *more: Any, **named: Any) -> CodeType:
        """As Python's `compile`; whole modules without further wishes are looked up first."""
        plain = isinstance(source, str | bytes) and isinstance(filename, str)
        if more or named or mode != "exec" or not plain:
            return self._compile(source, filename, mode, *more, **named)
        key = filename, source_hash(source.encode() if isinstance(source, str) else source)
        code = self._before.get(key) or self._compile(source, filename, mode)
        self._used[key] = code
        return code

    def keep(self) -> None:
        """Write what was used, if the file holds anything else; where that fails, leave no trace."""
        if self._used.keys() == self._before.keys():
            return
        body = marshal.dumps(self._used)
        beside = f"{self._path}.{os.getpid()}"
        try:
            os.makedirs(os.path.dirname(self._path), exist_ok=True)
            with open(beside, "wb") as file:
                file.write(MAGIC_NUMBER + source_hash(body) + body)
            os.replace(beside, self._path)
        except OSError:
            with suppress(OSError):
                os.unlink(beside)


def _read(path: str) -> dict[tuple[str, bytes], CodeType]:
    """What the file keeps; nothing where it is missing, damaged or of another Python."""
    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError:
        return {}
    start = len(MAGIC_NUMBER) + _HASH_BYTES
    body = content[start:]
    if content[:start] != MAGIC_NUMBER + source_hash(body):
        return {}
    codes: dict[tuple[str, bytes], CodeType] = marshal.loads(body)
    return codes
