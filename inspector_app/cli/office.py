"""Head office's commands: `office init`, `office accept`, `office revoke`, `receive`, `tables`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector_app.cli.common import (
    database_argument,
    each_file,
    json_option,
    passphrase,
    passphrase_option,
    progress,
    show,
    the_program,
)
from inspector_app.files import read_whole

if TYPE_CHECKING:
    from inspector_app.operations.office import Outcome


@click.group("office")
def office_command() -> None:
    """Head office: make its keys and database, accept laptops, receive files, publish tables."""


@office_command.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--name", default="Head office", show_default=True, help="The office's name, as laptops show it."
)
@click.option("--example", is_flag=True, help="An office for training: it takes example records only.")
@passphrase_option
@json_option
@click.pass_context
def init_command(
    ctx: click.Context, folder: Path, name: str, example: bool, passphrase_file: Path | None, as_json: bool
) -> None:
    """Make head office's database, its two age keys, and the office.pub that laptops ask for."""
    from inspector_app.inspections.inspection import Realm
    from inspector_app.operations.set_up import set_up_office

    secret = passphrase(passphrase_file, confirm=True)
    realm = Realm.EXAMPLE if example else Realm.LIVE
    made = set_up_office(the_program(ctx), folder, secret, name, realm)
    made.desk.store.close()
    show({**made.files, "recovery_code": made.recovery_code}, as_json)
    click.echo(
        "Put office.key, office-recovery.key and the recovery code in a safe, each in another place. "
        "Give office.pub to the laptops.",
        err=True,
    )


@office_command.command("accept")
@database_argument
@click.argument("card", type=click.Path(path_type=Path))
@click.option("--receipts", type=click.Path(path_type=Path), help="Folder for its receipt.")
@passphrase_option
@json_option
@click.pass_context
def accept_command(
    ctx: click.Context,
    database: Path,
    card: Path,
    receipts: Path | None,
    passphrase_file: Path | None,
    as_json: bool,
) -> int:
    """Accept a laptop by its device card, after comparing the fingerprint with its owner, and receive what
    waits of it; exit status 1 if any of that was refused. Once more for what was refused then."""
    from inspector_app.operations.office import accept_device, receive_waiting
    from inspector_app.operations.set_up import open_desk

    desk = open_desk(the_program(ctx), database, passphrase(passphrase_file), "office")
    try:
        known = accept_device(desk, read_whole(card))
        with progress("Files") as report:
            outcomes = receive_waiting(desk, known.device, receipts=receipts, progress=report)
    finally:
        desk.store.close()
    facts = {"device": known.device, "name": known.name, "fingerprint": known.fingerprint}
    show({**facts, **{str(one.file): one.outcome for one in outcomes}}, as_json)
    return _say_refused(outcomes)


@office_command.command("revoke")
@database_argument
@click.argument("device")
@passphrase_option
@click.pass_context
def revoke_command(ctx: click.Context, database: Path, device: str, passphrase_file: Path | None) -> None:
    """Stop taking files of a laptop; what it sent before stays."""
    from inspector_app.operations.office import revoke_device
    from inspector_app.operations.set_up import open_desk

    desk = open_desk(the_program(ctx), database, passphrase(passphrase_file), "office")
    try:
        revoke_device(desk, device)
    finally:
        desk.store.close()


@click.command("receive")
@database_argument
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--receipts", type=click.Path(path_type=Path), help="Folder for the receipts, one a laptop.")
@passphrase_option
@json_option
@click.pass_context
def receive_command(
    ctx: click.Context,
    database: Path,
    files: tuple[Path, ...],
    receipts: Path | None,
    passphrase_file: Path | None,
    as_json: bool,
) -> int:
    """Receive export files or folders of them, in any order; exit status 1 if any was refused."""
    from inspector_app.operations.office import receive
    from inspector_app.operations.set_up import open_desk

    desk = open_desk(the_program(ctx), database, passphrase(passphrase_file), "office")
    try:
        with progress("Files") as report:
            outcomes = receive(desk, each_file(files), receipts=receipts, progress=report)
    finally:
        desk.store.close()
    show({str(outcome.file): outcome.outcome for outcome in outcomes}, as_json)
    return _say_refused(outcomes)


def _say_refused(outcomes: Sequence[Outcome]) -> int:
    """Say why files were not taken; the exit status."""
    not_taken = [outcome for outcome in outcomes if outcome.outcome in ("refused", "quarantined")]
    for outcome in not_taken:
        click.echo(f"{outcome.file.name}: {outcome.message}\n{outcome.advice}", err=True)
    return 1 if not_taken else 0


@click.command("tables")
@database_argument
@click.option(
    "-o", "--output", "folder", required=True, type=click.Path(path_type=Path), help="Folder for the tables."
)
@click.option(
    "--year", type=int, help="Counting year by its first half, such as 2016; the latest if not given."
)
@passphrase_option
@json_option
@click.pass_context
def tables_command(
    ctx: click.Context,
    database: Path,
    folder: Path,
    year: int | None,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Write national.csv, national.xlsx and outcomes.csv from what was received."""
    from inspector_app.operations.set_up import open_desk
    from inspector_app.operations.tables import national_tables, write_tables, year_of

    desk = open_desk(the_program(ctx), database, passphrase(passphrase_file), "office")
    try:
        tables = national_tables(desk, year_of(year))
        files = write_tables(desk, tables, folder)
    finally:
        desk.store.close()
    show(files, as_json)


office_command.add_command(receive_command)
office_command.add_command(tables_command)
