"""Derived rows: what the engine makes of the answers, kept for lists, search and export."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DerivedRow:
    """One question as the form sees it now; `value` is '' where it is not relevant."""

    key: str
    ref: str
    name: str
    value: str
    relevant: bool
    label: str = ""


@dataclass(frozen=True, slots=True)
class DerivedRows:
    """Rows of one checklist instance that changed, and the keys of repeat instances that are gone."""

    inspection: str
    checklist: str
    rows: tuple[DerivedRow, ...]
    gone: tuple[str, ...]
