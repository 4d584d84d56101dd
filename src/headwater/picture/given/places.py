"""Places of a plain file of legs, where its columns tell where they lie."""

import pyarrow as pa
import pyarrow.compute as pc

from headwater.picture.given.cells import PlainCells
from headwater.picture.tables import make_table

_APART = 1.0  # degrees
_ELSEWHERE = (
    "lies elsewhere than in another row; the first position counts: give each place a name of its "
    "own, as the name with its country in brackets"
)


def places_table(legs: PlainCells) -> pa.Table:
    """The ends of legs with a position: columns `from_lat`, `from_lon`, `to_lat`, `to_lon`.

    A place is its name; where rows differ the first position counts. Where a name stands for
    places more than a degree apart, as those of two countries, that is noted.
    """
    every = pa.concat_tables(_side(legs, side) for side in ("from", "to"))
    known = every.filter(pc.and_(pc.is_valid(every["lat"]), pc.is_valid(every["lon"])))
    first = known.group_by("id", use_threads=False).aggregate([("lat", "first"), ("lon", "first")])
    _note_elsewhere(legs, known, first)
    columns = {"id": first["id"], "name": first["id"]}
    return make_table("places", columns | {"lat": first["lat_first"], "lon": first["lon_first"]})


def _side(legs: PlainCells, side: str) -> pa.Table:
    """The beginnings, or the ends, with the row of each and its position."""
    columns = {
        "id": legs.text(side),
        "row": pa.array(range(legs.table.num_rows)),
        "lat": legs.number(f"{side}_lat", least=-90, most=90),
        "lon": legs.number(f"{side}_lon", least=-180, most=180),
    }
    return pa.table(columns).filter(pc.and_(legs.kept, pc.not_equal(columns["id"], "")))


def _note_elsewhere(legs: PlainCells, known: pa.Table, first: pa.Table) -> None:
    """Note the first row of each name that says a position far from the one that counts."""
    at = pc.index_in(known["id"], value_set=first["id"].combine_chunks())
    apart = [
        pc.greater(pc.abs(pc.subtract(known[name], first[f"{name}_first"].take(at))), _APART)
        for name in ("lat", "lon")
    ]
    other = known.filter(pc.or_(*apart))
    named = other.group_by("id", use_threads=False).aggregate([("row", "min")])
    names = dict(zip(named["row_min"].to_pylist(), named["id"].to_pylist(), strict=True))
    rows = pc.is_in(pa.array(range(legs.table.num_rows)), value_set=named["row_min"])
    legs.note(rows, lambda row: f"{names[row]} {_ELSEWHERE}")
