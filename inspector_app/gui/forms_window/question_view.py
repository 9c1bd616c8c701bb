"""One question of a form: its words and media, the control that takes the answer, what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.forms.interface import NodeView
from inspector_app.gui import icons
from inspector_app.gui.forms_window.desk import FormDesk
from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.appearance import Kind, kind_of
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.fold import Fold
from inspector_app.gui.widgets.labels import Role, label
from inspector_app.gui.widgets.note import Note
from inspector_app.gui.widgets.pictures import read_picture
from inspector_app.gui.widgets.rich_label import RichLabel


class QuestionView(QFrame):
    """`show_view` brings it up to date; only what differs from the last time is touched."""

    def __init__(
        self, desk: FormDesk, view: NodeView, *, flat: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view = view
        self._kind: Kind = kind_of(view)
        self._media: list[QWidget] = []
        self.key = view.key
        self._flat = flat
        self.setProperty("card", not flat)
        self.setObjectName(f"question:{view.key}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        role: Role = "body" if self._kind == "note" and not view.value else "heading"
        self.title = RichLabel(view.label or _own_name(view), role, self)
        self._mark = label(self.tr("required"), "small", wrap=False, parent=self)
        self.hint = RichLabel(view.hint, "soft", self)
        self._guidance = RichLabel(view.guidance, "soft")
        self._fold = Fold(self.tr("Guidance"), parent=self)
        self._fold.add(self._guidance)
        self._problem = label("", "problem", parent=self)
        self._why_icon, self._why = QLabel(), label("", "soft")
        self._why_row = _row(self._why_icon, self._why, self)
        self.control = self._make_control(view)
        self._build()
        self._show_words(view)
        self._show_state(view)
        follow_look(self._restyle)

    def show_view(self, view: NodeView) -> None:
        """Show the node as it stands now."""
        if view != self._view:
            old, self._view = self._view, view
            if kind_of(view) != self._kind and not self._has_focus():
                self._swap_control(view)
            if _words(old) != _words(view):
                self._show_words(view)
            self._desk.fields.show_view(view)
        self._show_state(view)

    @property
    def problem_text(self) -> str:
        return self._problem.text()

    @property
    def why_text(self) -> str:
        return self._why.text()

    def _make_control(self, view: NodeView) -> AnswerControl | None:
        made = self._desk.factory.make(view)
        if isinstance(made, Note) and not view.value:
            made.deleteLater()
            return None
        made.setParent(self)
        self._desk.fields.add(view.key, made)
        made.problem.connect(self._show_problem)
        return made

    def _swap_control(self, view: NodeView) -> None:
        """Another kind of control fits better now, such as a box for a list that has become long."""
        self._kind = kind_of(view)
        old, self.control = self.control, self._make_control(view)
        at = self._parts.indexOf(old) if old is not None else 0
        if old is not None:
            self._parts.removeWidget(old)
            old.hide()
            old.deleteLater()
        if self.control is not None:
            self._parts.insertWidget(max(0, at), self.control)
        self._name_control(view)

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        head = FlowLayout(gap=2.5, line_gap=1)
        head.addWidget(self.title)
        head.add_trailing(self._mark)
        add_layout(self._column, head)
        self._column.addWidget(self.hint)
        self._column.addWidget(self._why_row)
        self._body = QWidget(self)
        self._parts = QVBoxLayout(self._body)
        self._parts.setContentsMargins(0, 0, 0, 0)
        if self.control is not None:
            self._parts.addWidget(self.control)
        self._parts.addWidget(self._problem)
        self._parts.addWidget(self._fold)
        self._column.addWidget(self._body)
        self._problem.hide()
        self._why_row.hide()

    def _show_words(self, view: NodeView) -> None:
        self.title.show_source(view.label or _own_name(view))
        self.hint.show_source(view.hint)
        self.hint.setVisible(bool(view.hint))
        self._guidance.show_source(view.guidance)
        self._fold.setVisible(bool(view.guidance))
        self._name_control(view)
        self._show_media(view)

    def _name_control(self, view: NodeView) -> None:
        spoken = self.title.text()
        if view.required:
            spoken = self.tr("{question}, required").format(question=spoken)
        self.setAccessibleName(spoken)
        if self.control is not None:
            self.control.set_question(spoken, self.title)

    def _show_state(self, view: NodeView) -> None:
        self._mark.setVisible(view.required and view.relevant and not view.readonly)
        self._body.setVisible(view.relevant)
        self.setVisible(view.relevant or self._desk.show_hidden)
        self._why_row.setVisible(not view.relevant)
        if not view.relevant and self._desk.show_hidden:
            self._why.setText(self._desk.trial.why(view.key))
        self._show_problem(self._desk.problem_of(view.key) if view.relevant else "")

    def _show_problem(self, message: str) -> None:
        if message == self._problem.text() and self._problem.isHidden() == (not message):
            return
        self._problem.setText(message)
        self._problem.setVisible(bool(message))
        if self.control is not None:
            self.control.set_problem(message)

    def _show_media(self, view: NodeView) -> None:
        for old in self._media:
            old.hide()
            old.deleteLater()
        self._media = []
        for kind, name in view.media.items():
            if kind == "big-image":
                continue
            made = self._picture(name) if kind == "image" else self._recording(name)
            self._media.append(made)
            self._column.insertWidget(2, made)

    def _picture(self, name: str) -> QWidget:
        data = self._desk.trial.file(name)
        m = look().metrics
        room = QSize(m.columns(64), m.space(80))
        picture = read_picture(data, room, self.devicePixelRatioF()) if data is not None else None
        if picture is None:
            return label(
                self.tr("The picture {name} is missing or cannot be shown.").format(name=name), "attention"
            )
        shown = QLabel(self)
        shown.setPixmap(picture)
        shown.setAccessibleName(self.tr("Picture: {question}").format(question=self.title.text()))
        return shown

    def _recording(self, name: str) -> QWidget:
        if self._desk.trial.file(name) is None:
            return label(self.tr("The recording {name} is missing.").format(name=name), "attention")
        button = Button(self.tr("Play {name}").format(name=name), parent=self)
        button.setObjectName(name)
        button.clicked.connect(self._play)
        return button

    def _play(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, Button):
            self._desk.want_media(pressed.objectName())

    def _has_focus(self) -> bool:
        inside = self.control
        return inside is not None and (inside.hasFocus() or inside.isAncestorOf(self.focusWidget() or self))

    def _restyle(self) -> None:
        seen = look()
        m = seen.metrics
        side = 0 if self._flat else m.space(4.5)
        self._column.setContentsMargins(side, m.space(1 if self._flat else 3.5), side, m.space(3.5))
        self._column.setSpacing(m.space(1.5))
        self._parts.setSpacing(m.space(2))
        ratio = self.devicePixelRatioF()
        self._why_icon.setPixmap(icons.pixmap("state-hidden", seen.colours.soft, m.icon, ratio))


def _words(view: NodeView) -> tuple[object, ...]:
    return view.label, view.hint, view.guidance, view.required, dict(view.media)


def _own_name(view: NodeView) -> str:
    return view.key.rsplit("/", 1)[-1]


def _row(picture: QLabel, words: QLabel, parent: QWidget) -> QWidget:
    row = QWidget(parent)
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(words, 1)
    return row
