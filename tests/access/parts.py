"""The parts of the day, each a step with what must be heard and read there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reader import Reader

RECOMMENDATION = "Strengthen the child sexual exploitation policy"
REQUIREMENT = "Identify children at risk of sexual exploitation"
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

    @property
    def today(self) -> str:
        return f"{date.today():%d/%m/%Y}"


def make_a_profile(day: Day) -> None:
    reader = day.reader
    reader.press("button", "Make my profile")
    reader.wait_for(lambda: reader.said("name"), "an announcement of what is missing")
    reader.write("Your name", "A. Inspector")
    for field in ("Passphrase", "Passphrase again"):
        reader.write(field, day.passphrase, role="password text")
    reader.write("Head office", str(day.folder / "office" / "office.pub"))
    reader.press("button", "Make my profile")
    reader.find("label", "Recovery code…")
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


NOTHING = ("empty", "new row")
"""What a cell says in which nothing stands."""


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
    headers = reader.headers(table)
    assert headers[0] == "Designation" and "Knows indicators" in headers, headers
    reader.focus(table)
    for number, row in enumerate(STAFF):
        reader.key("Control+Return")
        for at, cell in enumerate(row):
            if at:
                reader.key("Tab")
            if not cell:
                continue
            reader.type(cell)
            if 0 < at < len(row) - 1:
                read = lambda number=number, at=at: reader.at(table, number, at) not in NOTHING  # noqa: E731
                reader.wait_for(read, f"an answer in row {number + 1}, column {headers[at]}")
        reader.key("Return")
        reader.wait_for(lambda number=number, row=row: reader.at(table, number, 0) == row[0], "the row")
    spoken = [reader.row(table, number) for number in range(len(STAFF))]
    assert [cells[0] for cells in spoken] == [member[0] for member in STAFF], spoken
    assert all(cell for cells in spoken for cell in cells), "a cell says nothing"
    reader.find("label", "3 of 6 · exactly half…")


def settle_exactly_half(day: Day) -> None:
    """The class and its reason, at the one question; the half itself is said, not guessed."""
    reader = day.reader
    reader.answer("Minority", "Q4 …")
    reader.write("Why do you choose this? Q4", "Two of the three needed prompting.")
    reader.key("Tab")
    reader.find("label", "3 of 6 · exactly half, minority chosen")


def answer_the_rest(day: Day) -> None:
    reader = day.reader
    reader.choose(PARTS, "Risk systems…")
    reader.answer("No", "Q5 …")
    reader.choose(PARTS, "Care plans…")
    reader.write("How many children using the service were identified as at risk at the time?", "2")
    reader.key("Tab")
    reader.answer("Partially", "Q6 …")
    for part in ("Policy", "Staff awareness", "Risk systems", "Care plans"):
        reader.find("list item", f"{part}, done", PARTS)


def decide_on_findings(day: Day) -> None:
    """One recommendation and one requirement are taken; what else is suggested is refused with a reason."""
    reader = day.reader
    reader.choose(PARTS, "Findings…")
    for title in (RECOMMENDATION, REQUIREMENT):
        reader.press("button", f"Add to findings: {title}")
        reader.find("button", f"Fold: {title}")
    while left := reader.left("button", "Not needed: …"):
        reader.press("button", "Not needed: …")
        reader.write("Why is it not needed here?", "Another finding covers it.")
        reader.press("button", "Do not add it")
        reader.wait_for(
            lambda left=left: reader.count("button", "Not needed: …") < left, "one suggestion less"
        )


def read_the_letter(day: Day) -> None:
    """The printed pages are pictures; their text twin says all that they say."""
    reader = day.reader
    reader.choose(PARTS, "Letter…")
    reader.answer("As text", "How to show the letter")
    twin = reader.find("text", "The letter as text")
    reader.wait_for(lambda: REQUIREMENT in reader.read(twin), "the requirement in the letter")
    said = reader.read(twin)
    assert RECOMMENDATION in said and "Riverbank House (example)" in said and "DRAFT" in said.upper()


def finalise(day: Day) -> None:
    reader = day.reader
    reader.choose(PARTS, "Finalise and export…")
    reader.write("Last day of the inspection", day.today)
    reader.key("Tab")
    reader.find("label", "nothing is in the way")
    reader.press("button", "Finalise")
    reader.press("button", "Finalise now")
    reader.wait_for(lambda: reader.said("IN-2026-0042 is finalised"), "that it is final, announced")


def keep_the_letter(day: Day) -> None:
    reader = day.reader
    reader.choose(PARTS, "Letter…")
    reader.press("button", "Issue final letter")
    reader.find("label", "…issued…")
    target = day.folder / "letter.pdf"
    reader.write("Save as", str(target))
    reader.press("button", "Save")
    reader.wait_for(target.exists, "the letter on the disk")


def export(day: Day) -> None:
    reader = day.reader
    reader.choose(PARTS, "Finalise and export…")
    reader.write("Folder or stick", str(day.folder / "stick"))
    reader.press("button", "Export")
    reader.wait_for(lambda: reader.said("was written"), "that the file was written, announced")


def hear_the_tab_key(day: Day) -> None:
    """Tab goes through the page in the order in which it is read, and each stop is told as it comes."""
    reader = day.reader
    reader.choose(PARTS, "Prepare…")
    reader.focus(reader.find("text", "Last day"))
    order = reader.stops("Prepare")
    at = order.index("Last day")
    while order[at] != "Contact":
        before = len(reader.heard)
        reader.key("Tab")
        told = reader.wait_for(lambda before=before: reader.focus_told(before), "the next stop, told")
        assert told in order[at + 1 :], f"after {order[at]!r} Tab came to {told!r}, read are {order}"
        at = order.index(told, at + 1)


def receive(day: Day) -> None:
    """The office takes the file of a laptop it knows by a fingerprint read out; a row is read aloud."""
    reader = day.reader
    reader.press("button", "Inspections")
    reader.choose(LAPTOP, "Settings")
    said = reader.find("label", "This laptop of A. Inspector: fingerprint …").get_name() or ""
    fingerprint = said.rpartition(" ")[2]
    reader.choose(LAPTOP, "Head office")
    reader.write("Database", str(day.folder / "office" / "office.db"))
    reader.write("Passphrase of the office", day.office_passphrase, role="password text")
    reader.press("button", "Open")
    reader.write("File or folder", str(day.folder / "stick"))
    reader.press("button", "Receive")
    reader.write("Fingerprint of the laptop of A. Inspector", fingerprint)
    reader.press("button", "Accept this laptop")
    reader.find("button", "Revoke the laptop of A. Inspector")
    reader.write("File or folder", str(day.folder / "stick"))
    reader.press("button", "Receive")
    reader.find("label", "…1 inspection…")


def read_a_row(day: Day) -> None:
    """The national table cell by cell: of one inspection with its policy in place, one of one."""
    reader = day.reader
    table = reader.find_any("table")
    headers = reader.headers(table)
    rows = [reader.row(table, at) for at in range(reader.rows(table))]
    found = [row for row in rows if row[headers.index("Answer")] == "In place"]
    assert found, rows
    told = dict(zip(headers, found[0], strict=True))
    assert (told["Count"], told["Base"]) == ("1", "1") and told["Percentage"].startswith("100"), told


STEPS: tuple[Callable[[Day], None], ...] = (
    make_a_profile,
    import_the_register,
    start_an_inspection,
    answer_policy,
    sample_the_staff,
    settle_exactly_half,
    answer_the_rest,
    decide_on_findings,
    read_the_letter,
    finalise,
    keep_the_letter,
    export,
    hear_the_tab_key,
    receive,
    read_a_row,
)
