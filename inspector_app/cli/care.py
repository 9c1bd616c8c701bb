"""The commands that keep a record safe: search, conflicts, keys, receipts, retention, place for backups."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from inspector_app.operations.desk import Desk


@contextmanager
def _desk(ctx: click.Context, database: Path, passphrase_file: Path | None) -> Iterator[Desk]:
    from inspector_app.operations.set_up import open_desk

    desk = open_desk(the_program(ctx), database, passphrase(passphrase_file))
    try:
        yield desk
    finally:
        desk.store.close()


@click.command("passphrase")
@database_argument
@click.option(
    "--new-passphrase-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File whose first line is the new passphrase (else a prompt).",
)
@passphrase_option
@click.pass_context
def passphrase_command(
    ctx: click.Context, database: Path, new_passphrase_file: Path | None, passphrase_file: Path | None
) -> None:
    """Change the passphrase; the recovery code and head office's key stay as they are."""
    from inspector_app.operations.set_up import change_passphrase, open_desk

    old = passphrase(passphrase_file)
    if new_passphrase_file is not None:
        new = passphrase(new_passphrase_file)
    else:
        new = str(click.prompt("New passphrase", hide_input=True, confirmation_prompt=True, err=True))
    desk = open_desk(the_program(ctx), database, old)
    try:
        change_passphrase(desk, old, new)
    finally:
        desk.store.close()
    show({"database": database, "passphrase": "changed"}, False)


@click.command("keys")
@database_argument
@click.option(
    "--new-code", is_flag=True, help="Make a new recovery code; the old sheet opens nothing any more."
)
@click.option("--sheet", type=click.Path(path_type=Path, dir_okay=False), help="Write the new code as a PDF.")
@passphrase_option
@json_option
@click.pass_context
def keys_command(
    ctx: click.Context,
    database: Path,
    new_code: bool,
    sheet: Path | None,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Show who can open a database, head office included; make a new recovery code."""
    from inspector_app.operations.keys import new_recovery_code, recovery_sheet, ways_in

    secret = passphrase(passphrase_file)
    with _desk(ctx, database, passphrase_file) as desk:
        facts = ways_in(desk)
        shown: dict[str, object] = {
            "head_office": facts.office,
            "recipients": list(facts.recipients),
            "keyring": facts.keyring,
            "memory_mib": facts.memory_mib,
            "passes": facts.passes,
        }
        if new_code or sheet is not None:
            code = new_recovery_code(desk, secret)
            shown["recovery_code"] = code
            if sheet is not None:
                from inspector_app.files import write_whole

                write_whole(sheet, recovery_sheet(desk, code), private=True)
                shown["sheet"] = str(sheet)
    show(shown, as_json)


@click.command("recover")
@database_argument
@click.option(
    "--code-file", type=click.Path(path_type=Path, dir_okay=False), help="File with the recovery code."
)
@click.option(
    "--office-key", type=click.Path(path_type=Path, dir_okay=False), help="Head office's office.key."
)
@click.option(
    "--new-passphrase-file",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="File whose first line is the new passphrase.",
)
@click.pass_context
def recover_command(
    ctx: click.Context,
    database: Path,
    code_file: Path | None,
    office_key: Path | None,
    new_passphrase_file: Path,
) -> None:
    """Open a database whose passphrase is gone, by recovery code or head office's key, and set a new one."""
    from inspector_app.operations.keys import open_desk_with_escrow
    from inspector_app.operations.passphrase import check_passphrase
    from inspector_app.operations.set_up import open_desk_with_code

    if (code_file is None) == (office_key is None):
        raise click.UsageError("Give either --code-file FILE or --office-key FILE.")
    new = passphrase(new_passphrase_file)
    check_passphrase(new)
    program = the_program(ctx)
    if code_file is not None:
        desk = open_desk_with_code(program, database, passphrase(code_file))
    else:
        assert office_key is not None
        desk = open_desk_with_escrow(program, database, office_key)
    try:
        desk.store.change_passphrase(new)
    finally:
        desk.store.close()
    show({"database": database, "passphrase": "changed"}, False)


@click.command("search")
@database_argument
@click.argument("text")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@passphrase_option
@json_option
@click.pass_context
def search_command(
    ctx: click.Context, database: Path, text: str, limit: int, passphrase_file: Path | None, as_json: bool
) -> None:
    """Find services, answers, comments, findings and evidence; the last word may be unfinished."""
    from inspector_app.operations.search import MARK_BEGIN, MARK_END, search_all

    with _desk(ctx, database, passphrase_file) as desk:
        found = search_all(desk, text, limit=limit)
    for one in found:
        snippet = one.snippet.replace(MARK_BEGIN, "").replace(MARK_END, "").replace("\n", " ")
        where = {"kind": one.kind, "where": one.inspection_words, "title": one.title, "text": snippet}
        if as_json:
            show(where, True)
        else:
            click.echo("\t".join(str(value) for value in where.values()))


@click.command("receipt")
@database_argument
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
@passphrase_option
@json_option
@click.pass_context
def receipt_command(
    ctx: click.Context, database: Path, files: tuple[Path, ...], passphrase_file: Path | None, as_json: bool
) -> None:
    """Take head office's receipts: verify them and mark what arrived."""
    from inspector_app.operations.receipts import take_receipt

    with _desk(ctx, database, passphrase_file) as desk:
        taken = {str(file): len(take_receipt(desk, file).inspections) for file in files}
    show(taken, as_json)


@click.command("backups")
@database_argument
@click.option("--place", type=click.Path(path_type=Path), help="Send backups to this folder from now on.")
@click.option("--now", is_flag=True, help="Make one now.")
@passphrase_option
@json_option
@click.pass_context
def backups_command(
    ctx: click.Context,
    database: Path,
    place: Path | None,
    now: bool,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """The automatic backups: choose their place, make one now, list them."""
    from inspector_app.operations import backups

    with _desk(ctx, database, passphrase_file) as desk:
        if place is not None:
            backups.choose_place(desk, place)
        if now:
            with progress("Backup") as report:
                done = backups.back_up_now(desk, report)
            for name in done.uncleaned:
                click.echo(f"{name} may still hold text that was erased since: remove it.", err=True)
        state = backups.backup_state(desk)
        kept = backups.backups_in(desk) if state.reachable else ()
        shown = {str(one.path): one.at.isoformat() for one in kept}
    show({"place": state.place or "", "last": state.last or "", **shown}, as_json)


@click.command("retention")
@database_argument
@click.option("--inspection", "reference", help="Reference of one inspection.")
@click.option("--hold", "hold_reason", help="Put it on legal hold, with this reason.")
@click.option("--lift", "lift_reason", help="Lift the legal hold, with this reason.")
@click.option("--dispose", is_flag=True, help="Let go of every copy that is due (or of the one named).")
@passphrase_option
@json_option
@click.pass_context
def retention_command(
    ctx: click.Context,
    database: Path,
    reference: str | None,
    hold_reason: str | None,
    lift_reason: str | None,
    dispose: bool,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """How long this laptop keeps its copies; legal holds; letting go of what head office has."""
    from inspector_app.operations import retention

    if (hold_reason or lift_reason) and not reference:
        raise click.UsageError("Name the inspection by --inspection REF.")
    with _desk(ctx, database, passphrase_file) as desk:
        chosen = [desk.find(reference).id] if reference else desk.store.inspection_ids()
        if hold_reason:
            retention.hold(desk, chosen[0], hold_reason)
        if lift_reason:
            retention.lift_hold(desk, chosen[0], lift_reason)
        if dispose:
            due = [one.inspection for one in retention.due_now(desk)]
            for inspection in chosen if reference else due:
                retention.dispose(desk, inspection)
        left = [one for one in desk.store.inspection_ids() if one in chosen]
        shown = {desk.inspection(one).reference: _words(retention.retention(desk, one)) for one in left}
        shown |= {entry.reference: f"let go {entry.disposed_at}" for entry in retention.disposals(desk)}
    show(shown, as_json)


def _words(found: object) -> str:
    from inspector_app.operations.retention import Retention

    assert isinstance(found, Retention)
    due = f"due {found.due.isoformat()}" if found.due else "no date yet"
    received = f"{found.received} of {found.events} received"
    return f"{found.retention_class.name}, {received}, {due}. {found.why_not}".strip()
