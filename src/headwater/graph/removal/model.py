"""The linear relaxation behind the bounds, solved by HiGHS; cuts are added where violated."""

import time
from typing import NamedTuple

import highspy
import numpy as np

from headwater.graph.problem import Flags
from headwater.graph.removal.paths import Walk, shortest, sizes
from headwater.graph.removal.reduction import Piece
from headwater.graph.ties import Nodes, Numbers

SAFE = 1e-4
"""A bound is read as that much lower before it is rounded up; the solver's errors are smaller."""

_VIOLATED = 1e-3  # cuts violated by less than this are not worth a row
_AT_ONCE = 20  # cuts on sizes of components that are added in one round
_ROOMY = 4  # rows a node that may pile up before those that hold nothing are dropped
_FIRST_ROUNDS, _ROUNDS = 12, 5  # of cuts, at most: where nothing is known yet, and later
_STALLED = 0.02  # of the way to the cutoff; rounds that win less are the last ones
_CLOSED = (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kObjectiveBound)


class Relaxed(NamedTuple):
    """What the relaxation says.

    Attributes:
        value: No choice beats it; a little above the cutoff where no choice is below that.
        x: Its choice, in shares of nodes.
        stays: Nodes that stay in every choice below the cutoff.
        goes: Nodes that are removed in every choice below the cutoff.
    """

    value: float
    x: Numbers
    stays: Flags
    goes: Flags


class Relaxation:
    """Least pairs left in a piece where a core of nodes holds together.

    Columns: x_v, v is removed; y_v, v is connected to the core; z_v, the weight v is connected to
    (itself counted) where it is not connected to the core; the pairs q among those connected to
    the core; the pairs left in all, which are minimised. q is convex in the sum of y, so tangents
    hold it; y and z are held by cuts along shortest paths, which hold for every core.
    """

    def __init__(self, piece: Piece, most: int) -> None:
        """The relaxation without any cut yet."""
        self.piece = piece
        n = piece.n
        self._total, self._inside = 3 * n, 3 * n + 1
        self._solver = _solver(n)
        self._waiting: list[tuple[Nodes, Numbers, float, float]] = []
        every = np.arange(n)
        self._row(every, np.ones(n), -highspy.kHighsInf, most)
        for low, high in piece.below:
            self._row(np.array([high, low]), np.array([1.0, -1.0]), 0)
        self._in_core = len(self._waiting) + every
        for v in every:
            self._row(np.array([v, n + v]), np.ones(2), 0, 1)
        half = -0.5 * piece.weight
        self._row(
            np.concatenate([[self._total, self._inside], 2 * n + every, every, n + every]),
            np.concatenate([[1.0, -1.0], half, half, half]),
            half.sum(),
        )
        self._lasting = len(self._waiting)
        self._tangent(int(piece.weight.sum()) - most)
        self._add_rows()

    def solve(
        self, fixed: Numbers, core: Flags, aim: tuple[float, float], seconds: float
    ) -> Relaxed:
        """Solve, adding violated cuts for some rounds or until the value passes the cutoff.

        Args:
            fixed: 0 for nodes that stay, 1 for removed ones, anything else for open ones.
            core: Nodes of which all that stay are together.
            aim: A value known already, which is worth some rounds to reach again, and the cutoff,
                from which on a value is good enough.
            seconds: Time for all of it.
        """
        n, (known, cutoff) = self.piece.n, aim
        low, high = (fixed == 1).astype(np.float64), (fixed != 0).astype(np.float64)
        self._solver.changeColsBounds(n, np.arange(n, dtype=np.int32), low, high)
        for v, inside in zip(self._in_core, core, strict=True):
            self._solver.changeRowBounds(int(v), 1.0 if inside else 0.0, 1.0)
        # Past the cutoff the solver need not go on; it is told a little more than that.
        self._solver.setOptionValue("objective_bound", cutoff + SAFE)
        found = Relaxed(0.0, low, high == 0, low == 1)
        end = time.perf_counter() + seconds
        for turn in range(_ROUNDS if known else _FIRST_ROUNDS):
            remaining = end - time.perf_counter()
            if remaining <= 0:
                break
            self._solver.setOptionValue("time_limit", self._solver.getRunTime() + remaining)
            self._solver.run()
            status = self._solver.getModelStatus()
            if status in _CLOSED:
                return found._replace(value=cutoff + SAFE)
            if status != highspy.HighsModelStatus.kOptimal:
                break
            before, found = found.value, self._read(cutoff)
            won = found.value - max(before, known)
            stalled = turn > 1 and 0 <= won < _STALLED * (cutoff - found.value)
            if found.value > cutoff or stalled or not self._cut(core):
                break
        if self._solver.getNumRow() > self._lasting + _ROOMY * n:
            self._drop_idle()
        return found

    def _read(self, cutoff: float) -> Relaxed:
        """The solution, and what its reduced costs say of choices below the cutoff."""
        n = self.piece.n
        solution = self._solver.getSolution()
        self._values = np.array(solution.col_value)
        value = self._solver.getInfo().objective_function_value
        x = np.clip(self._values[:n], 0, 1)
        cost = np.array(solution.col_dual)[:n]
        too_dear = value + np.abs(cost) > cutoff + 2 * SAFE
        return Relaxed(
            value, x, too_dear & (x < 1e-9) & (cost > 0), too_dear & (x > 1 - 1e-9) & (cost < 0)
        )

    def _cut(self, core: Flags) -> bool:
        """Add the inequalities that the values violate; whether there were any."""
        n = self.piece.n
        x, y = np.clip(self._values[:n], 0, 1), np.clip(self._values[n : 2 * n], 0, 1)
        added = self._cut_core(np.flatnonzero(core), x, y)
        added |= self._cut_sizes(x, y, self._values[2 * n : 3 * n])
        inside = float(y @ self.piece.weight)
        at = int(inside + 1e-9)
        if self._values[self._inside] < at * inside - at * (at + 1) / 2 - _VIOLATED:
            self._tangent(at)
            added = True
        if added:
            self._add_rows()
        return added

    def _cut_core(self, core: Nodes, x: Numbers, y: Numbers) -> bool:
        """A node with a short path to the core is connected to it to that degree."""
        n = self.piece.n
        walk = Walk(np.empty(n), np.empty(n, np.int64), np.empty(n, np.int64))
        reached = shortest(self.piece.lines, x, core, 1.0 - 1e-9, walk)
        added = False
        for node in walk.order[:reached].tolist():
            if y[node] + walk.far[node] < 1 - _VIOLATED:
                path, at = [n + node], node
                while walk.parent[at] >= 0:
                    path.append(at)
                    at = int(walk.parent[at])
                self._row(np.array([n + at, *path]), np.array([-1.0] + [1.0] * len(path)), 0)
                added = True
        return added

    def _cut_sizes(self, x: Numbers, y: Numbers, z: Numbers) -> bool:
        piece, n = self.piece, self.piece.n
        rows = np.empty((n, n + 1))
        short = sizes(piece.lines, piece.weight, x, y, z, rows)
        worst = np.argsort(-short)[:_AT_ONCE]
        worst = worst[short[worst] > 3 * _VIOLATED]
        for node in worst.tolist():
            on = np.flatnonzero(rows[node, :n])
            reach = rows[node, n]
            self._row(
                np.concatenate([[2 * n + node, n + node], on]),
                np.concatenate([[1.0, reach], rows[node, on]]),
                reach,
            )
        return bool(worst.size)

    def _tangent(self, at: int) -> None:
        """w(w-1)/2 >= at w - at (at+1)/2 for every whole w, equal at w = at and at + 1."""
        n = self.piece.n
        self._row(
            np.concatenate([[self._inside], n + np.arange(n)]),
            np.concatenate([[1.0], -at * self.piece.weight]),
            -at * (at + 1) / 2,
        )

    def _drop_idle(self) -> None:
        """Drop cuts that hold nothing just now; if they do again, they are found again."""
        basic = highspy.HighsBasisStatus.kBasic
        status = self._solver.getBasis().row_status
        idle = [row for row in range(self._lasting, len(status)) if status[row] == basic]
        if idle:
            self._solver.deleteRows(len(idle), np.array(idle, dtype=np.int32))

    def _row(
        self, columns: Nodes, values: Numbers, low: float, high: float = highspy.kHighsInf
    ) -> None:
        self._waiting.append((columns, values, low, high))

    def _add_rows(self) -> None:
        """Hand the rows that wait to the solver, all at once."""
        columns, values, low, high = zip(*self._waiting, strict=True)
        starts = np.cumsum([0] + [one.size for one in columns[:-1]])
        self._solver.addRows(
            len(low),
            np.array(low, dtype=np.float64),
            np.array(high, dtype=np.float64),
            sum(one.size for one in columns),
            starts.astype(np.int32),
            np.concatenate(columns).astype(np.int32),
            np.concatenate(values),
        )
        self._waiting.clear()


def _solver(n: int) -> highspy.Highs:
    """HiGHS with the columns of a relaxation: x, y, z, pairs in all, pairs with the core."""
    solver = highspy.Highs()  # type: ignore[no-untyped-call] # its stubs lack this one
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    columns = 3 * n + 2
    problem = highspy.HighsLp()
    problem.num_col_, problem.num_row_ = columns, 0
    cost, low, high = np.zeros(columns), np.zeros(columns), np.full(columns, highspy.kHighsInf)
    cost[3 * n] = 1.0
    high[: 2 * n] = 1.0
    low[3 * n + 1] = -highspy.kHighsInf
    problem.col_cost_, problem.col_lower_, problem.col_upper_ = cost, low, high
    problem.row_lower_, problem.row_upper_ = np.zeros(0), np.zeros(0)
    problem.a_matrix_.start_ = np.zeros(columns + 1, dtype=np.int32)
    solver.passModel(problem)
    return solver
