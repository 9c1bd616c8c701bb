from __future__ import annotations

import pytest
from database_pages import plain_pages
from journals_on_disk import CHECKLIST, INSPECTION, KEY, Laptop

from inspector_app.journal.chain import Draft
from inspector_app.storage import search
from inspector_app.storage.database import Database
from inspector_app.storage.rebuild import rebuild
from inspector_app.storage.register import Register, ServiceRow
from inspector_app.storage.search import Hit
from inspector_app.storage.verify import verify


def find(laptop: Laptop, text: str, **more: object) -> list[Hit]:
    return list(search.search(laptop.database.connection, text, **more))  # type: ignore[arg-type]


def kinds(laptop: Laptop, text: str) -> list[str]:
    return [hit.kind for hit in find(laptop, text)]


@pytest.fixture
def recorded(laptop: Laptop) -> Laptop:
    Register(laptop.database).put(
        [ServiceRow("CS2003000001", "Harbour House", provider_name="Fictitious Care", area="Exampleshire")],
        "now",
    )
    service = {"service_number": "CS2003000001", "name": "Harbour House", "area": "Exampleshire"}
    laptop.append(
        [
            Draft("inspection", INSPECTION, "reference", "EX-2026-0001"),
            Draft("inspection", INSPECTION, "service", service),
            Draft("inspection", INSPECTION, "inspectors", ["A. Inspector"]),
            Draft("evidence", "e1", "text", "Minutes of the residents’ meeting about the new policy"),
            Draft("finding", "f1", "title", "Finish the policy"),
            Draft("finding", "f1", "outcome", "Staff know what to do when a child is missing"),
            Draft("finding", "f1", "actions", ["Write it", "Train everybody"]),
        ]
    )
    laptop.answer("policy", "in_development")
    laptop.answer("policy_comment", "A draft, near its final form; the café is mentioned")
    return laptop


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("harb", {"service", "inspection"}),
        ("CS2003", {"service", "inspection"}),
        ("ex-2026-0001", {"inspection"}),
        ("fictitious", {"service"}),
        ("residents minutes", {"evidence"}),
        ("train", {"finding"}),
        ("cafe", {"answer"}),
        ("CAFÉ", {"answer"}),
        ("in development", {"answer"}),
        ("final minutes", set()),
        ("", set()),
        ('"*-(', set()),
        ("near OR minutes", set()),
    ],
)
def test_everything_that_was_recorded_is_found_as_it_is_typed(
    recorded: Laptop, typed: str, expected: set[str]
) -> None:
    assert set(kinds(recorded, typed)) == expected


@pytest.mark.parametrize("length", range(1, 7))
def test_each_key_finds_what_begins_so(recorded: Laptop, length: int) -> None:
    assert "evidence" in kinds(recorded, "minutes"[:length])


@pytest.mark.parametrize("typed", ["mentio", "mention", "mentione", "Mentioned", "caféin"])
def test_a_long_beginning_finds_the_same_with_a_reader_that_can_make_no_table(
    recorded: Laptop, typed: str
) -> None:
    with Database.open_reader(recorded.database.path, KEY) as reader:
        assert list(search.search(reader.connection, typed)) == find(recorded, typed)


def test_a_long_beginning_with_many_endings_finds_them_all(laptop: Laptop) -> None:
    for number in range(search.ENDINGS + 2):
        laptop.answer(f"q{number}", f"unmistakable{chr(97 + number % 26)}{chr(97 + number // 26)}")
        assert len(find(laptop, "Unmistakable", limit=100)) == number + 1
    assert len(find(laptop, "unmistakableb", limit=100)) == 2


def test_a_blank_after_a_word_says_that_it_is_whole(recorded: Laptop) -> None:
    assert kinds(recorded, "minute") == ["evidence"] and kinds(recorded, "minute ") == []


def test_a_title_comes_before_a_body_and_the_snippet_marks_what_matched(recorded: Laptop) -> None:
    first, *others = find(recorded, "policy")
    assert first.kind == "finding" and {hit.kind for hit in others} == {"evidence"}
    assert others[0].snippet.endswith("new \x02policy\x03") and others[0].inspection == INSPECTION


def test_kinds_and_number_of_hits_can_be_chosen(recorded: Laptop) -> None:
    assert [hit.kind for hit in find(recorded, "policy", kinds=["evidence"])] == ["evidence"]
    assert len(find(recorded, "policy", limit=1)) == 1


def test_a_change_is_found_at_once_and_what_it_replaced_no_more(recorded: Laptop) -> None:
    recorded.answer("policy_comment", "Something quite different")
    assert kinds(recorded, "quite") == ["answer"] and kinds(recorded, "cafe") == []


def test_what_was_taken_back_is_not_found(recorded: Laptop) -> None:
    recorded.append([Draft("finding", "f1", "removed", True)])
    assert kinds(recorded, "train") == []
    recorded.append([Draft("finding", "f1", "removed", False)])
    assert kinds(recorded, "train") == ["finding"]


def test_facts_of_the_form_and_plain_yes_and_no_are_left_out(recorded: Laptop) -> None:
    recorded.answer("instanceID", "uuid:01a20386-17da-7008-9b73-cbe7b32cacc8")
    recorded.answer("at", "2026-03-02T10:00:00.000+00:00")
    recorded.answer("asked", "yes")
    recorded.answer("number", "12.5")
    assert [find(recorded, text) for text in ("01a20386", "2026-03-02", "yes", "12")] == [[]] * 4


def test_of_very_many_matches_the_latest_are_shown(laptop: Laptop) -> None:
    texts = [f"common word {number}" for number in range(search.RANKED + 50)]
    laptop.append(
        [Draft("answer", f"{CHECKLIST}:q{n}", "value", text) for n, text in enumerate(texts)]
        + [Draft("finding", "f1", "title", "A common title")]
    )
    laptop.answer("last", "common and last")
    shown = find(laptop, "common", limit=5)
    assert shown[0].record == "f1" and shown[1].record == f"{CHECKLIST}:last"


def test_rebuilding_gives_the_same_index_and_verify_sees_another(recorded: Laptop) -> None:
    before = {text: kinds(recorded, text) for text in ("policy", "harb", "minutes", "cafe")}
    rebuild(recorded.database)
    assert {text: kinds(recorded, text) for text in before} == before
    assert verify(recorded.database) == []
    recorded.database.connection.execute("UPDATE search SET body = 'forged' WHERE rowid = 1")
    recorded.database.connection.execute("DELETE FROM search_entry WHERE record = 'e1'")
    assert {damage.code for damage in verify(recorded.database)} == {"search"}
    rebuild(recorded.database)
    assert verify(recorded.database) == []


@pytest.mark.parametrize("others", [0, 300])
def test_an_erased_word_is_in_no_page_of_the_index(laptop: Laptop, others: int) -> None:
    laptop.append(
        [Draft("answer", f"{CHECKLIST}:q{n}", "value", f"filler{n * 7919} text") for n in range(others)]
    )
    laptop.answer("name", "Met Zebedäus Quillfeather at breakfast")
    laptop.answer("other", "Quills are feathers")
    assert kinds(laptop, "quillf") == ["answer"]
    laptop.erase("name")
    assert kinds(laptop, "quillf") == [] and kinds(laptop, "quills") == ["answer"]
    plain = plain_pages(laptop.database.path, KEY).lower()
    assert [word for word in (b"quillfe", b"zebed", b"breakfa", b"uillfeath") if word in plain] == []
    assert verify(laptop.database) == []
