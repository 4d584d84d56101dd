"""Glyphs: which letters the shipped fonts can draw."""

import struct
from functools import cache
from pathlib import Path

from headwater.draw import font_folder

_UNDRAWN = "\u200b\u200c\u200d\u200e\u00ad"  # marks that guide the others and show nothing


def drawable(text: str) -> str:
    """The text with every letter that no shipped font has shown by its number instead."""
    known = _known()
    return "".join(
        letter
        if ord(letter) < 128 or ord(letter) in known or letter in _UNDRAWN
        else f"[U+{ord(letter):04X}]"
        for letter in text
    )


@cache
def _known() -> frozenset[int]:
    """Code points that both the regular and the bold fonts of one family draw."""
    families: dict[str, frozenset[int]] = {}
    for path in sorted(font_folder().glob("*.ttf")):
        family = path.stem.partition("-")[0]
        found = coverage(path)
        families[family] = families.get(family, found) & found
    return frozenset().union(*families.values())


def coverage(font: Path) -> frozenset[int]:
    """Code points that a TrueType font maps to a glyph.

    Reads segments of format 4, which covers the Basic Multilingual Plane.
    Source: OpenType specification, cmap table.
    """
    data = font.read_bytes()
    (count,) = struct.unpack_from(">H", data, 4)
    records = [struct.unpack_from(">4sIII", data, 12 + 16 * i) for i in range(count)]
    start = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    (subtables,) = struct.unpack_from(">H", data, start + 2)
    found: set[int] = set()
    for i in range(subtables):
        _, _, offset = struct.unpack_from(">HHI", data, start + 4 + 8 * i)
        if struct.unpack_from(">H", data, start + offset)[0] == 4:
            found |= _segments(data, start + offset)
    return frozenset(found)


def _segments(data: bytes, at: int) -> set[int]:
    (double,) = struct.unpack_from(">H", data, at + 6)
    count = double // 2
    ends = struct.unpack_from(f">{count}H", data, at + 14)
    starts = struct.unpack_from(f">{count}H", data, at + 16 + double)
    found: set[int] = set()
    for low, high in zip(starts, ends, strict=True):
        if high != 0xFFFF:
            found |= set(range(low, high + 1))
    return found
