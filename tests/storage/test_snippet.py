from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.storage.snippet import BEGIN, CUT, END, LENGTH, WORD, plain, snippet

NUMBERS = " ".join(f"word{number}" for number in range(40))
WORDS = st.text(alphabet="abäe\u0301cé -_1.,…\n", max_size=200)


@pytest.mark.parametrize(
    ("text", "typed", "expected"),
    [
        ("Finish the policy", "pol", "Finish the \x02policy\x03"),
        ("Finish the policy.", "POLICY the ", "Finish \x02the\x03 \x02policy\x03."),
        ("The café, said", "cafe", "The \x02café\x03, said"),
        ("The café", "CAFÉ", "The \x02café\x03"),
        ("policies", "policy ", ""),
        ("policies", "pol ici", ""),
        (NUMBERS, "word39", f"…{NUMBERS[NUMBERS.index('word24') : -6]}\x02word39\x03"),
    ],
)
def test_what_matched_is_marked_and_the_last_word_may_be_unfinished(
    text: str, typed: str, expected: str
) -> None:
    assert snippet([text], typed) == expected


def test_a_word_in_the_middle_of_a_long_text_stands_in_the_middle_of_its_stretch() -> None:
    found = snippet([NUMBERS], "word20 ")
    assert found.startswith(CUT) and found.endswith(CUT) and f"{BEGIN}word20{END}" in found
    before, after = found.split(f"{BEGIN}word20{END}")
    assert abs(len(WORD.findall(before)) - len(WORD.findall(after))) <= 1


def test_the_text_with_more_of_the_typed_words_is_shown() -> None:
    texts = ["A policy", "A policy about training", "Training about a policy, again"]
    assert snippet(texts, "policy training") == "A \x02policy\x03 about \x02training\x03"


@given(st.lists(WORDS, max_size=3), WORDS)
def test_a_stretch_is_part_of_one_text_with_every_match_marked(texts: list[str], typed: str) -> None:
    found = snippet(texts, typed)
    words = [plain(word) for word in WORD.findall(typed)]
    whole = words if typed[-1:].isspace() else words[:-1]
    beginning = words[-1] if words and not typed[-1:].isspace() else None

    def matches(word: str) -> bool:
        return plain(word) in whole or (beginning is not None and plain(word).startswith(beginning))

    anywhere = any(matches(word) for text in texts for word in WORD.findall(text))
    assert bool(found) == anywhere
    if not found:
        return
    bare = found.replace(BEGIN, "").replace(END, "")
    inner = bare[bare.startswith(CUT) : len(bare) - bare.endswith(CUT)]
    assert any(piece in text for text in texts for piece in (bare, inner, bare[1:], bare[:-1]))
    marked = [part.split(END)[0] for part in found.split(BEGIN)[1:]]
    assert marked == [word for word in WORD.findall(bare) if matches(word)]
    assert 0 < len(WORD.findall(bare)) <= LENGTH
