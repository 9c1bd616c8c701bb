"""An issued letter proves what it is: by the record that keeps it, or by the signed file beside it."""

from __future__ import annotations

import hashlib
import io
import json
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.cli import commands
from inspector_app.documents.make import render_paper
from inspector_app.errors import KnownError
from inspector_app.exchange import minisign
from inspector_app.exchange.letter_seal import LetterSeal, read_letter_seal, write_letter_seal
from inspector_app.operations.checklist_session import open_checklists
from inspector_app.operations.checklist_words import checklist_words
from inspector_app.operations.desk import Desk
from inspector_app.operations.letter import issue_letter, make_letter
from inspector_app.operations.letter_files import Saved, open_version, save_paper, save_version
from inspector_app.operations.letter_status import issued_pdf, letter_status
from inspector_app.operations.papers import build_paper
from inspector_app.operations.preview import draft_letter
from inspector_app.operations.program import Program
from inspector_app.operations.verify_letter import by_database, by_signature, sign_letter

SECRET = bytes(range(32))
LETTER = b"%PDF-1.7\n" + bytes(range(256)) * 8


def seal_of(data: bytes) -> LetterSeal:
    digest = hashlib.sha256(data).hexdigest()
    return LetterSeal(
        "EX-1", 2, date(2018, 11, 15), "AAAA-BBBB-CCCC", "0" * 64, digest, len(data), "laptop",
        minisign.public_of(SECRET),
    )  # fmt: skip


SEAL = write_letter_seal(seal_of(LETTER), SECRET)


@given(place=st.integers(0, len(LETTER) - 1), flip=st.integers(1, 255))
def test_any_single_altered_byte_of_the_letter_is_found(place: int, flip: int) -> None:
    altered = LETTER[:place] + bytes([LETTER[place] ^ flip]) + LETTER[place + 1 :]
    assert not by_signature(altered, SEAL).unaltered
    assert by_signature(LETTER, SEAL).unaltered


@settings(max_examples=300)
@given(place=st.integers(0, len(SEAL) - 1), flip=st.integers(1, 255))
def test_any_single_altered_byte_of_the_verification_file_changes_nothing_or_is_refused(
    place: int, flip: int
) -> None:
    altered = SEAL[:place] + bytes([SEAL[place] ^ flip]) + SEAL[place + 1 :]
    try:
        found = read_letter_seal(altered)
    except KnownError as error:
        assert error.code in ("letter-seal-altered", "letter-seal-newer")
    else:
        assert found == seal_of(LETTER), "only blanks between its parts may differ"


def test_bytes_added_or_taken_away_are_found() -> None:
    assert not by_signature(LETTER + b"\n", SEAL).unaltered
    assert not by_signature(LETTER[:-1], SEAL).unaltered
    assert not by_signature(b"", SEAL).unaltered


def test_a_letter_is_sealed_with_the_key_that_the_file_names() -> None:
    with pytest.raises(ValueError, match="names"):
        write_letter_seal(seal_of(LETTER), bytes(32))


def test_the_record_knows_its_letters_and_which_one_stands(laptop: Desk) -> None:
    inspection = laptop.find("EX-2026-0001")
    (kept,) = laptop.store.records(inspection.id, "letter").values()
    first = laptop.store.blob(str(kept["blob"]))
    assert first is not None
    found = by_database(laptop, first)
    assert (found.unaltered, found.reference, found.version, found.standing) == (
        True, "EX-2026-0001", 1, "stands",
    )  # fmt: skip
    second = issue_letter(laptop, inspection, issued_on=laptop.today())
    assert by_database(laptop, first).standing == "superseded"
    assert by_database(laptop, second.pdf).version == 2
    proof = by_signature(second.pdf, sign_letter(laptop, inspection, second.letter, second.pdf))
    assert proof.unaltered and proof.version == 2 and proof.code == second.letter.record_code.short


def test_one_altered_byte_of_an_issued_letter_is_found_wherever_it_stands(laptop: Desk) -> None:
    """All through the very file, by the kept SHA-256 and by the signature; each place with another change."""
    inspection = laptop.find("EX-2026-0001")
    current = letter_status(laptop, inspection).current
    assert current is not None and current.verification
    issued = issued_pdf(laptop, current)
    seal = current.verification.encode("utf-8")
    assert by_signature(issued, seal).unaltered and by_database(laptop, issued).unaltered
    places = range(0, len(issued), 53)
    assert len(places) > 1000
    for number, place in enumerate(places):
        altered = bytearray(issued)
        altered[place] ^= 1 << number % 8
        assert not by_signature(bytes(altered), seal).unaltered, place
        if number % 40 == 0:
            assert not by_database(laptop, bytes(altered)).unaltered, place


def test_a_version_is_saved_with_the_signature_of_its_issue_and_a_copy_with_its_own(
    laptop: Desk, tmp_path: Path
) -> None:
    inspection = laptop.find("EX-2026-0001")
    current = letter_status(laptop, inspection).current
    assert current is not None
    opened = open_version(laptop, inspection, current)
    assert opened.proof.unaltered and hashlib.sha256(opened.pdf).hexdigest() == current.blob
    saved = save_version(laptop, inspection, current, tmp_path / "letter.pdf")
    assert saved.verification is not None
    assert saved.verification.read_text(encoding="utf-8") == current.verification
    words = checklist_words(open_checklists(laptop, inspection))
    paper = draft_letter(laptop, inspection, words, large_print=True)
    pdf = laptop.program.render_letter(paper)
    copy = save_paper(laptop, inspection, paper, pdf, tmp_path / "large")
    assert copy.file.name == "large.pdf" and copy.verification is not None
    proof = by_signature(pdf, copy.verification.read_bytes())
    assert proof.unaltered and (proof.version, proof.code) == (current.version, current.code)
    form = build_paper(laptop, inspection, "accuracy", issued_on=laptop.today())
    assert save_paper(laptop, inspection, form, render_paper(form, "docx"), tmp_path / "form.pdf") == Saved(
        tmp_path / "form.docx"
    )


def test_a_draft_and_an_altered_letter_are_not_confirmed_but_named(laptop: Desk) -> None:
    inspection = laptop.find("EX-2026-0001")
    draft = make_letter(laptop, inspection, issued_on=laptop.today())
    found = by_database(laptop, draft.pdf)
    assert not found.unaltered
    assert (found.reference, found.version) == ("EX-2026-0001", 2)
    assert found.code == draft.letter.record_code.short


def test_the_code_of_the_record_stands_on_every_page(laptop: Desk) -> None:
    made = make_letter(laptop, laptop.find("EX-2026-0001"), issued_on=laptop.today())
    assert len(pikepdf.open(io.BytesIO(made.pdf)).pages) > 1
    assert made.letter.record_code.digest.upper().startswith(made.letter.record_code.short.replace("-", ""))


@pytest.mark.slow
def test_the_command_makes_and_verifies(
    program: Program, laptop: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INSPECTOR_APP_PASSPHRASE", "demo")
    database = str(laptop.store.path)
    laptop.store.close()
    letter = tmp_path / "letter.pdf"

    def call(*arguments: str) -> tuple[int, dict[str, object]]:
        result = CliRunner().invoke(
            commands, [*arguments, "--json"], obj=lambda: program, standalone_mode=False
        )
        assert result.exception is None, result.exception
        return int(result.return_value or 0), json.loads(result.stdout)

    made = call("letter", "make", database, "--inspection", "EX-2026-0001", "-o", str(letter), "--final")[1]
    assert made["version"] == 2 and (tmp_path / "letter.pdf.verify").is_file()
    assert call("letter", "verify", str(letter))[1]["unaltered"] == "yes"
    status, found = call("letter", "verify", str(letter), "--database", database)
    assert (status, found["reference"], found["version"]) == (0, "EX-2026-0001", 2)
    letter.write_bytes(letter.read_bytes().replace(b"Inspector", b"Inspectos", 1))
    assert call("letter", "verify", str(letter))[0] == 1
    checked = call("letter", "check", database, "--inspection", "EX-2026-0001")[1]["open"]
    assert {"code", "place", "message", "advice"} == set(checked[0])
    assert call("letter", "verify", str(letter), "--database", database)[1]["unaltered"] == "no"
    for kind, file_format in (("record", "pdf"), ("action-plan", "docx")):
        file = tmp_path / f"{kind}.{file_format}"
        arguments = ["letter", "make", database, "--inspection", "EX-2026-0001", "-o", str(file)]
        call(*arguments, "--kind", kind, "--format", file_format)
        assert file.stat().st_size > 10_000
