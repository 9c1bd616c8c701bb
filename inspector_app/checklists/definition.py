"""Reads a checklist file of any kind into sheets of rows by column, with spreadsheet row numbers.

pyxform reads Excel, CSV and Markdown; this module guards its door (size, disguised files) and turns what it
finds into one small type that the lints walk over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from inspector_app.checklists.problems import ChecklistInvalid, Problem, from_pyxform

KINDS = (".md", ".csv", ".xlsx", ".xlsm", ".xls", ".xml")
"""The endings a checklist file may have; `.xml` is an XForm that is compiled already."""

LARGEST = 30_000_000
"""Bytes; the largest public forms have about 5 MB."""

_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK"
_SHEETS = ("survey", "choices", "settings")


@dataclass(frozen=True, slots=True)
class Definition:
    """The sheets of an XLSForm: each row a mapping of column to text; row i of a list is sheet row i + 2."""

    survey: Sequence[Mapping[str, str]] = ()
    choices: Sequence[Mapping[str, str]] = ()
    settings: Sequence[Mapping[str, str]] = ()
    raw: Mapping[str, object] = field(default_factory=dict, repr=False)
    """What pyxform read, so that compiling need not read it again."""


def guard(data: bytes, name: str, kind: str) -> None:
    """Refuses what cannot be a checklist of that kind, in words; raises `ChecklistInvalid`."""
    if kind not in KINDS:
        raise _refused(
            name,
            "file-type",
            f"“{kind}” is not a kind of checklist file.",
            f"Use one of: {', '.join(KINDS)}.",
        )
    if not data.strip():
        raise _refused(name, "empty-file", "The file is empty.", "Choose another file.")
    if len(data) > LARGEST:
        raise too_large(name)
    if kind in (".csv", ".md"):
        _utf8(data, name)
    if kind in (".xlsx", ".xlsm") and data.startswith(_OLE):
        raise _refused(
            name,
            "file-type",
            "The file is an old Excel workbook (.xls) under the name of a new one.",
            "Open it in a spreadsheet program and save it as .xlsx, or rename it to .xls.",
        )
    if kind in (".xlsx", ".xlsm") and not data.startswith(_ZIP):
        raise _refused(
            name,
            "file-type",
            "The file is not an Excel workbook.",
            "Save it again as .xlsx, or correct its name.",
        )
    if kind == ".xls" and not data.startswith(_OLE):
        raise _refused(
            name,
            "file-type",
            "The file is not an old Excel workbook (.xls).",
            "Rename it to what it is, or save it again as .xlsx.",
        )


def too_large(name: str) -> ChecklistInvalid:
    """The refusal of a file that no checklist is."""
    return _refused(name, "large-file", "The file is larger than 30 MB.", "Is this the checklist?")


def _utf8(data: bytes, name: str) -> None:
    """Raises where text is not UTF-8, naming the line; Excel saves CSV in the system's own code."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = Problem(
            "not-utf8",
            f"The file is not UTF-8: line {line} holds a byte that is no letter of it.",
            "Save it as “CSV UTF-8”, or as an Excel workbook.",
            row=line,
        )
        raise ChecklistInvalid(name, [problem]) from error


def read_definition(data: bytes, name: str, kind: str) -> Definition:
    """The sheets of an XLSForm; raises `ChecklistInvalid` where pyxform cannot read it."""
    from pyxform.errors import PyXFormError
    from pyxform.xls2json_backends import get_xlsform

    try:
        raw = get_xlsform(data, file_type=kind)
    except PyXFormError as error:
        raise ChecklistInvalid(name, [from_pyxform(str(error))]) from error
    except Exception as error:  # a file from outside can trip the readers anywhere; none of it is our bug
        raise _refused(
            name,
            "unreadable",
            f"The file cannot be read ({type(error).__name__}).",
            "Open it in a spreadsheet program and save it again.",
        ) from error
    survey, choices, settings = (
        [
            {str(column): str(cell) for column, cell in row.items() if cell is not None}
            for row in getattr(raw, sheet) or []
        ]
        for sheet in _SHEETS
    )
    return Definition(survey, choices, settings, {key: getattr(raw, key) for key in raw.__slots__})


def _refused(name: str, code: str, message: str, suggestion: str) -> ChecklistInvalid:
    return ChecklistInvalid(name, [Problem(code, message, suggestion)])
