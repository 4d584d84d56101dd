"""The table that Splink is fed: our keys, our names as levels, and the other fields as lists."""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from headwater.resolve.candidates import record_keys
from headwater.resolve.names import name_bits, read_name
from headwater.resolve.records import FIELDS, Kind, PersonRecord

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

EDGES = tuple(range(-12, 40, 3))
"""Bits from which each level of a name begins; below the first is a level of its own."""

LISTED = tuple(field for field, kind in FIELDS.items() if kind not in (Kind.NAME, Kind.DATE))
"""Fields that are compared as lists of values: one shared value is agreement."""
_LEAST_SHARE = 0.01  # a field that fewer of the records have is not compared
_MOST_HOLDERS = 20  # Splink learns from pairs that share a key no more common than this


def place_id(place: int) -> str:
    """Id of a record in Splink's tables: its place, written so that text sorts like numbers."""
    return f"{place:09d}"


def fields_held(records: Sequence[PersonRecord]) -> tuple[str, ...]:
    """Listed fields that enough of the records have."""
    least = max(2.0, _LEAST_SHARE * len(records))
    return tuple(f for f in LISTED if sum(f in record.values for record in records) >= least)


def name_level(left: PersonRecord, right: PersonRecord) -> int | None:
    """Level of the best of their names: the number of edges reached; None where one has none."""
    ours, theirs = (
        [read_name(text) for text in one.values.get("name", ())] for one in (left, right)
    )
    bits = [name_bits(one, other) for one in ours for other in theirs]
    return sum(max(bits) >= edge for edge in EDGES) if bits else None


def people(
    records: Sequence[PersonRecord], pairs: "np.ndarray[Any, Any]", fields: Sequence[str]
) -> "pa.Table":
    """One row for each record; `met` says at which level its name meets that of each candidate."""
    import pyarrow as pa

    texts = pa.list_(pa.string())
    ids = pa.array([place_id(place) for place in range(len(records))])
    columns = {
        "unique_id": ids,
        "mark": ids,  # the same again, since Spark wants the id itself left alone
        "key": pa.array(_one_key(records), pa.string()),
        "met": pa.array(_met(records, pairs), texts),
        "named": pa.array(["y" if record.values.get("name") else None for record in records]),
        "born": pa.array([_born(record) for record in records], pa.string()),
    }
    for field in fields:
        values = [sorted({v.casefold() for v in r.values.get(field, ())}) or None for r in records]
        columns[field] = pa.array(values, texts)
    return pa.table(columns)


def candidates(pairs: "np.ndarray[Any, Any]") -> "pa.Table":
    """The pairs as Splink takes blocked pairs."""
    import pyarrow as pa

    left, right = ([place_id(place) for place in side] for side in pairs.T.tolist())
    return pa.table({"match_key": ["0"] * len(left), "join_key_l": left, "join_key_r": right})


def _one_key(records: Sequence[PersonRecord]) -> list[str | None]:
    """One of the rarer keys of each record, the same for records that share most of theirs.

    The key of the smallest hash (Broder 1997): Splink learns from pairs with equal values alone.
    """
    keys = [record_keys(record) for record in records]
    held = Counter(key for one in keys for key in one)
    rare = [key for key, holders in held.items() if holders <= _MOST_HOLDERS]
    hashed = {key: sha256(key.encode()).hexdigest() for key in rare}
    return [min((hashed[key] for key in one if key in hashed), default=None) for one in keys]


def _met(records: Sequence[PersonRecord], pairs: "np.ndarray[Any, Any]") -> list[list[str]]:
    met: list[list[str]] = [[] for _ in records]
    for left, right in pairs.tolist():
        level = name_level(records[left], records[right])
        if level is not None:
            met[left].append(f"{place_id(right)}:{level}")
            met[right].append(f"{place_id(left)}:{level}")
    return met


def _born(record: PersonRecord) -> str | None:
    """The most exact date of birth."""
    return max(record.values.get("birth_date", ()), key=len, default=None)
