"""The numbers that findings were ever given: a provider holds letters with them, so none is given twice."""

from __future__ import annotations

from collections import defaultdict

from inspector_app.inspections.finding import FindingKind
from inspector_app.inspections.inspection import Inspection
from inspector_app.journal import records
from inspector_app.operations.desk import Desk


def number_for(desk: Desk, inspection: Inspection, finding: str, kind: FindingKind) -> int:
    """The number of a finding as this kind: the one it had as such before, else the next that nobody ever
    had. It is read from the journal, because a finding of another kind, or one that was withdrawn, no longer
    holds the number under which a letter called it.
    """
    own, given = 0, 0
    for record, numbers in _given(desk, inspection).items():
        given = max(given, *numbers[kind], 0)
        if record == finding and numbers[kind]:
            own = numbers[kind][-1]
    return own or given + 1


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
