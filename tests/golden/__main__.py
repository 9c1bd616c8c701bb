"""`python -m tests.golden`: renew the golden files; then look at what changed (`git diff tests/golden`)."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "documents"), str(HERE.parents[1])]

from example_documents import described, make_documents  # noqa: E402


def main() -> int:
    """Write one text file a document; with a folder as argument, the PDFs too, to look at as pictures."""
    with tempfile.TemporaryDirectory() as scratch:
        made = make_documents(Path(scratch) / "example")
    for name, data in made.files.items():
        (HERE / f"{name}.txt").write_text(described(data), encoding="utf-8")
        if len(sys.argv) > 1:
            Path(sys.argv[1], f"{name}.pdf").write_bytes(data)
    print(f"{len(made.files)} documents renewed in {HERE.name}; look at the difference before you commit it.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
