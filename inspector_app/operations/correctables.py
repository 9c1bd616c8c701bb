"""The fields of a finalised record that can be corrected: what each is called, says, and may be put right to.

Answers are shown by their own controls; every other field as a text, or as a question made for it here (a
date, a choice). What is typed becomes drafts by `drafts_of`, which refuses what the record must not say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from inspector_app.forms.interface import NodeView
from inspector_app.inspections.inspection import Inspection
from inspector_app.journal import records
from inspector_app.journal.event import Json
from inspector_app.operations import codec
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.correctable import ADD, GONE, THERE, Correctable, Place, Teller, refused
from inspector_app.operations.correctable_evidence import evidence_correctables, evidence_drafts
from inspector_app.operations.correctable_findings import finding_correctables, finding_drafts
from inspector_app.operations.correctable_records import (
    FACTS,
    KINDS,
    fact_value,
    record_correctables,
    record_drafts,
)
from inspector_app.operations.desk import Desk
from inspector_app.operations.history import field_words, value_words
from inspector_app.operations.ports import Draft
from inspector_app.operations.prepare import names_of, names_text
from inspector_app.words import translate

_FACTS = (
    records.Inspection.STARTED_ON,
    records.Inspection.ENDED_ON,
    records.Inspection.INSPECTORS,
    records.Inspection.ANNOUNCED,
    records.Inspection.LEGAL_BASIS,
    "contact",
)
_MEMBER = ("name", "role")


def correctables(
    desk: Desk, sessions: Sequence[ChecklistSession], inspection: Inspection
) -> tuple[Correctable, ...]:
    """All fields that can be corrected: the answers first, then rows, findings, evidence, facts, the rest."""
    tell = Teller(desk, sessions)
    return (
        *_answers(tell),
        *_rows(tell),
        *finding_correctables(tell, inspection),
        *evidence_correctables(tell, inspection),
        *_facts(tell, inspection),
        *record_correctables(tell, inspection),
        *_team(tell, inspection),
    )


def drafts_of(
    desk: Desk, inspection: Inspection, place: Place, value: str, parts: Mapping[str, str], reason: str
) -> list[Draft]:
    """What is to be written, from what was typed: the field itself first, then what follows from it. `parts`
    are the fields given with it, by name; KnownError ``not-allowed`` and those of each part."""
    kind, record, name = place
    if kind == records.FINDING:
        return finding_drafts(desk, inspection, (record, name), value, parts, reason)
    if kind == records.EVIDENCE:
        return evidence_drafts(desk, inspection, (record, name), value, parts)
    if kind in KINDS:
        return record_drafts(desk, inspection, place, value, parts)
    if kind == records.INSPECTION:
        return [Draft(kind, record, name, _fact_value(desk, inspection, name, value))]
    if not value.strip():
        raise refused(translate("Corrections", "It must not be blank."))
    return [Draft(kind, record, name, value.strip())]


def _answers(tell: Teller) -> Iterator[Correctable]:
    for session in tell.sessions:
        for view in session.instance.views():
            if view.kind != "question" or not view.control or not view.relevant or view.readonly:
                continue
            place = (records.ANSWER, records.answer_record(session.record, view.key), records.VALUE)
            yield Correctable(place, tell.what(place), view.value, value_words(view), view)


def _rows(tell: Teller) -> Iterator[Correctable]:
    """Each row of a sample, to be taken away; and each sample, for a row more."""
    there = {THERE: translate("Corrections", "in the sample"), GONE: translate("Corrections", "taken away")}
    for session in tell.sessions:
        for view in session.instance.views():
            place = (records.REPEAT, records.answer_record(session.record, view.key), records.PRESENT)
            if view.kind == "instance" and view.relevant and view.remove_allowed:
                said = "; ".join(_cells(session, view))
                yield replace(tell.choice(place, THERE, there), words=said or there[THERE])
            elif view.kind == "repeat" and view.relevant and view.add_allowed:
                what = translate("Corrections", "{label}: a row more").format(label=view.label)
                add = {ADD: translate("Corrections", "Add a row")}
                yield tell.choice((*place[:2], ADD), "", add, what=what)


def _cells(session: ChecklistSession, row: NodeView) -> Iterator[str]:
    for key in row.children:
        cell = session.instance.view(key)
        if cell.control and cell.value:
            yield value_words(cell)


def _facts(tell: Teller, inspection: Inspection) -> Iterator[Correctable]:
    held = codec.inspection_to_fields(inspection, "")
    yes_no = {"yes": translate("History", "yes"), "no": translate("History", "no")}
    for name in _FACTS:
        place, value = (records.INSPECTION, inspection.id, name), held[name]
        if name in (records.Inspection.STARTED_ON, records.Inspection.ENDED_ON):
            yield tell.day(place, str(value))
        elif isinstance(value, bool):
            yield tell.choice(place, "yes" if value else "no", yes_no)
        elif isinstance(value, list):
            yield tell.text(place, names_text(inspection.inspectors))
        else:
            yield tell.text(place, str(value))


def _team(tell: Teller, inspection: Inspection) -> Iterator[Correctable]:
    kind = records.TEAM_MEMBER
    for record, fields in sorted(tell.desk.store.records(inspection.id, kind).items()):
        if fields.get("removed") is True:
            continue
        for name in (one for one in _MEMBER if fields.get(one) not in (None, "")):
            words = field_words(tell.sessions, kind, record, fields[name])
            yield tell.text((kind, record, name), str(fields[name]), words=words)


def _fact_value(desk: Desk, inspection: Inspection, name: str, value: str) -> Json:
    if name in FACTS:
        return fact_value(name, value, desk.today())
    if name == records.Inspection.ANNOUNCED:
        return value == "yes"
    if name == records.Inspection.INSPECTORS:
        names = names_of(value)
        if not names:
            raise refused(translate("Corrections", "Name who carried it out; the names sign the letter."))
        return list(names)
    if name not in (records.Inspection.STARTED_ON, records.Inspection.ENDED_ON):
        return value.strip()
    if not value:
        raise refused(translate("Corrections", "A finalised inspection has a first and a last day."))
    days = {
        records.Inspection.STARTED_ON: inspection.started_on,
        records.Inspection.ENDED_ON: inspection.ended_on,
        name: date.fromisoformat(value),
    }
    first, last = days[records.Inspection.STARTED_ON], days[records.Inspection.ENDED_ON]
    if first is not None and last is not None and last < first:
        raise refused(translate("Corrections", "The inspection would end before it starts."))
    return value
