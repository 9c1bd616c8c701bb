"""The stage for the AT-SPI client: a screen, a bus, the real program in a process and a home of its own.

usage: python -m tests.access [--keep FOLDER]       (`make a11y`)

Gives 0 when the day went well, and also, with a word, where the packages for it are not there; 1 otherwise.
With --keep the logs stay in a folder to look at.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from inspector_app.__main__ import make_program
from inspector_app.inspections.inspection import Realm
from inspector_app.operations.demo import the_example
from inspector_app.operations.set_up import set_up_office

HERE = Path(__file__).resolve().parent
SYSTEM_PYTHON = "/usr/bin/python3"
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
OFFICE_PASSPHRASE = "harbour lantern thistle seven"
LIMIT_SECONDS = 1800
START_SECONDS = 120


def missing() -> list[str]:
    """What this machine lacks for a client of the accessibility bus."""
    lacks = [name for name in ("Xvfb", "dbus-daemon") if shutil.which(name) is None]
    if launcher() is None:
        lacks.append("at-spi2-core")
    script = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    if (
        not Path(SYSTEM_PYTHON).exists()
        or subprocess.run([SYSTEM_PYTHON, "-c", script], capture_output=True, check=False).returncode
    ):
        lacks.append("python3-gi with gir1.2-atspi-2.0")
    return lacks


def launcher() -> str | None:
    return next((path for path in LAUNCHERS if Path(path).exists()), None)


@contextmanager
def process(command: list[str], log: Path, variables: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Run something until the end of the block."""
    with log.open("wb") as out:
        running = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, env=variables)
        try:
            yield running
        finally:
            running.terminate()
            try:
                running.wait(60)
            except subprocess.TimeoutExpired:
                running.kill()
                running.wait()


def first_line(log: Path, pattern: str) -> str:
    """The first line of a log that looks so, awaited."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        found = re.search(pattern, log.read_text(errors="replace") if log.exists() else "", re.MULTILINE)
        if found:
            return found[0]
        time.sleep(0.05)
    raise TimeoutError(f"{log.name} says nothing like {pattern}")


@contextmanager
def stage(folder: Path) -> Iterator[dict[str, str]]:
    """A display and a bus with the accessibility service; gives the environment for who plays on it."""
    variables = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "DBUS_"))}
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    variables |= {"XDG_RUNTIME_DIR": str(runtime), "NO_AT_BRIDGE": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    with ExitStack() as open_parts:
        begin = open_parts.enter_context
        screen = ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
        begin(process(screen, folder / "xvfb.log", variables))
        variables["DISPLAY"] = ":" + first_line(folder / "xvfb.log", r"^\d+$")
        bus = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
        begin(process(bus, folder / "dbus.log", variables))
        variables["DBUS_SESSION_BUS_ADDRESS"] = first_line(folder / "dbus.log", r"^unix:.*$")
        begin(process([str(launcher()), "--launch-immediately"], folder / "at-spi.log", variables))
        yield variables


def main(folder: Path) -> int:
    """Set the stage, start the program, let the client work through its day."""
    office = folder / "office"
    set_up_office(
        make_program(), office, OFFICE_PASSPHRASE, "Head office North", Realm.LIVE
    ).desk.store.close()
    (folder / "home").mkdir()
    (folder / "stick").mkdir()
    with stage(folder) as variables:
        playing = variables | {
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "INSPECTOR_APP_HOME": str(folder / "home"),
            "PYTHONPATH": str(HERE.parents[1]),
        }
        program = [sys.executable, "-m", "inspector_app"]
        with process(program, folder / "program.log", playing) as running:
            given = [str(folder), str(the_example().register), OFFICE_PASSPHRASE]
            client = [SYSTEM_PYTHON, "-W", "ignore", str(HERE / "day.py"), *given]
            try:
                outcome = subprocess.run(client, env=variables, timeout=LIMIT_SECONDS, check=False).returncode
            except subprocess.TimeoutExpired:
                print(f"The day did not end within {LIMIT_SECONDS} s.")
                outcome = 1
            if running.poll() is not None:
                print(f"The program ended with {running.returncode}.")
                outcome = 1
    said = (folder / "program.log").read_text(errors="replace")
    complaints = [line for line in said.splitlines() if not _known(line)]
    if complaints:
        print("The program complained:", *complaints, sep="\n  ")
    return 1 if outcome or complaints else 0


def _known(line: str) -> bool:
    """What Qt says when a client asks after something that has just gone, or by a question of newer clients,
    or when the bus is late to say that it heard of a key; none is a fault of the window.
    """
    harmless = (
        "GetApplicationBusAddress",
        "Could not find accessible on path",
        "::child: Invalid index at",
        'keyEventError  "org.freedesktop.DBus.Error.NoReply"',
    )
    return not line.strip() or any(words in line for words in harmless)


if __name__ == "__main__":
    lacking = missing()
    if lacking:
        print(
            f"Skipped: there is no {', no '.join(lacking)} here. As root, packaging/linux/system_libraries.sh"
        )
        print("--a11y installs them on Debian.")
        raise SystemExit(0)
    if "--keep" in sys.argv:
        kept = Path(sys.argv[sys.argv.index("--keep") + 1]).resolve()
        shutil.rmtree(kept, ignore_errors=True)
        kept.mkdir(parents=True)
        raise SystemExit(main(kept))
    with tempfile.TemporaryDirectory() as place:
        raise SystemExit(main(Path(place)))
