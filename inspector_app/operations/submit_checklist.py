"""Writes the submissions of a finalised inspection as ODK's servers and tools take them.

Every version that was frozen is a submission of its own: the first, then each correction as an edit that
names the one before. They are listed in the order in which they have to be sent. What is on the disk already
is left as it is, because a server refuses other bytes under an id it knows.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from inspector_app.errors import KnownError
from inspector_app.exchange.odk_encryption import KEY_BYTES, Recipient, encrypt_submission
from inspector_app.files import make_folder, read_whole, write_whole
from inspector_app.forms.audit import AuditEvent, AuditLog
from inspector_app.forms.codecs.package import FindFile, Package, make_package, upload_bodies
from inspector_app.forms.interface import AuditRequest
from inspector_app.inspections.inspection import Inspection, Status
from inspector_app.journal import records
from inspector_app.journal.clock import time_of
from inspector_app.journal.event import Event
from inspector_app.operations.answer_files import finder
from inspector_app.operations.checklist_session import ChecklistSession, open_checklists
from inspector_app.operations.desk import Desk

UPLOADS = "uploads"
_VERSION_HEADER = "X-OpenRosa-Version: 1.0"


@dataclass(frozen=True, slots=True)
class WrittenSubmission:
    """One submission on the disk. `replaces` is the instanceID that it is an edit of, '' for a first one;
    `missing` names attached files that are not in this database; `uploads` are the bodies written.
    """

    folder: Path
    form_id: str
    instance_id: str
    replaces: str
    encrypted: bool
    missing: tuple[str, ...]
    uploads: tuple[Path, ...]


def no_file(name: str) -> bytes | None:
    """No attached files are at hand."""
    return None


def files_in(folder: Path | None) -> FindFile:
    """Attached files from a folder, by their bare names; without one none are at hand."""
    if folder is None:
        return no_file
    known = {path.name: path for path in folder.iterdir() if path.is_file()} if folder.is_dir() else {}
    return lambda name: read_whole(known[name]) if name in known else None


def write_submissions(
    desk: Desk,
    inspection: Inspection,
    folder: Path,
    *,
    find: FindFile = no_file,
    multipart: bool = False,
    new_key: Callable[[], bytes] = lambda: secrets.token_bytes(KEY_BYTES),
) -> tuple[WrittenSubmission, ...]:
    """Write ``instances/NAME/NAME.xml`` and the files of every submission below `folder`, in sending order.

    Files that answer questions are those of the record; `find` gives others by name. With `multipart` also
    ``uploads/``: the exact bodies to be posted later. Forms with a public key are encrypted to it.
    KnownError for an inspection that is not finalised, and for an encrypted submission whose files are not
    all at hand.
    """
    if inspection.status is not Status.FINALISED:
        raise KnownError(
            f"Inspection {inspection.reference} is not finalised, so it has nothing to submit.",
            "Finalise it first. Nothing was written.",
            code="not-finalised",
        )
    find = finder(desk, inspection.id, find)
    written: list[WrittenSubmission] = []
    for session in open_checklists(desk, inspection):
        for package in _packages(desk, session, find):
            number = len(written) + 1 if multipart else 0
            written.append(write_package(folder, package, session.form.sending.public_key, new_key, number))
    return tuple(written)


def _packages(desk: Desk, session: ChecklistSession, find: FindFile) -> Iterator[Package]:
    """Every frozen version of a checklist in order; those erased since are left out."""
    sent = ""
    for event in desk.store.history(records.CHECKLIST, session.record, records.Checklist.FROZEN):
        submission = event.value.get("submission") if isinstance(event.value, dict) else None
        if isinstance(submission, str) and submission != sent:
            sent = submission
            request = session.form.audit
            audit = None if request is None else audit_of(desk, session, request, event)
            yield make_package(session.form, submission.encode(), find, audit)


def write_package(
    folder: Path, package: Package, public_key: str, new_key: Callable[[], bytes], upload_number: int = 0
) -> WrittenSubmission:
    """Write one submission, encrypted where there is a key; its uploads too where they have a number."""
    inside = folder / "instances" / package.name
    if public_key and (inside / f"{package.name}.xml").exists():
        package = _kept(inside, package)
    elif public_key:
        package = _encrypted(package, public_key, new_key())
    make_folder(inside)
    # The XML comes last: where it stands, its files are complete.
    for path, data in reversed(package.folder().items()):
        if not (folder / path).exists():
            write_whole(folder / path, data, private=True)
    identity = package.identity
    return WrittenSubmission(
        inside,
        identity.form_id,
        identity.instance_id,
        identity.deprecated_id,
        bool(public_key),
        package.missing,
        tuple(_write_uploads(folder / UPLOADS, package, upload_number)) if upload_number else (),
    )


def _encrypted(package: Package, public_key: str, key: bytes) -> Package:
    if package.missing:
        raise KnownError(
            f"Files of the record are not in this database: {', '.join(package.missing)}.",
            "An encrypted submission is sealed with all its files. Nothing was written of this one.",
            code="submission-files-missing",
        )
    one = package.identity
    recipient = Recipient(one.form_id, one.version, one.instance_id, public_key)
    sealed = encrypt_submission(recipient, package.xml, package.files, key)
    return replace(package, xml=sealed.manifest, files=sealed.files)


def _kept(inside: Path, package: Package) -> Package:
    """An encrypted submission as it was written before: made again it would be another."""
    xml = read_whole(inside / f"{package.name}.xml")
    names = sorted(path.name for path in inside.iterdir() if path.suffix == ".enc")
    return replace(package, xml=xml, files={name: read_whole(inside / name) for name in names}, missing=())


def _write_uploads(folder: Path, package: Package, number: int) -> Iterator[Path]:
    make_folder(folder)
    for part, body in enumerate(upload_bodies(package), 1):
        target = folder / f"{number:04}-{part}-{package.name}.multipart"
        headers = f"{_VERSION_HEADER}\nContent-Type: {body.content_type}\nContent-Length: {len(body.data)}\n"
        write_whole(target, body.data, private=True)
        write_whole(target.with_suffix(".headers"), headers.encode(), private=True)
        yield target


def audit_of(desk: Desk, session: ChecklistSession, request: AuditRequest, frozen: Event) -> bytes:
    """The log that the form asks for, told by the journal up to the moment of freezing."""
    log = AuditLog(request)
    events = [event for event in desk.store.events(session.inspection.id) if event.at <= frozen.at]
    own = sorted(_of_checklist(events, session.record), key=lambda event: (event.at, event.seq))
    asked = {view.key: view.ref for view in session.instance.views() if view.control}
    held: dict[str, str] = {}
    if own:
        log.note(AuditEvent("form start", time_of(own[0].at), user=own[0].author))
    for event in own:
        key = event.record.partition(":")[2]
        if event.kind == records.ANSWER and key in asked:
            value = event.value if isinstance(event.value, str) else ""
            log.note(_question(event, time_of(event.at), asked[key], held.get(key, ""), value))
            held[key] = value
    log.note(AuditEvent("form finalize", time_of(frozen.at), user=frozen.author))
    return log.to_csv()


def _of_checklist(events: Iterable[Event], record: str) -> Iterator[Event]:
    return (one for one in events if one.record == record or one.record.startswith(record + ":"))


def _question(event: Event, at: datetime, node: str, old: str, new: str) -> AuditEvent:
    return AuditEvent(
        "question", at, node, end=at, old=old, new=new, user=event.author, reason=event.reason or ""
    )
