"""Records and a model that need nothing but what a test says."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

import numpy as np

from headwater.resolve.linkage import Linked, Options, link
from headwater.resolve.records import PersonRecord, Tie

AGAINST = -9.0


class Part(NamedTuple):
    field: str
    level: str
    bits: float


class Weight(NamedTuple):
    bits: float
    parts: tuple[Part, ...]


class FakeModel:
    """Odds as a table gives them, above which its bits stand by 4; other pairs are unlike."""

    even = 4.0

    def __init__(self, weights: Mapping[tuple[str, str], float]) -> None:
        self._weights = {tuple(sorted(pair)): weight for pair, weight in weights.items()}

    def weigh(self, left: PersonRecord, right: PersonRecord) -> Weight:
        pair = (min(left.id, right.id), max(left.id, right.id))
        bits = self._weights.get(pair, AGAINST) + self.even
        return Weight(bits, (Part("name", "as the test says", bits),))

    def weigh_pairs(self, records: Sequence[PersonRecord], pairs: Any) -> Any:
        return np.array([self.weigh(records[a], records[b]).bits for a, b in pairs.tolist()])

    def weigh_fields(self, records: Sequence[PersonRecord], pairs: Any) -> Any:
        return (self.weigh_pairs(records, pairs) - self.even)[:, np.newaxis]

    def probability(self, bits: Any, strata: Any) -> Any:
        return 1 / (1 + 2.0 ** np.clip(self.even - bits, -300, 300))

    def sure(self, bits: Any, strata: Any) -> Any:
        return self.probability(bits, strata) >= 0.99


def person(number: str, category: str = "suspect", **values: str) -> PersonRecord:
    return PersonRecord(number, {k: (v,) for k, v in values.items()}, (category,))


def linked(
    records: Sequence[PersonRecord],
    weights: Mapping[tuple[str, str], float],
    ties: Sequence[Tie] = (),
    options: Options | None = None,
    known: Sequence[tuple[str, str]] | None = None,
) -> Linked:
    """Linkage over all pairs with a weight, or over the known ones only."""
    place = {record.id: number for number, record in enumerate(records)}
    model = FakeModel(weights)
    compared = weights if known is None else known
    pairs = np.array([(place[a], place[b]) for a, b in compared], np.int64).reshape(-1, 2)
    return link(records, pairs, model.weigh_pairs(records, pairs), model, ties, options)


def groups(outcome: Linked) -> set[frozenset[str]]:
    """Clusters of more than one record."""
    held: dict[str, set[str]] = {}
    for record, cluster in outcome.cluster.items():
        held.setdefault(cluster, set()).add(record)
    return {frozenset(one) for one in held.values() if len(one) > 1}


def sure_groups(outcome: Linked) -> set[frozenset[str]]:
    """Groups that the sure joins make, of more than one record."""
    held: dict[str, set[str]] = {}
    for join in outcome.sure:
        whole = held.get(join.left, {join.left}) | held.get(join.right, {join.right})
        held |= dict.fromkeys(whole, whole)
    return {frozenset(one) for one in held.values()}


def every_pair(ids: Sequence[str], weight: float) -> dict[tuple[str, str], float]:
    return dict.fromkeys(combinations(ids, 2), weight)
