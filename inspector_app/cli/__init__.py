"""The second client: every operation that a script or head office needs, without a window.

Command modules are imported when their command is called, so that `--version` and `--help` start at once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module

import click

from inspector_app import __version__
from inspector_app.errors import KnownError
from inspector_app.operations.program import Program

COMMANDS = {
    "backup": "laptop",
    "backups": "care",
    "checklist": "checklist",
    "demo": "demo",
    "device": "laptop",
    "erase": "laptop",
    "export": "laptop",
    "keys": "care",
    "letter": "letter",
    "office": "office",
    "passphrase": "care",
    "receipt": "care",
    "receive": "office",
    "recover": "care",
    "register": "register",
    "restore": "laptop",
    "retention": "care",
    "search": "care",
    "start": "register",
    "submission": "submission",
    "tables": "office",
    "verify": "laptop",
}


class LazyGroup(click.Group):
    """A group whose commands live in modules of this package, imported on first use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"inspector_app.cli.{COMMANDS[cmd_name]}")
        command = getattr(module, f"{cmd_name}_command")
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, SUMMARIES[name]) for name in sorted(SUMMARIES)])


SUMMARIES = {
    "backup": "copy a database, encrypted and checked",
    "backups": "the automatic backups: choose their place, make one now, list them",
    "checklist": "check, show, convert and run checklists",
    "demo": "the whole job on the built-in example",
    "device": "the device card that head office accepts",
    "erase": "take a name typed by mistake out of the record, everywhere",
    "export": "write the export file of an inspection",
    "keys": "who can open a database; a new recovery code and its sheet",
    "letter": "make or verify a letter",
    "office": "head office: init, accept, receive, tables",
    "passphrase": "change the passphrase of a database",
    "receipt": "take head office's receipts",
    "receive": "head office: receive export files",
    "recover": "open a database whose passphrase is gone",
    "register": "import and list services",
    "restore": "bring a backup back",
    "retention": "how long copies stay; legal holds; letting go",
    "search": "find anything on the laptop",
    "start": "start an inspection of a registered service",
    "submission": "write the submissions of a finalised inspection for ODK",
    "tables": "head office: national tables",
    "verify": "check a database from pages to journal",
}


@click.group(
    cls=LazyGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="inspector-app")
@click.option("--self-test", is_flag=True, help="Check that every part of this installation works.")
@click.pass_context
def commands(ctx: click.Context, self_test: bool) -> None:
    """Offline inspection of care services for children. Without a command the window opens."""
    if self_test:
        from inspector_app.cli.self_test import self_test_command

        ctx.invoke(self_test_command)


def run(arguments: Sequence[str], make_program: Callable[[], Program]) -> int:
    """Run one command; the result is the exit status: 0 done, 1 refused with a message, 2 wrong usage."""
    try:
        result = commands.main(
            args=list(arguments), prog_name="inspector-app", standalone_mode=False, obj=make_program
        )
    except KnownError as error:
        click.echo(f"{error.message}\n{error.advice}".strip(), err=True)
        return 1
    except click.exceptions.Abort:
        click.echo("Stopped. What was recorded before is kept.", err=True)
        return 1
    except click.ClickException as error:
        error.show()
        return 2 if isinstance(error, click.UsageError) else 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    return result if isinstance(result, int) else 0
