"""Weights of the score: declared, given, or learned from people whose part is known."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import pyarrow.compute as pc

from headwater.analysis.organisers.evidence import Codes, Evidence
from headwater.analysis.organisers.ranking.score import PARTS, WEIGHTS, score_people
from headwater.graph import Numbers
from headwater.model import WrongUse
from headwater.picture import Picture

FEWEST = 3
"""Least number of people known to organise, and of others, from whom weights are learned."""

_NUMBER = re.compile(r"[+-]?\d{1,3}(\.\d+)?")
_PULL = 3.0  # how hard weights are drawn to those to start with: few labels move them little
_STEPS = 50
_SMALL = 1e-8


class Lesson(NamedTuple):
    """The weights to score with, and what must be said about them."""

    weights: Numbers
    said: tuple[str, ...]


def learned(evidence: Evidence, picture: Picture, parameters: Mapping[str, Any]) -> Lesson:
    """The declared weights or those given, or what is learned from the column `labels` names.

    Logistic regression drawn to these weights by a ridge (Hoerl and Kennard 1970). So weights
    learned on one labelled network can be given to the next one, labelled or not.

    Raises:
        WrongUse: If the column is not there, or names too few people of either kind, or the weights
            given cannot be read.
    """
    start, said = _given(str(parameters["weights"]))
    column = str(parameters["labels"]).strip()
    if not column:
        return Lesson(start, said)
    who, leads = _labels(evidence, picture, column, _words(parameters["leading"]))
    few = min(int(leads.sum()), int((leads == 0).sum()))
    if few < FEWEST:
        raise WrongUse(
            f"the column {column} names too few people to learn from",
            why=f"{int(leads.sum())} organise and {int((leads == 0).sum())} do not; at least "
            f"{FEWEST} of each are needed",
            do="label more people, or leave the parameter labels empty",
        )
    weights = _fitted(score_people(evidence, evidence.lines).parts[who], leads, start)
    told = ", ".join(f"{p} {w:.2f}" for p, w in zip(PARTS, weights, strict=True))
    return Lesson(
        weights,
        (
            *said,
            f"Weights were learned from {leads.size:,} people labelled in the column {column}, of "
            f"whom {int(leads.sum()):,} organise: {told}. Places of these people themselves say "
            "nothing about how well it works.",
        ),
    )


def _given(text: str) -> tuple[Numbers, tuple[str, ...]]:
    """The weights that a text gives, the declared ones where it names none, and a caveat."""
    weights = dict(zip(PARTS, WEIGHTS.tolist(), strict=True))
    for part in filter(str.strip, text.split(",")):
        name, _, number = (word.strip() for word in part.partition("="))
        if name not in weights or not _NUMBER.fullmatch(number):
            raise WrongUse(
                f"{part.strip()!r} is no part of the score with its weight",
                where="parameter weights",
                do=f"write part=number with commas between; the parts are {', '.join(PARTS)}",
            )
        weights[name] = float(number)
    if not text.strip():
        return WEIGHTS, ()
    told = ", ".join(f"{part} {weight:.2f}" for part, weight in weights.items())
    return np.array(list(weights.values())), (
        f"Weights were given, not the declared ones: {told}.",
    )


def _words(text: object) -> set[str]:
    return {word.strip().casefold() for word in str(text).split(",") if word.strip()}


def _labels(
    evidence: Evidence, picture: Picture, column: str, leading: set[str]
) -> tuple[Codes, Numbers]:
    """Numbers of the labelled people, and for each 1 where they organise."""
    given = picture.tables.get("given_people")
    if given is None or column not in given.column_names:
        raise WrongUse(
            f"there is no column {column!r} in a plain file of people",
            do="name a column of the file given with --people, or leave labels empty",
        )
    number = {one: i for i, one in enumerate(evidence.ids)}
    ids, words = (pc.utf8_trim_whitespace(given[name]).to_pylist() for name in ("id", column))
    told = {
        number[one]: float(word.casefold() in leading)
        for one, word in zip(ids, words, strict=True)
        if word and one in number
    }
    return np.array(list(told), dtype=np.int64), np.array(list(told.values()))


def _fitted(parts: Numbers, leads: Numbers, start: Numbers) -> Numbers:
    """Weights by Newton's method, drawn to those to start with; the intercept is free."""
    design = np.column_stack([parts, np.ones(leads.size)])
    aim = np.append(start, -2.5)
    pull = np.append(np.full(start.size, _PULL), 1e-3)

    def lost(weights: Numbers) -> float:
        logits = design @ weights
        told = np.logaddexp(0, logits).sum() - leads @ logits
        return float(told + pull @ (weights - aim) ** 2 / 2)

    weights = aim
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(design @ weights, -30, 30)))
        slope = design.T @ (chance - leads) + pull * (weights - aim)
        curve = (design.T * (chance * (1 - chance))) @ design + np.diag(pull)
        step = np.linalg.solve(curve, slope)
        # A whole step can overshoot where the start is far off; half of one never does for long.
        while lost(weights - step) > lost(weights) and np.abs(step).max() >= _SMALL:
            step = step / 2
        weights = weights - step
        if np.abs(step).max() < _SMALL:
            break
    fitted: Numbers = weights[:-1]
    return fitted
