"""Branch and bound on one piece: the best choice and a bound that no choice beats."""

import heapq
import math
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from headwater.graph.problem import Flags
from headwater.graph.removal.cores import Cores
from headwater.graph.removal.model import SAFE, Relaxation, Relaxed
from headwater.graph.removal.paths import left
from headwater.graph.removal.reduction import Piece
from headwater.graph.ties import Nodes

_LANES = 2  # cases looked at side by side; fixed, so that the same is done on every machine

_OPEN = 2.0
_Fixed = npt.NDArray[np.float64]


@dataclass(order=True, slots=True)
class _Case:
    """Some nodes removed, some kept, the rest open; ordered by bound, then by birth."""

    bound: float
    born: int
    core: Flags = field(compare=False)
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
        self.value = pairs_in(piece, chosen)
        self._wanted = self.value if below is None else min(self.value, below)
        self._closure = _Closure(piece)
        self._models = [Relaxation(piece, most) for _ in range(_LANES)]
        self._cores = Cores(piece.lines)
        self._open: list[_Case] = []
        self._born = 0
        for core, fixed in self._first_cases():
            self._push(0.0, core, fixed)

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

    def _first_cases(self) -> Iterator[tuple[Flags, _Fixed]]:
        degree = np.diff(self.piece.lines.first) + self.piece.weight
        fixed = np.full(self.piece.n, _OPEN)
        fixed[~self.piece.free] = 0.0
        for hub in np.argsort(-degree, kind="stable").tolist():
            if fixed[hub] == 1:
                continue
            core = self._core(np.arange(self.piece.n) == hub, fixed)
            if core.sum() > 2 * self.most:
                yield core, fixed
                return
            kept = self._closure.fix(fixed, hub, 0.0)
            if kept is not None:
                yield core, kept
            gone = self._closure.fix(fixed, hub, 1.0) if fixed[hub] != 0 else None
            if gone is None or np.sum(gone == 1) > self.most:
                return
            fixed = gone
        self._offer(np.flatnonzero(fixed == 1))

    def _core(self, core: Flags, fixed: _Fixed) -> Flags:
        gone = fixed == 1
        return self._cores.grown(core, ~gone, self.most - int(gone.sum()))

    def _relax(self, lane: int, case: _Case, seconds: float) -> Relaxed:
        cutoff = self._wanted - 1 + SAFE
        return self._models[lane].solve(case.fixed, case.core, (case.bound, cutoff), seconds)

    def _branch(self, case: _Case, relaxed: Relaxed) -> None:
        bound = max(case.bound, relaxed.value)
        if _whole(bound) >= self._wanted:
            return
        self._offer(np.flatnonzero((relaxed.x > 1 - 1e-6) & self.piece.free))
        fixed = np.where(relaxed.stays, 0.0, np.where(relaxed.goes, 1.0, case.fixed))
        still = np.flatnonzero(fixed == _OPEN)
        if not still.size:
            self._offer(np.flatnonzero(fixed == 1))
            return
        degree = np.diff(self.piece.lines.first) + self.piece.weight
        share = relaxed.x[still]
        node = int(still[np.argmax(share * (share < 1 - 1e-6) * degree[still])])
        for value in (0.0, 1.0):
            branch = self._closure.fix(fixed, node, value)
            if branch is not None and np.sum(branch == 1) <= self.most:
                more = np.sum(branch == 1) > np.sum(case.fixed == 1)
                core = self._core(case.core, branch) if more else case.core
                self._push(bound, core, branch)

    def _push(self, bound: float, core: Flags, fixed: _Fixed) -> None:
        self._born += 1
        heapq.heappush(self._open, _Case(bound, self._born, core, fixed))

    def _offer(self, chosen: Nodes) -> None:
        """Take this choice if it is better."""
        if chosen.size <= self.most and (value := pairs_in(self.piece, chosen)) < self.value:
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


def pairs_in(piece: Piece, chosen: Nodes) -> int:
    """Pairs left in a piece where these of its nodes are removed."""
    stays = np.ones(piece.n, dtype=np.bool_)
    stays[chosen] = False
    return int(left(piece.lines, piece.weight, stays))
