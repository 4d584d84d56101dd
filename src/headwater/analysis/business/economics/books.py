"""Books: income, costs and profit of a launch, of a lorry run and of a group's month, per draw.

Amounts are euros; costs are below zero, so that the items of a unit add up to its profit. A draw is
one view of the usual launch, not one launch: whether a boat arrives is a share, not a toss.
"""

from collections.abc import Mapping
from typing import TypeAlias

from headwater.analysis.business.economics.parameters import Draws, Name

Book: TypeAlias = dict[str, Draws]
"""Amount of each item in each draw; `profit` last."""

_DAYS_OF_A_MONTH = 30.0


def books(draws: Mapping[Name, Draws], boats: bool, lorries: bool) -> dict[str, Book]:
    """The books of the units there are.

    Args:
        draws: Every parameter.
        boats: Whether boats are launched.
        lorries: Whether lorries or vans run.
    """
    found = {"launch": launch_book(draws)} if boats else {}
    found |= {"lorry": lorry_book(draws)} if lorries else {}
    return found | ({"group": group_book(draws, found)} if found else {})


def launch_book(draws: Mapping[Name, Draws]) -> Book:
    """One boat made ready and put to sea.

    Whoever does not arrive is taken again for nothing or gets the money back, but for what is kept.
    """
    d = _of("launch", draws)
    income = d["persons"] * d["paying"] * d["fee"]
    lost = 1 / (1 - d["seized_upstream"]) - 1  # boats bought for each one that is launched, less it
    earned = d["arrives"] + (1 - d["arrives"]) * d["kept"]
    return _closed(
        {
            "income": income,
            "refunds and failed attempts": -income * (1 - earned),
            "boats": -d["package"] * (1 - d["engine_share"]),
            "engines": -d["package"] * d["engine_share"],
            "losses by seizure": -d["package"] * lost,
            "fuel": -d["fuel"],
            "vests": -d["vest"] * d["vests"] * d["persons"],
            "drivers": -d["drivers"],
            "hands on the beach": -d["hands"],
            "safe houses": -d["lodging"] * d["persons"],
            "bribes": -d["bribes"],
            "brokers": -income * earned * d["broker_share"],
            "hawala": -income * earned * d["hawala_share"],
        }
    )


def lorry_book(draws: Mapping[Name, Draws]) -> Book:
    """One run of a lorry or van with people hidden in it."""
    d = _of("lorry", draws)
    income = d["persons"] * d["paying"] * d["fee"]
    earned = d["arrives"] + (1 - d["arrives"]) * d["kept"]
    return _closed(
        {
            "income": income,
            "refunds and failed attempts": -income * (1 - earned),
            "vehicles": -d["vehicle"],
            "losses by seizure": -(1 - d["arrives"]) * d["taken"] * d["vehicle_lost"],
            "fuel": -d["fuel"],
            "drivers": -d["driver_person"] * d["persons"] * d["arrives"],
            "safe houses": -d["lodging"] * d["persons"],
            "bribes": -d["bribes"],
            "brokers": -income * earned * d["broker_share"],
            "hawala": -income * earned * d["hawala_share"],
        }
    )


def group_book(draws: Mapping[Name, Draws], of_units: Mapping[str, Book]) -> Book:
    """A month of one group that launches boats, runs lorries, or both."""
    d = _of("group", draws)
    times = {"launch": d["launches"], "lorry": d["runs"]}
    book: Book = {}
    for unit, one in of_units.items():
        for item, amount in one.items():
            if item != "profit":
                book[item] = book.get(item, 0.0) + times[unit] * amount
    earned = book["income"] + book["refunds and failed attempts"]
    book["safe houses"] = book["safe houses"] - d["houses"]
    months = d["float_days"] / _DAYS_OF_A_MONTH
    book |= {
        "advertising": -d["advertising"],
        "staff": -d["staff"],
        "float": -earned * months * d["float_rate"],
    }
    return _closed(book)


def _of(unit: str, draws: Mapping[Name, Draws]) -> dict[str, Draws]:
    return {name: values for (whose, name), values in draws.items() if whose == unit}


def _closed(book: Book) -> Book:
    return book | {"profit": sum(book.values(), start=0.0 * book["income"])}
