"""The framework an inspection is carried out under: scale, themes, codes, standards, law, clauses and clock.

Everything a regulator may change without a new release is data of a framework pack (a folder with
framework.toml and clauses.toml); this module gives it types and answers questions about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from inspector_app.errors import KnownError
from inspector_app.inspections.suggest import suggest

if TYPE_CHECKING:
    from inspector_app.inspections.standards import Clause, Hook, Standard
    from inspector_app.inspections.suggest import Answered, Suggestion


@dataclass(frozen=True, slots=True)
class Regulator:
    """Who writes the letters. `example` marks an invented name that head office replaces."""

    name: str
    address: tuple[str, ...]
    contact: tuple[str, ...]
    example: bool


@dataclass(frozen=True, slots=True)
class ServiceType:
    """A fine service type and the reporting type that national tables count it under."""

    code: str
    label: str
    reporting_type: str


@dataclass(frozen=True, slots=True)
class Level:
    """One level of the six-point scale: the integer is stored, integer and name are printed."""

    value: int
    name: str
    definition: str


@dataclass(frozen=True, slots=True)
class StepRule:
    """One step after an inspection: `working_days` after another step, or after ``inspection``."""

    code: str
    label: str
    after: str
    working_days: int


@dataclass(frozen=True, slots=True)
class ClockRules:
    """Whose bank holidays count, and the steps a letter announces."""

    country: str
    subdivision: str
    steps: tuple[StepRule, ...]
    confirm: bool


@dataclass(frozen=True, slots=True)
class Framework:
    """One framework pack. All mappings keep the order of the file. `builds_on` is the pack that lends what
    this one does not hold, `reported` the themes that its summary reports, none where these are
    free to choose, `ladder` the steps of enforcement, least restrictive first."""

    id: str
    title: str
    version: str
    legal_basis: str
    checklists: tuple[str, ...]
    regulator: Regulator
    inspection_types: Mapping[str, str]
    reporting_types: Mapping[str, str]
    service_types: Mapping[str, ServiceType]
    sectors: Mapping[str, str]
    scale: Mapping[int, Level]
    themes: Mapping[str, str]
    clock: ClockRules
    standards: Mapping[str, Standard]
    hooks: Mapping[str, Hook]
    clauses: Mapping[str, Clause]
    builds_on: str = ""
    reported: tuple[str, ...] = ()
    ladder: Mapping[str, str] = field(default_factory=dict)

    def reporting_type(self, service_type: str) -> str:
        """The reporting type of a service type; raises `KnownError` for a code it does not know."""
        known = self.service_types.get(service_type)
        if known is None:
            raise KnownError(
                f"The framework {self.id} does not know the service type “{service_type}”.",
                f"Use one of: {', '.join(self.service_types)}.",
                code="service-type-unknown",
            )
        return known.reporting_type

    def service_type_code(self, text: str) -> str | None:
        """The code of a service type given by code or label, whatever its case; None if unknown."""
        return _code_of(text, {code: entry.label for code, entry in self.service_types.items()})

    def sector_code(self, text: str) -> str | None:
        """The code of a sector given by code or label, whatever its case; None if unknown."""
        return _code_of(text, self.sectors)

    def service_type_names(self) -> tuple[str, ...]:
        """The codes of all service types."""
        return tuple(self.service_types)

    def sector_names(self) -> tuple[str, ...]:
        """The codes of all sectors."""
        return tuple(self.sectors)

    def standards_on(self, on: date) -> tuple[Standard, ...]:
        """The standards that apply on a day."""
        return tuple(entry for entry in self.standards.values() if entry.validity.covers(on))

    def hooks_on(self, on: date) -> tuple[Hook, ...]:
        """The legal provisions in force on a day."""
        return tuple(entry for entry in self.hooks.values() if entry.validity.covers(on))

    def clauses_on(self, on: date) -> tuple[Clause, ...]:
        """The clauses that may be used on a day."""
        return tuple(entry for entry in self.clauses.values() if entry.validity.covers(on))

    def hook_gap(self, hook: str, on: date) -> str:
        """'' when the hook is in force on that day, else a sentence that says what is wrong."""
        known = self.hooks.get(hook)
        if known is None:
            return f"The legal hook “{hook}” is not in the framework."
        why = known.validity.why_not(on)
        return f"The legal hook {known.citation} {why}." if why else ""

    def standard_gap(self, standard: str, on: date) -> str:
        """'' when the standard applies on that day, else a sentence that says what is wrong."""
        known = self.standards.get(standard)
        if known is None:
            return f"The standard “{standard}” is not in the framework."
        why = known.validity.why_not(on)
        return f"The standard {known.citation} {why}." if why else ""

    def suggest(self, answers: Iterable[Answered], on: date) -> tuple[Suggestion, ...]:
        """The clauses that the answers bring up, with what is in force on `on` (see `suggest.suggest`)."""
        return suggest(answers, on, clauses=self.clauses, basis=self.basis)

    def basis(self, clause: Clause, on: date) -> tuple[str, str]:
        """The ids of the first standard and the first hook of a clause in force on a day, else ''."""
        standard = (key for key in clause.standards if self.standards[key].validity.covers(on))
        hook = (key for key in clause.hooks if self.hooks[key].validity.covers(on))
        return next(standard, ""), next(hook, "")


def _code_of(text: str, labels: Mapping[str, str]) -> str | None:
    wanted = text.strip().casefold()
    for code, label in labels.items():
        if wanted in (code.casefold(), label.casefold()):
            return code
    return None
