"""Earlier findings as a screen shows them: what was asked, how long ago, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from string import ascii_lowercase

from inspector_app.forms.interface import Choice
from inspector_app.inspections.finding import Finding, FindingState, Gap
from inspector_app.inspections.follow_up import OUTCOMES, EarlierFinding, Outcome
from inspector_app.inspections.inspection import Inspection, Status
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.codec import Fields, text, texts
from inspector_app.operations.desk import Desk
from inspector_app.operations.enforcement import enforcement_of
from inspector_app.operations.finding_views import kind_words, pieces
from inspector_app.operations.follow_up import (
    EVIDENCE,
    NOTE,
    OUTCOME,
    begun_follow_ups,
    earlier_findings,
    follow_up_gaps,
)
from inspector_app.operations.record_words import OUTCOME_WORDS
from inspector_app.words import day, translate


@dataclass(frozen=True)
class FollowUpView:
    """One earlier finding. `asked` is what had to change, with its actions; `history` says when it was made,
    by when it had to be met, and what it repeats; `outcome` is that of this inspection, '' for none;
    `before` that of the last follow-up; `evidence` the ids of what it cites, blanks between; `late` the days
    outstanding in words, '' where there are none; `again` is the id of the finding of this inspection that
    makes it again."""

    id: str
    name: str
    title: str
    asked: tuple[str, ...]
    history: str
    before: str
    late: str
    choices: tuple[Choice, ...]
    outcome: str
    note: str
    evidence: str
    gaps: tuple[Gap, ...]
    again: str

    @property
    def followed_up(self) -> bool:
        """Whether this inspection says what became of it, and what shows it."""
        return bool(self.outcome) and not self.gaps

    def gap(self, part: str) -> Gap | None:
        """What is missing in ``outcome`` or ``note``."""
        return next((gap for gap in self.gaps if gap.part == part), None)


@dataclass(frozen=True)
class FollowUpsView:
    """All of the page. `made` is how many earlier findings the laptop knows of this service, open or not;
    `ladder` the steps of enforcement, `step` the one taken, `why` no lesser one; `evidence` is what the
    record holds to cite."""

    findings: tuple[FollowUpView, ...]
    made: int
    ladder: tuple[Choice, ...]
    step: str
    why: str
    evidence: tuple[Choice, ...] = ()
    closed: str = ""
    finalised: bool = False

    @property
    def open_count(self) -> int:
        """How many are still to be followed up."""
        return sum(1 for one in self.findings if not one.followed_up)


def follow_ups_view(
    desk: Desk, inspection: Inspection, sessions: Sequence[ChecklistSession] = ()
) -> FollowUpsView:
    """The earlier findings that are open, or were when this inspection began; `sessions` give the words of
    answers that are cited as evidence."""
    known = {one.finding.id: one for one in earlier_findings(desk, inspection, here=False)}
    here = begun_follow_ups(desk, inspection)
    again = {
        one.repeats: one.id
        for one in desk.findings(inspection.id)
        if one.repeats and one.state is FindingState.AGREED
    }
    taken = enforcement_of(desk, inspection)
    return FollowUpsView(
        tuple(
            _view(one, known, here.get(one.finding.id, {}), again, inspection.inspected_on)
            for one in _in_question(tuple(known.values()), here)
        ),
        len(known),
        tuple(Choice(code, label) for code, label in desk.framework(inspection).ladder.items()),
        taken.step,
        taken.why,
        tuple(Choice(one.id, f"{one.source}: {one.words}") for one in pieces(desk, inspection, sessions)),
        _closed(inspection),
        finalised=inspection.status is Status.FINALISED,
    )


def open_follow_ups(desk: Desk, inspection: Inspection) -> tuple[int, int]:
    """How many earlier findings are in question in this inspection, and how many it has not followed up."""
    if not earlier_findings(desk, inspection, here=False):
        return 0, 0
    found = follow_ups_view(desk, inspection)
    return len(found.findings), found.open_count


def _in_question(known: Sequence[EarlierFinding], here: Mapping[str, Fields]) -> tuple[EarlierFinding, ...]:
    """Those that are open, requirements first. What was made again since is followed up as its repeat."""
    repeated = {one.finding.repeats for one in known if one.finding.repeats}
    kinds = list(OUTCOMES)
    found = [one for one in known if one.finding.id in here or (one.open and one.finding.id not in repeated)]
    return tuple(sorted(found, key=lambda one: kinds.index(one.finding.kind)))


def _view(
    one: EarlierFinding,
    known: Mapping[str, EarlierFinding],
    fields: Fields,
    again: Mapping[str, str],
    on: date,
) -> FollowUpView:
    finding, outcome, note = one.finding, text(fields, OUTCOME), text(fields, NOTE)
    cited = texts(fields, EVIDENCE)
    return FollowUpView(
        id=finding.id,
        name=_name(finding),
        title=finding.title or finding.outcome,
        asked=_asked(finding),
        history=_history(one, known),
        before=_before(one),
        late=_late(one, on) if outcome in ("", Outcome.NOT_MET) else "",
        choices=tuple(
            Choice(each.value, translate("FollowUp", OUTCOME_WORDS[each])) for each in OUTCOMES[finding.kind]
        ),
        outcome=outcome,
        note=note,
        evidence=" ".join(cited),
        gaps=follow_up_gaps(outcome, note) if outcome or note.strip() or cited else (),
        again=again.get(finding.id, ""),
    )


def _asked(finding: Finding) -> tuple[str, ...]:
    actions = [
        f"{letter}) {action}" for letter, action in zip(ascii_lowercase, finding.actions, strict=False)
    ]
    return tuple(part for part in (finding.outcome, *actions) if part.strip())


def _name(finding: Finding) -> str:
    return f"{kind_words(finding.kind)} {finding.number}" if finding.number else kind_words(finding.kind)


def _history(one: EarlierFinding, known: Mapping[str, EarlierFinding]) -> str:
    said = [
        translate("FollowUp", "{reference}, made on {day}").format(
            reference=one.reference, day=day(one.made_on)
        )
    ]
    if one.due is not None:
        said.append(translate("FollowUp", "to be met by {day}").format(day=day(one.due)))
    first = known.get(one.finding.repeats)
    if first is not None:
        said.append(
            translate("FollowUp", "repeats {finding} of {reference}, made on {day}").format(
                finding=_name(first.finding), reference=first.reference, day=day(first.made_on)
            )
        )
    return " · ".join(said)


def _before(one: EarlierFinding) -> str:
    if one.outcome is None or one.checked_on is None:
        return ""
    words = translate("FollowUp", OUTCOME_WORDS[one.outcome])
    return translate("FollowUp", "Last follow-up, {day}: {outcome}. {note}").format(
        day=day(one.checked_on), outcome=words.lower(), note=one.note
    )


def _late(one: EarlierFinding, on: date) -> str:
    days = one.days_outstanding(on)
    if days is None:
        return ""
    return (
        translate("FollowUp", "outstanding for 1 day")
        if days == 1
        else translate("FollowUp", "outstanding for {count} days").format(count=days)
    )


def _closed(inspection: Inspection) -> str:
    if inspection.status is Status.FINALISED:
        return translate("FollowUp", "This inspection is finalised, so its follow-up stands as it is.")
    if inspection.status is Status.VOID:
        return translate("FollowUp", "This inspection is void; its follow-up is kept and counts for nothing.")
    return ""
