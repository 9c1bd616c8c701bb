"""Whether a person is ahead of the record: while somebody types in a field, and until the record has answered
for what was typed, facts that arrive are older than what stands there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from inspector_app.gui.widgets.control import AnswerControl


class Ahead(QObject):
    """Stands between facts and a control. Call `answered` once for each `committed` of the control, when it
    was recorded or refused: what is asked on one thread is answered in the order asked."""

    def __init__(self, control: AnswerControl) -> None:
        super().__init__(control)
        self._control = control
        self._typing = False
        self._under_way = 0
        control.began.connect(self._began)
        control.committed.connect(self._committed)

    @property
    def busy(self) -> bool:
        """Whether what stands here is newer than any facts that can have come."""
        return self._typing or self._under_way > 0

    def show_value(self, value: str) -> None:
        """Show what the record holds, unless somebody is ahead of it."""
        if not self.busy and value != self._control.value():
            self._control.show_value(value)

    def answered(self) -> None:
        """The record has answered for what was committed."""
        self._under_way -= 1

    def _began(self) -> None:
        self._typing = True

    def _committed(self, _: str) -> None:
        self._typing = False
        self._under_way += 1
