"""Printing: the PDF itself is handed to the system, never a picture of it where that can be had.

`lp` takes it from its standard input, so no file in the clear is left on the disk. Windows can only print a
file: it gets one in the private folder, removed when the program ends and swept at the next start. Where the
system has neither, Qt prints pictures of the pages, and that is said.
"""

from __future__ import annotations

import os
import shutil
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from inspector_app.errors import KnownError
from inspector_app.operations import private_files

if TYPE_CHECKING:
    from inspector_app.gui.raster_printing import RasterPrinting

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
    """`printed(as_pictures)` when the system took all documents, `failed(KnownError)` when it refused one."""

    printed = Signal(bool)
    failed = Signal(object)

    def __init__(self, parent: QObject, folder: Path, command: str = "lp") -> None:
        super().__init__(parent)
        self._command = command
        self._folder = folder
        self._files: list[Path] = []
        self._waiting: deque[tuple[bytes, PrintWish]] = deque()
        self._process: QProcess | None = None
        self._raster: RasterPrinting | None = None
        self._pictures = False

    @property
    def busy(self) -> bool:
        return self._process is not None or bool(self._waiting) or self._pictures

    def as_pictures(self) -> bool:
        """Whether only pictures of the pages can be printed here; False where nothing can be printed too."""
        return not self._has_command() and self._has_printer()

    def send(self, documents: Sequence[tuple[bytes, PrintWish]]) -> None:
        """Hand documents to the system, one after another."""
        if self.busy or not documents:
            return
        self._waiting.extend(documents)
        self._next()

    def stop(self) -> None:
        """Wait for nothing any more, and leave no file behind."""
        self._waiting.clear()
        if self._process is not None:
            self._process.kill()
            self._process.waitForFinished(1000)
        if self._raster is not None:
            self._raster.stop()
        for file in self._files:
            private_files.remove(file)
        self._files.clear()

    def tell_printed(self, as_pictures: bool) -> None:
        self.printed.emit(as_pictures)

    def tell_failed(self, error: KnownError) -> None:
        self._waiting.clear()
        self.failed.emit(error)

    def _next(self) -> None:
        pdf, wish = self._waiting.popleft()
        start_file: Callable[[Path, str], None] | None = getattr(os, "startfile", None)
        if start_file is not None:
            self._by_verb(pdf, wish, start_file)
        elif self._has_command():
            self._by_command(pdf, wish)
        elif self._has_printer():
            self._by_pictures(pdf, wish)
        else:
            self.tell_failed(_NO_PRINTING)

    def _has_command(self) -> bool:
        return hasattr(os, "startfile") or shutil.which(self._command) is not None

    def _has_printer(self) -> bool:
        from inspector_app.gui.raster_printing import has_printer

        return has_printer()

    def _taken(self, *, as_pictures: bool = False) -> None:
        if self._waiting:
            self._next()
        else:
            self.tell_printed(as_pictures)

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
            self._taken()
        else:
            self.tell_failed(_refused(said))

    def _broke(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            self._process.deleteLater()
            self._process = None
            self.tell_failed(_NO_PRINTING)

    def _by_verb(self, pdf: bytes, wish: PrintWish, start_file: Callable[[Path, str], None]) -> None:
        try:
            file = private_files.put(self._folder, "letter.pdf", [pdf])
            self._files.append(file)
            for _ in range(max(1, wish.copies)):
                start_file(file, "print")
        except OSError as error:
            self.tell_failed(_refused(error.strerror or ""))
        except KnownError as error:
            self.tell_failed(error)
        else:
            self._taken()

    def _by_pictures(self, pdf: bytes, wish: PrintWish) -> None:
        from inspector_app.gui.raster_printing import RasterPrinting

        if self._raster is None:
            self._raster = RasterPrinting(self)
            self._raster.done.connect(self._pictured)
        self._pictures = True
        self._raster.send(pdf, wish.title, wish.copies, wish.printer)

    def _pictured(self, trouble: str) -> None:
        self._pictures = False
        if trouble:
            self.tell_failed(_refused(trouble))
        else:
            self._taken(as_pictures=True)


def _refused(said: str) -> KnownError:
    reason = f" It said: {said.splitlines()[0]}" if said else ""
    return KnownError(
        f"The printer did not take the letter.{reason}",
        "The letter is safe. Look whether the printer is on, or save the letter as PDF.",
        code="print-refused",
    )
