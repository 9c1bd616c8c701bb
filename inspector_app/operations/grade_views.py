"""Grades as a screen shows them: themes, level and reasons, what speaks to each, what is at odds with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inspector_app.forms.interface import Choice
from inspector_app.inspections.checks.record_rules import AnswerFact
from inspector_app.inspections.checks.record_rules import grades as at_odds
from inspector_app.inspections.checks.result import CheckResult
from inspector_app.inspections.checks.word_lists import shipped_lists
from inspector_app.inspections.finding import Finding, FindingState, Gap
from inspector_app.inspections.framework import Framework, Level
from inspector_app.inspections.inspection import Inspection, Status
from inspector_app.operations.check_letter import answer_facts
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.desk import Desk
from inspector_app.operations.finding_views import kind_words
from inspector_app.operations.grades import LookedAt, grade_gaps, looked_at
from inspector_app.words import translate


@dataclass(frozen=True)
class ThemeView:
    """One theme looked at. `value` is the level as text, '' while there is none; `beside` says which findings
    and which answers speak to it; `odds` what does not fit together with the grade."""

    theme: str
    title: str
    value: str
    level: Level | None
    reasons: str
    beside: tuple[str, ...]
    gaps: tuple[Gap, ...]
    odds: tuple[CheckResult, ...]

    def gap(self, part: str) -> Gap | None:
        """What is missing in ``value`` or ``reasons``."""
        return next((gap for gap in self.gaps if gap.part == part), None)


@dataclass(frozen=True)
class GradesView:
    """All of the grades page. `themes` are those looked at, in the order of the pack; `usual` those that the
    summary reports, none where they are free to choose; `closed` says why nothing can be changed."""

    choices: tuple[Choice, ...]
    scale: tuple[Level, ...]
    themes: tuple[ThemeView, ...]
    usual: tuple[str, ...] = ()
    closed: str = ""
    finalised: bool = False

    @property
    def chosen(self) -> str:
        """The codes of the themes looked at, blanks between."""
        return " ".join(one.theme for one in self.themes)

    @property
    def open_count(self) -> int:
        """How many themes lack something."""
        return sum(1 for one in self.themes if one.gaps)


def grades_view(desk: Desk, inspection: Inspection, sessions: Sequence[ChecklistSession]) -> GradesView:
    """The grades of an inspection as they are recorded."""
    framework = desk.framework(inspection)
    agreed = [one for one in desk.findings(inspection.id) if one.state is FindingState.AGREED]
    answers = answer_facts(sessions, framework)
    graded = looked_at(desk, inspection)
    return GradesView(
        choices=tuple(Choice(code, title) for code, title in framework.themes.items()),
        scale=tuple(framework.scale.values()),
        themes=tuple(
            ThemeView(
                theme=one.theme,
                title=framework.themes[one.theme],
                value="" if one.value is None else str(one.value),
                level=framework.scale.get(one.value) if one.value is not None else None,
                reasons=one.reasons,
                beside=_beside(one.theme, agreed, tuple(answers.values())),
                gaps=grade_gaps(one),
                odds=_odds(one, framework, agreed, answers),
            )
            for one in graded
        ),
        usual=framework.reported,
        closed=_closed(inspection),
        finalised=inspection.status is Status.FINALISED,
    )


def _odds(
    one: LookedAt, framework: Framework, agreed: Sequence[Finding], answers: dict[str, AnswerFact]
) -> tuple[CheckResult, ...]:
    if one.value is None:
        return ()
    lists = shipped_lists(framework.id)
    return tuple(at_odds({one.theme: one.value}, framework.themes, agreed, answers, lists))


def _beside(theme: str, agreed: Sequence[Finding], answers: Sequence[AnswerFact]) -> tuple[str, ...]:
    findings = [f"{kind_words(one.kind)}: {one.title}" for one in agreed if one.theme == theme]
    return (*findings, *(fact.title for fact in answers if fact.theme == theme))


def _closed(inspection: Inspection) -> str:
    if inspection.status is Status.FINALISED:
        return translate("Grades", "This inspection is finalised, so its grades stand as they are.")
    if inspection.status is Status.VOID:
        return translate("Grades", "This inspection is void; its grades are kept and count for nothing.")
    return ""
