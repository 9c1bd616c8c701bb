"""Writes the letters after the main one: follow-up, complaint outcome, summary of a joint inspection."""

from __future__ import annotations

from dataclasses import replace

from inspector_app.documents import frame
from inspector_app.documents.blocks import (
    Block,
    Cell,
    Document,
    Facts,
    Finding,
    Inline,
    Notice,
    Paragraph,
    Part,
    Run,
    Table,
)
from inspector_app.documents.cleaning import paragraphs, tidy
from inspector_app.documents.finding_content import evidence_list
from inspector_app.documents.frame import Kind, section, words_of
from inspector_app.documents.inline import body, linked, plain
from inspector_app.documents.letter_content import findings, recommended
from inspector_app.documents.matters_content import matters_table
from inspector_app.inspections.follow_up import Outcome
from inspector_app.inspections.paper import Paper
from inspector_app.inspections.papers import (
    ComplaintLetter,
    FollowedUp,
    FollowUpLetter,
    JointSummary,
)

_OUTCOME_WORDS = {
    Outcome.MET_WITHIN: "phrases.met_within",
    Outcome.MET_OUTWITH: "phrases.met_outwith",
    Outcome.MET: "phrases.met_recommendation",
    Outcome.NOT_MET: "phrases.not_met",
}


def outcome_key(outcome: Outcome) -> str:
    """The key of an outcome's words."""
    return _OUTCOME_WORDS[outcome]


def follow_up_document(letter: FollowUpLetter) -> Document:
    """The follow-up letter as blocks."""
    words = words_of(letter)
    values = {"service": tidy(letter.service.name), "dates": words.wording.days(letter.inspection.dates)}
    opening = words.said("phrases.follow_up_opening", "lead", **values)
    met = sum(one.outcome is not Outcome.NOT_MET for one in letter.followed)
    key = "follow_up_all" if letter.followed and met == len(letter.followed) else "follow_up_counts"
    counted = words.run(f"phrases.{key}", met=str(met), count=str(len(letter.followed)))
    if letter.followed:
        opening = replace(opening, runs=(*opening.runs, replace(counted, text=f" {counted.text}")))
    blocks = [*_opened(letter, "headings.follow_up"), opening]
    if letter.followed:
        blocks += [words.heading(2, "headings.followed_summary"), _followed_table(letter)]
    blocks += [words.heading(2, "headings.inspection"), frame.inspection_facts(letter)]
    sections = [
        section(letter, "headings.followed", [_followed(letter, one) for one in letter.followed]),
        section(letter, "headings.repeated_requirements", findings(letter, letter.requirements)),
        section(
            letter,
            "headings.repeated_recommendations",
            recommended(letter),
        ),
        section(letter, "headings.next_steps", frame.steps(letter, letter.next_steps)),
        *frame.fixed_sections(letter),
    ]
    blocks += [*frame.numbered(sections), *frame.close(letter)]
    return frame.document(letter, Kind("headings.follow_up"), blocks)


def complaint_document(letter: ComplaintLetter) -> Document:
    """The complaint-outcome letter as blocks."""
    words = words_of(letter)
    facts: list[tuple[str, Inline]] = [
        ("complaint_reference", plain(letter.complaint)),
        ("received_on", (words.day(letter.received_on),) if letter.received_on else ()),
    ]
    blocks: list[Block] = [
        *_opened(letter, "headings.complaint"),
        words.said("phrases.complaint_opening", "lead", service=tidy(letter.service.name)),
        words.said("phrases.complaint_person"),
    ]
    sections = [
        section(letter, "headings.matters", matters_table(letter, letter.matters)),
        section(letter, "headings.requirements", findings(letter, letter.requirements)),
        section(
            letter,
            "headings.recommendations",
            recommended(letter),
        ),
        section(letter, "headings.inspection", [frame.inspection_facts(letter, facts)]),
        section(letter, "headings.next_steps", frame.steps(letter, letter.next_steps)),
        *frame.fixed_sections(letter),
    ]
    blocks += [*frame.numbered(sections), *frame.close(letter)]
    return frame.document(letter, Kind("headings.complaint"), blocks)


def joint_document(summary: JointSummary) -> Document:
    """The summary of a joint inspection as blocks."""
    words = words_of(summary)
    key = "headings.joint"
    facts = (
        (words.run("labels.area"), (plain(summary.area),)),
        (words.run("labels.dates"), ((words.days(summary.inspection.dates),),)),
        (words.run("labels.inspectors"), (plain(words.wording.join(summary.inspection.inspectors)),)),
        (words.run("labels.legal_basis"), (plain(summary.inspection.legal_basis),)),
    )
    named = replace(summary, service=replace(summary.service, name=summary.area))
    blocks: list[Block] = [
        *frame.head(summary),
        *_draft_notice(summary),
        frame.title(named, key),
        words.said("phrases.joint_opening", "lead", area=tidy(summary.area)),
        Facts(tuple((name, values) for name, values in facts if values[0])),
    ]
    practice = [
        Paragraph((Run(f"{tidy(one.title)}. ", strong=True), *linked(one.text)))
        for one in summary.good_practice
    ]
    sections = [
        section(summary, "headings.indicators", frame.grades_table(summary, summary.indicators, "indicator")),
        section(summary, "headings.joint_strengths", body(summary.strengths)),
        section(summary, "headings.good_practice", list(practice)),
        section(summary, "headings.improvements", body(summary.improvements)),
        section(summary, "headings.response", body(summary.response)),
        section(summary, "headings.capacity", body((summary.capacity,))),
        section(summary, "headings.progress_review", _progress_review(summary)),
        section(summary, "headings.next_steps", frame.steps(summary, summary.next_steps)),
        *frame.fixed_sections(summary),
    ]
    blocks += frame.numbered(sections)
    subject = words.text("phrases.about_area", title=words.text(key), area=tidy(summary.area))
    return frame.document(summary, Kind(key, subject), blocks)


def _progress_review(summary: JointSummary) -> list[Block]:
    words, review = words_of(summary), summary.review
    if review is None:
        return []
    if not review.follows:
        return [words.said("phrases.progress_review_none")]
    if review.begins_on is None:
        said = words.said("phrases.progress_review_follows")
    else:
        day = words.wording.day(review.begins_on)
        said = words.said("phrases.progress_review_begins", date=day)
    return [said, *([words.said("phrases.progress_review_needed")] if review.compromised else [])]


def _opened(letter: Paper, key: str) -> list[Block]:
    return [
        *frame.head(letter),
        *_draft_notice(letter),
        frame.title(letter, key),
        frame.salutation(letter),
    ]


def _draft_notice(paper: Paper) -> list[Block]:
    words = words_of(paper)
    if paper.state != "draft":
        return []
    return [Notice(words.run("marks.draft"), words.runs("marks.draft_meaning"))]


def _followed_table(letter: FollowUpLetter) -> Table:
    words = words_of(letter)
    rows = []
    for one in letter.followed:
        outcome = words.runs(outcome_key(one.outcome))
        if one.days_outstanding:
            late = words.run("phrases.days_late", days=str(one.days_outstanding))
            outcome = (*outcome, replace(late, text=f", {late.text}"))
        rows.append((Cell(plain(one.label)), Cell(plain(one.title)), Cell(outcome)))
    header = tuple(words.run(f"labels.{key}") for key in ("finding", "about", "outcome"))
    return Table(header, tuple(rows), (0.27, 0.43, 0.3))


def _followed(letter: FollowUpLetter, one: FollowedUp) -> Finding:
    words = words_of(letter)
    made = words.runs("phrases.made_in", reference=tidy(one.reference), date=words.wording.day(one.made_on))
    outcome: Inline = (words.strong(outcome_key(one.outcome)),)
    if one.days_outstanding:
        days = words.run("phrases.days_outstanding", days=str(one.days_outstanding))
        outcome = (replace(outcome[0], text=f"{outcome[0].text}. "), days)
    outcome_label = words.run(f"labels.outcome_{one.kind}")
    parts = [
        Part(outcome_label, tuple(Paragraph(linked(text)) for text in paragraphs(one.text))),
        Part(words.run("labels.made_in"), (Paragraph(made),)),
        Part(words.run("labels.outcome"), (Paragraph(outcome),)),
        Part(
            words.run("labels.what_we_saw"),
            tuple(Paragraph(linked(text)) for text in paragraphs(one.comment)),
        ),
        Part(words.run("labels.evidence"), evidence_list(one.evidence, words)),
    ]
    if one.deadline:
        parts.insert(2, Part(words.run("labels.deadline_was"), (Paragraph((words.day(one.deadline),)),)))
    name = tidy(one.label)
    return Finding(
        name=Run(name),
        title=tidy(one.title),
        continued=words.text("phrases.continued", name=name),
        binding=one.outcome is Outcome.NOT_MET and one.kind == "requirement",
        parts=tuple(part for part in parts if part.blocks),
    )
