"""What does not fit together in the record: deadlines, evidence, grades and findings, history."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from inspector_app.inspections.checks.result import CheckResult, Place
from inspector_app.inspections.checks.word_lists import WordLists
from inspector_app.inspections.clock import IsHoliday, add_working_days, is_working_day
from inspector_app.inspections.deadline import date_words
from inspector_app.inspections.evidence import Evidence
from inspector_app.inspections.finding import Finding, FindingKind
from inspector_app.inspections.follow_up import EarlierFinding


@dataclass(frozen=True, slots=True)
class AnswerFact:
    """An answered question: `adverse` when the answer suggests a finding, `grave` when it suggests a
    requirement. `title` is the question with its answer in words."""

    node: str
    theme: str
    title: str
    adverse: bool
    grave: bool


def finding_place(finding: Finding, part: str) -> Place:
    """A part of a finding as a place to mend."""
    kind = finding.kind.value.replace("_", " ").capitalize()
    name = f"{kind} {finding.number}" if finding.number else finding.title or kind
    return Place("finding", finding.id, part, name)


def deadlines(findings: Sequence[Finding], issued_on: date, is_holiday: IsHoliday) -> Iterator[CheckResult]:
    """Deadlines that are past, or on a day on which nobody can answer."""
    for finding in findings:
        if finding.deadline is None:
            continue
        due, place = finding.deadline.due, finding_place(finding, "deadline")
        if due <= issued_on:
            yield CheckResult(
                "deadline-past",
                f"The deadline {date_words(due)} is not after the letter's date.",
                f"Choose a day after {date_words(issued_on)}.",
                place,
                due.isoformat(),
            )
        elif not is_working_day(due, is_holiday):
            holiday = is_holiday(due)
            moved = add_working_days(due, 0, is_holiday)
            yield CheckResult(
                "deadline-holiday" if holiday else "deadline-weekend",
                f"The deadline {date_words(due)} is a {'bank holiday' if holiday else f'{due:%A}'}.",
                f"The next working day is {date_words(moved)}.",
                place,
                due.isoformat(),
            )


def evidence(
    findings: Sequence[Finding],
    recorded: Mapping[str, Evidence],
    answers: Mapping[str, AnswerFact],
    cited: Collection[str] = (),
) -> Iterator[CheckResult]:
    """Evidence that supports nothing, findings with one source, and answers that speak against a finding;
    `cited` are pieces that something else rests on, by id."""
    used = {*cited, *(piece.id for finding in findings for piece in finding.evidence)}
    for piece in recorded.values():
        if piece.usable and piece.id not in used:
            yield CheckResult(
                "evidence-unused",
                "This evidence supports no finding.",
                "Add it to the finding it belongs to, or leave it for the record and dismiss this.",
                Place("evidence", piece.id, "", "Evidence"),
                (piece.text or ", ".join(piece.cited_answers))[:200],
            )
    for finding in findings:
        if finding.kind in (FindingKind.REQUIREMENT, FindingKind.RECOMMENDATION):
            yield from _sources(finding)
            yield from _favourable(finding, answers)


def _sources(finding: Finding) -> Iterator[CheckResult]:
    told = {piece.source for piece in finding.evidence if piece.source is not None and piece.text.strip()}
    if len(told) >= 2 or not finding.evidence:
        return
    only = next(iter(told), None)
    verb = {"spoke": "what people said", "saw": "what you saw", "read": "what you read"}.get(only or "", "")
    yield CheckResult(
        "one-source",
        f"This finding rests on {verb} alone." if verb else "This finding cites answers and names no source.",
        "Add evidence of another kind: speak, see or read.",
        finding_place(finding, "evidence"),
    )


def _favourable(finding: Finding, answers: Mapping[str, AnswerFact]) -> Iterator[CheckResult]:
    for piece in finding.evidence:
        for node in piece.cited_answers:
            fact = answers.get(node)
            if fact is not None and not fact.adverse:
                yield CheckResult(
                    "evidence-favourable",
                    f"The finding cites an answer that speaks against it: {fact.title}",
                    "Cite the answer that shows it, or correct the answer.",
                    finding_place(finding, "evidence"),
                    node,
                )


def grades(
    given: Mapping[str, int],
    themes: Mapping[str, str],
    findings: Sequence[Finding],
    answers: Mapping[str, AnswerFact],
    lists: WordLists,
) -> Iterator[CheckResult]:
    """Grades at odds with the answers or the findings of their theme."""
    for theme, value in given.items():
        place = Place("grade", theme, "", themes.get(theme, theme))
        required = [one for one in findings if one.theme == theme and one.kind is FindingKind.REQUIREMENT]
        wanted = [one for one in findings if one.theme == theme and one.kind is FindingKind.RECOMMENDATION]
        adverse = [fact for fact in answers.values() if fact.theme == theme and fact.grave]
        if required and value > lists.most_grade_with_requirement:
            yield CheckResult(
                "grade-above-findings",
                f"Grade {value} stands beside a requirement: {required[0].title}",
                "Look at the grade again, or at the requirement; the reasons must say why both hold.",
                place,
                str(value),
            )
        elif adverse and value >= lists.high_grade:
            yield CheckResult(
                "grade-above-answers",
                f"Grade {value} stands beside an answer that shows a serious gap: {adverse[0].title}",
                "Look at the grade again, or at the answer; the reasons must say why both hold.",
                place,
                str(value),
            )
        if value < lists.least_grade_without and not required and not wanted:
            yield CheckResult(
                "grade-below-findings",
                f"Grade {value} stands without a requirement or recommendation.",
                "Make the finding that explains the grade, or look at the grade again.",
                place,
                str(value),
            )


def history(
    findings: Sequence[Finding], earlier: Sequence[EarlierFinding], here: str
) -> Iterator[CheckResult]:
    """Earlier findings that nobody looked at, and repeats that are not marked as such. `here` is the id of
    the inspection: findings followed up in it are dealt with."""
    repeated = {finding.repeats for finding in findings if finding.repeats}
    for one in earlier:
        if not one.open or one.inspection == here:
            continue
        name = f"{one.finding.kind.value.capitalize()} {one.finding.number} of {one.reference}"
        again = [
            f for f in findings if one.finding.clause and f.clause == one.finding.clause and not f.repeats
        ]
        if again:
            yield CheckResult(
                "repeat-unmarked",
                f"This says what {name} said, which was not met, and is not marked as its repeat.",
                "Mark it as a repeat, so that the letter says how long it has been outstanding.",
                finding_place(again[0], "repeats"),
                one.finding.id,
            )
        elif one.outcome is None and one.finding.id not in repeated:
            yield CheckResult(
                "earlier-open",
                f"{name} is open and was not followed up: {one.finding.title}",
                "Record whether it is met, or repeat it.",
                Place("letter", one.finding.id, "follow_up", name),
                one.finding.id,
            )
