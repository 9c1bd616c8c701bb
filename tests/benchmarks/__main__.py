"""`make bench`: runs every benchmark of this folder in its own process and passes their JSON lines on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Run ``bench_*.py`` one after the other; exit status 1 when one of them fails."""
    worst = 0
    for script in sorted(Path(__file__).parent.glob("bench_*.py")):
        run = subprocess.run([sys.executable, str(script)], check=False)
        if run.returncode:
            print(f"{script.name} failed with exit status {run.returncode}", file=sys.stderr)
            worst = 1
    return worst


if __name__ == "__main__":
    raise SystemExit(main())
