"""A small invented year, one inspection a row, through the same way as the 332 of `make national`."""

from __future__ import annotations

import csv
import io
import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from inspector_app.errors import KnownError
from inspector_app.inspections.inspection import Realm
from inspector_app.operations.demo import PASSPHRASE
from inspector_app.operations.demo_national import run_national
from inspector_app.operations.office import accept_device, receive
from inspector_app.operations.program import Program
from inspector_app.operations.set_up import device_card, open_desk, set_up_office
from inspector_app.operations.tables import national_tables, write_tables

SAMPLE = Path(__file__).with_name("small_sample.csv")


@dataclass(frozen=True)
class Year:
    folder: Path
    files: dict[str, Path]


@pytest.fixture(scope="module")
def year(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Year:
    folder = tmp_path_factory.mktemp("year") / "out"
    return Year(folder, run_national(program, SAMPLE, folder))


def rows_of(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))))


def test_every_count_is_the_one_of_the_sample(year: Year) -> None:
    sample = rows_of(SAMPLE)
    cells = {
        (row["question"], row["answer"]): int(row["count"])
        for row in rows_of(year.files["national_csv"])
        if row["breakdown"] == "overall"
    }
    questions = (
        "policy",
        "policy_framework",
        "aware_responsibilities",
        "aware_indicators",
        "systems",
        "care_plans",
    )
    for question in questions:
        for answer, count in Counter(row[question] for row in sample if row[question]).items():
            assert cells[question, answer] == count, (question, answer)


def test_findings_are_counted_with_their_services(year: Year) -> None:
    cells = {(row["kind"], row["group"]): row for row in rows_of(year.files["outcomes_csv"])}
    assert (cells["recommendation", "all"]["findings"], cells["recommendation", "all"]["services"]) == (
        "4",
        "3",
    )
    assert (cells["requirement", "all"]["findings"], cells["requirement", "all"]["services"]) == ("3", "2")


def test_exactly_half_aware_keeps_the_choice_with_its_reason(
    program: Program, year: Year, tmp_path: Path
) -> None:
    desk = open_desk(program, year.files["laptop_database"], PASSPHRASE)
    try:
        inspection = desk.find("EX-2016-0004")
        answers = {
            record.rsplit("/", 1)[-1]: fields["value"]
            for record, fields in desk.store.records(inspection.id, "answer").items()
            if "[" not in record
        }
        assert answers["aware_responsibilities_choice"] == "minority"
        assert answers["aware_responsibilities_reason"]
    finally:
        desk.store.close()


def test_received_twice_and_shuffled_the_tables_are_the_same(
    program: Program, year: Year, tmp_path: Path
) -> None:
    """The same office keys are needed to read the files, so the office is a copy with an empty journal: it
    receives in another order, some files twice."""
    files = sorted(year.files["exports"].iterdir())
    source = random.Random(3)
    office = open_desk(program, year.files["office_database"], PASSPHRASE)
    try:
        first = write_tables(office, national_tables(office), tmp_path / "first")
        shuffled = files * 2
        source.shuffle(shuffled)
        outcomes = receive(office, shuffled)
        assert {outcome.outcome for outcome in outcomes} == {"known"}
        again = write_tables(office, national_tables(office), tmp_path / "again")
    finally:
        office.store.close()
    for name in ("national_csv", "outcomes_csv"):
        assert first[name].read_bytes() == again[name].read_bytes()


def test_order_and_repetition_do_not_matter_to_an_office_that_starts_empty(
    program: Program, year: Year, tmp_path: Path
) -> None:
    laptop = open_desk(program, year.files["laptop_database"], PASSPHRASE)
    card, _ = device_card(laptop)
    laptop.store.close()
    original = open_desk(program, year.files["office_database"], PASSPHRASE)
    keys = {name: original.store.secret(name) for name in ("age-identity", "signing-key", "office.pub")}
    original.store.close()
    expected = year.files["national_csv"].read_bytes()
    for seed in range(2):
        made = set_up_office(program, tmp_path / str(seed), "s", "Same office elsewhere", Realm.EXAMPLE)
        for name, value in keys.items():
            made.desk.store.put_secret(name, value)
        accept_device(made.desk, card)
        files = sorted(year.files["exports"].iterdir())
        files += files[::2]
        random.Random(seed).shuffle(files)
        outcomes = Counter(outcome.outcome for outcome in receive(made.desk, files))
        assert outcomes == {"received": 7, "known": 4}
        tables = write_tables(made.desk, national_tables(made.desk), tmp_path / f"tables-{seed}")
        made.desk.store.close()
        assert tables["national_csv"].read_bytes() == expected


def test_a_malformed_sample_is_refused_by_row_and_column_and_nothing_is_made(
    program: Program, tmp_path: Path
) -> None:
    lines = SAMPLE.read_text(encoding="utf-8").splitlines()
    lines[3] = lines[3].replace("2016-05-04", "4 May")
    bad = tmp_path / "bad.csv"
    bad.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(KnownError, match=r"Row 4, column inspected_on"):
        run_national(program, bad, tmp_path / "out")
    assert not (tmp_path / "out").exists()
