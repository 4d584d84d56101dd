"""Pressing one input: what the trade loses, and what comes of it for prices, ways and danger."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from headwater.analysis.business.economics import Book, Draws, Name
from headwater.analysis.business.squeeze.inputs import Input, pressed
from headwater.analysis.business.squeeze.market import Market, Pressure, balance
from headwater.analysis.business.squeeze.signs import displaced, spread

Spread = dict[str, float]


@dataclass(frozen=True, slots=True)
class Pressed:
    """An input pressed for a quarter; each a mean with the ends of 90 % of the draws.

    Attributes:
        input: The input.
        units: The told units that need it.
        taken: Share of its supply that is taken.
        lost: Profit that all ways together lose, euros for an officer-week.
        displacement: Of what the pressed ways lose, the share that goes by others.
        price: Change of the price of the same journeys, as a share.
        danger: Change of the expected deaths, as a share.
        rises: Whether the mean of that is above nought, however little effort is spent.
    """

    input: Input
    units: tuple[str, ...]
    taken: Spread
    lost: Spread
    displacement: Spread
    price: Spread
    danger: Spread
    rises: bool


def press(
    one: Input,
    market: Market,
    draws: Mapping[Name, Draws],
    books: Mapping[str, Book],
    weeks: float,
) -> Pressed:
    """Press an input with so many officer-weeks in a quarter."""
    before = balance(market, Pressure.none(market))
    pressure = pressed(one, market, draws, books, weeks)
    after = balance(market, pressure)
    hit = [at for at, still in enumerate(pressure.open) if (still < 1).any()]
    lost = (before.profit - after.profit).sum(axis=0) / weeks
    danger = after.danger.sum(axis=0) / before.danger.sum(axis=0) - 1
    return Pressed(
        input=one,
        units=tuple(sorted({market.options[at][0] for at in hit})),
        taken=spread(1 - np.exp(-draws[one.name, "taken"] * weeks)),
        lost=spread(lost),
        displacement=spread(displaced(before, after, hit)),
        price=spread(after.dearer(before)),
        danger=spread(danger),
        rises=bool(danger.mean() > 0),
    )
