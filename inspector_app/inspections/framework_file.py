"""Loads a framework pack from its folder: framework.toml and clauses.toml, checked against each other.

The checks make one promise: on every day on which a clause may be used, a standard applies, and for a
requirement a legal hook is in force. A gap in the law is found here, not in front of a provider.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app import resources
from inspector_app.errors import KnownError
from inspector_app.inspections.deadline import LONGEST_SPAN, Unit
from inspector_app.inspections.finding import FindingKind, Reasons
from inspector_app.inspections.framework import (
    ClockRules,
    Framework,
    Level,
    Regulator,
    ServiceType,
    StepRule,
)
from inspector_app.inspections.pack_files import FRAMEWORK_FILE
from inspector_app.inspections.pack_reader import keyed, read_toml
from inspector_app.inspections.standards import Clause, Hook, Span, Standard

if TYPE_CHECKING:
    from inspector_app.inspections.pack_reader import Table
    from inspector_app.inspections.standards import Validity

CLAUSES_FILE = "clauses.toml"


@cache
def shipped_framework(framework_id: str) -> Framework:
    """The framework of that id that came with the program; raises `KnownError` if there is none."""
    folder = resources.path("frameworks", framework_id)
    if not (folder / FRAMEWORK_FILE).is_file():
        raise KnownError(
            f"The framework “{framework_id}” is not installed.",
            "Import the pack of head office that holds it.",
            code="framework-unknown",
        )
    return load_framework(folder)


def load_framework(folder: Path) -> Framework:
    """The framework in a folder; raises `KnownError` naming file and entry of the first mistake."""
    top = read_toml(folder / FRAMEWORK_FILE)
    clause_file = read_toml(folder / CLAUSES_FILE)
    reporting_types = _labels(top, "reporting_type")
    service_types = keyed(top.tables("service_type", "code"), lambda t: _service_type(t, reporting_types))
    themes = _labels(top, "theme")
    standards = keyed(top.tables("standard", "id"), _standard)
    hooks = keyed(top.tables("hook", "id"), _hook)
    clauses = keyed(clause_file.tables("clause", "id"), lambda t: _clause(t, themes, standards, hooks))
    clause_file.done()
    framework = Framework(
        id=top.code("id"),
        title=top.text("title"),
        version=top.code("version"),
        legal_basis=top.text("legal_basis"),
        checklists=top.texts("checklists"),
        regulator=_regulator(top.table("regulator")),
        inspection_types=_labels(top, "inspection_type"),
        reporting_types=reporting_types,
        service_types=service_types,
        sectors=_labels(top, "sector"),
        scale=_scale(top),
        themes=themes,
        clock=_clock(top.table("clock")),
        standards=standards,
        hooks=hooks,
        clauses=clauses,
        builds_on=top.text("builds_on", ""),
        reported=_reported(top, themes),
        ladder=_labels(top, "step") if top.has("step") else {},
    )
    top.done()
    return framework


def _reported(top: Table, themes: Mapping[str, str]) -> tuple[str, ...]:
    codes = top.texts("reported", optional=True)
    for code in codes:
        if code not in themes:
            raise top.error(f"The theme “{code}” is not defined.", f"Use one of: {', '.join(themes)}.")
    return codes


def _labels(top: Table, key: str) -> dict[str, str]:
    return keyed(top.tables(key, "code"), lambda table: (table.code("code"), table.text("label")))


def _regulator(table: Table) -> Regulator:
    regulator = Regulator(
        name=table.text("name"),
        address=table.texts("address", optional=True),
        contact=table.texts("contact", optional=True),
        example=table.flag("example", False),
    )
    table.done()
    return regulator


def _service_type(table: Table, reporting_types: Mapping[str, str]) -> tuple[str, ServiceType]:
    entry = ServiceType(table.code("code"), table.text("label"), table.code("reporting_type"))
    if entry.reporting_type not in reporting_types:
        raise table.error(
            f"The reporting type “{entry.reporting_type}” is not defined.",
            f"Use one of: {', '.join(reporting_types)}.",
        )
    return entry.code, entry


def _scale(top: Table) -> dict[int, Level]:
    levels = keyed(top.tables("scale", "value"), _level)
    numbers = {level.value: level for level in levels.values()}
    if list(numbers) != list(range(6, 0, -1)):
        raise top.error("The scale must have the levels 6 to 1 in that order.", "Put its entries right.")
    return numbers


def _level(table: Table) -> tuple[str, Level]:
    level = Level(table.number("value", 1, 6), table.text("name"), table.text("definition"))
    return str(level.value), level


def _clock(table: Table) -> ClockRules:
    steps = keyed(table.tables("step", "code"), _step)
    known = {"inspection"}
    for step in steps.values():
        if step.after not in known:
            raise table.error(
                f"The step “{step.code}” comes after “{step.after}”, which does not stand before it.",
                f"Use one of: {', '.join(sorted(known))}.",
            )
        known.add(step.code)
    rules = ClockRules(
        table.text("country"), table.text("subdivision"), tuple(steps.values()), table.flag("confirm", False)
    )
    table.done()
    return rules


def _step(table: Table) -> tuple[str, StepRule]:
    step = StepRule(
        code=table.code("code"),
        label=table.text("label"),
        after=table.code("after"),
        working_days=table.number("working_days", 0, 500),
    )
    return step.code, step


def _standard(table: Table) -> tuple[str, Standard]:
    entry = Standard(
        id=table.code("id"),
        code=table.text("code"),
        source=table.text("source"),
        wording=table.text("wording"),
        validity=table.validity(),
        confirm=table.flag("confirm", False),
    )
    return entry.id, entry


def _hook(table: Table) -> tuple[str, Hook]:
    entry = Hook(
        id=table.code("id"),
        citation=table.text("citation"),
        title=table.text("title"),
        validity=table.validity(),
        confirm=table.flag("confirm", False),
    )
    return entry.id, entry


def _clause(
    table: Table, themes: Mapping[str, str], standards: Mapping[str, Standard], hooks: Mapping[str, Hook]
) -> tuple[str, Clause]:
    kind = _kind(table)
    binding = kind is FindingKind.REQUIREMENT
    clause = Clause(
        id=table.code("id"),
        kind=kind,
        theme=table.code("theme"),
        title=table.text("title"),
        outcome=table.text("outcome"),
        actions=table.texts("actions"),
        standards=table.texts("standards"),
        validity=table.validity(),
        hooks=table.texts("hooks") if binding else (),
        span=_span(table) if binding else None,
        reasons=_reasons(table) if binding else Reasons(),
    )
    if clause.theme not in themes:
        raise table.error(f"The theme “{clause.theme}” is not defined.", f"Use one of: {', '.join(themes)}.")
    _covered(table, clause, "standard", clause.standards, {k: v.validity for k, v in standards.items()})
    if binding:
        _covered(table, clause, "hook", clause.hooks, {k: v.validity for k, v in hooks.items()})
    return clause.id, clause


def _kind(table: Table) -> FindingKind:
    try:
        return FindingKind(table.text("kind"))
    except ValueError as error:
        names = ", ".join(FindingKind)
        raise table.error("“kind” is not a kind of finding.", f"Use one of: {names}.") from error


def _span(table: Table) -> Span:
    inner = table.table("deadline")
    amount = inner.number("amount", 1, LONGEST_SPAN)
    try:
        unit = Unit(inner.text("unit"))
    except ValueError as error:
        raise inner.error("“unit” is not a unit of time.", f"Use one of: {', '.join(Unit)}.") from error
    inner.done()
    return Span(amount, unit)


def _reasons(table: Table) -> Reasons:
    inner = table.table("reasons")
    reasons = Reasons(inner.text("seriousness"), inner.text("extent"), inner.text("speed"))
    inner.done()
    return reasons


def _covered(
    table: Table, clause: Clause, what: str, ids: Sequence[str], entries: Mapping[str, Validity]
) -> None:
    """Refuses unknown ids, and a day in the clause's life on which none of the ids is in force."""
    for key in ids:
        if key not in entries:
            raise table.error(f"The {what} “{key}” is not defined.", f"Define it in {FRAMEWORK_FILE}.")
    gap = first_uncovered(clause.validity, [entries[key] for key in ids])
    if gap is not None:
        raise table.error(
            f"On {gap.isoformat()} the clause may be used, but no {what} that it names is in force.",
            f"Add a {what} for that time, or set valid_from and valid_to of the clause.",
        )


def first_uncovered(whole: Validity, parts: Sequence[Validity]) -> date | None:
    """The first day of `whole` on which none of `parts` holds, or None if there is no such day."""
    day = whole.valid_from or date.min
    last = whole.valid_to or date.max
    while True:
        current = [part for part in parts if part.covers(day)]
        if not current:
            return day
        if any(part.valid_to is None for part in current):
            return None
        end = max(part.valid_to for part in current if part.valid_to is not None)
        if end >= last:
            return None
        day = end + timedelta(days=1)
