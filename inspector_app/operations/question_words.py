"""Questions and answers in the words of the checklist, for letters, records and lists."""

from __future__ import annotations

from collections.abc import Sequence

from inspector_app.forms.interface import NodeView
from inspector_app.inspections.sample import DerivedClass, describe
from inspector_app.operations.checklist_session import ChecklistSession


def question_title(view: NodeView) -> str:
    """The question as printed."""
    return view.label or view.attributes.get("title", "") or view.key.rsplit("/", 1)[-1]


def answer_words(session: ChecklistSession, view: NodeView) -> str:
    """The answer's label; a derived class with how it came about ("4 of 7 – majority"); '' where blank."""
    parts = view.attributes.get("class", "")
    if parts:
        return _class_words(session, view)
    return label_of(view)


def label_of(view: NodeView) -> str:
    """The label of the choice that is stored, or the value itself."""
    for choice in view.choices or ():
        if choice.value == view.value:
            return choice.label
    return view.value


def _class_words(session: ChecklistSession, view: NodeView) -> str:
    base = view.key
    choice = session.instance.view(f"{base}_choice")
    labels = {option.value: option.label for option in choice.choices or ()}
    if view.value in view.attributes.get("not_assessed", "").split():
        return labels.get(view.value, view.value)
    sample = DerivedClass(
        aware=_number(session, f"{base}_aware"),
        asked=_number(session, f"{base}_asked"),
        derived=session.instance.value(f"{base}_derived"),
        choice=choice.value,
        reason=session.instance.value(f"{base}_reason"),
    )
    return describe(sample, labels)


def _number(session: ChecklistSession, key: str) -> int:
    value = session.instance.value(key)
    return int(value) if value else 0


def question_line(view: NodeView) -> str:
    """The question by number and title ("Q5 Did the service …")."""
    return f"{view.attributes.get('question', '')} {question_title(view)}".strip()


def question_numbers(sessions: Sequence[ChecklistSession], names: Sequence[str]) -> str:
    """The numbers of questions by their names ("Q5; Q6"); a name that no checklist has stays as it is."""
    known = {
        view.key.rsplit("/", 1)[-1]: view.attributes.get("question", "")
        for session in sessions
        for view in session.questions()
    }
    return "; ".join(known.get(name) or name for name in names)
