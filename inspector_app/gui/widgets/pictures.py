"""Pictures from files that strangers made: decoded within bounds, in kinds that hold a picture only."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPixmap

KINDS = frozenset({b"png", b"jpeg", b"gif", b"bmp", b"webp"})
"""SVG is left out: it can name other files and addresses."""

MOST_PIXELS = 60_000_000


def read_picture(data: bytes, most: QSize, ratio: float = 1.0) -> QPixmap | None:
    """The picture, no larger than `most` logical pixels; None where it cannot be shown.

    Only what can be shown is ever decoded: a picture with millions of pixels is scaled while it is read.
    """
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in KINDS:
        return None
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return None
    room = most * ratio
    if size.width() > room.width() or size.height() > room.height():
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    image: QImage = reader.read()
    if image.isNull():
        return None
    shown = QPixmap.fromImage(image)
    shown.setDevicePixelRatio(ratio)
    return shown


def as_png(image: QImage) -> bytes:
    """The bytes of a picture as PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def within_pixels(data: bytes, longest: int) -> bytes:
    """The picture with no edge longer than that; other bytes, and smaller pictures, as they are."""
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    kind, size = bytes(reader.format().data()), reader.size()
    if kind not in (b"png", b"jpeg", b"webp") or not size.isValid():
        return data
    if max(size.width(), size.height()) <= longest or size.width() * size.height() > MOST_PIXELS:
        return data
    reader.setScaledSize(size.scaled(QSize(longest, longest), Qt.AspectRatioMode.KeepAspectRatio))
    image: QImage = reader.read()
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(target, QByteArray(kind))
    writer.setQuality(90)
    return data if image.isNull() or not writer.write(image) else bytes(target.data().data())
