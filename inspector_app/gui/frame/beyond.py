"""What comes after, or before, the place that has the keyboard."""

from __future__ import annotations

from collections.abc import Sequence


def beyond(keys: Sequence[str], here: str, step: int) -> Sequence[str]:
    """The keys after `here`, or with a step of -1 those before it, the nearest first; from outside, all."""
    order = keys if step > 0 else keys[::-1]
    return order[order.index(here) + 1 :] if here in order else order
