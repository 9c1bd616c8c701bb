"""The inspected service: what the register says about it, checked field by field.

"Service" always means the inspected care service. The provider is the body that runs it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from inspector_app.errors import KnownError

FIELDS = (
    "service_number",
    "name",
    "service_type",
    "sector",
    "provider_name",
    "provider_number",
    "address",
    "area",
    "manager",
    "places",
)
"""The register's columns in their promised order (COMMANDS)."""

LABELS = {
    "service_number": "service number",
    "name": "name",
    "service_type": "service type",
    "sector": "sector",
    "provider_name": "provider name",
    "provider_number": "provider number",
    "address": "address",
    "area": "area",
    "manager": "manager",
    "places": "places",
}

_REQUIRED = ("service_number", "name", "service_type", "sector")
_SERVICE_NUMBER = re.compile(r"CS[0-9]{4,14}")
_PROVIDER_NUMBER = re.compile(r"SP[0-9]{4,14}")
_PLACES = re.compile(r"[0-9]{1,9}")
_MOST_PLACES = 5000
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Service:
    """One service of the register; `places` is None where the type has none (fostering, adoption)."""

    service_number: str
    name: str
    service_type: str
    sector: str
    provider_name: str = ""
    provider_number: str = ""
    address: str = ""
    area: str = ""
    manager: str = ""
    places: int | None = None


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """What is wrong with one field of the register, and what to do."""

    field: str
    message: str
    advice: str


class ServiceInvalid(KnownError):
    """A service that cannot be taken as it stands; `problems` names every field."""

    def __init__(self, problems: tuple[FieldProblem, ...]) -> None:
        first = problems[0]
        more = f" ({len(problems) - 1} more)" if len(problems) > 1 else ""
        super().__init__(first.message + more, first.advice, code="service-invalid")
        self.problems = problems


class Codes(Protocol):
    """What a service's codes are checked against; a Framework is one."""

    def service_type_code(self, text: str) -> str | None:
        """The code of a service type given by code or label, or None."""

    def sector_code(self, text: str) -> str | None:
        """The code of a sector given by code or label, or None."""

    def service_type_names(self) -> tuple[str, ...]:
        """The codes that can be used, for advice."""

    def sector_names(self) -> tuple[str, ...]:
        """The codes that can be used, for advice."""


def read_service(values: Mapping[str, str], codes: Codes) -> Service:
    """A Service from texts by field name; raises `ServiceInvalid` naming every wrong field."""
    text = {field: " ".join(values.get(field, "").split()) for field in FIELDS}
    text["address"] = values.get("address", "").strip()
    text["service_number"] = text["service_number"].upper()
    text["provider_number"] = text["provider_number"].upper()
    service_type = codes.service_type_code(text["service_type"])
    sector = codes.sector_code(text["sector"])
    problems = [
        *_missing(text),
        *_too_long(text),
        *_numbers(text),
        *_unknown_codes(text, codes, service_type, sector),
    ]
    if problems:
        raise ServiceInvalid(tuple(problems))
    assert service_type is not None and sector is not None
    return Service(
        service_number=text["service_number"],
        name=text["name"],
        service_type=service_type,
        sector=sector,
        provider_name=text["provider_name"],
        provider_number=text["provider_number"],
        address=text["address"],
        area=text["area"],
        manager=text["manager"],
        places=int(text["places"]) if text["places"] else None,
    )


def _missing(text: Mapping[str, str]) -> list[FieldProblem]:
    return [
        FieldProblem(field, f"The {LABELS[field]} is missing.", f"Give the {LABELS[field]}.")
        for field in _REQUIRED
        if not text[field]
    ]


def _too_long(text: Mapping[str, str]) -> list[FieldProblem]:
    return [
        FieldProblem(
            field,
            f"The {LABELS[field]} is {len(text[field])} characters long.",
            f"Shorten it to at most {_LONGEST} characters.",
        )
        for field in FIELDS
        if len(text[field]) > _LONGEST
    ]


def _numbers(text: Mapping[str, str]) -> list[FieldProblem]:
    problems = []
    number, provider, places = text["service_number"], text["provider_number"], text["places"]
    if number and not _SERVICE_NUMBER.fullmatch(number):
        problems.append(
            FieldProblem(
                "service_number",
                f"“{number[:40]}” is not a service number.",
                "Write the letters CS and the digits after them, such as CS2003000001.",
            )
        )
    if provider and not _PROVIDER_NUMBER.fullmatch(provider):
        problems.append(
            FieldProblem(
                "provider_number",
                f"“{provider[:40]}” is not a provider number.",
                "Write the letters SP and the digits after them, such as SP2003000001, or leave it blank.",
            )
        )
    if places and not (_PLACES.fullmatch(places) and int(places) <= _MOST_PLACES):
        problems.append(
            FieldProblem(
                "places",
                f"“{places[:40]}” is not a number of places.",
                f"Write a whole number from 0 to {_MOST_PLACES}, or leave it blank.",
            )
        )
    return problems


def _unknown_codes(
    text: Mapping[str, str], codes: Codes, service_type: str | None, sector: str | None
) -> list[FieldProblem]:
    problems = []
    if text["service_type"] and service_type is None:
        problems.append(
            FieldProblem(
                "service_type",
                f"“{text['service_type'][:40]}” is not a service type.",
                f"Use one of: {', '.join(codes.service_type_names())}.",
            )
        )
    if text["sector"] and sector is None:
        problems.append(
            FieldProblem(
                "sector",
                f"“{text['sector'][:40]}” is not a sector.",
                f"Use one of: {', '.join(codes.sector_names())}.",
            )
        )
    return problems
