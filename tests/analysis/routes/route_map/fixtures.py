"""Small pictures of legs."""

from headwater.picture import Picture, make_table

ROW = {
    "from": "Horgos",
    "to": "Szeged",
    "from_name": "Horgos",
    "to_name": "Szeged",
    "mode": "van",
    "modality": "done",
    "status": "accepted",
    "grade": "1A",
}


def legs(*rows, **tables):
    """A picture in which each row is told by a report and group of its own."""
    told = [
        {"id": f"L{i}", "group": f"G{i}", "report": f"R{i}", "statement": f"R{i}#1.1"} | ROW | row
        for i, row in enumerate(rows)
    ]
    return Picture.of({"legs": _table("legs", told)} | {k: _table(k, v) for k, v in tables.items()})


def _table(name, rows):
    names = {name for row in rows for name in row}
    return make_table(name, {column: [row.get(column) for row in rows] for column in names})


def leg(start, end, **rest):
    """A leg between two places that are called as their ids."""
    return {"from": start, "to": end, "from_name": start, "to_name": end} | rest


def place(name, lat=None, lon=None, **rest):
    """A place with an id of its own."""
    return {"id": f"place:{name}", "name": name, "lat": lat, "lon": lon} | rest
