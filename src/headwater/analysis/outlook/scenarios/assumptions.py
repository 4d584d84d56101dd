"""Assumptions about the rest of a year: each a range of factors, drawn once for every future.

What each does to a day to come is kept as plain as can be said in one sentence:

- people per boat: as many boats, each with so many times the people;
- flow upstream: of its change a share passes on, from so many days after the origin;
- days on which crossings are possible: who cannot leave waits, and a share of them comes later;
- a measure: so many times the arrivals from its day on.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from headwater.model import Parameter, WrongUse

Array = NDArray[np.float64]

ASSUMED = (
    Parameter("boat_size", "text", "", "People per boat, times what it is now, as 1.1, 1..1.2 or "
              "1..1.1..1.3 (least, likeliest, most); empty: as now."),
    Parameter("upstream", "text", "", "Flow upstream, times what it is now; empty: as now."),
    Parameter("passes_on", "text", "0.5..1", "Share of the change upstream that arrives."),
    Parameter("upstream_days", "int", 21, "Days until what changes upstream arrives.",
              low=0, high=365),
    Parameter("crossing_days", "text", "", "Days on which crossings are possible, times what is "
              "usual for the season; empty: as usual."),
    Parameter("catch_up", "text", "0.3..0.9", "Share of those held back, or early, whom another "
              "day makes up for."),
    Parameter("measure", "text", "", "Arrivals under a measure, times those without it; empty: "
              "none."),
    Parameter("measure_from", "date", "", "First day of the measure; empty: the day after the "
              "origin."),
)  # fmt: skip
"""Parameters: what is assumed."""

NAMES = {
    "boat_size": "people per boat",
    "upstream": "flow upstream",
    "crossing_days": "days on which crossings are possible",
    "measure": "a measure",
}
"""Assumptions by their parameter, with what they are called on a page."""

DANGER = {
    "boat_size": "More people in a boat of the same build is more dangerous for each of them.",
    "crossing_days": "Fewer possible days can press people into worse weather: count the dead "
    "beside the arrivals.",
    "measure": "A measure can move people to a longer and deadlier route: for the EU-Turkey "
    "statement of 2016 about 2,000 diverted and 45 more dead are estimated (Tafani & Riccaboni "
    "2025).",
}
"""What is known of an assumption and danger to life."""

_RANGE = re.compile(r"^\d+(\.\d+)?(\s*\.\.\s*\d+(\.\d+)?){0,2}$")
_MOST = 20.0


@dataclass(frozen=True, slots=True)
class Assumed:
    """Factors of every assumption that was made: futures x steps, or futures x 1 for all steps.

    Attributes:
        factors: By the name of the parameter.
        ranges: What was given, as it is said.
    """

    factors: Mapping[str, Array]
    ranges: Mapping[str, str]

    def on(self, futures: Array, made: Collection[str]) -> Array:
        """The total of each future under some of them."""
        under = futures
        for name in sorted(made):
            under = under * self.factors[name]
        total: Array = under.sum(axis=1)
        return total


def assumed(parameters: Mapping[str, Any], ends: list[date], rng: np.random.Generator) -> Assumed:
    """Draw what is assumed, for every future.

    Args:
        parameters: As settled.
        ends: Last day of each step to come.
        rng: Source of chance.

    Raises:
        WrongUse: If a range cannot be read.
    """
    origin = date.fromisoformat(parameters["origin"])
    count = parameters["paths"]
    drawn = {
        name: _drawn(name, parameters[name], count, rng)
        for name in (*NAMES, "passes_on", "catch_up")
        if parameters[name]
    }
    late = _since(ends, origin + timedelta(parameters["upstream_days"] + 1))
    factors = {}
    if "boat_size" in drawn:
        factors["boat_size"] = drawn["boat_size"]
    if "upstream" in drawn:
        factors["upstream"] = 1.0 + (drawn["upstream"] - 1.0) * drawn["passes_on"] * late
    if "crossing_days" in drawn:
        missed = 1.0 - np.minimum(drawn["catch_up"], 1.0)
        factors["crossing_days"] = 1.0 + (drawn["crossing_days"] - 1.0) * missed
    if "measure" in drawn:
        first = parameters["measure_from"]
        since = _since(ends, date.fromisoformat(first) if first else origin + timedelta(1))
        factors["measure"] = 1.0 + (drawn["measure"] - 1.0) * since
    return Assumed(factors, {name: parameters[name] for name in factors})


def _drawn(name: str, text: str, count: int, rng: np.random.Generator) -> Array:
    """One number a future, from least to most: even, or a triangle where the likeliest is given."""
    numbers = [float(part) for part in re.split(r"\s*\.\.\s*", text)] if _RANGE.match(text) else []
    if not numbers or numbers != sorted(numbers) or numbers[-1] > _MOST:
        raise WrongUse(
            f"{text!r} will not do for the parameter {name}",
            why=f"it wants factors from 0 up to {_MOST:g} that rise, not percent",
            do=f"give {name} as 0.7 for 30 % less, 1.1 for 10 % more, 0.9..1.2 or 0.9..1..1.2",
        )
    least, most = numbers[0], numbers[-1]
    if len(numbers) == 3 and least < most:
        return rng.triangular(least, numbers[1], most, (count, 1))
    return rng.uniform(least, most, (count, 1))


def _since(ends: list[date], day: date) -> Array:
    """1 for steps that end on a day or later."""
    return np.array([[float(end >= day) for end in ends]])
