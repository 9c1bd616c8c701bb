"""Rows that make no table are shown as heads and cards, however deep; plain rows stay a table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from other_checklist import OtherChecklist, begin_visits

from inspector_app.operations import screens
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.overview import overview
from inspector_app.operations.program import Program
from inspector_app.operations.screen_facts import CardView, HeadView, ScreenView


@pytest.fixture
def session(program: Program, tmp_path: Path) -> Iterator[ChecklistSession]:
    desk, _, made = begin_visits(program, tmp_path)
    yield made
    desk.store.close()


def shown(session: ChecklistSession) -> ScreenView:
    return screens.screen_view(session, screens.REST)


def outline(session: ChecklistSession) -> list[str]:
    found = []
    for item in shown(session).items:
        kind = item.kind if isinstance(item, HeadView) else "card" if isinstance(item, CardView) else "table"
        found.append(f"{kind} {item.title}")
    return found


def test_rows_with_several_answers_and_rows_inside_are_heads_and_cards(session: ChecklistSession) -> None:
    assert outline(session) == [
        "card Place visited",
        "series Visit",
        "row Visit 1",
        "card Day of the visit",
        "card What was seen",
        "card What else",
        "table Visit 1 › Person met",
        "card Rooms looked at",
        "series Room",
    ]
    assert shown(session).samples[0].columns[1].choices


def test_a_second_row_has_all_of_its_own(session: ChecklistSession) -> None:
    row = session.add_row(session.node("visit"))
    session.answer_many({f"{row}/day": "2026-05-12", f"{row}/seen": "kitchen other"})
    view = shown(session)
    head = next(head for head in view.heads if head.key == row)
    assert (head.title, head.words, head.depth, head.can_change) == (
        "Visit 2",
        "2026-05-12 · Kitchen, Something else",
        1,
        True,
    )
    hidden = {card.key: card.hidden for card in view.cards if card.title == "What else"}
    assert hidden[f"{row}/other"] == ""
    assert "[f1]" in next(key for key, why in hidden.items() if why)
    assert [sample.key for sample in view.samples][1] == f"{row}/person"
    session.remove_row(row)
    assert "row Visit 2" not in outline(session)


def test_rows_whose_number_the_checklist_sets_can_neither_be_added_nor_removed(
    session: ChecklistSession,
) -> None:
    session.answer(session.node("rooms"), "2")
    heads = [head for head in shown(session).heads if head.title.startswith("Room")]
    assert [(head.title, head.can_change) for head in heads] == [
        ("Room", False),
        ("Room 1", False),
        ("Room 2", False),
    ]


def test_what_is_open_in_a_row_is_counted_and_found(session: ChecklistSession) -> None:
    view = shown(session)
    (key,) = view.open_keys
    assert key.endswith("/day")
    assert screens.screen_of(session, key).key == screens.REST
    session.answer(key, "2026-05-12")
    assert shown(session).open_count == 0


def test_a_series_inside_a_row_names_the_row_it_stands_in(session: ChecklistSession) -> None:
    from inspector_app.operations.screen_series import row_heads, series_head

    person = session.instance.view(f"{session.node('visit')}[f1]/person")
    assert series_head(session, person).title == "Visit 1 › Person met"
    assert [head.title for head, _ in row_heads(session, person)] == ["Visit 1 › Person met 1"]


def test_a_screen_without_numbers_is_done_once_all_of_it_is_answered(session: ChecklistSession) -> None:
    def part() -> tuple[str, str]:
        found = overview(session.desk, [session], session.inspection.id)
        (screen,) = [one for one in found.parts if one.key == f"screen:{screens.REST}"]
        return screen.state, screen.words

    (day,) = shown(session).open_keys
    assert part() == ("open", "1 open")
    session.answer(day, "2026-05-12")
    assert part() == ("half", "1 of 4")
    session.answer(session.node("place"), "Riverbank")
    session.answer(session.node("rooms"), "0")
    assert part() == ("half", "3 of 4")
    session.answer(day.replace("/day", "/seen"), "kitchen")
    assert part() == ("done", "done")


WORDS = """
| survey |
| | type | name | label | hint | required | relevant | appearance |
| | note | first | Read **this** first | | | |  |
| | note | second | And this | | | |  |
| | select_one yn | open | Is it open? | As on the door | yes | |  |
| | begin group | inside | Inside | | | ${open} = 'yes' |  |
| | text | seen | What was seen at ${open} | | | |  |
| | end group | | | | | |  |
| | begin group | bare | | | | |  |
| | integer | count | Count | | | |  |
| | end group | | | | | |  |
| | begin group | table | How far? | | | |  |
| | select_one yn | head | Choose one each | | | | label |
| | select_one yn | calm | Calm | | | | list-nolabel |
| | end group | | | | | |  |
| | note | last | Thank you | | | |  |
| choices |
| | list_name | name | label |
| | yn | yes | Yes |
| | yn | no | No |
| settings |
| | form_title | form_id | version |
| | Words (example) | words | 1 |
"""


class WordsChecklist(OtherChecklist):
    survey = WORDS


def test_notes_groups_and_questions_without_words_are_all_told(program: Program, tmp_path: Path) -> None:
    desk, _, made = begin_visits(program, tmp_path, WordsChecklist)

    def told() -> list[tuple[str, str]]:
        found = []
        for item in shown(made).items:
            note = isinstance(item, CardView) and not item.title
            words = item.answer.node.value if isinstance(item, CardView) and note else item.title
            found.append(("note" if note else type(item).__name__, words))
        return found

    notes = [("note", "Read **this** first"), ("note", "And this")]
    asked, inside = ("CardView", "Is it open?"), ("HeadView", "Inside")
    rest = [
        ("CardView", "Count"),
        ("HeadView", "How far?"),
        ("note", "Choose one each"),
        ("CardView", "Calm"),
        ("note", "Thank you"),
    ]
    assert told() == [*notes, asked, inside, *rest]
    assert "Not asked" in next(head.hidden for head in shown(made).heads)
    assert (shown(made).asked, shown(made).derivation, shown(made).begun) == (3, "3 questions", False)
    made.answer(made.node("open"), "yes")
    assert told() == [*notes, asked, inside, ("CardView", "What was seen at yes"), *rest]
    desk.store.close()
