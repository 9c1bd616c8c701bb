"""Streams of a PDF file with the line end before `endstream` that PDF/A asks for.

ReportLab 5.1 writes none (ISO 19005-2, 6.1.7.1), so strict readers count one byte too few.
"""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfdoc

_END = b"endstream\n"


class FileStream(pdfdoc.PDFStream):  # type: ignore[misc]  # ReportLab has no types
    """A stream whose data are followed by a line end that its length does not count."""

    def format(self, document: Any) -> bytes:
        written: bytes = super().format(document)
        # Both characters: after data that end in a carriage return, a lone line feed would be half an end.
        return written.removesuffix(_END) + b"\r\n" + _END


def compressed(content: bytes | str, **entries: Any) -> FileStream:
    """A Flate stream with further dictionary entries."""
    stream = FileStream(content=content, filters=[pdfdoc.PDFZCompress])
    for name, value in entries.items():
        stream.dictionary[name] = value
    return stream


def mend(document: Any, name: str) -> None:
    """Replaces a stream that ReportLab has put into the document by one that ends as it should."""
    old = document.idToObject[name]
    new = FileStream(old.dictionary, old.content, old.filters)
    new.__InternalName__ = name
    document.idToObject[name] = new
