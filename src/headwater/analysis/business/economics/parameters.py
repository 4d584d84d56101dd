"""Parameters of the trade: each a distribution, with who said it, when, and what kind of claim."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from headwater.model import WrongUse, currency_code
from headwater.picture import Picture

Draws = npt.NDArray[np.float64]
Name = tuple[str, str]
"""Unit and parameter, as ("launch", "fee")."""
CURRENCY = "EUR"
"""What all amounts are reckoned in."""

_SHARES = {
    *("paying", "arrives", "kept", "engine_share", "broker_share", "hawala_share", "needed"),
    *("taken", "crowding", "waiting", "lorry_share", "self_share", "other_share", "self_margin"),
}
_LEAST = {"persons": 1.0, "fee": 1.0, "package": 1.0, "arrives": 0.01, "substitution": 0.1}
_LEAST |= {"groups": 2.0, "gbp_in_eur": 0.1, "seized_boats": 1.0, "self_price": 0.01}
_MOST = dict.fromkeys(_SHARES, 1.0) | {"seized_upstream": 0.99, "elasticity": 2.0}


@dataclass(frozen=True, slots=True)
class Figure:
    """One claim about one parameter: between `low` and `high`, most likely at `likely`.

    Attributes:
        unit: launch, lorry or group; all for what every unit uses, check for what is compared.
        parameter: Its name.
        low: Least.
        likely: Most likely; None where the claim says no more than its ends.
        high: Most.
        currency: ISO 4217 code of an amount; empty for shares and counts.
        kind: Kind of claim: police, court, political, official, research, press, assessment.
        source: Who said it.
        date: When.
        statements: The statements of the picture that it rests on; empty for a published one.
    """

    unit: str
    parameter: str
    low: float
    likely: float | None
    high: float
    currency: str
    kind: str
    source: str
    date: str
    statements: tuple[str, ...] = ()

    def draw(self, numbers: np.random.Generator, count: int) -> Draws:
        """So many draws: a triangle where one value is likeliest, else even."""
        if self.high <= self.low:
            return np.full(count, self.low)
        if self.likely is None:
            return numbers.uniform(self.low, self.high, count)
        return numbers.triangular(self.low, self.likely, self.high, count)

    @property
    def told(self) -> str:
        """Who said it, when, and as what."""
        return f"{self.source} ({self.date}; {self.kind})"


@cache
def published() -> tuple[Figure, ...]:
    """The table of the package, in its order."""
    text = files(__package__).joinpath("figures.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return tuple(_figure(row) for row in rows)


def settled(
    picture: Picture, values: str, own: Iterable[Figure], *, political: bool
) -> dict[Name, list[Figure]]:
    """The claims on every parameter: those set by the user, else of a file, the picture, the table.

    Args:
        picture: May hold a file of figures, `given_figures`, in the columns of the table.
        values: What the user sets, as `launch.fee=2000-3000; launch.persons=50`.
        own: What the picture says.
        political: Whether claims that are put as a politician's count.

    Raises:
        WrongUse: If a parameter is not known or a value cannot be read.
    """
    found = _by_name(f for f in published() if political or f.kind != "political")
    known = set(found)
    for figures in (own, _of_file(picture), _of_user(values)):
        named = _by_name(figures)
        strange = sorted(set(named) - known)
        if strange:
            raise WrongUse(
                f"there is no figure {'.'.join(strange[0])}",
                do=f"one of {', '.join(sorted('.'.join(name) for name in known))}",
            )
        found |= named
    return found


def drawn(figures: Mapping[Name, list[Figure]], count: int, seed: int) -> dict[Name, Draws]:
    """Every parameter so many times, amounts in euros; each draw believes one claim on each.

    Raises:
        WrongUse: If an amount is in a currency that the table has no rate of.
    """
    streams = {name: np.random.default_rng([seed, *_code(name)]) for name in figures}
    pound = _chosen(figures["all", "gbp_in_eur"], streams["all", "gbp_in_eur"], count, {})
    rates: dict[str, Draws | float] = {"": 1.0, CURRENCY: 1.0, "GBP": pound}
    found = {name: _chosen(claims, streams[name], count, rates) for name, claims in figures.items()}
    found["all", "gbp_in_eur"] = pound
    return found


def _chosen(
    claims: list[Figure],
    numbers: np.random.Generator,
    count: int,
    rates: Mapping[str, Draws | float],
) -> Draws:
    which = numbers.integers(len(claims), size=count)
    every = [claim.draw(numbers, count) * _rate(claim, rates) for claim in claims]
    picked: Draws = np.choose(which, every)
    return picked


def _rate(claim: Figure, rates: Mapping[str, Draws | float]) -> Draws | float:
    if not rates:
        return 1.0
    if claim.currency not in rates:
        raise WrongUse(
            f"{claim.unit}.{claim.parameter} is in {claim.currency}",
            why="figures of the trade are reckoned in EUR, with a rate for GBP",
            do="state it in EUR or GBP",
        )
    return rates[claim.currency]


def _code(name: Name) -> list[int]:
    """A name as numbers, so that another parameter more leaves the draws of the others alone."""
    return list(".".join(name).encode())


def _by_name(figures: Iterable[Figure]) -> dict[Name, list[Figure]]:
    found: dict[Name, list[Figure]] = {}
    for figure in figures:
        found.setdefault((figure.unit, figure.parameter), []).append(figure)
    return found


def _of_file(picture: Picture) -> list[Figure]:
    given = picture.tables.get("given_figures")
    return [] if given is None else [_figure(row) for row in given.to_pylist()]


def _figure(row: Mapping[str, str]) -> Figure:
    """A row of a table of figures.

    Raises:
        WrongUse: If its amounts cannot be read.
    """
    low, high = _amount(row, "low"), _amount(row, "high")
    likely = _amount(row, "likely") if (row.get("likely") or "").strip() else None
    _check(row["parameter"], low, likely, high)
    currency, kind, source, date = (
        (row.get(name) or "").strip() for name in ("currency", "kind", "source", "date")
    )
    unit, parameter = row["unit"].strip(), row["parameter"].strip()
    code = currency_code(currency) or currency
    return Figure(unit, parameter, low, likely, high, code, kind, source, date)


def _amount(row: Mapping[str, str], column: str) -> float:
    return _number(row["parameter"], row[column])


def _range(what: str, text: str) -> tuple[float, float]:
    """`2000-3000`, or one number, which may be written as 1e-3."""
    first, _, last = ("", "", "") if re.fullmatch(r"[\d.]+[eE]-\d+", text) else text.partition("-")
    if last:
        return _number(what, first), _number(what, last)
    return (_number(what, text),) * 2


def _number(what: str, text: str) -> float:
    try:
        return float(text)
    except ValueError as bad:
        raise WrongUse(f"{text!r} is no {what}", do="write a number, or low-high") from bad


def _check(what: str, low: float, likely: float | None, high: float) -> None:
    middle = low if likely is None else likely
    least, most = _LEAST.get(what, 0.0), _MOST.get(what, 1e12)
    if not least <= low <= middle <= high <= most:
        raise WrongUse(
            f"{what} cannot lie between {low:g} and {high:g}",
            why=f"the least, the likely and the most must rise, from {least:g} to {most:g}",
            do="correct the figure",
        )


def _of_user(values: str) -> list[Figure]:
    found = []
    for part in filter(None, (one.strip() for one in values.split(";"))):
        name, _, text = part.partition("=")
        unit, dot, parameter = name.strip().partition(".")
        if not (dot and text):
            raise WrongUse(f"{part!r} sets nothing", do="write launch.fee=2000-3000")
        low, high = _range(parameter, text.strip())
        _check(parameter, low, None, high)
        found.append(Figure(unit, parameter, low, None, high, "", "assessment", "the user", "set"))
    return found
