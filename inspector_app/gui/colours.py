"""The one source of colours: light, dark, and the system's own when the user has chosen high contrast.

No other file of the window writes a colour. `PAIRS` names every foreground that is drawn on every background,
so that a test can hold text to 4.5:1 and lines and shapes of controls to 3:1 (WCAG 2.2, 1.4.3, 1.4.11).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["text", "control"]


class Colours(NamedTuple):
    """Colours by what they are for, as ``#RRGGBB``. `line` separates only and need not reach 3:1."""

    page: str
    surface: str
    rail: str
    field: str
    hover: str
    line: str
    control_line: str
    text: str
    soft: str
    accent: str
    accent_pale: str
    on_accent: str
    accent_hover: str
    good: str
    good_pale: str
    attention: str
    attention_pale: str
    bad: str
    bad_pale: str

    def tone(self, name: str) -> tuple[str, str]:
        """Foreground and pale background of a tone: accent, good, attention, bad, or quiet for any other."""
        tones = {
            "accent": (self.accent, self.accent_pale),
            "good": (self.good, self.good_pale),
            "attention": (self.attention, self.attention_pale),
            "bad": (self.bad, self.bad_pale),
        }
        return tones.get(name, (self.soft, self.hover))


LIGHT = Colours(
    page="#F6F7F9",
    surface="#FFFFFF",
    rail="#EEF1F4",
    field="#FFFFFF",
    hover="#EDF0F3",
    line="#DFE3E8",
    control_line="#7C8692",
    text="#171B22",
    soft="#55606E",
    accent="#0B6B6F",
    accent_pale="#E2F1F1",
    on_accent="#FFFFFF",
    accent_hover="#09585B",
    good="#1B7A4B",
    good_pale="#E4F3EA",
    attention="#9A5200",
    attention_pale="#FCEFDC",
    bad="#AE2318",
    bad_pale="#FBE7E5",
)

DARK = Colours(
    page="#14171B",
    surface="#1C2025",
    rail="#181B20",
    field="#16191D",
    hover="#282E35",
    line="#343A42",
    control_line="#76808D",
    text="#E8EBEF",
    soft="#A3ADB9",
    accent="#58C3C6",
    accent_pale="#15373A",
    on_accent="#08262A",
    accent_hover="#7AD3D5",
    good="#6CCB97",
    good_pale="#173528",
    attention="#F0B46A",
    attention_pale="#3A2A12",
    bad="#F2938B",
    bad_pale="#3E1D1A",
)


class SystemColours:
    """What a high contrast theme of the system gives us. A plain class, since hardly anybody needs it and a
    named tuple takes a third of a millisecond of the first paint.
    """

    def __init__(
        self, window: str, window_text: str, base: str, text: str, highlight: str, highlighted_text: str
    ) -> None:
        self.window = window
        self.window_text = window_text
        self.base = base
        self.text = text
        self.highlight = highlight
        self.highlighted_text = highlighted_text


def high_contrast(system: SystemColours) -> Colours:
    """The system's own colours in our roles; states are then told by shape and word alone."""
    base = system.base
    text = system.text if ratio(system.text, base) >= 7 else _opposite(base)
    accent = system.highlight if ratio(system.highlight, base) >= 4.5 else text
    on_accent = system.highlighted_text
    if ratio(on_accent, accent) < 4.5:
        on_accent = base
    return Colours(
        page=base,
        surface=base,
        rail=base,
        field=base,
        hover=base,
        line=text,
        control_line=text,
        text=text,
        soft=text,
        accent=accent,
        accent_pale=base,
        on_accent=on_accent,
        accent_hover=accent,
        good=text,
        good_pale=base,
        attention=text,
        attention_pale=base,
        bad=text,
        bad_pale=base,
    )


PAIRS: tuple[tuple[str, str, Kind], ...] = (
    *(
        (ink, ground, "text")
        for ink in ("text", "soft")
        for ground in ("page", "surface", "rail", "field", "hover")
    ),
    *(
        (ink, ground, "text")
        for ink in ("accent", "good", "attention", "bad")
        for ground in ("page", "surface", "rail")
    ),
    ("accent", "accent_pale", "text"),
    ("accent", "field", "text"),
    ("accent", "hover", "text"),
    ("text", "accent_pale", "text"),
    ("on_accent", "accent", "text"),
    ("on_accent", "accent_hover", "text"),
    *((tone, f"{tone}_pale", "text") for tone in ("good", "attention", "bad")),
    *(("text", f"{tone}_pale", "text") for tone in ("good", "attention", "bad")),
    *(("soft", f"{tone}_pale", "text") for tone in ("accent", "good", "attention", "bad")),
    *(("control_line", ground, "control") for ground in ("page", "surface", "rail", "field", "hover")),
    *(("accent", ground, "control") for ground in ("page", "surface", "rail", "field", "hover")),
    ("bad", "field", "control"),
)


def luminance(colour: str) -> float:
    """Relative luminance of ``#RRGGBB``, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _opposite(ground: str) -> str:
    return max(("#000000", "#FFFFFF"), key=lambda ink: ratio(ink, ground))
