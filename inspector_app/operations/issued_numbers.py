"""The numbers that findings were ever given: a provider holds letters with them, so none is given twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from inspector_app.inspections.finding import Finding, FindingKind, FindingState
from inspector_app.inspections.inspection import Inspection
from inspector_app.journal import records
from inspector_app.operations.desk import Desk


def number_for(desk: Desk, inspection: Inspection, finding: str, kind: FindingKind) -> int:
    """The number of a finding as this kind: the one it had as such before, else the next that nobody ever
    had. It is read from the journal, because a finding of another kind, or one that was withdrawn, no longer
    holds the number under which a letter called it.
    """
    given = _given(desk, inspection)
    own = given[finding][kind] if finding in given else []
    return own[-1] if own else _next(given, kind)


def next_number(desk: Desk, inspection: Inspection, kind: FindingKind) -> int:
    """The next number that no finding of this kind ever had."""
    return _next(_given(desk, inspection), kind)


def doubled(findings: Sequence[Finding]) -> list[Finding]:
    """The agreed findings that share kind and number with another one: two laptops each gave it."""
    agreed = [one for one in findings if one.state is FindingState.AGREED and one.number]
    count = Counter((one.kind, one.number) for one in agreed)
    return [one for one in agreed if count[one.kind, one.number] > 1]


def _next(given: Mapping[str, Mapping[str, Sequence[int]]], kind: FindingKind) -> int:
    return max((number for numbers in given.values() for number in numbers[kind]), default=0) + 1


def _given(desk: Desk, inspection: Inspection) -> dict[str, dict[str, list[int]]]:
    """By finding and kind the numbers it had, the latest last."""
    found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    held: dict[str, dict[str, object]] = defaultdict(dict)
    events = sorted(
        (one for one in desk.store.events(inspection.id) if one.kind == records.FINDING),
        key=lambda one: (one.at, one.device, one.id),
    )
    for place, event in enumerate(events):
        if event.field in (records.Finding.KIND, records.Finding.NUMBER):
            held[event.record][event.field] = event.value
        last = place + 1 == len(events) or events[place + 1].action != event.action
        if not last:
            continue  # kind and number of one action belong together
        for record, fields in held.items():
            kind, number = fields.get(records.Finding.KIND), fields.get(records.Finding.NUMBER)
            numbers = found[record][str(kind)]
            if isinstance(number, int) and numbers[-1:] != [number]:
                numbers.append(number)
    return found
