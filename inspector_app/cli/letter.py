"""`inspector-app letter`: make a letter or any other document of an inspection; say what a letter file is."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from inspector_app.cli.common import (
    database_argument,
    json_option,
    passphrase,
    passphrase_option,
    show,
    the_program,
)

KINDS = ("feedback", "letter", "action-plan", "accuracy", "record", "follow-up", "complaint", "summary")


@click.group("letter")
def letter_command() -> None:
    """Make the letter and the documents that go with it, or verify a letter."""


@letter_command.command("make")
@database_argument
@click.option("--inspection", "reference", required=True, help="Reference of the inspection.")
@click.option("-o", "--output", "file", required=True, type=click.Path(path_type=Path), help="File to write.")
@click.option("--kind", type=click.Choice(KINDS), default="letter", help="Which document (letter).")
@click.option(
    "--format", "file_format", type=click.Choice(("pdf", "docx")), default="pdf", help="pdf or docx."
)
@click.option("--final", is_flag=True, help="Issue the final letter and keep it in the record.")
@click.option("--large-print", is_flag=True, help="18 point.")
@click.option("--language", default="en", help="Language of the fixed words (en); gd is a proof.")
@passphrase_option
@json_option
@click.pass_context
def make_command(
    ctx: click.Context,
    database: Path,
    reference: str,
    file: Path,
    kind: str,
    file_format: str,
    final: bool,
    large_print: bool,
    language: str,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Write a document of an inspection; --final issues the letter, with a verification file beside it."""
    from inspector_app.files import write_whole
    from inspector_app.operations.letter import issue_letter
    from inspector_app.operations.papers import FileFormat, PaperKind, make_paper
    from inspector_app.operations.set_up import open_desk
    from inspector_app.operations.verify_letter import sign_letter, verification_file

    if final and (kind, file_format, language) != ("letter", "pdf", "en"):
        raise click.UsageError("Only the letter itself is issued, in English and as PDF.")
    desk = open_desk(the_program(ctx), database, passphrase(passphrase_file), "laptop")
    made: dict[str, object] = {"letter": file}
    try:
        inspection, today = desk.find(reference), desk.today()
        if final:
            issued = issue_letter(desk, inspection, issued_on=today, large_print=large_print)
            write_whole(file, issued.pdf)
            made |= {"version": issued.letter.version, "sha256": issued.sha256}
            beside = verification_file(file)
            write_whole(beside, sign_letter(desk, inspection, issued.letter, issued.pdf))
            made["verification"] = beside
        else:
            paper = make_paper(
                desk,
                inspection,
                cast(PaperKind, kind),
                cast(FileFormat, file_format),
                issued_on=today,
                large_print=large_print,
                language=language,
            )
            write_whole(file, paper.data)
            made |= {"version": paper.paper.version, "sha256": paper.sha256}
    finally:
        desk.store.close()
    show(made, as_json)


@letter_command.command("check")
@database_argument
@click.option("--inspection", "reference", required=True, help="Reference of the inspection.")
@passphrase_option
@json_option
@click.pass_context
def check_command(
    ctx: click.Context, database: Path, reference: str, passphrase_file: Path | None, as_json: bool
) -> None:
    """Say what is worth mending before the letter is issued, with the place of each; it hinders nothing."""
    from inspector_app.operations.check_letter import check_letter
    from inspector_app.operations.pseudonyms import LaptopNames
    from inspector_app.operations.set_up import open_desk

    desk = open_desk(the_program(ctx), database, passphrase(passphrase_file), "laptop")
    try:
        found = check_letter(desk, desk.find(reference), names=LaptopNames(desk))
    finally:
        desk.store.close()
    if as_json:
        rows = [
            {"code": one.code, "place": one.place.label, "message": one.message, "advice": one.advice}
            for one in found.open
        ]
        show({"open": rows, "dismissed": len(found.dismissed)}, as_json)
        return
    for one in found.open:
        click.echo(f"{one.place.label}\t{one.message} {one.advice}\t{one.code}")
    click.echo(f"{len(found.open)} open, {len(found.dismissed)} dismissed", err=True)


@letter_command.command("verify")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--database",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The laptop's or office's database that keeps what was issued.",
)
@click.option(
    "--signature",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The verification file; FILE.verify beside the letter unless named.",
)
@passphrase_option
@json_option
@click.pass_context
def verify_letter_command(
    ctx: click.Context,
    file: Path,
    database: Path | None,
    signature: Path | None,
    passphrase_file: Path | None,
    as_json: bool,
) -> int:
    """Say which record and version a letter is, and whether it was altered; exit status 1 if it cannot be
    relied on."""
    from inspector_app.files import read_whole
    from inspector_app.operations.set_up import open_desk
    from inspector_app.operations.verify_letter import by_database, by_signature, verification_file

    data = read_whole(file)
    if database is not None:
        desk = open_desk(the_program(ctx), database, passphrase(passphrase_file))
        try:
            found = by_database(desk, data)
        finally:
            desk.store.close()
    else:
        found = by_signature(data, read_whole(signature or verification_file(file)))
    show({"letter": file, **found.lines()}, as_json)
    if found.message:
        click.echo(f"{found.message}\n{found.advice}".strip(), err=True)
    return 0 if found.unaltered else 1
