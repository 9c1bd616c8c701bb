"""The names of record kinds and of their fields: one place, so that writer, projection and export agree.

Every record has a `record` id that is unique over all inspections. Values are JSON. A field that is not
listed here is kept in the journal all the same: a later release, or another office's pack, may know it.

| kind        | record                                     | fields                                        |
|-------------|--------------------------------------------|-----------------------------------------------|
| inspection  | the inspection's id                        | `Inspection`                                  |
| team_member | new id                                     | name, role, device, removed                   |
| checklist   | id of the checklist instance               | `Checklist`                                   |
| answer      | instance id + ":" + node key               | value                                         |
| repeat      | instance id + ":" + repeat instance key    | present (true, false once removed)            |
| evidence    | new id                                     | `Evidence`                                    |
| file        | new id                                     | `File`: a file that answers a question        |
| claim       | new id                                     | text, theme, result, note, removed            |
| matter      | new id                                     | about, text, result, note, findings, removed  |
| grade       | inspection id + ":" + theme                | value, reasons                                |
| finding     | new id                                     | `Finding`                                     |
| follow_up   | new id                                     | finding, outcome, checked_on, note            |
| letter      | new id                                     | `Letter`                                      |
| receipt     | new id                                     | received_at, office, heads, bundle            |
| erase       | the target's record; field the target's    | value = {"kind": target's kind, "events": ids} |
| undo        | the id of the action taken back            | undone (true; false once it was done again)   |
| retention   | the inspection's id                        | `Retention`                                   |

A **node key** is the path of the question inside the form with the stable id of each repeat instance on
the way, never its position: ``staff/01890a5d-…/aware``. Removing sets `present` or `removed`; nothing is
ever deleted.
"""

from __future__ import annotations

from typing import Final

INSPECTION: Final = "inspection"
TEAM_MEMBER: Final = "team_member"
CHECKLIST: Final = "checklist"
ANSWER: Final = "answer"
REPEAT: Final = "repeat"
EVIDENCE: Final = "evidence"
FILE: Final = "file"
CLAIM: Final = "claim"
MATTER: Final = "matter"
"""A matter complained of. Older journals hold it as a `claim` with the same fields; `operations.complaint`
reads both, and goes on under the kind that a matter began with."""
GRADE: Final = "grade"
FINDING: Final = "finding"
FOLLOW_UP: Final = "follow_up"
LETTER: Final = "letter"
RECEIPT: Final = "receipt"
ERASE: Final = "erase"
UNDO: Final = "undo"
RETENTION: Final = "retention"

KINDS: Final = (
    INSPECTION,
    TEAM_MEMBER,
    CHECKLIST,
    ANSWER,
    REPEAT,
    EVIDENCE,
    FILE,
    CLAIM,
    MATTER,
    GRADE,
    FINDING,
    FOLLOW_UP,
    LETTER,
    RECEIPT,
    ERASE,
    UNDO,
    RETENTION,
)

VALUE: Final = "value"
"""The field of an answer and of a grade."""
PRESENT: Final = "present"
"""The field of a repeat instance."""
UNDONE: Final = "undone"
"""The field of an undo."""


class Inspection:
    """Fields of kind `inspection`; `SERVICE` is a snapshot of the register, taken when it began."""

    REFERENCE: Final = "reference"
    SERVICE: Final = "service"
    TYPE: Final = "type"
    ANNOUNCED: Final = "announced"
    STARTED_ON: Final = "started_on"
    ENDED_ON: Final = "ended_on"
    INSPECTORS: Final = "inspectors"
    AUTHOR: Final = "author"
    FRAMEWORK: Final = "framework"
    REALM: Final = "realm"
    STATUS: Final = "status"
    FINALISED_AT: Final = "finalised_at"
    VOID_REASON: Final = "void_reason"
    LEGAL_BASIS: Final = "legal_basis"


class Checklist:
    """Fields of kind `checklist`.

    `FROZEN` is written when the inspection is finalised: {"submission": XML text, "form_id", "version",
    "derived": [{"name", "key", "value", "outside_base": bool, "not_assessed": bool}, …]}.
    """

    FORM_ID: Final = "form_id"
    VERSION: Final = "version"
    FORM_HASH: Final = "form_hash"
    TITLE: Final = "title"
    STARTED_AT: Final = "started_at"
    FROZEN: Final = "frozen"


class Evidence:
    """Fields of kind `evidence`; `SOURCE` is spoke, saw or read; answers and rows are cited by record.

    `ATTACHMENT` is {"sha256", "name", "media_type", "size"} of a file that travels with the inspection.
    """

    SOURCE: Final = "source"
    TEXT: Final = "text"
    PLACE: Final = "place"
    CITED_ANSWERS: Final = "cited_answers"
    SAMPLE_ROWS: Final = "sample_rows"
    ATTACHMENT: Final = "attachment"
    REMOVED: Final = "removed"


class File:
    """Fields of kind `file`, written once and together; the answer itself is the file's name, as in XForms.

    `ANSWER` is the record of the answer it was given for, `ATTACHMENT` as of `Evidence`. A name holds part of
    the content's digest, so that two laptops never mean two files by one name; a file that is no answer any
    more stays, so that undo finds it.
    """

    ANSWER: Final = "answer"
    ATTACHMENT: Final = "attachment"


class Finding:
    """Fields of kind `finding`: the parts of `inspections.finding.Finding`; `EVIDENCE` lists records."""

    KIND: Final = "kind"
    STATE: Final = "state"
    NUMBER: Final = "number"
    CLAUSE: Final = "clause"
    THEME: Final = "theme"
    TITLE: Final = "title"
    OUTCOME: Final = "outcome"
    ACTIONS: Final = "actions"
    DEADLINE: Final = "deadline"
    REASONS: Final = "reasons"
    EVIDENCE: Final = "evidence"
    HOOK: Final = "hook"
    STANDARD: Final = "standard"
    QUESTIONS: Final = "questions"
    REFUSAL_REASON: Final = "refusal_reason"
    SOURCE: Final = "source"
    REPEATS: Final = "repeats"
    VALIDATED: Final = "validated"
    REMOVED: Final = "removed"


class Retention:
    """Fields of kind `retention`; `HOLD` is the reason of a legal hold, '' where there is none."""

    CLASS: Final = "class"
    HOLD: Final = "hold"


class Letter:
    """Fields of kind `letter`; `BLOB` is the SHA-256 of the file that was issued, `VERIFICATION` its
    verification file, signed at issue, `DIGEST` the SHA-256 of the record that it says."""

    VERSION: Final = "version"
    STATUS: Final = "status"
    ISSUED_AT: Final = "issued_at"
    BLOB: Final = "blob"
    SUPERSEDED: Final = "superseded"
    VERIFICATION: Final = "verification"
    DIGEST: Final = "digest"


INSPECTION_OPEN: Final = "open"
INSPECTION_FINALISED: Final = "finalised"
INSPECTION_VOID: Final = "void"


def answer_record(instance: str, node_key: str) -> str:
    """The record of one answer, and of one repeat instance: instance id + ":" + key."""
    return f"{instance}:{node_key}"


def split_record(record: str) -> tuple[str, str]:
    """Instance id and key of an answer's or a repeat instance's record; ('', record) without a ":"."""
    instance, colon, key = record.partition(":")
    return (instance, key) if colon else ("", record)
