"""The letter that is timed, in a module of its own, so that a cold start imports nothing else."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "documents"))

from invented_letters import invented_letter

from inspector_app.inspections.letter import Letter


def short_letter() -> Letter:
    """An invented letter of three pages: a requirement with all its parts, and strengths."""
    base = invented_letter()
    return replace(base, recommendations=(), previous=(), checklist=(), grades=(), sections=(), next_steps=())
