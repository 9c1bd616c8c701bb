"""Expressions that two other engines evaluated: what they agree on, or what was decided, holds here.

The lists of differences are a ratchet: each entry names its reason, and none may be added without one.
"""

from __future__ import annotations

import json
import math
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from bare_host import BareHost

from inspector_app.xpath.compile import compile_expression
from inspector_app.xpath.errors import XPathError
from inspector_app.xpath.values import to_boolean, to_number, to_text

UNKNOWN_FUNCTIONS_ARE_REFUSED_AT_LOAD = (
    "explode",
    "substring()",
)
DECIDED_OTHERWISE = {
    "date-time('nonsense')": "an invalid date is blank",
    "date('nonsense')": "an invalid date is blank",
    'decimal-date-time(date("2025-08-18T02:03:23.958Z"))': "date() drops the time",
    "round(-1.5, 0)": "halves go up, as in JavaRosa",
}


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Restores the time zone of the process afterwards."""
    from inspector_app.xpath.dates import parse_temporal

    yield monkeypatch
    monkeypatch.undo()
    time.tzset()
    parse_temporal.cache_clear()


def use_zone(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    from inspector_app.xpath.dates import parse_temporal

    monkeypatch.setenv("TZ", name)
    time.tzset()
    parse_temporal.cache_clear()


def same(expected: object, got: object, kind: str, tolerance: float) -> bool:
    if kind != "number" or not isinstance(got, float):
        return expected == got
    wanted = float(str(expected))
    if math.isnan(wanted) or math.isinf(wanted):
        return str(wanted) == str(got)
    return math.isclose(wanted, got, rel_tol=1e-9, abs_tol=tolerance)


def evaluated(expression: str, kind: str) -> object:
    host = BareHost()
    try:
        value = compile_expression(expression, ()).evaluate(host.document, host)
    except XPathError as error:
        return error
    return {"string": to_text, "number": to_number, "boolean": to_boolean}[kind](value)


def test_expressions_of_web_forms_hold_unless_decided_otherwise(
    shared: Path, zone: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    use_zone(zone, "UTC")
    cases = json.loads((shared / "conformance" / "expressions_webforms.json").read_text(encoding="utf-8"))
    wrong = []
    passed = 0
    for case in cases:
        got = evaluated(case["expr"], case["kind"])
        tolerance = 0.01 if "geo" in case["file"] else 0.0
        if same(case["expected"], got, case["kind"], tolerance):
            passed += 1
        elif case["expr"] not in DECIDED_OTHERWISE and not any(
            name in case["expr"] for name in UNKNOWN_FUNCTIONS_ARE_REFUSED_AT_LOAD
        ):
            wrong.append((case["expr"], case["expected"], got))
    with capsys.disabled():
        print(
            f"\nexpressions_webforms.json: {passed} of {len(cases)} as Web Forms, the rest decided otherwise"
        )
    assert wrong == []
    assert passed >= 649
