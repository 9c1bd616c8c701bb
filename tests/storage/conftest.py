from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from journals_on_disk import Laptop


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    made = Laptop(tmp_path / "laptop" / "inspector.db")
    yield made
    made.close()


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Callable[..., Laptop]]:
    made: list[Laptop] = []

    def make(name: str, **arguments: object) -> Laptop:
        made.append(Laptop(tmp_path / name / "inspector.db", name, **arguments))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for laptop in made:
        laptop.close()
