"""Belief: which ties may hold, how likely each is, and worlds drawn from that."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from headwater.graph.ties import Nodes, Numbers, Ties
from headwater.graph.worlds.expected import check_chance

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Belief:
    """A network as far as it is known.

    Attributes:
        ties: Reported ties, without direction, self ties and repeats.
        chance: Probability that each holds.
        unseen: Ties that nobody reported.
        likely: Probability that each of those holds.
    """

    ties: Ties
    chance: Numbers
    unseen: Ties
    likely: Numbers

    @classmethod
    def of(cls, ties: Ties, chance: npt.ArrayLike) -> "Belief":
        """Reported ties with a probability each, and nothing unseen.

        A pair that is reported several times holds as soon as one of its reports is right.

        Raises:
            WrongUse: If there is not one probability, 0 to 1, for each tie.
        """
        given = np.broadcast_to(np.asarray(chance, np.float64), len(ties))
        check_chance(ties, given)
        # Where a report is certain the logarithm has no end; the sum then is certain too.
        with np.errstate(divide="ignore"):
            wrong = -np.log1p(-given)
        whole = Ties.of(ties.source, ties.target, ties.n, wrong.clip(max=1e9)).undirected()
        plain = Ties.of(whole.source, whole.target, ties.n)
        return cls(plain, -np.expm1(-whole.weight), Ties.of([], [], ties.n), np.zeros(0))

    @property
    def n(self) -> int:
        """Number of nodes."""
        return self.ties.n


@dataclass(frozen=True, slots=True, eq=False)
class Worlds:
    """Networks over the same nodes, each of which may be the true one.

    Attributes:
        first: Row w: where the neighbours of each node in world w begin in `end`.
        end: The neighbours.
        scenario: The scenario that each world belongs to, from 0.
    """

    first: npt.NDArray[np.int64]
    end: npt.NDArray[np.int32]
    scenario: Nodes

    def __len__(self) -> int:
        """Number of worlds."""
        return int(self.first.shape[0])

    @property
    def n(self) -> int:
        """Number of nodes."""
        return int(self.first.shape[1]) - 1

    def of_scenario(self, number: int) -> "Worlds":
        """The worlds of one scenario."""
        rows = self.scenario == number
        return Worlds(self.first[rows], self.end, self.scenario[rows])


def draw_worlds(
    beliefs: list[Belief], *, worlds: int, seed: int, gone: Flags | None = None
) -> Worlds:
    """Draw so many worlds from each belief; each belief is a scenario.

    Every reported tie holds in its share of the worlds, as exactly as whole numbers allow (Latin
    hypercube, McKay et al. 1979); of the unseen ties a systematic sample holds in each world. Tie
    number i hangs on the same random numbers in every belief, so that beliefs about the same ties
    are compared in like worlds. Nodes that are gone have no ties.
    """
    stays = np.ones(beliefs[0].n, dtype=np.bool_) if gone is None else ~gone
    drawn = [_networks(belief, worlds, seed, stays) for belief in beliefs]
    flat = [network for some in drawn for network in some]
    counts = np.array([end.size for _, end in flat], dtype=np.int64)
    before = np.concatenate([[0], np.cumsum(counts)[:-1]])
    first = np.stack([first for first, _ in flat]) + before[:, None]
    end = np.concatenate([end for _, end in flat]).astype(np.int32)
    return Worlds(first, end, np.repeat(np.arange(len(beliefs)), worlds))


def _networks(belief: Belief, worlds: int, seed: int, stays: Flags) -> list[tuple[Nodes, Nodes]]:
    rng = np.random.default_rng([seed, 0])
    place = np.argsort(rng.random((len(belief.ties), worlds)), axis=1)
    level = (place + rng.random(place.shape)) / worlds
    holds = (level < belief.chance[:, None]).T
    ends = np.cumsum(belief.likely)
    starts = np.random.default_rng([seed, 1]).random(worlds)
    ties, unseen = belief.ties, belief.unseen
    networks = []
    for world in range(worlds):
        more = _systematic(ends, float(starts[world]))
        source = np.concatenate([ties.source[holds[world]], unseen.source[more]])
        target = np.concatenate([ties.target[holds[world]], unseen.target[more]])
        both = stays[source] & stays[target]
        networks.append(_neighbours(source[both], target[both], belief.n))
    return networks


def _systematic(ends: Numbers, start: float) -> Nodes:
    """Of things with these summed probabilities those that points one apart fall on."""
    if not ends.size or ends[-1] <= start:
        return np.zeros(0, dtype=np.int64)
    points = np.arange(start, ends[-1])
    return np.unique(np.searchsorted(ends, points, side="right").clip(max=ends.size - 1))


def _neighbours(source: Nodes, target: Nodes, n: int) -> tuple[Nodes, Nodes]:
    start = np.concatenate([source, target])
    order = np.argsort(start, kind="stable")
    first = np.zeros(n + 1, dtype=np.int64)
    np.cumsum(np.bincount(start, minlength=n), out=first[1:])
    return first, np.concatenate([target, source])[order]
