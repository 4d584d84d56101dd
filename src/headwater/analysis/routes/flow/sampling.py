"""The posterior of flows in each period, by Hamiltonian Monte Carlo on their logarithms.

For each chain and period: the baseline (Student's t, as some legs are quite unlike the others, and
some months), the counts (Poisson with a gamma share, that is negative binomial) and the balance of
junctions. That is Student's t on the logarithm of in over out, so that a place where people truly
join or stay does not bend its neighbours; how much is lost on the way and how far places differ in
it is drawn with the flows. Chains differ in the sizes of the baseline, so that together they hold
what is not known of these.

Source: Neal (2011) for the sampler; Vardi (1996) for flows from counts on parts of a network.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from headwater.analysis.routes.flow.baseline import Baseline
from headwater.analysis.routes.flow.counts import Array, Count
from headwater.analysis.routes.flow.junctions import Junction

_TAIL = 4.0  # degrees of freedom of the imbalance
_LOST_SD = 0.2  # prior of the share lost at a place, on the logarithm
LEG_TAIL = 5.0
"""Degrees of freedom of the baseline: some legs are quite unlike the others."""
_IMBALANCES = np.geomspace(0.03, 3.0, 24)
_USUAL_IMBALANCE = np.log1p((_IMBALANCES / 0.3) ** 2)  # less the log of its prior: half-Cauchy
_STEPS = 10
_GOAL = 0.8
_LEAST_LOG, _MOST_LOG = -12.0, 25.0


class Draws(NamedTuple):
    """What was drawn.

    Attributes:
        logs: Logarithms of flows: draws x chains x periods x legs.
        accepted: Share of the moves that were accepted.
        imbalance: Middle of the draws of how far junctions are out of balance, on the logarithm.
    """

    logs: Array
    accepted: float
    imbalance: float


class Problem:
    """Counts, junctions and baselines as arrays, with the density and its slope."""

    def __init__(
        self,
        counts: Sequence[Count],
        joints: Sequence[Junction],
        prior: Baseline,
    ) -> None:
        """Lay out the arrays."""
        chains, periods, legs = prior.mean.shape
        self.prior = prior
        self.imbalance = np.full((chains, 1, 1), 0.3)
        self.lost = np.zeros((chains, 1, 1))
        self.sums = _incidence([count.legs for count in counts], legs)
        self.into = _incidence([joint.into for joint in joints], legs)
        self.out = _incidence([joint.out for joint in joints], legs)
        values = np.array([count.values for count in counts]).reshape(len(counts), periods).T
        self.known = np.isfinite(values)[None]
        self.values = np.nan_to_num(values)[None]
        self.share = np.array([count.share.middle for count in counts])
        self.size = _sizes(counts, periods)
        self.usual = self._usual()

    def cost(self, logs: Array) -> Array:
        """The negative log density of each chain and period, but for a constant."""
        off = (logs - self.prior.mean) ** 2 / self.prior.variance
        total: Array = (LEG_TAIL + 1) / 2 * np.log1p(off / LEG_TAIL).sum(axis=2)
        flow = np.exp(np.clip(logs, _LEAST_LOG, _MOST_LOG))
        if self.share.size:
            expected = self.share * (flow @ self.sums.T)
            cost = (self.values + self.size) * np.log(expected + self.size)
            cost -= self.values * np.log(expected)
            total += np.where(self.known, cost, 0.0).sum(axis=2)
        if self.into.shape[0]:
            apart = np.log(flow @ self.into.T) - np.log(flow @ self.out.T)
            ratio = (apart - self.lost) / self.imbalance
            total += ((_TAIL + 1) / 2 * np.log1p(ratio**2 / _TAIL)).sum(axis=2)
        return total

    def slope(self, logs: Array) -> Array:
        """The gradient of the cost."""
        pull = np.zeros_like(logs)
        flow = np.exp(np.clip(logs, _LEAST_LOG, _MOST_LOG))
        if self.share.size:
            expected = self.share * (flow @ self.sums.T)
            off = self.size * (expected - self.values) / (expected * (expected + self.size))
            pull += (self.known * off * self.share) @ self.sums
        if self.into.shape[0]:
            comes, goes = flow @ self.into.T, flow @ self.out.T
            ratio = (np.log(comes / goes) - self.lost) / self.imbalance
            stiff = (_TAIL + 1) * ratio / (_TAIL + ratio**2) / self.imbalance
            pull += (stiff / comes) @ self.into - (stiff / goes) @ self.out
        off = logs - self.prior.mean
        slope: Array = (LEG_TAIL + 1) * off / (LEG_TAIL * self.prior.variance + off**2)
        return slope + flow * pull

    def _usual(self) -> tuple[Array, Array]:
        """Mean and variance of each junction's imbalance if legs were drawn one by one.

        Each is chains x junctions.
        """
        normal = np.random.default_rng(0).standard_normal((400, self.into.shape[1]))
        flow = np.exp(np.sqrt(self.prior.general)[:, None, None] * normal)
        apart = np.log(flow @ self.into.T) - np.log(flow @ self.out.T)
        return apart.mean(axis=1), apart.var(axis=1)

    def balance(self, logs: Array, rng: np.random.Generator) -> None:
        """Draw anew, given the flows, how much is lost on the way and how far junctions differ.

        Periods of one junction count together as one observation: those who join there in one
        period join there in the next. Balance is a second say on flows of which the baseline has
        a say already; what agrees by chance alone is taken out, or balance would seem confirmed
        wherever nobody watches.
        """
        if not self.into.shape[0]:
            return
        flow = np.exp(logs)
        apart = np.log(flow @ self.into.T) - np.log(flow @ self.out.T)
        self._lose(apart, rng)
        ratio = (apart - self.lost)[:, None] / _IMBALANCES[:, None, None]
        told = np.log1p(ratio**2 / _TAIL).mean(axis=2).sum(axis=2) * (_TAIL + 1) / 2
        middle, wide = (one[:, None, :] for one in self.usual)
        wide = wide + _IMBALANCES[:, None] ** 2
        told -= (np.log(wide) + (middle - self.lost) ** 2 / wide).sum(axis=2) / 2
        told += (apart.shape[2] - 1) * np.log(_IMBALANCES) + _USUAL_IMBALANCE
        noise = rng.gumbel(size=told.shape)
        self.imbalance = _IMBALANCES[np.argmax(noise - told, axis=1)][:, None, None]

    def _lose(self, apart: Array, rng: np.random.Generator) -> None:
        """Draw how much more comes to places than goes on from them, the same for all."""
        heavy = (_TAIL + 1) / (_TAIL + ((apart - self.lost) / self.imbalance) ** 2)
        tight = heavy / self.imbalance**2
        middle, wide = self.usual
        by_chance = 1 / (wide + self.imbalance[:, :, 0] ** 2)
        told = np.maximum(tight.mean(axis=1) - by_chance, 0.0).sum(axis=1) + 1 / _LOST_SD**2
        pull = ((tight * apart).mean(axis=1) - by_chance * middle).sum(axis=1)
        drawn = pull / told + rng.standard_normal(told.size) / np.sqrt(told)
        self.lost = np.clip(drawn, -1.0, 1.0)[:, None, None]

    def scale(self, logs: Array) -> Array:
        """How far each logarithm may move at once: from the curvature of its own parts."""
        flow = np.exp(logs)
        bend = 1 / self.prior.variance
        if self.share.size:
            together = flow @ self.sums.T
            expected = self.share * together
            tight = np.where(self.known, expected * self.size / (expected + self.size), 0.0)
            bend = bend + flow**2 * ((tight / together**2) @ self.sums)
        if self.into.shape[0]:
            stiff = (_TAIL + 1) / _TAIL / self.imbalance**2
            for ends in (self.into, self.out):
                through = flow @ ends.T
                bend = bend + flow**2 * ((stiff / through**2) @ ends)
        scale: Array = 1 / np.sqrt(bend)
        return scale


def _incidence(groups: Sequence[Sequence[int]], legs: int) -> Array:
    matrix = np.zeros((len(groups), legs))
    for row, group in enumerate(groups):
        matrix[row, list(group)] = 1.0
    return matrix


def _sizes(counts: Sequence[Count], periods: int) -> Array:
    """How sure each count is in each period; less where sources differ."""
    sizes = np.tile([count.share.size for count in counts], (periods, 1))
    for at, count in enumerate(counts):
        for period, said in count.conflicts.items():
            apart = np.log((max(said) + 1) / (min(said) + 1))
            sizes[period, at] = 1 / (1 / sizes[period, at] + apart**2)
    return sizes[None]


def sample(problem: Problem, rng: np.random.Generator, warm: int, kept: int) -> Draws:
    """Draw from the posterior.

    Args:
        problem: The density.
        rng: Where the draws come from.
        warm: Moves before any is kept, in which the size of steps is found.
        kept: Moves that are kept.
    """
    prior = problem.prior
    logs = prior.mean + 0.3 * np.sqrt(prior.variance) * rng.standard_normal(prior.mean.shape)
    logs = _climbed(problem, logs)
    scale = problem.scale(logs)
    step = np.full(logs.shape[:2], 0.3)
    held, spread, accepted = [], [], 0.0
    for move in range(warm + kept):
        if move in (warm // 4, warm // 2):
            scale = problem.scale(logs)
        logs, chance = _moved(problem, logs, step[:, :, None] * scale, rng)
        if move < warm:
            step = np.clip(step * np.exp((chance - _GOAL) / (1 + move) ** 0.4), 1e-3, 1.5)
        else:
            held.append(logs)
            spread.append(problem.imbalance.ravel())
            accepted += float(chance.mean()) / kept
        problem.balance(logs, rng)
    return Draws(np.array(held), accepted, float(np.median(spread)))


def _moved(
    problem: Problem, logs: Array, pace: Array, rng: np.random.Generator
) -> tuple[Array, Array]:
    """One move of every chain and period, and the chance with which each was accepted."""
    push = rng.standard_normal(logs.shape)
    energy = problem.cost(logs) + (push**2).sum(axis=2) / 2
    pace = pace * rng.uniform(0.8, 1.2, logs.shape[:2])[:, :, None]
    new = logs
    push = push - pace * problem.slope(new) / 2
    for left in reversed(range(_STEPS)):
        new = new + pace * push
        push = push - pace * problem.slope(new) * (1.0 if left else 0.5)
    change = energy - problem.cost(new) - (push**2).sum(axis=2) / 2
    chance = np.exp(np.minimum(np.nan_to_num(change, nan=-np.inf), 0.0))
    taken = rng.random(chance.shape) < chance
    return np.where(taken[:, :, None], new, logs), chance


def _climbed(problem: Problem, logs: Array) -> Array:
    """A point of high density to begin at: scaled steps downhill, halved where they overshoot."""
    total = problem.cost(logs)
    pace = np.full(total.shape, 0.5)
    for _ in range(40):
        fall = np.clip(problem.slope(logs) * problem.scale(logs) ** 2, -1, 1)
        new = logs - pace[:, :, None] * fall
        new_total = problem.cost(new)
        better = new_total < total
        logs = np.where(better[:, :, None], new, logs)
        total = np.where(better, new_total, total)
        pace = np.where(better, np.minimum(pace * 1.3, 1.0), pace / 2)
    return logs
