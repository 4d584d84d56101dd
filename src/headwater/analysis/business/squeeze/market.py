"""The market of a quarter: ways to cross, their prices, and where customers go when one is pressed.

Customers choose among ways, and staying, by quantal response: the share of a way falls with its
price, and what it loses goes to the others in the proportion of their shares. A strong group's
margin rises with its share of the market (Bertrand prices under a logit demand, Berry 1994); the
self-employed and other ways keep theirs. Arrays are options x draws; money is euros a person.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from headwater.analysis.business.economics import Book, Draws, Name

OTHER = "other ways"
_MOST_STAY = 0.95


@dataclass(frozen=True, slots=True, eq=False)
class Market:
    """A market as it is before anything is done.

    Attributes:
        options: Unit and kind of each way to cross: ("launch", "strong"), ..., OTHER last.
        price: What is paid.
        margin: What of it is kept.
        risk: The part of the price that rises in step with enforcement.
        share: Share of all who would go; the rest stays.
        danger: Danger to life, over that of a launch by a strong group.
        people: All who would go.
        steepness: Fall of the log share for one euro of price.
        groups: Strong groups on one way.
    """

    options: tuple[tuple[str, str], ...]
    price: Draws
    margin: Draws
    risk: Draws
    share: Draws
    danger: Draws
    people: Draws
    steepness: Draws
    groups: Draws

    def kind(self, kind: str) -> list[int]:
        """The options of one kind: strong, self or other."""
        return [at for at, (_, one) in enumerate(self.options) if one == kind]


@dataclass(frozen=True, slots=True, eq=False)
class Pressure:
    """What is done to a market, for each option.

    Attributes:
        cost: Euros a person that it costs more.
        open: Share of its journeys that can still go.
        load: Danger of a journey over what it was.
    """

    cost: Draws
    open: Draws
    load: Draws

    @classmethod
    def none(cls, market: Market) -> "Pressure":
        """Nothing is done."""
        nothing = np.zeros_like(market.price)
        return cls(nothing, nothing + 1.0, nothing + 1.0)


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """A market in balance: price, people and profit of each option, and expected danger."""

    price: Draws
    flow: Draws
    profit: Draws
    danger: Draws

    def dearer(self, before: "Outcome") -> Draws:
        """Rise of the price of the same journeys, as a share: those that were made before."""
        paid = (before.price * before.flow).sum(axis=0)
        rise: Draws = (self.price * before.flow).sum(axis=0) / paid - 1
        return rise


def market_of(draws: Mapping[Name, Draws], books: Mapping[str, Book]) -> Market:
    """The market of the units there are books of, each run by strong groups and self-employed.

    Args:
        draws: Every parameter.
        books: Books of a launch, of a lorry run, or both.
    """
    d = {name: values for (unit, name), values in draws.items() if unit == "market"}
    units = [unit for unit in ("launch", "lorry") if unit in books]
    options = [(unit, kind) for unit in units for kind in ("strong", "self")]
    paid = [_paid(unit, draws, books[unit]) for unit in units]
    prices, margins, dangers = [], [], []
    for unit, (price, margin) in zip(units, paid, strict=True):
        usual = d["danger_lorry"] if unit == "lorry" else np.ones_like(price)
        prices += [price, price * d["self_price"]]
        margins += [margin, price * d["self_price"] * d["self_margin"]]
        dangers += [usual, usual * d["danger_self"]]
    prices.append(prices[0])
    margins.append(prices[0] * d["self_margin"])
    dangers.append(d["danger_other"])
    share = np.array(_shares(d, units))
    goes = 1 - _stays(d)
    price = np.array(prices)
    mean = (price * share).sum(axis=0)
    return Market(
        options=(*options, (OTHER, "other")),
        price=price,
        margin=np.array(margins),
        risk=_risk(d, price, share, options),
        share=share * goes,
        danger=np.array(dangers),
        people=d["persons"] / goes,
        steepness=d["substitution"] / mean,
        groups=d["groups"],
    )


def balance(market: Market, pressure: Pressure, rounds: int = 80) -> Outcome:
    """Prices, people and profit when customers and strong groups have answered the pressure.

    Cost: options x draws x rounds.
    """
    cost = market.price - market.margin + pressure.cost
    strong = np.array([kind == "strong" for _, kind in market.options])[:, None]
    before = 1 - market.share / market.groups
    stays = 1 - market.share.sum(axis=0)
    price, share = market.price, market.share
    for _ in range(rounds):
        pull = np.exp(-market.steepness * (price - market.price)) * market.share * pressure.open
        share = pull / (pull.sum(axis=0) + stays)
        margin = np.where(
            strong, market.margin * before / (1 - share / market.groups), market.margin
        )
        answer = cost + margin
        if np.max(np.abs(answer - price)) < 1e-6:
            break
        price = (price + answer) / 2
    flow = share * market.people
    return Outcome(price, flow, flow * (price - cost), flow * market.danger * pressure.load)


def enforced(market: Market, times: float, only: Sequence[int] = ()) -> Pressure:
    """So many times the enforcement, against some options or against all."""
    pressure = Pressure.none(market)
    chosen = list(only) or list(range(len(market.options)))
    pressure.cost[chosen] = (times - 1) * market.risk[chosen]
    return pressure


def _stays(d: Mapping[str, Draws]) -> Draws:
    """The share that stays, such that the flow answers tripled enforcement as was measured.

    The elasticity was measured over that rise of the price, so it holds over that rise.
    """
    rise = 2 * d["enforcement_share"]
    left = 1 - d["elasticity"] * rise
    pull = np.exp(-d["substitution"] * rise)
    stays: Draws = np.clip(pull * (1 - left) / (left * (1 - pull)), 0.0, _MOST_STAY)
    return stays


def _paid(unit: str, draws: Mapping[Name, Draws], book: Book) -> tuple[Draws, Draws]:
    """What one who arrives pays, and what is kept of it."""
    price = draws[unit, "fee"]
    earned = book["income"] + book["refunds and failed attempts"]
    return price, price * np.clip(book["profit"] / earned, 0.05, 0.95)


def _shares(d: Mapping[str, Draws], units: Sequence[str]) -> list[Draws]:
    """The share of each option among those who go."""
    of_unit = {"launch": 1 - d["lorry_share"], "lorry": d["lorry_share"]}
    if len(units) == 1:
        of_unit = dict.fromkeys(units, np.ones_like(d["lorry_share"]))
    rest = 1 - d["other_share"]
    kinds = (1 - d["self_share"], d["self_share"])
    return [*(rest * of_unit[unit] * kind for unit in units for kind in kinds), d["other_share"]]


def _risk(
    d: Mapping[str, Draws], price: Draws, share: Draws, options: Sequence[tuple[str, str]]
) -> Draws:
    """What enforcement costs each option: more for the self-employed, as published on average."""
    times = np.array(
        [d["self_risk"] if kind == "self" else 1 + 0 * d["groups"] for _, kind in options]
    )
    times = np.vstack([times, np.ones_like(d["groups"])])
    average = (times * price * share).sum(axis=0) / (price * share).sum(axis=0)
    risk: Draws = price * times / average * d["enforcement_share"]
    return risk
