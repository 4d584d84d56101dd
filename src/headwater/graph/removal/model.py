"""The linear relaxation behind the bounds, solved by HiGHS; cuts are added where violated."""

from typing import NamedTuple

import highspy
import numpy as np

from headwater.graph.removal.paths import Walk, shortest, sizes
from headwater.graph.removal.reduction import Piece
from headwater.graph.ties import Nodes, Numbers

SAFE = 1e-4
"""A bound is read as that much lower before it is rounded up; the solver's errors are smaller."""

_VIOLATED = 1e-3  # cuts violated by less than this share are not worth a row
_AT_ONCE = 40  # rows of one kind added in one round


class Relaxed(NamedTuple):
    """What the relaxation says: a value that no choice beats, and its choice in shares.

    The value is infinite where nothing can be chosen that way.
    """

    value: float
    x: Numbers


class Relaxation:
    """Least pairs left in a piece when one node, the root, stays.

    Columns: x_v, v is removed; y_v, v is connected to the root; z_v, the weight v is connected to
    (itself counted) where it is not connected to the root; the pairs q among those connected to the
    root; the pairs left in all, which are minimised. q is convex in the sum of y, so tangents hold
    it; y and z are held by cuts along shortest paths.
    """

    def __init__(self, piece: Piece, most: int, root: int) -> None:
        """The relaxation without any cut yet."""
        self.piece = piece
        self.root = root
        n = piece.n
        self._total, self._inside = 3 * n, 3 * n + 1
        self._tangents: set[int] = set()
        self._solver = _solver(n, root)
        every = np.arange(n)
        self._row(every, np.ones(n), -highspy.kHighsInf, most)
        for low, high in piece.below:
            self._row(np.array([high, low]), np.array([1.0, -1.0]), 0)
        for v in every:
            self._row(np.array([v, n + v]), np.ones(2), -highspy.kHighsInf, 1)
        half = -0.5 * piece.weight
        self._row(
            np.concatenate([[self._total, self._inside], 2 * n + every, every, n + every]),
            np.concatenate([[1.0, -1.0], half, half, half]),
            half.sum(),
        )
        self._tangent(int(piece.weight.sum()) - most)

    def solve(self, fixed: Numbers, cutoff: float, rounds: int, until: float) -> Relaxed:
        """Solve, adding violated cuts for some rounds or until the value passes the cutoff.

        Args:
            fixed: 0 for nodes that stay, 1 for removed ones, anything else for open ones.
            cutoff: The value is good enough from here on.
            rounds: At most so many.
            until: Seconds of `time.perf_counter`-like run time that the solver may use.
        """
        n = self.piece.n
        low, high = (fixed == 1).astype(np.float64), (fixed != 0).astype(np.float64)
        self._solver.changeColsBounds(n, np.arange(n, dtype=np.int32), low, high)
        found = Relaxed(0.0, np.where(fixed == 1, 1.0, 0.0))
        for _ in range(rounds):
            self._solver.setOptionValue("time_limit", self._solver.getRunTime() + until)
            self._solver.run()
            status = self._solver.getModelStatus()
            if status == highspy.HighsModelStatus.kInfeasible:
                return Relaxed(np.inf, found.x)
            if status != highspy.HighsModelStatus.kOptimal:
                break
            values = np.array(self._solver.getSolution().col_value)
            value = self._solver.getInfo().objective_function_value
            grown = value - found.value
            found = Relaxed(max(value, found.value), np.clip(values[:n], 0, 1))
            if value > cutoff or not self._cut(values):
                break
            if _ > 3 and grown < 0.02 * (cutoff - value):
                break
        return found

    def _cut(self, values: Numbers) -> bool:
        """Add the inequalities that these values violate; whether there were any."""
        n = self.piece.n
        x, y = np.clip(values[:n], 0, 1), np.clip(values[n : 2 * n], 0, 1)
        added = self._cut_root(x, y)
        added |= self._cut_sizes(x, y, values[2 * n : 3 * n])
        inside = float(y @ self.piece.weight)
        at = int(inside + 1e-9)
        if values[self._inside] < at * inside - at * (at + 1) / 2 - _VIOLATED:
            added |= self._tangent(at)
        return added

    def _cut_root(self, x: Numbers, y: Numbers) -> bool:
        """A node with a short path to the root is connected to it to that degree."""
        n = self.piece.n
        far, parent, order = np.empty(n), np.empty(n, np.int64), np.empty(n, np.int64)
        walk = Walk(far, parent, order)
        reached = shortest(self.piece.lines, x, self.root, 1.0 - 1e-9, walk)
        added = False
        for node in order[:reached].tolist():
            if y[node] + far[node] < 1 - _VIOLATED:
                path = [n + node]
                at = node
                while at >= 0:
                    path.append(at)
                    at = int(parent[at])
                self._row(np.array(path), np.ones(len(path)), 1)
                added = True
        return added

    def _cut_sizes(self, x: Numbers, y: Numbers, z: Numbers) -> bool:
        piece, n = self.piece, self.piece.n
        rows = np.empty((n, n + 1))
        short = sizes(self.piece.lines, piece.weight, x, y, z, rows)
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

    def _tangent(self, at: int) -> bool:
        """w(w-1)/2 >= at w - at (at+1)/2 for every whole w, equal at w = at and at + 1."""
        if at in self._tangents or at < 0:
            return False
        self._tangents.add(at)
        n = self.piece.n
        self._row(
            np.concatenate([[self._inside], n + np.arange(n)]),
            np.concatenate([[1.0], -at * self.piece.weight]),
            -at * (at + 1) / 2,
        )
        return True

    def _row(
        self, columns: Nodes, values: Numbers, low: float, high: float = highspy.kHighsInf
    ) -> None:
        self._solver.addRow(float(low), float(high), columns.size, columns.astype(np.int32), values)


def _solver(n: int, root: int) -> highspy.Highs:
    """HiGHS with the columns of a relaxation: x, y, z, pairs in all, pairs with the root."""
    solver = highspy.Highs()  # type: ignore[no-untyped-call] # its stubs lack this one
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    columns = 3 * n + 2
    problem = highspy.HighsLp()
    problem.num_col_, problem.num_row_ = columns, 0
    cost, low, high = np.zeros(columns), np.zeros(columns), np.full(columns, highspy.kHighsInf)
    cost[3 * n] = 1.0
    high[: 2 * n] = 1.0
    low[n + root] = 1.0
    low[3 * n + 1] = -highspy.kHighsInf
    problem.col_cost_, problem.col_lower_, problem.col_upper_ = cost, low, high
    problem.row_lower_, problem.row_upper_ = np.zeros(0), np.zeros(0)
    problem.a_matrix_.start_ = np.zeros(columns + 1, dtype=np.int32)
    solver.passModel(problem)
    return solver
