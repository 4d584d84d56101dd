"""Handed on: a phone goes from hand to hand, so it joins only holders whose names allow it."""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from headwater.resolve.clusters import Forest
from headwater.resolve.names import name_bits, read_name
from headwater.resolve.strong.identifiers import Holding
from headwater.resolve.strong.profile import NAME, Doubt, Profile

NAMES_DIFFER = "the names of the holders differ, and a phone may be handed on"
_SPEAKS_AGAINST = 0.0  # bits


def by_name(
    holders: Sequence[Holding], names: Mapping[str, Collection[str]]
) -> list[list[Holding]]:
    """Holders of one phone in groups whose names may be names of one person.

    Holders without a name belong to the others where those are one group; else it is not known
    whose they are, and they stand apart. Groups and members are in the order of their ids.

    Args:
        holders: Holders in the order of their ids.
        names: What each of them is called.
    """
    forest = _alike({name for holder in holders for name in names[holder.entity]})
    for holder in holders:
        first, *others = names[holder.entity] or [""]
        for other in others:
            forest.join(first, other)
    groups: dict[str, list[Holding]] = {}
    for holder in holders:
        name = min(names[holder.entity], default="")
        groups.setdefault(forest.root(name) if name else "", []).append(holder)
    if len(groups) == 2 and "" in groups:
        return [list(holders)]
    return list(groups.values())


def differing(left: Profile, right: Profile) -> Doubt:
    """The doubt about joining two holders of one phone with different names."""
    rows = (*left.said.get(NAME, {}).values(), *right.said.get(NAME, {}).values())
    return Doubt(NAMES_DIFFER, rows)


def _alike(names: set[str]) -> Forest:
    """Names joined where nothing speaks against their being one person's. Cost: their square."""
    forest = Forest(())
    ordered = sorted(names)
    for place, name in enumerate(ordered):
        for other in ordered[:place]:
            joined = forest.root(name) == forest.root(other)  # then it is settled already
            if not joined and _may_be_one(name, other):
                forest.join(name, other)
    return forest


@lru_cache(maxsize=50_000)  # who holds one phone holds another
def _may_be_one(name: str, other: str) -> bool:
    return name_bits(read_name(name), read_name(other)) >= _SPEAKS_AGAINST
