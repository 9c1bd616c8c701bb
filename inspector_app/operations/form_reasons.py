"""Why a question is asked or not, and what a value is, in words: what an inspector or an author may ask."""

from __future__ import annotations

from inspector_app.forms.interface import Instance, NodeView, Read, Reason
from inspector_app.words import translate

MOST_READS = 4
"""Values told in one sentence; the rest is counted."""


def short_name(view: NodeView) -> str:
    """The node's own name, as its author wrote it."""
    return view.key.rsplit("/", 1)[-1].partition("[")[0]


def shown_value(view: NodeView) -> str:
    """The value as a person reads it: labels of choices, otherwise what is stored."""
    if not view.choices or not view.value:
        return view.value
    labels = {choice.value: choice.label or choice.value for choice in view.choices}
    if view.control == "select1":
        return labels.get(view.value, view.value)
    return ", ".join(labels.get(word, word) for word in view.value.split())


def why(instance: Instance, key: str) -> str:
    """One sentence: "Not asked, because policy = none." or "Asked, because …"; always true of this moment."""
    reasons = instance.explain(key)
    view = instance.view(key)
    against = next((reason for reason in reasons if not reason.result), None)
    if against is not None:
        own = "" if against.key == key else f": {_part(instance, against)}"
        return translate("FormReasons", "Not asked{own}, because {facts}.").format(
            own=own, facts=_facts(instance, against)
        )
    if not view.relevant:
        return translate("FormReasons", "Not asked, because what it belongs to is not asked.")
    if not reasons:
        return translate("FormReasons", "Always asked: nothing depends on an answer.")
    return translate("FormReasons", "Asked, because {facts}.").format(facts=_facts(instance, reasons[-1]))


def rules(instance: Instance, key: str) -> tuple[str, ...]:
    """The expressions behind the sentence, outermost first, each with its result."""
    found = []
    for reason in instance.explain(key):
        name = short_name(instance.view(reason.key))
        found.append(f"{name}: {reason.expression} → {'true' if reason.result else 'false'}")
    return tuple(found)


def _part(instance: Instance, reason: Reason) -> str:
    view = instance.view(reason.key)
    return translate("FormReasons", "“{value}” is left out").format(value=view.label or short_name(view))


def _facts(instance: Instance, reason: Reason) -> str:
    facts = [_fact(instance, read) for read in reason.reads[:MOST_READS]]
    more = len(reason.reads) - MOST_READS
    if more > 0:
        facts.append(translate("FormReasons", "{more} more").format(more=more))
    if not facts:
        return f"{reason.expression} is {'true' if reason.result else 'false'}"
    return " and ".join([", ".join(facts[:-1]), facts[-1]]) if len(facts) > 1 else facts[0]


def _fact(instance: Instance, read: Read) -> str:
    view = instance.view(read.key)
    name = short_name(view)
    if read.value:
        return f"{name} = {read.value}"
    return (
        translate("FormReasons", "{name} has no answer").format(name=name)
        if view.relevant
        else translate("FormReasons", "{name} is not asked").format(name=name)
    )
