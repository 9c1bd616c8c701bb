"""Style of the frame of the window, of cards and of the roles of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.gui.metrics import HEADING, SMALL, TITLE

if TYPE_CHECKING:
    from inspector_app.gui.look import Look


def frames(look: Look) -> str:
    """Rules for windows, the parts of the frame, cards, message bars and label roles."""
    c, m = look.colours, look.metrics
    contrast = look.name == "contrast"
    groove, rim = (c.page, f"1px solid {c.text}") if contrast else (c.line, "none")
    return f"""
QMainWindow, QDialog, QWidget#page, QWidget#page_content {{ background: {c.page}; }}
QFrame#rail {{ background: {c.rail}; border: none; border-right: 1px solid {c.line}; }}
QFrame#top {{ background: {c.surface}; border: none; border-bottom: 1px solid {c.line}; }}
QFrame#side {{ background: {c.surface}; border: none; border-left: 1px solid {c.line}; }}
QWidget#side_content {{ background: {c.surface}; }}
QScrollArea {{ border: none; background: transparent; }}
QScrollArea:focus {{ border: {m.focus}px solid {c.accent}; }}
QFrame[card="true"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: {m.space(2)}px; }}
QFrame[tone="accent"] {{ background: {c.accent_pale}; border: 1px solid {c.accent};
    border-radius: {m.radius}px; }}
QFrame[tone="good"] {{ background: {c.good_pale}; border: 1px solid {c.good}; border-radius: {m.radius}px; }}
QFrame[tone="attention"] {{ background: {c.attention_pale}; border: 1px solid {c.attention};
    border-radius: {m.radius}px; }}
QFrame[tone="bad"] {{ background: {c.bad_pale}; border: 1px solid {c.bad}; border-radius: {m.radius}px; }}
QLabel {{ background: transparent; }}
QLabel[role="title"] {{ font-size: {m.points(TITLE)}pt; font-weight: 600; }}
QLabel[role="heading"] {{ font-size: {m.points(HEADING)}pt; font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="soft"] {{ color: {c.soft}; }}
QLabel[role="small"] {{ color: {c.soft}; font-size: {m.points(SMALL)}pt; }}
QLabel[role="problem"] {{ color: {c.bad}; }}
QLabel[role="attention"] {{ color: {c.attention}; }}
QToolTip {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.control_line};
    padding: {m.space(1)}px {m.space(2)}px; }}
QProgressBar {{ background: {groove}; border: {rim}; border-radius: {m.space(0.5)}px;
    min-height: {m.space(1)}px; max-height: {m.space(1)}px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: {m.space(0.5)}px; }}
"""
