"""A small sRGB colour profile, so that printed colours mean the same everywhere (PDF/A needs one).

Written out from the published numbers of IEC 61966-2-1 (primaries adapted to the D50 white of ICC
profiles, ICC.1:2001-04), because a profile from elsewhere carries somebody's rights and a date.
"""

from __future__ import annotations

import struct
from functools import cache

_WHITE = (0.9505, 1.0, 1.0891)  # the medium's own white point, D65
_RED = (0.4360, 0.2225, 0.0139)
_GREEN = (0.3851, 0.7169, 0.0971)
_BLUE = (0.1431, 0.0606, 0.7141)
_D50 = (0.9642, 1.0, 0.8249)
_CURVE_POINTS = 256


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + b"".join(_fixed(value) for value in values)


def _description(text: str) -> bytes:
    ascii_text = text.encode("ascii") + b"\0"
    # Unicode and Macintosh parts of the type are present but empty.
    return b"desc" + bytes(4) + struct.pack(">I", len(ascii_text)) + ascii_text + bytes(8 + 3 + 67)


def _curve() -> bytes:
    """The sRGB transfer curve as a table of 16-bit values."""
    values = []
    for point in range(_CURVE_POINTS):
        share = point / (_CURVE_POINTS - 1)
        linear = share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        values.append(round(linear * 65535))
    return b"curv" + bytes(4) + struct.pack(f">I{_CURVE_POINTS}H", _CURVE_POINTS, *values)


@cache
def srgb() -> bytes:
    """The profile: version 2, RGB display class, the same bytes every time."""
    curve = _curve()
    tags = [
        (b"desc", _description("sRGB")),
        (b"cprt", b"text" + bytes(4) + b"No rights reserved\0"),
        (b"wtpt", _xyz(_WHITE)),
        (b"rXYZ", _xyz(_RED)),
        (b"gXYZ", _xyz(_GREEN)),
        (b"bXYZ", _xyz(_BLUE)),
        (b"rTRC", curve),
        (b"gTRC", curve),
        (b"bTRC", curve),
    ]
    offset = 128 + 4 + 12 * len(tags)
    directory, body, places = b"", b"", {}
    for name, data in tags:
        if data not in places:
            places[data] = offset + len(body)
            body += data + bytes(-len(data) % 4)
        directory += name + struct.pack(">II", places[data], len(data))
    size = offset + len(body)
    header = struct.pack(">I4sI4s4s4s", size, bytes(4), 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    header += struct.pack(">6H", 2000, 1, 1, 0, 0, 0) + b"acsp" + bytes(28)
    header += b"".join(_fixed(value) for value in _D50)
    return header.ljust(128, b"\0") + struct.pack(">I", len(tags)) + directory + body
