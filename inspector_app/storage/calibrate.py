"""How much work a guess at a passphrase should be on this machine: about 300 ms of Argon2id.

The cost is measured when a database is made and when its passphrase changes, and is kept in the slot. Bounds
hold whatever the clock says: never less than 64 MiB and 3 passes (the second recommendation of RFC 9106), so
that a busy moment cannot weaken a slot; never more than 256 MiB and 16 passes, so that the same file opens on
a smaller laptop within seconds.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from inspector_app.storage.keys import Cost, derive

AIM_MILLISECONDS = 300.0
LEAST = Cost(memory=64 * 1024, passes=3, lanes=4)
MOST = Cost(memory=256 * 1024, passes=16, lanes=4)


def measured(cost: Cost) -> float:
    """Milliseconds that one derivation takes here and now."""
    start = time.perf_counter()
    derive("a passphrase for measuring", cost, bytes(16))
    return (time.perf_counter() - start) * 1000


def calibrated(measure: Callable[[Cost], float] = measured) -> Cost:
    """The cost within the bounds that comes nearest to the aim; `measure` gives milliseconds for a cost."""
    milliseconds = max(min(measure(LEAST), measure(LEAST)), 0.001)
    factor = AIM_MILLISECONDS / milliseconds
    # more memory hurts a guesser with special machines more than more passes do, so that goes first
    memory = next((size for size in (MOST.memory, 2 * LEAST.memory) if factor >= size / LEAST.memory), 0)
    memory = memory or LEAST.memory
    passes = round(LEAST.passes * factor / (memory / LEAST.memory))
    return Cost(memory, min(max(passes, LEAST.passes), MOST.passes), LEAST.lanes)


def cost_for(realm: str) -> Cost:
    """The cost of a database's passphrase: a practice database holds invented content only, and its
    passphrase is printed beside it.
    """
    return LEAST if realm == "example" else calibrated()
