"""Run a form headless, as the conformance protocol asks: answers in, final state out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TextIO

from inspector_app.errors import KnownError
from inspector_app.files import read_whole
from inspector_app.forms.protocol import media_folder, run_case, serve


def run_once(form: Path, answers: Path, media: Path | None) -> dict[str, object]:
    """Apply the list under ``answers`` of a JSON file to a new record of the form; gives its final state."""
    try:
        data = json.loads(read_whole(answers))
        steps = data["answers"]
    except (ValueError, KeyError, TypeError) as error:
        raise KnownError(
            f"{answers.name} is no JSON object with a list “answers”.",
            'Write {"answers": [{"ref": "/data/q1", "value": "yes"}, …]}.',
            code="answers-file",
        ) from error
    return run_case(_xform(form), steps, media_folder(media))


def serve_lines(source: TextIO, target: TextIO) -> None:
    """Answer JSON lines until the input ends; a case that fails says so and the next one runs."""
    serve(source, target)


def _xform(form: Path) -> bytes:
    if form.suffix.lower() == ".xml":
        return read_whole(form)
    from inspector_app.checklists.compile import compile_checklist

    return compile_checklist(form).usable().xform
