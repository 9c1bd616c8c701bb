"""Invented letters: no service, person or finding in them is real."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from inspector_app.inspections.letter import (
    ChecklistAnswer,
    DeadlineReasons,
    Letter,
    LetterEvidence,
    LetterFinding,
    LetterGrade,
    Letterhead,
    LetterInspection,
    LetterProvider,
    LetterService,
    NextStep,
    PreviousFinding,
    RecordCode,
    RepeatOf,
    SignOff,
)
from inspector_app.inspections.letter_wording import load_wording

VALUES = {
    "organisation": "Example Care Regulator",
    "contact": "letters@regulator.example",
    "complaints_contact": "complaints@regulator.example",
    "privacy_contact": "privacy@regulator.example",
    "formats_contact": "01632 960 000 or https://regulator.example/formats",
    "action_plan_due": "6 December 2018",
    "accuracy_due": "29 November 2018",
}


def invented_requirement(number: int = 1) -> LetterFinding:
    return LetterFinding(
        number=number,
        kind="requirement",
        theme="Care and support",
        title="Individual risk assessments must cover child sexual exploitation",
        outcome="Every young person who may be at risk of sexual exploitation has a risk assessment of "
        "their own that names the risks, says what staff do about them, and is followed.",
        actions=(
            "Assess each young person who lives at the service, together with them and with the agencies "
            "that know them.",
            "Write into each care plan what staff do to lower the risk, and who checks that it is done.",
            "Review every assessment at least every six months, and whenever something changes.",
        ),
        deadline=date(2018, 12, 13),
        deadline_wording="within 4 weeks",
        reasons=DeadlineReasons(
            seriousness="Young people could come to serious harm while nobody has thought about the risk.",
            extent="Two of the five young people living at the service have no assessment of their own.",
            nature_and_speed="Staff know the young people well and have the form; the work needs no money or "
            "building.",
        ),
        evidence=(
            LetterEvidence(
                "Two of five care plans held no risk assessment about sexual exploitation.",
                "read",
                "care plan sample, YP2 and YP4",
            ),
            LetterEvidence(
                "Two members of staff could not say what they would do if a young person came home late with "
                "gifts they could not explain.",
                "spoke",
                "staff sample",
            ),
            LetterEvidence("Systems to identify young people at risk: partially.", "answer", "question 5"),
        ),
        legal_hook="This is to comply with regulation 4(1)(a) of the Social Care and Social Work Improvement "
        "Scotland (Requirements for Care Services) Regulations 2011 (SSI 2011/210): welfare of users.",
        standard="Health and Social Care Standard 3.20: I am protected from harm.",
        repeat_of=RepeatOf(2, "inspection EX-2017-0031", date(2017, 9, 4), 381) if number == 1 else None,
    )


def invented_recommendation(number: int = 1) -> LetterFinding:
    return LetterFinding(
        number=number,
        kind="recommendation",
        theme="Staffing",
        title="Training for all staff in the signs of sexual exploitation",
        outcome="All staff, night and relief staff among them, can name the signs of sexual exploitation and "
        "say what they do when they see one.",
        actions=(
            "Plan the training for everyone who has not had it.",
            "Talk about what was learned in supervision.",
        ),
        evidence=(
            LetterEvidence(
                "Four of seven staff named the signs; three, all on nights, did not.", "spoke", "staff sample"
            ),
            LetterEvidence("The training plan for the year does not name the subject.", "read"),
        ),
        standard="Health and Social Care Standard 3.14: I have confidence in people as they are trained.",
    )


def invented_letter() -> Letter:
    words = load_wording("cse-2016")
    return Letter(
        reference="EX-2018-0042",
        version=1,
        state="final",
        date=date(2018, 11, 15),
        realm="live",
        letterhead=Letterhead(
            "Example Care Regulator",
            ("1 Invented Street, Exampleton EX1 1EX",),
            ("01632 960 000  ·  letters@regulator.example  ·  https://regulator.example",),
        ),
        service=LetterService(
            "Example House",
            "Care home for children and young people",
            "CS2000000000",
            ("3 Imaginary Road", "Exampleton", "EX2 2EX"),
        ),
        provider=LetterProvider(
            "Invented Care Limited",
            "SP2000000000",
            ("10 Made-up Lane", "Exampleton", "EX3 3EX"),
            "Chief Executive",
        ),
        manager="The registered manager",
        inspection=LetterInspection(
            "EX-2018-0042",
            "Focus inspection: child sexual exploitation",
            False,
            (date(2018, 11, 6), date(2018, 11, 7)),
            ("A. Inspector", "B. Inspector"),
            "a.inspector@regulator.example",
            "We inspected under section 53 of the Public Services Reform (Scotland) Act 2010.",
        ),
        sign_off=SignOff("A. Inspector", "Inspector of care services"),
        record_code=RecordCode("K7QF-2M9D", "5f3a" * 16),
        wording=words,
        grades=(
            LetterGrade(
                "Care and support",
                3,
                "Adequate",
                "Warm care, but risks were not assessed for each young person.",
            ),
            LetterGrade(
                "Staffing", 4, "Good", "A steady team who know the young people; some lack training."
            ),
            LetterGrade(
                "Management and leadership",
                4,
                "Good",
                "The manager knew most of what we found and had begun.",
            ),
        ),
        strengths=(
            "Staff and young people got on well. We saw meals cooked and eaten together, and young people "
            "told us that there was always someone to talk to.",
            "The service works closely with the local police and social work teams: each young person who "
            "goes missing is talked about with them on the next working day.",
        ),
        requirements=(invented_requirement(),),
        recommendations=(
            invented_recommendation(1),
            replace(invented_recommendation(2), title="Online safety"),
        ),
        previous=(
            PreviousFinding(
                "Requirement 1",
                "Keep the record of visitors up to date.",
                date(2017, 9, 4),
                "Met within timescale",
            ),
            PreviousFinding(
                "Requirement 2",
                "Assess risks for each young person.",
                date(2017, 9, 4),
                "Not met",
                "Made again.",
            ),
        ),
        next_steps=(
            NextStep("You send us your action plan.", date(2018, 12, 6)),
            NextStep("We tell you whether we agree with it.", date(2018, 12, 20)),
            NextStep("We check the requirement, by visiting or by asking you for proof."),
        ),
        sections=words.filled_sections(VALUES, ("findings", "requirements", "final")),
        checklist=(
            ChecklistAnswer(
                "Did the service have a policy?", "In place", "Within child protection.", "Policy"
            ),
            ChecklistAnswer("Did it give staff a framework of practice?", "Partially", "", "Policy"),
            ChecklistAnswer(
                "How many staff were aware of the signs?", "Majority", "4 of 7.", "Staff awareness"
            ),
        ),
        enclosures=("Action plan form", "Factual accuracy form"),
    )


def hard_letters() -> dict[str, Letter]:
    """Letters that strain the layout, by name; all invented."""
    base = invented_letter()
    draft = replace(base, state="draft", sections=base.wording.filled_sections(VALUES, ("draft",)))
    bare = replace(
        base,
        requirements=(),
        recommendations=(),
        previous=(),
        grades=(),
        strengths=(),
        next_steps=(),
        sections=(),
        checklist=(),
        enclosures=(),
    )
    forty = replace(
        draft,
        requirements=tuple(invented_requirement(number) for number in range(1, 21)),
        recommendations=tuple(invented_recommendation(number) for number in range(1, 21)),
        checklist=base.checklist * 40,
    )
    foreign = (
        "Ms שרה כהן, السيد أحمد, 王小明 \U0001f600\U0001f44d\U0001f3fd → ≥ ✓ \ue000 \U0001f1ec\U0001f1e7"
    )
    return {
        "final": base,
        "draft": draft,
        "example": replace(draft, realm="example"),
        "large print": replace(base, large_print=True),
        "large example": replace(draft, realm="example", large_print=True),
        "bare": bare,
        "large bare draft": replace(bare, state="draft", large_print=True),
        "forty findings": forty,
        "large forty findings": replace(forty, large_print=True),
        "long words": _with_texts(base, "W" * 200),
        "large long words": replace(_with_texts(base, "w" * 200), large_print=True),
        "long paragraphs": _with_texts(base, "A sentence that goes on for some time, as they do. " * 50),
        "accents": _with_texts(base, "Ŵyth ŷd â'r dŵr; a’ bhàthadh, cèilidh, dùn, sìth, còmhla; ẁ ẃ ẅ ỳ"),
        "foreign": _with_texts(base, foreign),
        "broken": _with_texts(base, "half \ud83d pair, nul \x00, bell \x07, \u202eturned\u202c \ufeff(\\) %"),
        "long addresses": _with_address(
            base, tuple(f"Line {n} of a very long address " * 4 for n in range(30))
        ),
    }


def unfinished_draft() -> Letter:
    """A draft whose requirement has nothing but a title yet."""
    base = invented_letter()
    blank = LetterFinding(1, "requirement", "Care and support", "Only a title so far", outcome="")
    return replace(base, state="draft", requirements=(blank,), recommendations=())


def _with_texts(letter: Letter, text: str) -> Letter:
    """The letter with `text` in every place where people write."""
    requirement = replace(
        letter.requirements[0],
        title=text,
        outcome=text,
        actions=(text, text),
        evidence=(LetterEvidence(text, "saw", text), LetterEvidence(text, "read")),
        legal_hook=text,
        standard=text,
        reasons=DeadlineReasons(text, text, text),
        deadline_wording=text,
    )
    return replace(
        letter,
        reference=text[:300],
        letterhead=Letterhead(text, (text,), (text,)),
        service=LetterService(text, text, text, (text, text)),
        provider=LetterProvider(text, text, (text,), text),
        manager=text,
        inspection=replace(letter.inspection, inspectors=(text, text), legal_basis=text, contact=text),
        sign_off=SignOff(text, text),
        grades=tuple(replace(grade, theme=text, word=text, reason=text) for grade in letter.grades),
        strengths=(text, text),
        requirements=(requirement,),
        recommendations=(replace(letter.recommendations[0], title=text, outcome=text),),
        previous=(replace(letter.previous[0], label=text, text=text, status=text, comment=text),),
        next_steps=(NextStep(text, date(2018, 12, 6)), NextStep(text)),
        checklist=(ChecklistAnswer(text, text, text, text),),
        enclosures=(text, text),
    )


def _with_address(letter: Letter, lines: tuple[str, ...]) -> Letter:
    return replace(
        letter,
        service=replace(letter.service, address=lines),
        provider=replace(letter.provider, address=lines),
        letterhead=replace(letter.letterhead, address=lines),
    )
