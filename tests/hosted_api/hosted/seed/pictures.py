"""Small PNG files made here, so that no picture has to be kept."""

import os
import struct
import zlib

from django.conf import settings

_CHANGED = 1_760_000_000  # the same Last-Modified in every run


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, red: int, green: int, blue: int) -> bytes:
    """A plain colour with a lighter band, so that a test sees which way up it is."""
    rows = b"".join(b"\0" + bytes([red, green, blue] if y > height // 4 else [255 - red, 255 - green, 255 - blue]) * width for y in range(height))
    return (b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b""))


def write() -> None:
    folder = settings.DATA / "media" / "lessons"
    folder.mkdir(parents=True, exist_ok=True)
    for name, size, colour in [("turtle.png", (320, 200), (40, 140, 90)), ("loop.png", (200, 200), (60, 90, 180)),
                               ("list.png", (400, 120), (180, 120, 40)), ("banner.png", (800, 200), (90, 60, 140))]:
        (folder / name).write_bytes(png(*size, *colour))
        os.utime(folder / name, (_CHANGED, _CHANGED))
