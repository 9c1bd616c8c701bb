"""Every case of the kit, sent and loaded back, gives the same bytes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from inspector_app.forms.interface import load
from inspector_app.forms.protocol import _apply, live_environment, media_folder

KIT = Path(__file__).resolve().parents[2].parent / "shared" / "conformance"
GIANTS = ("jr-whova_form", "wf-whova_form-xlsx", "jr-nigeria_wards_internal", "jr-eIMCI-by-D-Tree")


def cases() -> list[Path]:
    return sorted((KIT / "cases").glob("*.json")) if KIT.is_dir() else []


@pytest.mark.slow
@pytest.mark.skipif(not KIT.is_dir(), reason="the conformance kit is not beside this checkout")
def test_every_submission_loads_back_to_the_same_bytes() -> None:
    checked = 0
    for path in cases():
        stem = path.stem.rsplit("-", 1)[0]
        form_path = KIT / "forms" / f"{stem}.xml"
        if stem in GIANTS and not path.stem.endswith("-1"):
            continue
        form = load(form_path.read_bytes(), media_folder(form_path.with_name(f"{stem}-media")))
        instance = form.new(live_environment())
        for number, answer in enumerate(json.loads(path.read_text(encoding="utf-8"))["answers"]):
            _apply(instance, answer, number)
        sent = instance.submission()
        assert form.reopen(sent, live_environment()).submission() == sent, path.stem
        checked += 1
    assert checked > 100
