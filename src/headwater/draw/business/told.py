"""Findings about business as drawings."""

from collections.abc import Mapping
from typing import Any

from headwater.draw.business.fees import Price, draw_fees
from headwater.draw.business.flows import Flow, Settled
from headwater.draw.business.sankey import draw_sankey
from headwater.draw.business.waterfall import Books, Step, draw_waterfall
from headwater.model import Finding

_CUSTOMERS = "customers"
_SMALLEST = 5  # payments of customers that may be drawn: a drawing leaves the node
_QUARTILES = ("q25", "median", "q75")
_UNITS = {"launch": "one launch", "lorry": "one lorry run", "group": "one group in a month"}
_WHOLE = ("income", "profit")


def fees_told(finding: Finding) -> str:
    """The fees of a finding of business.fees."""
    return draw_fees([_price(row) for row in finding.rows], title="What each leg costs")


def _price(row: Mapping[str, Any]) -> Price:
    basis = str(row["basis"]).replace("_", " ") or "basis not said"
    currency = row["currency"] or "currency not said"
    rest = [row[name] for name in ("mode", "service_model", "payment_mode", "group")]
    apart = ", ".join(str(word).replace("_", " ") for word in rest if word)
    middle = [row[name] for name in _QUARTILES]
    return Price(
        unit=f"{currency} per {basis}",
        leg=row["leg"],
        apart=apart,
        season=row["season"],
        low=row["low"],
        quartiles=None if None in middle else (middle[0], middle[1], middle[2]),
        high=row["high"],
        fees=row["fees"],
        groups=row["independent_groups"],
        conflict=row["conflict"],
    )


def economics_told(finding: Finding) -> str:
    """The books of a finding of business.economics."""
    units = dict.fromkeys(row["unit"] for row in finding.rows)
    books = []
    for unit in units:
        rows = [row for row in finding.rows if row["unit"] == unit]
        steps = [
            Step(row["item"], row["mean"], row["q05"], row["q95"], row["item"] in _WHOLE)
            for row in rows
        ]
        name = _UNITS.get(unit, f"one {unit}").capitalize()
        books.append(Books(name, rows[0]["currency"], steps))
    return draw_waterfall(books, title="What comes in, what it costs, what is left")


def money_told(finding: Finding) -> str:
    """The flows and settlements of a finding of business.money; small numbers are left out."""
    rows = [row for row in finding.rows if row["pattern"] == "flow"]
    shown = [row for row in rows if row["high"] and not _too_few(row)]
    flows = [
        Flow(row["from"], row["to"], row["currency"], row["high"], row["count"], row["kind"])
        for row in shown
    ]
    settled = [
        Settled(row["from"], row["to"], row["currency"], row["count"] or 0)
        for row in finding.rows
        if row["pattern"] == "settlement"
    ]
    names = {row[side]: row[f"{side}_name"] for row in finding.rows for side in ("from", "to")}
    few = sum(_too_few(row) for row in rows)
    notes = [
        f"{few} flows of fewer than {_SMALLEST} payments or people, of customers, are not shown"
    ] * (few > 0)
    return draw_sankey(
        flows,
        settled,
        title="Who pays whom",
        names=names,
        apart=(_CUSTOMERS, "not said"),
        notes=notes,
    )


def _too_few(row: Mapping[str, Any]) -> bool:
    """Whether it is a flow of so few customers that their number is withheld, or might be."""
    return _CUSTOMERS in (row["from"], row["to"]) and (row["count"] or 0) < _SMALLEST
