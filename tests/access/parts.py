"""The parts of the day, each a step with what must be heard and read there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reader import NotThere, Reader

LAPTOP = "This laptop"
PARTS = "Inspection IN-2026-0042"


@dataclass
class Day:
    """Who works, on what."""

    reader: Reader
    folder: Path
    register: str
    passphrase: str
    office_passphrase: str


def make_a_profile(day: Day) -> None:
    reader = day.reader
    reader.press("button", "Make my profile")
    reader.wait_for(lambda: reader.said("name"), "an announcement of what is missing")
    reader.write("Your name", "A. Inspector")
    for field in ("Passphrase", "Passphrase again"):
        reader.write(field, day.passphrase, role="password text")
    reader.write("Head office", str(day.folder / "office" / "office.pub"))
    reader.press("button", "Make my profile")
    reader.find("label", "Recovery code…", patience=40)
    reader.act(reader.find("check box", "It is printed or written down"))
    reader.press("button", "Go on")
    reader.find("frame", "Inspections – …")


def import_the_register(day: Day) -> None:
    reader = day.reader
    reader.choose(LAPTOP, "Register")
    reader.find("frame", "Register – …")
    reader.write("File from head office", day.register)
    reader.press("button", "Import the register")
    reader.wait_for(lambda: reader.said("5 services"), "the number of services, announced")


def start_an_inspection(day: Day) -> None:
    reader = day.reader
    reader.choose(LAPTOP, "Start an inspection")
    reader.write("Service", "riverbank")
    reader.choose("Services found", "Riverbank House (example)…")
    reader.focus(reader.find("list", "Services found"))
    reader.key("Return")
    reader.write("Reference", "IN-2026-0042")
    reader.press("button", "Start the inspection")
    reader.find("frame", "Prepare – Riverbank House (example)…")


STAFF = (
    ("Residential worker", "i", "y", "y", "y", "Gave two examples unprompted"),
    ("Senior worker", "i", "y", "y", "y", ""),
    ("Residential worker", "i", "y", "y", "y", ""),
    ("Relief worker", "i", "y", "n", "n", "Online safety only"),
    ("Night worker", "b", "n", "n", "n", "Training booked"),
    ("Night worker", "b", "n", "n", "n", ""),
    ("Cook", "i", "n", "nn", "n", "Called away"),
)
"""Seven asked, one of them not about indicators: three of six know them, exactly half."""


def answer_policy(day: Day) -> None:
    reader = day.reader
    reader.choose(PARTS, "Policy…")
    reader.answer("In place", "Q1 …")
    reader.answer("Partially", "Q2 …")
    reader.wait_for(lambda: reader.said("Saved"), "that it is saved, announced")


def sample_the_staff(day: Day) -> None:
    """Seven rows by keys, as in any table; then each cell is read with its headers."""
    reader = day.reader
    reader.choose(PARTS, "Staff awareness…")
    table = reader.find("table", "Member of staff")
    reader.focus(table)
    for row in STAFF:
        reader.key("Control+Return")
        for at, cell in enumerate(row):
            if at:
                reader.key("Tab")
            reader.type(cell)
        reader.key("Return")
    reader.wait_for(lambda: reader.cell("Member of staff", 6, "Designation") == "Cook", "the seventh row")
    print(reader.tree())
    raise NotThere("stop")


STEPS: tuple[Callable[[Day], None], ...] = (
    make_a_profile,
    import_the_register,
    start_an_inspection,
    answer_policy,
    sample_the_staff,
)
