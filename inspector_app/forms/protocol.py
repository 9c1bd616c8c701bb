"""Runs conformance cases: the protocol of ``checklist run``, one shot or as a loop of JSON lines.

A case is a form, a list of answers applied in order to a new record, and a folder of attached files. The
result holds every element of the primary instance in its final state.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TextIO

from inspector_app.errors import KnownError
from inspector_app.forms.interface import Environment, Form, Instance, NodeView, load

Answer = Mapping[str, object]
Media = Callable[[str], bytes | None]
_LISTS = frozenset({".csv", ".xml", ".geojson", ".json"})


def live_environment() -> Environment:
    """The clock, chance and ids of this machine."""
    return Environment(
        now=lambda: datetime.now().astimezone(),
        random=random.random,
        new_uuid=lambda: str(uuid.uuid4()),
        properties={"deviceid": "inspector-desktop"},
    )


def media_folder(folder: Path | None) -> Media | None:
    """Attached files from a folder, by bare name; nothing outside it can be reached. A list too large to
    load is refused (FormError) before it is read.
    """
    if folder is None:
        return None

    def read(name: str) -> bytes | None:
        from inspector_app.forms.codecs.secondary import MOST_BYTES, too_large

        path = folder / Path(name).name
        if not path.is_file():
            return None
        if path.suffix.lower() in _LISTS and path.stat().st_size > MOST_BYTES:
            raise too_large(path.name)
        return path.read_bytes()

    return read


def run_case(
    form_bytes: bytes, answers: Iterable[Answer], media: Media | None, environment: Environment | None = None
) -> dict[str, object]:
    """Load, answer, report. FormError for a form that is refused."""
    begin = time.perf_counter()
    form = load(form_bytes, media)
    return run_form(form, answers, environment or live_environment(), begin)


def run_form(
    form: Form, answers: Iterable[Answer], environment: Environment, begin: float
) -> dict[str, object]:
    """Answer a loaded form; `begin` is the counter at which loading began."""
    instance = form.new(environment)
    load_ms = (time.perf_counter() - begin) * 1000
    results = [_apply(instance, answer, number) for number, answer in enumerate(answers)]
    return {
        "nodes": [_node(view) for view in instance.views() if view.kind != "repeat"],
        "load_ms": round(load_ms, 3),
        "answers": results,
        "instance_xml": instance.submission().decode("utf-8"),
    }


def _apply(instance: Instance, answer: Answer, number: int) -> dict[str, object]:
    ref = str(answer.get("ref") or "")
    begin = time.perf_counter()
    error = ""
    try:
        if "lang" in answer:
            instance.set_language(str(answer["lang"]))
        elif answer.get("addRepeat"):
            instance.add_repeat(instance.key_of(ref), f"p{number}")
        elif answer.get("removeRepeat"):
            instance.remove_repeat(instance.key_of(ref))
        else:
            instance.set(instance.key_of(ref), str(answer.get("value") or ""))
    except KnownError as problem:
        error = str(problem)
    milliseconds = round((time.perf_counter() - begin) * 1000, 4)
    return {"ref": ref, "ok": not error, "error": error or None, "ms": milliseconds}


def _node(view: NodeView) -> dict[str, object]:
    choices = None
    if view.choices is not None:
        choices = [{"value": choice.value, "label": choice.label} for choice in view.choices]
    return {
        "ref": view.ref,
        "relevant": view.relevant,
        "required": view.required,
        "readonly": view.readonly,
        "value": view.value,
        "choices": choices,
    }


def serve(incoming: TextIO, outgoing: TextIO) -> None:
    """Answer JSON lines until the input ends; a case that fails gives its error and the loop goes on."""
    for line in incoming:
        if line.strip():
            outgoing.write(json.dumps(_served(line), ensure_ascii=False) + "\n")
            outgoing.flush()


def _served(line: str) -> dict[str, object]:
    case_id: object = None
    try:
        case = json.loads(line)
        case_id = case.get("id")
        folder = Path(case["media"]) if case.get("media") else None
        result = run_case(Path(case["form"]).read_bytes(), case["answers"], media_folder(folder))
    except KnownError as problem:
        return {"id": case_id, "error": str(problem)}
    except Exception as problem:
        # The process has to live on whatever a case brings; the fault is told, not hidden.
        return {"id": case_id, "error": f"{type(problem).__name__}: {problem}"}
    return {"id": case_id, **result}


def main(arguments: Sequence[str] | None = None) -> int:
    """``FORM --answers CASE [--media DIR] --json`` or ``--serve``; exit status 1 for a refused form."""
    parser = argparse.ArgumentParser(prog="inspector_app.forms.protocol")
    parser.add_argument("form", nargs="?")
    parser.add_argument("--answers")
    parser.add_argument("--media")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--serve", action="store_true")
    options = parser.parse_args(arguments)
    if options.serve:
        serve(sys.stdin, sys.stdout)
        return 0
    if options.form is None or options.answers is None:
        parser.error("a form and --answers are needed")
    case = json.loads(Path(options.answers).read_text(encoding="utf-8"))
    folder = Path(options.media) if options.media else None
    try:
        result = run_case(Path(options.form).read_bytes(), case["answers"], media_folder(folder))
    except KnownError as problem:
        sys.stdout.write(json.dumps({"error": str(problem)}, ensure_ascii=False) + "\n")
        return 1
    sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
