"""The Excel twin of the shipped checklist: made from its Markdown, it compiles to the very same XForm."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from inspector_app.checklists.compile import compile_checklist
from inspector_app.checklists.shipped import checklist_source, shipped_checklist
from inspector_app.checklists.table import Sheet, parse_markdown, write_markdown
from inspector_app.sheets.workbook import read_workbook, workbook_bytes


def test_workbook_of_the_checklist_compiles_to_the_same_xform(tmp_path: Path) -> None:
    text = checklist_source("cse-2016").read_text("utf-8")
    sheets = parse_markdown(text, "cse.md")
    twin = tmp_path / "cse.xlsx"
    twin.write_bytes(
        workbook_bytes({sheet.name: sheet.rows for sheet in sheets}, datetime(2016, 4, 1, tzinfo=UTC))
    )
    compiled = compile_checklist(twin).usable()
    assert compiled.xform == shipped_checklist("cse-2016").xform
    assert compiled.digest == shipped_checklist("cse-2016").digest


def test_workbook_of_the_checklist_reads_back_as_its_markdown() -> None:
    text = checklist_source("cse-2016").read_text("utf-8")
    sheets = parse_markdown(text, "cse.md")
    data = workbook_bytes({sheet.name: sheet.rows for sheet in sheets}, datetime(2016, 4, 1, tzinfo=UTC))
    again = []
    for name, rows in read_workbook(data, "cse.xlsx").items():
        width = len(rows[0])
        again.append(Sheet(name, tuple(tuple(row + [""] * (width - len(row))) for row in rows)))
    assert write_markdown(again) == text
