"""The real program, and the example job done once for all tests that only look at its results."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from copies import copied

from inspector_app.__main__ import make_program
from inspector_app.operations.demo import PASSPHRASE, run_demo
from inspector_app.operations.desk import Desk
from inspector_app.operations.program import Program
from inspector_app.operations.set_up import open_desk


@dataclass(frozen=True)
class Demo:
    folder: Path
    files: dict[str, Path]
    seconds: float


@pytest.fixture(scope="session")
def program() -> Program:
    return make_program()


@pytest.fixture(scope="session")
def demo(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Demo:
    folder = tmp_path_factory.mktemp("demo") / "out"
    started = time.process_time()  # of this process: the machine may be busy
    files = run_demo(program, folder)
    return Demo(folder, files, time.process_time() - started)


@pytest.fixture
def laptop(program: Program, demo: Demo, tmp_path: Path) -> Iterator[Desk]:
    """A copy of the example laptop, unlocked."""
    desk = open_desk(program, copied(demo.files["laptop_database"], tmp_path / "laptop"), PASSPHRASE)
    yield desk
    desk.store.close()


@pytest.fixture
def office(program: Program, demo: Demo, tmp_path: Path) -> Iterator[Desk]:
    """A copy of the example office, unlocked."""
    desk = open_desk(program, copied(demo.files["office_database"], tmp_path / "office"), PASSPHRASE)
    yield desk
    desk.store.close()
