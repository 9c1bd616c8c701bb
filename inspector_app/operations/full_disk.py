"""A disk with no room: what is there can be read, nothing can be saved, and it goes on when there is room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspector_app.operations.changed import Recovered
    from inspector_app.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class Room:
    """Whether the disk is `full`; `needed` are the megabytes to free. `recovered` is what was typed before
    and could be folded into the record only now.
    """

    full: bool
    needed: int
    recovered: tuple[Recovered, ...] = ()


def look_for_room(desk: Desk) -> Room:
    """Ask the disk; where there is room again, everything is saved from now on."""
    needed = -(-desk.store.room_needed // 1_000_000)
    if not desk.store.has_room():
        return Room(True, needed)
    recovered: tuple[Recovered, ...] = ()
    if desk.left_typed:
        from inspector_app.operations.typing import fold_typed

        recovered, desk.left_typed = fold_typed(desk), False
    return Room(False, needed, recovered)
