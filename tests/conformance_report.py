"""`make conformance`: our XForms engine against what two independent engines answered (needs ../shared)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "conformance"


def main() -> int:
    """Run the kit's own comparison on `inspector-app checklist run --serve`; its exit status."""
    if not SHARED.is_dir():
        print("skipped: the reference folder ../shared is not here")
        return 0
    command = f"{sys.executable} -m inspector_app checklist run"
    environment = {**os.environ, "TZ": "UTC"}
    run = [sys.executable, str(SHARED / "compare.py"), "--command", command, "--serve"]
    return subprocess.run(run, check=False, env=environment).returncode


if __name__ == "__main__":
    raise SystemExit(main())
