"""Flows from counts: baselines, junctions and the draws of what may be."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from headwater.analysis.routes.flow.baseline import baseline
from headwater.analysis.routes.flow.counts import Array, Count, Counted, direct
from headwater.analysis.routes.flow.junctions import Junction, junctions
from headwater.analysis.routes.flow.sampling import LEG_TAIL, Draws, Problem, sample

CHAINS = 8
_WARM = 80
_MOST_LOG = 18.0  # e to this is about 65 million people in one period


@dataclass(frozen=True, slots=True)
class Flows:
    """The flows of a picture.

    Attributes:
        known: What was counted.
        joints: The junctions.
        draws: Draws of the logarithms of flows.
        people: Draws of numbers of people: draws x periods x legs.
        width: Width of the 90 % interval of each logarithm: periods x legs.
        prior_width: The same before neighbours and own counts of the period speak.
        general_width: The same of a leg of which nothing is known.
        own: For each leg that is counted by itself its count.
    """

    known: Counted
    joints: list[Junction]
    draws: Draws
    people: Array
    width: Array
    prior_width: Array
    general_width: float
    own: dict[int, Count]


def estimate(known: Counted, parameters: Mapping[str, Any]) -> Flows:
    """Draw the flows of all legs and periods."""
    rng = np.random.default_rng(parameters["seed"])
    joints = junctions(known, parameters)
    own = direct(known.counts)
    prior = baseline(own, len(known.legs), len(known.periods), rng, CHAINS)
    problem = Problem(known.counts, joints, prior)
    draws = sample(problem, rng, _WARM, parameters["draws"])
    logs = draws.logs.reshape(-1, *draws.logs.shape[2:])
    expected = np.exp(np.minimum(logs, _MOST_LOG))
    people = rng.poisson(expected).astype(np.float64)
    for leg, count in own.items():
        _complete(people[:, :, leg], expected[:, :, leg], count, rng)
    before = prior.mean + np.sqrt(prior.variance) * rng.standard_t(
        LEG_TAIL, (200, *prior.mean.shape)
    )
    prior_width = _width(before.reshape(-1, *before.shape[2:]))
    return Flows(
        known=known,
        joints=joints,
        draws=draws,
        people=people,
        width=_width(logs),
        prior_width=prior_width,
        general_width=float(prior_width.max()),
        own=own,
    )


def _width(logs: Array) -> Array:
    low, high = np.quantile(logs, [0.05, 0.95], axis=0)
    width: Array = high - low
    return width


def _complete(people: Array, expected: Array, count: Count, rng: np.random.Generator) -> None:
    """Where a leg was counted: those counted, and those missed, of whom nobody knows how many.

    Where sources differ the count itself is in doubt, and the draws stay as they are.
    """
    for at in np.flatnonzero(np.isfinite(count.values)).tolist():
        if at in count.conflicts:
            continue
        seen, size = count.values[at], count.share.size
        rate = size / count.share.middle + expected[:, at]
        share = np.minimum(rng.gamma(size + seen, 1 / rate), 1.0)
        people[:, at] = seen + rng.poisson(expected[:, at] * (1 - share))
