"""Find inspections and services as a person types: every word must occur somewhere in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from inspector_app.inspections.service import Service
from inspector_app.operations.desk import Desk
from inspector_app.operations.overview import FRAMEWORK, Home, home, service_words

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
    inspections = [
        Found("inspection", line.id, line.title, f"{line.reference} · {line.status.lower()}")
        for line in home(desk, with_dates=False).lines
        if all(word in f"{line.title} {line.reference} {line.subtitle}".casefold() for word in words)
    ]
    framework = desk.program.framework(FRAMEWORK)
    services = [
        Found(
            "service",
            one.service_number,
            one.name,
            service_words(one.service_number, one.service_type, one.sector, framework),
        )
        for one in desk.store.find_services(text, limit)
    ]
    return (*inspections[:limit], *services)


def services(desk: Desk, text: str = "", limit: int = 200) -> ServiceList:
    """The register, or what matches in it, by name."""
    framework = desk.program.framework(FRAMEWORK)
    found = desk.store.find_services(text, limit + 1)
    under_way = _under_way(home(desk, with_dates=False))
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


def _under_way(shown: Home) -> dict[str, str]:
    return {line.subtitle.split(" · ", 1)[0]: line.id for line in shown.lines if line.status_tone == "accent"}
