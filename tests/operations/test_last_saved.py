"""A form that reads from the record saved before it gets that record, when begun and when opened again."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from checklist_desk import PASSPHRASE, begin

from inspector_app.__main__ import Container
from inspector_app.checklists.compiled import Compiled
from inspector_app.operations.checklist_session import begin_checklist, open_checklists
from inspector_app.operations.program import Program
from inspector_app.operations.set_up import open_desk
from inspector_app.operations.start_inspection import Plan, start_inspection

FORM = b"""<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa" xmlns:ev="http://www.w3.org/2001/xml-events"><h:head>
 <h:title>Visit</h:title><model><instance><data id="visit" version="1"><room/><before/>
 <meta><instanceID/></meta></data></instance><instance id="__last-saved" src="jr://instance/last-saved"/>
 <bind nodeset="/data/before" calculate="instance('__last-saved')/data/room"/>
 <bind nodeset="/data/meta/instanceID" jr:preload="uid"/>
 <setvalue ev:event="odk-instance-first-load" ref="/data/room" value="instance('__last-saved')/data/room"/>
 </model></h:head><h:body><input ref="/data/room"/></h:body></h:html>"""


class OneForm(Container):
    """The real program, whose framework has this one checklist."""

    def shipped_checklist(self, framework_id: str, name: str) -> Compiled:
        return Compiled("visit", FORM, "visit", "1", "Visit", sha256(FORM).hexdigest())


def test_a_new_record_reads_from_the_one_saved_last(program: Program, tmp_path: Path) -> None:
    begin(program, tmp_path).desk.store.close()
    desk = open_desk(OneForm(), tmp_path / "laptop" / "inspector.db", PASSPHRASE)
    plan = Plan("EX-2026-0101", "CS9900000001", "focus", False, desk.today(), ("Inspector A (example)",))
    first, _ = start_inspection(desk, plan)
    visit = begin_checklist(desk, first, "visit")
    assert visit.instance.value("/data/room") == ""
    visit.answer("/data/room", "Blue room")

    other = Plan("EX-2026-0102", "CS9900000001", "focus", False, desk.today(), ("Inspector A (example)",))
    second, sessions = start_inspection(desk, other)
    assert sessions[0].instance.value("/data/room") == "Blue room"
    sessions[0].answer("/data/room", "Red room")
    reopened = open_checklists(desk, second)[0].instance
    assert (reopened.value("/data/room"), reopened.value("/data/before")) == ("Red room", "Blue room")
    desk.store.close()
