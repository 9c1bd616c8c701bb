"""Makes a database of any size for measuring: the example inspection, recorded once by the real program,
then written again and again through the journal with ids, reference, service and days of its own.

``python tests/benchmarks/large_database.py FOLDER --inspections 500`` makes
FOLDER/large.db (passphrase ``demo``).
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from inspector_app.__main__ import make_program
from inspector_app.inspections.service import Service
from inspector_app.journal.chain import Draft
from inspector_app.journal.derived import DerivedRow, DerivedRows
from inspector_app.journal.event import Event, Json
from inspector_app.journal.ids import OrderedIds
from inspector_app.operations.demo import PASSPHRASE, run_demo
from inspector_app.operations.ports import Store
from inspector_app.operations.program import Program
from inspector_app.operations.set_up import OFFICE_CARD, open_desk

SEED = 2016
BATCH = 100
FIRST_DAY = date(2016, 4, 1)
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_WORDS = """
    policy staff training risk missing plan review partner agency online awareness records meeting
    manager supervision discussion example procedure protocol wellbeing participation leadership
    assessment strategy evidence children young people residents transition advocacy complaint
    evening weekend rota induction governance quality audit improvement communication family contact
""".split()  # noqa: SIM905


class Template:
    """One real inspection: its events, its derived rows and the form that it was filled in."""

    def __init__(self, program: Program) -> None:
        with tempfile.TemporaryDirectory() as folder:
            made = run_demo(program, Path(folder) / "demo")
            desk = open_desk(program, made["laptop_database"], PASSPHRASE)
            try:
                (self.inspection,) = desk.store.inspection_ids()
                self.events = [
                    event for event in desk.store.events(self.inspection) if event.kind != "letter"
                ]
                self.events.sort(key=lambda event: event.seq)
                self.office_card = desk.store.secret(OFFICE_CARD)
                self.checklists = {
                    record: desk.store.derived(record)
                    for record in desk.store.records(self.inspection, "checklist")
                }
                self.forms = {
                    digest: desk.store.blob(digest)
                    for digest in {event.form_hash for event in self.events if event.form_hash}
                }
            finally:
                desk.store.close()


def fill(store: Store, template: Template, inspections: int, ids: OrderedIds) -> int:
    """Write the template's inspection so many times; the number of events."""
    source = random.Random(SEED)
    for form in template.forms.values():
        assert form is not None
        store.put_blob(form, "application/xml", "form.xml")
    written = 0
    for first in range(0, inspections, BATCH):
        with store.transaction():
            for place in range(first, min(first + BATCH, inspections)):
                written += _one(store, template, place, source, ids)
    return written


def _one(store: Store, template: Template, place: int, source: random.Random, ids: OrderedIds) -> int:
    names: dict[str, str] = {}

    def renamed(text: str) -> str:
        return _ID.sub(lambda found: names.setdefault(found[0], ids.new()), text)

    inspection = renamed(template.inspection)
    number = f"CS{9_000_000_000 + place}"
    day = FIRST_DAY + timedelta(days=source.randrange(3000))
    name = f"Invented {source.choice(_WORDS)} {source.choice(_WORDS)} service {place} (example)"
    store.put_services(
        [Service(number, name, "care_home_children", "private", "Invented provider (example)")]
    )
    drafts = []
    for event in template.events:
        value = _renamed(event.value, renamed)
        if event.kind == "inspection":
            value = _inspection_value(event, value, number, name, place, day)
        elif isinstance(value, str) and value.count(" ") > 4:
            value = f"{value} {' '.join(source.choices(_WORDS, k=6))} {place}."
        record = renamed(event.record)
        drafts.append(Draft(event.kind, record, event.field, value))
    events = store.append(inspection, drafts, author="A. Inspector (example)", device="laptop-large",
                          form_hash=next(iter(template.forms)))  # fmt: skip
    for record, rows in template.checklists.items():
        store.put_derived(DerivedRows(inspection, renamed(record), tuple(_rows(rows, renamed)), ()))
    return len(events)


def _inspection_value(event: Event, value: Json, number: str, name: str, place: int, day: date) -> Json:
    if event.field == "service" and isinstance(value, dict):
        return {**value, "service_number": number, "name": name}
    if event.field == "reference":
        return f"EX-{day.year}-{place:05d}"
    return day.isoformat() if event.field in ("started_on", "ended_on") else value


def _rows(rows: tuple[DerivedRow, ...], renamed: object) -> Iterator[DerivedRow]:
    assert callable(renamed)
    for row in rows:
        yield replace(row, key=renamed(row.key), value=renamed(row.value))


def _renamed(value: Json, renamed: object) -> Json:
    assert callable(renamed)
    if isinstance(value, str):
        return str(renamed(value))
    if isinstance(value, list):
        return [_renamed(one, renamed) for one in value]
    if isinstance(value, dict):
        return {name: _renamed(one, renamed) for name, one in value.items()}
    return value


def make(folder: Path, inspections: int, *, office: bool = False) -> Path:
    """A database of that many inspections at `folder`/large.db, passphrase ``demo``."""
    program = make_program()
    path = folder / "large.db"
    template = Template(program)
    role = "office" if office else "laptop"
    store = program.databases.create(path, PASSPHRASE, realm="example", role=role, escrow=()).store
    try:
        store.set_meta("device", "laptop-large")
        store.set_meta("author", "A. Inspector (example)")
        store.put_secret(OFFICE_CARD, template.office_card)
        start = time.perf_counter()
        events = fill(store, template, inspections, OrderedIds(program.now))
        seconds = time.perf_counter() - start
        size = path.stat().st_size / 1e6
        print(
            f"{inspections} inspections, {events} events in {seconds:.0f} s, {size:.0f} MB", file=sys.stderr
        )
    finally:
        store.close()
    return path


def main() -> int:
    parser = argparse.ArgumentParser(description="Make a large invented database.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--inspections", type=int, default=500)
    parser.add_argument("--office", action="store_true")
    arguments = parser.parse_args()
    make(arguments.folder, arguments.inspections, office=arguments.office)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
