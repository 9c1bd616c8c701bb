"""Style of fields and buttons; segments, chips and badges paint themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspector_app.gui.look import Look


def controls(look: Look) -> str:
    """Rules for fields, boxes, buttons and menus. A focused border is thicker, so the padding gives way."""
    return _fields(look) + _buttons(look) + _menus(look)


def _fields(look: Look) -> str:
    c, m = look.colours, look.metrics
    up, side, ring = m.space(1.25), m.space(2), m.focus - 1
    inner = m.control - 2 * up - 2
    kinds = ("QLineEdit", "QPlainTextEdit", "QComboBox")

    def each(state: str = "") -> str:
        return ", ".join(f"{kind}{state}" for kind in kinds)

    return f"""
{each()} {{ background: {c.field}; color: {c.text}; border: 1px solid {c.control_line};
    border-radius: {m.radius}px; padding: {up}px {side}px; selection-background-color: {c.accent};
    selection-color: {c.on_accent}; placeholder-text-color: {c.soft}; }}
QLineEdit, QComboBox {{ min-height: {inner}px; }}
{each(":hover")} {{ border-color: {c.soft}; }}
{each(":focus")} {{ border: {m.focus}px solid {c.accent}; padding: {up - ring}px {side - ring}px; }}
{each(":disabled")} {{ background: {c.page}; color: {c.soft}; }}
QLineEdit:read-only, QPlainTextEdit:read-only {{ background: {c.page}; }}
QLineEdit[problem="true"], QPlainTextEdit[problem="true"], QComboBox[problem="true"]
    {{ border: {m.focus}px solid {c.bad}; padding: {up - ring}px {side - ring}px; }}
QLineEdit[cell="true"], QComboBox[cell="true"] {{ border-radius: 0; padding: 0 {m.space(1)}px; min-height: 0;
    border: {m.focus}px solid {c.accent}; }}
QComboBox::drop-down {{ border: none; width: {m.space(6)}px; }}
QComboBox::down-arrow {{ width: 0; height: 0; }}
QComboBox QAbstractItemView {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.control_line};
    selection-background-color: {c.accent_pale}; selection-color: {c.accent}; outline: 0; }}
QComboBox QAbstractItemView::item {{ min-height: {m.target}px; padding: 0 {side}px; }}
"""


def _buttons(look: Look) -> str:
    c, m = look.colours, look.metrics
    side, ring = m.space(3.5), m.focus - 1
    inner = m.control - 2
    return f"""
QPushButton {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.control_line};
    border-radius: {m.radius}px; padding: 0 {side}px; min-height: {inner}px; }}
QPushButton:hover {{ background: {c.hover}; }}
QPushButton:pressed {{ background: {c.accent_pale}; }}
QPushButton:focus {{ border: {m.focus}px solid {c.accent}; padding: 0 {side - ring}px;
    min-height: {inner - 2 * ring}px; }}
QPushButton:disabled {{ background: {c.page}; color: {c.soft}; border: 1px dashed {c.control_line}; }}
QPushButton:checked {{ background: {c.accent_pale}; color: {c.accent}; border-color: {c.accent}; }}
QPushButton[kind="primary"] {{ background: {c.accent}; color: {c.on_accent}; border: 1px solid {c.accent};
    font-weight: 600; }}
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed {{ background: {c.accent_hover}; }}
QPushButton[kind="primary"]:disabled {{ background: {c.page}; color: {c.soft};
    border: 1px dashed {c.control_line}; }}
QPushButton[kind="quiet"] {{ background: transparent; border: 1px solid transparent; color: {c.text};
    padding: 0 {m.space(2)}px; }}
QPushButton[kind="quiet"]:hover {{ background: {c.hover}; }}
QPushButton[kind="quiet"]:focus {{ border: {m.focus}px solid {c.accent}; padding: 0 {m.space(2) - ring}px; }}
QPushButton[kind="fold"] {{ background: transparent; border: 1px solid transparent; padding: 0; }}
QPushButton[kind="fold"]:hover {{ background: {c.hover}; }}
QPushButton[kind="fold"]:focus {{ border: {m.focus}px solid {c.accent}; padding: 0; }}
"""


def _menus(look: Look) -> str:
    c, m = look.colours, look.metrics
    return f"""
QMenuBar {{ background: {c.surface}; color: {c.text}; border-bottom: 1px solid {c.line}; }}
QMenuBar::item {{ background: transparent; padding: {m.space(1)}px {m.space(2.5)}px; }}
QMenuBar::item:selected {{ background: {c.accent_pale}; color: {c.accent}; }}
QMenu {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.control_line};
    padding: {m.space(1)}px; }}
QMenu::item {{ padding: {m.space(1.5)}px {m.space(6)}px {m.space(1.5)}px {m.space(4)}px;
    border-radius: {m.space(1)}px; }}
QMenu::right-arrow {{ width: {m.space(3)}px; height: {m.space(3)}px; right: {m.space(2)}px; }}
QMenu::item:selected {{ background: {c.accent_pale}; color: {c.accent}; }}
QMenu::item:disabled {{ color: {c.soft}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: {m.space(1)}px {m.space(2)}px; }}
"""
