"""The method: its declaration, and the books as rows."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from headwater.analysis.business.economics.books import Book, books
from headwater.analysis.business.economics.check import check
from headwater.analysis.business.economics.far import far_warnings, missing_costs
from headwater.analysis.business.economics.own import MODES, Told, told_of
from headwater.analysis.business.economics.parameters import (
    CURRENCY,
    Draws,
    Figure,
    Name,
    drawn,
    settled,
)
from headwater.analysis.business.economics.supply import supply_chain
from headwater.analysis.business.economics.variance import shares
from headwater.analysis.parameters import (
    ACCEPTED_ONLY,
    DROP_WEAK,
    GROUPS,
    POLITICAL,
    number_of_draws,
    seed,
)
from headwater.model import Finding, Method, Output, Parameter
from headwater.picture import Picture


def parameters_of_books(draws: int, most: int) -> tuple[Parameter, ...]:
    """The parameters of every method that reckons with the books.

    Args:
        draws: Number of draws where none is given.
        most: Most draws.
    """
    return (
        Parameter(
            "leg",
            "text",
            "",
            "Leg to reckon with its own fees, as part of FROM > TO; empty: to the United Kingdom.",
        ),
        Parameter(
            "values",
            "text",
            "",
            "Figures to set: launch.fee=2000-3000; launch.persons=50. Amounts are euros.",
        ),
        GROUPS,
        POLITICAL,
        number_of_draws(draws, most),
        seed("the draws"),
        ACCEPTED_ONLY,
        DROP_WEAK,
    )


METHOD = Method(
    id="business.economics",
    version="1",
    question="What do a launch, a lorry and a group earn, spend and keep, and what should be found "
    "out next to know it better?",
    parameters=parameters_of_books(10_000, 1_000_000),
    outputs=(
        Output("unit", "text", "launch (one boat), lorry (one run), or group (a month of one)."),
        Output("item", "text", "income, what lessens it, each cost, and profit."),
        Output("mean", "number", "Mean over the draws; costs are below zero."),
        Output("q05", "number", "5 in 100 draws are lower."),
        Output("q25", "number", "A quarter is lower."),
        Output("median", "number", "Half is lower."),
        Output("q75", "number", "Three quarters are lower."),
        Output("q95", "number", "95 in 100 are lower."),
        Output("currency", "text", "ISO 4217 code of the amounts."),
        Output("source", "text", "Who says what the item rests on, when, and what kind of claim."),
        Output("id", "text", "Unit and item with | between."),
    ),
    inputs=("legs", "figures"),
    cost="draws x parameters; 10,000 draws in well under a second",
    not_for="Saying what a named group earned: the books are of a usual one, from published "
    "figures and our own assessments where nothing is published. Confiscation, or a sentence.",
    reference="Sobol' 1993 (shares of the variance)",
)

_QUANTILES = {"q05": 0.05, "q25": 0.25, "median": 0.5, "q75": 0.75, "q95": 0.95}
_MOST_TO_FIND_OUT = 6
_RESTS_ON = {
    "income": ("persons", "paying", "fee"),
    "refunds and failed attempts": ("arrives", "kept"),
    "boats": ("package", "engine_share"),
    "engines": ("package", "engine_share"),
    "losses by seizure": ("seized_upstream", "package", "vehicle_lost", "taken"),
    "fuel": ("fuel",),
    "vests": ("vest", "vests"),
    "drivers": ("drivers", "driver_person"),
    "hands on the beach": ("hands",),
    "safe houses": ("lodging", "houses"),
    "bribes": ("bribes",),
    "brokers": ("broker_share",),
    "hawala": ("hawala_share",),
    "vehicles": ("vehicle",),
    "advertising": ("advertising",),
    "staff": ("staff",),
    "float": ("float_days", "float_rate"),
}
"""The parameters that an item is told from."""
_GROUPS = {"launch": ("launches",), "lorry": ("runs",)}


def run(picture: Picture, parameters: Mapping[str, Any]) -> Finding:
    """The items of each unit that the picture tells of.

    Raises:
        WrongUse: If a figure that is set or given is not known or cannot be read.
    """
    told = told_of(picture, parameters)
    figures = settled(
        picture, parameters["values"], told.figures, political=parameters["political"]
    )
    draws = drawn(figures, parameters["draws"], parameters["seed"])
    lacking = missing_costs(told, figures)
    reckoned = books(draws, "launch" in told.units, "lorry" in told.units)
    every = {unit: book for unit, book in reckoned.items() if unit not in lacking}
    rows = [row for unit, book in every.items() for row in _rows(unit, book, told, figures)]
    certificate = {"draws": parameters["draws"]} | _certificate(picture, every, draws, figures)
    return METHOD.found(
        picture.fingerprint,
        parameters,
        rows,
        certificate=certificate if rows else {},
        sensitivity=_sensitivity(picture, parameters, every),
        caveats=(
            *far_warnings(told, figures),
            *_unread(told),
            *_caveats(picture, every, figures, parameters),
        ),
        evidence={row["id"]: _evidence(row, told, figures) for row in rows},
    )


def _rows(
    unit: str, book: Book, told: Told, figures: Mapping[Name, list[Figure]]
) -> Iterator[dict[str, Any]]:
    for item, amount in book.items():
        quantiles = np.quantile(amount, list(_QUANTILES.values()))
        yield {
            "unit": unit,
            "item": item,
            "mean": round(float(amount.mean()), 2),
            **{name: round(float(q), 2) for name, q in zip(_QUANTILES, quantiles, strict=True)},
            "currency": CURRENCY,
            "source": _source(unit, item, told, figures),
            "id": f"{unit}|{item}",
        }


def _behind(unit: str, item: str, told: Told, figures: Mapping[Name, list[Figure]]) -> list[Figure]:
    """The figures that an item rests on; a group's on those of its launches and runs too."""
    of = [unit, *(u for u in told.units if unit == "group" and u != "group")]
    names = [(u, name) for u in of for name in _RESTS_ON.get(item, ())]
    if unit == "group":
        names += [("group", name) for u in told.units for name in _GROUPS.get(u, ())]
    return [figure for name in dict.fromkeys(names) for figure in figures.get(name, ())]


def _source(unit: str, item: str, told: Told, figures: Mapping[Name, list[Figure]]) -> str:
    if item == "profit":
        return "the sum of the items above"
    return "; ".join(dict.fromkeys(f.told for f in _behind(unit, item, told, figures)))


def _evidence(
    row: Mapping[str, Any], told: Told, figures: Mapping[Name, list[Figure]]
) -> tuple[str, ...]:
    """The statements its figures rest on; else those that tell that there is such a unit."""
    behind = _behind(row["unit"], row["item"], told, figures)
    own = {one for figure in behind for one in figure.statements}
    return tuple(sorted(own)) or told.units[row["unit"]]


def _certificate(
    picture: Picture,
    every: Mapping[str, Book],
    draws: Mapping[Name, Draws],
    figures: Mapping[Name, list[Figure]],
) -> dict[str, Any]:
    found: dict[str, Any] = {
        "find_out_next": [
            {
                "unit": unit,
                "figure": ".".join(name),
                "share_of_variance": round(share, 3),
                "told_by": len(figures[name]),
            }
            for unit, book in every.items()
            for name, share in shares(book["profit"], _used(draws, every))[:_MOST_TO_FIND_OUT]
            if share > 0
        ],
        "supply_chain": supply_chain(picture),
    }
    return found | ({"check": check(every["launch"], draws, figures)} if "launch" in every else {})


def _used(draws: Mapping[Name, Draws], every: Mapping[str, Book]) -> dict[Name, Draws]:
    return {name: values for name, values in draws.items() if name[0] in (*every, "all")}


def _sensitivity(
    picture: Picture, parameters: Mapping[str, Any], every: Mapping[str, Book]
) -> dict[str, Any]:
    """Median profits without weak grades, and without political claims."""
    found = {}
    for reading, change in (
        ("weak grades dropped", {"drop_weak": True}),
        ("political claims left out", {"political": False}),
    ):
        other = {**parameters, **change}
        told = told_of(picture, other)
        figures = settled(picture, other["values"], told.figures, political=other["political"])
        draws = drawn(figures, other["draws"], other["seed"])
        after = books(draws, "launch" in told.units, "lorry" in told.units)
        found[reading] = {
            unit: [_median(book), _median(after[unit]) if unit in after else None]
            for unit, book in every.items()
        }
    return found


def _median(book: Book) -> float:
    return round(float(np.median(book["profit"])), 2)


def _unread(told: Told) -> Iterator[str]:
    if told.unread:
        yield (
            f"Fees in {' and in '.join(told.unread)} are not reckoned with: no rate is known here. "
            "State them in EUR or GBP, or set values=launch.fee=LOW-HIGH."
        )


def _caveats(
    picture: Picture,
    every: Mapping[str, Book],
    figures: Mapping[Name, list[Figure]],
    parameters: Mapping[str, Any],
) -> Iterator[str]:
    if not every:
        asked = f" of the leg {parameters['leg']!r}" if parameters["leg"] else ""
        yield f"No fee{asked}, launch or lorry run that can be reckoned is told in this picture."
        if parameters["leg"] and " > " not in parameters["leg"]:
            yield "A leg is named as FROM > TO, with the sign > between: leg=Horgos > Szeged."
    modes = [mode for of_unit in MODES.values() for mode in of_unit]
    other = Counter(mode or "not said" for mode in picture.legs["mode"].to_pylist())
    loose = {mode: count for mode, count in sorted(other.items()) if mode not in modes}
    if loose:
        told = ", ".join(f"{mode} ({count})" for mode, count in loose.items())
        yield (
            f"Legs by other or unknown means are not reckoned: {told}. A launch is told by the "
            "mode boat or taxi_boat, a lorry run by lorry or van."
        )
    if not every:
        return
    yield f"Amounts are {CURRENCY}; those of the certificate too."
    yield "The spread is what is not known of a usual launch, run or month, not the luck of one."
    ours = sorted(
        f"{unit}.{name}"
        for (unit, name), claims in figures.items()
        if unit in (*every, "all") and all(claim.kind == "assessment" for claim in claims)
    )
    yield f"Nothing is published of these figures; they are our assessments: {', '.join(ours)}."
    if not parameters["leg"]:
        yield "Published fees are of ways to the United Kingdom; of another leg, set leg=FROM > TO."
