"""Everything that can be said about a checklist file: compiled, linted, and loaded by the engine."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path, PurePath

from inspector_app.checklists.compile import compile_checklist
from inspector_app.checklists.definition import Definition, read_definition
from inspector_app.checklists.engine_check import Media, engine_problems
from inspector_app.checklists.lint_features import lint_features
from inspector_app.checklists.problems import ChecklistInvalid, Problem

LARGEST_MEDIA = 120_000_000
"""Bytes of a file of choices that is read at all; the engine has its own bound below that."""


def check(source: Path, known_clauses: Collection[str] | None = None) -> list[Problem]:
    """Errors first, then advice, each thing once; KnownError where the file cannot be read at all."""
    compiled = compile_checklist(source, known_clauses=known_clauses)
    folder = media_of(source)
    definition = None if source.suffix.lower() == ".xml" else _definition(source)
    found = [*compiled.problems, *compiled.warnings]
    if compiled.xform:
        found += engine_problems(compiled.xform, definition, _reader(folder))
    if definition is not None:
        found += lint_features(definition, lambda name: (folder / PurePath(name).name).is_file())
    errors = [problem for problem in found if problem.severity == "error"]
    return [*_once(errors), *_once([problem for problem in found if problem.severity == "warning"])]


def media_of(source: Path) -> Path:
    """The folder of a form's files: ``NAME-media`` beside it where there is one, else its own folder."""
    beside = source.with_name(f"{source.stem}-media")
    return beside if beside.is_dir() else source.parent


def _definition(source: Path) -> Definition | None:
    """The sheets again, None where they cannot be read: compiling has said so already."""
    try:
        return read_definition(source.read_bytes(), source.name, source.suffix.lower())
    except ChecklistInvalid:
        return None


def _reader(folder: Path) -> Media:
    def read(name: str) -> bytes | None:
        path = folder / PurePath(name.replace("\\", "/")).name
        if not path.is_file():
            return None
        if path.stat().st_size > LARGEST_MEDIA:
            raise ChecklistInvalid(
                path.name,
                [
                    Problem(
                        "media-too-large",
                        f"The file {path.name} has {path.stat().st_size // 1_000_000} MB.",
                        "Divide it, or leave out what the form does not ask for.",
                    )
                ],
            )
        return path.read_bytes()

    return read


def _once(problems: list[Problem]) -> list[Problem]:
    """The same code at the same place is said once, in the words that came first."""
    seen: dict[tuple[str, str, int, str], Problem] = {}
    for problem in problems:
        place = problem.column if problem.row else problem.message
        seen.setdefault((problem.code, problem.sheet, problem.row, place), problem)
    return list(seen.values())
