"""Whom to remove: those given, or those whose removal leaves the fewest connected pairs."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from headwater.analysis.organisers.evidence import Evidence
from headwater.analysis.organisers.idle import without_idle
from headwater.analysis.organisers.limits import Limits
from headwater.graph import Nodes, Ties
from headwater.graph.removal import Removal
from headwater.model import WrongUse

MOST = 20
"""So many people at most are put in order."""


class Targets(NamedTuple):
    """Whom to remove.

    Attributes:
        people: Their numbers, in the order given or else rising.
        proved: Whether they were given, or are proved to be the best set.
    """

    people: Nodes
    proved: bool


def targets_of(
    evidence: Evidence, ties: Ties, limits: Limits, parameters: Mapping[str, Any]
) -> Targets:
    """The people given, or the set that leaves the fewest pairs.

    Raises:
        WrongUse: If somebody is given who may not be ranked or chosen, or too many are.
    """
    given = [word.strip() for word in str(parameters["targets"]).split(",") if word.strip()]
    if not given:
        return _chosen(ties, limits, parameters)
    known = {one: i for i, one in enumerate(evidence.ids)}
    for word in given:
        if word not in known:
            raise WrongUse(
                f"targets names {word!r}, who is not among the people who may be ranked",
                do="check the id, or leave it out: nobody else is ever chosen",
            )
        if not limits.allowed[known[word]]:
            raise WrongUse(
                f"targets names {word!r}, whom another parameter keeps from being chosen",
                do="leave one of the two out",
            )
    numbers = list(dict.fromkeys(known[word] for word in given))
    if len(numbers) > MOST:
        raise WrongUse(f"{len(numbers)} people cannot be put in order", do=f"give at most {MOST}")
    return Targets(np.array(numbers, dtype=np.int64), proved=True)


def _chosen(ties: Ties, limits: Limits, parameters: Mapping[str, Any]) -> Targets:
    if not len(ties):
        return Targets(np.zeros(0, dtype=np.int64), proved=True)
    from headwater.graph.removal import solve

    problem = Removal.of(ties, parameters["k"], limits.allowed, limits.gone)
    found = solve(problem, seconds=parameters["seconds"], seed=parameters["seed"])
    return Targets(without_idle(problem, found.chosen), found.proved)
