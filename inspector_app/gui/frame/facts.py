"""What the frame shows, as plain facts that a page builder hands over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from inspector_app.gui import icons
from inspector_app.gui.widgets.badge import Tone

PartState = Literal["open", "half", "done", "attention", "hidden"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person is: "Riverbank House", "CS2003153968 · care home · voluntary", and its state."""

    title: str
    subtitle: str = ""
    state: str = ""
    state_tone: Tone = "accent"
    practice: bool = False


@dataclass(frozen=True, slots=True)
class RailItem:
    """One part. `words` tell its state beside the shape ("done", "3 open", "2 suggested"); `open_count` is
    how many questions are open in it. A page that has no state shows its `icon` in place of a shape."""

    key: str
    title: str
    state: PartState = "open"
    words: str = ""
    open_count: int = 0
    icon: icons.Name | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of the whole is answered."""

    answered: int
    total: int


SHAPES: dict[PartState, icons.Name] = {
    "open": "state-open",
    "half": "state-half",
    "done": "state-done",
    "attention": "state-attention",
    "hidden": "state-hidden",
}
STATE_TONES: dict[PartState, Tone] = {
    "open": "quiet",
    "half": "accent",
    "done": "good",
    "attention": "attention",
    "hidden": "quiet",
}
