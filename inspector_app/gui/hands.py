"""What the hands can do anywhere in an open inspection: undo, redo, capture evidence, look at the history.

Inside a text box Ctrl+Z first takes back the box's own typing; when there is none left it is everybody's.
Ctrl+S is a habit: everything is saved as it is typed, and the key says so once it is true.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QWidget

from inspector_app.errors import KnownError
from inspector_app.gui.actions import ActionSpec
from inspector_app.gui.widgets.comment_box import CommentBox
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.gui.widgets.passing import say_in_passing
from inspector_app.gui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from datetime import datetime

    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.undo import TakenBack
    from inspector_app.operations.workspace import Workspace

UNDO, REDO, CAPTURE, HISTORY = "edit.undo", "edit.redo", "evidence.capture", "history.open"
KEYBOARD, WHY, PRIVACY = "help.keyboard", "question.why", "window.privacy"
CORRECT, KEEP = "correct.open", "edit.keep"
_HANDS = "hands"


@runtime_checkable
class HasQuestion(Protocol):
    """A page that knows which question has the keyboard."""

    key: str

    def focused_key(self) -> str: ...
    def focused_question(self) -> str: ...


def ensure_hands(workbench: Workbench) -> Hands:
    """The hands of a workbench, made on first use."""
    found = workbench.findChild(Hands, _HANDS)
    return found if isinstance(found, Hands) else Hands(workbench)


class Hands(QObject):
    """One for each workbench; its actions can be done while an inspection is open."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench)
        self.setObjectName(_HANDS)
        self._workbench = workbench
        self._boxed: QWidget | None = None
        self._refused: KnownError | None = None
        edit, inspection = self.tr("Edit"), self.tr("Inspection")
        for spec in (
            ActionSpec(UNDO, self.tr("Undo"), "Ctrl+Z", edit),
            ActionSpec(REDO, self.tr("Redo"), "Ctrl+Shift+Z", edit),
            ActionSpec(KEEP, self.tr("Save what is typed"), "Ctrl+S", edit),
            ActionSpec(CAPTURE, self.tr("Capture evidence"), "Ctrl+E", inspection),
            ActionSpec(WHY, self.tr("Why is this asked"), "Ctrl+I", inspection),
            ActionSpec(HISTORY, self.tr("History"), "Ctrl+H", inspection, icon="history"),
            ActionSpec(CORRECT, self.tr("Correct a finalised inspection"), "Ctrl+Shift+C", inspection),
        ):
            workbench.actions.add(spec)
        workbench.actions.add(
            ActionSpec(KEYBOARD, self.tr("Keyboard map"), "Ctrl+/", self.tr("Help")), self.keyboard
        )
        hide = ActionSpec(PRIVACY, self.tr("Hide everything"), "F12", self.tr("Window"))
        workbench.actions.add(hide, self.hide_everything)
        workbench.inspection_changed.connect(self._inspection_changed)
        workbench.desk_changed.connect(self._desk_changed)
        workbench.not_saved.connect(self._not_saved)
        workbench.saved.connect(self._saved)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)
        self._inspection_changed(workbench.inspection_id)

    def undo(self) -> None:
        """Take back the last action in the inspection."""
        self._take_back(redo=False)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._take_back(redo=True)

    def keep(self) -> None:
        """Make events of all that was typed, and say that it is saved: it was, with every key."""
        leave_field()
        self._workbench.work(lambda at: at.fold(), lambda _: self._kept(), self._nothing)

    def capture(self) -> None:
        """Begin a piece of evidence that cites the question in focus."""
        page = _page()
        question, key, where = "", "", "evidence"
        if page is not None:
            question, key, where = page.focused_question(), page.focused_key(), page.key
        self._workbench.go("evidence", f"new {question or '-'} {where} {key}".strip())

    def history(self) -> None:
        """Show the history of the field in focus and of the inspection."""
        page = _page()
        self._workbench.go("history", f"of {page.key} {page.focused_key()}" if page is not None else "all")

    def why(self) -> None:
        """Say at the question in focus why it is asked and what its answers mean, or fold that away."""
        show = getattr(_page(), "show_why", None)
        if show is not None and not show():
            self._tell(self.tr("The checklist says no more about this question than stands here."))

    def hide_everything(self) -> None:
        """Hide all that the window shows until the next key."""
        from inspector_app.gui.privacy import PrivacyScreen

        window = self._workbench.actions.window
        if isinstance(window, QMainWindow):
            found = window.findChild(PrivacyScreen)
            (found if isinstance(found, PrivacyScreen) else PrivacyScreen(window)).begin()

    def keyboard(self) -> None:
        """Show every key there is; Esc leads back to the very field."""
        shown = getattr(self._workbench.actions.window, "page", None)
        if shown is not None and shown.key != "keyboard":
            key = shown.focused_key() if isinstance(shown, HasQuestion) else ""
            self._workbench.go("keyboard", f"from {shown.key} {key}".strip())

    def correct(self) -> None:
        """Correct the field in focus, or another, of a finalised inspection."""
        shown = _page() or getattr(self._workbench.actions.window, "page", None)
        if shown is not None and shown.key != "correct":
            key = shown.focused_key() if isinstance(shown, HasQuestion) else ""
            self._workbench.go("correct", f"of {shown.key} {key}".strip())

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Ctrl+Z in a text box with nothing of its own to take back is everybody's; so is Ctrl+Shift+Z."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if not self._workbench.inspection_id:
            return super().eventFilter(watched, event)
        if event.matches(QKeySequence.StandardKey.Undo) and not _own_undo(watched):
            self.undo()
            return True
        if event.matches(QKeySequence.StandardKey.Redo) and not _own_redo(watched):
            self.redo()
            return True
        return super().eventFilter(watched, event)

    def _take_back(self, *, redo: bool) -> None:
        leave_field()

        def job(at: Workspace) -> TakenBack:
            from inspector_app.operations import undo as operations

            at.fold()
            take = operations.redo if redo else operations.undo
            return take(at.desk, at.desk.inspection(at.inspection), at.checklists())

        with self._workbench.moving(stays=True):
            self._workbench.work(job, self._redone if redo else self._undone, self._nothing)

    def _undone(self, taken: TakenBack) -> None:
        self._tell(self.tr("Undone: {words}").format(words=taken.words))

    def _redone(self, taken: TakenBack) -> None:
        self._tell(self.tr("Done again: {words}").format(words=taken.words))

    def _tell(self, words: str) -> None:
        window = self._workbench.parent()
        say_in_passing(window if isinstance(window, QWidget) else None, words)

    def _kept(self) -> None:
        if self._refused is None:
            self._tell(self.tr("Everything is saved, as it is with every key."))
        else:
            self._workbench.notify(Message.of(self._refused))

    def _not_saved(self, error: KnownError) -> None:
        self._refused = error

    def _saved(self, _: datetime) -> None:
        self._refused = None

    def _nothing(self, error: KnownError) -> None:
        if error.code in ("nothing-to-undo", "nothing-to-redo"):
            self._tell(error.message)
        else:
            self._workbench.notify(Message.of(error))

    def _inspection_changed(self, inspection_id: str) -> None:
        calls = {
            UNDO: self.undo,
            REDO: self.redo,
            KEEP: self.keep,
            CAPTURE: self.capture,
            HISTORY: self.history,
            WHY: self.why,
            CORRECT: self.correct,
        }
        for action, call in calls.items():
            if inspection_id:
                self._workbench.actions.bind(action, call)
            else:
                self._workbench.actions.unbind(action)

    def _desk_changed(self, unlocked: bool) -> None:
        if not unlocked:
            self._inspection_changed("")

    def _focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._boxed is not None and self._boxed is old:
            self._boxed.removeEventFilter(self)
        self._boxed = None
        if isinstance(new, (QLineEdit, QPlainTextEdit)):
            self._boxed = new
            new.installEventFilter(self)


def _page() -> HasQuestion | None:
    """The page around the widget that has the keyboard, where it knows its questions; else one shown."""
    widget: QWidget | None = QApplication.focusWidget()
    while widget is not None:
        if isinstance(widget, HasQuestion):
            return widget
        if widget.isWindow():
            page = getattr(widget, "page", None)
            return page if isinstance(page, HasQuestion) else None
        widget = widget.parentWidget()
    return None


def leave_field() -> None:
    """Have the field in focus record what was typed, so that what comes next builds on it. An editor open in
    a table gives the keyboard back to the table.
    """
    widget: QWidget | None = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, (CommentBox, TextLine)):
        above = widget.parentWidget()
        if isinstance(above, QAbstractItemView) and widget is above.viewport():
            above.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        widget = above
    if widget is not None:
        widget.leave()


def forget_own_undo(control: AnswerControl | None) -> None:
    """What a box has handed to the record is the record's to take back, in the order of all that was done."""
    if isinstance(control, CommentBox):
        control.box.document().clearUndoRedoStacks()
    elif isinstance(control, TextLine) and control.line.isUndoAvailable():
        cursor = control.line.cursorPosition()
        control.line.setText(control.line.text())
        control.line.setCursorPosition(cursor)


def _own_undo(widget: QObject) -> bool:
    if isinstance(widget, QPlainTextEdit):
        return widget.document().isUndoAvailable()
    return isinstance(widget, QLineEdit) and widget.isUndoAvailable()


def _own_redo(widget: QObject) -> bool:
    if isinstance(widget, QPlainTextEdit):
        return widget.document().isRedoAvailable()
    return isinstance(widget, QLineEdit) and widget.isRedoAvailable()
