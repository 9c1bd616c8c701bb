"""The look of one sheet of a workbook for people: heading, source, frozen header, rows, print set-up."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from inspector_app.sheets.workbook import OPTIONS

_INK, _PALE, _MARK, _RULE, _ALERT = "#1F2A37", "#E8EEF4", "#FFF4D6", "#9AA5B1", "#A4262C"


def open_book(target: io.BytesIO, title: str, made_at: datetime) -> Any:
    """An XlsxWriter workbook (untyped) that writes to `target` when closed; no clock is read."""
    import xlsxwriter

    book = xlsxwriter.Workbook(target, OPTIONS)
    book.set_properties({"title": title, "created": made_at})
    return book


class Styles:
    """The few cell formats of a workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self.title = book.add_format({"bold": True, "font_size": 14, "font_color": _INK})
        self.source = book.add_format({"font_color": _INK})
        self.notice = book.add_format({"bold": True, "font_color": _ALERT})
        self.header = book.add_format(
            {"bold": True, "bg_color": _PALE, "bottom": 2, "text_wrap": True, "valign": "bottom"}
        )
        self._book = book
        self._cells: dict[tuple[str, bool, bool], Any] = {}

    def cell(self, kind: str, marked: bool, ruled: bool) -> Any:
        """The format of a cell: `kind` is text, wrapped, number or percent."""
        key = (kind, marked, ruled)
        if key not in self._cells:
            look: dict[str, object] = {"valign": "top"}
            if kind == "wrapped":
                look["text_wrap"] = True
            elif kind == "number":
                look |= {"num_format": "#,##0", "align": "right"}
            elif kind == "percent":
                # The value is the whole percentage itself, as in the CSV file, so it is not scaled.
                look |= {"num_format": '0"%"', "align": "right"}
            if marked:
                look |= {"italic": True, "bg_color": _MARK}
            if ruled:
                look |= {"top": 1, "top_color": _RULE}
            self._cells[key] = self._book.add_format(look)
        return self._cells[key]


class Page:
    """One sheet, written from the top: heading, then columns, then rows."""

    def __init__(self, book: Any, styles: Styles, name: str, notice: str) -> None:
        self._sheet = book.add_worksheet(name)
        self._styles = styles
        self._notice = notice
        self._row = 0
        self._sheet.hide_gridlines(2)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)  # A4
        self._sheet.fit_to_pages(1, 0)
        self._sheet.set_footer(f"&L&A&C{notice}&RPage &P of &N")

    def heading(self, title: str, source: str) -> None:
        """The title, a line that says what is shown, and the example notice where there is one."""
        self._sheet.write_string(0, 0, title, self._styles.title)
        self._sheet.write_string(1, 0, source, self._styles.source)
        if self._notice:
            self._sheet.write_string(2, 0, self._notice, self._styles.notice)
        self._row = 4

    def columns(self, columns: Sequence[tuple[int, str]], frozen: int = 0) -> None:
        """Width and header of each column; the header row and the first `frozen` columns stay in sight."""
        for index, (width, header) in enumerate(columns):
            self._sheet.set_column(index, index, width)
            self._sheet.write_string(self._row, index, header, self._styles.header)
        self._sheet.freeze_panes(self._row + 1, frozen)
        self._sheet.repeat_rows(self._row)
        self._row += 1

    def row(
        self,
        values: Iterable[str | int | None],
        *,
        percents: set[int] | frozenset[int] = frozenset(),
        marked: bool = False,
        ruled: bool = False,
        wrapped: bool = False,
    ) -> None:
        """One row: texts as texts, numbers as numbers, None blank; `percents` are columns of percentages."""
        for index, value in enumerate(values):
            if isinstance(value, int):
                style = self._styles.cell("percent" if index in percents else "number", marked, ruled)
                self._sheet.write_number(self._row, index, value, style)
                continue
            style = self._styles.cell("wrapped" if wrapped else "text", marked, ruled)
            if value:
                self._sheet.write_string(self._row, index, value, style)
            else:
                self._sheet.write_blank(self._row, index, None, style)
        self._row += 1
