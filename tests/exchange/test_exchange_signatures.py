"""Minisign signatures and the documents that head office and laptops sign."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parcels import INSPECTION, NOW, OTHER_INSPECTION, Laptop, Office, swapped

from inspector_app.errors import KnownError
from inspector_app.exchange import age, minisign, signed
from inspector_app.exchange.cards import (
    read_device_card,
    read_office_card,
    write_device_card,
    write_office_card,
)
from inspector_app.exchange.heads import heads_of
from inspector_app.exchange.pack import Pack, read_pack, write_pack
from inspector_app.exchange.receipt import Arrival, Receipt, read_receipt, write_receipt
from inspector_app.inspections.inspection import Realm
from inspector_app.journal.event import Json

SECRET = bytes(range(32))
PUBLIC = minisign.public_of(SECRET)


@given(data=st.binary(max_size=500), comment=st.text("abc äö-:,", max_size=80))
def test_a_signature_verifies_and_gives_its_comment(data: bytes, comment: str) -> None:
    assert minisign.verify(data, minisign.sign(data, SECRET, comment), PUBLIC) == comment


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text[:-1],
        lambda text: text + "\n",
        lambda text: text.replace("trusted comment: made", "trusted comment: Made"),
        lambda text: text.replace("untrusted", "mistrusted"),
        lambda text: "\n".join(
            swapped(line, 40) if n == 1 else line for n, line in enumerate(text.split("\n"))
        ),
        lambda text: "\n".join(
            swapped(line, 40) if n == 3 else line for n, line in enumerate(text.split("\n"))
        ),
        lambda text: "\n".join(
            swapped(line, 0) if n == 1 else line for n, line in enumerate(text.split("\n"))
        ),
        lambda text: "\n".join(
            swapped(line, 5) if n == 1 else line for n, line in enumerate(text.split("\n"))
        ),
        lambda text: text.replace("=", "*"),
        lambda text: "",
        lambda text: text.replace("\n", "\r\n"),
    ],
)
def test_an_altered_signature_is_refused(spoil: Callable[[str], str]) -> None:
    text = minisign.sign(b"data", SECRET, "made today")
    assert spoil(text) != text
    with pytest.raises(KnownError) as refused:
        minisign.verify(b"data", spoil(text), PUBLIC)
    assert refused.value.code == "signature"


def test_other_data_and_another_key_are_refused() -> None:
    text = minisign.sign(b"data", SECRET, "made today")
    for data, public in ((b"Data", PUBLIC), (b"data", minisign.public_of(bytes(32)))):
        with pytest.raises(KnownError) as refused:
            minisign.verify(data, text, public)
        assert refused.value.code == "signature"


def test_a_key_has_one_text_and_a_wrong_text_is_no_key() -> None:
    text = minisign.public_key_text(PUBLIC)
    assert text.startswith("RW") and minisign.parse_public_key(text) == PUBLIC
    for wrong in ("", "RW", swapped(text, 20), swapped(text, 0), swapped(text, 4), text[:-1], text + "A"):
        with pytest.raises(ValueError):
            minisign.parse_public_key(wrong)


def test_a_comment_of_two_lines_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError):
        minisign.sign(b"", SECRET, "one\ntwo")


def test_new_keys_differ() -> None:
    assert minisign.new_secret() != minisign.new_secret() and len(minisign.new_secret()) == 32


def test_stock_minisign_accepts_ours_and_refuses_altered_data(tmp_path: Path) -> None:
    if shutil.which("minisign") is None:
        pytest.skip("the stock tool minisign is not installed here")
    (tmp_path / "key.pub").write_text(minisign.public_key_file(PUBLIC))
    (tmp_path / "data").write_bytes(b"data")
    (tmp_path / "data.minisig").write_text(minisign.sign(b"data", SECRET, "made today"))
    for key in (["-p", "key.pub"], ["-P", minisign.public_key_text(PUBLIC)]):
        command = ["minisign", "-V", *key, "-m", "data"]
        said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=600, check=True)
        assert "made today" in said.stdout
    (tmp_path / "data").write_bytes(b"Data")
    assert (
        subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=600, check=False).returncode == 1
    )


def test_cards_are_read_as_written() -> None:
    laptop, office = Laptop(), Office()
    assert read_device_card(write_device_card(laptop.card, laptop.secret)) == laptop.card
    assert read_office_card(write_office_card(office.card, office.secret)) == office.card


def test_a_card_made_at_a_local_hour_says_it_in_utc() -> None:
    laptop = Laptop()
    local = NOW.astimezone(timezone(timedelta(hours=5)))
    data = write_device_card(replace(laptop.card, made_at=local), laptop.secret)
    assert read_device_card(data) == laptop.card
    with pytest.raises(ValueError):
        write_device_card(replace(laptop.card, made_at=NOW.replace(tzinfo=None)), laptop.secret)


def test_a_fingerprint_is_six_groups_of_four_and_changes_with_any_part() -> None:
    card = Laptop().card
    seen = {card.fingerprint}
    assert all(len(group) == 4 for group in card.fingerprint.split("-"))
    assert card.fingerprint.count("-") == 5 and not set(card.fingerprint) & set("ILOU")
    for changed in (
        replace(card, name="Other"),
        replace(card, role="other"),
        replace(card, realm=Realm.EXAMPLE),
        replace(card, recipient=age.new_identity().recipient),
        replace(card, signing_key=PUBLIC),
    ):
        seen.add(changed.fingerprint)
    office = Office().card
    seen |= {office.fingerprint, replace(office, name="Other").fingerprint}
    assert len(seen) == 8


def test_a_card_signed_with_another_key_cannot_be_written() -> None:
    with pytest.raises(ValueError):
        write_device_card(Laptop().card, SECRET)
    with pytest.raises(ValueError):
        write_office_card(Office().card, SECRET)


def test_an_office_needs_two_different_recipients() -> None:
    office = Office()
    one = office.primary.recipient
    with pytest.raises(ValueError):
        write_office_card(replace(office.card, recipients=(one, one)), office.secret)


def test_any_altered_letter_of_a_card_is_refused() -> None:
    laptop, office = Laptop(), Office()
    for data, read in (
        (write_device_card(laptop.card, laptop.secret), read_device_card),
        (write_office_card(office.card, office.secret), read_office_card),
    ):
        for position, byte in enumerate(data):
            if chr(byte).isspace():
                continue
            changed = bytearray(data)
            changed[position] ^= 1
            with pytest.raises(KnownError) as refused:
                read(bytes(changed), "card.json")
            assert refused.value.code in ("card-altered", "card-newer")
            assert "card.json" in refused.value.message


@given(noise=st.binary(max_size=300))
def test_noise_is_no_card(noise: bytes) -> None:
    for read in (read_device_card, read_office_card):
        with pytest.raises(KnownError):
            read(noise)


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[]",
        "1",
        "null",
        '{"format":"inspector-device-card"}',
        "[" * 50_000,
        '{"a":1,"a":1}',
        '{"a":NaN}',
    ],
)
def test_json_that_is_no_card_is_refused(text: str) -> None:
    with pytest.raises(KnownError) as refused:
        read_device_card(text.encode())
    assert refused.value.code == "card-altered"
    with pytest.raises(KnownError):
        read_device_card(b" " * 100_000)


def body_of(data: bytes) -> dict[str, Json]:
    body: dict[str, Json] = json.loads(data)
    del body["signature"], body["format"], body["version"]
    return body


def test_a_well_signed_card_with_wrong_facts_is_refused() -> None:
    laptop = Laptop()
    body = body_of(write_device_card(laptop.card, laptop.secret))
    kind = signed.Kind("inspector-device-card", 1, "device card", "card")
    assert read_device_card(signed.write(kind, body, laptop.secret)) == laptop.card
    changes: list[dict[str, Json]] = [
        {"device": "laptop-1"},
        {"realm": "dream"},
        {"recipient": "age1wrong"},
        {"signing_key": "RWwrong"},
        {"author": "Isla Example"},
        {"author": {"name": "Isla Example"}},
        {"made_at": "2026-11-22 12:38"},
        {"made_at": "2026-11-22T1:38:00Z"},
        {"name": ""},
        {"name": 7},
        {"more": "x"},
    ]
    for change in changes:
        with pytest.raises(KnownError) as refused:
            read_device_card(signed.write(kind, {**body, **change}, laptop.secret))
        assert refused.value.code == "card-altered"


def test_a_card_of_a_newer_version_says_update() -> None:
    laptop = Laptop()
    body = body_of(write_device_card(laptop.card, laptop.secret))
    newer = signed.Kind("inspector-device-card", 2, "device card", "card")
    with pytest.raises(KnownError) as refused:
        read_device_card(signed.write(newer, {**body, "more": 1}, laptop.secret))
    assert refused.value.code == "card-newer" and "Update" in refused.value.advice


def test_an_office_card_is_no_device_card() -> None:
    office = Office()
    with pytest.raises(KnownError) as refused:
        read_device_card(write_office_card(office.card, office.secret))
    assert refused.value.code == "card-altered"


def pack_of(office: Office) -> Pack:
    laptop = Laptop()
    return Pack(
        number=3,
        realm=Realm.LIVE,
        framework="cse-2016",
        register=({"service_number": "CS2003000001", "name": "Invented House", "places": ""},),
        recipients=office.card.recipients,
        devices=(write_device_card(laptop.card, laptop.secret),),
        revoked=(Laptop(7).device,),
        made_at=NOW,
    )


def test_a_pack_is_read_as_written_signed_or_sealed() -> None:
    office, laptop = Office(), Laptop()
    pack = pack_of(office)
    assert read_pack(write_pack(pack, office.secret), office.card) == pack
    sealed = write_pack(pack, office.secret, [laptop.identity.recipient])
    assert b"Invented House" not in sealed
    assert read_pack(sealed, office.card, [laptop.identity.secret]) == pack
    assert [card.device for card in pack.cards()] == [laptop.device]
    with pytest.raises(KnownError) as refused:
        read_pack(sealed, office.card, [Laptop(2).identity.secret])
    assert refused.value.code == "pack-not-ours"


def test_a_pack_that_the_office_did_not_sign_is_refused() -> None:
    office = Office()
    pack = pack_of(office)
    good = write_pack(pack, office.secret)
    for data in (write_pack(pack, SECRET), good.replace(b"Invented House", b"Invented Hall!")):
        with pytest.raises(KnownError) as refused:
            read_pack(data, office.card, subject="june.pack")
        assert refused.value.code == "pack-not-office" and "june.pack" in refused.value.message


def test_a_pack_for_training_is_refused_by_a_live_office_card() -> None:
    office = Office()
    with pytest.raises(KnownError) as refused:
        read_pack(write_pack(replace(pack_of(office), realm=Realm.EXAMPLE), office.secret), office.card)
    assert refused.value.code == "pack-not-office"


def test_a_pack_with_wrong_parts_is_refused_though_signed() -> None:
    office = Office()
    pack = pack_of(office)
    for wrong in (
        replace(pack, number=0),
        replace(pack, revoked=("x",)),
        replace(pack, devices=(b"{}",)),
        replace(pack, register=({"places": 7},)),  # type: ignore[dict-item]
    ):
        with pytest.raises(KnownError) as refused:
            read_pack(write_pack(wrong, office.secret), office.card)
        assert refused.value.code in ("pack-altered", "card-altered")
    with pytest.raises(ValueError):
        write_pack(replace(pack, recipients=()), office.secret)


def receipt_of() -> Receipt:
    laptop = Laptop().record(3)
    arrival = Arrival("ab" * 32, NOW, INSPECTION, "INS-2026-7", heads_of(laptop.events))
    return Receipt(laptop.device, Realm.LIVE, (arrival,), NOW)


def test_a_receipt_is_read_as_written() -> None:
    office = Office()
    assert read_receipt(write_receipt(receipt_of(), office.secret), office.card) == receipt_of()


def test_a_receipt_that_the_office_did_not_sign_is_refused() -> None:
    office = Office()
    good = write_receipt(receipt_of(), office.secret)
    for data in (write_receipt(receipt_of(), SECRET), good.replace(b'"seq": 3', b'"seq": 9')):
        assert data != good
        with pytest.raises(KnownError) as refused:
            read_receipt(data, office.card)
        assert refused.value.code == "receipt-not-office"


def test_a_receipt_with_wrong_parts_is_refused_though_signed() -> None:
    office = Office()
    receipt = receipt_of()
    arrival = receipt.arrivals[0]
    for wrong in (
        replace(receipt, device="x"),
        replace(receipt, realm=Realm.EXAMPLE),
        replace(receipt, arrivals=(replace(arrival, sha256="xy"),)),
        replace(receipt, arrivals=(replace(arrival, inspection="x"),)),
        replace(receipt, arrivals=(replace(arrival, inspection=OTHER_INSPECTION),)),
        replace(receipt, arrivals=(replace(arrival, heads=(replace(arrival.heads[0], seq=0),)),)),
    ):
        with pytest.raises(KnownError) as refused:
            read_receipt(write_receipt(wrong, office.secret), office.card)
        assert refused.value.code in ("receipt-altered", "receipt-not-office")


def test_a_card_cannot_be_passed_off_as_a_receipt() -> None:
    office = Office()
    with pytest.raises(KnownError) as refused:
        read_receipt(write_office_card(office.card, office.secret), office.card)
    assert refused.value.code == "receipt-altered"
    body = json.loads(write_receipt(receipt_of(), office.secret))
    body["format"] = "inspector-pack"
    with pytest.raises(KnownError) as refused:
        read_pack(json.dumps(body).encode(), office.card)
    assert refused.value.code == "pack-not-office"


def test_the_same_document_is_the_same_bytes() -> None:
    office = Office()
    assert write_receipt(receipt_of(), office.secret) == write_receipt(receipt_of(), office.secret)
    assert len(base64.b64decode(json.loads(write_pack(pack_of(office), office.secret))["signature"])) == 64
