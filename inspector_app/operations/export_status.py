"""Where an inspection went: the files exported, and whether head office said that they arrived."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inspector_app.inspections.inspection import Inspection, Status
from inspector_app.operations.desk import Desk
from inspector_app.operations.export import file_name
from inspector_app.operations.set_up import office_card

FOLDER = "export-folder"
"""The fact in the database that holds the folder of the last export."""


@dataclass(frozen=True)
class ExportedFile:
    """One file that was written."""

    name: str
    at: datetime
    sha256: str


@dataclass(frozen=True)
class ExportStatus:
    """`office` is who can read the files, `file_name` what the next one will be called, `folder` the last one
    used; `counted` says whether head office can count what is sent now."""

    office: str
    file_name: str
    folder: str
    files: tuple[ExportedFile, ...]
    counted: bool
    practice: bool


def export_status(desk: Desk, inspection: Inspection) -> ExportStatus:
    """The exports of one inspection, the latest first."""
    files = [
        ExportedFile(noted.detail, datetime.fromisoformat(noted.received_at), noted.sha256)
        for noted in desk.store.noted_files()
        if noted.outcome == "exported" and noted.inspection == inspection.id
    ]
    return ExportStatus(
        office=office_card(desk).name,
        file_name=file_name(inspection),
        folder=desk.store.meta(FOLDER),
        files=tuple(reversed(files)),
        counted=inspection.status is Status.FINALISED,
        practice=desk.realm != "live",
    )


def remember_folder(desk: Desk, folder: Path) -> None:
    """Offer this folder again at the next export."""
    desk.store.set_meta(FOLDER, str(folder))
