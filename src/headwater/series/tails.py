"""How far out noise may fall: heavy tails, and now and then a slip that tells nothing.

A count is foretold as Student's t about what is expected, or, with a small chance, as a slip that
may fall anywhere (a lost report, a sum entered twice). Which tails a picture has is not assumed:
the evidence is averaged over those here, with shares that are learnt from all of its series.
"""

from typing import NamedTuple

import numpy as np

from headwater.series.baseline import Array

_ANYWHERE = 1.5  # spread of slips on the steady scale: a loss of everything is about three


class Tail(NamedTuple):
    """One kind of tail.

    Attributes:
        freedom: Degrees of freedom of Student's t; the fewer, the heavier.
        slips: Share of counts that are slips.
    """

    freedom: float
    slips: float


NORMAL, SLIPPING, HEAVY = Tail(30.0, 0.0003), Tail(30.0, 0.003), Tail(4.0, 0.003)
"""Close to normal almost always, close to normal with slips, and heavy."""


def log_density(away: Array, spread: Array, freedom: Array, tail: Tail) -> Array:
    """Log density of a count so far from what was foretold.

    Args:
        away: How far, on the steady scale.
        spread: Its usual size.
        freedom: Degrees of freedom: of the tail, and of what is known of the spread.
        tail: The kind of tail.
    """
    density: Array = np.logaddexp(_usual(away, spread, freedom, tail), _slip(away, tail))
    return density


def least_density(away: Array, spread: Array, freedom: Array, tail: Tail) -> Array:
    """At least so much, and at most a factor of two less: sooner reckoned than `log_density`."""
    density: Array = np.maximum(_usual(away, spread, freedom, tail), _slip(away, tail))
    return density


def weight(away: Array, spread: Array, tail: Tail) -> Array:
    """How much a count may count where level and season are read: the less, the further out.

    The weights of an EM step for Student's t (Lange, Little and Taylor 1989), times the chance
    that it is no slip.
    """
    freedom = np.array(tail.freedom)
    odds = _slip(away, tail) - _usual(away, spread, freedom, tail)
    no_slip = 1.0 / (1.0 + np.exp(np.minimum(odds, 50.0)))
    counting: Array = no_slip * (freedom + 1.0) / (freedom + (away / spread) ** 2)
    return counting


def _usual(away: Array, spread: Array, freedom: Array, tail: Tail) -> Array:
    """Log density of Student's t, the chance of no slip included.

    The ratio of its gamma functions by their asymptotic series: right to 0.001 from two degrees on.
    """
    half = freedom / 2.0
    ratio = 0.5 * np.log(half) - 1.0 / (8.0 * half) + 1.0 / (192.0 * half**3)
    middle = ratio - 0.5 * np.log(freedom * np.pi) - np.log(spread) + np.log1p(-tail.slips)
    density: Array = middle - 0.5 * (freedom + 1.0) * np.log1p((away / spread) ** 2 / freedom)
    return density


def _slip(away: Array, tail: Tail) -> Array:
    """Log density of a slip, its chance included."""
    middle = np.log(tail.slips / (_ANYWHERE * np.sqrt(2.0 * np.pi)))
    density: Array = middle - 0.5 * (away / _ANYWHERE) ** 2
    return density
