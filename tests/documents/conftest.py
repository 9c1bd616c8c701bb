"""Letters for the tests of this room; see `invented_letters`."""

from __future__ import annotations

import pytest
from invented_letters import invented_letter

from inspector_app.inspections.letter import Letter


@pytest.fixture
def letter() -> Letter:
    """A final letter with one of everything."""
    return invented_letter()
