"""What the letter says: every part of a finding, nothing that is not in the record, numbers that run on."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from invented_letters import VALUES, invented_letter, invented_recommendation, unfinished_draft
from invented_papers import invented_papers

import inspector_app
from inspector_app.documents import blocks as b
from inspector_app.documents.letter import letter_text
from inspector_app.documents.letter_content import letter_document
from inspector_app.documents.make import document_of, render_paper
from inspector_app.inspections.follow_up import Outcome
from inspector_app.inspections.letter import DeadlineReasons, Letter, LetterFinding, LetterSection
from inspector_app.inspections.papers import FollowUpLetter, ProgressReview


def section_titles(letter: Letter) -> list[str]:
    titles = [block.text for block in letter_document(letter).blocks if isinstance(block, b.Heading)]
    return [title for title in titles if re.match(r"\d+\. ", title)]


def test_a_requirement_prints_all_its_parts(letter: Letter) -> None:
    text, requirement = letter_text(letter), letter.requirements[0]
    for part in (
        f"Requirement 1: {requirement.title}",
        requirement.outcome,
        *(f"{label} {action}" for label, action in zip(("a)", "b)", "c)"), requirement.actions, strict=True)),
        "By 13 December 2018 (within 4 weeks)",
        f"Seriousness: {requirement.reasons.seriousness}",
        requirement.reasons.extent,
        requirement.reasons.nature_and_speed,
        f"We read (care plan sample, YP2 and YP4): {requirement.evidence[0].text}",
        f"We heard (staff sample): {requirement.evidence[1].text}",
        f"We recorded (question 5): {requirement.evidence[2].text}",
        "Theme:\nCare and support\n",
        requirement.legal_hook,
        requirement.standard,
        "This repeats number 2 of inspection EX-2017-0031, made on 4 September 2017. "
        "It has been outstanding for 381 days.",
    ):
        assert part in text, part


def test_a_recommendation_has_evidence_and_standard_but_no_deadline_and_no_law(letter: Letter) -> None:
    text = letter_text(replace(letter, requirements=()))
    block = text[text.index("Recommendation 1: Training for all staff in the signs of") :]
    block = block[block.index("What should change:") : block.index("Recommendation 2: ")]
    assert invented_recommendation().evidence[0].text in block
    assert invented_recommendation().standard in block
    for word in ("Deadline", "By ", "Law", "must", "Seriousness"):
        assert word not in block


@pytest.mark.parametrize(
    "binding",
    [
        {"deadline": date(2018, 12, 1)},
        {"deadline_wording": "soon"},
        {"legal_hook": "a law"},
        {"reasons": DeadlineReasons(extent="all")},
    ],
)
def test_a_recommendation_cannot_be_given_what_only_requirements_carry(binding: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="recommendation 1 carries"):
        replace(invented_recommendation(), **binding)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "part",
    ["outcome", "actions", "deadline", "evidence", "legal_hook", "standard", "reasons"],
)
def test_a_final_letter_cannot_hold_a_requirement_that_lacks_a_part(letter: Letter, part: str) -> None:
    empty = {"deadline": None, "reasons": DeadlineReasons("serious", "", "quick")}.get(part, "")
    unfinished = replace(
        letter.requirements[0], **{part: empty if part not in ("actions", "evidence") else ()}
    )
    name = "extent" if part == "reasons" else part
    assert unfinished.missing() == (name,)
    with pytest.raises(ValueError, match=name):
        replace(letter, requirements=(unfinished,))
    assert replace(letter, state="draft", requirements=(unfinished,)).requirements == (unfinished,)


def test_findings_cannot_stand_among_the_other_kind(letter: Letter) -> None:
    with pytest.raises(ValueError, match="recommendation 1 stands among the requirements"):
        replace(letter, requirements=(invented_recommendation(),))


def test_a_draft_says_what_is_not_recorded_yet() -> None:
    text = letter_text(unfinished_draft())
    block = text[text.index("What must change:") : text.index("Earlier findings")]
    assert block.count("Not recorded yet") == 9


def test_sections_are_numbered_and_empty_ones_left_out(letter: Letter) -> None:
    assert section_titles(letter)[:6] == [
        "1. Grades",
        "2. What the service does well",
        "3. Requirements: what must change",
        "4. Recommendations: what should change",
        "5. Earlier findings and where they stand",
        "6. What happens next",
    ]
    fewer = replace(letter, grades=(), requirements=(), previous=(), sections=letter.sections[-1:])
    assert section_titles(fewer) == [
        "1. What the service does well",
        "2. Recommendations: what should change",
        "3. What happens next",
        "4. Other formats and languages",
    ]


def test_a_letter_without_findings_says_so_and_asks_for_no_change(letter: Letter) -> None:
    text = letter_text(replace(letter, requirements=(), recommendations=()))
    assert "We make no requirements and no recommendations." in text
    assert "must change" not in text
    assert "At a glance" not in text


@pytest.mark.parametrize(
    ("requirements", "recommendations", "said"),
    [(1, 2, "1 requirement and 2 recommendations"), (0, 1, "no requirements and 1 recommendation")],
)
def test_the_opening_counts_the_findings(
    letter: Letter, requirements: int, recommendations: int, said: str
) -> None:
    some = replace(
        letter,
        requirements=letter.requirements[:requirements],
        recommendations=letter.recommendations[:recommendations],
    )
    assert f"We make {said}." in letter_text(some).replace("\u00a0", " ")


def test_a_new_version_says_which_one_it_replaces(letter: Letter) -> None:
    assert "Replaces: Version 1" in letter_text(replace(letter, version=2, supersedes=1))
    assert "Replaces" not in letter_text(letter)


def test_a_section_in_another_language_is_marked(letter: Letter) -> None:
    section = LetterSection("Cruthan eile", ("Faodaidh sibh seo iarraidh sa Ghàidhlig.",), "gd")
    blocks = letter_document(replace(letter, sections=(section,))).blocks
    marked = [
        block for block in blocks if isinstance(block, b.Heading | b.Paragraph) and block.language == "gd"
    ]
    assert [type(block).__name__ for block in marked] == ["Heading", "Paragraph"]


def test_actions_beyond_z_go_on_with_two_letters(letter: Letter) -> None:
    many = replace(letter.requirements[0], actions=tuple(f"Step {n}" for n in range(28)))
    text = letter_text(replace(letter, requirements=(many,)))
    assert "z) Step 25\naa) Step 26\nab) Step 27" in text


def test_line_feeds_part_paragraphs(letter: Letter) -> None:
    text = letter_text(replace(letter, strengths=("First thing.\n\nSecond thing.\r\nThird.",)))
    assert "\nFirst thing.\nSecond thing.\nThird.\n" in text


def test_only_sure_addresses_become_links(letter: Letter) -> None:
    section = LetterSection("Links", ("See https://a.example/x, or write to b@c.example. Not a@b or http.",))
    document = letter_document(replace(letter, sections=(section,)))
    paragraph = next(p for p in document.blocks if isinstance(p, b.Paragraph) and p.runs[0].text == "See ")
    assert [run.link for run in paragraph.runs if run.link] == ["https://a.example/x", "mailto:b@c.example"]


def test_every_text_of_the_wording_is_used_by_some_letter() -> None:
    used: set[str] = set()

    class Watching(type(invented_letter().wording)):  # type: ignore[misc]
        def text(self, key: str, **values: str) -> str:
            used.add(key)
            return str(super().text(key, **values))

    base = invented_letter()
    words = base.wording
    watching = Watching(words.language, words.months, words.texts, words.sections)
    quiet = LetterFinding(1, "requirement", "", "", "")
    undated = replace(base.requirements[0], deadline_wording="", evidence=())
    saw = replace(base.requirements[0].evidence[0], source="saw")
    seen = replace(base.requirements[0], evidence=(saw,))
    provider = replace(base.provider, accountable="")
    announced = replace(base.inspection, announced=True)
    for letter in (
        base,
        replace(base, supersedes=1, requirements=(seen, seen), recommendations=base.recommendations[:1]),
        replace(base, state="draft", realm="example", requirements=(quiet, undated), recommendations=()),
        replace(base, requirements=(), recommendations=(), provider=provider, inspection=announced),
        replace(base, requirements=()),
    ):
        letter_document(replace(letter, wording=watching))
    watching.filled_sections(VALUES, ("draft",))
    for paper in (*invented_papers(base).values(), *invented_papers(replace(base, state="draft")).values()):
        render_paper(replace(paper, wording=watching), "docx")
    followed = invented_papers(base)["follow-up"]
    assert isinstance(followed, FollowUpLetter)
    met = tuple(one for one in followed.followed if one.outcome is not Outcome.NOT_MET)
    document_of(replace(followed, followed=met, wording=watching))
    document_of(replace(followed, wording=replace(watching, reviewed=False)))
    summary = invented_papers(base)["summary"]
    for review in (ProgressReview(follows=True), ProgressReview(follows=False)):
        document_of(replace(summary, review=review, wording=watching))
    known = {key for key, _ in words.texts}
    assert used <= known
    # What the room itself does not use, an operation puts into the letter.
    operations = Path(inspector_app.__file__).parent / "operations"
    sources = "".join(file.read_text(encoding="utf-8") for file in sorted(operations.glob("**/*.py")))
    assert [key for key in sorted(known - used) if key not in sources] == []
