"""Submissions of a finalised inspection: one a frozen version, in sending order, never written twice."""

from __future__ import annotations

import base64
import csv
import io
import json
import re
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import pytest
from checklist_desk import begin
from click.testing import CliRunner
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from inspector_app.cli import commands
from inspector_app.errors import KnownError
from inspector_app.forms.codecs.package import FindFile, Package, make_package
from inspector_app.forms.interface import AuditRequest, Environment, Form, load
from inspector_app.inspections.inspection import Inspection
from inspector_app.journal import records
from inspector_app.operations.checklist_session import ChecklistSession, open_checklists
from inspector_app.operations.demo import PASSPHRASE
from inspector_app.operations.desk import Desk
from inspector_app.operations.finalise import correct
from inspector_app.operations.history import inspection_history
from inspector_app.operations.program import Program
from inspector_app.operations.set_up import open_desk
from inspector_app.operations.submit_checklist import (
    audit_of,
    files_in,
    no_file,
    write_package,
    write_submissions,
)

FORM = b"""<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>Photo</h:title><model><instance>
 <data id="photo" version="1"><photo/><meta><instanceID/></meta></data></instance>
 <bind nodeset="/data/photo" type="binary"/><bind nodeset="/data/meta/instanceID" jr:preload="uid"/></model>
 </h:head><h:body><upload ref="/data/photo" mediatype="image/*"/></h:body></h:html>"""


def opened(desk: Desk) -> tuple[Inspection, ChecklistSession]:
    inspection = desk.finalised()[0]
    return inspection, open_checklists(desk, inspection)[0]


def instance_id(path: Path) -> str:
    found = re.search(r"instanceID>(.*?)<", path.read_text(encoding="utf-8"))
    return found[1] if found else ""


def test_a_finalised_inspection_is_written_in_the_layout_of_collect(laptop: Desk, tmp_path: Path) -> None:
    inspection, session = opened(laptop)
    (written,) = write_submissions(laptop, inspection, tmp_path / "out")
    xml = written.folder / f"{written.folder.name}.xml"
    assert written.folder.parent == tmp_path / "out" / "instances"
    assert xml.read_bytes() == session.instance.submission()
    assert instance_id(xml) == written.instance_id
    assert (written.replaces, written.missing, written.encrypted) == ("", (), False)


def test_a_correction_is_an_edit_of_the_version_before(laptop: Desk, tmp_path: Path) -> None:
    inspection, session = opened(laptop)
    for text in ("First correction.", "Second correction."):
        correct(laptop, inspection, session, session.node("policy_comment"), text, "Typing error.")
    first, second, third = write_submissions(laptop, inspection, tmp_path)
    assert [second.replaces, third.replaces] == [first.instance_id, second.instance_id]
    assert len({first.instance_id, second.instance_id, third.instance_id}) == 3
    reopened = open_checklists(laptop, inspection)[0]
    assert reopened.instance.submission() == session.instance.submission()
    assert inspection_history(laptop, [reopened], inspection.id)


def test_what_was_written_before_is_left_as_it_is(laptop: Desk, tmp_path: Path) -> None:
    inspection, _ = opened(laptop)
    (written,) = write_submissions(laptop, inspection, tmp_path)
    xml = written.folder / f"{written.folder.name}.xml"
    before = xml.stat().st_mtime_ns
    assert write_submissions(laptop, inspection, tmp_path) == (written,)
    assert xml.stat().st_mtime_ns == before


def test_uploads_hold_the_frozen_bytes(laptop: Desk, tmp_path: Path) -> None:
    inspection, session = opened(laptop)
    (written,) = write_submissions(laptop, inspection, tmp_path, multipart=True)
    (upload,) = written.uploads
    message = parsed(upload)
    (part,) = message.get_payload()
    assert part.get_param("name", header="Content-Disposition") == "xml_submission_file"  # type: ignore[union-attr]
    assert part.get_payload(decode=True) == session.instance.submission()  # type: ignore[union-attr]


def parsed(upload: Path) -> Message:
    headers = upload.with_suffix(".headers").read_text(encoding="utf-8")
    assert headers.startswith("X-OpenRosa-Version: 1.0\n")
    assert f"Content-Length: {upload.stat().st_size}\n" in headers
    return message_from_bytes(headers.encode() + b"\n" + upload.read_bytes())


def test_an_open_inspection_has_nothing_to_submit(program: Program, tmp_path: Path) -> None:
    begun = begin(program, tmp_path / "laptop")
    with pytest.raises(KnownError) as caught:
        write_submissions(begun.desk, begun.inspection, tmp_path / "out")
    begun.desk.store.close()
    assert caught.value.code == "not-finalised"
    assert not (tmp_path / "out").exists()


def a_package(find: FindFile) -> tuple[Form, Package]:
    form = load(FORM)
    instance = form.new(Environment(lambda: datetime(2026, 11, 22, tzinfo=UTC), lambda: 0.5, lambda: "4a"))
    instance.set_many({"/data/photo": "front.jpg"})
    return form, make_package(form, instance.submission(), find)


def test_files_are_found_in_the_folder_named_and_nowhere_else(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "front.jpg").write_bytes(b"picture")
    (tmp_path / "outside.jpg").write_bytes(b"secret")
    find = files_in(folder)
    assert (find("front.jpg"), find("../outside.jpg"), find("none.jpg")) == (b"picture", None, None)
    _, package = a_package(find)
    written = write_package(tmp_path / "out", package, "", lambda: bytes(32))
    assert (written.folder / "front.jpg").read_bytes() == b"picture"
    assert written.missing == ()


def test_a_form_with_a_key_is_written_encrypted_and_only_once(tmp_path: Path) -> None:
    key = rsa.generate_private_key(65537, 2048)
    der = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    public = base64.b64encode(der).decode()
    _, package = a_package({"front.jpg": b"picture"}.get)
    written = write_package(tmp_path, package, public, lambda: bytes(range(32)), 1)
    names = {path.name for path in written.folder.iterdir()}
    assert names == {f"{package.name}.xml", "front.jpg.enc", "submission.xml.enc"}
    assert written.encrypted
    manifest = (written.folder / f"{package.name}.xml").read_bytes()
    assert b"picture" not in written.uploads[0].read_bytes()
    parts = parsed(written.uploads[0]).get_payload()
    assert [part.get_filename() for part in parts] == [  # type: ignore[union-attr]
        f"{package.name}.xml",
        "front.jpg.enc",
        "submission.xml.enc",
    ]
    again = write_package(tmp_path, package, public, lambda: bytes(32), 1)
    assert (again.folder / f"{package.name}.xml").read_bytes() == manifest
    assert manifest in again.uploads[0].read_bytes()


def test_an_encrypted_submission_without_all_its_files_is_refused(tmp_path: Path) -> None:
    _, package = a_package(no_file)
    with pytest.raises(KnownError) as caught:
        write_package(tmp_path, package, "unused", lambda: bytes(32))
    assert caught.value.code == "submission-files-missing"
    assert not list(tmp_path.iterdir())


def test_a_missing_file_is_named_and_may_come_later(tmp_path: Path) -> None:
    _, package = a_package(no_file)
    written = write_package(tmp_path, package, "", lambda: bytes(32))
    assert written.missing == ("front.jpg",)
    _, complete = a_package({"front.jpg": b"picture"}.get)
    assert write_package(tmp_path, complete, "", lambda: bytes(32)).missing == ()
    assert (written.folder / "front.jpg").read_bytes() == b"picture"


def test_the_log_of_the_filling_in_is_told_by_the_journal(laptop: Desk) -> None:
    inspection, session = opened(laptop)
    first = laptop.store.history(records.CHECKLIST, session.record, records.Checklist.FROZEN)[0]
    correct(laptop, inspection, session, session.node("policy_comment"), "Later.", "Typing error.")
    request = AuditRequest("/data/meta/audit", track_changes=True, identify_user=True, change_reasons=True)
    rows = list(csv.DictReader(io.StringIO(audit_of(laptop, session, request, first).decode())))
    assert [rows[0]["event"], rows[-1]["event"]] == ["form start", "form finalize"]
    told = {row["node"]: row["new-value"] for row in rows if row["event"] == "question"}
    asked = [view for view in session.instance.views() if view.control and view.value]
    calculated = {view.ref for view in asked} - set(told)
    assert len(told) > 10
    assert {ref.rsplit("/", 1)[-1] for ref in calculated} == {"aware_indicators", "aware_responsibilities"}
    later = [view for view in asked if view.ref in told and view.value != told[view.ref]]
    assert [view.key for view in later] == [session.node("policy_comment")]
    assert all(row["user"] and row["start"].isdigit() for row in rows)
    second = laptop.store.history(records.CHECKLIST, session.record, records.Checklist.FROZEN)[-1]
    last = list(csv.DictReader(io.StringIO(audit_of(laptop, session, request, second).decode())))[-2]
    assert (last["new-value"], last["change-reason"]) == ("Later.", "Typing error.")


def test_the_command_says_what_it_wrote(
    program: Program, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    example = request.getfixturevalue("demo").files["laptop_database"]
    database = tmp_path / example.name
    for file in (example, example.with_name(example.name + ".keys")):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    desk = open_desk(program, database, PASSPHRASE)
    reference = desk.finalised()[0].reference
    desk.store.close()
    arguments = ["submission", str(database), "--inspection", reference, "-o", str(tmp_path / "out")]
    result = CliRunner().invoke(
        commands,
        [*arguments, "--multipart", "--json"],
        obj=lambda: program,
        env={"INSPECTOR_APP_PASSPHRASE": PASSPHRASE},
    )
    assert result.exit_code == 0, result.output
    (row,) = json.loads(result.output)["submissions"]
    assert Path(row["folder"]).is_dir()
    assert Path(row["uploads"][0]).is_file()
    assert (row["replaces"], row["missing"], row["encrypted"]) == ("", [], False)
