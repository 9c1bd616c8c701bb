"""Where user data lives on this machine; the one place that differs between systems."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import platformdirs


class UserPaths(NamedTuple):
    """Folders of one user: `data` (database, backups), `logs`, `temporary` (private, swept at start)."""

    data: Path
    logs: Path
    temporary: Path

    @property
    def database(self) -> Path:
        return self.data / "inspector.db"


def user_paths(environment: dict[str, str] | None = None) -> UserPaths:
    """The user's folders; ``INSPECTOR_APP_HOME`` overrides them all. Nothing is created here."""
    variables = os.environ if environment is None else environment
    home = variables.get("INSPECTOR_APP_HOME")
    if home:
        base = Path(home)
        return UserPaths(base, base / "logs", base / "private")
    data = Path(platformdirs.user_data_dir("inspector-app", appauthor=False))
    logs = Path(platformdirs.user_log_dir("inspector-app", appauthor=False))
    return UserPaths(data, logs, data / "private")
