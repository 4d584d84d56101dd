"""Reports as tables, for the tests of this folder."""

import pyarrow as pa

STATED = ("urn", "entity", "schema", "property", "value", "status")
_WORDS = ("urn", "originator", "record_date", "information_from", "information_to", "format")


def tables_of(reports, items=(), said=()):
    """Tables as a store gives them, of what is given; the rest is usual."""
    columns = {"originator": "", "cites": [], "origin_known": True, "record_date": ""}
    columns |= {
        "information_from": "",
        "information_to": "",
        "format": "text",
        "dates_assumed": False,
    }
    rows = [columns | {"originator": f"Agency {r['urn']}"} | r for r in reports]
    schema = pa.schema(
        [
            *((name, pa.string()) for name in _WORDS),
            *(("cites", pa.list_(pa.string())), ("origin_known", pa.bool_())),
            ("dates_assumed", pa.bool_()),
        ]
    )
    texts = pa.table(
        {
            "urn": pa.array([urn for urn, _ in items], pa.string()),
            "item": pa.array([1] * len(items), pa.int32()),
            "text": pa.array([text for _, text in items], pa.string()),
            "language": pa.array(["en"] * len(items), pa.string()),
        }
    )
    fields = [*((n, pa.string()) for n in STATED), *((n, pa.int32()) for n in ("item", "start"))]
    scan = pa.Table.from_pylist(list(said), schema=pa.schema(fields))
    return pa.Table.from_pylist(rows, schema=schema), texts, scan


def told(*texts):
    """Reports r0, r1, ... with one item each."""
    urns = [f"r{number}" for number in range(len(texts))]
    return tables_of([{"urn": urn} for urn in urns], list(zip(urns, texts, strict=True)))


def place(urn, ident, start, item=1):
    """The statement that an item names a place."""
    return {
        "urn": urn,
        "entity": ident,
        "schema": "Place",
        "property": "name",
        "value": ident,
        "status": "proposed",
        "item": item,
        "start": start,
    }
