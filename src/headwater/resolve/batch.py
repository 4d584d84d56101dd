"""Batch: a whole set of records at once, from what is known of each to who is one person."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from headwater.resolve.clusters import Forest
from headwater.resolve.engines import Weighed, engine_called
from headwater.resolve.linkage import Linked, Options, ReviewPair, link
from headwater.resolve.records import PersonRecord, Tie

STEPS = 3
"""Steps that `resolve_people` reports as done."""

_SURE_AMONG = 2_000
"""No small table makes a join surer than it would be among so many people."""


class Membership(NamedTuple):
    """Where one record belongs.

    Attributes:
        cluster: Smallest id of its cluster.
        weight: Bits of the likeliest pair that ties it to the rest of its cluster, prior odds
            included; None where it is alone, or was compared with none of the others.
        probability: Calibrated chance that the two of that pair are one person.
        sure: Whether its whole cluster is held by joins that need no person; None where it is
            alone.
    """

    cluster: str
    weight: float | None = None
    probability: float | None = None
    sure: bool | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is one person, as one batch found it.

    Attributes:
        members: By id of each record, protected ones included, in the order they were given.
        sure_pairs: Joins that need no person.
        review: What waits for a person, the most useful first.
        engine: Name of the engine.
        model: Digest of the model that weighed the pairs.
        pairs: Number of pairs that were weighed.
    """

    members: Mapping[str, Membership]
    sure_pairs: tuple[tuple[str, str], ...]
    review: tuple[ReviewPair, ...]
    engine: str
    model: str
    pairs: int

    @property
    def clusters(self) -> dict[str, str]:
        """The smallest id of the cluster of every record."""
        return {record: member.cluster for record, member in self.members.items()}


def resolve_people(
    records: Sequence[PersonRecord],
    ties: Iterable[Tie] = (),
    *,
    engine: str = "built-in",
    judged: Mapping[tuple[str, str], bool] | None = None,
    certain: bool = False,
    progress: Callable[[int, int], None] = lambda _done, _whole: None,
) -> Resolution:
    """Find out which records are one person.

    Protected records are compared with nobody and come back alone. Order makes no difference.

    Args:
        records: Records with ids of their own.
        ties: What they are tied to.
        engine: Name of the engine, of `ENGINES`.
        judged: What people decided, by two ids of which the smaller comes first.
        certain: Count only joins that need no person; else scores answer every open question.
        progress: Told how many of `STEPS` steps are done.

    Raises:
        WrongUse: There is no such engine, or two records have one id.
    """
    compared = sorted((one for one in records if not one.protected), key=lambda one: one.id)
    options = Options(judged=judged or {}, sure_among=_SURE_AMONG)
    weighed = engine_called(engine).weighed_pairs(compared, options.judged)
    progress(1, STEPS)
    linked = link(compared, weighed.pairs, weighed.bits, weighed.model, ties, options)
    progress(2, STEPS)
    members = _members(compared, weighed, linked, certain=certain)
    progress(STEPS, STEPS)
    return Resolution(
        {one.id: members.get(one.id, Membership(one.id)) for one in records},
        tuple((join.left, join.right) for join in linked.sure),
        linked.review,
        engine=engine,
        model=weighed.digest,
        pairs=len(weighed.pairs),
    )


def _certain(linked: Linked) -> dict[str, str]:
    """Clusters of the sure joins alone."""
    forest = Forest(())
    for join in linked.sure:
        forest.join(join.left, join.right)
    joined = forest.canonical()
    return {record: joined.get(record, record) for record in linked.cluster}


def _members(
    records: Sequence[PersonRecord], weighed: Weighed, linked: Linked, *, certain: bool
) -> dict[str, Membership]:
    """Where the records belong that are not alone."""
    sure = _certain(linked)
    chosen = sure if certain else linked.cluster
    held: dict[str, set[str]] = defaultdict(set)  # sure clusters within each chosen one
    for record, cluster in chosen.items():
        held[cluster].add(sure[record])
    sizes: dict[str, int] = defaultdict(int)
    for cluster in chosen.values():
        sizes[cluster] += 1
    strongest = _strongest(records, weighed, chosen, linked.overcount)
    for join in linked.sure:  # its pair may be one that linkage added to those of the engine
        for record in (join.left, join.right):
            if strongest.get(record, (0.0, 0.0))[1] < join.probability:
                strongest[record] = (join.bits, join.probability)
    found = {}
    for record, cluster in chosen.items():
        if sizes[cluster] > 1:
            bits, chance = strongest.get(record, (None, None))
            found[record] = Membership(cluster, bits, chance, len(held[cluster]) == 1)
    return found


def _strongest(
    records: Sequence[PersonRecord],
    weighed: Weighed,
    chosen: Mapping[str, str],
    overcount: float,
) -> dict[str, tuple[float, float]]:
    """Bits and chance of the likeliest pair of each record within its cluster.

    Chances are of odds that are lower by `overcount` bits than the engine's.
    """
    import numpy as np

    numbers: dict[str, int] = {}
    cluster = np.array([numbers.setdefault(chosen[r.id], len(numbers)) for r in records], np.int64)
    within = np.flatnonzero(cluster[weighed.pairs[:, 0]] == cluster[weighed.pairs[:, 1]])
    rising = within[np.lexsort((weighed.bits[within], weighed.chances[within]))]
    chances = weighed.chances[rising]
    chances = chances / (chances + (1 - chances) * 2.0**overcount)
    said = zip(weighed.bits[rising].tolist(), chances.tolist(), strict=True)
    found: dict[str, tuple[float, float]] = {}
    for (left, right), bits_and_chance in zip(weighed.pairs[rising].tolist(), said, strict=True):
        found[records[left].id] = found[records[right].id] = bits_and_chance
    return found
