"""An invented database of any size, for measuring: through engine, journal and finalising like any other."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from inspector_app.operations.demo import example_desks
from inspector_app.operations.demo_national import record_row, services_of
from inspector_app.operations.desk import Desk
from inspector_app.operations.ports import Progress, no_progress
from inspector_app.operations.program import Program
from inspector_app.operations.set_up import empty_folder
from inspector_app.sheets.sample import SampleRow

SEED = 2016
BATCH = 100
TYPES = (
    ("care_home", "care_home"),
    ("residential_special_school", "school_care"),
    ("fostering", "fostering"),
)
SECTORS = ("local_authority", "private", "voluntary")


def run_large(
    program: Program,
    folder: Path,
    inspections: int,
    *,
    office: bool = False,
    progress: Progress = no_progress,
) -> dict[str, Path]:
    """Fill a laptop's database, or an office's; the same number gives the same answers."""
    empty_folder(folder)
    made, laptop = example_desks(program, folder)
    store = made.desk.store if office else laptop.desk.store
    desk = Desk(program, store, laptop.desk.author, laptop.desk.device)
    try:
        rows = list(invented_rows(inspections))
        with store.transaction():
            store.put_services(services_of(rows))
        for first in range(0, len(rows), BATCH):
            with store.transaction():
                for place, row in enumerate(rows[first : first + BATCH], start=first + 1):
                    record_row(desk, row, f"EX-{row.inspected_on.year}-{place:05d}")
                    progress(place, len(rows))
    finally:
        laptop.desk.store.close()
        made.desk.store.close()
    return {"database": store.path}


def invented_rows(count: int) -> Iterator[SampleRow]:
    """Rows of a sample from a fixed seed."""
    source = random.Random(SEED)
    for place in range(count):
        service_type, reporting_type = source.choice(TYPES)
        policy = source.choice(("in_place", "in_place", "in_development", "none"))
        in_place = policy == "in_place"
        asked = source.choice((3, 5, 7, 9))
        yield SampleRow(
            row=place + 2,
            service_number=f"CS{9_000_000_000 + place}",
            service_type=service_type,
            reporting_type=reporting_type,
            sector=source.choice(SECTORS),
            inspected_on=date(2016, 4, 1) + timedelta(days=source.randrange(365)),
            policy=policy,
            policy_framework=source.choice(("yes", "partially", "no")) if in_place else "",
            staff_asked=asked,
            staff_aware_responsibilities=source.randrange(asked + 1) if in_place else None,
            aware_responsibilities="",
            staff_aware_indicators=source.randrange(asked + 1),
            aware_indicators="",
            systems=source.choice(("yes", "partially", "no")),
            care_plans=source.choice(("yes", "partially", "no", "not_applicable")),
            recommendations=source.choice((0, 0, 1)),
            requirements=source.choice((0, 0, 0, 1)),
        )
