"""The bars above and below the page of a form: what it is, its language, saving; going on, and checking."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QWidget

from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.choice_box import DropDown
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.labels import label
from inspector_app.operations.try_checklist import Trial


class FormTop(QFrame):
    """`language_wanted(name)`, `hidden_wanted(bool)` and `panel_wanted(bool)` say what was asked for."""

    language_wanted = Signal(str)
    hidden_wanted = Signal(bool)
    panel_wanted = Signal(bool)

    def __init__(self, trial: Trial, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("top")
        form = trial.form
        self._title = label(trial.title, "strong", parent=self)
        words = " · ".join(part for part in (form.form_id, form.version) if part and part != trial.title)
        self._form = label(words, "soft", wrap=False, parent=self)
        self._caption = QLabel(self.tr("Language"), self)
        self.language = DropDown(self)
        self.language.setAccessibleName(self.tr("Language"))
        self._caption.setBuddy(self.language)
        for name in form.languages:
            self.language.addItem(name)
        several = len(form.languages) > 1
        self.language.setVisible(several)
        self._caption.setVisible(several)
        self.hidden = Button(self.tr("Show what is not asked"), icon="state-hidden", parent=self)
        self.hidden.setCheckable(True)
        self.panel = Button(self.tr("Values"), key="F9", icon="side-panel", parent=self)
        self.panel.setCheckable(True)
        self.panel.setChecked(True)
        self.save = Button(self.tr("Save"), icon="export", parent=self)
        self.answers = QAction(self.tr("Answers as JSON…"), self)
        self.submission = QAction(self.tr("Submission…"), self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._title)
        self._row.addWidget(self._form)
        self._row.addStretch(1)
        for part in (self._caption, self.language, self.hidden, self.panel, self.save):
            self._row.addWidget(part)
        self.language.textActivated.connect(self._tell_language)
        self.hidden.toggled.connect(self._tell_hidden)
        self.panel.toggled.connect(self._tell_panel)
        self.save.clicked.connect(self._open_menu)
        follow_look(self._restyle)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        return QSize(look().metrics.columns(50), super().minimumSizeHint().height())

    def _make_room(self) -> None:
        """Where the bar is narrow its buttons show their signs alone, the words becoming their tips."""
        narrow = self.width() < look().metrics.columns(125)
        self._form.setVisible(not narrow and bool(self._form.text()))
        for button in (self.hidden, self.panel, self.save):
            button.set_icon_only(narrow)

    def _tell_language(self, name: str) -> None:
        self.language_wanted.emit(name)

    def _tell_hidden(self, shown: bool) -> None:
        self.hidden_wanted.emit(shown)

    def _tell_panel(self, shown: bool) -> None:
        self.panel_wanted.emit(shown)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.addAction(self.answers)
        menu.addAction(self.submission)
        menu.popup(self.save.mapToGlobal(self.save.rect().bottomLeft()))

    def _restyle(self) -> None:
        m = look().metrics
        self._row.setContentsMargins(m.space(4), m.space(2), m.space(4), m.space(2))
        self._row.setSpacing(m.space(2.5))
        self._make_room()


class FormFoot(QFrame):
    """Back, on, and the check; `moved(by)` asks for another page."""

    moved = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("top")
        self.back = Button(self.tr("Back"), key="Alt+←", parent=self)
        self.next = Button(self.tr("Next"), key="Alt+→", kind="primary", parent=self)
        self.check = Button(self.tr("Check answers"), key="F7", parent=self)
        self._place = label("", "soft", wrap=False, parent=self)
        self._row = FlowLayout(self, gap=2.5, line_gap=2)
        for part in (self.back, self.next, self._place):
            self._row.addWidget(part)
        self._row.add_trailing(self.check)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        follow_look(self._restyle)

    def show_place(self, at: int, count: int) -> None:
        """Which page of how many is shown; `at` counts from 0, -1 where it is none of them."""
        self.back.setEnabled(at > 0)
        self.next.setEnabled(0 <= at < count - 1)
        words = self.tr("Page {at} of {count}").format(at=at + 1, count=count)
        self._place.setText(words if at >= 0 else "")

    def _go_back(self) -> None:
        self.moved.emit(-1)

    def _go_on(self) -> None:
        self.moved.emit(1)

    def _restyle(self) -> None:
        m = look().metrics
        self._row.setContentsMargins(m.space(6), m.space(2), m.space(6), m.space(2))
