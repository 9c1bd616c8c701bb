"""`inspector-app register` and `start`: the services a laptop knows, and a new inspection of one of them."""

from __future__ import annotations

from datetime import datetime
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


@click.group("register")
def register_command() -> None:
    """The register of services on a laptop."""


@register_command.command("import")
@database_argument
@click.argument("file", type=click.Path(path_type=Path))
@passphrase_option
@json_option
@click.pass_context
def import_command(
    ctx: click.Context, database: Path, file: Path, passphrase_file: Path | None, as_json: bool
) -> None:
    """Take in a register (CSV or XLSX), all or nothing; a service number that is known updates."""
    from inspector_app.operations.register import import_register
    from inspector_app.operations.set_up import open_desk

    desk = open_desk(the_program(ctx), database, passphrase(passphrase_file), "laptop")
    try:
        count = import_register(desk, file)
    finally:
        desk.store.close()
    show({"services": count}, as_json)


@register_command.command("list")
@database_argument
@passphrase_option
@json_option
@click.pass_context
def list_command(ctx: click.Context, database: Path, passphrase_file: Path | None, as_json: bool) -> None:
    """List the services by name."""
    from inspector_app.operations.set_up import open_desk

    desk = open_desk(the_program(ctx), database, passphrase(passphrase_file), "laptop")
    try:
        services = desk.store.services()
    finally:
        desk.store.close()
    show({service.service_number: service.name for service in services}, as_json)


@click.command("start")
@database_argument
@click.option("--service", required=True, help="Service number of the register.")
@click.option("--reference", required=True, help="Reference of the new inspection.")
@click.option("--inspector", "inspectors", multiple=True, required=True, help="Name; may be repeated.")
@click.option(
    "--type", "kind", default="focus", show_default=True, help="Type of inspection of the framework."
)
@click.option("--announced", is_flag=True, help="The service knew of the visit.")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="First day; today if not given.")
@passphrase_option
@json_option
@click.pass_context
def start_command(
    ctx: click.Context,
    database: Path,
    service: str,
    reference: str,
    inspectors: tuple[str, ...],
    kind: str,
    announced: bool,
    day: datetime | None,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Start an inspection of a registered service, with the checklists of its framework."""
    from inspector_app.operations.set_up import open_desk
    from inspector_app.operations.start_inspection import Plan, start_inspection

    desk = open_desk(the_program(ctx), database, passphrase(passphrase_file), "laptop")
    try:
        started_on = day.date() if day else desk.today()
        plan = Plan(reference, service, kind, announced, started_on, inspectors)
        inspection, _ = start_inspection(desk, plan)
    finally:
        desk.store.close()
    show({"inspection": inspection.id, "reference": inspection.reference}, as_json)
