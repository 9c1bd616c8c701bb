"""A complete requirement and recommendation to take parts away from."""

from __future__ import annotations

from datetime import date

from inspector_app.inspections.deadline import Deadline, Unit
from inspector_app.inspections.evidence import Evidence, EvidenceSource
from inspector_app.inspections.finding import Finding, FindingKind, FindingState, Reasons

INSPECTED = date(2016, 10, 28)
ISSUED = date(2016, 11, 18)

EVIDENCE = Evidence("e1", EvidenceSource.READ, "Daily logs of twelve weeks", "systems", ("systems",))

REQUIREMENT = Finding(
    id="f1",
    kind=FindingKind.REQUIREMENT,
    state=FindingState.AGREED,
    clause="systems-required",
    theme="care_and_support",
    title="Identify children at risk",
    outcome="The provider must identify children at risk.",
    actions=("Assess every child.",),
    deadline=Deadline.within(4, Unit.WEEKS, ISSUED),
    reasons=Reasons("Serious.", "Everyone.", "Can be done in four weeks."),
    evidence=(EVIDENCE,),
    hook="ssi-2011-210-r4",
    standard="ncs-safety",
)

RECOMMENDATION = Finding(
    id="f2",
    kind=FindingKind.RECOMMENDATION,
    state=FindingState.AGREED,
    title="Finish the policy",
    outcome="The policy should be finished.",
    evidence=(EVIDENCE,),
    standard="ncs-safety",
)
