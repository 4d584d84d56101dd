"""The method: its declaration, and a row for each input that may be pressed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from headwater.analysis.business.economics import (
    CURRENCY,
    Figure,
    Name,
    Told,
    books,
    drawn,
    far_warnings,
    missing_costs,
    parameters_of_books,
    settled,
    told_of,
)
from headwater.analysis.business.squeeze.inputs import Input, asked_for
from headwater.analysis.business.squeeze.market import market_of
from headwater.analysis.business.squeeze.pressing import Pressed, press
from headwater.analysis.business.squeeze.signs import known_signs
from headwater.model import Finding, Method, Output, Parameter, WrongUse
from headwater.picture import Picture

METHOD = Method(
    id="business.squeeze",
    version="2",
    question="Which input of the trade, pressed, loses it most profit for an officer-week, and "
    "what does that do to prices, to other ways and to danger to life?",
    parameters=(
        Parameter("inputs", "text", "", "Inputs to compare, with commas between; empty: all."),
        Parameter("weeks", "float", 100.0, "Officer-weeks spent in a quarter.", 1.0, 100_000.0),
        Parameter(
            "approver",
            "text",
            "",
            "Who, by name, answers for options that raise the danger; empty: they are blocked.",
        ),
        *parameters_of_books(2_000, 100_000),
    ),
    outputs=(
        Output("input", "text", "What is pressed."),
        Output("profit_lost_per_officer_week", "number", "What the trade loses; mean of draws."),
        Output("currency", "text", "ISO 4217 code of these amounts."),
        Output("profit_lost_low", "number", "5 in 100 draws are lower; below zero, it gains."),
        Output("profit_lost_high", "number", "95 in 100 draws are lower."),
        Output("displacement", "number", "Of what the pressed ways lose, share that goes others."),
        Output("price_effect", "number", "Change of the price of the same journeys, as a share."),
        Output("danger_effect", "number", "Change of the expected deaths, as a share."),
        Output("danger_low", "number", "5 in 100 draws are lower."),
        Output("danger_high", "number", "95 in 100 draws are lower."),
        Output("marked", "flag", "Whether the estimated danger to life rises."),
        Output("needs_approver", "flag", "Whether somebody must answer for it by name."),
        Output("blocked", "flag", "Whether it may not be chosen, because nobody does."),
        Output("fixed", "flag", "Whether it is hard to replace."),
        Output("why", "text", "What it rests on, in words."),
        Output("id", "text", "The input."),
    ),
    inputs=("legs", "figures"),
    cost="inputs x draws x rounds until prices settle; about a second",
    not_for="Raising the price that people in distress pay, which is an outcome to watch and no "
    "aim. Deciding: it compares options, from assessments where nothing is published; a person "
    "decides. Rescue, food, shelter and what saves life, which are never pressed.",
    reference="McKelvey and Palfrey 1995 (quantal response), Berry 1994 (prices under a logit "
    "demand), Gathmann 2008 (what enforcement did)",
)


def run(picture: Picture, parameters: Mapping[str, Any]) -> Finding:
    """The inputs, those that may be chosen first, by profit lost for an officer-week.

    Raises:
        NotPermitted: If rescue, food, shelter or what saves life is asked for.
        WrongUse: If something else is no input, a figure cannot be, or the approver is one word.
    """
    wanted = asked_for(parameters["inputs"])
    told = told_of(picture, parameters)
    found, signs = _pressed(picture, told, parameters, wanted)
    rows = _rows(found, _approver(parameters["approver"]))
    evidence = {
        one.input.name: tuple(sorted({s for u in one.units for s in told.units[u]}))
        for one in found
    }
    return METHOD.found(
        picture.fingerprint,
        parameters,
        rows,
        certificate={"known_signs": signs, "draws": parameters["draws"]} if rows else {},
        sensitivity=_sensitivity(picture, told, parameters, wanted) if rows else {},
        caveats=(
            *far_warnings(told, _figures(picture, told, parameters)),
            *_caveats(rows, wanted, parameters["leg"]),
        ),
        evidence=evidence,
    )


def _pressed(
    picture: Picture, told: Told, parameters: Mapping[str, Any], wanted: Sequence[Input]
) -> tuple[list[Pressed], dict[str, Any]]:
    """Each input that some told unit needs, pressed; and the known signs on this market."""
    figures = _figures(picture, told, parameters)
    draws = drawn(figures, parameters["draws"], parameters["seed"])
    of_units = books(draws, "launch" in told.units, "lorry" in told.units)
    if not of_units or missing_costs(told, figures):
        return [], {}
    market = market_of(draws, of_units)
    found = [
        press(one, market, draws, of_units, parameters["weeks"])
        for one in wanted
        if set(one.units) & set(told.units)
    ]
    return found, known_signs(market)


def _figures(
    picture: Picture, told: Told, parameters: Mapping[str, Any]
) -> dict[Name, list[Figure]]:
    return settled(picture, parameters["values"], told.figures, political=parameters["political"])


def _approver(text: str) -> str:
    """Who answers for it, by given and family name, or by rank and family name."""
    name = " ".join(text.split())
    if name and " " not in name:
        raise WrongUse(
            f"approver={name} is one word",
            why="who answers for more danger to life must be found again",
            do="give the given and the family name",
        )
    return name


def _rows(found: Sequence[Pressed], approver: str) -> list[dict[str, Any]]:
    """What may be chosen first, by profit lost; what is blocked last."""
    rows = [_row(one, approver) for one in found]
    return sorted(rows, key=lambda r: (r["blocked"], -r["profit_lost_per_officer_week"]))


def _row(one: Pressed, approver: str) -> dict[str, Any]:
    return {
        "input": one.input.name,
        "profit_lost_per_officer_week": round(one.lost["mean"], 2),
        "currency": CURRENCY,
        "profit_lost_low": round(one.lost["low"], 2),
        "profit_lost_high": round(one.lost["high"], 2),
        "displacement": one.displacement["mean"],
        "price_effect": one.price["mean"],
        "danger_effect": one.danger["mean"],
        "danger_low": one.danger["low"],
        "danger_high": one.danger["high"],
        "marked": one.rises,
        "needs_approver": one.rises,
        "blocked": one.rises and not approver,
        "fixed": one.input.fixed,
        "why": _why(one, approver),
        "id": one.input.name,
    }


def _why(one: Pressed, approver: str) -> str:
    role = "hard to replace" if one.input.fixed else "easily replaced"
    words = [f"{role}; {one.taken['mean']:.1%} of a quarter's supply taken"]
    if one.rises and one.input.crowds:
        words.append("more people are put into each boat that is left")
    if one.rises:
        words.append("the estimated danger to life rises")
        words.append(
            f"answered for by {approver}" if approver else "blocked: nobody answers for it"
        )
    if one.lost["mean"] < 0:
        words.append("the trade earns more, by scarcity")
    return "; ".join(words)


def _sensitivity(
    picture: Picture, told: Told, parameters: Mapping[str, Any], wanted: Sequence[Input]
) -> dict[str, Any]:
    """The order of the inputs under other readings."""
    weaker = {"weeks": max(1.0, parameters["weeks"] / 10)}
    firm, sober = {"drop_weak": True}, {"political": False}
    readings = {
        "weak grades dropped": (told_of(picture, {**parameters, **firm}), firm),
        "political claims left out": (told_of(picture, {**parameters, **sober}), sober),
        "a tenth of the effort": (told, weaker),
    }
    approver = parameters["approver"].strip()
    return {
        reading: [
            row["input"]
            for row in _rows(_pressed(picture, of, {**parameters, **change}, wanted)[0], approver)
        ]
        for reading, (of, change) in readings.items()
    }


def _caveats(rows: Sequence[Mapping[str, Any]], wanted: Sequence[Input], leg: str) -> Iterator[str]:
    if not rows:
        yield "No launch or lorry run is told that can be reckoned: nothing can be pressed."
        return
    yield (
        "Most figures of effort and replacement are our own assessments; nothing is published of "
        "them. Set what you know with values=..., or a file of figures."
    )
    yield "A higher price falls on people in distress; it is an outcome to watch and no aim."
    yield f"Amounts are {CURRENCY}, of one quarter."
    if leg:
        yield (
            "Who crosses, by which ways, and how dangerous each is, are figures of the way to the "
            "United Kingdom; of another leg set market.persons and the others."
        )
    marked = [row["input"] for row in rows if row["marked"]]
    if marked:
        state = "blocked" if any(row["blocked"] for row in rows) else "answered for by name"
        yield f"Danger to life is estimated to rise with {', '.join(marked)}: {state}."
    left = [one.name for one in wanted if one.name not in {row["input"] for row in rows}]
    if left:
        yield f"No unit that needs them is told: {', '.join(left)}."
