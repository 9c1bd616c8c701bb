"""Renews the few pictures that ship with the help and stand in the README, from those of `make screenshots`.

usage: python -m tests.gui.help_pictures FOLDER. Each keeps its 256
commonest colours; a test holds that they stay small.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

TARGET = Path(__file__).resolve().parents[2] / "resources" / "help" / "pictures"
PICTURES = {
    "home": "1-home-light",
    "staff": "2-screen-staff_awareness-light",
    "findings": "2-findings-light",
    "letter": "3-finished-letter-light",
}


def commonest(picture: QImage, most: int = 256) -> list[int]:
    """The colours that fill most of a picture."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    seen = Counter(memoryview(plain.constBits()).cast("I"))
    return [0xFF000000 | colour for colour, _ in seen.most_common(most)]


def renew(folder: Path, target: Path = TARGET) -> list[Path]:
    """Write the pictures; gives the files."""
    target.mkdir(parents=True, exist_ok=True)
    made = []
    for name, source in PICTURES.items():
        picture = QImage(str(folder / f"{source}.png"))
        if picture.isNull():
            raise SystemExit(f"There is no picture {source}.png in {folder}.")
        file = target / f"{name}.png"
        plain = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
        few = picture.convertToFormat(QImage.Format.Format_Indexed8, commonest(picture), plain)
        few.save(str(file), "PNG", 0)
        made.append(file)
    return made


if __name__ == "__main__":
    for one in renew(Path(sys.argv[1])):
        print(one.name, one.stat().st_size)
