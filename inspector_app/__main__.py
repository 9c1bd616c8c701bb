"""The composition root: makes the adapters, hands them to the operations, then window or command."""

from __future__ import annotations

import gc

# Objects made before garbage is looked for. By Python's 700 it is looked for hundreds of times while the
# window is put together, where nothing is garbage: a fifth of the start (measured). So this stands first.
gc.set_threshold(50_000, 20, 20)

import sys  # noqa: E402
from functools import cached_property  # noqa: E402
from typing import TYPE_CHECKING  # noqa: E402

from inspector_app import core_dumps  # noqa: E402

if TYPE_CHECKING:
    from datetime import datetime

    from inspector_app.forms.interface import Form
    from inspector_app.inspections.framework import Framework
    from inspector_app.inspections.letter import Letter
    from inspector_app.journal.ids import OrderedIds
    from inspector_app.operations.ports import CompiledChecklist, Databases
    from inspector_app.operations.program import Program
    from inspector_app.operations.try_checklist import Trial


class Container:
    """The program with its real adapters, each loaded when first used; matches `Program`."""

    def now(self) -> datetime:
        from datetime import datetime

        return datetime.now().astimezone()

    def random(self) -> float:
        import random

        return random.SystemRandom().random()

    def new_id(self) -> str:
        return self._ids.new()

    def new_uuid(self) -> str:
        import uuid

        return str(uuid.uuid4())

    @cached_property
    def _ids(self) -> OrderedIds:
        from inspector_app.journal.ids import OrderedIds as Ids

        return Ids(self.now)

    @cached_property
    def databases(self) -> Databases:
        from inspector_app.exchange.age import seal
        from inspector_app.storage.databases import EncryptedDatabases

        return EncryptedDatabases(now=self.now, seal=seal)

    def framework(self, framework_id: str) -> Framework:
        from inspector_app.inspections.framework_file import shipped_framework

        return shipped_framework(framework_id)

    def shipped_checklist(self, framework_id: str, name: str) -> CompiledChecklist:
        from inspector_app.checklists.shipped import shipped_checklist

        return shipped_checklist(framework_id, name)

    def load_form(self, xform: bytes) -> Form:
        from inspector_app.forms.interface import load

        return load(xform)

    def render_letter(self, letter: Letter) -> bytes:
        from inspector_app.documents.letter import render_letter

        return render_letter(letter)

    def show_form(self, trial: Trial) -> int:
        from inspector_app.gui.forms_window.run import open_form_window

        return open_form_window(trial, self.now)


def make_program() -> Program:
    """The program as installed."""
    return Container()


def main() -> int:
    """Run a command, or open the window where none is given; gives the exit status."""
    core_dumps.forbid()
    arguments = sys.argv[1:]
    if arguments:
        from inspector_app.cli import run

        return run(arguments, make_program)
    from inspector_app.gui.app import open_window

    return open_window(make_program)


if __name__ == "__main__":
    raise SystemExit(main())
