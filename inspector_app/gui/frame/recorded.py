"""A field of the record on a page: every key is kept, leaving it is an event, the record never overtakes it.

While somebody types in a field, and until the record has answered for what was typed, facts that arrive are
older than what stands there; they are not shown in it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from inspector_app.errors import KnownError
from inspector_app.gui.hands import forget_own_undo
from inspector_app.words import error_words

if TYPE_CHECKING:
    from inspector_app.gui.widgets.control import AnswerControl
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.desk import Desk

Write = Callable[["Desk", str], object]


class RecordedField(QObject):
    """`write` records what the field holds; `keep` commits a key where a text is typed (None for a choice);
    `name` tells the fields of a window apart. `said` shows what is wrong, '' for nothing."""

    def __init__(
        self,
        workbench: Workbench,
        control: AnswerControl,
        name: str,
        write: Write,
        *,
        keep: Callable[[Desk, str], None] | None = None,
        said: Callable[[str], None],
    ) -> None:
        super().__init__(control)
        self._workbench = workbench
        self._control = control
        self._name = name
        self._write = write
        self._keep = keep
        self._said = said
        self._typing = False
        self._under_way = 0
        control.began.connect(self._began)
        control.edited.connect(self._edited)
        control.committed.connect(self._committed)

    @property
    def busy(self) -> bool:
        """Whether what stands here is newer than any facts that can have come."""
        return self._typing or self._under_way > 0

    def show_value(self, value: str) -> None:
        """Show what the record holds, unless somebody is ahead of it."""
        if not self.busy and value != self._control.value():
            self._control.show_value(value)

    def _began(self) -> None:
        self._typing = True
        self._said("")

    def _edited(self, value: str) -> None:
        keep = self._keep
        if keep is not None:
            self._workbench.type_job(self._name, lambda desk: keep(desk, value), self._refused)

    def _committed(self, value: str) -> None:
        self._typing = False
        self._under_way += 1
        forget_own_undo(self._control)
        write = self._write
        self._workbench.run(lambda desk: write(desk, value), self._recorded, self._not_recorded)

    def _recorded(self, _: object) -> None:
        self._under_way -= 1

    def _not_recorded(self, error: KnownError) -> None:
        self._under_way -= 1
        self._refused(error)

    def _refused(self, error: KnownError) -> None:
        self._said(f"{error_words(error.message)} {error_words(error.advice)}".strip())
