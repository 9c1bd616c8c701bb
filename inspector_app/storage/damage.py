"""One thing that `verify` found to be wrong."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is wrong; `code` is stable, `where` names the place, `message` is for people.

    Codes: ``page``, ``structure``, those of `journal.chain.Fault`, ``erased-in-backup``, ``chain-head``,
    ``missing-events``, ``field-state``, ``projection``, ``search``, ``file``, ``attachment``.
    """

    code: str
    where: str
    message: str
