"""Files that answer questions: sealed beside the database, named by the answer, found again by that name.

XForms keeps of a file its bare name. What the name means stands in a record of kind `file`: it is written
once, in the same transaction as the answer and as an action of its own, so that undo takes back the answer
alone and the file can come back.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath

from inspector_app.errors import KnownError
from inspector_app.journal import records
from inspector_app.journal.merge import Slot
from inspector_app.journal.records import FILE, answer_record
from inspector_app.operations.answering import leave
from inspector_app.operations.attachments import (
    AttachedFile,
    attached_file,
    attachments,
    content_of,
    facts_of,
    put_away,
)
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.desk import Desk
from inspector_app.words import translate

LARGEST_SHOWN = 25_000_000
"""Bytes of a picture that is still read to be shown small."""
_DIGITS = 8
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class KeptFile:
    """What is shown of a file: its size in bytes (-1 where it is not known), and its content where it is a
    picture that can be shown. `missing` says why there is none, '' where there is nothing to say.
    """

    size: int = -1
    content: bytes | None = None
    missing: str = ""


def kept_name(name: str, content: bytes) -> str:
    """The name under which a file is kept: its own in small letters, and part of its content's digest.

    It is safe in every file system, in a submission and in a URL, and two files never share one.
    """
    plain = unicodedata.normalize("NFC", PurePath(name.replace("\\", "/")).name).lower()
    stem, dot, ending = plain.rpartition(".")
    if not dot or not (ending.isascii() and ending.isalnum() and len(ending) <= _DIGITS):
        stem, ending = plain, ""
    safe = re.sub(r"[\W_]+", "-", stem).strip("-")[:_LONGEST].strip("-") or "file"
    digest = hashlib.sha256(content).hexdigest()[:_DIGITS]
    return f"{safe}-{digest}.{ending}" if ending else f"{safe}-{digest}"


def answer_with_file(session: ChecklistSession, key: str, name: str, content: bytes) -> str:
    """Keep a file and answer a question with it, both or nothing; gives the name, which is the answer.

    KnownError ``disk-full``, ``read-only``, and where the inspection may not change.
    """
    with session.desk.store.transaction():
        kept = keep_file(
            session.desk, session.inspection.id, answer_record(session.record, key), name, content
        )
        leave(session, key, kept)
    return kept


def keep_file(
    desk: Desk, inspection_id: str, answer: str, name: str, content: bytes, *, reason: str = ""
) -> str:
    """Keep a file for an answer, named by its record; gives its name."""
    kept = kept_name(name, content)
    put_file(desk, inspection_id, answer, kept, content, reason=reason)
    return kept


def put_file(
    desk: Desk, inspection_id: str, answer: str, kept: str, content: bytes, *, reason: str = ""
) -> None:
    """Keep a file under a name that `kept_name` gave; one that is here already is not kept twice."""
    known = file_named(desk, inspection_id, kept)
    here = {one.sha256 for one in attachments(desk, inspection_id)}
    if known is not None and known.sha256 in here:
        return
    with desk.store.transaction():
        sealed = put_away(desk, inspection_id, kept, BytesIO(content))
        fields = {records.File.ANSWER: answer, records.File.ATTACHMENT: facts_of(sealed)}
        desk.write_fields(inspection_id, FILE, desk.program.new_id(), fields, reason=reason)


def file_named(desk: Desk, inspection_id: str, name: str) -> AttachedFile | None:
    """The file that an answer names; None for one that this record does not know, or that was erased."""
    for fields in desk.store.records(inspection_id, FILE).values():
        file = attached_file(fields.get(records.File.ATTACHMENT))
        if file is not None and file.name == name:
            return file
    return None


def look_at(desk: Desk, inspection_id: str, name: str) -> KeptFile:
    """What is to be shown of the file that an answer names."""
    file = file_named(desk, inspection_id, name)
    if file is None:
        words = translate("AnswerFiles", "The file {name} is not in this record.")
        return KeptFile(missing=words.format(name=name))
    if not file.picture or file.size > LARGEST_SHOWN:
        return KeptFile(file.size)
    try:
        return KeptFile(file.size, content_of(desk, inspection_id, file))
    except KnownError as error:
        return KeptFile(file.size, missing=f"{error.message} {error.advice}".strip())


def finder(
    desk: Desk, inspection_id: str, otherwise: Callable[[str], bytes | None]
) -> Callable[[str], bytes | None]:
    """Finds the content of files by the names in answers; those not in this database, `otherwise`."""

    def find(name: str) -> bytes | None:
        file = file_named(desk, inspection_id, name)
        try:
            return content_of(desk, inspection_id, file) if file is not None else otherwise(name)
        except KnownError as error:
            if error.code != "missing-file":
                raise
            return otherwise(name)

    return find


@dataclass(frozen=True, slots=True)
class FilesOfAnswer:
    """All that has to go where an answer is erased: fields that name its files, and the sealed files."""

    slots: tuple[Slot, ...]
    sealed: tuple[str, ...]


def files_of_answer(desk: Desk, inspection_id: str, answer: str) -> FilesOfAnswer:
    """The files that an answer names or ever named, and every other field that holds the same content."""
    named = {
        event.value
        for event in desk.store.history(records.ANSWER, answer, records.VALUE)
        if isinstance(event.value, str)
    }
    files = {
        record: attached_file(fields.get(records.File.ATTACHMENT))
        for record, fields in desk.store.records(inspection_id, FILE).items()
    }
    digests = {file.sha256 for file in files.values() if file is not None and file.name in named}
    if not digests:
        return FilesOfAnswer((), ())
    names = {file.name for file in files.values() if file is not None and file.sha256 in digests}
    slots = [
        (FILE, record, records.File.ATTACHMENT)
        for record, file in files.items()
        if file is not None and file.sha256 in digests
    ]
    for kind, field, held in (
        (records.ANSWER, records.VALUE, names),
        (records.EVIDENCE, records.Evidence.ATTACHMENT, digests),
    ):
        for record in desk.store.records(inspection_id, kind):
            values = [event.value for event in desk.store.history(kind, record, field)]
            said = {str(one["sha256"]) if isinstance(one, dict) else str(one) for one in values if one}
            if record != answer and said & held:
                slots.append((kind, record, field))
    sealed = [one.id for one in attachments(desk, inspection_id) if one.sha256 in digests]
    return FilesOfAnswer(tuple(slots), tuple(sealed))
