"""Import the register of services: every problem named by row and column, nothing taken by halves."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.errors import KnownError
from inspector_app.inspections.pack_files import shipped_frameworks
from inspector_app.inspections.service import FIELDS as SERVICE_FIELDS
from inspector_app.inspections.service import Service
from inspector_app.operations.desk import Desk
from inspector_app.operations.ports import Progress
from inspector_app.sheets.register import read_register

if TYPE_CHECKING:
    from inspector_app.inspections.framework import Framework

FRAMEWORK = "cse-2016"


@dataclass(frozen=True)
class RowProblem:
    """One thing wrong with the file: `row` counts from 1 with the header, `column` as the file spells it."""

    row: int
    column: str
    message: str
    advice: str


@dataclass(frozen=True)
class RegisterPreview:
    """What an import would do."""

    services: tuple[Service, ...]
    problems: tuple[RowProblem, ...]
    notes: tuple[str, ...] = ()


class RegisterRefused(KnownError):
    """A register that was not imported; `problems` names every row and column."""

    def __init__(self, problems: tuple[RowProblem, ...]) -> None:
        lines = [f"Row {p.row}, column {p.column}: {p.message} {p.advice}" for p in problems[:20]]
        more = f"\n… and {len(problems) - 20} more." if len(problems) > 20 else ""
        super().__init__(
            f"The register was not imported: {len(problems)} problems.\n" + "\n".join(lines) + more,
            "Nothing was changed. Mend the file and import it again.",
            code="register-invalid",
        )
        self.problems = problems


def preview_register(desk: Desk, file: Path, framework_id: str = FRAMEWORK) -> RegisterPreview:
    """Read a register (CSV or XLSX) without changing anything."""
    return _preview(file, desk.program.framework(framework_id))


def read_register_file(report: Progress, file: Path, framework_id: str = FRAMEWORK) -> RegisterPreview:
    """The same in a child process, which has no desk: a large workbook takes seconds to read."""
    from inspector_app.inspections.framework_file import shipped_framework

    return _preview(file, shipped_framework(framework_id))


def _preview(file: Path, framework: Framework) -> RegisterPreview:
    """A register may hold what any of the packs inspects: services, and the areas of joint inspections."""
    from inspector_app.inspections.framework_file import shipped_framework

    others = [shipped_framework(one) for one in shipped_frameworks() if one != framework.id]
    types: dict[str, str] = {}
    sectors: dict[str, str] = {}
    for pack in (framework, *others):
        types |= {code: known.label for code, known in pack.service_types.items() if code not in types}
        sectors |= {code: label for code, label in pack.sectors.items() if code not in sectors}
    sheet = read_register(file, types, sectors)
    problems = [RowProblem(p.row, p.column, p.message, p.advice) for p in sheet.problems if p.left_out]
    remarks = tuple(str(p) for p in sheet.problems if not p.left_out)
    services = [Service(**{name: getattr(row, name) for name in SERVICE_FIELDS}) for row in sheet.rows]
    return RegisterPreview(tuple(services), tuple(problems), (*sheet.notes, *remarks))


def import_register(desk: Desk, file: Path, framework_id: str = FRAMEWORK) -> int:
    """Take a register in, all or nothing; the same service number updates. Gives the number of services."""
    return take_register(desk, preview_register(desk, file, framework_id))


def take_register(desk: Desk, preview: RegisterPreview) -> int:
    """Take in what was read before and shown; KnownError `RegisterRefused` where it has problems."""
    if preview.problems:
        raise RegisterRefused(preview.problems)
    with desk.store.transaction():
        desk.store.put_services(preview.services)
    desk.touched.add("", ("register", ""))
    return len(preview.services)
