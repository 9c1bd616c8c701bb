"""The laptop's commands: set up, start, export, device card, erase, verify, backup, restore."""

from __future__ import annotations

from pathlib import Path

import click

from inspector_app.cli.common import (
    database_argument,
    json_option,
    passphrase,
    passphrase_option,
    progress,
    show,
    the_program,
)
from inspector_app.files import read_whole, write_whole


@click.command("export")
@database_argument
@click.option("--inspection", "reference", help="Reference of the inspection.")
@click.option("--all", "every", is_flag=True, help="Every finalised inspection.")
@click.option(
    "-o", "--output", "folder", required=True, type=click.Path(path_type=Path), help="Folder for the files."
)
@passphrase_option
@json_option
@click.pass_context
def export_command(
    ctx: click.Context,
    database: Path,
    reference: str | None,
    every: bool,
    folder: Path,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Write the export file of an inspection, which head office alone can read."""
    from inspector_app.operations.export import export_inspection
    from inspector_app.operations.set_up import open_desk

    if every == bool(reference):
        raise click.UsageError("Name one inspection by --inspection REF, or take --all.")
    desk = open_desk(the_program(ctx), database, passphrase(passphrase_file), "laptop")
    try:
        chosen = [desk.find(reference)] if reference else desk.finalised()
        made = {}
        with progress("Exports") as report:
            for place, inspection in enumerate(chosen):
                made[inspection.reference] = export_inspection(desk, inspection, folder).path
                report(place + 1, len(chosen))
    finally:
        desk.store.close()
    show(made, as_json)


@click.group("device")
def device_command() -> None:
    """The laptop as head office knows it."""


@device_command.command("card")
@database_argument
@click.option("-o", "--output", "file", required=True, type=click.Path(path_type=Path), help="File to write.")
@passphrase_option
@json_option
@click.pass_context
def card_command(
    ctx: click.Context, database: Path, file: Path, passphrase_file: Path | None, as_json: bool
) -> None:
    """Write the laptop's device card (public keys) for head office to accept."""
    from inspector_app.operations.set_up import device_card, open_desk

    desk = open_desk(the_program(ctx), database, passphrase(passphrase_file), "laptop")
    try:
        card, fingerprint = device_card(desk)
        write_whole(file, card)
    finally:
        desk.store.close()
    show({"card": file, "fingerprint": fingerprint}, as_json)


@device_command.command("init")
@database_argument
@click.option(
    "--office", "office_file", required=True, type=click.Path(path_type=Path), help="The office.pub."
)
@click.option("--inspector", required=True, help="The inspector's name.")
@passphrase_option
@json_option
@click.pass_context
def device_init_command(
    ctx: click.Context,
    database: Path,
    office_file: Path,
    inspector: str,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Set up a laptop for the head office whose office.pub is given; prints the recovery code once."""
    from inspector_app.operations.set_up import Person, set_up_laptop

    secret = passphrase(passphrase_file, confirm=True)
    made = set_up_laptop(the_program(ctx), database, secret, Person(inspector), read_whole(office_file))
    made.desk.store.close()
    show({"database": database, "recovery_code": made.recovery_code}, as_json)


@click.command("erase")
@database_argument
@click.option("--inspection", "reference", required=True, help="Reference of the inspection.")
@click.option("--question", required=True, help="The question's key or name, such as policy_comment.")
@click.option("--reason", required=True, help="Why it is erased; write no name here.")
@passphrase_option
@json_option
@click.pass_context
def erase_command(
    ctx: click.Context,
    database: Path,
    reference: str,
    question: str,
    reason: str,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Take a name typed by mistake out of an answer and of the backups; who, when and why stay."""
    from inspector_app.operations.erase import erase_everywhere
    from inspector_app.operations.set_up import open_desk
    from inspector_app.operations.tidy import tidy

    desk = open_desk(the_program(ctx), database, passphrase(passphrase_file))
    try:
        erased = erase_everywhere(desk, desk.find(reference), question, reason)
        tidy(desk)
    finally:
        desk.store.close()
    show({"erased_events": erased.fields, "backups_cleaned": len(erased.cleaned)}, as_json)
    for name in (*erased.uncleaned, *erased.unreachable):
        click.echo(f"{name} may still hold the text: remove it, or make a backup there.", err=True)


@click.command("verify")
@database_argument
@click.option("--rebuild", is_flag=True, help="Make the tables again from the journal first, then check.")
@passphrase_option
@json_option
@click.pass_context
def verify_command(
    ctx: click.Context, database: Path, rebuild: bool, passphrase_file: Path | None, as_json: bool
) -> int:
    """Check pages, chains, attachments, and that the tables say what the journal says; status 1 on faults."""
    from inspector_app.operations.checks import repair, repairable
    from inspector_app.operations.set_up import open_desk

    desk = open_desk(the_program(ctx), database, passphrase(passphrase_file))
    try:
        if rebuild:
            with progress("Rebuild") as report:
                repair(desk, report)
        with progress("Checks") as report:
            faults = desk.store.care.verify(report)
    finally:
        desk.store.close()
    show({"database": database, "faults": len(faults)}, as_json)
    for fault in faults:
        click.echo(f"{fault.code}: {fault.message} ({fault.where})", err=True)
    if repairable(faults):
        click.echo("All of these are mended by: verify --rebuild", err=True)
    return 1 if faults else 0


@click.command("backup")
@database_argument
@click.argument("target", type=click.Path(path_type=Path))
@passphrase_option
@json_option
@click.pass_context
def backup_command(
    ctx: click.Context, database: Path, target: Path, passphrase_file: Path | None, as_json: bool
) -> None:
    """Copy a database to TARGET, encrypted with the same keys, and check the copy by opening it."""
    from inspector_app.operations.set_up import open_desk

    desk = open_desk(the_program(ctx), database, passphrase(passphrase_file))
    try:
        made = desk.store.backup(target)
    finally:
        desk.store.close()
    show({"backup": made}, as_json)


@click.command("restore")
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("target", type=click.Path(path_type=Path))
@passphrase_option
@json_option
@click.pass_context
def restore_command(
    ctx: click.Context, source: Path, target: Path, passphrase_file: Path | None, as_json: bool
) -> None:
    """Bring a backup back to TARGET, where no database may be, and open it."""
    program = the_program(ctx)
    secret = passphrase(passphrase_file)
    program.databases.restore(source, target, secret).close()
    show({"database": target}, as_json)
