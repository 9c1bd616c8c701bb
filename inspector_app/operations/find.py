"""Find inspections and services as a person types: every word must occur somewhere in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from inspector_app.inspections.service import Service
from inspector_app.operations.desk import Desk
from inspector_app.operations.overview import FRAMEWORK, service_words, status_words

if TYPE_CHECKING:
    from inspector_app.inspections.framework import Framework

Kind = Literal["inspection", "service"]


@dataclass(frozen=True, slots=True)
class Found:
    """One hit: `key` is an inspection's id or a service's number."""

    kind: Kind
    key: str
    title: str
    subtitle: str


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """One service of the register in words. `inspection` is the id of one under way there, '' if none."""

    number: str
    name: str
    words: str
    provider: str
    area: str
    inspection: str = ""


@dataclass(frozen=True, slots=True)
class ServiceList:
    """The services that match, at most so many as were asked for, of `total` in the register."""

    lines: tuple[ServiceLine, ...]
    total: int
    more: bool


def find(desk: Desk, text: str, limit: int = 8) -> tuple[Found, ...]:
    """Inspections first, then services."""
    words = text.casefold().split()
    if not words:
        return ()
    framework = desk.program.framework(FRAMEWORK)
    inspections = [
        Found(
            "inspection",
            row.id,
            row.service_name,
            f"{row.reference} · {status_words(row.status).lower()}",
        )
        for row in desk.store.lists.found([_word(word, framework) for word in words], limit)
    ]
    services = [
        Found(
            "service",
            one.service_number,
            one.name,
            service_words(one.service_number, one.service_type, one.sector, framework),
        )
        for one in desk.store.find_services(text, limit)
    ]
    return (*inspections, *services)


def services(desk: Desk, text: str = "", limit: int = 200) -> ServiceList:
    """The register, or what matches in it, by name."""
    framework = desk.program.framework(FRAMEWORK)
    found = desk.store.find_services(text, limit + 1)
    under_way = desk.store.lists.under_way_at([one.service_number for one in found[:limit]])
    lines = tuple(
        ServiceLine(
            number=one.service_number,
            name=one.name,
            words=service_words("", one.service_type, one.sector, framework),
            provider=one.provider_name,
            area=one.area,
            inspection=under_way.get(one.service_number, ""),
        )
        for one in found[:limit]
    )
    return ServiceList(lines, desk.store.service_count(), len(found) > limit)


def service_of(desk: Desk, number: str) -> Service | None:
    """One service by its number."""
    return desk.store.service(number)


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    types: tuple[str, ...]
    sectors: tuple[str, ...]


def _word(text: str, framework: Framework) -> _Word:
    """A word with the types and sectors of service that are called so."""
    kinds = {
        code: framework.reporting_types.get(known.reporting_type, known.label)
        for code, known in framework.service_types.items()
    }
    return _Word(text, _named(text, kinds), _named(text, framework.sectors))


def _named(text: str, labels: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(code for code, label in labels.items() if text in label.casefold())
