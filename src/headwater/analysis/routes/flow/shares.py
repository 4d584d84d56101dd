"""Shares: which part of the people on a leg is counted, as it is declared, and how surely."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

import numpy as np

from headwater.model import WrongUse

_NINETY = 1.645  # standard deviations from the middle to the end of a 90 % interval
_SURE = 1e6


class Share(NamedTuple):
    """A share with its uncertainty: a gamma distribution.

    Attributes:
        middle: Its mean.
        size: Its shape; the larger, the surer.
    """

    middle: float
    size: float


class Shares:
    """The declared shares by name of the count."""

    def __init__(self, parameters: Mapping[str, Any]) -> None:
        """Read the declared shares.

        Raises:
            WrongUse: If one of them is no share.
        """
        self._counted = share_of(parameters["counted_share"] or "1")
        self._told = share_of(parameters["told_share"] or "1")
        self._named: dict[str, Share] = {}
        for part in filter(str.strip, str(parameters["shares"]).split(";")):
            name, equals, text = part.rpartition("=")
            if not equals:
                raise WrongUse(f"shares: {part.strip()!r} says no share", do="write NAME=0.2-0.4")
            self._named[name.strip()] = share_of(text)

    def of(self, series: str) -> Share:
        """The share that a series counts."""
        return self._named.get(series, self._counted)

    def told(self, leg: str) -> Share:
        """The share that reports tell of a leg."""
        return self._named.get(leg, self._told)

    def check(self, names: Iterable[str]) -> None:
        """Refuse shares of what is not there.

        Raises:
            WrongUse: If a name is not that of a count.
        """
        known = list(names)
        for name in self._named:
            if name not in known:
                near = get_close_matches(name, known, n=1, cutoff=0.0)
                hint = f"the nearest is {near[0]}" if near else "nothing is counted here"
                raise WrongUse(f"shares: nothing is called {name!r}", do=hint)


def share_of(text: str) -> Share:
    """A share written as `0.3`, or as a 90 % interval, `0.2-0.4`.

    Raises:
        WrongUse: If it is none, or not above 0 and at most 1.
    """
    low, dash, high = text.strip().partition("-")
    try:
        ends = [float(low), float(high if dash else low)]
    except ValueError as bad:
        raise WrongUse(f"{text!r} is no share", do="write 0.3 or 0.2-0.4") from bad
    if not 0 < ends[0] <= ends[1] <= 1:
        raise WrongUse(f"{text!r} is no share", why="a share is above 0 and at most 1")
    spread = float(np.log(ends[1] / ends[0])) / (2 * _NINETY)
    middle = float(np.sqrt(ends[0] * ends[1]))
    return Share(middle, _SURE if spread < 1 / np.sqrt(_SURE) else 1 / spread**2)
