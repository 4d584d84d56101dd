"""Network: who is tied to whom among people who may be ranked, the relevant part first."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import quote

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from headwater.analysis import acquaintances
from headwater.graph import Ties, components
from headwater.picture import Picture

if TYPE_CHECKING:
    from headwater.node.looking import Held

MOST_SHOWN = 2_000
"""People whom a chart shows at once."""

Ends: TypeAlias = "np.ndarray[Any, np.dtype[np.int64]]"

_TOLD = ["source", "target", "layer", "date", "group", "grade", "statement"]
_DONE = pa.array(["done", "attempted"])


@dataclass(frozen=True, slots=True)
class Tie:
    """All that ties two people in one layer.

    Attributes:
        source: Id of the one.
        target: Id of the other.
        layer: Layer of the tie.
        times: How often it was stated.
        groups: Independent groups of reports that state it.
        first: First date, empty where none is known.
        last: Last date.
        grade: Best grade of those that state it.
        statement: Id of a statement that does; empty where a table told it.
    """

    source: str
    target: str
    layer: str
    times: int
    groups: int
    first: str
    last: str
    grade: str
    statement: str = ""


@dataclass(frozen=True, slots=True)
class Network:
    """People who may be ranked, and what ties them.

    Attributes:
        names: Names of those who are tied, by id.
        categories: What each was decided to be.
        ties: Their ties, one for each two people and layer.
        near: Numbers of the ties of each.
        people: How many there are, those with no tie among them.
        tied: Their ids, those with the most ties first.
        ends: The two ends of each tie, as numbers of `names`, one after the other.
        pairs: Pairs of people who can reach each other.
    """

    names: dict[str, str]
    categories: dict[str, str]
    ties: tuple[Tie, ...]
    near: dict[str, list[int]]
    people: int
    tied: tuple[str, ...]
    ends: Ends
    pairs: int

    def degree(self, one: str) -> int:
        """How many ties somebody has."""
        return len(self.near.get(one, ()))

    def most_tied(self, most: int) -> list[tuple[str, str, int]]:
        """Those with the most ties: id, name and number of ties."""
        return [(one, self.names[one], self.degree(one)) for one in self.tied[:most]]

    def pairs_without(self, gone: Collection[str]) -> int:
        """Pairs of people who can reach each other without these."""
        out = np.array([one in gone for one in self.names], np.bool_)
        return _pairs(self.ends[~out[self.ends].any(axis=1)], out.size)


def network_beside(held: "Held") -> Network:
    """The network of a picture that is at hand, made by whoever asks for it first."""
    return held.beside.kept("network", held.picture, network_of)


def network_of(picture: Picture) -> Network:
    """The network as the methods about persons see it: accepted statements, told as done."""
    names, bonds = acquaintances(picture, {})
    told = _told(picture, names)
    ties: list[Tie] = []
    near: dict[str, list[int]] = {}
    for at, bond in enumerate(bonds):
        about = told.get((bond.source, bond.target, bond.layer), {})
        ties.append(
            Tie(
                bond.source,
                bond.target,
                bond.layer,
                int(about.get("times", 1)),
                int(about.get("groups", 1)),
                str(about.get("first", "")),
                str(about.get("last", "")),
                str(about.get("grade", "")),
                str(about.get("statement", "")),
            )
        )
        for end in (bond.source, bond.target):
            near.setdefault(end, []).append(at)
    people = picture.entities
    rows = people.filter(pc.is_in(people["id"], value_set=pa.array(sorted(near), pa.string())))
    categories = dict(zip(rows["id"].to_pylist(), rows["category"].to_pylist(), strict=True))
    tied = sorted(near, key=lambda one: (-len(near[one]), names[one], one))
    number = {one: at for at, one in enumerate(near)}
    ends = np.array([(number[t.source], number[t.target]) for t in ties], np.int64).reshape(-1, 2)
    return Network(
        {one: names[one] for one in near},
        categories,
        tuple(ties),
        near,
        len(names),
        tuple(tied),
        ends,
        _pairs(ends, len(near)),
    )


def _told(
    picture: Picture, names: Collection[str]
) -> dict[tuple[str, str, str], Mapping[str, Any]]:
    """What is told of the ties between these, by the two ends in text order and the layer."""
    ids = pa.array(sorted(names), pa.string())
    rows = picture.links
    between = pc.and_(
        pc.is_in(rows["source"], value_set=ids), pc.is_in(rows["target"], value_set=ids)
    )
    stated = pc.and_(
        pc.equal(rows["status"], "accepted"), pc.is_in(rows["modality"], value_set=_DONE)
    )
    some = rows.filter(pc.and_(between, stated)).select(_TOLD)
    turned = pc.less(some["source"], some["target"])
    low = pc.if_else(turned, some["source"], some["target"])
    high = pc.if_else(turned, some["target"], some["source"])
    ends = pa.table([low, high, *some.columns[2:]], names=["low", "high", *_TOLD[2:]])
    dated = ends.set_column(3, "date", pc.if_else(pc.equal(ends["date"], ""), None, ends["date"]))
    found = dated.group_by(["low", "high", "layer"]).aggregate(
        [
            ("date", "min"),
            ("date", "max"),
            ("group", "count_distinct"),
            ("grade", "min"),
            ("grade", "count"),
            ("statement", "min"),
        ]
    )
    return {
        (row["low"], row["high"], row["layer"]): {
            "first": (row["date_min"] or "")[:10],
            "last": (row["date_max"] or "")[:10],
            "groups": row["group_count_distinct"],
            "grade": row["grade_min"],
            "times": row["grade_count"],
            "statement": row["statement_min"] or "",
        }
        for row in found.to_pylist()
    }


def chart_of(network: Network, scores: Mapping[str, float], around: str = "") -> dict[str, Any]:
    """What a link chart shows, in the shape of `<hw-chart>`.

    Without `around` the highest-ranked and their neighbours, at most `MOST_SHOWN` people; with it
    one person and whoever is tied to that one.
    """
    chosen = _around(network, around) if around else _relevant(network, scores)
    ties = sorted({at for one in chosen for at in network.near.get(one, ())})
    shown = [network.ties[at] for at in ties]
    return {
        "nodes": [_node(network, one, scores.get(one)) for one in chosen],
        "links": [_link(tie) for tie in shown if tie.source in chosen and tie.target in chosen],
        "total": {"nodes": len(network.names), "links": len(network.ties)},
    }


def neighbours(network: Network, one: str) -> list[str]:
    """Whoever is tied to somebody."""
    ties = [network.ties[at] for at in network.near.get(one, ())]
    return list(dict.fromkeys(tie.target if tie.source == one else tie.source for tie in ties))


def _pairs(ends: Ends, people: int) -> int:
    sizes = np.bincount(components(Ties.of(ends[:, 0], ends[:, 1], people)))
    return int((sizes * (sizes - 1) // 2).sum())


def _relevant(network: Network, scores: Mapping[str, float]) -> dict[str, None]:
    """The highest-ranked with their neighbours, one after the other, then the most tied."""
    order = sorted(network.tied, key=lambda one: -scores.get(one, 0.0))
    chosen: dict[str, None] = {}
    for one in order:
        for each in (one, *neighbours(network, one)):
            if len(chosen) >= MOST_SHOWN:
                return chosen
            chosen.setdefault(each)
    return chosen


def _around(network: Network, one: str) -> dict[str, None]:
    if one not in network.names:
        return {}
    return dict.fromkeys((one, *neighbours(network, one)[: MOST_SHOWN - 1]))


def _node(network: Network, one: str, score: float | None) -> dict[str, Any]:
    return {
        "id": one,
        "name": network.names[one],
        "kind": "person",
        "category": network.categories.get(one, ""),
        "score": score,
        "degree": network.degree(one),
        "href": f"/things?id={quote(one, safe='')}",
    }


def _link(tie: Tie) -> dict[str, Any]:
    return {
        "id": f"{tie.source}|{tie.target}|{tie.layer}",
        "source": tie.source,
        "target": tie.target,
        "layer": tie.layer,
        "weight": tie.times,
        "first": tie.first or None,
        "last": tie.last or None,
        "groups": tie.groups,
        "grade": tie.grade,
        "href": f"/statements?id={quote(tie.statement, safe='')}" if tie.statement else None,
    }
