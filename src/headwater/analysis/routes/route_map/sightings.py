"""Sightings: what is said of legs, each telling once, in columns, between places of the map."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from headwater.analysis.grades import is_weak
from headwater.analysis.routes.route_map.places import (
    SAYS_NEAR,
    Snapped,
    Spot,
    folded,
    km_apart,
    snap,
)
from headwater.picture import Picture

LEG = ("from", "to", "mode")
"""What makes a leg: by other means it is another leg."""
FARTHEST_BY_BOAT_KM = 500.0
"""Places farther apart are the ends of a journey, not of one stretch by boat. Ours: Channel, Aegean
and Adriatic are crossed in less than half of that."""
_BOATS = ("boat", "taxi_boat")
_POINT_KM = 50.0  # rivers, regions, seas and countries have no one point to measure from
_AMOUNTS = ("persons", "fee_min", "fee_max")
_BEFORE = 24  # characters before a place that may say `near`


@dataclass(frozen=True)
class Sightings:
    """What is said of legs.

    Attributes:
        told: One row for each telling: the columns of the picture's legs, `from` and `to` as
            places of the map, `network` by name, and `row` and `leg` (their numbers), `weak`,
            `month`, `day`, `hours`, `from_near`, `to_near`.
        fees: One row for each fee of a telling; the columns of the picture's legs and `leg`.
        legs: From, to and mode of each leg, by number.
        places: The ends, snapped.
        spots: The places of the map by id.
        below_zero: Numbers below zero that were left out.
        whole: Names of the ends of journeys that were told as one stretch by boat.
    """

    told: pa.Table
    fees: pa.Table
    legs: list[tuple[str, str, str]]
    places: Snapped
    spots: dict[str, Spot]
    below_zero: int
    whole: tuple[tuple[str, str], ...] = ()


def sightings(
    picture: Picture, parameters: Mapping[str, Any], *, by_stretch: bool = False
) -> Sightings:
    """Gather what is said of legs, without ends that are people.

    Args:
        picture: The picture.
        parameters: `accepted_only` and `drop_weak`.
        by_stretch: Whether a journey told as one stretch by boat loses that means: a leg is one
            stretch by one means, and it is none.
    """
    legs, below = _without_negative(_dated(_asked_for(picture, parameters)))
    places = snap(picture, legs)
    near = _said_near(picture, legs)
    for side in ("from", "to"):
        vague = pa.array(sorted(places.near), pa.string())
        by_name = pc.is_in(legs[side], value_set=vague)
        by_text = pc.is_in(legs["statement"], value_set=near[side])
        legs = legs.append_column(f"{side}_near", pc.or_(by_name, by_text))
        legs = _replace(legs, side, _translated(legs[side], places.spot))
    spots = {spot.id: spot for spot in places.spot.values()}
    whole = _whole_by_boat(legs, spots) if by_stretch else []
    if whole:
        legs = _replace(legs, "mode", pc.if_else(_between(legs, whole), "", legs["mode"]))
    legs, keys = _numbered(legs)
    has_fee = pc.not_equal(legs["fee_statement"], "")
    names = _network_names(picture)
    legs = _replace(legs, "network", _called(legs["network"], names))
    told = _with_times(_once(legs), picture)
    told = _replace(told, "row", pa.array(range(told.num_rows), pa.int64()))
    called = tuple((spots[one].name, spots[other].name) for one, other in whole)
    return Sightings(told, legs.filter(has_fee), keys, places, spots, below, called)


def _whole_by_boat(legs: pa.Table, spots: Mapping[str, Spot]) -> list[tuple[str, str]]:
    """The ends of legs told by boat that lie farther apart than a boat goes."""
    by_boat = legs.filter(pc.is_in(legs["mode"], value_set=pa.array(_BOATS)))
    ends = by_boat.group_by(["from", "to"], use_threads=False).aggregate([]).to_pylist()
    pairs = [(spots.get(row["from"]), spots.get(row["to"])) for row in ends]
    return sorted(
        (one.id, other.id)
        for one, other in pairs
        if one and other and _pointed(one) and _pointed(other)
        if km_apart(one, other) > FARTHEST_BY_BOAT_KM
    )


def _pointed(spot: Spot) -> bool:
    return spot.placed and (spot.within_km or 0.0) < _POINT_KM


def _between(legs: pa.Table, ends: list[tuple[str, str]]) -> pa.Array:
    """Which legs by boat lie between these ends."""
    both = pc.binary_join_element_wise(legs["from"], legs["to"], "|")
    there = pc.is_in(both, value_set=pa.array(["|".join(pair) for pair in ends]))
    return pc.and_(there, pc.is_in(legs["mode"], value_set=pa.array(_BOATS)))


def _network_names(picture: Picture) -> dict[str, str]:
    """Names of networks by id."""
    wanted = pc.is_in(picture.entities["id"], value_set=pc.unique(picture.legs["network"]))
    known = picture.entities.filter(wanted)
    return dict(zip(known["id"].to_pylist(), known["caption"].to_pylist(), strict=True))


def _asked_for(picture: Picture, parameters: Mapping[str, Any]) -> pa.Table:
    legs = picture.legs.append_column("weak", is_weak(picture.legs["grade"]))
    if parameters["accepted_only"]:
        legs = legs.filter(pc.equal(legs["status"], "accepted"))
    if parameters["drop_weak"]:
        legs = legs.filter(pc.invert(legs["weak"]))
    return without_people(picture, legs)


def without_people(picture: Picture, legs: pa.Table) -> pa.Table:
    """Legs whose ends are places; a network that is somebody's id or name is left empty."""
    ends = ("from", "to", "from_name", "to_name")
    somebody = {name: _are_people(picture, legs, name) for name in (*ends, "network")}
    named = somebody["from"]
    for end in ends[1:]:  # somebody's name is not a place
        named = pc.or_(named, somebody[end])
    network = pc.if_else(somebody["network"], "", legs["network"])  # nor is a person a network
    return _replace(legs, "network", network).filter(pc.invert(named))


def _are_people(picture: Picture, legs: pa.Table, column: str) -> pa.Array:
    """Which cells are the id of somebody, or the id or name of somebody in a plain file."""
    known = picture.entities.filter(pc.not_equal(picture.entities["category"], ""))
    people = set(known["id"].to_pylist())
    given = picture.tables.get("given_people")
    names: set[str] = set()
    for name in ("id", "name"):
        if given is not None and name in given.column_names:
            names |= {folded(str(cell or "")) for cell in pc.unique(given[name]).to_pylist()}
    names.discard("")
    said = pc.unique(legs[column]).to_pylist()
    found = [one for one in said if one and (one in people or folded(one) in names)]
    return pc.is_in(legs[column], value_set=pa.array(found, pa.string()))


def _dated(legs: pa.Table) -> pa.Table:
    """What is no date in ISO form, whole or in part, is no date."""
    for name in ("date", "date_to"):
        date = pc.match_substring_regex(legs[name], r"^\d{4}(-\d\d(-\d\d)?)?$")
        legs = _replace(legs, name, pc.if_else(date, legs[name], ""))
    return legs


def _without_negative(legs: pa.Table) -> tuple[pa.Table, int]:
    """Numbers below zero say nothing; they are left empty and counted."""
    below = 0
    for name in _AMOUNTS:
        wrong = pc.fill_null(pc.less(legs[name], 0), False)
        below += pc.sum(wrong).as_py() or 0
        legs = _replace(legs, name, pc.if_else(wrong, None, legs[name]))
    return legs, below


def _said_near(picture: Picture, legs: pa.Table) -> dict[str, pa.Array]:
    """For each side the tellings whose words before the place say that it is only near."""
    said = picture.statements
    found = {side: pa.array([], pa.string()) for side in ("from", "to")}
    of_leg = pc.and_(
        pc.equal(said["schema"], "Leg"), pc.is_in(said["property"], pa.array([*found]))
    )
    said = said.filter(of_leg).select(["urn", "item", "entity", "property", "start"])
    if not said.num_rows or not picture.items.num_rows:
        return found
    said = _words(said, "urn", "entity", "property")
    texts = _words(picture.items.select(["urn", "item", "text"]), "urn")
    ends = said.join(texts, ["urn", "item"], join_type="inner")
    cut = zip(ends["text"].to_pylist(), ends["start"].to_pylist(), strict=True)
    vague = [
        bool(SAYS_NEAR.search(text[max(start - _BEFORE, 0) : start]))
        for text, start in ((text, start or 0) for text, start in cut)
    ]
    ends = ends.filter(pa.array(vague, pa.bool_()))
    told = legs.select(["id", "report", "statement"])
    for side in found:
        one = ends.filter(pc.equal(ends["property"], side)).select(["entity", "urn"])
        both = told.join(one, ["id", "report"], ["entity", "urn"], join_type="left semi")
        found[side] = pc.unique(both["statement"])
    return found


def _words(table: pa.Table, *names: str) -> pa.Table:
    """The table with coded words as plain text, so that it can be joined."""
    for name in names:
        table = _replace(table, name, pc.cast(table[name], pa.string()))
    return table


def _translated(ids: pa.ChunkedArray, spot: Mapping[str, Spot]) -> pa.Array:
    """Ids of ends as ids of places; an end that is not said stays empty."""
    coded = ids.combine_chunks().dictionary_encode()
    new = [spot[one].id if one in spot else one for one in coded.dictionary.to_pylist()]
    return pc.take(pa.array(new, pa.string()), coded.indices)


def _called(ids: pa.ChunkedArray, names: Mapping[str, str]) -> pa.Array:
    """Networks by name: of most nothing but the name is known, so that one name is one network."""
    coded = ids.combine_chunks().dictionary_encode()
    said = [names.get(one, one) for one in coded.dictionary.to_pylist()]
    spelt: dict[str, str] = {}
    for name in sorted(said):
        spelt.setdefault(folded(name), name)
    return pc.take(pa.array([spelt[folded(name)] for name in said], pa.string()), coded.indices)


def _numbered(legs: pa.Table) -> tuple[pa.Table, list[tuple[str, str, str]]]:
    """The legs with the number of their from, to and mode."""
    one = legs.group_by(list(LEG), use_threads=False).aggregate([])
    one = one.sort_by([(name, "ascending") for name in LEG])
    keys = list(zip(*(one[name].to_pylist() for name in LEG), strict=True))
    one = one.append_column("leg", pa.array(range(one.num_rows), pa.int64()))
    legs = legs.append_column("row", pa.array(range(legs.num_rows), pa.int64()))
    return legs.join(one, list(LEG)).sort_by("row"), keys


def _once(legs: pa.Table) -> pa.Table:
    """Each telling of a leg once, however many fees belong to it."""
    first = legs.group_by(["id", "statement"], use_threads=False).aggregate([("row", "min")])
    return legs.filter(pc.is_in(legs["row"], value_set=first["row_min"].combine_chunks()))


def _with_times(told: pa.Table, picture: Picture) -> pa.Table:
    """The tellings with their month, day (since 1970) and hours on the way."""
    date = told["date"]
    dated = pc.greater_equal(pc.utf8_length(date), 7)
    month = pc.if_else(dated, pc.utf8_slice_codeunits(date, 0, 7), "")
    moment = pc.strptime(date, format="%Y-%m-%d", unit="s", error_is_null=True)
    real = pc.equal(pc.strftime(moment, format="%Y-%m-%d"), date)  # the 30th of February is none
    moment = pc.if_else(real, moment, None)
    day = pc.divide(pc.cast(moment, pa.int64()), 86_400)
    told = told.append_column("month", month).append_column("day", day)
    return _with_hours(told, picture).sort_by("row")


def _with_hours(told: pa.Table, picture: Picture) -> pa.Table:
    said = picture.statements
    said = said.filter(pc.equal(said["property"], "durationHours"))
    said = _words(said.select(["urn", "entity", "value"]), "urn", "entity")
    number = pc.match_substring_regex(said["value"], r"^\d+(\.\d+)?$")
    said = said.filter(number)
    hours = pc.cast(said["value"], pa.float64())
    said = pa.table({"report": said["urn"], "id": said["entity"], "hours": hours})
    said = said.group_by(["report", "id"], use_threads=False).aggregate([("hours", "min")])
    said = said.rename_columns(["report", "id", "hours"])
    return told.join(said, ["report", "id"])


def _replace(table: pa.Table, name: str, column: pa.Array | pa.ChunkedArray) -> pa.Table:
    return table.set_column(table.schema.get_field_index(name), name, column)
