"""Style of lists, tables, scroll bars and the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.gui.metrics import SMALL

if TYPE_CHECKING:
    from inspector_app.gui.look import Look


def views(look: Look) -> str:
    """Rules for item views. The cells of samples and the rows of the rail are painted by their delegates."""
    c, m = look.colours, look.metrics
    bar = m.space(3)
    return f"""
QListView {{ background: transparent; border: none; outline: 0; }}
QListView[boxed="true"] {{ background: {c.field}; border: 1px solid {c.control_line};
    border-radius: {m.radius}px; }}
QListView[boxed="true"]:focus {{ border: {m.focus}px solid {c.accent}; }}
QListView[boxed="true"]::item {{ color: {c.text}; padding-left: {m.space(2)}px; }}
QListView[boxed="true"]::item:selected {{ background: {c.accent_pale}; color: {c.accent}; }}
QTableView {{ background: {c.surface}; color: {c.text}; border: 1px solid transparent;
    gridline-color: {c.line};
    outline: 0; selection-background-color: {c.accent_pale}; selection-color: {c.text}; }}
QHeaderView {{ background: {c.surface}; border: none; }}
QHeaderView::section {{ background: {c.surface}; color: {c.soft}; border: none;
    border-bottom: 1px solid {c.line};
    padding: {m.space(1.5)}px {m.space(2)}px; font-size: {m.points(SMALL)}pt; font-weight: 600; }}
QScrollBar:vertical {{ background: transparent; width: {bar}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {bar}px; margin: 0; }}
QScrollBar::handle {{ background: {c.control_line}; border-radius: {m.space(0.7)}px;
    margin: {m.space(0.75)}px; }}
QScrollBar::handle:vertical {{ min-height: {m.target}px; }}
QScrollBar::handle:horizontal {{ min-width: {m.target}px; }}
QScrollBar::handle:hover {{ background: {c.soft}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QCalendarWidget QAbstractItemView {{ background: {c.surface}; color: {c.text};
    selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {c.surface}; }}
QCalendarWidget QToolButton {{ background: {c.surface}; color: {c.text}; min-height: {m.target}px;
    border: 1px solid transparent; border-radius: {m.space(1)}px; padding: 0 {m.space(2)}px; }}
QCalendarWidget QToolButton:hover {{ background: {c.hover}; }}
QCalendarWidget QToolButton:focus {{ border: {m.focus}px solid {c.accent}; }}
"""
