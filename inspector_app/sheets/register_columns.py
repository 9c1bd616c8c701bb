"""The columns of a register file and the spellings of their headers that are understood."""

from __future__ import annotations

import re
from collections.abc import Mapping

from inspector_app.inspections.service import FIELDS

COLUMNS = FIELDS
MANDATORY = ("service_number", "name", "service_type", "sector")

_SPELLINGS: Mapping[str, str] = {
    "service_number": "service number, cs number, csnumber, cs no, service no, service ref,"
    " service reference, service id, registration number, case number",
    "name": "name, service name, name of service, service",
    "service_type": "service type, type, type of service, care service, care service type, subtype",
    "sector": "sector, service sector, provider sector, provided by sector",
    "provider_name": "provider name, provider, service provider, name of provider, registered provider",
    "provider_number": "provider number, sp number, spnumber, sp no, provider no, service provider number,"
    " provider reference, provider id",
    "address": "address, service address, postal address, full address",
    "area": "area, local authority area, council area, local authority, council, council area name,"
    " local authority name, community planning partnership",
    "manager": "manager, manager name, name of manager, service manager, registered manager",
    "places": "places, number of places, registered places, no of places, capacity, total registered places,"
    " maximum places",
}


def plain(text: str) -> str:
    """Text as it is compared: small letters, words divided by one blank, ``&`` as and, no punctuation."""
    words = re.sub(r"[^\w]|_", " ", text.casefold().replace("&", " and "))
    return " ".join(words.split())


_BY_SPELLING = {
    plain(spelling): column for column, spellings in _SPELLINGS.items() for spelling in spellings.split(",")
}


def column_of(header: str) -> str:
    """The column that a header names, or '' when it names none of the register's."""
    return _BY_SPELLING.get(plain(header), "")
