"""Route graphs with counts on some of their legs."""

from itertools import pairwise

from headwater.picture import Picture, make_table

MONTHS = [f"2025-{month:02d}" for month in range(1, 13)]


def picture_of(legs=(), counts=(), **columns):
    """A picture of legs (from, to, and more columns) and counts (series, date, value, and more)."""
    given = {
        "legs": [
            {"from": a, "to": b, "from_name": a, "to_name": b, "id": f"l{n}"} | (more or {})
            for n, (a, b, more) in enumerate(legs)
        ],
        "series": [
            {"series": a, "date": day, "value": float(value), "report": f"S{a}"} | (more or {})
            for a, day, value, more in counts
        ],
    }
    tables = {}
    for name, rows in given.items():
        same = {"modality": "done", "status": "accepted"} | columns
        rows = [same | {"statement": f"{name}#{n}.1"} | row for n, row in enumerate(rows)]
        rows = [{"report": row["statement"], "group": row["statement"]} | row for row in rows]
        names = sorted({key for row in rows for key in row})
        tables[name] = make_table(name, {key: [row.get(key) for row in rows] for key in names})
    return Picture.of(tables)


def chain(*places):
    """Legs from each place to the next."""
    return [(a, b, None) for a, b in pairwise(places)]


def monthly(series, values, **more):
    """A count for each month that has one."""
    months = zip(MONTHS, values, strict=False)
    return [(series, month, value, more) for month, value in months if value is not None]
