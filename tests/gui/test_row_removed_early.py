"""A row of a form that is taken away while its questions are still being built is built no further."""

from __future__ import annotations

from pathlib import Path

import pytest
from form_window_kit import make_trial, make_window, page, settle
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from inspector_app.gui.forms_window import lines_view
from inspector_app.gui.forms_window.lines_view import LinesView
from inspector_app.gui.forms_window.series_view import SeriesCards
from inspector_app.gui.theme import Theme


def test_a_row_that_is_removed_while_it_is_built_is_built_no_further(
    qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(make_trial(tmp_path), theme)
    qtbot.addWidget(window)
    window.go(page(window.trial, "pseudonym"))
    settle(window)
    assert window.lines is not None
    (series,) = (part for part in window.lines.parts.values() if isinstance(part, SeriesCards))
    for slice_of_time in ("FIRST_SLICE", "SLICE"):
        monkeypatch.setattr(lines_view, slice_of_time, 0.0)
    series.add_row()
    removed = series.lines
    assert isinstance(removed, LinesView)
    timer = removed.findChild(QTimer)
    assert timer is not None and timer.isActive() and not removed.is_complete()
    series.remove_row()
    assert not timer.isActive()
    removed.show()
    assert timer.isActive()
    removed.hide()
