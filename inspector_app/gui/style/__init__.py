"""The style sheet, built from the look: frames, controls and views each in a file of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.gui.style.controls import controls
from inspector_app.gui.style.frames import frames
from inspector_app.gui.style.views import views

if TYPE_CHECKING:
    from inspector_app.gui.look import Look


def style_sheet(look: Look) -> str:
    """The whole style sheet of the application for one look."""
    return frames(look) + controls(look) + views(look)
