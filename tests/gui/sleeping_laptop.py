"""Run in a process of its own, with a bus of its own: hears the sleep that a stand-in for login1 announces.

usage: DBUS_SYSTEM_BUS_ADDRESS=… python sleeping_laptop.py. Says what happened, line by line.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from inspector_app.gui.suspend import SuspendWatch


def main() -> None:
    application = QCoreApplication([])
    script = Path(__file__).with_name("sleeping_login1.py")
    login = subprocess.Popen(
        [sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert login.stdin is not None and login.stdout is not None
    assert login.stdout.readline().strip() == "ready"
    watch = SuspendWatch()
    assert watch.heard
    watch.hold()
    poll = QTimer()

    def look() -> None:
        if watch.holding:
            poll.stop()
            print("asked to wait", flush=True)
            login.stdin.write("sleep\n")  # type: ignore[union-attr]
            login.stdin.flush()  # type: ignore[union-attr]

    def slept() -> None:
        print("sleeping while held" if watch.holding else "sleeping", flush=True)
        watch.let_sleep()
        print("let go" if not watch.holding else "still held", flush=True)
        application.quit()

    poll.timeout.connect(look)
    watch.sleeping.connect(slept)
    poll.start(10)
    QTimer.singleShot(300_000, application.quit)
    application.exec()
    login.stdin.close()
    login.wait()


if __name__ == "__main__":
    main()
