"""Reads the decrypted bytes of every page of a database and its log, free pages and gaps included."""

from __future__ import annotations

from pathlib import Path

from inspector_app.storage.page_probe import PAGE, decrypted

FRAME_HEADER = 24
LOG_HEADER = 32


def plain_pages(path: Path, key: bytes) -> bytes:
    """All plain content that somebody with the key can find in the file and in its write-ahead log."""
    content = path.read_bytes()
    plain = [
        decrypted(content[start : start + PAGE], key, first=start == 0)
        for start in range(0, len(content), PAGE)
    ]
    log = Path(f"{path}-wal")
    frames = log.read_bytes() if log.exists() else b""
    for start in range(LOG_HEADER, len(frames), FRAME_HEADER + PAGE):
        number = int.from_bytes(frames[start : start + 4], "big")
        page = frames[start + FRAME_HEADER : start + FRAME_HEADER + PAGE]
        plain.append(decrypted(page, key, first=number == 1))
    return b"".join(plain)


def spellings(text: str) -> list[bytes]:
    """The bytes by which `text` would be found in a file."""
    return [text.encode("utf-8"), text.encode("utf-16-le"), text.encode("utf-16-be")]
