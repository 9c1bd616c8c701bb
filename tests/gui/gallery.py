"""Every widget and a sample page, built of the real parts with invented data, for looking at and for tests.

usage: QT_QPA_PLATFORM=offscreen python tests/gui/gallery.py [FOLDER]    (default build/gallery)
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

from inspector_app.errors import KnownError
from inspector_app.forms.interface import Choice
from inspector_app.gui.actions import ActionSpec
from inspector_app.gui.frame.facts import Place, Progress, RailItem
from inspector_app.gui.frame.page import Page
from inspector_app.gui.frame.side import SideSection
from inspector_app.gui.main_window import MainWindow
from inspector_app.gui.theme import Theme
from inspector_app.gui.widgets.badge import Badge, DerivedBadge
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.chips import Chips
from inspector_app.gui.widgets.choice_box import ChoiceBox
from inspector_app.gui.widgets.comment_box import CommentBox
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.date_line import DateLine
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.key_hint import KeyHint
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.gui.widgets.note import Note
from inspector_app.gui.widgets.question_card import QuestionCard, QuestionFace
from inspector_app.gui.widgets.ranking import Ranking
from inspector_app.gui.widgets.sample_cells import SampleColumn, SampleRow
from inspector_app.gui.widgets.sample_table import SampleTable
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.gui.widgets.text_line import DecimalLine, IntegerLine, TextLine
from inspector_app.gui.widgets.tick_box import TickBox
from inspector_app.gui.widgets.time_line import DateTimeLine, TimeLine

NOW = datetime(2026, 5, 12, 14, 3, 22, tzinfo=timezone(timedelta(hours=1)))


def now() -> datetime:
    return NOW


CLASSES = tuple(Choice(word.lower(), word) for word in ("All", "Majority", "Minority", "None"))
YES_NO = (Choice("yes", "Yes"), Choice("no", "No"), Choice("not_asked", "Not asked"))
REASONS = tuple(
    Choice(word.replace(" ", "_"), word)
    for word in (
        "gave examples",
        "training scheduled",
        "needed prompting",
        "only online safety",
        "high supervision",
    )
)
COLUMNS = (
    SampleColumn("designation", "Designation", width=18),
    SampleColumn("how", "How asked", (Choice("interview", "Interview"), Choice("phone", "Phone")), width=9),
    SampleColumn("duties", "Knows responsibilities", YES_NO, width=9),
    SampleColumn("indicators", "Knows indicators", YES_NO, width=9),
    SampleColumn("note", "Note", width=20, stretch=True),
)
STAFF = (
    ("Residential worker", "interview", "yes", "yes", "gave two examples unprompted"),
    ("Senior worker", "interview", "yes", "yes", ""),
    ("Night staff", "phone", "no", "no", "training booked for May"),
    ("Relief worker", "interview", "yes", "no", "only online safety"),
    ("Team leader", "interview", "yes", "yes", "explains the policy to new staff"),
    ("Residential worker", "interview", "yes", "no", ""),
    ("Depute manager", "interview", "yes", "yes", ""),
)


def staff_rows(count: int = 7) -> list[SampleRow]:
    keys = [column.key for column in COLUMNS]
    return [SampleRow(f"s{at}", dict(zip(keys, STAFF[at % len(STAFF)], strict=True))) for at in range(count)]


def new_ids() -> Callable[[], str]:
    count = iter(range(1, 1_000_000))
    return lambda: f"new{next(count)}"


class StaffPage(Page):
    """The staff awareness screen, equal in content to the picture we aim at."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__("staff", "Staff awareness", "derived from 7 staff asked")
        self.window_ = window
        self.table = SampleTable("Staff sample", COLUMNS, new_ids())
        self.table.show_rows(staff_rows())
        sample = Card("Staff sample", "no names, designation only")
        sample.aside(window.registry.button("sample.add"))
        sample.add(self.table)
        self.add(sample)
        self.question = self._question()
        self.add(self.question)
        self.add(self._suggestion())
        self._fill_side()

    def arrive(self) -> None:
        self.window_.registry.bind("sample.add", self.table.add_row)

    def leave(self) -> None:
        self.window_.registry.unbind("sample.add")

    def _question(self) -> QuestionCard:
        face = QuestionFace(
            "q4",
            "Q4",
            "Aware of the risk and vulnerability indicators",
            "More than half of those asked. Choosing another class needs a reason.",
            "Staff who know the indicators notice a child at risk sooner.",
        )
        card = QuestionCard(face)
        card.badge.show_class(4, 7, "majority")
        answer = Segmented(CLASSES)
        card.set_control(answer)
        answer.show_value("majority")
        reasons = Chips(REASONS)
        card.add_chips(reasons)
        reasons.show_value("gave_examples training_scheduled only_online_safety")
        comment = CommentBox("What you saw, heard or read")
        card.add_comment(comment)
        comment.show_value(
            "Most staff described indicators with examples from practice. "
            "Two relate the question to online safety only."
        )
        card.add_fold(
            "Could not be assessed",
            ("Why", Chips((Choice("refused", "refused"), Choice("absent", "absent")))),
        )
        return card

    def _suggestion(self) -> Card:
        card = Card()
        row = FlowLayout(gap=2.5)
        row.addWidget(Badge("Suggested finding", "attention", "state-attention"))
        row.addWidget(label("Recommendation: every member of staff can recognise the indicators"))
        row.add_trailing(Button("Not needed"))
        row.add_trailing(Button("Add to findings", kind="primary"))
        card.add(row)
        return card

    def _fill_side(self) -> None:
        side = self.make_side()
        last = SideSection("Last inspection · 14 May 2025")
        last.say("Aware of indicators: minority (3 of 8)")
        last.say("Recommendation 2: all staff trained. Not yet checked.", soft=True)
        row = FlowLayout()
        row.addWidget(Button("Met"))
        row.addWidget(Button("Not met"))
        last.add(row)
        claims = SideSection("Annual return claims")
        claims.say("Training plan including CSE: in place")
        claims.say("Selected to test · 1 of 2 sources so far", soft=True)
        evidence = SideSection("Evidence here")
        for line in (
            "Spoke: Residential worker, 10:20",
            "Read: Training matrix 2025-26",
            "Saw: Handover, 13:45",
        ):
            evidence.say(line)
        evidence.add(self.window_.registry.button("evidence.capture"))
        for section in (last, claims, evidence):
            side.add(section)


class ControlsPage(Page):
    """Every control once."""

    def __init__(self) -> None:
        super().__init__("controls", "All controls", "invented questions")
        self.set_primary(Button("Finalise", key="Ctrl+Return", kind="primary"))
        for at, (title, control, value) in enumerate(self.controls(), 1):
            card = QuestionCard(QuestionFace(f"c{at}", f"C{at}", title))
            card.set_control(control)
            control.show_value(value)
            self.add(card)
        hidden = QuestionCard(QuestionFace("q2", "Q2", "Did the policy provide staff with a framework?"))
        hidden.set_control(Segmented(CLASSES))
        hidden.show_hidden("Not asked, because Q1 is not “in place”.")
        self.add(hidden)
        wrong = QuestionCard(QuestionFace("w", "Q9", "A question with a problem"))
        line = TextLine()
        wrong.set_control(line)
        wrong.show_problem("Say why another class was chosen.")
        self.add(wrong)
        self.add(self._marks())

    def controls(self) -> list[tuple[str, AnswerControl, str]]:
        many = tuple(Choice(f"o{n}", f"Option number {n}") for n in range(1, 8))
        more = tuple(Choice(f"a{n}", f"Local authority area {n}") for n in range(1, 33))
        long = tuple(
            Choice(f"l{n}", f"A rather long answer that says quite a lot, number {n}") for n in range(1, 4)
        )
        return [
            ("Segments", Segmented(CLASSES), "minority"),
            ("Segments too wide for their row", Segmented(long), "l2"),
            ("A list of options", Segmented(many, as_list=True), "o3"),
            ("Many options", ChoiceBox(more), "a4"),
            ("Chips", Chips(REASONS), "gave_examples"),
            ("Comment", CommentBox("What you saw"), ""),
            ("A line", TextLine(), "Riverbank House"),
            ("Whole number", IntegerLine(unit="children"), "7"),
            ("Decimal number", DecimalLine(unit="hours"), "7.5"),
            ("Date", DateLine(lambda: NOW.date()), "2026-05-12"),
            ("Time", TimeLine(now), "14:05:00.000+01:00"),
            ("Date and time", DateTimeLine(now), ""),
            ("Order", Ranking(many[:4]), "o2 o1 o3 o4"),
            ("Acknowledge", TickBox(), "OK"),
            ("Note", Note(), "Read the policy before you ask staff."),
        ]

    def _marks(self) -> Card:
        card = Card("Badges, keys and buttons")
        row = FlowLayout()
        row.addWidget(Badge("Under way", "accent"))
        row.addWidget(Badge("Final", "good", "state-done"))
        row.addWidget(Badge("Overdue", "bad", "stop"))
        row.addWidget(Badge("Practice", "attention", "state-attention"))
        half = DerivedBadge()
        half.show_class(3, 6, "exactly half: choose", decided=False)
        row.addWidget(half)
        none = DerivedBadge()
        none.show_class(0, 0, "")
        row.addWidget(none)
        row.addWidget(KeyHint("Ctrl+K"))
        row.addWidget(Button("Print", key="Ctrl+P", icon="print"))
        row.addWidget(Button("Quiet", kind="quiet", icon="history"))
        off = Button("Cannot be pressed", key="Ctrl+X")
        off.setEnabled(False)
        row.addWidget(off)
        card.add(row)
        return card


RAIL = (
    RailItem("prepare", "Prepare", "done", "done"),
    RailItem("policy", "Policy", "done", "done"),
    RailItem("staff", "Staff awareness", "half", "3 open", 3),
    RailItem("systems", "Risk systems", "open", "2 open", 2),
    RailItem("plans", "Care plans", "open", "6 open", 6),
    RailItem("evidence", "Evidence", "half", "12 items"),
    RailItem("findings", "Findings", "attention", "2 suggested", 2),
    RailItem("grades", "Grades", "hidden", "not yet"),
    RailItem("letter", "Letter", "open", "draft"),
    RailItem("controls", "Export", "open", "not yet"),
)


def make_window(theme: Theme) -> MainWindow:
    """The whole window with the sample pages in it."""
    window = MainWindow(theme)
    window.registry.add(ActionSpec("sample.add", "Add member", "Ctrl+Return", "Checklist", icon="add"))
    window.registry.add(ActionSpec("evidence.capture", "Capture evidence", "Ctrl+E", "Checklist"), _nothing)
    window.add_page(StaffPage(window))
    window.add_page(ControlsPage())
    window.page_wanted.connect(lambda key: window.go(key) if window.has_page(key) else None)
    window.show_place(Place("Riverbank House", "CS2003153968 · care home · voluntary", "Under way"))
    window.show_saved(NOW)
    window.show_rail(RAIL, "Inspection")
    window.show_progress(Progress(17, 37))
    window.go("staff")
    return window


def _nothing() -> None:
    """An action of the sample that does nothing."""


def main(folder: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from inspector_app.gui.app import create_application

    application = create_application(["gallery"], {"QT_QPA_PLATFORM": "offscreen"})
    theme = Theme(application, "light")
    folder.mkdir(parents=True, exist_ok=True)
    window = make_window(theme)

    def grab(name: str, width: int = 1366, height: int = 768) -> None:
        window.resize(width, height)
        for _ in range(5):
            application.processEvents()
        window.grab().save(str(folder / f"{name}.png"))

    window.show()
    for mode in ("light", "dark", "contrast"):
        theme.set_mode(mode)
        window.go("staff", focus=True)
        grab(f"staff-{mode}")
        window.go("controls")
        grab(f"controls-{mode}", height=2700)
    theme.set_mode("light")
    window.go("staff")
    grab("staff-1920", 1920, 1080)
    window.page.show_message(
        Message.of(KnownError("The paste held no rows.", "Copy the cells again, then press Ctrl+V here."))
    )
    window.page.table.setFocus()
    grab("staff-message")
    window.page.messages.clear()
    theme.set_zoom(2.0)
    grab("staff-200")
    window.go("controls")
    grab("controls-200", height=4200)
    theme.set_mode("dark")
    theme.set_zoom(1.0)
    window.go("staff")
    theme.set_zoom(2.0)
    grab("staff-200-dark")
    window.close()


if __name__ == "__main__":
    target = (
        Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "build" / "gallery"
    )
    main(target)
