"""Printing: the PDF itself is handed to the system, which keeps it as it is; never a picture of its pages.

`lp` takes it from its standard input, so no file in the clear is left on the disk. Windows can only print a
file: it gets one in the user's own temporary folder, removed when the program ends.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from inspector_app.errors import KnownError

LONGEST_MILLISECONDS = 30_000
_NO_PRINTING = KnownError(
    "This system has no way to print that the program can use.",
    "The letter is safe. Save it as PDF, and print it from there.",
    code="no-printing",
)


@dataclass(frozen=True, slots=True)
class PrintWish:
    """`printer` is '' for the system's own choice."""

    title: str
    copies: int = 1
    printer: str = ""


class Printing(QObject):
    """`printed()` when the system took the document, `failed(KnownError)` when it did not."""

    printed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject, command: str = "lp") -> None:
        super().__init__(parent)
        self._command = command
        self._process: QProcess | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    @property
    def busy(self) -> bool:
        return self._process is not None

    def send(self, pdf: bytes, wish: PrintWish) -> None:
        """Hand a PDF to the system."""
        start_file: Callable[[Path, str], None] | None = getattr(os, "startfile", None)
        if start_file is not None:
            self._by_verb(pdf, wish, start_file)
        elif shutil.which(self._command) is None:
            self.tell_failed(_NO_PRINTING)
        elif self._process is None:
            self._by_command(pdf, wish)

    def stop(self) -> None:
        """Wait for nothing any more."""
        if self._process is not None:
            self._process.kill()
            self._process.waitForFinished(1000)

    def tell_printed(self) -> None:
        self.printed.emit()

    def tell_failed(self, error: KnownError) -> None:
        self.failed.emit(error)

    def _by_command(self, pdf: bytes, wish: PrintWish) -> None:
        process = QProcess(self)
        self._process = process
        to = ["-d", wish.printer] if wish.printer else []
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._broke)
        process.start(self._command, [*to, "-n", str(max(1, wish.copies)), "-t", wish.title, "-"])
        process.write(pdf)
        process.closeWriteChannel()
        QTimer.singleShot(LONGEST_MILLISECONDS, process, process.kill)

    def _finished(self, code: int) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        said = process.readAllStandardError().toStdString().strip()
        process.deleteLater()
        if code == 0:
            self.tell_printed()
        else:
            self.tell_failed(_refused(said))

    def _broke(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            self._process.deleteLater()
            self._process = None
            self.tell_failed(_NO_PRINTING)

    def _by_verb(self, pdf: bytes, wish: PrintWish, start_file: Callable[[Path, str], None]) -> None:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="inspector-print-")
        file = Path(self._folder.name) / "letter.pdf"
        try:
            file.write_bytes(pdf)
            for _ in range(max(1, wish.copies)):
                start_file(file, "print")
        except OSError as error:
            self.tell_failed(_refused(error.strerror or ""))
        else:
            self.tell_printed()


def _refused(said: str) -> KnownError:
    reason = f" It said: {said.splitlines()[0]}" if said else ""
    return KnownError(
        f"The printer did not take the letter.{reason}",
        "The letter is safe. Look whether the printer is on, or save the letter as PDF.",
        code="print-refused",
    )
