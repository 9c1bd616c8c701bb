"""Submissions as folders and uploads: bytes untouched, names bare, the same upload for the same content."""

from __future__ import annotations

from email import message_from_bytes

import pytest
from forms_kit import environment, loaded
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.forms.codecs.package import (
    Identity,
    Package,
    UploadBody,
    folder_name,
    make_package,
    upload_bodies,
)
from inspector_app.forms.errors import FormError

FORM = loaded(
    '<a/><photo/><row jr:template=""><sound/></row><hidden/><logo>jr://images/logo.png</logo>',
    """<bind nodeset="/data/photo" type="binary"/><bind nodeset="/data/row/sound" type="binary"/>
    <bind nodeset="/data/hidden" type="binary" relevant="/data/a = 1"/>
    <bind nodeset="/data/logo" type="binary"/>""",
    """<input ref="/data/a"/><upload ref="/data/photo" mediatype="image/*"/><group ref="/data/row">
    <repeat nodeset="/data/row"><upload ref="/data/row/sound" mediatype="audio/*"/></repeat></group>
    <upload ref="/data/hidden" mediatype="image/*"/>""",
)


def submission(**files: str) -> bytes:
    instance = FORM.new(environment())
    instance.add_repeat("/data/row", "one")
    for name, value in files.items():
        instance.set({"sound": "/data/row[one]/sound"}.get(name, f"/data/{name}"), value)
    return instance.submission()


def parts(body: UploadBody) -> list[tuple[str, str, str, bytes]]:
    """Name, file name, type and content of every part, as a library of mail reads them."""
    message = message_from_bytes(f"Content-Type: {body.content_type}\r\n\r\n".encode() + body.data)
    found = []
    for part in message.get_payload():
        name = part.get_param("name", header="Content-Disposition")  # type: ignore[union-attr]
        content = part.get_payload(decode=True)  # type: ignore[union-attr]
        assert isinstance(name, str)
        assert isinstance(content, bytes)
        found.append((name, str(part.get_filename()), part.get_content_type(), content))  # type: ignore[union-attr]
    return found


def test_a_submission_names_form_version_and_record_and_is_utf_8() -> None:
    sent = submission(a="Café – 😀")
    assert sent.startswith(b"<?xml version='1.0' encoding='UTF-8'?>")
    package = make_package(FORM, sent, {}.get)
    assert package.identity == Identity("test", "7", "uuid:00000000-0000-4000-8000-000000000001")
    assert package.xml == sent
    assert "Café – 😀" in package.xml.decode()


def test_only_files_of_relevant_questions_belong_to_it_each_once() -> None:
    sent = submission(photo="front.jpg", sound="talk.mp3", hidden="secret.jpg")
    package = make_package(FORM, sent, {"front.jpg": b"1", "secret.jpg": b"3"}.get)
    assert package.files == {"front.jpg": b"1"}
    assert package.missing == ("talk.mp3",)
    assert FORM.attachments(submission(photo="x.jpg", sound="x.jpg")) == ("x.jpg",)


def test_the_folder_is_that_of_collect() -> None:
    package = make_package(FORM, submission(photo="front.jpg"), {"front.jpg": b"1"}.get)
    name = "test_00000000-0000-4000-8000-000000000001"
    assert list(package.folder()) == [f"instances/{name}/{name}.xml", f"instances/{name}/front.jpg"]


@pytest.mark.parametrize(
    "name",
    ["../up.jpg", "a/b.jpg", "a\\b.jpg", ".hidden", "..", "c:evil", "nul", "COM1.txt", "x" * 250, "q?.jpg"],
)
def test_a_name_that_is_no_bare_file_name_is_refused(name: str) -> None:
    with pytest.raises(FormError) as caught:
        make_package(FORM, submission(photo=name), lambda _: b"")
    assert caught.value.code == "attachment-name"


def test_names_that_one_disk_takes_for_the_same_are_refused() -> None:
    with pytest.raises(FormError) as caught:
        FORM.attachments(submission(photo="a.jpg", sound="A.jpg"))
    assert caught.value.code == "attachment-name"


@pytest.mark.parametrize(
    "sent", [b"<data version='7'><meta><instanceID>uuid:1</instanceID></meta></data>", b"<data id='test'/>"]
)
def test_a_submission_that_no_server_takes_is_refused(sent: bytes) -> None:
    with pytest.raises(FormError) as caught:
        make_package(FORM, sent, {}.get)
    assert caught.value.code == "submission-identity"


@pytest.mark.parametrize(
    ("form_id", "instance_id", "folder"),
    [
        ("cse_focus", "uuid:5b9c", "cse_focus_5b9c"),
        ("getodk.org:all widgets", "uuid:5b9c", "getodk-org-all-widgets_5b9c"),
        ("訪問", "uuid:5b9c", "form_5b9c"),
    ],
)
def test_folders_have_names_of_every_file_system(form_id: str, instance_id: str, folder: str) -> None:
    assert folder_name(Identity(form_id, "", instance_id)) == folder


def test_records_of_odd_ids_never_share_a_folder() -> None:
    names = {
        folder_name(Identity("f", "", one)) for one in ("uuid:a/b", "uuid:a:b", "uuid:a-b", "uuid:../..")
    }
    assert len(names) == 4
    assert not any("/" in name or "." in name for name in names)


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(
        st.from_regex(r"[a-zé][a-z0-9 é]{0,8}[.](jpg|csv|bin)", fullmatch=True), st.binary(max_size=200)
    ),
    st.integers(300, 900),
)
def test_uploads_carry_every_file_once_and_the_same_xml_each(files: dict[str, bytes], most: int) -> None:
    package = Package("visit_1", Identity("visit", "1", "uuid:1"), b"<data>\xc3\xa9</data>", files)
    bodies = upload_bodies(package, most)
    assert upload_bodies(package, most) == bodies
    carried: dict[str, bytes] = {}
    for body in bodies:
        first, *others = raw_parts(body)
        assert first == (b'name="xml_submission_file"; filename="visit_1.xml"', package.xml)
        assert len(others) <= 1 or len(package.xml) + sum(len(data) for _, data in others) <= most
        for head, data in others:
            name = head.split(b'"')[1].decode()
            assert name not in carried
            carried[name] = data
    assert carried == files


def raw_parts(body: UploadBody) -> list[tuple[bytes, bytes]]:
    """Split by the boundary, as the multipart standard says it."""
    boundary = b"--" + body.content_type.partition('boundary="')[2].removesuffix('"').encode()
    first, *found, last = body.data.split(boundary)
    assert (first, last) == (b"", b"--\r\n")
    pairs = []
    for part in found:
        head, _, data = part.partition(b"\r\n\r\n")
        disposition = head.split(b"\r\n")[1].removeprefix(b"Content-Disposition: form-data; ")
        pairs.append((disposition, data.removesuffix(b"\r\n")))
    return pairs


def test_parts_say_their_type() -> None:
    package = Package("v_1", Identity("v", "", "1"), b"<data/>", {"a.jpg": b"\xff", "b.unknown": b"\x00"})
    (body,) = upload_bodies(package)
    assert parts(body) == [
        ("xml_submission_file", "v_1.xml", "text/xml", b"<data/>"),
        ("a.jpg", "a.jpg", "image/jpeg", b"\xff"),
        ("b.unknown", "b.unknown", "application/octet-stream", b"\x00"),
    ]
