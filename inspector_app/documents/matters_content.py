"""Matters complained of as a table: for the letter about a complaint, and for the record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from inspector_app.documents.blocks import Block, Cell, Inline, Table
from inspector_app.documents.cleaning import tidy
from inspector_app.documents.frame import words_of
from inspector_app.documents.inline import linked
from inspector_app.inspections.paper import Paper
from inspector_app.inspections.papers import ComplaintMatter


def _led_to(paper: Paper, matter: ComplaintMatter) -> Inline:
    if not matter.findings:
        return ()
    words = words_of(paper)
    named = words.run("phrases.matter_findings", findings=words.wording.join(matter.findings))
    return (replace(named, text=f" {named.text}"),)


def matters_table(paper: Paper, matters: Sequence[ComplaintMatter]) -> list[Block]:
    """What was complained of, what was decided and why; nothing where there is no matter."""
    words = words_of(paper)
    rows = [
        (
            Cell(words.runs("phrases.matter_number", number=str(one.number), text=tidy(one.text))),
            Cell((words.strong(f"phrases.{one.outcome}"),)),
            Cell((*linked(one.reason), *_led_to(paper, one))),
        )
        for one in matters
    ]
    header = tuple(words.run(f"labels.{key}") for key in ("matter", "decision", "decision_reason"))
    return [Table(header, tuple(rows), (0.38, 0.2, 0.42), strong_names=False)] if rows else []
