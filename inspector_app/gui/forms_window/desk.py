"""What the parts of the form window share: the trial, the controls, and one signal that says what changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from inspector_app.errors import KnownError
from inspector_app.gui.widgets.factory import ControlFactory
from inspector_app.gui.widgets.fields import Fields
from inspector_app.gui.widgets.file_shelf import HeldShelf, Refuse
from inspector_app.operations.answer_files import KeptFile
from inspector_app.operations.try_checklist import Step, Trial


class FormDesk(QObject):
    """`changed(Step)` follows every answer; `failed(KnownError)` what could not be done; `looked_at(key)` the
    question that has the focus; `media_wanted(name)` a recording that is to be played.
    """

    changed = Signal(object)
    failed = Signal(object)
    looked_at = Signal(str)
    media_wanted = Signal(str)
    quick_done = Signal(str)

    def __init__(self, trial: Trial, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.trial = trial
        self.factory = ControlFactory(now, shelf=TrialShelf(self), media=trial.file)
        self.fields = Fields(self)
        self.show_hidden = False
        self._checked: set[str] = set()
        self._check_all = False
        self.fields.edited.connect(self._edited)
        self.fields.committed.connect(self._committed)

    def answer(self, key: str, value: str) -> None:
        """Store an answer and tell everybody what it changed."""
        try:
            step = self.trial.answer(key, value)
        except KnownError as error:
            self.failed.emit(error)
            return
        self.changed.emit(step)

    def answer_with(self, key: str, file: str) -> None:
        """Answer a question with a file that was attached."""
        self._checked.add(key)
        self.answer(key, file)

    def tell(self, step: Step) -> None:
        """Tell what an action other than an answer changed."""
        self.changed.emit(step)

    def check(self) -> None:
        """From now on show everything that stands in the way, also what nobody has touched."""
        self._check_all = True
        self.changed.emit(Step(frozenset(self.trial.problems())))

    def problem_of(self, key: str) -> str:
        """What is wrong with an answer, once it has been given or everything is checked."""
        if not self._check_all and key not in self._checked:
            return ""
        return self.trial.problems().get(key, "")

    def look_at(self, key: str) -> None:
        self.looked_at.emit(key)

    def want_media(self, name: str) -> None:
        self.media_wanted.emit(name)

    def _edited(self, key: str, value: str) -> None:
        self._checked.discard(key)
        self.answer(key, value)

    def _committed(self, key: str, value: str) -> None:
        self._checked.add(key)
        if self.trial.instance.value(key) != value:
            self.answer(key, value)
        else:
            self.changed.emit(Step(frozenset((key,))))
        if "quick" in self.trial.view(key).appearance and value:
            self.quick_done.emit(key)


class TrialShelf(HeldShelf):
    """Files of a form that is tried out: they stay in memory until answers or submission are saved."""

    def __init__(self, desk: FormDesk) -> None:
        super().__init__()
        self._desk = desk

    def keep(self, key: str, name: str, content: bytes, done: Callable[[str], None], refuse: Refuse) -> None:
        kept = self._desk.trial.attach(name, content)
        done(kept)
        self._desk.answer_with(key, kept)

    def fetch(self, name: str, done: Callable[[KeptFile], None]) -> None:
        content = self._desk.trial.file(name)
        done(KeptFile(len(content), content) if content is not None else KeptFile())
