"""A question of a checklist: number and title, how it is answered, its reasons and comment, what is wrong."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.gui import icons
from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.badge import DerivedBadge
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.fold import Fold
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.markdown import plain_text
from inspector_app.gui.widgets.rich_label import RichLabel


@dataclass(frozen=True, slots=True)
class QuestionFace:
    """The words of a question. `number` may be empty; `guidance` stands folded under `guidance_title`."""

    key: str
    number: str
    title: str
    hint: str = ""
    guidance: str = ""
    required: bool = False
    guidance_title: str = ""

    @property
    def spoken(self) -> str:
        """What controls of this question are called by people who hear the screen."""
        return f"{self.number} {plain_text(self.title)}".strip()


class QuestionCard(QFrame):
    """Parts are added from the top: `set_control`, `add_chips`, `add_comment`, `add_fold`."""

    def __init__(self, face: QuestionFace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = face
        self.setProperty("card", True)
        self.setObjectName(f"question:{face.key}")
        self.setAccessibleName(face.spoken)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.number = label(face.number, "heading", wrap=False)
        self.title = RichLabel(face.title, "heading")
        self.badge = DerivedBadge()
        self.hint = RichLabel(face.hint, "soft")
        self._required = label(self.tr("required"), "small", wrap=False)
        self._hidden_icon = QLabel(self)
        self._hidden_why = label("", "soft")
        self._problem = label("", "problem")
        self._control: AnswerControl | None = None
        self._body = QWidget(self)
        self._why: Fold | None = None
        self._build()
        follow_look(self._restyle)

    @property
    def control(self) -> AnswerControl | None:
        return self._control

    @property
    def body(self) -> QVBoxLayout:
        """Where parts are added."""
        return self._parts

    def set_control(self, control: AnswerControl) -> None:
        """The control that takes the answer; the title becomes its label."""
        self._control = control
        control.set_question(self.face.spoken, self.title)
        control.problem.connect(self.show_problem)
        self._parts.addWidget(control)
        self._keep_why_last()

    def show_words(self, title: str, hint: str) -> None:
        """Other words of the question: what it says may depend on answers."""
        if (title, hint) == (self.face.title, self.face.hint):
            return
        self.face = replace(self.face, title=title, hint=hint)
        self.title.show_source(title)
        self.hint.show_source(hint)
        self.setAccessibleName(self.face.spoken)
        if self._control is not None:
            self._control.set_question(self.face.spoken, self.title)

    def add_chips(self, chips: AnswerControl, name: str = "") -> None:
        """Reason codes; `name` is what they are called, "Reasons" when empty."""
        chips.set_question(
            self.tr("{name}, {question}").format(name=name or self.tr("Reasons"), question=self._short)
        )
        self._parts.addWidget(chips)
        self._keep_why_last()

    def add_comment(self, comment: AnswerControl, name: str = "") -> None:
        """The comment; `name` is what it is called, "Comment" when empty."""
        comment.set_question(
            self.tr("{name}, {question}").format(name=name or self.tr("Comment"), question=self._short)
        )
        self._parts.addWidget(comment)
        self._keep_why_last()

    def add_fold(self, words: str, *controls: tuple[str, AnswerControl]) -> Fold:
        """Controls seldom needed, such as why a question could not be assessed; each with its own label."""
        fold = Fold(words)
        for name, control in controls:
            caption = label(name, "body")
            control.set_question(f"{name}, {self._short}", caption)
            fold.add(caption)
            fold.add(control)
            if control.value():
                fold.set_open(True)
        self._parts.addWidget(fold)
        self._keep_why_last()
        return fold

    def show_hidden(self, why: str) -> None:
        """Fold to the title and say why the question is not asked; '' unfolds."""
        self._hidden_why.setText(why)
        self._hidden_row.setVisible(bool(why))
        self._required.setVisible(self.face.required and not why)
        self._body.setVisible(not why)
        self.hint.setVisible(bool(self.face.hint) and not why)
        self.badge.setVisible(bool(self.badge.text()) and not why)
        self.title.setProperty("role", "soft" if why else "heading")
        self.number.setProperty("role", "soft" if why else "heading")
        for part in (self.title, self.number):
            part.style().unpolish(part)
            part.style().polish(part)

    def show_problem(self, message: str) -> None:
        """Say what is wrong under the control; '' takes it away."""
        self._problem.setText(message)
        self._problem.setVisible(bool(message))
        if self._control is not None:
            self._control.set_problem(message)

    def fold_why(self) -> bool:
        """Unfold what the question says of itself, or fold it away; False where it says nothing."""
        if self._why is not None:
            self._why.toggle()
        return self._why is not None

    @property
    def problem_text(self) -> str:
        return self._problem.text()

    @property
    def _short(self) -> str:
        return self.face.number or self.face.title

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._words = QWidget(self)
        self._words.setVisible(bool(self.face.title))
        self._head = QHBoxLayout(self._words)
        self._head.setContentsMargins(0, 0, 0, 0)
        self._head.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addWidget(self.title, 1, Qt.AlignmentFlag.AlignTop)
        line = FlowLayout(gap=2.5, line_gap=1)
        line.addWidget(self._words)
        line.add_trailing(self.badge)
        line.add_trailing(self._required)
        add_layout(self._column, line)
        self._column.addWidget(self.hint)
        self._hidden_row = _row(self._hidden_icon, self._hidden_why)
        self._column.addWidget(self._hidden_row)
        self._column.addWidget(self._body)
        whole = QVBoxLayout(self._body)
        whole.setContentsMargins(0, 0, 0, 0)
        self._parts = QVBoxLayout()
        add_layout(whole, self._parts)
        whole.addWidget(self._problem)
        if self.face.guidance:
            why = Fold(self.face.guidance_title or self.tr("Why is this asked?"))
            why.add(label(self.face.guidance, "soft"))
            self._why = why
        self._whole = whole
        self._keep_why_last()
        self.number.setVisible(bool(self.face.number))
        self.hint.setVisible(bool(self.face.hint))
        self._hidden_row.hide()
        self._required.setVisible(self.face.required)
        self._problem.hide()

    def _keep_why_last(self) -> None:
        """Tab goes as one reads: what joins the card last comes last in Qt's order, so this joins again."""
        if self._why is not None:
            self._why.setParent(None)
            self._whole.addWidget(self._why)

    def _restyle(self) -> None:
        seen = look()
        m = seen.metrics
        self._column.setContentsMargins(m.space(4.5), m.space(4), m.space(4.5), m.space(4))
        self._column.setSpacing(m.space(2))
        self._head.setSpacing(m.space(2))
        self._parts.setSpacing(m.space(2.5))
        ratio = self.devicePixelRatioF()
        self._hidden_icon.setPixmap(icons.pixmap("state-hidden", seen.colours.soft, m.icon, ratio))


def _row(picture: QLabel, words: QLabel) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(words, 1)
    return row
