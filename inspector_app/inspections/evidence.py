"""What a finding rests on: what the inspector was told, saw or read, and the answers that show it.

A finding with no evidence must never reach a letter, so evidence is a thing of its own and not a note:
it says where it comes from, and cites answers and sample rows by reference instead of copying them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from inspector_app.words import mark


class EvidenceSource(StrEnum):
    """How the inspector came to know something (the three ways of DOMAIN 3B)."""

    SPOKE = "spoke"
    SAW = "saw"
    READ = "read"


SOURCE_LABELS = {
    EvidenceSource.SPOKE: mark("Evidence", "Spoke with people"),
    EvidenceSource.SAW: mark("Evidence", "Saw or observed"),
    EvidenceSource.READ: mark("Evidence", "Read in records"),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence.

    `place` says where or in which document ("staff training log"), never whose; `cited_answers` holds
    question nodes such as ``aware_indicators``; `sample_rows` holds ids of repeat instances (a member
    of staff by designation, a plan by pseudonym).
    """

    id: str
    source: EvidenceSource | None = None
    text: str = ""
    place: str = ""
    cited_answers: tuple[str, ...] = ()
    sample_rows: tuple[str, ...] = ()

    @property
    def usable(self) -> bool:
        """True when it cites an answer or a sample row, or is text that says where it comes from."""
        cites = any(ref.strip() for ref in (*self.cited_answers, *self.sample_rows))
        return cites or (bool(self.text.strip()) and self.source is not None)

    @property
    def lacks_source(self) -> bool:
        """True for text that nobody can trace: no source, and nothing cited."""
        return bool(self.text.strip()) and not self.usable
