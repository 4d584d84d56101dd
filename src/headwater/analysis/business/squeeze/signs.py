"""Known signs: what studies found, beside what this market gives, so that it can be doubted.

Gathmann 2008 (J. Public Econ. 92): enforcement tripled, price +17 % (working paper +30 %), flow
unchanged (-10 %), and the way round cost more than the price. Directed-search models of 2024:
general measures can raise the profit of the strongest groups, and targeting them can raise
self-employed smuggling.
"""

from typing import Any

import numpy as np

from headwater.analysis.business.economics import Draws
from headwater.analysis.business.squeeze.market import Market, Outcome, Pressure, balance, enforced

_TIMES = 3.0
_DIGITS = 6


def known_signs(market: Market) -> dict[str, Any]:
    """What this market gives where studies have found a sign: means with 90 % of the draws."""
    before = balance(market, Pressure.none(market))
    general = balance(market, enforced(market, _TIMES))
    strong = market.kind("strong")
    targeted = balance(market, enforced(market, _TIMES, strong))
    first = balance(market, enforced(market, _TIMES, [0, 1]))
    alone = market.kind("self")
    return {
        "tripled_enforcement": {
            "price": spread(general.dearer(before)),
            "flow": spread(general.flow.sum(axis=0) / before.flow.sum(axis=0) - 1),
        },
        "general_measures_raise_profit_of_the_strongest": _share_above(
            general.profit[strong], before.profit[strong]
        ),
        "targeting_the_strongest_raises_self_employed": _share_above(
            targeted.flow[alone], before.flow[alone]
        ),
        "one_way_tripled": {"moved_elsewhere": spread(displaced(before, first, [0, 1]))},
    }


def displaced(before: Outcome, after: Outcome, pressed: list[int]) -> Draws:
    """Of what the pressed ways lose, the share that goes by the others."""
    rest = [at for at in range(len(before.flow)) if at not in pressed]
    lost = (before.flow - after.flow)[pressed].sum(axis=0)
    gained = (after.flow - before.flow)[rest].sum(axis=0)
    share: Draws = np.where(lost > 0, gained / np.where(lost > 0, lost, 1.0), 0.0)
    return share


def spread(values: Draws) -> dict[str, float]:
    """Mean and the ends of 90 % of the draws."""
    low, high = np.quantile(values, (0.05, 0.95))
    ends = {"mean": values.mean(), "low": low, "high": high}
    return {name: round(float(value), _DIGITS) + 0.0 for name, value in ends.items()}


def _share_above(after: Draws, before: Draws) -> float:
    """The share of draws in which the sum rises."""
    return round(float(np.mean(after.sum(axis=0) > before.sum(axis=0))), 3)
