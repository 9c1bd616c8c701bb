"""All controls of a page by the key of their node: one place where typing is heard and values are shown."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal

from inspector_app.forms.interface import Choice, NodeView
from inspector_app.gui.widgets.control import AnswerControl


@runtime_checkable
class OffersChoices(Protocol):
    """A control whose options may be others while it is shown."""

    def set_choices(self, choices: Sequence[Choice]) -> None: ...


class Fields(QObject):
    """`began(key)`, `edited(key, value)` with every key, `committed(key, value)`: see `AnswerControl`."""

    began = Signal(str)
    edited = Signal(str, str)
    committed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controls: dict[str, AnswerControl] = {}

    def add(self, key: str, control: AnswerControl) -> AnswerControl:
        """Take a control under the key of its node."""
        self._controls[key] = control
        control.setObjectName(key)
        control.began.connect(partial(self.tell_began, key))
        control.edited.connect(partial(self.tell_edited, key))
        control.committed.connect(partial(self.tell_committed, key))
        return control

    def forget(self, key: str) -> None:
        """Drop the control of a row that was removed."""
        self._controls.pop(key, None)

    def control(self, key: str) -> AnswerControl | None:
        return self._controls.get(key)

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(self._controls)

    def show_view(self, view: NodeView) -> None:
        """Show a node as it stands now: choices first, then value, then whether it can be answered."""
        control = self._controls.get(view.key)
        if control is None:
            return
        if view.choices is not None and isinstance(control, OffersChoices):
            control.set_choices(view.choices)
        control.show_value(view.value)
        control.set_read_only(view.readonly)

    def tell_began(self, key: str) -> None:
        self.began.emit(key)

    def tell_edited(self, key: str, value: str) -> None:
        self.edited.emit(key, value)

    def tell_committed(self, key: str, value: str) -> None:
        self.committed.emit(key, value)
