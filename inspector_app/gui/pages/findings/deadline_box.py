"""A deadline: so many days, weeks or months, or a date; the day it falls on stands beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.forms.interface import Choice
from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.date_line import DateLine
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.gui.widgets.text_line import IntegerLine
from inspector_app.inspections.deadline import LONGEST_SPAN

ON_DATE = "date"


class DeadlineBox(AnswerControl):
    """The value is ``12 weeks``, ``2026-08-14`` or ''. A number out of bounds is said and not recorded."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = Segmented(
            (
                Choice("days", self.tr("Days")),
                Choice("weeks", self.tr("Weeks")),
                Choice("months", self.tr("Months")),
                Choice(ON_DATE, self.tr("By a date")),
            )
        )
        self._amount = IntegerLine(4)
        self._date = DateLine(today)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        row = FlowLayout(gap=2)
        row.addWidget(self._amount)
        row.addWidget(self._unit)
        row.addWidget(self._date)
        add_layout(self._column, row)
        self._amount.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._unit.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self._amount)
        self._date.hide()
        self._unit.committed.connect(self._unit_chosen)
        for part in (self._amount, self._date):
            part.edited.connect(self._typed)
            part.committed.connect(self._left)
            part.problem.connect(self.tell_problem)
        follow_look(self._restyle)

    @property
    def amount(self) -> IntegerLine:
        return self._amount

    @property
    def unit(self) -> Segmented:
        return self._unit

    def set_question(self, name: str, label: QLabel | None = None) -> None:
        super().set_question(name, label)
        self._amount.set_question(self.tr("{name}, how many").format(name=name))
        self._unit.set_question(self.tr("{name}, unit").format(name=name))
        self._date.set_question(self.tr("{name}, date").format(name=name))

    def set_read_only(self, read_only: bool) -> None:
        self._amount.set_read_only(read_only)
        self._unit.set_read_only(read_only)
        self._date.set_read_only(read_only)

    def value(self) -> str:
        unit = self._unit.value()
        if unit == ON_DATE:
            return self._date.value()
        amount = self._amount.value()
        return f"{amount} {unit}" if amount and unit and self._fits(amount) else ""

    def show_value(self, value: str) -> None:
        if value == self.value():
            return
        amount, _, unit = value.partition(" ")
        if unit:
            self._amount.show_value(amount)
            self._unit.show_value(unit)
        elif value:
            self._date.show_value(value)
            self._unit.show_value(ON_DATE)
        else:
            self._amount.show_value("")
            self._date.show_value("")
        self._show_parts()

    def _unit_chosen(self, unit: str) -> None:
        self._show_parts()
        if unit != ON_DATE or self._date.value():
            self._typed()
            self.tell_committed(self.value())

    def _typed(self) -> None:
        amount = self._amount.value()
        if self._unit.value() != ON_DATE and amount and not self._fits(amount):
            self.tell_problem(self.tr("Give 1 to {most}, or a date.").format(most=LONGEST_SPAN))
            return
        self.tell_problem("")
        if amount and not self._unit.value():
            self._unit.show_value("weeks")
        self.tell_edited(self.value())

    def _left(self) -> None:
        self.tell_committed(self.value())

    def _fits(self, amount: str) -> bool:
        return 0 < int(amount) <= LONGEST_SPAN

    def _show_parts(self) -> None:
        by_date = self._unit.value() == ON_DATE
        self._amount.setVisible(not by_date)
        self._date.setVisible(by_date)
        self.setFocusProxy(self._date if by_date else self._amount)

    def _restyle(self) -> None:
        self._column.setSpacing(look().metrics.space(1))
