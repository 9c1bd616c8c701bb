"""Says a staff sample in words, for the screen, the letter and the record.

The rule (all, majority, minority, none; exactly half decides nothing) is an XForms calculate of the
checklist and stands there alone; this module only words the numbers and the class it is given.
"""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.words import translate


@dataclass(frozen=True, slots=True)
class DerivedClass:
    """A class derived from a sample, as the checklist's nodes hold it.

    `derived` and `choice` are codes ('' where there is none), `reason` the inspector's words for a choice
    that the rule did not make. `labels` of the codes come from the checklist and are passed in where used.
    """

    aware: int
    asked: int
    derived: str = ""
    choice: str = ""
    reason: str = ""

    @property
    def settled(self) -> str:
        """The class that counts: the choice if one was made, else the derived class."""
        return self.choice or self.derived

    @property
    def overridden(self) -> bool:
        """True when the inspector chose another class than the sample gives."""
        return bool(self.choice) and bool(self.derived) and self.choice != self.derived


def describe(sample: DerivedClass, labels: dict[str, str]) -> str:
    """ "4 of 7 – majority", "3 of 6 – exactly half, minority chosen: …", "no member of staff asked"."""
    if sample.asked <= 0:
        return translate("Sample", "no member of staff asked")
    numbers = translate("Sample", "{aware} of {asked}").format(aware=sample.aware, asked=sample.asked)
    reason = f": {sample.reason.strip()}" if sample.reason.strip() else ""
    chosen = _label(sample.choice, labels)
    if sample.overridden:
        return translate("Sample", "{numbers} – {label}, {chosen} chosen{reason}").format(
            numbers=numbers, label=_label(sample.derived, labels), chosen=chosen, reason=reason
        )
    if not sample.derived and sample.choice:
        return translate("Sample", "{numbers} – exactly half, {chosen} chosen{reason}").format(
            numbers=numbers, chosen=chosen, reason=reason
        )
    if not sample.derived:
        return translate("Sample", "{numbers} – exactly half, not yet decided").format(numbers=numbers)
    return f"{numbers} – {_label(sample.derived, labels)}"


def _label(code: str, labels: dict[str, str]) -> str:
    return labels.get(code, code.replace("_", " ")).lower()
