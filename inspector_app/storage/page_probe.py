"""Tells a wrong key from a damaged file, which SQLCipher reports alike ("file is not a database").

A page is AES-256-CBC with its own start vector in the 80 reserved bytes at its end. If what decrypts looks
like SQLite pages, the key is right and the file is damaged. Only a guess about the cause of an error that
has happened already: nothing is trusted that this reads.
"""

from __future__ import annotations

from pathlib import Path

PAGE = 4096
RESERVED = 80
SALT = 16
_HEADER = bytes.fromhex("1000020250402020")
"""Bytes 16 to 24 of the file header: page size 4096, WAL, 80 bytes reserved, fixed fractions."""
_TREE_PAGES = frozenset({2, 5, 10, 13})
_LOOKED_AT = 24


def key_fits(path: Path, key: bytes) -> bool:
    """Whether `key` decrypts the first pages of the file at `path` to something like a database."""
    try:
        with path.open("rb") as file:
            content = file.read(PAGE * _LOOKED_AT)
    except OSError:
        return False
    if len(content) < PAGE:
        return True  # nothing that was ever whole: whatever the key, it is damage
    first = decrypted(content[:PAGE], key, first=True)
    if first[SALT : SALT + len(_HEADER)] == _HEADER:
        return True
    pages = [content[start : start + PAGE] for start in range(PAGE, len(content), PAGE)]
    whole = [page for page in pages if len(page) == PAGE]
    return sum(_looks_like_a_tree(decrypted(page, key)) for page in whole) >= 2


def decrypted(page: bytes, key: bytes, *, first: bool = False) -> bytes:
    """The plain content of one page, without its reserved end; b"" for less than a page."""
    if len(page) < PAGE:
        return b""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    vector = page[PAGE - RESERVED : PAGE - RESERVED + 16]
    start = SALT if first else 0
    cipher = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return page[:start] + cipher.update(page[start : PAGE - RESERVED])


def _looks_like_a_tree(page: bytes) -> bool:
    usable = PAGE - RESERVED
    cells, content = int.from_bytes(page[3:5], "big"), int.from_bytes(page[5:7], "big")
    return (
        page[0] in _TREE_PAGES
        and cells <= usable // 4
        and 8 + 2 * cells <= content <= usable
        and page[7] <= 60
    )
