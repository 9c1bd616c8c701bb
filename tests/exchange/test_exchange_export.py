"""An export file arrives as it was sent, and stock tools can read it."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from parcels import FILES, NOW, SECRET_ANSWER, TOP, Laptop, Office, content_of, send, unzipped, zip_inside

from inspector_app.errors import KnownError
from inspector_app.exchange import layout, minisign
from inspector_app.exchange.archive import Source
from inspector_app.exchange.bundle import write_export
from inspector_app.exchange.heads import heads_of
from inspector_app.exchange.layout import Limits
from inspector_app.exchange.opened import open_export
from inspector_app.inspections.inspection import Realm
from inspector_app.journal.event import erase_content


def test_what_was_sent_is_what_arrives(tmp_path: Path) -> None:
    sent = send(tmp_path)
    with open_export(sent.path, [sent.office.primary.secret], spool=tmp_path) as arrived:
        assert arrived.events == tuple(sent.laptop.events)
        assert arrived.heads == heads_of(sent.laptop.events)
        assert arrived.card == sent.laptop.card
        assert (arrived.inspection_id, arrived.reference) == (sent.laptop.inspection, "INS-2026-7")
        assert (arrived.service_number, arrived.realm) == ("CS2003000001", Realm.LIVE)
        assert arrived.made_at == NOW
        assert set(arrived.hashes) == {*FILES, layout.JOURNAL}
        for name, data in FILES.items():
            assert arrived.read(name) == data
            assert arrived.size_of(name) == len(bytes(data))
        assert (arrived.sha256, arrived.size) == (sent.written.sha256, sent.written.size)
    assert os.listdir(tmp_path) == [sent.path.name]


def test_the_sealed_size_and_sha256_are_those_of_the_file(tmp_path: Path) -> None:
    import hashlib

    sent = send(tmp_path)
    data = sent.path.read_bytes()
    assert (sent.written.size, sent.written.sha256) == (len(data), hashlib.sha256(data).hexdigest())


def test_the_recovery_key_opens_it_too(tmp_path: Path) -> None:
    sent = send(tmp_path)
    with open_export(sent.path, [sent.office.recovery.secret], spool=tmp_path) as arrived:
        assert len(arrived.events) == 5


def test_after_closing_nothing_can_be_read(tmp_path: Path) -> None:
    sent = send(tmp_path)
    with open_export(sent.path, [sent.office.primary.secret], spool=tmp_path) as arrived:
        pass
    with pytest.raises(ValueError, match="closed"):
        arrived.read("answers.csv")


def test_two_laptops_chains_travel_in_one_file(tmp_path: Path) -> None:
    first, second, office = Laptop(1).record(3), Laptop(2).record(4), Office()
    events = [*second.events, *first.events]
    content = replace(content_of(first), events=reversed(events), heads=heads_of(events))
    path = tmp_path / "x.inspection"
    write_export(path, content, office.card.recipients, first.secret, first.card, NOW)
    with open_export(path, [office.primary.secret], spool=tmp_path) as arrived:
        assert arrived.events == (*first.events, *second.events)
        assert [head.seq for head in arrived.heads] == [3, 4]


def test_an_erased_event_travels_without_content_and_its_chain_verifies(tmp_path: Path) -> None:
    laptop, office = Laptop(), Office()
    laptop.record(2).write("Morag Invented", reason="said her name")
    laptop.events[2] = erase_content(laptop.events[2])
    laptop.record(1)
    path = tmp_path / "x.inspection"
    write_export(path, content_of(laptop), office.card.recipients, laptop.secret, laptop.card, NOW)
    assert not any(
        b"Morag" in data or b"her name" in data for data in unzipped(zip_inside(path, office)).values()
    )
    with open_export(path, [office.primary.secret], spool=tmp_path) as arrived:
        assert arrived.events[2].erased and arrived.events == tuple(laptop.events)


def test_the_same_content_gives_the_same_zip_and_only_the_seal_differs(tmp_path: Path) -> None:
    laptop, office = Laptop().record(5), Office()
    made = []
    for name in ("one", "two"):
        path = tmp_path / name
        write_export(path, content_of(laptop), office.card.recipients, laptop.secret, laptop.card, NOW)
        made.append((path.read_bytes(), zip_inside(path, office)))
    assert made[0][1] == made[1][1]
    assert made[0][0] != made[1][0]


def test_a_later_export_of_the_same_record_differs_in_its_time_only(tmp_path: Path) -> None:
    laptop, office = Laptop().record(5), Office()
    path = tmp_path / "x"
    parts = []
    for moment in (NOW, NOW + timedelta(days=1)):
        write_export(path, content_of(laptop), office.card.recipients, laptop.secret, laptop.card, moment)
        parts.append(unzipped(zip_inside(path, office)))
    different = {name for name in parts[0] if parts[0][name] != parts[1][name]}
    assert different == {"bag-info.txt", "tagmanifest-sha256.txt", layout.SIGNATURE}


def test_the_zip_holds_the_promised_layout_and_one_folder(tmp_path: Path) -> None:
    sent = send(tmp_path)
    inside = zip_inside(sent.path, sent.office)
    with zipfile.ZipFile(io.BytesIO(inside)) as archive:
        assert {name.split("/")[0] for name in archive.namelist()} == {TOP}
    assert set(unzipped(inside)) == {
        "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt",
        "tagmanifest-sha256.txt.minisig", "device.json", "heads.json", "data/journal.jsonl",
        *(f"data/{name}" for name in FILES),
    }  # fmt: skip


def test_no_answer_stands_in_the_sealed_file(tmp_path: Path) -> None:
    sent = send(tmp_path)
    data = sent.path.read_bytes()
    for word in (SECRET_ANSWER, "Isla Example", "CS2003000001", "INS-2026-7", "journal.jsonl"):
        assert word.encode() not in data


@pytest.mark.parametrize(
    "files",
    [
        {"attachments/a.jpg": lambda: io.BytesIO(b"from a stream")},
        {"attachments/Überblick – Büro.txt": b"letters of all kinds"},
        {"attachments/empty.txt": b""},
        {},
    ],
    ids=["stream", "unicode", "empty", "none"],
)
def test_all_kinds_of_files_arrive(tmp_path: Path, files: Mapping[str, Source]) -> None:
    sent = send(tmp_path, files=files)
    with open_export(sent.path, [sent.office.primary.secret], spool=tmp_path) as arrived:
        for name, source in files.items():
            assert arrived.read(name) == (source if isinstance(source, bytes) else b"from a stream")


def test_a_file_on_disk_arrives(tmp_path: Path) -> None:
    (tmp_path / "in").write_bytes(b"from the disk")
    sent = send(tmp_path, files={"attachments/a.txt": tmp_path / "in"})
    with open_export(sent.path, [sent.office.primary.secret], spool=tmp_path) as arrived:
        assert arrived.read("attachments/a.txt") == b"from the disk"


@pytest.mark.parametrize(
    "name",
    [
        "../up.txt",
        "/root.txt",
        "a//b",
        "a/./b",
        "c:\\x",
        "a/b ",
        "CON",
        "attachments/nul.txt",
        "x\ny",
        "50%",
        "",
    ],
)
def test_a_name_that_is_not_safe_on_every_system_is_never_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError):
        send(tmp_path, files={name: b"x"})
    assert os.listdir(tmp_path) == []


def test_a_record_whose_chain_is_broken_is_not_exported(tmp_path: Path) -> None:
    laptop, office = Laptop().record(4), Office()
    laptop.events[1] = replace(laptop.events[1], value="altered in the database")
    with pytest.raises(KnownError) as refused:
        write_export(
            tmp_path / "x", content_of(laptop), office.card.recipients, laptop.secret, laptop.card, NOW
        )
    assert refused.value.code == "record-damaged"
    assert "INS-2026-7" in refused.value.message and "number 2" in refused.value.message
    assert os.listdir(tmp_path) == []


def test_an_inspection_beyond_the_limits_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    laptop, office = Laptop().record(4), Office()
    for limits in (Limits(unpacked=4000), Limits(journal=500), Limits(entries=3)):
        with pytest.raises(KnownError) as refused:
            write_export(
                tmp_path / "x", content_of(laptop), office.card.recipients, laptop.secret, laptop.card, NOW,
                limits=limits,
            )  # fmt: skip
        assert refused.value.code == "export-too-large"
    assert os.listdir(tmp_path) == []


def test_a_missing_attachment_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as refused:
        send(tmp_path, files={"attachments/a.jpg": tmp_path / "gone.jpg"})
    assert refused.value.code == "file-missing" and "gone.jpg" in refused.value.message
    assert os.listdir(tmp_path) == []


def test_an_example_laptop_cannot_sign_live_work() -> None:
    laptop, office = Laptop(realm=Realm.EXAMPLE).record(1), Office()
    content = replace(content_of(laptop), realm=Realm.LIVE)
    with pytest.raises(ValueError, match="realm"):
        write_export(Path("x"), content, office.card.recipients, laptop.secret, laptop.card, NOW)


def test_text_that_squeezes_almost_to_nothing_still_arrives(tmp_path: Path) -> None:
    size = 70_000_000
    sent = send(tmp_path, files={"answers.json": b"a" * size})
    with open_export(sent.path, [sent.office.primary.secret], spool=tmp_path) as arrived:
        assert arrived.size_of("answers.json") == size


def test_file_names_are_made_of_the_service_and_the_reference() -> None:
    assert layout.file_name("CS2003000001", "INS/2026 7") == "CS2003000001_INS-2026-7.inspection"
    with pytest.raises(ValueError):
        layout.file_name("CS2003000001", "…")


def unpacked_by_stock_tools(tmp_path: Path, *more: str) -> tuple[Path, Path]:
    for tool in ("age", "unzip", *more):
        if shutil.which(tool) is None:
            pytest.skip(f"the stock tool {tool} is not installed here")
    sent = send(tmp_path)
    (tmp_path / "office.key").write_text(sent.office.primary.secret + "\n")
    key = tmp_path / "laptop.pub"
    key.write_text(minisign.public_key_file(sent.laptop.card.signing_key))
    run(["age", "-d", "-i", "office.key", "-o", "opened.zip", sent.path.name], tmp_path)
    run(["unzip", "-q", "opened.zip", "-d", "out"], tmp_path)
    return tmp_path / "out" / TOP, key


def run(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_stock_age_unzip_and_minisign_accept_it(tmp_path: Path) -> None:
    folder, key = unpacked_by_stock_tools(tmp_path, "minisign")
    said = run(["minisign", "-V", "-p", str(key), "-m", "tagmanifest-sha256.txt"], folder)
    assert "Signature and comment signature verified" in said
    assert SECRET_ANSWER in (folder / "data" / "journal.jsonl").read_text(encoding="utf-8")


def test_sha256sum_accepts_both_manifests(tmp_path: Path) -> None:
    folder, _ = unpacked_by_stock_tools(tmp_path, "sha256sum")
    said = run(["sha256sum", "--strict", "-c", "manifest-sha256.txt", "tagmanifest-sha256.txt"], folder)
    assert said.count(": OK") == len(FILES) + 1 + 5


def test_the_bagit_package_accepts_the_bag(tmp_path: Path) -> None:
    bagit = pytest.importorskip("bagit")
    sent = send(tmp_path)
    with zipfile.ZipFile(io.BytesIO(zip_inside(sent.path, sent.office))) as archive:
        archive.extractall(tmp_path / "out")
    bag = bagit.Bag(str(tmp_path / "out" / TOP))
    assert bag.validate()
    assert bag.version_info == (1, 0) and bag.info["External-Identifier"] == "INS-2026-7"
