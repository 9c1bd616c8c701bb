"""`inspector-app --self-test`: every part of the installation does its work once, in a temporary folder."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from inspector_app.cli.common import the_program


@click.command("self-test")
@click.pass_context
def self_test_command(ctx: click.Context) -> None:
    """Record, print, seal, receive and count the example."""
    from inspector_app.operations.demo import run_demo

    with tempfile.TemporaryDirectory(prefix="inspector-self-test-") as folder:
        made = run_demo(the_program(ctx), Path(folder) / "example")
        for name, path in made.items():
            click.echo(f"ok\t{name}\t{path.stat().st_size} bytes")
