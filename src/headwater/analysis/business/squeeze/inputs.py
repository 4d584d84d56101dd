"""Inputs of the trade that may be pressed, and what pressing each does to the market.

Rescue, food, shelter and what saves life are no inputs: asking for one is refused.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from headwater.analysis.business.economics import Book, Draws, Name
from headwater.analysis.business.squeeze.market import Market, Pressure
from headwater.model import NotPermitted, WrongUse
from headwater.safeguard import never_equipment

WEEKS_OF_A_QUARTER = 13.0
DEPOSITS = "deposits"
"""What is held for customers until they arrive; what is frozen of it is still owed to them."""


@dataclass(frozen=True, slots=True)
class Input:
    """Something that the trade needs.

    Attributes:
        name: What it is called, here and in the figures.
        items: The items of the books that it is paid under; deposits are no item.
        units: The units that need it.
        kinds: Who needs it: strong groups, self-employed.
        crowds: Whether its want is made up by putting more people into each boat.
        fixed: Whether it is hard to replace.
    """

    name: str
    items: tuple[str, ...]
    units: tuple[str, ...]
    kinds: tuple[str, ...]
    crowds: bool
    fixed: bool


INPUTS = (
    Input("boats", ("boats",), ("launch",), ("strong", "self"), crowds=True, fixed=True),
    Input("engines", ("engines",), ("launch",), ("strong", "self"), crowds=True, fixed=True),
    Input("drivers", ("drivers",), ("launch", "lorry"), ("strong",), crowds=False, fixed=False),
    Input("float", (DEPOSITS,), ("launch", "lorry"), ("strong",), crowds=False, fixed=True),
    Input(
        "safe houses", ("safe houses",), ("launch", "lorry"), ("strong",), crowds=False, fixed=False
    ),
    Input(
        *("advertising accounts", (), ("launch", "lorry"), ("strong",)),
        crowds=False,
        fixed=False,
    ),
)
"""What may be pressed; nothing else is ever."""

_SAVES_LIFE = re.compile(
    r"\b(?:rescue\w*|sav(?:e|es|ing) li\w+|life[ -]?\w*|vests?|food|meals?|water|shelters?"
    r"|blankets?|medic\w*|aid|charit\w*|ngos?|hospitals?|doctors?|lawyers?)\b",
    re.IGNORECASE,
)


def asked_for(text: str) -> tuple[Input, ...]:
    """The inputs that are asked for, with commas between; all where none is.

    Raises:
        NotPermitted: If rescue, food, shelter or what saves life is asked for.
        WrongUse: If something else is no input.
    """
    names = [name.strip().casefold() for name in text.split(",") if name.strip()]
    known = {one.name: one for one in INPUTS}
    for name in names:
        if never_equipment(name) or _SAVES_LIFE.search(name):
            raise NotPermitted(
                f"{name} is never pressed",
                why="rescue, food, shelter, care and what saves life are no means of the trade",
                do=f"ask for any of {', '.join(known)}",
            )
        if name not in known:
            raise WrongUse(f"{name!r} is no input of the trade", do=f"any of {', '.join(known)}")
    return tuple(known[name] for name in names) or INPUTS


def pressed(
    one: Input,
    market: Market,
    draws: Mapping[Name, Draws],
    books: Mapping[str, Book],
    weeks: float,
) -> Pressure:
    """What so many officer-weeks against one input do in a quarter.

    What is taken is bought again, dearer; until it is, those journeys that need it wait, and some
    of them are not made up within the quarter.
    """
    d = {name: values for (unit, name), values in draws.items() if unit == one.name}
    common = {name: values for (unit, name), values in draws.items() if unit == "market"}
    taken = 1 - np.exp(-d["taken"] * weeks)
    missing = taken * np.minimum(1.0, d["weeks"] / WEEKS_OF_A_QUARTER) * d["needed"]
    pressure = Pressure.none(market)
    crowded = missing * common["crowding"] if one.crowds else 0.0 * missing
    stopped = (missing - crowded) * (1 - common["waiting"])
    for at, (unit, kind) in enumerate(market.options):
        if unit in one.units and kind in one.kinds:
            pressure.cost[at] = _paid_for(one, unit, draws, books) * taken * (1 + d["dearer"])
            pressure.open[at] = 1 - stopped
            if unit == "launch":
                pressure.load[at] = (1 + crowded) ** common["crowd_danger"]
    return pressure


def _paid_for(
    one: Input, unit: str, draws: Mapping[Name, Draws], books: Mapping[str, Book]
) -> Draws:
    """What an input costs for one who arrives and pays."""
    if DEPOSITS in one.items:
        held = draws["group", "float_days"] / (7 * WEEKS_OF_A_QUARTER)
        deposits: Draws = draws[unit, "fee"] * np.minimum(1.0, held)
        return deposits
    book = books[unit]
    arrives = draws[unit, "persons"] * draws[unit, "paying"] * draws[unit, "arrives"]
    spent: Draws = -sum((book[item] for item in one.items if item in book), start=0.0 * arrives)
    return spent / arrives
