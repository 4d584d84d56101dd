"""Scales: round numbers along an axis, and amounts of money in letters."""

import math


def round_marks(low: float, high: float, most: int = 6) -> list[float]:
    """Round numbers from the first not above `low` to the first not below `high`."""
    span = max(high - low, 1e-9)
    step = 10.0 ** math.floor(math.log10(span / most))
    step = next(step * by for by in (1, 2, 2.5, 5, 10, 20) if span / (step * by) <= most)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [n * step for n in range(first, max(last, first + 1) + 1)]


def in_letters(amount: float) -> str:
    """An amount with its thousands apart; large ones in millions, small ones to the coin."""
    if abs(amount) >= 10_000_000:
        return f"{amount / 1e6:,.1f}m"
    if abs(amount) < 10 and amount != round(amount):
        return f"{amount:,.2f}"
    return f"{amount:,.0f}".replace("-0", "0") if abs(amount) < 0.5 else f"{amount:,.0f}"
