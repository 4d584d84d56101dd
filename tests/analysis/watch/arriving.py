"""Small batches of new items for the tests of watches."""

from typing import NamedTuple

import pyarrow as pa

from headwater.model import Statement
from headwater.safeguard.watching import Kind, Watch

COLUMNS = ("urn", "item", "n", "entity", "schema", "property", "value", "status", "modality")


class NewItem(NamedTuple):
    """A new item."""

    urn: str
    item: int
    text: str
    until: str = ""


def scan(*said: Statement) -> pa.Table:
    return pa.table(
        {name: pa.array([getattr(one, name) for one in said]).cast(kind) for name, kind in _TYPES}
    )


_TYPES = [(n, pa.int32() if n in ("item", "n") else pa.string()) for n in COLUMNS]


def watch(id_: str, kind: Kind, **question: str) -> Watch:
    return Watch(id_, kind, question, "ana", "case: X", "2026-11-21T12:00:00Z", "2026-12-01")


def leg(urn: str, start: str, end: str, mode: str = "van", **rest: str) -> list[Statement]:
    entity = f"{urn}#1@m9"
    held = (("from", start), ("to", end), ("mode", mode))
    return [
        Statement(urn, 1, n, entity, "Leg", name, value, **rest)
        for n, (name, value) in enumerate(held, 1)
        if value
    ]


def says(urn: str, n: int, schema: str, name: str, value: str, **rest: str) -> Statement:
    return Statement(urn, 1, n, f"{urn}#1@m1", schema, name, value, **rest)
