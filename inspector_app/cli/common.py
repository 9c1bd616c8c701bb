"""What the commands share: the program they act on, secrets, output and progress."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import click

from inspector_app.errors import KnownError
from inspector_app.operations.program import Program

F = TypeVar("F", bound=Callable[..., object])

PASSPHRASE_VARIABLE = "INSPECTOR_APP_PASSPHRASE"

folder_argument = click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
database_argument = click.argument("database", type=click.Path(path_type=Path, dir_okay=False))
json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")


def passphrase_option(function: F) -> F:
    """Secrets come by prompt, file or environment, never as an argument that others can see."""
    return click.option(
        "--passphrase-file",
        type=click.Path(path_type=Path, dir_okay=False),
        help=f"File whose first line is the passphrase (else ${PASSPHRASE_VARIABLE}, else a prompt).",
    )(function)


def the_program(ctx: click.Context) -> Program:
    """The program behind this command, made when first asked for."""
    make_program: Callable[[], Program] = ctx.find_root().obj
    return make_program()


def passphrase(file: Path | None, *, confirm: bool = False) -> str:
    """The passphrase from file, environment or prompt; KnownError when none of them has one."""
    if file is not None:
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise KnownError(
                f"The passphrase file {file} cannot be read.", "Name a text file.", code="passphrase-file"
            ) from error
        secret = lines[0] if lines else ""
    elif PASSPHRASE_VARIABLE in os.environ:
        secret = os.environ[PASSPHRASE_VARIABLE]
    elif sys.stdin.isatty():
        secret = str(click.prompt("Passphrase", hide_input=True, confirmation_prompt=confirm, err=True))
    else:
        raise KnownError(
            "No passphrase was given.",
            f"Use --passphrase-file FILE or set {PASSPHRASE_VARIABLE}.",
            code="passphrase-missing",
        )
    if not secret:
        raise KnownError(
            "The passphrase is empty.", "Give at least one character.", code="passphrase-missing"
        )
    return secret


def show(pairs: Mapping[str, object], as_json: bool) -> None:
    """Print ``name<TAB>value`` lines, or one JSON object."""
    if as_json:
        click.echo(json.dumps({name: _plain(value) for name, value in pairs.items()}, ensure_ascii=False))
        return
    for name, value in pairs.items():
        click.echo(f"{name}\t{value}")


def _plain(value: object) -> object:
    return value if isinstance(value, int | float | str | bool | list | dict | None) else str(value)


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal, silence elsewhere; call it with (done, total)."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def report(done: int, total: int) -> None:
            bar.length = max(total, 1)
            bar.update(max(0, done - bar.pos))

        yield report


def each_file(files: Iterable[Path]) -> list[Path]:
    """The files named, with folders replaced by the export files in them."""
    found: list[Path] = []
    for file in files:
        found += sorted(file.glob("*.inspection")) if file.is_dir() else [file]
    return found
