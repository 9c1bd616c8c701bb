"""The audit log: only the columns asked for, escaped as the specification has it, carried on later."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest
from forms_kit import CLOCK
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.forms.audit import AuditEvent, AuditLog
from inspector_app.forms.errors import FormError
from inspector_app.forms.interface import AuditRequest

EVERYTHING = AuditRequest(
    "/data/meta/audit", "balanced", 60, 120, track_changes=True, identify_user=True, change_reasons=True
)
STARTED = int(CLOCK.timestamp() * 1000)


def rows(log: AuditLog) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(log.to_csv().decode(), newline="")))


def test_the_columns_are_those_the_form_asks_for() -> None:
    assert AuditLog(AuditRequest("/a")).to_csv() == b"event,node,start,end\n"
    assert AuditLog(EVERYTHING).to_csv() == (
        b"event,node,start,end,latitude,longitude,accuracy,old-value,new-value,user,change-reason\n"
    )


def test_times_are_milliseconds_and_an_end_may_be_missing() -> None:
    log = AuditLog(AuditRequest("/a"))
    log.note(AuditEvent("form start", CLOCK))
    log.enter("/data/a", "", CLOCK + timedelta(milliseconds=5))
    log.leave("x", CLOCK + timedelta(seconds=2))
    assert log.to_csv().decode().splitlines()[1:] == [
        f"form start,,{STARTED},",
        f"question,/data/a,{STARTED + 5},{STARTED + 2000}",
    ]


def test_values_places_users_and_reasons_are_told_where_asked_for() -> None:
    log = AuditLog(EVERYTHING)
    log.enter("/data/a", "old", CLOCK, place="55.9 -3.1 40 5", user="mo")
    log.leave("new", CLOCK)
    log.enter("/data/b", "same", CLOCK, user="mo")
    log.leave("same", CLOCK)
    log.note(AuditEvent("change reason", CLOCK, user="mo", reason="typing error"))
    first, second, third = rows(log)
    assert [first[name] for name in ("latitude", "longitude", "accuracy")] == ["55.9", "-3.1", "5"]
    assert (first["old-value"], first["new-value"], first["user"]) == ("old", "new", "mo")
    assert (second["old-value"], second["new-value"], second["latitude"]) == ("", "", "")
    assert third["change-reason"] == "typing error"


def test_a_question_left_open_ends_where_the_next_begins() -> None:
    log = AuditLog(EVERYTHING)
    log.enter("/data/a", "1", CLOCK)
    log.enter("/data/b", "2", CLOCK + timedelta(seconds=1))
    log.leave("3", CLOCK + timedelta(seconds=2))
    log.leave("never entered", CLOCK)
    assert [(row["node"], row["new-value"], row["end"]) for row in rows(log)] == [
        ("/data/a", "", str(STARTED + 1000)),
        ("/data/b", "3", str(STARTED + 2000)),
    ]


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_can_be_read_back(old: str, new: str) -> None:
    log = AuditLog(EVERYTHING)
    log.enter("/data/a", old, CLOCK)
    log.leave(new, CLOCK)
    (row,) = rows(log)
    expected = (old, new) if old != new else ("", "")
    assert (row["old-value"], row["new-value"]) == expected


def test_quotes_alone_are_left_as_they_are() -> None:
    log = AuditLog(EVERYTHING)
    log.enter("/data/a", 'say "yes"', CLOCK)
    log.leave('say "yes", please', CLOCK)
    assert ',say "yes","say ""yes"", please",' in log.to_csv().decode()


def test_a_draft_opened_again_carries_its_log_on() -> None:
    first = AuditLog(EVERYTHING)
    first.enter("/data/a", "", CLOCK, user="mo")
    first.leave("a, b\nc", CLOCK)
    second = AuditLog(EVERYTHING, first.to_csv())
    second.note(AuditEvent("form resume", CLOCK))
    assert second.to_csv().startswith(first.to_csv())
    assert [row["event"] for row in rows(second)] == ["question", "form resume"]
    assert AuditLog(AuditRequest("/a"), first.to_csv()).to_csv().count(b"\n") == 2


def test_an_event_of_another_name_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="dance"):
        AuditLog(EVERYTHING).note(AuditEvent("dance", CLOCK))


def test_a_log_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(FormError) as caught:
        AuditLog(EVERYTHING, b"\xff\xfe\x00")
    assert caught.value.code == "audit-log"
