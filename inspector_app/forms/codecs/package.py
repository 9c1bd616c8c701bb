"""A submission with its files as names and bytes: for a folder, or as the bodies of uploads.

The folder is laid out as ODK Collect and Briefcase do (``instances/NAME/NAME.xml`` with the files beside it),
the uploads as the OpenRosa submission API asks for. Nothing here reads or writes a file.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from inspector_app.forms.codecs.attachments import bare_name
from inspector_app.forms.codecs.submission import AUDIT_FILE
from inspector_app.forms.codecs.xml import elements, local, parse_xml
from inspector_app.forms.errors import FormError
from inspector_app.forms.interface import Form

FindFile = Callable[[str], bytes | None]
XML_PART = "xml_submission_file"
MOST_BYTES = 10_000_000
"""How large a body may become unless the server says otherwise (X-OpenRosa-Accept-Content-Length)."""

_TYPES = {
    "csv": "text/csv", "gif": "image/gif", "jpeg": "image/jpeg", "jpg": "image/jpeg", "m4a": "audio/mp4",
    "mp3": "audio/mpeg", "mp4": "video/mp4", "pdf": "application/pdf", "png": "image/png",
    "txt": "text/plain", "wav": "audio/wav", "webp": "image/webp", "xml": "text/xml",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Identity:
    """What a server knows a submission by; `deprecated_id` is the instanceID that an edit replaces."""

    form_id: str
    version: str
    instance_id: str
    deprecated_id: str = ""


@dataclass(frozen=True)
class Package:
    """One submission. `missing` are files it speaks of that were not found."""

    name: str
    identity: Identity
    xml: bytes
    files: Mapping[str, bytes] = field(default_factory=dict)
    missing: tuple[str, ...] = ()

    def folder(self) -> dict[str, bytes]:
        """Path below the folder of a client, with ``/`` -> content."""
        inside = f"instances/{self.name}"
        return {
            f"{inside}/{self.name}.xml": self.xml,
            **{f"{inside}/{name}": data for name, data in self.files.items()},
        }


@dataclass(frozen=True)
class UploadBody:
    """The body of one POST; send it with ``X-OpenRosa-Version: 1.0`` and this Content-Type."""

    content_type: str
    data: bytes


def make_package(form: Form, submission: bytes, find: FindFile, audit: bytes | None = None) -> Package:
    """The submission, its bytes untouched, with the files it speaks of; `audit` is the content of its log.

    FormError for what a server would refuse: no form id, no instanceID, names that are no bare file names.
    """
    identity = identity_of(submission)
    files: dict[str, bytes] = {}
    missing: list[str] = []
    for name in form.attachments(submission):
        data = audit if name == AUDIT_FILE and audit is not None else find(name)
        if data is None:
            missing.append(name)
        else:
            files[name] = data
    return Package(folder_name(identity), identity, submission, files, tuple(missing))


def identity_of(submission: bytes) -> Identity:
    """The ids in a submission; FormError where the form's or the record's is missing."""
    root = parse_xml(submission, "The submission")
    ids = {"instanceID": "", "deprecatedID": ""}
    for meta in elements(root):
        if local(meta).lower() == "meta":
            for one in elements(meta):
                if local(one) in ids:
                    ids[local(one)] = (one.text or "").strip()
    version = next((str(text) for key, text in root.attrib.items() if _bare(str(key)) == "version"), "")
    found = Identity(root.get("id") or "", version, ids["instanceID"], ids["deprecatedID"])
    if not found.form_id or not found.instance_id:
        raise FormError(
            "The submission has no form id." if not found.form_id else "The submission has no instanceID.",
            "Make it again from the record; no server takes it so.",
            code="submission-identity",
        )
    return found


def _bare(key: str) -> str:
    return key.rpartition("}")[2]


def folder_name(identity: Identity) -> str:
    """``<form id>_<id of the record>`` in letters, digits, ``-`` and ``_`` of every file system."""
    own = identity.instance_id.removeprefix("uuid:")
    plain = [re.sub(r"[^A-Za-z0-9_-]+", "-", part).strip("-")[:80] for part in (identity.form_id, own)]
    if not plain[1] or plain[1] != own:
        plain[1] = f"{plain[1]}-{hashlib.sha256(own.encode()).hexdigest()[:12]}".strip("-")
    return f"{plain[0] or 'form'}_{plain[1]}"


def upload_bodies(package: Package, most_bytes: int = MOST_BYTES) -> list[UploadBody]:
    """One body, or several with the same XML each where the files are too large for one.

    A file that is larger by itself goes into a body of its own, which only the server can refuse.
    """
    bodies: list[dict[str, bytes]] = [{}]
    size = len(package.xml)
    for name, data in package.files.items():
        if bodies[-1] and size + len(data) > most_bytes:
            bodies.append({})
            size = len(package.xml)
        bodies[-1][bare_name(name)] = data
        size += len(data)
    return [_body(package, files) for files in bodies]


def _body(package: Package, files: Mapping[str, bytes]) -> UploadBody:
    boundary = _boundary([package.xml, *files.values()])
    parts = [_part(boundary, XML_PART, f"{package.name}.xml", "text/xml", package.xml)]
    for name, data in files.items():
        kind = _TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")
        parts.append(_part(boundary, name, name, kind, data))
    parts.append(f"--{boundary}--\r\n".encode())
    return UploadBody(f'multipart/form-data; boundary="{boundary}"', b"".join(parts))


def _part(boundary: str, name: str, file_name: str, kind: str, data: bytes) -> bytes:
    head = (
        f"--{boundary}\r\n"
        f'Content-Disposition: form-data; name="{name}"; filename="{file_name}"\r\n'
        f"Content-Type: {kind}\r\nContent-Transfer-Encoding: binary\r\n\r\n"
    )
    return head.encode() + data + b"\r\n"


def _boundary(contents: list[bytes]) -> str:
    """The same for the same content, and in none of it."""
    return next(one for one in _candidates(contents) if not any(one.encode() in data for data in contents))


def _candidates(contents: list[bytes]) -> Iterator[str]:
    digest = hashlib.sha256()
    for data in contents:
        digest.update(hashlib.sha256(data).digest())
    while True:
        yield f"inspector-{digest.hexdigest()[:40]}"
        digest.update(b"again")
