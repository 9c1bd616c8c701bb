"""Opens the form window for `inspector-app checklist try`, or says why there can be none."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime

from inspector_app.errors import KnownError
from inspector_app.operations.try_checklist import Trial


def open_form_window(trial: Trial, now: Callable[[], datetime]) -> int:
    """Show the window until it is closed; without a screen it says so and gives 0."""
    from inspector_app.gui.app import create_application

    try:
        application = create_application(sys.argv[:1], os.environ)
    except KnownError as error:
        sys.stdout.write(f"{error}\n")
        return 0 if error.code == "no-display" else 1
    from inspector_app.gui.forms_window.window import FormWindow
    from inspector_app.gui.theme import Theme

    theme = Theme(application)
    window = FormWindow(trial, theme, now)
    window.resize(1366, 768)
    window.show()
    return application.exec()
