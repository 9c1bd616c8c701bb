"""Whether and when a progress review follows a joint inspection: what the checklist says of it.

DOMAIN 3 E: where an indicator is weak the team records whether and when one follows, and one always follows
where wellbeing may be significantly compromised; the checklist asks it under these names and holds the law.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from inspector_app.forms.interface import NodeView
from inspector_app.inspections.papers import ProgressReview

FOLLOWS, BEGINS_ON, COMPROMISED = "progress_review", "progress_review_on", "compromised"
"""The names of the questions in a checklist of a joint inspection."""


def progress_review(views: Iterable[NodeView]) -> ProgressReview | None:
    """What the answers say; None while it is not answered, or where no checklist asks it."""
    said = {
        name: view.value
        for view in views
        if view.relevant and (name := view.key.rsplit("/", 1)[-1]) in (FOLLOWS, BEGINS_ON, COMPROMISED)
    }
    if not said.get(FOLLOWS):
        return None
    follows = said[FOLLOWS] == "yes"
    begins = said.get(BEGINS_ON, "")
    return ProgressReview(
        follows,
        date.fromisoformat(begins) if follows and begins else None,
        follows and said.get(COMPROMISED) == "yes",
    )
