"""`inspector-app demo`: the built-in example, a national year, a database of any size."""

from __future__ import annotations

from pathlib import Path

import click

from inspector_app.cli.common import json_option, progress, show, the_program


class DemoGroup(click.Group):
    """Takes a folder or a known subcommand: click's own group would swallow the subcommand's name."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = next((word for word in args if not word.startswith("-")), None)
        if first is not None and first not in self.commands:
            args = ["run", *args]
        return super().parse_args(ctx, args)


@click.group("demo", cls=DemoGroup, subcommand_metavar="DIR | national SAMPLE.csv DIR | large DIR")
def demo_command() -> None:
    """The whole job on the built-in example: laptop, letter, export, head office, tables.

    DIR must be empty or new. Everything made is marked as an example and can never be counted for real.
    """


@demo_command.command("run", hidden=True)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@json_option
@click.pass_context
def run_command(ctx: click.Context, folder: Path, as_json: bool) -> None:
    """Do the whole job in DIR and print what was made."""
    from inspector_app.operations.demo import run_demo

    show(run_demo(the_program(ctx), folder), as_json)


@demo_command.command("national")
@click.argument("sample", type=click.Path(path_type=Path))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@json_option
@click.pass_context
def national_command(ctx: click.Context, sample: Path, folder: Path, as_json: bool) -> None:
    """One inspection a row of SAMPLE.csv, through engine, finalising, export, receive and tables."""
    from inspector_app.operations.demo_national import run_national

    with progress("Inspections") as report:
        made = run_national(the_program(ctx), sample, folder, report)
    show(made, as_json)


@demo_command.command("large")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--inspections", type=click.IntRange(1, 100_000), default=500, show_default=True)
@click.option("--office", is_flag=True, help="Make head office's database instead of a laptop's.")
@json_option
@click.pass_context
def large_command(ctx: click.Context, folder: Path, inspections: int, office: bool, as_json: bool) -> None:
    """An invented database of any size."""
    from inspector_app.operations.demo_large import run_large

    with progress("Inspections") as report:
        made = run_large(the_program(ctx), folder, inspections, office=office, progress=report)
    show(made, as_json)
