"""Letters as files: save with the verification file beside them, open a version, look a file up."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from inspector_app.files import read_whole, write_together
from inspector_app.inspections.inspection import Inspection
from inspector_app.inspections.letter import Letter
from inspector_app.inspections.paper import Paper
from inspector_app.operations.desk import Desk
from inspector_app.operations.letter_status import IssuedLetter, issued_pdf, letter_status
from inspector_app.operations.verify_letter import (
    LetterProof,
    by_database,
    by_signature,
    sign_file,
    sign_letter,
    verification_file,
)

PDF = b"%PDF"


@dataclass(frozen=True)
class OpenedVersion:
    """A version as it was issued, and what looking at each of its bytes told."""

    issued: IssuedLetter
    pdf: bytes
    proof: LetterProof


@dataclass(frozen=True)
class Saved:
    """The file written, and its verification file where it is a letter that was issued."""

    file: Path
    verification: Path | None = None


def open_version(desk: Desk, inspection: Inspection, issued: IssuedLetter) -> OpenedVersion:
    """A version's bytes, held against the SHA-256 kept at issue and against the signature; KnownError when
    they were erased."""
    pdf = issued_pdf(desk, issued)
    proof = by_database(desk, pdf)
    if proof.unaltered and issued.verification:
        signed = by_signature(pdf, issued.verification.encode("utf-8"))
        proof = proof if signed.unaltered else signed
    return OpenedVersion(issued, pdf, proof)


def save_version(desk: Desk, inspection: Inspection, issued: IssuedLetter, target: Path) -> Saved:
    """Write a version as it was issued, with its verification file."""
    pdf = issued_pdf(desk, issued)
    code = (issued.code, issued.digest)
    signed = issued.verification.encode("utf-8") or sign_file(
        desk, inspection, issued.version, issued.issued_on, code, pdf
    )
    return save_file(pdf, target, signed)


def save_paper(desk: Desk, inspection: Inspection, paper: Paper, data: bytes, target: Path) -> Saved:
    """Write a document as it is shown. A final letter of the version that stands gets its verification file:
    the one signed at issue, or one of its own where it is printed in another size."""
    standing = letter_status(desk, inspection).current
    if not data.startswith(PDF) or not isinstance(paper, Letter) or standing is None:
        return save_file(data, target)
    if paper.state != "final" or paper.version != standing.version or not paper.wording.reviewed:
        return save_file(data, target)
    if hashlib.sha256(data).hexdigest() == standing.blob and standing.verification:
        return save_file(data, target, standing.verification.encode("utf-8"))
    return save_file(data, target, sign_letter(desk, inspection, paper, data))


def look_up(desk: Desk, file: Path) -> LetterProof:
    """Say which letter of this record a file is, and whether one of its bytes was altered."""
    return by_database(desk, read_whole(file))


def save_file(data: bytes, target: Path, verification: bytes = b"") -> Saved:
    """Write both files whole or neither; a suffix is added where it is missing, a folder gets a file called
    letter."""
    suffix = ".pdf" if data.startswith(PDF) else ".docx"
    if target.is_dir():
        target = target / f"letter{suffix}"
    if target.suffix.lower() in (".pdf", ".docx"):
        target = target.with_suffix(suffix)
    elif target.suffix.lower() != suffix:
        target = target.with_name(f"{target.name}{suffix}")
    beside = verification_file(target) if verification else None
    write_together({target: data} | ({beside: verification} if beside else {}))
    return Saved(target, beside)
