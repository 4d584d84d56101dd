"""The choice that leaves the fewest connected pairs, with the proof or the proved gap."""

import time
from functools import cache
from typing import NamedTuple

import numpy as np

from headwater.graph.components import components
from headwater.graph.problem import Removal, Solution, pairs_left
from headwater.graph.removal.branching import Search, pairs_in
from headwater.graph.removal.reduction import Piece, pieces
from headwater.graph.search import search
from headwater.graph.ties import Nodes, Ties

_SEARCH_SHARE = 0.15  # of the time, at most, goes into finding a good choice before the proof
_STEPS = 300_000  # of that search, so that the same is found wherever there is time enough
_STEPS_A_NODE = 2_000  # but no more than these for each node of a piece
_SMALL = 8  # a piece with so few nodes needs no search before the proof


_NODES, _TIES = 5_000, 50_000  # beyond these nothing is proved, and all time goes into the search
_PIECE = 1_500  # nor in a component with more nodes than this, once it is reduced


class _Part(NamedTuple):
    """The best choice of so many nodes in some pieces, as node numbers of the network."""

    value: int
    bound: int
    chosen: Nodes


_NONE = np.empty(0, dtype=np.int64)


def prove(problem: Removal, seconds: float, seed: int, enough: int | None) -> Solution:
    """As `headwater.graph.removal.solve`."""
    make_ready()
    started = time.perf_counter()
    simple = problem.ties.undirected()
    busy = np.unique(np.concatenate([simple.source, simple.target])).size
    if busy > _NODES or len(simple) > _TIES:
        return _found_only(problem, seconds - (time.perf_counter() - started), seed)
    return _Proof(problem, seconds, seed).solution(enough)


def _found_only(problem: Removal, seconds: float, seed: int) -> Solution:
    """A good choice, of which nothing is proved unless it leaves no pair."""
    started = time.perf_counter()
    chosen = search(problem, seconds=seconds, seed=seed)
    value = pairs_left(problem.ties, np.union1d(chosen, np.flatnonzero(problem.gone)))
    return Solution(chosen, value, 0, time.perf_counter() - started)


@cache
def make_ready() -> None:
    """As `headwater.graph.removal.make_ready`."""
    around = Ties.of(np.arange(12), (np.arange(12) + 1) % 12, 12)
    _Proof(Removal.of(around, 2), 60.0, 0).solution()


class _Proof:
    """One problem, piece by piece, the smallest first; budgets are shared out at the end.

    For the largest piece only those budgets are looked at that can still better the whole.
    """

    def __init__(self, problem: Removal, seconds: float, seed: int) -> None:
        self.problem = problem
        self.started = time.perf_counter()
        self.end = self.started + seconds
        self.seed = seed
        ties, stays = problem.ties, ~problem.gone
        self._label = components(ties.kept(stays[ties.source] & stays[ties.target]))
        self.pieces = sorted(pieces(problem), key=lambda piece: piece.n)

    def solution(self, enough: int | None = None) -> Solution:
        """Solve it; the bound may stop at `enough`."""
        most = self.problem.most
        parts = [_Part(0, 0, _NONE)] * (most + 1)
        for number, piece in enumerate(self.pieces[:-1]):
            parts = _shared_out(parts, self._every_budget(piece, len(self.pieces) - number))
        best = parts[most]
        if self.pieces:
            best = self._last(parts, self.pieces[-1], enough)
        chosen = np.sort(best.chosen)
        removed = np.concatenate([chosen, np.flatnonzero(self.problem.gone)])
        value = pairs_left(self.problem.ties, removed)
        return Solution(chosen, value, min(best.bound, value), time.perf_counter() - self.started)

    def _every_budget(self, piece: Piece, waiting: int) -> list[_Part]:
        """The best in a piece for each number of nodes, up to the one that leaves no pair."""
        parts = [_Part(piece.pairs, piece.pairs, _NONE)]
        share = self._remaining() / waiting
        for most in range(1, self.problem.most + 1):
            if parts[-1].value == 0:
                break
            parts.append(self._part(piece, most, share / self.problem.most, None))
        return parts

    def _last(self, parts: list[_Part], piece: Piece, enough: int | None) -> _Part:
        """The best of the whole, where the other pieces are known for every budget."""
        most = self.problem.most
        best = _Part(parts[most].value + piece.pairs, 0, parts[most].chosen)
        bound = best.value
        floor = 0  # what the piece keeps at least, by the larger budget looked at before
        for spent in range(most, -1, -1):
            rest = parts[most - spent]
            if spent < most and rest.bound == parts[most - spent - 1].bound:
                continue  # spending less here buys nothing elsewhere
            wanted = best.value if enough is None else min(best.value, enough)
            if floor + rest.bound < wanted:
                share = self._remaining() if spent == most else self._remaining() / 2
                found = self._part(piece, spent, share, wanted - rest.bound)
                floor = max(floor, found.bound)
                if found.value + rest.value < best.value:
                    chosen = np.concatenate([found.chosen, rest.chosen])
                    best = _Part(found.value + rest.value, 0, chosen)
            bound = min(bound, floor + rest.bound)
        return _Part(best.value, min(bound, best.value), best.chosen)

    def _part(self, piece: Piece, most: int, seconds: float, below: int | None) -> _Part:
        """The best choice of at most so many nodes in a piece.

        With `below`, values from there on are as good as that: the bound may stop there.
        """
        free = int(piece.free.sum())
        if most >= free:
            chosen = np.flatnonzero(piece.free)
            value = pairs_in(piece, chosen)
            return _Part(value, value, piece.node[chosen])
        started = time.perf_counter()
        chosen = self._found(piece, most, seconds) if piece.n > _SMALL and most else _NONE
        if piece.n > _PIECE:
            value = pairs_in(piece, chosen)
            return _Part(value, 0, piece.node[chosen])
        branch = Search(piece, most, chosen, below)
        bound = branch.run(seconds - (time.perf_counter() - started))
        return _Part(branch.value, bound, piece.node[branch.chosen])

    def _found(self, piece: Piece, most: int, seconds: float) -> Nodes:
        """A good choice, not proved, by node numbers of the piece."""
        free = np.zeros(self.problem.ties.n, dtype=np.bool_)
        free[piece.node[piece.free]] = True
        elsewhere = self._label != self._label[piece.node[0]]
        asked = Removal.of(self.problem.ties, most, free, elsewhere | self.problem.gone)
        limit = max(0.0, seconds) * _SEARCH_SHARE
        steps = min(_STEPS, _STEPS_A_NODE * piece.n)
        found = search(asked, seconds=limit, seed=self.seed, steps=steps)
        return np.searchsorted(piece.node, found)

    def _remaining(self) -> float:
        return max(0.0, self.end - time.perf_counter())


def _shared_out(one: list[_Part], other: list[_Part]) -> list[_Part]:
    """The best of two groups of pieces together, for each number of nodes."""
    result = []
    for most in range(len(one)):
        both = [(one[most - spent], other[spent]) for spent in range(min(most + 1, len(other)))]
        left, right = min(both, key=lambda pair: pair[0].value + pair[1].value)
        bound = min(first.bound + second.bound for first, second in both)
        chosen = np.concatenate([left.chosen, right.chosen])
        result.append(_Part(left.value + right.value, bound, chosen))
    return result
