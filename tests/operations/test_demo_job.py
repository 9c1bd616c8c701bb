"""The whole job on the built-in example, looked at from outside and with other people's tools."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import tomllib
import zipfile
from pathlib import Path

import page
import pytest

from inspector_app.errors import KnownError
from inspector_app.operations.demo import run_demo
from inspector_app.operations.desk import Desk
from inspector_app.operations.letter import make_letter
from inspector_app.operations.office import receive
from inspector_app.operations.program import Program
from inspector_app.operations.tables import national_tables
from inspector_app.resources import path as resource_path


def needs(*tools: str) -> None:
    absent = [tool for tool in tools if shutil.which(tool) is None]
    if absent:
        pytest.skip(f"not installed: {', '.join(absent)}")


def answers_typed() -> list[str]:
    """Every text of the example that an inspector typed: none may stand anywhere in the clear."""
    data = tomllib.loads(
        resource_path("frameworks", "cse-2016", "example", "inspection.toml").read_text(encoding="utf-8")
    )
    typed = [value for name, value in data["answers"].items() if name.endswith(("_comment", "_reason"))]
    typed += [row[name] for row in data["staff"] for name in ("designation", "note") if name in row]
    typed += [piece["text"] for piece in data["evidence"]]
    return [text for text in typed if len(text) > 10]


def rows_of(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))))


def test_it_takes_seconds_and_not_minutes(demo) -> None:
    assert demo.seconds < 30


def test_it_makes_every_promised_file(demo) -> None:
    promised = [
        "laptop/inspector.db",
        "letter.pdf",
        "CS9900000001_EX-2026-0001.inspection",
        "office/office.db",
        "office/office.key",
        "tables/national.csv",
        "tables/national.xlsx",
        "README.txt",
    ]
    assert [name for name in promised if not (demo.folder / name).is_file()] == []
    assert "demo" in (demo.folder / "README.txt").read_text(encoding="utf-8")


def test_it_refuses_a_folder_with_something_in_it(program: Program, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(KnownError, match="not empty"):
        run_demo(program, tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_no_answer_stands_in_the_clear_in_any_file_but_the_letter(demo) -> None:
    typed = answers_typed()
    assert len(typed) > 10
    found = []
    for file in demo.folder.rglob("*"):
        if not file.is_file() or file.name in ("letter.pdf",):
            continue
        content = file.read_bytes()
        for text in typed:
            for encoding in ("utf-8", "utf-16-le"):
                if text.encode(encoding) in content:
                    found.append(f"{file.name}: {text}")
    assert found == []


def test_the_letter_is_accessible_by_an_independent_validator(demo) -> None:
    report = page.validate_pdf_bytes(demo.files["letter"].read_bytes(), profile="ua1")
    assert report.is_compliant, report


def test_the_letter_says_what_the_record_says_and_makes_the_same_bytes(demo, laptop: Desk) -> None:
    inspection = laptop.find("EX-2026-0001")
    issued_on = laptop.today()
    first = make_letter(laptop, inspection, issued_on=issued_on)
    again = make_letter(laptop, inspection, issued_on=issued_on)
    assert first.pdf == again.pdf
    assert [f.kind for f in first.letter.requirements] == ["requirement"]
    assert len(first.letter.recommendations) == 3
    assert "exactly half" in " ".join(answer.answer for answer in first.letter.checklist)


def test_the_stock_tools_open_the_export_and_check_its_signature(demo, tmp_path: Path) -> None:
    needs("age", "minisign", "sha256sum")
    bag = tmp_path / "bag.zip"
    command = ["age", "-d", "-i", str(demo.files["office_key"]), "-o", str(bag), str(demo.files["export"])]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    with zipfile.ZipFile(bag) as archive:
        archive.extractall(tmp_path)
    (top,) = [path for path in tmp_path.iterdir() if path.is_dir()]
    card = json.loads((top / "device.json").read_text(encoding="utf-8"))
    key = find_key(card)
    signed = "tagmanifest-sha256.txt"
    verify = ["minisign", "-V", "-P", key, "-m", signed]
    subprocess.run(verify, cwd=top, check=True, capture_output=True, timeout=600)
    for manifest in (signed, "manifest-sha256.txt"):
        subprocess.run(["sha256sum", "-c", "--quiet", manifest], cwd=top, check=True, timeout=600)
    journal = (top / "data" / "journal.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(journal) > 100
    answers = rows_of(top / "data" / "answers.csv")
    assert {"policy": "in_place", "systems": "no"}.items() <= {a["name"]: a["value"] for a in answers}.items()


def find_key(card: object) -> str:
    """The minisign public key wherever it stands in the card."""
    if isinstance(card, dict):
        if isinstance(card.get("signing_key"), str):
            return card["signing_key"]
        return next(filter(None, map(find_key, card.values())), "")
    return ""


def test_the_office_key_is_the_only_one_that_opens_the_export(demo, tmp_path: Path) -> None:
    needs("age", "age-keygen")
    other = tmp_path / "other.key"
    subprocess.run(["age-keygen", "-o", str(other)], check=True, capture_output=True, timeout=600)
    run = subprocess.run(
        ["age", "-d", "-i", str(other), str(demo.files["export"])],
        capture_output=True,
        timeout=600,
        check=False,
    )
    assert run.returncode != 0 and run.stdout == b""


def test_the_tables_count_the_inspection(demo) -> None:
    rows = rows_of(demo.files["national_csv"])
    assert list(rows[0]) == ["question", "breakdown", "group", "answer", "count", "base", "percent"]
    overall = {(r["question"], r["answer"]): r for r in rows if r["breakdown"] == "overall"}
    assert overall["policy", "in_place"]["percent"] == "100"
    assert overall["aware_indicators", "minority"]["count"] == "1"
    assert overall["systems", "yes_or_partially"] == {
        "question": "systems", "breakdown": "overall", "group": "all", "answer": "yes_or_partially",
        "count": "0", "base": "1", "percent": "0",
    }  # fmt: skip


def test_receiving_the_same_file_again_changes_nothing(demo, office: Desk) -> None:
    before = national_tables(office)
    (outcome,) = receive(office, [demo.files["export"]])
    assert outcome.outcome == "known"
    assert national_tables(office).national == before.national


def test_databases_are_whole(demo, laptop: Desk, office: Desk) -> None:
    for desk in (laptop, office):
        assert desk.store.care.verify(lambda done, total: None) == []
