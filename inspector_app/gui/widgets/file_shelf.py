"""Where controls hand over files and get them back. Answers come when they come: at once in a form that is
tried out, later from the record.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from inspector_app.errors import KnownError
from inspector_app.operations.answer_files import KeptFile
from inspector_app.operations.given_file import Given, ReadyFile

Refuse = Callable[[KnownError], None]


class FileShelf(Protocol):
    """`prepare` reads a file and cleans it; `keep` puts it away as the answer to a question and gives the
    name it is kept under; `fetch` gives what is to be shown of it.
    """

    def prepare(self, given: Given, done: Callable[[ReadyFile], None], refuse: Refuse) -> None: ...

    def keep(
        self, key: str, name: str, content: bytes, done: Callable[[str], None], refuse: Refuse
    ) -> None: ...

    def fetch(self, name: str, done: Callable[[KeptFile], None]) -> None: ...


def ready(given: Given) -> ReadyFile:
    """A file as it may be kept: read, looked at, cleaned, and no larger than the form allows."""
    from inspector_app.operations.given_file import read_given

    found = read_given(given)
    if given.kind != "image" or not given.max_pixels:
        return found
    from inspector_app.gui.widgets.pictures import within_pixels

    return ReadyFile(within_pixels(found.content, given.max_pixels), found.cleaned)


def ready_in_child(report: Callable[[int, int], None], given: Given) -> ReadyFile:
    """The same for a child process: where the file lies may be slow, or be pulled out."""
    found = ready(given)
    report(1, 1)
    return found


class HeldShelf:
    """Keeps files in memory under the names the record would give them, until somebody takes them."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def prepare(self, given: Given, done: Callable[[ReadyFile], None], refuse: Refuse) -> None:
        try:
            found = ready(given)
        except KnownError as error:
            refuse(error)
            return
        done(found)

    def keep(self, key: str, name: str, content: bytes, done: Callable[[str], None], refuse: Refuse) -> None:
        from inspector_app.operations.answer_files import kept_name

        kept = kept_name(name, content)
        self.files[kept] = content
        done(kept)

    def fetch(self, name: str, done: Callable[[KeptFile], None]) -> None:
        content = self.files.get(name)
        done(KeptFile(len(content), content) if content is not None else KeptFile())
