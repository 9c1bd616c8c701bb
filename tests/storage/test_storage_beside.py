from __future__ import annotations

from dataclasses import replace

import pytest
from journals_on_disk import CHECKLIST, INSPECTION, Laptop

from inspector_app.errors import KnownError
from inspector_app.journal.derived import DerivedRow
from inspector_app.storage.derived import Derived
from inspector_app.storage.files import Files, Secrets
from inspector_app.storage.office import BundleRow, DeviceRow, Office, ReceiptRow
from inspector_app.storage.register import Register, ServiceRow

HOUSE = ServiceRow("CS2003000001", "Example House", "care_home", "private", places=6, extra={"phone": "1"})


def row(key: str, value: str = "x") -> DerivedRow:
    return DerivedRow(key, f"/data/{key}", key, value, True)


def test_derived_rows_are_replaced_updated_and_taken_away_with_what_is_below(laptop: Laptop) -> None:
    derived = Derived(laptop.database)
    keys = ["policy", "staff/r1", "staff/r1/aware", "staff/r10/aware", "staff/r1-x"]
    derived.replace(INSPECTION, CHECKLIST, [row(key) for key in keys])
    derived.update(INSPECTION, CHECKLIST, [row("policy", "changed"), row("new")], gone=["staff/r1"])
    kept = {one.key: one.value for one in derived.of_instance(CHECKLIST)}
    assert kept == {"policy": "changed", "new": "x", "staff/r10/aware": "x", "staff/r1-x": "x"}
    derived.replace(INSPECTION, CHECKLIST, [])
    assert derived.of_instance(CHECKLIST) == ()


def test_a_service_with_a_known_number_takes_its_new_content(laptop: Laptop) -> None:
    register = Register(laptop.database)
    other = ServiceRow("CS2003000002", "Another House")
    assert register.put([HOUSE, other], "2026-03-02") == 2
    register.put([replace(HOUSE, name="Zebra House")], "2026-03-03")
    assert register.count() == 2 and register.list() == (other, replace(HOUSE, name="Zebra House"))
    assert register.get("CS2003000001") == replace(HOUSE, name="Zebra House")
    assert register.get("CS1") is None


def test_a_register_is_taken_in_as_a_whole_or_not_at_all(laptop: Laptop) -> None:
    register = Register(laptop.database)
    broken = replace(HOUSE, service_number="CS3", name=None)  # type: ignore[arg-type]
    with pytest.raises(Exception, match="NOT NULL"):
        register.put([HOUSE, broken], "2026-03-02")
    assert register.count() == 0


def test_a_file_is_kept_once_and_its_content_checked(laptop: Laptop) -> None:
    files = Files(laptop.database)
    digest = files.put(b"letter", media_type="application/pdf", name="a.pdf", added_at="t1")
    assert files.put(b"letter", media_type="application/pdf", name="b.pdf", added_at="t2") == digest
    assert files.get(digest) == b"letter"
    stored = files.info(digest)
    assert stored is not None and (stored.name, stored.size, stored.added_at) == ("a.pdf", 6, "t1")
    laptop.database.connection.execute("UPDATE blob SET content = x'00'")
    with pytest.raises(KnownError) as caught:
        files.get(digest)
    assert caught.value.code == "damaged"
    files.forget(digest)
    with pytest.raises(KnownError) as caught:
        files.get(digest)
    assert caught.value.code == "missing-file" and files.info(digest) is None


def test_a_secret_is_kept_by_name(laptop: Laptop) -> None:
    secrets = Secrets(laptop.database)
    assert secrets.get("signing") is None
    secrets.put("signing", b"1")
    secrets.put("signing", b"2")
    assert secrets.get("signing") == b"2"


def test_the_office_knows_devices_files_and_receipts(laptop: Laptop) -> None:
    office = Office(laptop.database)
    device = DeviceRow("d1", "Laptop 1", "{}", "pending", "2026-03-02")
    office.put_device(device)
    office.put_device(replace(device, state="accepted", accepted_at="2026-03-03"))
    assert office.device("d1") == replace(device, state="accepted", accepted_at="2026-03-03")
    assert office.device("d2") is None and len(office.devices()) == 1
    first = BundleRow("aa", "d1", INSPECTION, "t1", "quarantined", "unknown signer")
    second = BundleRow("aa", "d1", INSPECTION, "t2", "received")
    office.put_bundle(first), office.put_bundle(second), office.put_bundle(replace(first, sha256="bb"))
    assert office.bundles("aa") == (first, second) and len(office.bundles()) == 3
    receipt = ReceiptRow(INSPECTION, "d1", 7, "ff", "aa", "t3", "signed")
    office.put_receipts([receipt])
    assert office.receipts(INSPECTION) == (receipt,) and office.receipts("other") == ()


def test_a_device_is_in_no_state_but_the_three(laptop: Laptop) -> None:
    with pytest.raises(Exception, match="CHECK"):
        Office(laptop.database).put_device(DeviceRow("d1", "x", "{}", "trusted", "t"))  # type: ignore[arg-type]
