"""The AT-SPI client must know nothing of the program but what is on the bus."""

from __future__ import annotations

import ast
from pathlib import Path

HERE = Path(__file__).resolve().parent
CLIENT = ("reader.py", "parts.py", "day.py")
OWN = {"reader", "parts", "gi"}


def test_the_client_imports_nothing_of_the_program_and_nothing_that_the_system_python_lacks() -> None:
    import sys

    for name in CLIENT:
        tree = ast.parse((HERE / name).read_text(encoding="utf-8"))
        roots = {
            node.module.split(".")[0]
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module
        }
        roots |= {
            alias.name.split(".")[0]
            for node in ast.walk(tree)
            if isinstance(node, ast.Import)
            for alias in node.names
        }
        assert roots <= OWN | set(sys.stdlib_module_names), name
