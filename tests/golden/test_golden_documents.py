"""The documents of the example stay as they were looked at; `python -m tests.golden` renews them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "documents"))

from example_documents import FOLDER, Made, described, make_documents
from page_checks import failures, misplaced
from pdf_reader import ReadPdf

NAMES = sorted(file.stem for file in FOLDER.glob("*.txt"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make_documents(tmp_path_factory.mktemp("golden") / "example")


def test_every_document_of_the_example_has_its_golden_file(made: Made) -> None:
    assert sorted(made.files) == NAMES
    kinds = {name.removesuffix("-large") for name in NAMES}
    assert kinds == {
        "letter", "letter-again", "feedback", "action-plan", "accuracy", "record", "follow-up", "complaint",
        "summary",
    }  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_the_document_says_what_it_said(made: Made, name: str) -> None:
    assert described(made.files[name]) == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_document_conforms(made: Made, name: str) -> None:
    data = made.files[name]
    assert failures(data, "ua1") == [] and failures(data, "2a") == [] and misplaced(ReadPdf(data)) == []
