"""`inspector-app letter`: make a letter, draft or final; say what a letter file is."""

from __future__ import annotations

from pathlib import Path

import click

from inspector_app.cli.common import (
    database_argument,
    json_option,
    passphrase,
    passphrase_option,
    show,
    the_program,
)


@click.group("letter")
def letter_command() -> None:
    """Make the recommendation and requirement letter, or verify one."""


@letter_command.command("make")
@database_argument
@click.option("--inspection", "reference", required=True, help="Reference of the inspection.")
@click.option(
    "-o", "--output", "file", required=True, type=click.Path(path_type=Path), help="PDF file to write."
)
@click.option("--final", is_flag=True, help="Issue the final letter and keep it in the record.")
@click.option("--large-print", is_flag=True, help="18 point.")
@passphrase_option
@json_option
@click.pass_context
def make_command(
    ctx: click.Context,
    database: Path,
    reference: str,
    file: Path,
    final: bool,
    large_print: bool,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Write the letter of an inspection as tagged PDF: a draft, or the final one."""
    from inspector_app.files import write_whole
    from inspector_app.operations.letter import issue_letter, make_letter
    from inspector_app.operations.set_up import open_desk

    desk = open_desk(the_program(ctx), database, passphrase(passphrase_file), "laptop")
    try:
        inspection = desk.find(reference)
        if final:
            made = issue_letter(desk, inspection, issued_on=desk.today(), large_print=large_print)
        else:
            made = make_letter(desk, inspection, issued_on=desk.today(), large_print=large_print)
        write_whole(file, made.pdf)
    finally:
        desk.store.close()
    show({"letter": file, "version": made.letter.version, "sha256": made.sha256}, as_json)
