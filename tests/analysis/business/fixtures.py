"""Small pictures of a trade."""

from headwater.picture import Picture, make_table

LEG = {
    "from": "Horgos",
    "to": "Szeged",
    "from_name": "Horgos",
    "to_name": "Szeged",
    "mode": "van",
    "currency": "EUR",
    "fee_basis": "person",
    "modality": "done",
    "status": "accepted",
    "grade": "1A",
}


def trade(*rows, **tables):
    """A picture in which each leg, with its fee, is told by a report and group of its own."""
    told = [
        {"id": f"L{i}", "group": f"G{i}", "report": f"R{i}", "statement": f"R{i}#1.1"}
        | {"fee_statement": f"R{i}#1.5" if "fee_min" in row or "fee_max" in row else ""}
        | LEG
        | row
        for i, row in enumerate(rows)
    ]
    return Picture.of({"legs": table("legs", told)} | {k: table(k, v) for k, v in tables.items()})


def table(name, rows):
    names = {name for row in rows for name in row}
    return make_table(name, {column: [row.get(column) for row in rows] for column in names})


def fee(low, high, **rest):
    return {"fee_min": low, "fee_max": high} | rest
