"""Which control a node of a checklist gets, by its control, its type of data and its appearance."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from inspector_app.forms.interface import NodeView
from inspector_app.gui.widgets.chips import Chips
from inspector_app.gui.widgets.choice_box import ChoiceBox
from inspector_app.gui.widgets.comment_box import CommentBox
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.date_line import DateLine
from inspector_app.gui.widgets.note import Note
from inspector_app.gui.widgets.ranking import Ranking
from inspector_app.gui.widgets.segmented import MOST_SEGMENTS, Segmented
from inspector_app.gui.widgets.text_line import DecimalLine, IntegerLine, TextLine
from inspector_app.gui.widgets.tick_box import TickBox
from inspector_app.gui.widgets.time_line import DateTimeLine, TimeLine

MOST_LISTED = 12


class ControlFactory:
    """`now` is the clock (aware, local time zone)."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now

    def make(self, view: NodeView) -> AnswerControl:
        """A control that shows the node's value and takes its answers; the caller adds label and signals."""
        made = self._made(view)
        made.show_value(view.value or (view.label if isinstance(made, Note) else ""))
        made.set_read_only(view.readonly)
        return made

    def _made(self, view: NodeView) -> AnswerControl:
        if view.control == "select1":
            return _one_of(view)
        if view.control in ("select", "rank"):
            return Chips(view.choices or ()) if view.control == "select" else Ranking(view.choices or ())
        if view.control == "trigger":
            return TickBox()
        if view.control in ("input", "range"):
            return self._note_or_line(view)
        return Note()

    def _note_or_line(self, view: NodeView) -> AnswerControl:
        if view.readonly and view.data_type == "string":
            return Note()
        kinds: dict[str, Callable[[], AnswerControl]] = {
            "int": IntegerLine,
            "decimal": DecimalLine,
            "date": lambda: DateLine(self._today),
            "time": lambda: TimeLine(self._now),
            "dateTime": lambda: DateTimeLine(self._now),
        }
        if view.data_type in kinds:
            return kinds[view.data_type]()
        words = view.appearance.split()
        return CommentBox() if "multiline" in words or "rows" in view.parameters else TextLine()

    def _today(self) -> date:
        return self._now().date()


def _one_of(view: NodeView) -> AnswerControl:
    choices = view.choices or ()
    words = view.appearance.split()
    if "minimal" in words or "autocomplete" in words or len(choices) > MOST_LISTED:
        return ChoiceBox(choices)
    return Segmented(choices, as_list=len(choices) > MOST_SEGMENTS)
