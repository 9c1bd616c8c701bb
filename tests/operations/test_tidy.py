"""An erasure in a large database leaves the rewriting of the file for the moment when the desk is closed."""

from __future__ import annotations

import re

import pytest

from inspector_app.errors import KnownError
from inspector_app.gui.desk_end import DeskEnd
from inspector_app.operations.desk import Desk
from inspector_app.operations.erase import erase_everywhere
from inspector_app.operations.safety_light import safety_light
from inspector_app.operations.set_up import open_desk
from inspector_app.operations.tidy import tidy
from inspector_app.operations.workspace import Workspace
from inspector_app.storage import database as storage
from inspector_app.storage import write_anew

QUESTION = "systems_comment"


@pytest.fixture
def erased(laptop: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The example laptop after an erasure, as if its database were large."""
    monkeypatch.setattr(write_anew, "LARGE", 0)
    (inspection,) = laptop.store.inspection_ids()
    erase_everywhere(laptop, laptop.inspection(inspection), QUESTION, "a name")
    assert laptop.store.care.scrub_due()
    return laptop


def test_the_file_is_written_anew_once_and_only_where_it_is_due(erased: Desk) -> None:
    assert tidy(erased)
    assert not erased.store.care.scrub_due()
    assert not tidy(erased)
    assert erased.store.care.verify(lambda *_: None) == []


def test_closing_the_desk_does_it(erased: Desk) -> None:
    DeskEnd().close_desk(Workspace(erased))
    again = open_desk(erased.program, erased.store.path, "demo")
    assert not again.store.care.scrub_due()
    again.store.close()


def test_while_somebody_reads_the_mark_stays_and_closing_goes_on(erased: Desk) -> None:
    database = erased.store.database  # type: ignore[attr-defined]
    database.connection.execute("PRAGMA busy_timeout = 0")
    reader = storage.Database.open_reader(database.path, database.key)
    reader.connection.execute("BEGIN")
    reader.connection.execute("SELECT count(*) FROM event").fetchone()
    DeskEnd().close_desk(Workspace(erased))  # the log cannot be emptied meanwhile
    reader.close()
    again = open_desk(erased.program, erased.store.path, "demo")
    assert again.store.care.scrub_due()
    assert tidy(again)
    again.store.close()


def test_where_there_is_no_room_that_is_said_beforehand_and_nothing_is_touched(
    erased: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = safety_light(erased).lines[-1]
    assert said.when == "go when the program is closed"
    monkeypatch.setattr(write_anew, "_SPARE", 10**15)
    said = safety_light(erased).lines[-1]
    assert said.tone == "attention" and re.search(r"Free \d{6,} MB", said.advice)
    with pytest.raises(KnownError) as refused:
        tidy(erased)
    assert refused.value.code == "no-room-to-scrub"
    assert erased.store.care.scrub_due() and not write_anew.draft_of(erased.store.path).exists()
    erased.store.set_meta("still", "open")
    monkeypatch.setattr(write_anew, "_SPARE", 0)
    assert tidy(erased) and erased.store.meta("still") == "open"
    assert [line for line in safety_light(erased).lines if "traces" in line.what] == []
