"""The facts that are counted: one answer of one finalised inspection, and one finding of it.

Whoever hands these rows over has already left out inspections that are not finalised or are voided;
everything else that decides whether an answer counts is a field of the row.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CountedAnswer:
    """What one finalised inspection answered to one question of the tables.

    `answer` is the code of the chosen option, '' when missing. `relevant` is false where the checklist
    did not ask; such a row is in no base and is not missing. `not_assessed` means the inspector recorded
    that the question could not be assessed. `outside_base` means the answer leaves the base of
    percentages (not applicable). `realm` is a value of `inspections.inspection.Realm`.
    """

    inspection: str
    service_number: str
    inspected_on: date
    reporting_type: str
    sector: str
    realm: str
    question: str
    answer: str = ""
    outside_base: bool = False
    not_assessed: bool = False
    relevant: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """One finding of one finalised inspection; `kind` is ``requirement`` or ``recommendation``.

    Two findings of one inspection may be equal in every field: each row is one finding.
    """

    inspection: str
    service_number: str
    reporting_type: str
    sector: str
    kind: str
    theme: str = ""
    standard: str = ""
