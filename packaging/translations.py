"""Renews the catalogues of the screen's languages: `make translations`.

usage: python packaging/translations.py [--check]

Qt's lupdate finds `self.tr`, `translate` and `mark`; the words of every `KnownError` are found here, those
with values as templates ("{name} is not there."), and given to lupdate as one more file. Then lrelease makes
the .qm files that ship. With --check nothing is written, and the exit status is 1 when something would be.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "inspector_app"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("gd",)


SENTENCES = {
    *("KnownError", "FormError", "ChecklistInvalid", "ServiceInvalid", "NotReady", "RegisterRefused"),
    *("FieldProblem", "SheetProblem", "Gap", "CheckResult", "_problem", "Damage"),
}
"""What is made of sentences for people: errors, and what is wrong in a file, a finding or a letter."""


def error_templates() -> tuple[str, ...]:
    """What all errors and problems of the program say, values as named places; in the order of the files."""
    found: dict[str, None] = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name_of(node.func) in SENTENCES:
                first = 2 if _name_of(node.func) == "Damage" else 0
                for argument in [
                    *node.args[first:],
                    *(k.value for k in node.keywords if k.arg in ("message", "advice")),
                ]:
                    found.update(dict.fromkeys(template for template in _templates(argument) if template))
    return tuple(found)


def _name_of(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _templates(argument: ast.expr) -> Iterator[str]:
    """The sentences that an argument may be; none where it is made elsewhere."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        if " " in argument.value:
            yield argument.value
    elif isinstance(argument, ast.IfExp):
        yield from _templates(argument.body)
        yield from _templates(argument.orelse)
    elif isinstance(argument, ast.JoinedStr):
        taken: list[str] = []
        parts = [_part(part, taken) for part in argument.values]
        if any(isinstance(part, ast.Constant) for part in argument.values):
            yield "".join(parts)


def _part(part: ast.expr, taken: list[str]) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    value = part.value if isinstance(part, ast.FormattedValue) else part
    name = value.id if isinstance(value, ast.Name) else "value"
    if isinstance(value, ast.Attribute):
        name = value.attr
    name = f"{name}{taken.count(name) + 1}" if name in taken else name
    taken.append(name)
    return f"{{{name}}}"


def _python_of(templates: tuple[str, ...]) -> str:
    lines = (f"translate({'KnownError'!r}, {template!r})" for template in templates)
    return "# Words of errors, for lupdate.\n" + "\n".join(lines) + "\n"


def renew(folder: Path) -> None:
    """Bring the catalogues in a folder up to date, translations there are kept; compile them."""
    folder.mkdir(parents=True, exist_ok=True)
    templates = error_templates()
    with_values = sorted(template for template in templates if "{" in template)
    (folder / "errors.txt").write_text("\n".join(with_values) + "\n", encoding="utf-8")
    with tempfile.TemporaryDirectory() as scratch:
        errors = Path(scratch) / "known_errors.py"
        errors.write_text(_python_of(templates), encoding="utf-8")
        sources = [str(file) for file in sorted(PACKAGE.rglob("*.py"))]
        for language in LANGUAGES:
            catalogue = folder / f"inspector_{language}.ts"
            options = ["-tr-function-alias", "QT_TRANSLATE_NOOP+=mark", "-locations", "none", "-no-obsolete"]
            tongues = ["-source-language", "en_GB", "-target-language", language, "-silent"]
            _run("pyside6-lupdate", *options, *tongues, *sources, str(errors), "-ts", str(catalogue))
            compiled = catalogue.with_suffix(".qm")
            _run("pyside6-lrelease", "-silent", "-compress", str(catalogue), "-qm", str(compiled))


def _run(tool: str, *arguments: str) -> None:
    beside = Path(sys.executable).with_name(tool)
    program = str(beside) if beside.exists() else tool
    done = subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{tool}: {done.stderr or done.stdout}")


def stale() -> list[str]:
    """The shipped files that renewing would change."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for file in FOLDER.glob("*.ts"):
            (folder / file.name).write_bytes(file.read_bytes())
        renew(folder)
        names = sorted(file.name for file in folder.iterdir())
        return [
            name
            for name in names
            if not (FOLDER / name).exists() or (FOLDER / name).read_bytes() != (folder / name).read_bytes()
        ]


if __name__ == "__main__":
    if "--check" in sys.argv:
        old = stale()
        sys.stdout.write("".join(f"{name} is out of date: make translations\n" for name in old))
        raise SystemExit(1 if old else 0)
    renew(FOLDER)
