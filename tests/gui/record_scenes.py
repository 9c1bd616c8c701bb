"""States of the pages of grades, follow-up, complaint and names that are worth a picture and a look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.operations.grades import choose_themes, set_level, set_reasons

if TYPE_CHECKING:
    from inspector_app.operations.workspace import Workspace
    from tests.gui.screenshots import Photographer


def record_states(camera: Photographer) -> None:
    """Themes chosen, graded in full, in part, and at odds with an answer."""
    camera.opened.workbench.work(_graded)
    camera.opened.shell.go("grades")
    camera.settle()
    camera.shoot("2-grades-given")


def _graded(at: Workspace) -> None:
    inspection = at.desk.inspection(at.inspection)
    choose_themes(at.desk, inspection, ("care_and_support", "staffing", "management_and_leadership"))
    set_level(at.desk, inspection, "care_and_support", 5)
    set_reasons(at.desk, inspection, "care_and_support", "Children said that they feel safe and are heard.")
    set_level(at.desk, inspection, "staffing", 4)
