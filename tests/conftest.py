"""What every test shares: where the reference material is, a private home for user data, patience, and laws
that are tried on the same examples each time.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from inspector_app.__main__ import Container
from tests.patience import PatientBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SHARED = Path(__file__).resolve().parents[1].parent / "shared"

UNHURRIED = (HealthCheck.too_slow,)
settings.register_profile(
    "steady", deadline=None, derandomize=True, database=None, suppress_health_check=UNHURRIED
)
settings.register_profile("search", deadline=None, max_examples=1000, suppress_health_check=UNHURRIED)
# A build fails for a change or not at all: new examples are looked for by `--hypothesis-profile=search`.
settings.load_profile("steady")


def ahead_at_night(now: datetime) -> timedelta:
    """How far the program's clock is ahead of the machine's in a run that is begun at night, so that no test
    sees two days, or an hour that is left out or comes twice.
    """
    if 4 <= now.hour < 21:
        return timedelta()
    noon = (now + timedelta(hours=6)).replace(hour=12, minute=0, second=0)
    return timedelta(seconds=round((noon - now).total_seconds()))


_AHEAD = ahead_at_night(datetime.now().replace(microsecond=0))
_now = Container.now


def _in_daylight(program: Container) -> datetime:
    return _now(program) + _AHEAD


if _AHEAD:
    Container.now = _in_daylight  # type: ignore[method-assign]


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> PatientBot:
    """The bot of pytest-qt with more patience."""
    return PatientBot(request)


@pytest.fixture
def shared() -> Path:
    """The reference folder beside the repository; a test that needs it skips where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the reference folder ../shared is not here")
    return SHARED


@pytest.fixture(autouse=True)
def private_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    monkeypatch.setenv("INSPECTOR_APP_HOME", str(home))
    return home


@pytest.fixture
def garbage_on_this_thread() -> Iterator[None]:
    """As in the program: no other thread, of the test's or of its runner, takes widgets apart."""
    from inspector_app.gui import garbage

    garbage.only_here()
    yield
    garbage.collect()
    garbage.anywhere()
