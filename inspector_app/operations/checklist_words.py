"""The answered checklist in words, as letters and findings cite it; kept while no answer changes.

Asking the engine for every question's words takes about ten milliseconds: too long to do it again with each
key that is typed into a finding.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inspector_app.forms.interface import NodeView
from inspector_app.inspections.letter import ChecklistAnswer
from inspector_app.inspections.papers import ProgressReview
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.progress_review import progress_review
from inspector_app.operations.question_words import answer_words, question_title


@dataclass(frozen=True)
class ChecklistWords:
    """By question node: `titles` the question with its answer, `places` where it stands ("Q5, Risk systems").

    `answers` is the annex of a letter; `review` what is said of a progress review.
    """

    titles: Mapping[str, str]
    places: Mapping[str, str]
    answers: tuple[ChecklistAnswer, ...]
    review: ProgressReview | None = None


def checklist_words(sessions: Sequence[ChecklistSession]) -> ChecklistWords:
    """The words of all open checklists, questions in their order."""
    titles: dict[str, str] = {}
    places: dict[str, str] = {}
    answers: list[ChecklistAnswer] = []
    review: ProgressReview | None = None
    for session in sessions:
        views = {view.key: view for view in session.instance.views()}
        review = review or progress_review(views.values())
        for view in views.values():
            if not view.attributes.get("question"):
                continue
            title, answer = question_title(view), answer_words(session, view)
            name = view.key.rsplit("/", 1)[-1]
            screen = _screen(views, view)
            titles[name] = f"{title} {answer}".strip()
            places[name] = f"{view.attributes['question']}, {screen}"
            if not view.relevant:
                continue
            comment = views.get(f"{view.key}_comment")
            said = comment.value if comment is not None and comment.relevant else ""
            answers.append(ChecklistAnswer(title, answer, said, screen))
    return ChecklistWords(titles, places, tuple(answers), review)


def _screen(views: Mapping[str, NodeView], view: NodeView) -> str:
    """The title of the screen that a node stands on, '' where it stands on none."""
    parent = view.parent
    while parent is not None and not views[parent].attributes.get("screen"):
        parent = views[parent].parent
    return views[parent].label if parent is not None else ""
