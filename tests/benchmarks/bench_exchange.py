"""How long an export takes to make and to open, against the bare work in it, measured in the same run.

The bare work is what no design can leave out: deflate, one SHA-256, the seal of stock age, one fsync. The
national demo makes and opens 332 exports; aim: below 15 ms each way.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyrage

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "exchange"))

from parcels import NOW, Laptop, Office, content_of

from inspector_app.exchange import age
from inspector_app.exchange.bundle import write_export
from inspector_app.exchange.opened import open_export

SMALL_FILES = {
    "inspection.json": b'{"reference": "INS-2026-7"}\n' * 20,
    "answers.json": b'[{"question": "policy", "answer": "in_place"}]\n' * 60,
    "answers.csv": b"policy,in_place,comment of some length\n" * 60,
    "derived.csv": b"aware_indicators,majority\n" * 30,
    "checklists/" + "ab" * 32 + ".xml": b'<bind nodeset="/data/staff/aware" type="string"/>\n' * 400,
    "submissions/cse/cse.xml": b"<data><staff><aware>yes</aware></staff></data>\n" * 60,
    "letters/letter.pdf": os.urandom(40_000),
}
LARGE = 100_000_000


def timed(work: Callable[[], object], times: int) -> list[float]:
    """Milliseconds of each of `times` runs, after one that does not count."""
    work()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def line(name: str, taken: list[float], limit: list[float], note: str) -> None:
    """One measurement as a JSON line; the spread is the distance of the quartiles."""
    quartiles = statistics.quantiles(taken, n=4)
    median, held = statistics.median(taken), statistics.median(limit)
    row = {
        "name": name,
        "unit": "ms",
        "median": round(median, 2),
        "spread": round(quartiles[2] - quartiles[0], 2),
        "limit": round(held, 2),
        "ratio": round(median / held, 2),
        "note": note,
    }
    print(json.dumps(row), flush=True)


def bare_write(folder: Path, data: bytes, office: Office, method: int) -> Callable[[], object]:
    recipients = [pyrage.x25519.Recipient.from_str(text) for text in office.card.recipients]

    def work() -> None:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", method) as archive:
            archive.writestr("data", data)
        hashlib.sha256(data).digest()
        with (folder / "bare").open("wb") as file:
            file.write(pyrage.encrypt(buffer.getvalue(), recipients))
            file.flush()
            os.fsync(file.fileno())

    return work


def bare_open(folder: Path, office: Office) -> Callable[[], object]:
    identity = pyrage.x25519.Identity.from_str(office.primary.secret)

    def work() -> None:
        plain = pyrage.decrypt((folder / "bare").read_bytes(), [identity])
        with zipfile.ZipFile(io.BytesIO(plain)) as archive:
            hashlib.sha256(archive.read("data")).digest()

    return work


def opened(path: Path, office: Office, folder: Path) -> None:
    with open_export(path, [office.primary.secret], spool=folder) as arrived:
        assert arrived.events


def small(folder: Path) -> None:
    laptop, office = Laptop().record(100), Office()
    content = content_of(laptop, SMALL_FILES)
    path = folder / "small.inspection"

    def write() -> None:
        write_export(path, content, office.card.recipients, laptop.secret, laptop.card, NOW)

    data = b"".join(SMALL_FILES.values()) + os.urandom(30_000).hex().encode()
    limit = timed(bare_write(folder, data, office, zipfile.ZIP_DEFLATED), 40)
    line("exchange.write_100_events", timed(write, 40), limit, f"{path.stat().st_size} bytes; aim 15 ms")
    limit = timed(bare_open(folder, office), 40)
    taken = timed(lambda: opened(path, office, folder), 40)
    line(
        "exchange.open_100_events",
        taken,
        limit,
        "every hash, the signature and the chain verified; aim 15 ms",
    )


def large(folder: Path) -> None:
    laptop, office = Laptop().record(100), Office()
    attachment = folder / "film"
    attachment.write_bytes(os.urandom(LARGE))
    content = content_of(laptop, {**SMALL_FILES, "attachments/film.mp4": attachment})
    path = folder / "large.inspection"

    def write() -> None:
        write_export(path, content, office.card.recipients, laptop.secret, laptop.card, NOW)

    limit = timed(bare_write(folder, attachment.read_bytes(), office, zipfile.ZIP_STORED), 3)
    taken = timed(write, 3)
    line("exchange.write_100_MB", taken, limit, f"encrypted spool; {peak('write', folder, office, laptop)}")
    limit = timed(bare_open(folder, office), 3)
    taken = timed(lambda: opened(path, office, folder), 3)
    line("exchange.open_100_MB", taken, limit, f"encrypted spool; {peak('open', folder, office, laptop)}")


def peak(act: str, folder: Path, office: Office, laptop: Laptop) -> str:
    """How much memory one such run takes in a process of its own, above what it has after importing."""
    if not Path("/proc/self/status").exists():
        return "memory not measured on this system"
    command = [sys.executable, __file__, act, str(folder)]
    run = subprocess.run(
        command, input=office.primary.secret, capture_output=True, text=True, check=True, timeout=300
    )
    return f"memory peak {run.stdout.strip()} MB above the imports"


def alone(act: str, folder: Path) -> None:
    """One run on its own, for its memory."""
    office, laptop = Office(), Laptop().record(100)
    office.primary = age.AgeIdentity(secret := sys.stdin.read(), age.recipient_of(secret))
    age.unseal(age.seal(b"x", [office.primary.recipient]), [secret])
    before = highest_memory()
    if act == "open":
        opened(folder / "large.inspection", office, folder)
    else:
        content = content_of(laptop, {**SMALL_FILES, "attachments/film.mp4": folder / "film"})
        target = folder / "alone.inspection"
        write_export(target, content, office.card.recipients, laptop.secret, laptop.card, NOW)
    print((highest_memory() - before) // 1024)


def highest_memory() -> int:
    """The most memory this process ever had, in kB; `getrusage` would count the parent's before exec."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0])


def main() -> None:
    if len(sys.argv) == 3:
        alone(sys.argv[1], Path(sys.argv[2]))
        return
    with tempfile.TemporaryDirectory() as name:
        small(Path(name))
        large(Path(name))


if __name__ == "__main__":
    main()
