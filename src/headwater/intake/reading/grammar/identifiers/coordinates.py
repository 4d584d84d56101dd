"""Coordinates: in degrees, in degrees and minutes, in degrees, minutes and seconds, and as grid.

A grid reference (MGRS) is kept as it is written, not turned into degrees.
"""

import re
from collections.abc import Iterator

from headwater.intake.reading.grammar.identifiers.identifier import Identifier

_FINE = 4  # decimal places of two numbers that are a point though no side is named
_FRACTION = re.compile(
    r"\d[.,]\d{4}|\d[.,]\d{3}\s?°?\s?[NSEW]|[NSEW]\s?\d{1,3}[.,]\d{3}|\d[.,]\d{3}\s?°"
)
_GRID_START = re.compile(r"\d[C-X]\s?[A-Z]{2}\s?\d")
_DECIMAL = re.compile(
    r"(?<![\w.,])([NS]?)\s?([+-]?\d{1,2}[.,]\d{3,8})\s?°?\s?([NS]?)"
    r"(?:\s?[,;/]\s?|\s{1,2})(?:(?:lon|long|lng|longitude)[.:]?\s?)?"
    r"([EW]?)\s?([+-]?\d{1,3}[.,]\d{3,8})\s?°?\s?([EW]?)(?![\w]|[.,]\d)"
)
_ANGLE = (
    r"(\d{1,3})\s?[°º]\s?(?:(\d{1,2}(?:[.,]\d{1,4})?)\s?(?:['’′]|(?=\s?[NSEW]))\s?)?"
    r"(?:(\d{1,2}(?:[.,]\d{1,3})?)\s?(?:[\"”″]|''|’’)\s?)?"
)
_SEXAGESIMAL = re.compile(
    rf"(?<![\d.])([NS]?)\s?{_ANGLE}([NS]?)(?:[,;/]?\s{{0,2}})([EW]?)\s?{_ANGLE}([EW]?)(?!\w)"
)
_GRID = re.compile(
    r"(?<!\w)(\d{1,2}[C-HJ-NP-X])\s?([A-HJ-NP-Z][A-HJ-NP-V])\s?(\d{3,5})\s(\d{3,5})(?!\w)"
    r"|(?<!\w)(\d{1,2}[C-HJ-NP-X])\s?([A-HJ-NP-Z][A-HJ-NP-V])\s?(\d{6}|\d{8}|\d{10})(?!\w)"
)


def coordinates(text: str) -> Iterator[Identifier]:
    """The points of a text."""
    if "°" in text or "º" in text:
        for match in _SEXAGESIMAL.finditer(text):
            yield from _point(match, _angle(match, 2), _angle(match, 7), (1, 5, 6, 10))
    if _FRACTION.search(text):
        yield from _decimal(text)
    if _GRID_START.search(text):
        yield from _grid(text)


def _decimal(text: str) -> Iterator[Identifier]:
    for match in _DECIMAL.finditer(text):
        sided = (match[1] or match[3]) and (match[4] or match[6])
        if sided or min(_places(match[2]), _places(match[5])) >= _FINE:
            # "3.500, 4.000" are two numbers
            yield from _point(match, _degrees(match[2]), _degrees(match[5]), (1, 3, 4, 6))


def _grid(text: str) -> Iterator[Identifier]:
    for match in _GRID.finditer(text):
        zone, east, north = int(re.split(r"\D", match[0], maxsplit=1)[0]), match[3], match[4]
        if 1 <= zone <= 60 and (east is None or len(east) == len(north)):
            yield Identifier("grid", re.sub(r"\s", "", match[0]), match.span())


def _point(
    match: re.Match[str], latitude: float, longitude: float, sides: tuple[int, ...]
) -> Iterator[Identifier]:
    named = [match[group] for group in sides]
    if (named[0] and named[1]) or (named[2] and named[3]):
        return
    latitude = -latitude if "S" in (named[0], named[1]) else latitude
    longitude = -longitude if "W" in (named[2], named[3]) else longitude
    if abs(latitude) <= 90 and abs(longitude) <= 180:
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        end = match.start() + len(match[0].rstrip())
        value = f"{_plain(latitude)},{_plain(longitude)}"
        yield Identifier("coordinates", value, (start, end))


def _plain(angle: float) -> str:
    return f"{angle:.6f}".rstrip("0").rstrip(".")


def _places(written: str) -> int:
    return len(written) - 1 - max(written.find("."), written.find(","))


def _degrees(written: str) -> float:
    return float(written.replace(",", "."))


def _angle(match: re.Match[str], first: int) -> float:
    """Degrees of an angle in three groups; out of range where minutes or seconds are 60 or more."""
    minutes, seconds = (_degrees(match[first + part] or "0") for part in (1, 2))
    if minutes >= 60 or seconds >= 60:
        return 999.0
    return int(match[first]) + minutes / 60 + seconds / 3600
