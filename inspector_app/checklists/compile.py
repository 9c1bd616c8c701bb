"""Compiles a checklist (XLSForm of any kind, or an XForm as it is) into the XForm that the engine runs.

The same source gives the same bytes, because the digest of the XForm names the exact checklist in every event
of the journal.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from inspector_app.checklists.compiled import Compiled, describe_xform
from inspector_app.checklists.definition import LARGEST, Definition, guard, read_definition, too_large
from inspector_app.checklists.lint import lint
from inspector_app.checklists.problems import ChecklistInvalid, Problem, from_pyxform
from inspector_app.errors import KnownError


def compile_checklist(
    source: Path | bytes, name: str = "", kind: str = "", *, known_clauses: Collection[str] | None = None
) -> Compiled:
    """Compiles a file, or its bytes with `name` and `kind` (its ending, such as ".md").

    Mistakes of the author are returned as `problems` with sheet, row and column; nothing is raised for them.
    A file that cannot be opened raises `KnownError`. `known_clauses` lets `inspector:finding` be checked.
    """
    if isinstance(source, Path):
        name, kind, data = name or source.name, kind or source.suffix.lower(), _bytes_of(source)
    else:
        data = source
    try:
        guard(data, name, kind)
        if kind == ".xml":
            return describe_xform(name, data)
        definition = read_definition(data, name, kind)
    except ChecklistInvalid as error:
        return _failed(name, error.problems)
    found = lint(definition, known_clauses)
    errors = [problem for problem in found if problem.severity == "error"]
    advice = [problem for problem in found if problem.severity == "warning"]
    try:
        xform, said = _convert(definition, Path(name).stem)
        compiled = describe_xform(name, xform)
    except ChecklistInvalid as error:
        return _failed(name, _once([*errors, *error.problems]), _once(advice))
    return Compiled(
        name,
        compiled.xform,
        compiled.form_id,
        compiled.version,
        compiled.title,
        compiled.digest,
        warnings=_once([*said, *advice]),
        problems=_once(errors),
    )


def _convert(definition: Definition, stem: str) -> tuple[bytes, list[Problem]]:
    """The XForm and pyxform's warnings; raises `ChecklistInvalid` with its complaint."""
    from pyxform.errors import PyXFormError
    from pyxform.xls2xform import convert

    # Not pretty-printed: that would put blanks into labels that hold an output.
    raw = {**definition.raw, "fallback_form_name": stem or None}
    said: list[str] = []
    try:
        result = convert(raw, warnings=said, validate=False, pretty_print=False)
    except PyXFormError as error:
        raise ChecklistInvalid(stem, [_located(from_pyxform(str(error)), definition)]) from error
    except Exception as error:  # what trips pyxform itself is still a mistake in the author's sheet
        message = f"The form cannot be compiled ({type(error).__name__}: {error})."
        raise ChecklistInvalid(
            stem, [Problem("design", message, "Check the last rows you changed.")]
        ) from error
    return result.xform.encode("utf-8"), [from_pyxform(text, "warning") for text in said]


def _located(problem: Problem, definition: Definition) -> Problem:
    """The problem with the row that pyxform does not name, where the sheet itself shows it."""
    if problem.row or not problem.subject:
        return problem
    if problem.code == "bad-reference":
        return _first(problem, definition.survey, f"${{{problem.subject}}}", "", whole=False)
    if problem.code in ("unknown-type", "missing-label"):
        column = "type" if problem.code == "unknown-type" else "name"
        return _first(problem, definition.survey, problem.subject, column, whole=True)
    if problem.code == "choice-blank":
        return _first(problem, definition.choices, problem.subject, "name", whole=True)
    return problem


def _first(
    problem: Problem, rows: Sequence[Mapping[str, str]], wanted: str, column: str, *, whole: bool
) -> Problem:
    """The problem placed at the first cell (of a column, or any) that is or holds the wanted text."""
    for row, cells in enumerate(rows, start=2):
        for name, text in cells.items():
            hit = text.strip() == wanted if whole else wanted in text
            if hit and (not column or name == column):
                return replace(problem, row=row, column=problem.column or name)
    return problem


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:  # not read at all: it may have any size
            raise too_large(path.name)
        return path.read_bytes()
    except OSError as error:
        raise KnownError(
            f"The checklist {path.name} cannot be opened: {error.strerror or error}.",
            "Check the name of the file and that you may read it.",
            code="file-unreadable",
        ) from error


def _failed(name: str, problems: tuple[Problem, ...], warnings: tuple[Problem, ...] = ()) -> Compiled:
    return Compiled(name, b"", "", "", "", "", warnings=warnings, problems=problems)


def _once(problems: list[Problem]) -> tuple[Problem, ...]:
    """The problems without those that say the same code at the same place again."""
    seen: dict[tuple[str, str, int, str], Problem] = {}
    for problem in problems:
        key = (problem.code, problem.sheet, problem.row, problem.column)
        if not problem.row:
            key = (problem.code, problem.sheet, 0, problem.message)
        seen.setdefault(key, problem)
    return tuple(seen.values())
