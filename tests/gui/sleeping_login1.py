"""Run in a process of its own: stands in for login1 on a private bus, and sends the computer to sleep.

usage: python sleeping_login1.py. Says "ready", then for each line it reads emits PrepareForSleep(true); says
"inhibited" when somebody asked it to wait.
"""

from __future__ import annotations

import os
import sys
from threading import Thread

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor

PATH, MANAGER = "/org/freedesktop/login1", "org.freedesktop.login1.Manager"


@ClassInfo({"D-Bus Interface": MANAGER})
class Login(QObject):
    asked = Signal()

    @Slot(str, str, str, str, result=QDBusUnixFileDescriptor)
    def Inhibit(self, what: str, who: str, why: str, mode: str) -> QDBusUnixFileDescriptor:
        print(f"inhibited {what} {mode}", flush=True)
        read, _ = os.pipe()
        return QDBusUnixFileDescriptor(read)

    @Slot()
    def sleep(self) -> None:
        signal = QDBusMessage.createSignal(PATH, MANAGER, "PrepareForSleep")
        signal.setArguments([True])
        QDBusConnection.systemBus().send(signal)


def main() -> None:
    application = QCoreApplication([])
    bus = QDBusConnection.systemBus()
    login = Login()
    assert bus.registerObject(PATH, login, QDBusConnection.RegisterOption.ExportAllSlots)
    assert bus.registerService("org.freedesktop.login1")
    login.asked.connect(login.sleep)

    def listen() -> None:
        for _ in sys.stdin:
            login.asked.emit()
        application.quit()

    Thread(target=listen, daemon=True).start()
    print("ready", flush=True)
    application.exec()


if __name__ == "__main__":
    main()
