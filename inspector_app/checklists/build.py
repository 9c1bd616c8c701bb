"""Compiles the shipped checklists again: ``python -m inspector_app.checklists.build``.

To be run by whoever changes a checklist's Markdown or takes another pyxform; with ``--check`` nothing is
written, and the exit status is 1 where a compiled file is not what its source gives.
"""

from __future__ import annotations

import sys
from pathlib import Path

from inspector_app import resources
from inspector_app.checklists.compile import compile_checklist
from inspector_app.checklists.shipped import COMPILED, checklist_source
from inspector_app.inspections.framework_file import load_framework


def build(*, write: bool) -> list[str]:
    """One line for each compiled file that is not up to date; with `write` they are brought up to date."""
    stale = []
    for framework_file in sorted(resources.path("frameworks").glob("*/framework.toml")):
        framework = load_framework(framework_file.parent)
        for name in framework.checklists:
            source = checklist_source(framework.id, name)
            compiled = compile_checklist(source, known_clauses=framework.clauses).usable()
            target = source.with_name(name + COMPILED)
            if _content(target) != compiled.xform:
                stale.append(f"{framework.id}/{target.name}")
                if write:
                    target.write_bytes(compiled.xform)
    return stale


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def main(arguments: list[str]) -> int:
    """The command; prints what was not up to date."""
    only_check = "--check" in arguments
    stale = build(write=not only_check)
    sys.stdout.write("".join(f"{line}\n" for line in stale) or "all checklists are up to date\n")
    return 1 if stale and only_check else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
