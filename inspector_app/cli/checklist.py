"""`inspector-app checklist`: check, show, convert and run checklists."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from inspector_app.cli.common import show, the_program
from inspector_app.errors import KnownError


@click.group("checklist")
def checklist_command() -> None:
    """Work with checklists as XLSForm (.md, .xlsx, .xls, .csv) or XForm (.xml)."""


@checklist_command.command("check")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
def check_command(file: Path, as_json: bool) -> int:
    """Report problems with code, sheet, row, column and a suggestion; exit status 1 on errors."""
    from inspector_app.operations.author_checklist import check

    problems = check(file)
    if as_json:
        click.echo(json.dumps([asdict(problem) for problem in problems], ensure_ascii=False))
    else:
        for problem in problems:
            click.echo(f"{problem.severity}\t{problem.code}\t{problem}")
        if not problems:
            click.echo(f"{file.name}: no problems")
    return 1 if any(problem.severity == "error" for problem in problems) else 0


@checklist_command.command("show")
@click.argument("file", type=click.Path(path_type=Path))
def show_command(file: Path) -> None:
    """Print a checklist as Markdown tables."""
    from inspector_app.operations.author_checklist import as_markdown

    click.echo(as_markdown(file), nl=False)


@checklist_command.command("workbook")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--output", "target", required=True, type=click.Path(path_type=Path))
def workbook_command(file: Path, target: Path) -> None:
    """Write a checklist as an XLSX workbook."""
    from inspector_app.operations.author_checklist import write_workbook

    write_workbook(file, target)
    show({"workbook": target}, False)


@checklist_command.command("features")
def features_command() -> None:
    """Print what of ODK's forms is supported: question types, appearances, functions."""
    from inspector_app.operations.author_checklist import features

    click.echo(features(), nl=False)


@checklist_command.command("try")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--media", type=click.Path(path_type=Path), help="Folder of the form's media.")
@click.pass_context
def try_command(ctx: click.Context, file: Path, media: Path | None) -> int:
    """Open a form in a window with its values and reasons beside. Nothing is saved unless asked for."""
    from inspector_app.operations.try_checklist import open_trial

    program = the_program(ctx)
    return program.show_form(open_trial(file, media, program.new_id))


@checklist_command.command("run")
@click.argument("form", required=False, type=click.Path(path_type=Path))
@click.option("--answers", type=click.Path(path_type=Path), help="JSON file with a list “answers”.")
@click.option("--media", type=click.Path(path_type=Path), help="Folder of the form's media.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object with nodes, times and the submission.")
@click.option("--serve", is_flag=True, help="JSON lines on standard input, one result line each.")
def run_command(
    form: Path | None, answers: Path | None, media: Path | None, as_json: bool, serve: bool
) -> None:
    """Run a form headless: apply answers to a new record and print its final state."""
    from inspector_app.operations.run_checklist import run_once, serve_lines

    if serve:
        if form is not None:
            raise click.UsageError("With --serve the forms are named on standard input.")
        serve_lines(sys.stdin, sys.stdout)
        return
    if form is None or answers is None:
        raise click.UsageError("Name a FORM and its --answers FILE, or take --serve.")
    result = run_once(form, answers, media)
    if as_json:
        click.echo(json.dumps(result, ensure_ascii=False))
        return
    nodes = result["nodes"]
    if not isinstance(nodes, list):
        raise KnownError("The form gave no nodes.", "Check it with “checklist check”.", code="no-nodes")
    for node in nodes:
        if isinstance(node, dict) and node["relevant"] and node["value"]:
            click.echo(f"{node['ref']}\t{node['value']}")
