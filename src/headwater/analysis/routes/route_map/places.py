"""Ends of legs snapped to known places: one place for each way of writing it, and how exact it is.

A place is known where the picture's table of places gives its position. One that is not known is
snapped to the only known place of its name; else it stays in the map under its own name, together
with every other of that name. Names are the same whatever the case and the marks on letters.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from headwater.picture import Picture

WITHIN_KM = {
    "safe_house": 1.0,
    "crossing_point": 2.0,
    "launch_site": 2.0,
    "staging_area": 2.0,
    "town": 5.0,
    "": 5.0,
    "border_segment": 20.0,
    "river": 50.0,
    "region": 75.0,
    "sea": 100.0,
    "country": 200.0,
}
"""How far from its position a place of each kind may lie: our own declared reading."""

NEAR_KM = 15.0
"""How much farther it may lie where it is only said to be near: our own declared reading."""

FARTHEST_MEETING_KM = 60.0
"""Places farther apart than this are never one, however inexact they are: a country is no stop."""

_NEAR = (
    "near|near to|close to|next to|around|outside|not far from|in the area of|"
    "blizu|kod|pored|nadomak|u blizini|u okolini|"
    "близу|код|поред|надомак|у близини|у околини|во близина на|кај|"
    "близо до|край|край на|в района на|"
    "afër|pranë|në afërsi të"
)
SAYS_NEAR = re.compile(rf"(?:^|\W)(?:{_NEAR})(?: the)?\s+$", re.IGNORECASE)
"""Words before a place that say it is only near, in the languages of the reports."""
_BEGINS_NEAR = re.compile(rf"^(?:{_NEAR})(?: the)?\s+(?=\S)", re.IGNORECASE)
_EARTH_KM = 6371.0


class Spot(NamedTuple):
    """A place of the map.

    Attributes:
        id: Id of the place; of an unknown one the first id of all that bear its name.
        name: Name to show.
        country: ISO 3166 code, or empty.
        latitude: Degrees north, or None where nobody knows.
        longitude: Degrees east, or None.
        within_km: How far from there it may lie, or None.
    """

    id: str
    name: str
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None
    within_km: float | None = None

    @property
    def placed(self) -> bool:
        """Whether its position is known."""
        return self.latitude is not None and self.longitude is not None


@dataclass
class Snapped:
    """The ends of legs as places of the map.

    Attributes:
        spot: The place for each id that legs name.
        near: Ids whose name only says that it is near a place.
        unknown: Names of places whose position nobody knows, with the number of ends.
        shared: Names that several known places bear, with the countries these lie in.
    """

    spot: dict[str, Spot]
    near: set[str] = field(default_factory=set)
    unknown: Counter[str] = field(default_factory=Counter)
    shared: dict[str, list[str]] = field(default_factory=dict)


def folded(name: str) -> str:
    """A name without case and without marks on letters."""
    marked = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(c for c in marked if not unicodedata.combining(c)).split())


def snap(picture: Picture, legs: pa.Table) -> Snapped:
    """Find the place of every end that legs name."""
    told = _ends(legs)
    known, described = _known(picture, told)
    known |= _borders(picture, told)
    bearers = _bearers(picture, {one: spot for one, spot in known.items() if spot.placed})
    snapped = Snapped({})
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one, (name, _) in told.items():
        if one in known:
            snapped.spot[one] = known[one]
            continue
        plain = _BEGINS_NEAR.sub("", name)
        if plain != name:
            snapped.near.add(one)
        country = described.get(one, "")
        found = [b for b in bearers.get(folded(plain), ()) if country in ("", b.country)]
        if len(found) == 1:
            snapped.spot[one] = found[0]
            continue
        if found:
            snapped.shared[plain] = sorted({b.country or "?" for b in found})
        groups[folded(plain), country].append(one)
    for (_, country), ids in groups.items():
        _keep_unknown(snapped, ids, country, told)
    return snapped


def _ends(legs: pa.Table) -> dict[str, tuple[str, int]]:
    """The ids of all ends with the name told most often, and how many legs end there."""
    ends = pa.concat_tables(
        legs.select([side, f"{side}_name"]).rename_columns(["id", "name"])
        for side in ("from", "to")
    )
    counted = ends.group_by(["id", "name"]).aggregate([([], "count_all")])
    order = [("count_all", "descending"), ("name", "ascending"), ("id", "ascending")]
    told: dict[str, tuple[str, int]] = {}
    for row in counted.sort_by(order).to_pylist():
        if row["id"]:
            name, count = told.get(row["id"], (row["name"] or row["id"], 0))
            told[row["id"]] = (name, count + row["count_all"])
    return told


def _known(picture: Picture, told: Mapping[str, Any]) -> tuple[dict[str, Spot], dict[str, str]]:
    """The places with a position, and the country of those without."""
    known, described = {}, {}
    for row in picture.places.to_pylist():
        if row["lat"] is None or row["lon"] is None:
            described[row["id"]] = row["country"]
            continue
        where = (row["country"], row["lat"], row["lon"])
        within = WITHIN_KM.get(row["kind"], WITHIN_KM[""])
        called = row["name"] or told.get(row["id"], ("", 0))[0]
        known[row["id"]] = Spot(row["id"], called, *where, within)
    return known, described


def _borders(picture: Picture, told: Mapping[str, Any]) -> dict[str, Spot]:
    """Borders told without a point: one for each country, or pair, in whatever words.

    Such a border has no position; `within_km` says how far from its line the end may lie.
    """
    places = picture.places
    lone = pc.and_(pc.equal(places["kind"], "border_segment"), pc.is_null(places["lat"]))
    named = [one for one in places.filter(lone)["id"].to_pylist() if one in told]
    if not named:
        return {}
    said = picture.statements
    said = said.filter(pc.equal(said["property"], "country"))
    of_them = pc.is_in(pc.cast(said["entity"], pa.string()), value_set=pa.array(named, pa.string()))
    said = said.filter(of_them)
    countries: dict[str, set[str]] = defaultdict(set)
    for one, country in zip(said["entity"].to_pylist(), said["value"].to_pylist(), strict=True):
        countries[one].add(country.upper())
    found = {}
    for one, codes in countries.items():
        name = f"border of {' and '.join(sorted(codes))}"
        found[one] = Spot(name, name, within_km=WITHIN_KM["border_segment"])
    return found


def _bearers(picture: Picture, known: Mapping[str, Spot]) -> dict[str, list[Spot]]:
    """The known places by every name they bear."""
    ids = pa.array(list(known), pa.string())
    names = picture.names.filter(pc.is_in(picture.names["entity"], value_set=ids))
    pairs = {(spot.name, one) for one, spot in known.items()}
    pairs |= set(zip(names["name"].to_pylist(), names["entity"].to_pylist(), strict=True))
    bearers: dict[str, dict[str, Spot]] = defaultdict(dict)
    for name, one in sorted(pairs):
        bearers[folded(name)][one] = known[one]
    return {name: list(spots.values()) for name, spots in bearers.items()}


def _keep_unknown(
    snapped: Snapped, ids: Iterable[str], country: str, told: Mapping[str, tuple[str, int]]
) -> None:
    """One place for all of one name; its name is the one told most often without `near`."""
    order = sorted(ids, key=lambda one: (one in snapped.near, -told[one][1], one))
    name = _BEGINS_NEAR.sub("", told[order[0]][0])
    spot = Spot(name if order[0] in snapped.near else order[0], name, country)
    for one in order:
        snapped.spot[one] = spot
        snapped.unknown[name] += told[one][1]


def meeting(spots: Iterable[Spot]) -> dict[str, list[str]]:
    """Which places may be one: a place itself, and those no farther than both are inexact.

    Cost grows with the square of the places that have a position.
    """
    every = {spot.id: spot for spot in spots}
    met = {one: [one] for one in every}
    placed = [spot for spot in every.values() if spot.placed]
    if not placed:
        return met
    where = np.radians([[s.latitude or 0.0, s.longitude or 0.0] for s in placed])
    within = np.array([s.within_km or 0.0 for s in placed])
    for at, spot in enumerate(placed):
        near = _km(where[at], where) <= np.minimum(within[at] + within, FARTHEST_MEETING_KM)
        met[spot.id] += [placed[i].id for i in np.flatnonzero(near) if i != at]
    return met


def km_apart(one: Spot, other: Spot) -> float:
    """Great-circle distance between two places that have a position."""
    ends = np.radians([[s.latitude or 0.0, s.longitude or 0.0] for s in (one, other)])
    return float(_km(ends[0], ends[1:])[0])


def _km(one: NDArray[np.float64], others: NDArray[np.float64]) -> NDArray[np.float64]:
    """Great-circle distance from a point to others, all in radians."""
    half = (others - one) / 2
    across = np.cos(one[0]) * np.cos(others[:, 0]) * np.sin(half[:, 1]) ** 2
    chord = np.sin(half[:, 0]) ** 2 + across
    return np.asarray(2 * _EARTH_KM * np.arcsin(np.sqrt(np.clip(chord, 0, 1))))
