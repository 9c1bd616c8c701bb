"""The submissions of a finalised inspection, for ODK's servers and tools."""

from __future__ import annotations

from pathlib import Path

import click

from inspector_app.cli.common import (
    database_argument,
    json_option,
    passphrase,
    passphrase_option,
    the_program,
)


@click.command("submission")
@database_argument
@click.option("--inspection", "reference", required=True, help="Reference of the inspection.")
@click.option(
    "-o", "--output", "folder", required=True, type=click.Path(path_type=Path), help="Folder to write into."
)
@click.option(
    "--files", type=click.Path(path_type=Path), help="Folder with files that are not in this database."
)
@click.option("--multipart", is_flag=True, help="Also write the bodies of the uploads, to be posted later.")
@passphrase_option
@json_option
@click.pass_context
def submission_command(
    ctx: click.Context,
    database: Path,
    reference: str,
    folder: Path,
    files: Path | None,
    multipart: bool,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Write each submission as instances/NAME/NAME.xml with its files; nothing is sent."""
    import json

    from inspector_app.operations.set_up import open_desk
    from inspector_app.operations.submit_checklist import files_in, write_submissions

    desk = open_desk(the_program(ctx), database, passphrase(passphrase_file), "laptop")
    try:
        find = files_in(files)
        written = write_submissions(desk, desk.find(reference), folder, find=find, multipart=multipart)
    finally:
        desk.store.close()
    if as_json:
        rows = [
            {
                "folder": str(one.folder),
                "form_id": one.form_id,
                "instance_id": one.instance_id,
                "replaces": one.replaces,
                "encrypted": one.encrypted,
                "missing": list(one.missing),
                "uploads": [str(path) for path in one.uploads],
            }
            for one in written
        ]
        click.echo(json.dumps({"submissions": rows}, ensure_ascii=False))
        return
    for one in written:
        click.echo(f"{one.form_id}\t{one.folder}")
        for path in one.uploads:
            click.echo(f"upload\t{path}")
        for name in one.missing:
            click.echo(f"The file {name} is not at hand: name its folder with --files.", err=True)
