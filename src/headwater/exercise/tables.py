"""The exercise's own data: places, stretches, name parts, agencies, column headers, phrases.

Each file says in its first lines where its content comes from.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Place:
    """A real place with the spellings officials of each country use; degrees, WGS 84."""

    id: str
    name: str
    local: str
    country: str
    kind: str
    lat: float
    lon: float
    sr: str
    sq: str
    mk: str
    bg: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A way from one place to the next, with the band its fee is drawn from."""

    corridor: str
    origin: str
    destination: str
    mode: str
    hours_low: float
    hours_high: float
    fee_low: int
    fee_high: int
    currency: str
    basis: str
    figure: str

    @property
    def at_sea(self) -> bool:
        """Whether boats put to sea here (others only cross a river)."""
        return self.corridor == "channel" and self.mode == "boat"


@dataclass(frozen=True, slots=True)
class Agency:
    """An invented body that writes reports and keeps tables."""

    code: str
    name: str
    languages: tuple[str, ...]
    persona: str
    countries: tuple[str, ...]
    tables: tuple[str, ...]
    date_form: str
    weight: float
    grading: str


@dataclass(frozen=True, slots=True)
class NamePart:
    """A given name, family name or nisba of a naming culture."""

    culture: str
    part: str
    gender: str
    latin: str
    native: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A published figure the exercise keeps to."""

    name: str
    low: float
    high: float
    unit: str
    basis: str
    source: str


def _rows(file: str) -> list[dict[str, str]]:
    text = files(__package__).joinpath("data", file).read_text("utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


@cache
def places() -> dict[str, Place]:
    """All places by id."""
    found = {}
    for row in _rows("places.csv"):
        lat, lon = float(row.pop("lat")), float(row.pop("lon"))
        found[row["id"]] = Place(lat=lat, lon=lon, **row)
    return found


@cache
def stretches() -> tuple[Stretch, ...]:
    """All stretches, in the order of their corridor."""
    return tuple(
        Stretch(
            corridor=row["corridor"],
            origin=row["origin"],
            destination=row["destination"],
            mode=row["mode"],
            hours_low=float(row["hours_low"]),
            hours_high=float(row["hours_high"]),
            fee_low=int(row["fee_low"]),
            fee_high=int(row["fee_high"]),
            currency=row["currency"],
            basis=row["basis"],
            figure=row["figure"],
        )
        for row in _rows("stretches.csv")
    )


@cache
def agencies() -> tuple[Agency, ...]:
    """All invented bodies."""
    return tuple(
        Agency(
            code=row["code"],
            name=row["name"],
            languages=tuple(row["languages"].split()),
            persona=row["persona"],
            countries=tuple(row["countries"].split()),
            tables=tuple(row["tables"].split()),
            date_form=row["date_form"],
            weight=float(row["weight"]),
            grading=row["grading"],
        )
        for row in _rows("agencies.csv")
    )


@cache
def name_parts() -> dict[tuple[str, str], tuple[NamePart, ...]]:
    """Name parts by culture and part; given names by culture and `given_m` or `given_f`."""
    found: dict[tuple[str, str], list[NamePart]] = {}
    for row in _rows("name_parts.csv"):
        part = NamePart(**row)
        key = f"given_{part.gender}" if part.part == "given" else part.part
        found.setdefault((part.culture, key), []).append(part)
    return {key: tuple(parts) for key, parts in found.items()}


@cache
def table_headers() -> dict[tuple[str, str], dict[str, str]]:
    """Header of each column (English form to local form) by table kind and language."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for row in _rows("table_headers.csv"):
        found.setdefault((row["kind"], row["language"]), {})[row["column"]] = row["header"]
    return found


@cache
def calibration() -> tuple[Figure, ...]:
    """The published figures that bound fees, costs and persons aboard."""
    return tuple(
        Figure(
            name=row["figure"],
            low=float(row["low"]),
            high=float(row["high"]),
            unit=row["unit"],
            basis=row["basis"],
            source=row["source"],
        )
        for row in _rows("calibration.csv")
    )


@cache
def phrases(language: str) -> dict[str, Any]:
    """Sentences and words of one language file (`en`, `sr`, `sq`, `mk`, `bg`)."""
    import yaml

    text = files(__package__).joinpath("data", f"phrases_{language}.yaml").read_text("utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded
