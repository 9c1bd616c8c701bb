from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from page_checks import failures
from pdf_reader import ReadPdf

from inspector_app.documents.recovery_sheet import SheetFacts, qr_modules, render_recovery_sheet

FACTS = SheetFacts(
    code="7KQ2-0000-1111-2222-3333-4444-5555-6666-ABCD",
    inspector="A. Inspector (example)",
    laptop="Laptop 0a1b2c",
    office="Invented head office (example)",
    made_on=date(2026, 3, 2),
)


@pytest.mark.parametrize("facts", [FACTS, replace(FACTS, office="", inspector="Æ".join("xyz") * 30)])
def test_the_sheet_is_accessible_and_says_the_code(facts: SheetFacts) -> None:
    pdf = render_recovery_sheet(facts)
    assert failures(pdf, "ua1") == []
    said = [text for text in ReadPdf(pdf).leaves() if text]
    assert facts.code in said
    assert any("2 March 2026" in text for text in said)
    assert any(facts.office in text for text in said) if facts.office else True


def test_the_same_facts_give_the_same_bytes() -> None:
    assert render_recovery_sheet(FACTS) == render_recovery_sheet(FACTS)
    assert render_recovery_sheet(FACTS) != render_recovery_sheet(replace(FACTS, code="X" + FACTS.code[1:]))


def test_the_qr_code_has_its_three_corners() -> None:
    modules = qr_modules(FACTS.code)
    size = len(modules)
    assert size == len(modules[0]) and (size - 17) % 4 == 0
    for row, column in ((0, 0), (0, size - 7), (size - 7, 0)):
        assert all(modules[row][column + place] for place in range(7))
        assert modules[row + 3][column + 3] and not modules[row + 1][column + 1]
