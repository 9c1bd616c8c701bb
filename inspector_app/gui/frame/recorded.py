"""A field of the record on a page: every key is kept, leaving it is an event, and nothing overtakes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from inspector_app.errors import KnownError
from inspector_app.gui.frame.ahead import Ahead
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
        self._ahead = Ahead(control)
        control.began.connect(self._began)
        control.edited.connect(self._edited)
        control.committed.connect(self._committed)

    @property
    def busy(self) -> bool:
        """Whether what stands here is newer than any facts that can have come."""
        return self._ahead.busy

    def show_value(self, value: str) -> None:
        """Show what the record holds, unless somebody is ahead of it."""
        self._ahead.show_value(value)

    def _began(self) -> None:
        self._said("")

    def _edited(self, value: str) -> None:
        keep = self._keep
        if keep is not None:
            self._workbench.type_job(self._name, lambda desk: keep(desk, value), self._refused)

    def _committed(self, value: str) -> None:
        forget_own_undo(self._control)
        write = self._write
        self._workbench.run(lambda desk: write(desk, value), self._recorded, self._not_recorded)

    def _recorded(self, _: object) -> None:
        self._ahead.answered()

    def _not_recorded(self, error: KnownError) -> None:
        self._ahead.answered()
        self._refused(error)

    def _refused(self, error: KnownError) -> None:
        self._said(f"{error_words(error.message)} {error_words(error.advice)}".strip())
