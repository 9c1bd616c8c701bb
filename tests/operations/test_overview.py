"""The list of inspections and the parts of one say in words what is so and what is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from inspector_app.errors import KnownError
from inspector_app.operations.desk import Desk
from inspector_app.operations.export import export_inspection
from inspector_app.operations.find import find, services
from inspector_app.operations.home import _due, home
from inspector_app.operations.overview import Overview, day_words, overview
from inspector_app.operations.practice import UNDER_WAY, open_practice
from inspector_app.operations.prepare import change_fact, free_reference, names_of, propose, void_inspection
from inspector_app.operations.program import Program
from inspector_app.operations.workspace import Workspace
from inspector_app.storage.overview import HomeRow

TODAY = date(2026, 5, 13)
ROW = HomeRow("i", "R", "CS1", "A", "care_home", "private", "open", "2026-05-11", "", None, None, None, "")


@pytest.fixture(scope="module")
def desk(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    made = open_practice(program, tmp_path_factory.mktemp("home"))
    yield made  # type: ignore[misc]
    made.store.close()


def seen(desk: Desk, reference: str) -> Overview:
    at = Workspace(desk)
    at.open(desk.find(reference).id)
    return overview(desk, at.checklists(), at.inspection)


def test_home_lists_what_is_under_way_and_what_is_finished(desk: Desk) -> None:
    shown = home(desk)
    words = {line.reference: (line.status, line.exported) for line in shown.lines}
    assert words == {"EX-2026-0002": ("Under way", ""), "EX-2026-0001": ("Finalised", "exported today")}
    assert (shown.practice, shown.services, shown.author) == (True, 5, "Inspector A (example)")
    assert shown.lines[1].subtitle.startswith("CS9900000001 · care home · voluntary")


def test_an_export_that_no_longer_is_the_record_says_so(desk: Desk, tmp_path: Path) -> None:
    inspection = desk.find(UNDER_WAY)
    export_inspection(desk, inspection, tmp_path)
    change_fact(desk, inspection.id, "contact", f"{datetime.now(UTC)}")
    line = next(line for line in home(desk).lines if line.reference == UNDER_WAY)
    assert line.exported == "exported today, changed since"


@pytest.mark.parametrize(
    ("row", "words", "tone"),
    [
        (ROW, "began 11 May", "quiet"),
        (replace(ROW, started_on="2026-05-14"), "starts tomorrow", "quiet"),
        (replace(ROW, ended_on="2026-05-12"), "finalise, draft letter due 3 June", "quiet"),
        (replace(ROW, status="finalised", ended_on="2026-04-21"), "letter due today", "attention"),
        (replace(ROW, status="finalised", ended_on="2026-04-14"), "letter overdue since 6 May", "bad"),
        (
            replace(ROW, status="finalised", letter_issued_on="2026-05-12"),
            "export to head office",
            "attention",
        ),
        (
            replace(
                ROW,
                status="finalised",
                letter_issued_on="2026-05-12",
                changed_at=datetime(2026, 5, 12, tzinfo=UTC),
                exported_at=datetime(2026, 5, 13, tzinfo=UTC),
            ),
            "receipt awaited",
            "quiet",
        ),
        (replace(ROW, status="void"), "", "quiet"),
    ],
)
def test_what_is_due_follows_the_working_day_clock(
    program: Program, row: HomeRow, words: str, tone: str
) -> None:
    assert _due(row, program.framework("cse-2016"), TODAY, with_dates=True) == (words, tone)


def test_the_first_paint_counts_no_working_days(program: Program) -> None:
    row = replace(ROW, ended_on="2026-05-12")
    assert (
        _due(row, program.framework("cse-2016"), TODAY, with_dates=False)[0] == "finalise, draft letter due"
    )


def test_each_part_tells_its_state_in_words_and_the_next_open_question_is_named(desk: Desk) -> None:
    shown = seen(desk, UNDER_WAY)
    parts = {part.key: (part.state, part.words) for part in shown.parts}
    assert list(parts)[:7] == [
        "prepare",
        "names",
        "follow_up",
        "screen:policy",
        "screen:staff_awareness",
        "screen:risk_systems",
        "screen:care_plans",
    ]
    assert parts["prepare"] == ("half", "last day open")
    assert (parts["names"], parts["follow_up"]) == (("open", "none"), ("done", "none"))
    assert parts["screen:policy"] == ("done", "done")
    assert parts["screen:risk_systems"] == ("open", "1 open")
    assert parts["evidence"] == ("half", "3 pieces")
    assert parts["grades"] == ("open", "none yet")
    assert parts["findings"] == ("attention", "2 suggested")
    assert parts["export"][1].endswith("in the way")
    assert (shown.answered, shown.total) == (4 + 7, 6 + 7), "six questions, and seven rows to be filled"
    spot = shown.open_spots[0]
    assert spot.part == "screen:risk_systems" and spot.key.endswith("/systems")


def test_a_finished_inspection_has_nothing_open(desk: Desk) -> None:
    shown = seen(desk, "EX-2026-0001")
    assert {part.key for part in shown.parts if part.open_count} == set()
    assert shown.open_spots == ()
    assert next(part.words for part in shown.parts if part.key == "export") == "exported"


def test_every_word_of_a_search_must_occur(desk: Desk) -> None:
    assert [found.key for found in find(desk, "river example") if found.kind == "service"] == ["CS9900000001"]
    assert [found.title for found in find(desk, UNDER_WAY.lower()) if found.kind == "inspection"] == [
        "Hillview School (example)"
    ]
    assert find(desk, "  ") == ()
    assert find(desk, "100%_") == ()


def test_the_register_says_where_an_inspection_is_under_way(desk: Desk) -> None:
    found = services(desk, "hillview")
    assert (found.total, found.more, bool(found.lines[0].inspection)) == (5, False, True)
    assert services(desk, "", limit=2).more is True


@pytest.mark.parametrize(("day", "expected"), [(TODAY, "EX-2026-0003"), (date(2031, 1, 1), "EX-2031-0001")])
def test_a_reference_is_proposed_that_is_free_in_its_year(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, day: date, expected: str
) -> None:
    monkeypatch.setattr(Desk, "today", lambda _: day)
    assert free_reference(desk) == expected


def test_a_new_inspection_is_proposed_for_a_service_with_its_inspectors(desk: Desk) -> None:
    proposal = propose(desk, "CS9900000003")
    assert proposal.service is not None
    assert (proposal.service.name, proposal.inspectors) == (
        "Exampleshire Fostering (example)",
        ("Inspector A (example)",),
    )


def test_days_that_run_backwards_are_refused_and_nothing_is_recorded(desk: Desk) -> None:
    inspection = desk.find(UNDER_WAY)
    early = (inspection.started_on - timedelta(days=1)).isoformat()
    with pytest.raises(KnownError, match="end before it starts"):
        change_fact(desk, inspection.id, "ended_on", early)
    with pytest.raises(KnownError, match="first day"):
        change_fact(desk, inspection.id, "started_on", "")
    assert desk.find(UNDER_WAY).ended_on is None


def test_names_are_parted_by_commas_semicolons_and_lines() -> None:
    assert names_of("A. One, B. Two; C. Three\nD. Four,,") == ("A. One", "B. Two", "C. Three", "D. Four")


def test_voiding_needs_a_reason(desk: Desk) -> None:
    with pytest.raises(KnownError, match="reason"):
        void_inspection(desk, desk.find(UNDER_WAY).id, " ")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 5, 13), "today"),
        (date(2026, 5, 12), "yesterday"),
        (date(2026, 12, 1), "1 December"),
        (date(2025, 5, 14), "14 May 2025"),
    ],
)
def test_days_are_said_as_people_say_them(day: date, words: str) -> None:
    assert day_words(day, TODAY) == words
