"""Fences that import-linter does not see: sizes, top level, start-up imports, no network."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
PACKAGE = REPOSITORY / "inspector_app"
MODULES = sorted(PACKAGE.rglob("*.py"))
TOP_LEVEL = {
    "inspector_app", "resources", "tests", "packaging", "pyproject.toml", "README.md",
    "Makefile", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE",
}  # fmt: skip
DISPLAY_CHECK = PACKAGE / "gui" / "app.py"
"""Asks the display on this machine, over a local socket, whether it is alive; Qt would end the process."""

LOCAL_ONLY = {"QLocalServer", "QLocalSocket"}
"""A pipe between two starts of one user on one machine: the second brings the first forward."""

HEAVY = ("sqlite_utils", "lxml", "reportlab", "pyxform", "openpyxl", "xlsxwriter", "holidays", "pyrage")


def tracked_files() -> list[str]:
    listing = subprocess.run(
        ["git", "ls-files"], cwd=REPOSITORY, capture_output=True, text=True, check=False, timeout=600
    )
    if listing.returncode != 0:
        pytest.skip("not a git checkout: the list of tracked files is not known")
    return listing.stdout.splitlines()


def test_the_top_level_holds_only_the_agreed_names() -> None:
    top = {name.split("/")[0] for name in tracked_files()}
    assert {name for name in top if not name.startswith(".")} <= TOP_LEVEL


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_a_module_says_why_it_exists_and_stays_under_400_lines(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "no module docstring"
    assert len(text.splitlines()) <= 400


def test_no_two_files_of_tests_have_the_same_name() -> None:
    """Where all run in one piece, the second of a name is not collected."""
    names = Counter(path.name for path in (REPOSITORY / "tests").rglob("test_*.py"))
    assert [name for name, count in names.items() if count > 1] == []


def test_no_function_is_longer_than_60_lines() -> None:
    long = []
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > 60:
                    long.append(f"{module.relative_to(REPOSITORY)}:{node.lineno} {node.name} {length}")
    assert not long


def test_nothing_listens_on_a_port_or_fetches_anything() -> None:
    banned = {"socket", "socketserver", "http", "urllib", "requests", "ftplib", "smtplib", "QtNetwork"}
    found = []
    for module in MODULES:
        if module == DISPLAY_CHECK:
            continue
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
                if {alias.name for alias in node.names} <= LOCAL_ONLY:
                    continue
            found += [f"{module.name}: {n}" for n in names if n.split(".")[0] in banned or "QtNetwork" in n]
    assert not found


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]])
def test_the_command_line_starts_without_heavy_packages(arguments: list[str]) -> None:
    script = (
        "import sys\nfrom inspector_app.__main__ import main\n"
        f"sys.argv = ['inspector-app', *{arguments!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"loaded = [name for name in {(*HEAVY, 'PySide6')!r} if name in sys.modules]\n"
        "sys.exit(','.join(loaded) or 0)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        timeout=600,
        check=False,
    )
    assert run.returncode == 0, run.stderr


def test_no_machine_path_registry_or_workplace_name_is_tracked() -> None:
    words = [
        "pypi" + ".org",
        "python" + "hosted",
        "registry." + "npmjs",
        "deb." + "debian",
        str(REPOSITORY) + "/",
    ]
    found = []
    for name in tracked_files():
        path = REPOSITORY / name
        if path.suffix in {".ttf", ".otf", ".png", ".db"} or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        found += [f"{name}: {word}" for word in words if word in text]
    assert not found
