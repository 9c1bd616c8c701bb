"""The answered checklist in words, as letters and findings cite it; kept while no answer changes.

Asking the engine for every question's words takes about ten milliseconds: too long to do it again with each
key that is typed into a finding.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inspector_app.inspections.letter import ChecklistAnswer
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.question_words import answer_words, question_title


@dataclass(frozen=True)
class ChecklistWords:
    """`titles` holds, by question node, the question with its answer; `answers` the annex of a letter."""

    titles: Mapping[str, str]
    answers: tuple[ChecklistAnswer, ...]


def checklist_words(sessions: Sequence[ChecklistSession]) -> ChecklistWords:
    """The words of all open checklists, questions in their order."""
    titles: dict[str, str] = {}
    answers: list[ChecklistAnswer] = []
    for session in sessions:
        views = {view.key: view for view in session.instance.views()}
        for view in views.values():
            if not view.attributes.get("question"):
                continue
            title, answer = question_title(view), answer_words(session, view)
            titles[view.key.rsplit("/", 1)[-1]] = f"{title} {answer}".strip()
            if not view.relevant:
                continue
            comment = views.get(f"{view.key}_comment")
            said = comment.value if comment is not None and comment.relevant else ""
            screen = views[view.parent].label if view.parent else ""
            answers.append(ChecklistAnswer(title, answer, said, screen))
    return ChecklistWords(titles, tuple(answers))
