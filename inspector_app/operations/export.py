"""Export an inspection: journal, readable rows, checklist, submission and letters, sealed and signed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from inspector_app.exchange.bundle import ExportContent, write_export
from inspector_app.exchange.cards import DeviceCard, read_device_card
from inspector_app.exchange.heads import heads_of
from inspector_app.inspections.inspection import Inspection
from inspector_app.journal import records
from inspector_app.journal.event import Json
from inspector_app.operations.attachments import attachment_files, attachment_rows
from inspector_app.operations.codec import text
from inspector_app.operations.desk import Desk
from inspector_app.operations.ports import DerivedRow, Progress, no_progress
from inspector_app.operations.set_up import DEVICE_CARD, SIGNING_KEY, office_card
from inspector_app.sheets.answers import answers_csv


@dataclass(frozen=True)
class Exported:
    """An export file that was written."""

    path: Path
    sha256: str
    size: int


ANSWER_COLUMNS = ("checklist", "key", "ref", "name", "value", "relevant")
ATTACHMENT_COLUMNS = ("file", "name", "media_type", "size", "kind", "record")
DERIVED_COLUMNS = ("checklist", "name", "key", "value", "outside_base", "not_assessed")


@dataclass(frozen=True)
class PreparedExport:
    """All that goes into an export file, ready to be sealed and written by a child process."""

    target: Path
    content: ExportContent
    recipients: tuple[str, ...]
    card: DeviceCard
    made_at: datetime
    signing_key: bytes = field(repr=False)


def export_inspection(desk: Desk, inspection: Inspection, folder: Path) -> Exported:
    """Write ``<service number>_<reference>.inspection`` for head office alone, whole or not at all.

    An open inspection may be exported too (a backup on the way, a colleague's copy): it is not counted.
    """
    exported = write_prepared(no_progress, prepare_export(desk, inspection, folder))
    note_export(desk, inspection, exported)
    return exported


def prepare_export(desk: Desk, inspection: Inspection, folder: Path) -> PreparedExport:
    """Gather the journal and the readable files of an inspection; short, for the writer."""
    events = desk.store.events(inspection.id)
    content = ExportContent(
        inspection_id=inspection.id,
        reference=inspection.reference,
        service_number=inspection.service.service_number,
        realm=inspection.realm,
        events=events,
        heads=heads_of(events),
        files=_files(desk, inspection),
    )
    return PreparedExport(
        folder / file_name(inspection),
        content,
        tuple(office_card(desk).recipients),
        read_device_card(desk.store.secret(DEVICE_CARD)),
        desk.program.now(),
        desk.store.secret(SIGNING_KEY),
    )


def write_prepared(report: Progress, prepared: PreparedExport) -> Exported:
    """Seal, sign and write a prepared export; long, for a child process. Whole or not at all."""
    written = write_export(
        prepared.target,
        prepared.content,
        recipients=prepared.recipients,
        signing_key=prepared.signing_key,
        card=prepared.card,
        now=prepared.made_at,
    )
    report(1, 1)
    return Exported(written.path, written.sha256, written.size)


def note_export(desk: Desk, inspection: Inspection, exported: Exported) -> None:
    """Keep that a file was written, so that the inspection says when it was exported last."""
    desk.store.log_export(inspection.id, exported.path.name, exported.sha256, desk.program.now())
    desk.touched.add(inspection.id, ("export", exported.sha256))


def file_name(inspection: Inspection) -> str:
    """``<service number>_<reference>.inspection``, with only characters that every file system takes."""
    reference = "".join(c if c.isalnum() or c in "-_." else "-" for c in inspection.reference)
    return f"{inspection.service.service_number}_{reference}.inspection"


def _files(desk: Desk, inspection: Inspection) -> dict[str, bytes]:
    files: dict[str, bytes] = {
        "inspection.json": _json(dict(desk.store.values(records.INSPECTION, inspection.id)))
    }
    files |= attachment_files(desk, inspection.id)
    files["attachments.csv"] = answers_csv(ATTACHMENT_COLUMNS, attachment_rows(desk, inspection.id))
    rows: list[dict[str, Json]] = []
    counted: list[dict[str, Json]] = []
    for record, fields in sorted(desk.store.records(inspection.id, records.CHECKLIST).items()):
        form_hash = text(fields, records.Checklist.FORM_HASH)
        xform = desk.store.blob(form_hash)
        if xform is not None:
            files[f"checklists/{form_hash}.xml"] = xform
        rows += [_answer_row(record, row) for row in desk.store.derived(record)]
        frozen = fields.get(records.Checklist.FROZEN)
        if isinstance(frozen, dict):
            name = f"{text(fields, records.Checklist.FORM_ID)}-{record}"
            files[f"submissions/{name}/{name}.xml"] = text(frozen, "submission").encode()
            derived = frozen.get("derived")
            assert isinstance(derived, list)
            counted += [{"checklist": record, **row} for row in derived if isinstance(row, dict)]
    files["answers.json"] = _json(list(rows))
    files["answers.csv"] = answers_csv(ANSWER_COLUMNS, _cells(ANSWER_COLUMNS, rows))
    files["derived.csv"] = answers_csv(DERIVED_COLUMNS, _cells(DERIVED_COLUMNS, counted))
    for fields in desk.store.records(inspection.id, records.LETTER).values():
        pdf = desk.store.blob(text(fields, records.Letter.BLOB))
        if pdf is not None:
            files[f"letters/letter-v{fields.get(records.Letter.VERSION)}.pdf"] = pdf
    return files


def _answer_row(record: str, row: DerivedRow) -> dict[str, Json]:
    return {"checklist": record, **{name: getattr(row, name) for name in ANSWER_COLUMNS[1:]}}


def _cells(columns: Sequence[str], rows: list[dict[str, Json]]) -> list[list[str]]:
    return [[_cell(row.get(column)) for column in columns] for row in rows]


def _cell(value: Json) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _json(value: Json) -> bytes:
    return (json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()
