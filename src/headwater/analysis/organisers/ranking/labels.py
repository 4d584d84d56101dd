"""Learning the weights of the score from people whose part is known, where a user gives them."""

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

_PULL = 1.0  # how hard weights are drawn to the declared ones: few labels move them little
_STEPS = 50


class Lesson(NamedTuple):
    """The weights to score with, and what must be said about them."""

    weights: Numbers
    said: tuple[str, ...]


def learned(evidence: Evidence, picture: Picture, parameters: Mapping[str, Any]) -> Lesson:
    """The declared weights, or those learned from the column that `labels` names.

    Logistic regression drawn to the declared weights by a ridge (Hoerl and Kennard 1970).

    Raises:
        WrongUse: If the column is not there, or names too few people of either kind.
    """
    column = str(parameters["labels"]).strip()
    if not column:
        return Lesson(WEIGHTS, ())
    who, leads = _labels(evidence, picture, column, _words(parameters["leading"]))
    few = min(int(leads.sum()), int((leads == 0).sum()))
    if few < FEWEST:
        raise WrongUse(
            f"the column {column} names too few people to learn from",
            why=f"{int(leads.sum())} organise and {int((leads == 0).sum())} do not; at least "
            f"{FEWEST} of each are needed",
            do="label more people, or leave the parameter labels empty",
        )
    weights = _fitted(score_people(evidence, evidence.lines).parts[who], leads)
    told = ", ".join(f"{p} {w:.2f}" for p, w in zip(PARTS, weights, strict=True))
    return Lesson(
        weights,
        (
            f"Weights were learned from {leads.size:,} people labelled in the column {column}, of "
            f"whom {int(leads.sum()):,} organise: {told}. Places of these people themselves say "
            "nothing about how well it works.",
        ),
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


def _fitted(parts: Numbers, leads: Numbers) -> Numbers:
    """Weights by Newton's method; the intercept is free."""
    design = np.column_stack([parts, np.ones(leads.size)])
    aim = np.append(WEIGHTS, -2.5)
    pull = np.append(np.full(WEIGHTS.size, _PULL), 1e-3)
    weights = aim.copy()
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(design @ weights, -30, 30)))
        slope = design.T @ (chance - leads) + pull * (weights - aim)
        curve = (design.T * (chance * (1 - chance))) @ design + np.diag(pull)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    fitted: Numbers = weights[:-1]
    return fitted
