"""The style sheet, built from the look: frames, controls and views each in a file of their own."""

from __future__ import annotations

from inspector_app.gui.look import Look
from inspector_app.gui.style.controls import controls
from inspector_app.gui.style.frames import frames
from inspector_app.gui.style.views import views


def style_sheet(look: Look) -> str:
    """The whole style sheet of the application for one look."""
    return frames(look) + controls(look) + views(look)
