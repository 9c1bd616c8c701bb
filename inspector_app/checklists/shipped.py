"""The checklists that come with the program, compiled beforehand so that no start pays for pyxform.

Beside each ``NAME.md`` of a framework lies ``NAME.xform.xml``, written by `inspector_app.checklists.build`; a
test holds the two together.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from inspector_app import resources
from inspector_app.checklists.compiled import Compiled, describe_xform
from inspector_app.errors import KnownError
from inspector_app.inspections.framework_file import shipped_framework

COMPILED = ".xform.xml"


@cache
def shipped_checklist(framework_id: str, name: str = "") -> Compiled:
    """The compiled checklist of a shipped framework, its first one unless named; needs no pyxform."""
    wanted = name or shipped_framework(framework_id).checklists[0]
    path = folder(framework_id) / f"{wanted}{COMPILED}"
    try:
        xform = path.read_bytes()
    except OSError as error:
        raise KnownError(
            f"The checklist “{wanted}” of {framework_id} is missing.",
            "Install the program again; your inspections are kept elsewhere and are safe.",
            code="checklist-missing",
        ) from error
    return describe_xform(path.name, xform)


def checklist_source(framework_id: str, name: str = "") -> Path:
    """The Markdown XLSForm that a shipped checklist was compiled from."""
    wanted = name or shipped_framework(framework_id).checklists[0]
    return folder(framework_id) / f"{wanted}.md"


def folder(framework_id: str) -> Path:
    """Where a shipped framework keeps its checklists."""
    return resources.path("frameworks", framework_id, "checklists")
