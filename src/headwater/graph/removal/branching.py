"""Branch and bound on one piece: the best choice and a bound that no choice beats."""

import heapq
import math
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from headwater.graph.removal.model import SAFE, Relaxation, Relaxed
from headwater.graph.removal.paths import left
from headwater.graph.removal.reduction import Piece
from headwater.graph.ties import Nodes

_LANES = 2  # cases looked at side by side; fixed, so that the same is done on every machine
_FIRST_ROUNDS, _ROUNDS = 12, 4  # of cuts, where a root is new and where it is known

_OPEN = 2.0
_Fixed = npt.NDArray[np.float64]


@dataclass(order=True, slots=True)
class _Case:
    """Some nodes removed, some kept, the rest open; ordered by bound, then by birth."""

    bound: float
    born: int
    root: int = field(compare=False)
    fixed: _Fixed = field(compare=False)


class Search:
    """One branch and bound, which can be stopped at any time and then tells its bound.

    The first cases are: the first hub stays; it goes and the second stays; and so on. A hub that
    stays is the root of the relaxation, which is strong just then; where hubs go, little is left.
    """

    def __init__(self, piece: Piece, most: int, chosen: Nodes, below: int | None = None) -> None:
        """A search that knows one choice already, and wants only what leaves less than `below`."""
        self.piece = piece
        self.most = most
        self.chosen = chosen
        self.value = _value(piece, chosen)
        self._wanted = self.value if below is None else min(self.value, below)
        self._closure = _Closure(piece)
        self._models: list[dict[int, Relaxation]] = [{} for _ in range(_LANES)]
        self._open: list[_Case] = []
        self._born = 0
        for root, fixed in self._first_cases():
            self._push(0.0, root, fixed)

    def run(self, seconds: float) -> int:
        """Search until all is proved or the time is over; the proved bound."""
        end = time.perf_counter() + seconds
        with ThreadPoolExecutor(_LANES) as lanes:
            while self._open and _whole(self._open[0].bound) < self._wanted:
                remaining = end - time.perf_counter()
                if remaining <= 0:
                    break
                cases = [heapq.heappop(self._open) for _ in range(min(_LANES, len(self._open)))]
                found = lanes.map(self._relax, range(len(cases)), cases, [remaining] * len(cases))
                for case, relaxed in zip(cases, list(found), strict=True):
                    self._branch(case, relaxed)
        return min(self._wanted, _whole(self._open[0].bound) if self._open else self._wanted)

    def _first_cases(self) -> Iterator[tuple[int, _Fixed]]:
        degree = np.diff(self.piece.lines.first) + self.piece.weight
        fixed = np.full(self.piece.n, _OPEN)
        fixed[~self.piece.free] = 0.0
        for hub in np.argsort(-degree, kind="stable").tolist():
            kept = self._closure.fix(fixed, hub, 0.0)
            if kept is not None:
                yield hub, kept
            gone = self._closure.fix(fixed, hub, 1.0) if fixed[hub] != 0 else None
            if gone is None or np.sum(gone == 1) > self.most:
                return
            fixed = gone
        self._offer(np.flatnonzero(fixed == 1))

    def _relax(self, lane: int, case: _Case, seconds: float) -> Relaxed:
        models = self._models[lane]
        known = case.root in models
        if not known:
            models[case.root] = Relaxation(self.piece, self.most, case.root)
        cutoff = self._wanted - 1 + SAFE
        rounds = _ROUNDS if known else _FIRST_ROUNDS
        return models[case.root].solve(case.fixed, cutoff, rounds, seconds)

    def _branch(self, case: _Case, relaxed: Relaxed) -> None:
        bound = max(case.bound, relaxed.value)
        if _whole(bound) >= self._wanted:
            return
        self._offer(np.flatnonzero((relaxed.x > 1 - 1e-6) & self.piece.free))
        still = np.flatnonzero(case.fixed == _OPEN)
        if not still.size:
            self._offer(np.flatnonzero(case.fixed == 1))
            return
        degree = np.diff(self.piece.lines.first) + self.piece.weight
        share = relaxed.x[still]
        node = int(still[np.argmax(np.minimum(share, 0.5) * (share < 1 - 1e-6) * degree[still])])
        for value in (0.0, 1.0):
            fixed = self._closure.fix(case.fixed, node, value)
            if fixed is not None and np.sum(fixed == 1) <= self.most:
                self._push(bound, case.root, fixed)

    def _push(self, bound: float, root: int, fixed: _Fixed) -> None:
        self._born += 1
        heapq.heappush(self._open, _Case(bound, self._born, root, fixed))

    def _offer(self, chosen: Nodes) -> None:
        """Take this choice if it is better."""
        if chosen.size <= self.most and (value := _value(self.piece, chosen)) < self.value:
            self.chosen, self.value = chosen, value
            self._wanted = min(self._wanted, value)


class _Closure:
    """What follows where a node is removed or stays, by the pairs in `Piece.below`."""

    def __init__(self, piece: Piece) -> None:
        self._above: dict[int, list[int]] = {}
        self._under: dict[int, list[int]] = {}
        for low, high in piece.below:
            self._above.setdefault(low, []).append(high)
            self._under.setdefault(high, []).append(low)

    def fix(self, fixed: _Fixed, node: int, value: float) -> _Fixed | None:
        """The flags with the node and what follows fixed; None where they contradict."""
        follows = self._above if value == 1.0 else self._under
        result = fixed.copy()
        nodes = [node]
        for at in nodes:
            if result[at] == 1.0 - value:
                return None
            if result[at] != value or at == node:
                result[at] = value
                nodes.extend(follows.get(at, ()))
        return result


def _whole(bound: float) -> int:
    """The least whole number that a value with this bound can be."""
    return max(0, math.ceil(bound - SAFE))


def _value(piece: Piece, chosen: Nodes) -> int:
    stays = np.ones(piece.n, dtype=np.bool_)
    stays[chosen] = False
    return int(left(piece.lines, piece.weight, stays))
