"""Scale: bits read as weights above even odds, and the weights from which something is done."""

from typing import NamedTuple

from headwater.resolve.linkage.linked import Options, Scoring

_WIDEST = 200.0
_STEPS = 60


class Scale(NamedTuple):
    """Where a model's bits stand for even odds, and what follows from how much above.

    Attributes:
        even: Bits at which a pair is as likely one person as not.
        sure: Weight, in bits above `even`, from which no person is asked.
        least: Weight below which no person is asked either.
    """

    even: float
    sure: float
    least: float


def scale_of(model: Scoring, options: Options) -> Scale:
    """Read the scale from the model's calibrated probabilities."""
    even = _bits_at(model, 0.5)
    return Scale(even, _bits_at(model, options.sure) - even, _bits_at(model, options.least) - even)


def _bits_at(model: Scoring, probability: float) -> float:
    """The fewest bits from which the model's probability is at least the given one."""
    low, high = -_WIDEST, _WIDEST
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if model.probability(middle) >= probability:
            high = middle
        else:
            low = middle
    return high
