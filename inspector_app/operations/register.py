"""Import the register of services: every problem named by row and column, nothing taken by halves."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from inspector_app.errors import KnownError
from inspector_app.inspections.service import FIELDS as SERVICE_FIELDS
from inspector_app.inspections.service import Service
from inspector_app.operations.desk import Desk
from inspector_app.sheets.register import read_register


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


def preview_register(desk: Desk, file: Path, framework_id: str = "cse-2016") -> RegisterPreview:
    """Read a register (CSV or XLSX) without changing anything."""
    framework = desk.program.framework(framework_id)
    types = {code: known.label for code, known in framework.service_types.items()}
    sheet = read_register(file, types, framework.sectors)
    problems = [RowProblem(p.row, p.column, p.message, p.advice) for p in sheet.problems if p.left_out]
    remarks = tuple(str(p) for p in sheet.problems if not p.left_out)
    services = [Service(**{name: getattr(row, name) for name in SERVICE_FIELDS}) for row in sheet.rows]
    return RegisterPreview(tuple(services), tuple(problems), (*sheet.notes, *remarks))


def import_register(desk: Desk, file: Path, framework_id: str = "cse-2016") -> int:
    """Take a register in, all or nothing; the same service number updates. Gives the number of services."""
    preview = preview_register(desk, file, framework_id)
    if preview.problems:
        raise RegisterRefused(preview.problems)
    with desk.store.transaction():
        desk.store.put_services(preview.services)
    desk.touched.add("", ("register", ""))
    return len(preview.services)
