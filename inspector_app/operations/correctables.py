"""The fields of a finalised record that can be corrected: what each is called, says, and may be put right to.

Answers are shown by their own controls; every other field as a text, or as a question made for it here (a
date, a choice). What is typed becomes JSON by `value_of`, which refuses what the record must not say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from inspector_app.errors import KnownError
from inspector_app.forms.interface import Choice, NodeView
from inspector_app.inspections.evidence import SOURCE_LABELS
from inspector_app.inspections.finding import Finding, FindingState, missing_parts
from inspector_app.inspections.inspection import Inspection
from inspector_app.journal import records
from inspector_app.journal.event import Json
from inspector_app.operations import codec, finding_parts
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.desk import Desk
from inspector_app.operations.history import field_words, value_words, what_of
from inspector_app.operations.prepare import names_of, names_text
from inspector_app.words import translate

Place = tuple[str, str, str]
"""Kind, record and field."""
ADD = "add"
"""In place of a field: a row more of a sample."""
THERE, GONE = "there", "gone"
_SHORT = 40
_FINDING = ("title", "outcome", "actions", "deadline", "seriousness", "extent", "speed")
_FACTS = (
    records.Inspection.STARTED_ON,
    records.Inspection.ENDED_ON,
    records.Inspection.INSPECTORS,
    records.Inspection.ANNOUNCED,
    records.Inspection.LEGAL_BASIS,
    "contact",
)
_EVIDENCE = (records.Evidence.TEXT, records.Evidence.PLACE, records.Evidence.SOURCE)
_OTHERS: Mapping[str, tuple[str, ...]] = {
    records.GRADE: (records.VALUE, "reasons"),
    records.CLAIM: ("text", "note"),
    records.FOLLOW_UP: ("note",),
    records.TEAM_MEMBER: ("name", "role"),
}


@dataclass(frozen=True, slots=True)
class Correctable:
    """One field that can be corrected. `place` names it (kind, record, field); `node` is the question it is
    asked as, None for a text; `words` say what it holds now.
    """

    place: Place
    what: str
    value: str
    words: str
    node: NodeView | None = None

    @property
    def is_deadline(self) -> bool:
        """Whether it is a span or a date, in the words of `finding_parts`."""
        return self.place[0] == records.FINDING and self.place[2] == records.Finding.DEADLINE


def correctables(
    desk: Desk, sessions: Sequence[ChecklistSession], inspection: Inspection
) -> tuple[Correctable, ...]:
    """All fields that can be corrected: the answers first, then rows, findings, evidence, facts, the rest."""
    tell = _Teller(desk, sessions)
    return (
        *_answers(tell),
        *_rows(tell),
        *_findings(tell, inspection),
        *_evidence(tell, inspection),
        *_facts(tell, inspection),
        *_others(tell, inspection),
    )


def value_of(desk: Desk, inspection: Inspection, place: Place, value: str) -> Json:
    """What the record is to say, from what was typed; KnownError ``not-allowed`` and those of each part."""
    kind, record, name = place
    if kind == records.FINDING:
        return _finding_value(desk, inspection, record, name, value)
    if kind == records.INSPECTION:
        return _fact_value(inspection, name, value)
    if kind == records.GRADE and name == records.VALUE:
        return int(value)
    if kind == records.EVIDENCE and name == records.Evidence.PLACE:
        return value.strip()
    if not value.strip():
        raise _refused(translate("Corrections", "It must not be blank."))
    return value.strip()


class _Teller:
    """Says fields in words."""

    def __init__(self, desk: Desk, sessions: Sequence[ChecklistSession]) -> None:
        self.desk, self.sessions = desk, sessions

    def what(self, place: Place, of: str = "") -> str:
        """What a field is called; `of` are words of its record, where there are several of its kind."""
        said = what_of(self.desk, self.sessions, *place)
        short = " ".join(of.split())
        short = f"{short[:_SHORT].rstrip()}…" if len(short) > _SHORT else short
        return f"{said} · {short}" if short else said

    def text(self, place: Place, value: str, of: str = "", words: str = "") -> Correctable:
        """A field that is a text."""
        return Correctable(place, self.what(place, of), value, words or value)

    def choice(
        self, place: Place, value: str, choices: Mapping[str, str], of: str = "", what: str = ""
    ) -> Correctable:
        """A field that is one of several values."""
        offered = tuple(Choice(code, label) for code, label in choices.items())
        node = NodeView("", "", "question", "select1", value=value, choices=offered)
        return Correctable(place, what or self.what(place, of), value, choices.get(value, ""), node)

    def day(self, place: Place, value: str) -> Correctable:
        """A field that is a date."""
        node = NodeView("", "", "question", "input", data_type="date", value=value)
        return Correctable(place, self.what(place), value, value, node)


def _answers(tell: _Teller) -> Iterator[Correctable]:
    for session in tell.sessions:
        for view in session.instance.views():
            if view.kind != "question" or not view.control or not view.relevant or view.readonly:
                continue
            place = (records.ANSWER, records.answer_record(session.record, view.key), records.VALUE)
            yield Correctable(place, tell.what(place), view.value, value_words(view), view)


def _rows(tell: _Teller) -> Iterator[Correctable]:
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


def _findings(tell: _Teller, inspection: Inspection) -> Iterator[Correctable]:
    for finding in tell.desk.findings(inspection.id):
        if finding.state is not FindingState.AGREED:
            continue
        asked = finding_parts.asked_parts(finding.kind)
        for part in (one for one in _FINDING if one in asked):
            held = finding_parts.part_text(finding, part)
            words = finding.deadline.words if part == "deadline" and finding.deadline else ""
            yield tell.text((records.FINDING, finding.id, part), held, words=words)


def _evidence(tell: _Teller, inspection: Inspection) -> Iterator[Correctable]:
    sources = {one.value: translate("Evidence", label) for one, label in SOURCE_LABELS.items()}
    for piece in tell.desk.evidence(inspection.id).values():
        held = codec.evidence_to_fields(piece)
        for name in _EVIDENCE:
            place, value = (records.EVIDENCE, piece.id, name), str(held[name])
            if name == records.Evidence.SOURCE:
                yield tell.choice(place, value, sources, of=piece.text)
            else:
                yield tell.text(place, value, of="" if name == records.Evidence.TEXT else piece.text)


def _facts(tell: _Teller, inspection: Inspection) -> Iterator[Correctable]:
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


def _others(tell: _Teller, inspection: Inspection) -> Iterator[Correctable]:
    framework = tell.desk.framework(inspection)
    scale = {str(level): one.name for level, one in framework.scale.items()}
    for kind, names in _OTHERS.items():
        for record, fields in sorted(tell.desk.store.records(inspection.id, kind).items()):
            if fields.get("removed") is True:
                continue
            of = framework.themes.get(record.rpartition(":")[2], "") if kind == records.GRADE else ""
            for name in (one for one in names if fields.get(one) not in (None, "")):
                place, value = (kind, record, name), fields[name]
                if kind == records.GRADE and name == records.VALUE:
                    yield tell.choice(place, str(value), scale, of=of)
                else:
                    yield tell.text(place, str(value), of, field_words(tell.sessions, kind, record, value))


def _finding_value(desk: Desk, inspection: Inspection, record: str, part: str, value: str) -> Json:
    """A part of a finding; the finding must be no less complete than it was."""
    before = next(one for one in desk.findings(inspection.id) if one.id == record)
    began = before.deadline.start if before.deadline is not None else None
    said = finding_parts.part_json(part, value.strip(), began or desk.today())
    fields = {**codec.finding_to_fields(before), part: said}
    after = codec.finding_from_fields(record, fields, desk.evidence(inspection.id))
    framework = desk.framework(inspection)

    def gaps(finding: Finding) -> list[str]:
        return [gap.message for gap in missing_parts(finding, inspection.inspected_on, framework)]

    new = [message for message in gaps(after) if message not in gaps(before)]
    if new:
        raise _refused(new[0])
    return said


def _fact_value(inspection: Inspection, name: str, value: str) -> Json:
    if name == records.Inspection.ANNOUNCED:
        return value == "yes"
    if name == records.Inspection.INSPECTORS:
        names = names_of(value)
        if not names:
            raise _refused(translate("Corrections", "Name who carried it out; the names sign the letter."))
        return list(names)
    if name not in (records.Inspection.STARTED_ON, records.Inspection.ENDED_ON):
        return value.strip()
    if not value:
        raise _refused(translate("Corrections", "A finalised inspection has a first and a last day."))
    days = {
        records.Inspection.STARTED_ON: inspection.started_on,
        records.Inspection.ENDED_ON: inspection.ended_on,
        name: date.fromisoformat(value),
    }
    first, last = days[records.Inspection.STARTED_ON], days[records.Inspection.ENDED_ON]
    if first is not None and last is not None and last < first:
        raise _refused(translate("Corrections", "The inspection would end before it starts."))
    return value


def _refused(why: str) -> KnownError:
    return KnownError(why, code="not-allowed")
