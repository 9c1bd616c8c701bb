"""Makes the control that a node of a checklist asks for; which one, `appearance` decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from inspector_app.forms.interface import Choice, NodeView
from inspector_app.gui.look import look
from inspector_app.gui.widgets.appearance import Kind, column_count, kind_of, words_of
from inspector_app.gui.widgets.chips import Chips
from inspector_app.gui.widgets.choice_box import ChoiceBox
from inspector_app.gui.widgets.comment_box import CommentBox
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.date_line import DateLine
from inspector_app.gui.widgets.note import Note
from inspector_app.gui.widgets.option_list import OptionList, Setting
from inspector_app.gui.widgets.ranking import Ranking
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.gui.widgets.text_line import DecimalLine, IntegerLine, TextLine
from inspector_app.gui.widgets.tick_box import TickBox
from inspector_app.gui.widgets.time_line import DateTimeLine, TimeLine

if TYPE_CHECKING:
    from inspector_app.gui.widgets.file_shelf import FileShelf

Media = Callable[[str], "bytes | None"]


def no_file(name: str) -> bytes | None:
    """There are no files."""
    return None


class ControlFactory:
    """`now` is the clock (aware, local time zone). `media` gives the bytes of the form's own files by their
    names; `shelf` takes the files that answer questions: without it such a question is only shown.
    """

    def __init__(
        self, now: Callable[[], datetime], *, shelf: FileShelf | None = None, media: Media = no_file
    ) -> None:
        self._now = now
        self._shelf = shelf
        self._media = media

    def make(self, view: NodeView) -> AnswerControl:
        """A control that shows the node's value and takes its answers; the caller adds label and signals."""
        made = self._made(view)
        made.show_value(view.value or (view.label if isinstance(made, Note) else ""))
        made.set_read_only(view.readonly)
        return made

    def _made(self, view: NodeView) -> AnswerControl:
        kind = kind_of(view)
        for makers in (self._plain(view), self._choosing(view)):
            if kind in makers:
                return makers[kind]()
        if kind in ("image", "audio", "video", "file", "signature", "draw", "annotate"):
            return self._upload(kind, view)
        return _seldom(kind, view, self._today)

    def _plain(self, view: NodeView) -> Mapping[Kind, Callable[[], AnswerControl]]:
        return {
            "note": Note,
            "text": TextLine,
            "multiline": CommentBox,
            "integer": IntegerLine,
            "decimal": DecimalLine,
            "date": partial(DateLine, self._today),
            "time": partial(TimeLine, self._now),
            "date-time": partial(DateTimeLine, self._now),
            "trigger": TickBox,
        }

    def _choosing(self, view: NodeView) -> Mapping[Kind, Callable[[], AnswerControl]]:
        choices = view.choices or ()
        return {
            "segments": partial(Segmented, choices),
            "list": partial(Segmented, choices, as_list=True),
            "box": partial(ChoiceBox, choices),
            "chips": partial(Chips, choices),
            "rank": partial(Ranking, choices),
            "columns": partial(self._grid, view, "columns", False),
            "pack": partial(self._grid, view, "pack", False),
            "likert": partial(self._grid, view, "likert", False),
            "bare": partial(self._grid, view, "list", False),
            "labels": partial(self._grid, view, "list", False),
            "ticks": partial(self._grid, view, "list", True),
            "tick-columns": partial(self._grid, view, "columns", True),
            "tick-pack": partial(self._grid, view, "pack", True),
            "tick-bare": partial(self._grid, view, "list", True),
            "tick-labels": partial(self._grid, view, "list", True),
        }

    def _grid(self, view: NodeView, setting: Setting, many: bool) -> OptionList:
        return OptionList(
            view.choices or (),
            many=many,
            setting=setting,
            columns=column_count(view),
            marks="no-buttons" not in words_of(view),
            picture=partial(self._picture, 16 if setting == "likert" else 36),
        )

    def _picture(self, steps: int, choice: Choice) -> QPixmap | None:
        name = choice.media.get("image", "")
        data = self._media(name) if name else None
        if data is None:
            return None
        from inspector_app.gui.widgets.pictures import read_picture

        return read_picture(data, QSize(look().metrics.space(steps), look().metrics.space(steps * 0.8)))

    def _upload(self, kind: Kind, view: NodeView) -> AnswerControl:
        if self._shelf is None:
            return Note()
        from inspector_app.gui.widgets.draw_pad import DrawPad
        from inspector_app.gui.widgets.file_line import FileLine

        if kind in ("signature", "draw", "annotate"):
            return DrawPad(kind, view.key, self._shelf)
        wanted = view.parameters.get("max-pixels", "")
        longest = int(wanted) if wanted.isdecimal() else 0
        return FileLine(kind, view.key, self._shelf, max_pixels=longest)

    def _today(self) -> date:
        return self._now().date()


def _seldom(kind: Kind, view: NodeView, today: Callable[[], date]) -> AnswerControl:
    """Controls that few checklists use, imported when one does."""
    if kind in ("range", "vertical", "picker", "rating"):
        return _ranged(kind, view)
    if kind in ("search", "tick-search"):
        from inspector_app.gui.widgets.search_line import SearchLine
        from inspector_app.gui.widgets.search_ticks import SearchTicks

        return (SearchLine if kind == "search" else SearchTicks)(view.choices or ())
    if kind in ("month", "year"):
        from inspector_app.gui.widgets.month_line import MonthLine, YearLine

        return (MonthLine if kind == "month" else YearLine)(today)
    if kind in ("point", "line", "area"):
        from inspector_app.gui.widgets.geo_lines import PointLine, PointsBox

        return PointLine() if kind == "point" else PointsBox(closed=kind == "area")
    return _line(kind)


def _line(kind: Kind) -> AnswerControl:
    from inspector_app.gui.widgets import number_lines
    from inspector_app.gui.widgets.address_line import AddressLine
    from inspector_app.gui.widgets.barcode_line import BarcodeLine

    makers: Mapping[str, Callable[[], AnswerControl]] = {
        "counter": number_lines.CounterLine,
        "digits": number_lines.ParsedLine,
        "masked": number_lines.MaskedLine,
        "grouped-integer": number_lines.GroupedInteger,
        "grouped-decimal": number_lines.GroupedDecimal,
        "bearing": partial(DecimalLine, unit="°"),
        "address": AddressLine,
        "barcode": BarcodeLine,
    }
    return makers[kind]()


def _ranged(kind: Kind, view: NodeView) -> AnswerControl:
    from inspector_app.gui.widgets.range_line import RangeLine, steps_of

    steps = steps_of(view.parameters)
    whole = view.data_type == "int"
    if steps is None:
        return IntegerLine() if whole else DecimalLine()
    if kind == "picker" and steps.count <= 1000:
        return ChoiceBox([Choice(value, value) for value in steps.values()])
    if kind == "rating" and steps.count <= 10:
        return Segmented([Choice(value, value) for value in steps.values()])
    ticks = "no-ticks" not in words_of(view)
    return RangeLine(steps, whole=whole, vertical=kind == "vertical", ticks=ticks)
