"""Somebody without the key can put a page back as it was in an older copy: its seal still fits.

Nothing that the record says may change by that unseen.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from journals_on_disk import Laptop

from inspector_app.errors import KnownError
from inspector_app.storage import search
from inspector_app.storage.page_probe import PAGE
from inspector_app.storage.verify import verify


def said(laptop: Laptop) -> object:
    found = search.search(laptop.database.connection, "second", limit=100)
    return laptop.tables(), len(found)


@pytest.mark.slow
def test_a_page_put_back_as_it_was_is_detected_or_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "inspector.db"
    laptop = Laptop(path)
    for number in range(40):
        laptop.answer(f"q{number}", f"first {number} {'x' * 50}")
    laptop.close()
    old = path.read_bytes()
    laptop = Laptop(path)
    laptop.watch.moment += timedelta(days=1)
    for number in range(40):
        laptop.answer(f"q{number}", f"second {number}")
    now = said(laptop)
    laptop.close()
    new = path.read_bytes()
    detected = unseen = 0
    for start in range(0, min(len(old), len(new)), PAGE):
        page = old[start : start + PAGE]
        if page == new[start : start + PAGE]:
            continue
        path.write_bytes(new[:start] + page + new[start + PAGE :])
        try:
            again = Laptop(path)
        except KnownError:
            detected += 1
            continue
        if verify(again.database):
            detected += 1
        else:
            unseen += 1
            assert said(again) == now
        again.close()
    assert detected > 8 and detected > unseen
