"""The window that fills a form: pages at the left, questions in the middle, what the form thinks beside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from inspector_app.errors import KnownError
from inspector_app.gui.forms_window.bars import FormFoot, FormTop
from inspector_app.gui.forms_window.desk import FormDesk
from inspector_app.gui.forms_window.lines_view import LinesView
from inspector_app.gui.forms_window.live_panel import LivePanel
from inspector_app.gui.frame.facts import PartState, Progress, RailItem
from inspector_app.gui.frame.rail import Rail
from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.theme import Theme
from inspector_app.gui.widgets.announce import announce
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.message_bar import Message, MessageArea
from inspector_app.gui.widgets.tab_order import order_by_layout
from inspector_app.operations.try_checklist import PageState, Step, Trial

LEAST_PAGE = 58
"""Characters of a page below which the panel at its side gives way."""


class FormWindow(QMainWindow):
    """Nothing is saved unless it is asked for."""

    def __init__(self, trial: Trial, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.trial = trial
        self._theme = theme
        self.desk = FormDesk(trial, now, self)
        self._page = ""
        self._view: LinesView | None = None
        self._panel_wanted = True
        self.setWindowTitle(self.tr("{title} – trying a checklist").format(title=trial.title))
        self.top = FormTop(trial, self)
        self.next_open = Button(self.tr("Next open"), key="F8", kind="quiet", parent=self)
        self.rail = Rail(self.tr("Pages"), self.next_open, self)
        self.title = label("", "title", parent=self)
        self.messages = MessageArea(self)
        self.page_area = QScrollArea(self)
        self.foot = FormFoot(self)
        self.panel = LivePanel(self.desk, self)
        self._lay_out()
        self._connect()
        follow_look(self._restyle)
        self._show_rail()
        first = next((state.key for state in trial.page_states() if state.shown), "")
        self.go(first or (trial.pages[0].key if trial.pages else ""))
        self._focus_page()

    # Pages

    @property
    def page_key(self) -> str:
        return self._page

    @property
    def lines(self) -> LinesView | None:
        """What the page shows."""
        return self._view

    def go(self, page: str) -> None:
        """Show a page; its lines are built as they are needed."""
        wanted = next((one for one in self.trial.pages if one.key == page), None)
        if wanted is None or page == self._page:
            return
        self._page = page
        old = self.page_area.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.title.setText(self.trial.page_title(wanted))
        self._view = LinesView(self.desk, wanted.lines, titled=True)
        self._view.built.connect(self._built)
        holder = QWidget()
        holder.setObjectName("page_content")
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._view)
        inside.addStretch(1)
        self.page_area.setWidget(holder)
        self.rail.select(page)
        self._set_margins()
        self._show_foot()
        if self._view.is_complete():
            self._built()

    def go_to(self, key: str) -> None:
        """Show the page of a node and put the focus there."""
        self.go(self.trial.page_of(key))
        if self._view is not None and self._view.focus_key(key):
            control = self.desk.fields.control(key)
            if control is not None:
                self.page_area.ensureWidgetVisible(control, 0, look().metrics.space(20))

    def step_page(self, by: int) -> None:
        """The next page that is asked, or the one before."""
        keys = [state.key for state in self.trial.page_states() if state.shown or state.key == self._page]
        at = keys.index(self._page) + by if self._page in keys else 0
        if 0 <= at < len(keys):
            self.go(keys[at])
            self.page_area.verticalScrollBar().setValue(0)
            self._focus_page()
            announce(self, self.title.text())

    def _focus_page(self) -> None:
        """The first question has the focus when a page is opened by key."""
        if self._view is not None:
            self._view.focus_first()

    def check(self) -> None:
        """Say what stands in the way, and go to the first of it."""
        self.desk.check()
        problems = self.trial.problems()
        self.messages.clear()
        if not problems:
            self.messages.show_message(
                Message(self.tr("Nothing stands in the way: every answer fits."), "", "good")
            )
            return
        count = len(problems)
        words = self.tr("1 answer is open or does not fit.") if count == 1 else ""
        text = words or self.tr("{count} answers are open or do not fit.").format(count=count)
        self.messages.show_message(Message(text, self.tr("The first of them has the focus."), "attention"))
        self.go_to(next(iter(problems)))

    def go_next_open(self) -> None:
        """The first question that is asked and has no answer, after the page shown."""
        key = self.trial.next_open(self._page)
        if key:
            self.go_to(key)

    # Saving

    def save_answers(self) -> None:
        """Ask where, and write the answers as JSON."""
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save answers"), "answers.json", "JSON (*.json)")
        if name:
            self._try(lambda: self.trial.save_answers(Path(name)), name)

    def save_submission(self) -> None:
        """Ask for a folder's name, and write the submission with its files into it."""
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save submission as a folder"), self.trial.form.form_id
        )
        if name:
            self._try(lambda: self.trial.save_submission(Path(name)), name)

    def _try(self, act: Callable[[], object], name: str) -> None:
        try:
            act()
        except KnownError as error:
            self.messages.show_message(Message.of(error))
            return
        saved = self.tr("Saved as {name}.").format(name=Path(name).name)
        self.messages.show_message(Message(saved, "", "good"))

    # Following what changes

    def _changed(self, step: object) -> None:
        if not isinstance(step, Step):
            return
        if self._view is not None:
            self._view.apply(step)
        self._show_rail()

    def _show_rail(self) -> None:
        items = [_rail_item(state) for state in self.trial.page_states()]
        if tuple(items) != self.rail.items:
            self.rail.show_items(items)
            self.rail.select(self._page)
        self.rail.show_progress(Progress(*self.trial.progress()))
        self._show_foot()

    def _show_foot(self) -> None:
        keys = [state.key for state in self.trial.page_states() if state.shown]
        at = keys.index(self._page) if self._page in keys else -1
        self.foot.show_place(at, len(keys))

    def _built(self) -> None:
        order_by_layout(self)

    def _language(self, language: str) -> None:
        self.desk.tell(self.trial.set_language(language))
        page = next(one for one in self.trial.pages if one.key == self._page)
        self.title.setText(self.trial.page_title(page))
        if self._view is not None:
            self._view.show_all()

    def _show_hidden(self, shown: bool) -> None:
        self.desk.show_hidden = shown
        if self._view is not None:
            self._view.show_all()

    def _toggle_panel(self, shown: bool) -> None:
        self._panel_wanted = shown
        if shown:
            self.panel.rebuild()
        self._show_panel()

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """The panel follows the question in focus."""
        part = new
        while part is not None and part is not self:
            if isinstance(part, AnswerControl) and part.objectName():
                self.desk.look_at(part.objectName())
                return
            part = part.parentWidget()

    def _failed(self, error: object) -> None:
        if isinstance(error, KnownError):
            self.messages.show_message(Message.of(error))

    def _next_question(self, key: str) -> None:
        """After a quick answer the focus goes on."""
        control = self.desk.fields.control(key)
        if control is not None:
            self.focusNextChild()

    def _play(self, name: str) -> None:
        from inspector_app.gui.forms_window.player import play

        data = self.trial.file(name)
        if data is not None:
            play(name, data, self)

    # Geometry

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._show_panel()
        self._set_margins()

    def _show_panel(self) -> None:
        m = look().metrics
        self.panel.setFixedWidth(m.columns(48))
        room = self.width() - self.rail.width() - m.columns(48)
        self.panel.setVisible(self._panel_wanted and room >= m.columns(LEAST_PAGE))

    def _lay_out(self) -> None:
        root = QWidget(self)
        root.setObjectName("page")
        self.setCentralWidget(root)
        whole = QVBoxLayout(root)
        middle = QHBoxLayout()
        page = QVBoxLayout()
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        self._head, self._page_column = head, page
        add_layout(page, head)
        self._said = QVBoxLayout()
        self._said.addWidget(self.messages)
        add_layout(page, self._said)
        page.addWidget(self.page_area, 1)
        page.addWidget(self.foot)
        for layout in (whole, middle, page):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        whole.addWidget(self.top)
        add_layout(whole, middle, 1)
        middle.addWidget(self.rail)
        add_layout(middle, page, 1)
        middle.addWidget(self.panel)
        self.page_area.setWidgetResizable(True)
        self.page_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _connect(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
        self.desk.changed.connect(self._changed)
        self.desk.failed.connect(self._failed)
        self.desk.media_wanted.connect(self._play)
        self.desk.quick_done.connect(self._next_question)
        self.rail.chosen.connect(self.go)
        self.next_open.clicked.connect(self.go_next_open)
        self.top.language_wanted.connect(self._language)
        self.top.hidden_wanted.connect(self._show_hidden)
        self.top.panel_wanted.connect(self._toggle_panel)
        self.top.answers.triggered.connect(self.save_answers)
        self.top.submission.triggered.connect(self.save_submission)
        self.foot.moved.connect(self.step_page)
        self.foot.check.clicked.connect(self.check)
        for keys, act in (
            ("Alt+Right", lambda: self.step_page(1)),
            ("Alt+Left", lambda: self.step_page(-1)),
            ("F8", self.go_next_open),
            ("F9", self.top.panel.click),
            ("F7", self.check),
            ("Ctrl++", lambda: self._theme.step_zoom(1)),
            ("Ctrl+-", lambda: self._theme.step_zoom(-1)),
            ("Ctrl+0", lambda: self._theme.step_zoom(0)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _restyle(self) -> None:
        m = look().metrics
        self.rail.setFixedWidth(m.columns(30))
        self._head.setContentsMargins(m.space(6), m.space(4), m.space(6), m.space(3))
        self._said.setContentsMargins(m.space(6), 0, m.space(6), m.space(2))
        self._page_column.setSpacing(m.space(1))
        self._show_panel()
        self._set_margins()

    def _set_margins(self) -> None:
        m = look().metrics
        holder = self.page_area.widget()
        inside = holder.layout() if holder is not None else None
        if inside is not None:
            inside.setContentsMargins(m.space(6), m.space(1), m.space(6), m.space(6))


def _rail_item(state: PageState) -> RailItem:
    if not state.shown:
        return RailItem(state.key, state.title, "hidden", "not asked")
    if not state.asked:
        return RailItem(state.key, state.title, "done", "to read")
    shape: PartState = "open"
    if state.answered >= state.asked:
        shape = "done"
    elif state.answered:
        shape = "half"
    return RailItem(state.key, state.title, shape, f"{state.answered} of {state.asked}")
