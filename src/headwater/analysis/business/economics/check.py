"""The check: what the books say of a launch, beside what a seizure was said to be worth."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from headwater.analysis.business.economics.books import Book
from headwater.analysis.business.economics.parameters import CURRENCY, Draws, Figure, Name


def check(
    book: Book, draws: Mapping[Name, Draws], figures: Mapping[Name, Sequence[Figure]]
) -> dict[str, Any]:
    """Income of a launch beside the stated value of a taken boat, and which fees fit that value.

    A stated value is a claim: it is shown beside the books and never put into them.
    """
    value = draws["check", "seized_value"] / draws["check", "seized_boats"]
    claim = figures["check", "seized_value"][0]
    each = round(claim.low / figures["check", "seized_boats"][0].low)
    aboard = draws["launch", "persons"]
    fitting = value / aboard
    income = book["income"]
    low, high = (float(q) for q in np.quantile(fitting, (0.05, 0.95)))
    return {
        "claim": claim.told,
        "stated_value_of_a_boat": {"currency": claim.currency, "low": each, "high": each},
        "in_eur": _spread(value),
        "income_of_a_launch": _spread(income),
        "income_told_by_research": _spread(draws["check", "income_launch"]),
        "share_of_draws_with_less_income": round(float(np.mean(income < value)), 3),
        "fee_that_fits": {"currency": CURRENCY, "low": round(low), "high": round(high)},
        "fees_that_fit": [f.told for f in _fees(figures, draws, (low, high), fits=True)],
        "fees_that_do_not": [f.told for f in _fees(figures, draws, (low, high), fits=False)],
    }


def _fees(
    figures: Mapping[Name, Sequence[Figure]],
    draws: Mapping[Name, Draws],
    ends: tuple[float, float],
    *,
    fits: bool,
) -> list[Figure]:
    pound = float(np.median(draws["all", "gbp_in_eur"]))
    found = []
    for figure in figures["launch", "fee"]:
        rate = pound if figure.currency == "GBP" else 1.0
        meets = figure.low * rate <= ends[1] and figure.high * rate >= ends[0]
        if meets == fits:
            found.append(figure)
    return found


def _spread(values: Draws) -> dict[str, str | float]:
    low, middle, high = (round(float(q)) for q in np.quantile(values, (0.05, 0.5, 0.95)))
    return {"currency": CURRENCY, "q05": low, "median": middle, "q95": high}
