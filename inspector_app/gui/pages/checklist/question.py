"""A question of the checklist on the screen: built once of the controls it needs, then only shown anew."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.chips import Chips
from inspector_app.gui.widgets.comment_box import CommentBox
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.factory import ControlFactory
from inspector_app.gui.widgets.fields import Fields
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.markdown import plain_text
from inspector_app.gui.widgets.question_card import QuestionCard, QuestionFace
from inspector_app.operations.screen_facts import CardView, FieldView, PartView


class PartBlock(QWidget):
    """A field of a question with its own label: why a class was chosen, why it could not be assessed, …"""

    def __init__(self, part: PartView, control: AnswerControl, question: str) -> None:
        super().__init__()
        node = part.field.node
        self.control = control
        self._caption = label(node.label, "strong")
        self._hint = label(node.hint, "soft")
        self._problem = label("", "problem")
        control.set_question(f"{node.label} {question}".strip(), self._caption)
        control.problem.connect(self.show_problem)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._caption, self._hint, control, self._problem):
            self._column.addWidget(widget)
        self._problem.hide()
        follow_look(self._restyle)

    def show_part(self, part: PartView) -> None:
        """Show whether it is asked for, and what is wanted."""
        field = part.field
        self.setVisible(field.node.relevant)
        hint = field.missing or field.node.hint
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.show_problem(field.problem or self.control.own_problem)

    def show_problem(self, message: str) -> None:
        self._problem.setText(message)
        self._problem.setVisible(bool(message))
        self.control.set_problem(message)

    def _restyle(self) -> None:
        self._column.setSpacing(look().metrics.space(1))


class QuestionBlock:
    """One question card and the facts it shows; `fields` hears all of its controls."""

    def __init__(self, view: CardView, factory: ControlFactory, fields: Fields) -> None:
        self.view = view
        self._fields = fields
        self._blocks: dict[str, PartBlock] = {}
        tr = QCoreApplication.translate
        self.card = QuestionCard(
            QuestionFace(
                view.key,
                view.number,
                view.title,
                view.hint,
                view.guidance,
                required=view.answer.node.required and not view.number,
                guidance_title=tr("QuestionBlock", "What the answers mean") if view.number else "",
            )
        )
        self.card.set_control(self._control(view.answer, factory))
        if not view.title:
            self.card.setAccessibleName(plain_text(view.answer.node.value))
        for part in view.parts:
            self._add(part, factory)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all its fields."""
        return (self.view.answer.node.key, *(part.field.node.key for part in self.view.parts))

    def show_card(self, view: CardView, busy: Callable[[str], bool]) -> None:
        """Show the question as it stands now; a field in which somebody is typing is left alone."""
        self.view = view
        for field in (view.answer, *(part.field for part in view.parts)):
            if not busy(field.node.key):
                self._fields.show_view(field.node)
        for part in view.parts:
            block = self._blocks.get(part.field.node.key)
            if block is not None and not busy(part.field.node.key):
                block.show_part(part)
        if not busy(view.answer.node.key):
            control = self.card.control
            own = control.own_problem if control is not None else ""
            self.card.show_problem(view.answer.problem or own)
        self.card.show_words(view.title, view.hint if view.derived is None else self.card.face.hint)
        self._show_class(view)
        self.card.show_hidden(view.hidden)

    def say_missing(self, key: str) -> None:
        """Say what is wanted at a field that somebody was sent to."""
        if key == self.view.answer.node.key and self.view.answer.missing:
            self.card.show_problem(self.view.answer.missing)

    def set_read_only(self) -> None:
        """Show without taking answers."""
        for key in self.keys:
            control = self._fields.control(key)
            if control is not None:
                control.set_read_only(True)

    def _show_class(self, view: CardView) -> None:
        derived = view.derived
        if derived is None:
            return
        self.card.hint.setText(derived.hint)
        if derived.chosen and derived.asked:
            tr = QCoreApplication.translate
            words = tr("QuestionBlock", "{words}, {chosen} chosen").format(
                words=derived.words, chosen=derived.chosen.lower()
            )
            self.card.badge.show_class(derived.aware, derived.asked, words, decided=False)
        else:
            self.card.badge.show_class(derived.aware, derived.asked, derived.words, decided=derived.settled)

    def _add(self, part: PartView, factory: ControlFactory) -> None:
        if part.role == "reasons":
            chips = Chips(part.field.node.choices or ())
            self.card.add_chips(self._fields.add(part.field.node.key, chips), part.field.node.label)
            return
        control = self._control(part.field, factory)
        if part.role == "comment":
            if isinstance(control, CommentBox):
                control.box.setPlaceholderText(part.field.node.hint)
            self.card.add_comment(control, part.field.node.label)
        else:
            block = PartBlock(part, control, self.view.number)
            self._blocks[part.field.node.key] = block
            self.card.body.addWidget(block)
            block.show_part(part)

    def _control(self, field: FieldView, factory: ControlFactory) -> AnswerControl:
        return self._fields.add(field.node.key, factory.make(field.node))
