"""The program around the operations: clock, ids, randomness, and the adapters, made once by `__main__`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from inspector_app.forms.interface import Form
    from inspector_app.inspections.framework import Framework
    from inspector_app.inspections.letter import Letter
    from inspector_app.operations.ports import CompiledChecklist, Databases
    from inspector_app.operations.try_checklist import Trial


class Program(Protocol):
    """Everything outside that a use case may use; nothing here is loaded before it is used."""

    @property
    def databases(self) -> Databases: ...

    def now(self) -> datetime:
        """The time now, with the local time zone."""

    def random(self) -> float:
        """A number in [0, 1)."""

    def new_id(self) -> str:
        """A UUIDv7, which sorts by time."""

    def new_uuid(self) -> str:
        """A UUIDv4, as submissions carry it."""

    def framework(self, framework_id: str) -> Framework:
        """A framework pack that ships with the program."""

    def shipped_checklist(self, framework_id: str, name: str) -> CompiledChecklist:
        """A checklist of a framework, compiled."""

    def load_form(self, xform: bytes) -> Form:
        """An XForm, loaded and checked."""

    def render_letter(self, letter: Letter) -> bytes:
        """The letter as tagged PDF; the same letter gives the same bytes."""

    def show_form(self, trial: Trial) -> int:
        """Fill a form in a window of its own until that is closed; gives the exit status."""
