"""How long copies stay is data of the framework pack, read strictly."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector_app import resources
from inspector_app.errors import KnownError
from inspector_app.inspections.retention_rules import RETENTION_FILE, load_retention, shipped_retention

GOOD = 'default = "short"\npractice = "none"\n' + "".join(
    f'[[class]]\ncode = "{code}"\nlabel = "Class {code}"\ndays = {days}\n'
    for code, days in (("short", 30), ("long", 900), ("none", 0))
)


def write(folder: Path, text: str) -> Path:
    (folder / RETENTION_FILE).write_text(text, "utf-8")
    return folder


def test_every_shipped_framework_has_rules() -> None:
    folders = [one for one in resources.path("frameworks").iterdir() if (one / "framework.toml").is_file()]
    assert folders
    for folder in folders:
        rules = shipped_retention(folder.name)
        assert rules.of("", "live").days > 0 == rules.of("", "example").days


def test_the_days_are_those_of_the_pack(tmp_path: Path) -> None:
    rules = load_retention(write(tmp_path, GOOD))
    assert {name: one.days for name, one in rules.classes.items()} == {"short": 30, "long": 900, "none": 0}
    assert rules.of("long", "live").words == "Class long"
    assert rules.of("long", "example").name == "long"
    for unknown in ("", "of another pack"):
        assert (rules.of(unknown, "live").name, rules.of(unknown, "example").name) == ("short", "none")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('default = "short"', 'default = "shorter"', "shorter"),
        ('practice = "none"\n', "", "practice"),
        ("days = 30", "days = -1", "days"),
        ("days = 30", 'days = "30"', "days"),
        ('code = "long"', 'code = "short"', "short"),
        ('label = "Class long"', "", "label"),
        ("days = 900", "days = 900\nweeks = 1", "weeks"),
    ],
)
def test_a_slip_is_named(tmp_path: Path, before: str, after: str, said: str) -> None:
    assert before in GOOD
    with pytest.raises(KnownError) as caught:
        load_retention(write(tmp_path, GOOD.replace(before, after, 1)))
    assert caught.value.code == "framework-invalid" and said in caught.value.message
    assert RETENTION_FILE in caught.value.message


def test_a_pack_without_rules_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        load_retention(tmp_path)
    assert caught.value.code == "framework-invalid"
