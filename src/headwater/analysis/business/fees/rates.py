"""Rates: amounts in another currency, or in the money of another year, by dated tables only.

A table of rates says what one unit of a currency was worth in the base from a day on; a table of
prices holds an index of an area or currency from a day on. Nothing is known here that the tables
do not say.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from headwater.analysis.business.fees.claims import Claim, code_of
from headwater.model import Period, Refused, parse_period
from headwater.picture import Picture

_LONGEST_DAYS = 31  # a fee dated less exactly than a month has no rate of its day
_INDEX_DAYS = 400
_MOST_WORTH = 20.0
_STRONG = ("CHF", "EUR", "GBP", "USD")
_NO_MONEY = ("BTC", "ETH", "XAG", "XAU", "XBT", "XPD", "XPT")  # coins of a chain, metals


class _Entry(NamedTuple):
    since: date
    value: float
    base: str
    row: str
    said: str


class Rates:
    """What the dated tables of a picture allow."""

    def __init__(self, picture: Picture, parameters: Mapping[str, Any]) -> None:
        self._currency = code_of(parameters["currency"])
        self._year = parameters["year"]
        self._days = parameters["rate_days"]
        self.faults: list[str] = []
        """Rows of the tables that could not be read."""
        self._rates = self._table(picture, "rates", ("currency", "rate"))
        self._prices = self._table(picture, "prices", ("area", "index"))
        reports = picture.reports.select(["urn", "information_to"]).to_pylist()
        self._dates = {row["urn"]: row["information_to"] for row in reports}

    def brought(self, claim: Claim) -> Claim | str:
        """The fee in the currency and year asked for; or in words why it cannot be."""
        if not (self._currency or self._year) or not claim.comparable:
            return claim
        when = self._when(claim)
        if when is None:
            return "its date is not known to the month"
        factor, notes, currency = 1.0, [], claim.currency
        if self._currency and currency != self._currency:
            exchanged = self._exchange(currency, when)
            if exchanged is None:
                return f"no rate of {currency} to {self._currency} of that time is given"
            factor, currency = exchanged[0], self._currency
            notes.append(exchanged[1])
        if self._year and when.earliest.year != self._year:
            risen = self._rise(currency, when)
            if risen is None:
                return f"no price index of {currency} of that time and of {self._year} is given"
            factor *= risen[0]
            notes.append(risen[1])
        return replace(
            claim,
            low=None if claim.low is None else claim.low * factor,
            high=None if claim.high is None else claim.high * factor,
            currency=currency,
            note="; ".join(notes),
        )

    def _when(self, claim: Claim) -> Period | None:
        said = claim.date or self._dates.get(claim.report, "")
        try:
            period = parse_period(said)
        except Refused:
            return None
        return period if period.days <= _LONGEST_DAYS else None

    def _exchange(self, currency: str, when: Period) -> tuple[float, str] | None:
        """What one unit was worth in the currency asked for, through the base of the table."""
        ours = self._latest(self._rates, currency, when, self._days)
        theirs = self._latest(self._rates, self._currency, when, self._days)
        bases = {entry.base for entry in (ours, theirs) if entry}
        if len(bases) != 1:
            return None
        (base,) = bases
        worth = [
            1.0 if code == base else entry.value if entry else None
            for code, entry in ((currency, ours), (self._currency, theirs))
        ]
        if worth[0] is None or not worth[1]:
            return None
        rows = " and ".join(f"{e.row} of {e.said}" for e in (ours, theirs) if e)
        factor = worth[0] / worth[1]
        return factor, f"{currency} at {factor:.4g} {self._currency} ({rows})"

    def _rise(self, currency: str, when: Period) -> tuple[float, str] | None:
        """How much dearer the money of the year asked for is than that of the time."""
        then = self._latest(self._prices, currency, when, _INDEX_DAYS)
        year = [e for e in self._prices.get(currency, ()) if e.since.year == self._year]
        if then is None or not year or then.value <= 0:
            return None
        factor = sum(entry.value for entry in year) / len(year) / then.value
        return (
            factor,
            f"prices of {self._year} over those of {then.said}: {factor:.4g} ({then.row})",
        )

    @staticmethod
    def _latest(
        table: Mapping[str, list[_Entry]], key: str, when: Period, days: int
    ) -> _Entry | None:
        """The latest entry up to the end of the time, no older than so many days before it."""
        entries = table.get(key, [])
        at = bisect_right([entry.since for entry in entries], when.latest)
        if not at or (when.earliest - entries[at - 1].since).days > days:
            return None
        return entries[at - 1]

    def _table(
        self, picture: Picture, name: str, columns: tuple[str, str]
    ) -> dict[str, list[_Entry]]:
        """A table by its key, oldest first; what cannot be read is noted."""
        found: dict[str, list[_Entry]] = {}
        given = picture.tables.get(f"given_{name}")
        rows: Iterable[dict[str, str]] = given.to_pylist() if given is not None else ()
        for line, row in enumerate(rows, 2):  # the header is the first
            entry = self._entry(f"{name} line {line}", row, columns[1])
            if entry is not None:
                found.setdefault(code_of(row[columns[0]]), []).append(entry)
        return {key: sorted(entries) for key, entries in found.items()}

    def _entry(self, where: str, row: Mapping[str, str], column: str) -> _Entry | None:
        base = code_of(row.get("base") or "EUR")
        try:
            since = parse_period(row["date"]).earliest
            value = float(row[column])
        except (Refused, ValueError) as bad:
            self.faults.append(f"{where}: {bad}")
            return None
        if not 0 < value < float("inf"):
            self.faults.append(f"{where}: {row[column]} is no {column}")
            return None
        currency = code_of(row["currency"]) if column == "rate" else base
        if currency != base and _is_upside_down(currency, value, base):
            self.faults.append(
                f"{where}: one {currency} is not worth {value:g} {base}; a rate says what one unit "
                f"of the currency is worth in the base, so write {1 / value:.6g} if "
                f"{value:g} {currency} make one {base}"
            )
            return None
        return _Entry(since, value, base, where, row["date"])


def _is_upside_down(currency: str, rate: float, base: str) -> bool:
    """Whether it says units per base: no money of a state is worth so much of these bases."""
    return base in _STRONG and currency not in _NO_MONEY and rate > _MOST_WORTH
