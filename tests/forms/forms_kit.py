"""Builds small XForms and runs them, for the tests of this room."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from inspector_app.forms.interface import Environment, Form, Instance, load

PROPERTIES = {
    "deviceid": "test-device",
    "username": "mo",
    "email": "mo@example.org",
    "phonenumber": "0100",
}
CLOCK = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)


def environment() -> Environment:
    """A fixed clock, fixed chance, and uuids that count."""
    count = 0

    def new_uuid() -> str:
        nonlocal count
        count += 1
        return f"00000000-0000-4000-8000-{count:012}"

    return Environment(now=lambda: CLOCK, random=lambda: 0.5, new_uuid=new_uuid, properties=PROPERTIES)


def xform(
    instance: str,
    binds: str = "",
    body: str = "",
    model: str = "",
    head: str = "",
    root: str = "",
    meta: str = "",
) -> bytes:
    """An XForm around the children of `data`, the binds, the body and further parts of the model; `root` are
    attributes of `data` beside its id, `meta` further children of its meta element.
    """
    attributes = root or 'version="7"'
    return f"""<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
      xmlns:jr="http://openrosa.org/javarosa" xmlns:inspector="https://inspector.example/xforms"
      xmlns:ev="http://www.w3.org/2001/xml-events" xmlns:odk="http://www.opendatakit.org/xforms"
      xmlns:orx="http://openrosa.org/xforms" xmlns:entities="http://www.opendatakit.org/xforms/entities">
      <h:head><h:title>Test</h:title><model>{model}
      <instance><data id="test" {attributes}>{instance}<meta><instanceID/>{meta}</meta></data></instance>
      {head}<bind nodeset="/data/meta/instanceID" type="string" jr:preload="uid"/>{binds}
      </model></h:head><h:body>{body}</h:body></h:html>""".encode()


def loaded(instance: str, binds: str = "", body: str = "", **more: str) -> Form:
    """The form of `xform`."""
    return load(xform(instance, binds, body, **more))


def started(instance: str, binds: str = "", body: str = "", **more: str) -> Instance:
    """A new record of the form of `xform`."""
    return loaded(instance, binds, body, **more).new(environment())


def values(instance: Instance) -> Mapping[str, str]:
    """All values by positional ref."""
    return {view.ref: view.value for view in instance.views() if view.kind == "question"}
