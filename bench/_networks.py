"""The networks of people that the benches of organisers run on.

Layers and phases are merged: two people are tied where any layer or phase ties them. Columns that
hold the truth (roles, ranks, custody) are never read here.
"""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from headwater.graph import Ties, components

NAMES = (
    *("caviar", "ciel", "cocaine_new_york", "heroin_new_york", "israel_phone_case_1"),
    *("israel_phone_case_2", "italian_gangs", "jjatt_bali_2002", "jjatt_madrid_2004"),
    *("london_gang", "noordin_139", "november_17", "oversize", "siren", "spain_acero"),
    *("spain_jake", "spain_juanes", "spain_mambo", "tfc", "togo"),
)
"""The 20 networks of the promised figures, each as its largest component.

Of noordin_139 the communication layer.
"""

LARGER = ("czech_corruption", "israel_burglary", "us_air_97")
"""Networks with a bound asked for at up to 20 removals; whole, with every component."""

_LAYERS = {"noordin_139": ("communication",)}
_COLLECTED = {"czech_corruption": "covert_15__0", "september_11": "covert_2__0"}


class Network(NamedTuple):
    """A network of people.

    Attributes:
        name: Its name.
        ties: Undirected ties, without self ties or repeats; the weight of a pair is the sum over
            its rows.
        ids: Id of each node, as text; "NA" is one.
    """

    name: str
    ties: Ties
    ids: tuple[str, ...]


def networks(data: Path, names: Iterable[str] = NAMES) -> dict[str, Network]:
    """Networks by name, in the order asked for.

    Args:
        data: Folder of the test data.
        names: Of `NAMES`, of `LARGER`, "september_11", or any folder of `data/networks`.

    Raises:
        FileNotFoundError: If one is not there.
    """
    return {name: _network(data, name) for name in names}


def _network(data: Path, name: str) -> Network:
    rows = list(_rows(data, name))
    ids = sorted({end for source, target, _ in rows for end in (source, target)})
    number = {one: i for i, one in enumerate(ids)}
    ties = Ties.of(
        [number[source] for source, _, _ in rows],
        [number[target] for _, target, _ in rows],
        len(ids),
        [weight for _, _, weight in rows],
    )
    whole = Network(name, ties.undirected(), tuple(ids))
    return whole if name in LARGER else _largest(whole)


def _rows(data: Path, name: str) -> Iterator[tuple[str, str, float]]:
    """Source, target and weight of each row."""
    if name in _COLLECTED:
        yield from _collected(data, _COLLECTED[name])
        return
    if name == "us_air_97":
        path = data / "interdiction" / "critical_node" / "us_air_97.csv"
    else:
        path = data / "networks" / name / "links.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if name not in _LAYERS or row["layer"] in _LAYERS[name]:
                yield row["source"], row["target"], float(row.get("weight") or 1)


def _collected(data: Path, graph: str) -> Iterator[tuple[str, str, float]]:
    import pyarrow.parquet as pq

    path = data / "networks" / "covert_collection" / "links.parquet"
    table = pq.read_table(path, filters=[("graph", "=", graph)])
    for row in table.to_pylist():
        yield str(row["source"]), str(row["target"]), float(row["weight"] or 1)


def _largest(network: Network) -> Network:
    ties = network.ties
    label = components(ties)
    inside = np.flatnonzero(label == np.bincount(label).argmax())
    place = np.full(ties.n, -1, dtype=np.int64)
    place[inside] = np.arange(inside.size)
    kept = ties.kept(place[ties.source] >= 0)
    whole = Ties.of(place[kept.source], place[kept.target], inside.size, kept.weight)
    return Network(network.name, whole, tuple(network.ids[i] for i in inside))
