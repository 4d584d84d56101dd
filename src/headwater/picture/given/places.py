"""Places of a plain file of legs, where its columns tell where they lie."""

import pyarrow as pa
import pyarrow.compute as pc

from headwater.picture.given.cells import PlainCells
from headwater.picture.tables import make_table


def places_table(legs: PlainCells) -> pa.Table:
    """The ends of legs with a position: columns `from_lat`, `from_lon`, `to_lat`, `to_lon`.

    A place is its name; where rows differ the first position counts.
    """
    sides = []
    for side in ("from", "to"):
        sides.append(
            pa.table(
                {
                    "id": legs.text(side),
                    "lat": legs.number(f"{side}_lat", least=-90),
                    "lon": legs.number(f"{side}_lon", least=-180),
                }
            ).filter(legs.kept)
        )
    every = pa.concat_tables(sides)
    on_earth = pc.and_(pc.less_equal(every["lat"], 90), pc.less_equal(every["lon"], 180))
    known = every.filter(pc.and_(pc.not_equal(every["id"], ""), on_earth))
    first = known.group_by("id", use_threads=False).aggregate([("lat", "first"), ("lon", "first")])
    columns = {"id": first["id"], "name": first["id"]}
    return make_table("places", columns | {"lat": first["lat_first"], "lon": first["lon_first"]})
