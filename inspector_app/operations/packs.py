"""Which framework packs an inspection may be carried out under: those that know the type of the service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.inspections.pack_files import shipped_frameworks
from inspector_app.operations.overview import FRAMEWORK

if TYPE_CHECKING:
    from inspector_app.inspections.framework import Framework
    from inspector_app.inspections.service import Service
    from inspector_app.operations.desk import Desk


def packs_of(desk: Desk, service: Service | None) -> list[Framework]:
    """The packs that know the type of a service, the usual one where none does or no service is given."""
    usual = desk.program.framework(FRAMEWORK)
    if service is None:
        return [usual]
    packs = [desk.program.framework(one) for one in shipped_frameworks()]
    return [pack for pack in packs if service.service_type in pack.service_types] or [usual]


def pack_of(desk: Desk, service: Service, inspection_type: str) -> Framework:
    """The pack under which an inspection of this type is carried out at this service."""
    packs = packs_of(desk, service)
    return next((pack for pack in packs if inspection_type in pack.inspection_types), packs[0])
