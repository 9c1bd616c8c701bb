"""Why a question is not asked and how a class came about, in the words of the checklist."""

from __future__ import annotations

from collections.abc import Mapping

from inspector_app.forms.interface import Instance, NodeView, Read
from inspector_app.operations.question_words import label_of
from inspector_app.operations.screen_facts import DerivedView
from inspector_app.words import mark, translate

_FROM_SAMPLE = mark("Screens", "Taken from the sample. Choosing another class needs a reason.")
_NOBODY = mark("Screens", "Add those you asked to the sample; the class follows from it.")
_HALF = mark("Screens", "Exactly half belongs to no class, so you choose one and say why.")


def class_parts(view: NodeView) -> Mapping[str, str]:
    """The names of the nodes of a derived class, from ``inspector:class``; empty for any other question."""
    pairs = (pair.partition("=") for pair in view.attributes.get("class", "").split())
    return {role: name for role, equals, name in pairs if equals and name}


def sibling(view: NodeView, name: str) -> str:
    """The key of a node beside this one."""
    return f"{view.key.rsplit('/', 1)[0]}/{name}"


def why_hidden(instance: Instance, key: str) -> str:
    """Why a node is not relevant, such as "Not asked, because Q1 is “No”."; '' where it is relevant."""
    for reason in instance.explain(key):
        if reason.result:
            continue
        said = [_said(instance, read) for read in reason.reads]
        if not said:
            return translate("Screens", "Not asked in this checklist.")
        reasons = translate("Screens", " and ").join(dict.fromkeys(said))
        return translate("Screens", "Not asked, because {reasons}.").format(reasons=reasons)
    return ""


def _said(instance: Instance, read: Read) -> str:
    view = instance.view(read.key)
    name = view.attributes.get("question") or translate("Screens", "“{label}”").format(label=view.label)
    if not view.attributes.get("question") and not view.label:
        name = translate("Screens", "another answer")
    if not read.value:
        return translate("Screens", "{name} is not answered").format(name=name)
    if view.control == "select":
        labels = {choice.value: choice.label for choice in view.choices or ()}
        chosen = ", ".join(
            translate("Screens", "“{label}”").format(label=labels.get(value, value))
            for value in read.value.split()
        )
        return translate("Screens", "{name} is {chosen}").format(name=name, chosen=chosen)
    return translate("Screens", "{name} is “{label_of}”").format(name=name, label_of=label_of(view))


def derived_view(instance: Instance, view: NodeView) -> DerivedView | None:
    """How the class of a question came about; None where its class is not derived."""
    parts = class_parts(view)
    if not {"asked", "aware", "derived", "choice"} <= set(parts):
        return None
    asked, aware = (_number(instance, sibling(view, parts[role])) for role in ("asked", "aware"))
    derived = instance.value(sibling(view, parts["derived"]))
    choice = instance.value(sibling(view, parts["choice"]))
    labels = {option.value: option.label for option in view.choices or ()}
    chosen = labels.get(choice, choice) if choice and choice != derived else ""
    if derived:
        return DerivedView(
            aware,
            asked,
            labels.get(derived, derived).lower(),
            True,
            translate("Screens", _FROM_SAMPLE),
            chosen,
        )
    if asked == 0:
        return DerivedView(
            0,
            0,
            translate("Screens", "nobody asked yet"),
            bool(choice),
            translate("Screens", _NOBODY),
            chosen,
        )
    words = (
        translate("Screens", "exactly half")
        if choice
        else translate("Screens", "exactly half: choose and say why")
    )
    return DerivedView(aware, asked, words, bool(choice), translate("Screens", _HALF), chosen)


def _number(instance: Instance, key: str) -> int:
    value = instance.value(key)
    return int(value) if value.isdigit() else 0
