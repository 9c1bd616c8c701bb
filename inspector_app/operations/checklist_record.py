"""The checklist as the inspection record keeps it: all questions, all reason codes, all rows of samples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from inspector_app.forms.interface import NodeView
from inspector_app.inspections.letter import ChecklistAnswer
from inspector_app.inspections.papers import SampleTable
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.question_words import answer_words, label_of, question_title

_BESIDE = ("_reasons", "_reason", "_not_assessed_reason", "_comment")
"""What stands beside a question, by the end of its name."""


def record_answers(sessions: Sequence[ChecklistSession], *, left_out: str) -> tuple[ChecklistAnswer, ...]:
    """Every numbered question with its answer; `left_out` is said of one that an earlier answer left out."""
    made = []
    for session in sessions:
        views = {view.key: view for view in session.instance.views()}
        for view in views.values():
            if not view.attributes.get("question"):
                continue
            answer = answer_words(session, view) if view.relevant else left_out
            beside = [words_of(views[view.key + end]) for end in _BESIDE if view.key + end in views]
            said = " ".join(_sentence(words) for words in beside if words and view.relevant)
            made.append(ChecklistAnswer(question_title(view), answer, said, _screen(views, view)))
    return tuple(made)


def sample_tables(sessions: Sequence[ChecklistSession]) -> tuple[SampleTable, ...]:
    """The samples: a row for each member of staff or plan; rows that nobody wrote in are left out."""
    made = []
    for session in sessions:
        for series in session.instance.views():
            if series.kind != "repeat":
                continue
            rows = [[session.instance.view(key) for key in _fields(session, row)] for row in series.children]
            filled = [row for row in rows if any(view.value for view in row)]
            header = tuple(question_title(view) for view in rows[0]) if rows else ()
            texts = tuple(tuple(words_of(view) for view in row) for row in filled)
            made.append(SampleTable(series.label or series.key.rsplit("/", 1)[-1], header, texts))
    return tuple(made)


def words_of(view: NodeView) -> str:
    """What is stored, in words: the labels of all choices taken."""
    if view.control != "select" or not view.value:
        return label_of(view)
    labels = {choice.value: choice.label for choice in view.choices or ()}
    return "; ".join(labels.get(value, value) for value in view.value.split())


def _sentence(words: str) -> str:
    return words if words.endswith((".", "?", ")")) else f"{words}."


def _fields(session: ChecklistSession, row: str) -> list[str]:
    keys = session.instance.view(row).children
    return [key for key in keys if session.instance.view(key).control in ("input", "select1", "select")]


def _screen(views: Mapping[str, NodeView], view: NodeView) -> str:
    parent = view.parent
    while parent is not None and not views[parent].attributes.get("screen"):
        parent = views[parent].parent
    return views[parent].label if parent is not None else ""
