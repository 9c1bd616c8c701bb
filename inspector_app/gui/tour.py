"""The tour: a quiet line at the foot of the window beside the real example. It covers nothing and waits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_fit, follow_look, look, tight
from inspector_app.gui.widgets.announce import announce
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.labels import label

if TYPE_CHECKING:
    from inspector_app.gui.main_window import MainWindow
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.desk import Desk

Go = Callable[[str, str], None]
ENDED = -1


@dataclass(frozen=True, slots=True)
class Step:
    """`page` is where the step is; ``screen 1`` is the second screen of the checklist."""

    page: str
    title: str
    text: str


def steps() -> tuple[Step, ...]:
    """The six steps, in the language of the screen."""
    tr = QCoreApplication.translate
    return (
        Step(
            "home",
            tr("Tour", "Your inspections"),
            tr("Tour", "This is an invented service: one inspection is under way, one is finished."),
        ),
        Step(
            "screen 0",
            tr("Tour", "Answer by keyboard"),
            tr("Tour", "Number keys choose an answer. Each key is saved; the top of the window says when."),
        ),
        Step(
            "screen 1",
            tr("Tour", "The sample decides"),
            tr("Tour", "A row for each person asked. Exactly half decides nothing: you choose and say why."),
        ),
        Step(
            "findings",
            tr("Tour", "Findings"),
            tr("Tour", "Answers suggest findings. Accept one, or refuse it; nothing is added without you."),
        ),
        Step(
            "letter",
            tr("Tour", "The letter"),
            tr("Tour", "It is made from the record as you work, and it is a draft until you finalise."),
        ),
        Step(
            "export",
            tr("Tour", "What is in the way"),
            tr("Tour", "What is still open before finalising, each with its place. F1 helps on any page."),
        ),
    )


class Tour(QFrame):
    """Where it stands is kept, so that it goes on at the next start; ended, it stays away until asked for."""

    def __init__(self, window: MainWindow, workbench: Workbench, go: Go) -> None:
        super().__init__()
        self._window = window
        self._workbench = workbench
        self._go = go
        self._steps = steps()
        self.setObjectName("tour")
        self.setProperty("tone", "accent")
        self.setAccessibleName(self.tr("Tour of the example"))
        self.count, self.heading, self.text = label("", "soft"), label("", "strong"), label("")
        self.show_me = Button(self.tr("Show me"))
        self.before = Button(self.tr("Back"), kind="quiet")
        self.next = Button(self.tr("Next"))
        self.end = Button(self.tr("End the tour"), kind="quiet")
        self._row = QHBoxLayout(self)
        words = QVBoxLayout()
        words.addWidget(self.heading)
        words.addWidget(self.text)
        add_layout(self._row, words, 1)
        buttons = FlowLayout(gap=2)
        buttons.addWidget(self.count)
        for button in (self.show_me, self.before, self.next, self.end):
            buttons.addWidget(button)
        add_layout(self._row, buttons)
        self.show_me.clicked.connect(self.lead)
        self.before.clicked.connect(self._back)
        self.next.clicked.connect(self._on)
        self.end.clicked.connect(self.finish)
        window.windowTitleChanged.connect(self.come_last)
        follow_look(self._restyle)
        follow_fit(self._restyle)

    @property
    def at(self) -> int:
        """The step shown, from 0."""
        return min(max(0, self._workbench.kept.now.tour), len(self._steps) - 1)

    def begin(self) -> None:
        """Show the step where it stands."""
        self.show()
        self.come_last()
        self._show()

    def finish(self) -> None:
        """Put the tour away for good; the keyboard goes to the page."""
        self._workbench.kept.change(tour=ENDED)
        self.hide()
        page = self._window.page
        if page is not None:
            page.first_focus().setFocus()

    def come_last(self) -> None:
        """Tab comes here after the page: a page that is made or shown later would come after the foot."""
        if not self.isVisible():
            return
        last: QWidget = self._window
        step = self._window.nextInFocusChain()
        while step is not None and step is not self._window:
            stops = step.focusPolicy() != Qt.FocusPolicy.NoFocus and step.focusProxy() is None
            if stops and not self.isAncestorOf(step):
                last = step
            step = step.nextInFocusChain()
        for button in (self.show_me, self.before, self.next, self.end):
            QWidget.setTabOrder(last, button)
            last = button

    def lead(self) -> None:
        """Open the page that the step is about, the inspection under way first where one is needed."""
        if self.at == 0 or self._workbench.inspection_id:
            self._open()
        else:
            self._workbench.run(_under_way, self._opened)

    def _opened(self, inspection: str) -> None:
        if inspection:
            self._workbench.open_inspection(inspection)
            # The rail learns its parts from the writer: what is asked for now comes after that.
            self._go("prepare", "")
            self._workbench.run(_nothing, self._open_later)

    def _open_later(self, _: None) -> None:
        self._open()

    def _open(self) -> None:
        kind, _, number = self._steps[self.at].page.partition(" ")
        screens = [item.key for item in self._window.rail.items if item.key.startswith("screen:")]
        if number:
            kind = screens[int(number)] if int(number) < len(screens) else "prepare"
        self._go(kind, "")

    def _back(self) -> None:
        self._step(-1)

    def _on(self) -> None:
        if self.at == len(self._steps) - 1:
            self.finish()
        else:
            self._step(1)

    def _step(self, by: int) -> None:
        self._workbench.kept.change(tour=self.at + by)
        self._show()

    def _show(self) -> None:
        step = self._steps[self.at]
        told = self.tr("Tour, {number} of {count}").format(number=self.at + 1, count=len(self._steps))
        self.count.setText(told)
        self.heading.setText(step.title)
        self.text.setText(step.text)
        self.before.setEnabled(self.at > 0)
        last = self.at == len(self._steps) - 1
        self.next.set_words(self.tr("Done") if last else self.tr("Next"))
        announce(self, f"{told}. {step.title}. {step.text}")

    def _restyle(self) -> None:
        m = look().metrics
        little = tight()
        self._row.setDirection(
            QHBoxLayout.Direction.TopToBottom if little else QHBoxLayout.Direction.LeftToRight
        )
        self._row.setContentsMargins(m.space(6), m.space(2.5), m.space(6), m.space(2.5))
        self._row.setSpacing(m.space(1 if little else 4))
        # What is said counts more than its heading where there is room for one of them.
        self.heading.setVisible(not little)


def _under_way(desk: Desk) -> str:
    """The latest inspection under way, '' when there is none."""
    from inspector_app.operations.home import home

    lines = home(desk, with_dates=False).lines
    return next((line.id for line in lines if line.status_tone == "accent"), "")


def _nothing(_: Desk) -> None:
    return None
