"""organisers.removal: the few people whose removal leaves the fewest connected pairs, proved."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from headwater.analysis.organisers.caveats import evidence_caveats
from headwater.analysis.organisers.evidence import Evidence, Lines, gather
from headwater.analysis.organisers.idle import without_idle
from headwater.analysis.organisers.limits import (
    AGENCIES,
    LIMITS,
    Limits,
    groups_behind,
    limits,
)
from headwater.analysis.parameters import ID, NAME, STATEMENTS, TIES, seconds, seed
from headwater.graph import Nodes, Numbers, Ties, betweenness, betweenness_from
from headwater.graph.removal import (
    Alternative,
    Removal,
    Solution,
    alternatives,
    make_ready,
    pairs_left,
    solve,
)
from headwater.model import Finding, Method, Output, Parameter
from headwater.picture import Picture

METHOD = Method(
    id="organisers.removal",
    version="1",
    question="Which few people, removed together, leave the fewest pairs able to reach each other?",
    parameters=(
        Parameter(
            "k",
            "int",
            5,
            "How many people may be removed at most; fewer where they leave no more pairs.",
            low=1,
            high=1000,
        ),
        seconds("all of it together"),
        Parameter(
            "within",
            "float",
            5.0,
            "Alternatives that leave at most so many per cent more pairs than the best.",
            low=0,
            high=1000,
        ),
        *TIES,
        *LIMITS,
        seed("the search for a first choice"),
    ),
    outputs=(
        ID,
        NAME,
        Output("alone", "count", "Pairs fewer if this person alone is removed."),
        Output("in_set", "count", "Pairs more if all of the set but this person are removed."),
        Output("without", "count", "Pairs left by the best set found that spares this person."),
        Output(
            "needed",
            "text",
            "yes: proved to be in every set within the given per cent of the best; no: a set "
            "without the person is as good as that; unknown: the time was over first.",
        ),
        Output("groups", "count", "Independent groups of reports behind the person's lines."),
        AGENCIES,
        STATEMENTS,
    ),
    inputs=("links", "people"),
    cost="exponential at worst; proved within seconds up to about 120 people and 10 removals, to a "
    "few per cent at 300; beyond 5,000 people or 50,000 ties a good set, nothing proved; the time "
    "limit holds, but for some seconds more with a million ties",
    not_for="Deciding to arrest anybody: it counts ties that were seen, and says nothing of guilt. "
    "Never for people who are not suspected or convicted.",
    reference="Borgatti 2006 (key players); Arulselvan et al. 2009 (critical nodes); Veremyev, "
    "Boginski and Pasiliao 2014 (exact models); Kelley 1960 (cutting planes)",
    about_people=True,
)

_PARTS = {"best": 0.4, "weak": 0.2, "one_more": 0.3, "one_less": 0.4}
"""Shares of the time still left that each question may use; the alternatives get the rest."""

_EXACT, _PIVOTS = 50_000_000, 64  # people x ties up to which betweenness is exact; else pivots


@dataclass(frozen=True, slots=True, eq=False)
class _Case:
    """What is asked, on whom, and by when.

    Attributes:
        evidence: The people who may be ranked.
        limits: Who of them may be chosen.
        parameters: As settled.
        end: When the time is over, by `time.perf_counter`.
    """

    evidence: Evidence
    limits: Limits
    parameters: Mapping[str, Any]
    end: float

    def problem(self, lines: Lines, most: int | None = None) -> Removal:
        ties = self.evidence.network(lines)
        most = self.parameters["k"] if most is None else most
        return Removal.of(ties, most, self.limits.allowed, self.limits.gone)

    def solved(self, problem: Removal, part: str) -> Solution:
        seconds = self.remaining() * _PARTS[part]
        found = solve(problem, seconds=seconds, seed=self.parameters["seed"])
        return replace(found, chosen=without_idle(problem, found.chosen))

    def remaining(self) -> float:
        return max(0.0, self.end - time.perf_counter())

    def left(self, ties: Ties, chosen: Nodes) -> int:
        """Pairs left where these are removed, and those who are out already."""
        return pairs_left(ties, np.union1d(chosen, np.flatnonzero(self.limits.gone)))

    def ids(self, chosen: Nodes) -> list[str]:
        return [self.evidence.ids[one] for one in chosen.tolist()]


def run(picture: Picture, parameters: Mapping[str, Any]) -> Finding:
    """Choose whom to remove."""
    make_ready()
    end = time.perf_counter() + parameters["seconds"]
    evidence = gather(picture, parameters)
    case = _Case(evidence, limits(evidence, picture, parameters), parameters, end)
    problem = case.problem(evidence.ties)
    best = case.solved(problem, "best")
    best, neighbours = _fewest(case, best)
    sensitivity = _sensitivity(case, best)
    limit = int(best.pairs_left * (1 + parameters["within"] / 100))
    others = alternatives(problem, best, limit, seconds=case.remaining(), seed=parameters["seed"])
    behind = _statements_behind(evidence, best.chosen)
    return METHOD.found(
        picture.fingerprint,
        parameters,
        _rows(case, best, others, limit, behind),
        certificate=_certificate(case, problem, best, neighbours)
        | {"within": limit, "alternatives": _within(case, problem, others, limit)},
        sensitivity=sensitivity,
        caveats=(*_rests_on_weak(best, sensitivity), *_caveats(case, best)),
        evidence=behind,
    )


def _fewest(case: _Case, best: Solution) -> tuple[Solution, dict[str, Solution]]:
    """The choice with as few people as leave so few pairs; what one person fewer or more leaves.

    The value and what is proved of it stay: only people whose giving back adds no pair go.
    """
    neighbours = {}
    while best.chosen.size:
        less = case.solved(case.problem(case.evidence.ties, best.chosen.size - 1), "one_less")
        if less.pairs_left > best.pairs_left:
            neighbours["one_less"] = less
            break
        best = replace(best, chosen=less.chosen)
    if best.chosen.size == case.parameters["k"]:
        more = case.solved(case.problem(case.evidence.ties, best.chosen.size + 1), "one_more")
        if more.pairs_left < best.pairs_left:
            neighbours["one_more"] = more
    return best, neighbours


def _rows(
    case: _Case,
    best: Solution,
    others: tuple[Alternative, ...],
    limit: int,
    behind: Mapping[str, tuple[str, ...]],
) -> list[dict[str, Any]]:
    ties = case.evidence.network(case.evidence.ties)
    before = case.left(ties, np.empty(0, np.int64))
    groups = groups_behind(case.evidence)
    rows = []
    for other in others:
        person, identity = other.spared, case.evidence.ids[other.spared]
        rest = best.chosen[best.chosen != person]
        rows.append(
            {
                "id": identity,
                "name": case.evidence.names[person],
                "alone": before - case.left(ties, np.array([person])),
                "in_set": case.left(ties, rest) - best.pairs_left,
                "without": other.solution.pairs_left,
                "needed": _needed(other.solution, limit),
                "groups": int(groups[person]),
                "agencies": case.limits.agencies[person],
                "statements": len(behind[identity]),
            }
        )
    return sorted(rows, key=lambda row: (-row["in_set"], -row["alone"], row["id"]))


def _needed(without: Solution, limit: int) -> str:
    if without.pairs_left <= limit:
        return "no"
    return "yes" if without.bound > limit else "unknown"


def _certificate(
    case: _Case, problem: Removal, best: Solution, neighbours: Mapping[str, Solution]
) -> dict[str, Any]:
    # Where nobody may be chosen there is no choice to prove.
    proved = {"proved": best.proved} if case.limits.allowed.any() else {}
    people = best.chosen.size
    usual = {"top_betweenness": _top_betweenness(case, problem, people)} if people else {}
    return {
        "pairs_left": best.pairs_left,
        "bound": best.bound,
        "gap": round(best.gap, 6),
        **proved,
        "seconds": round(best.seconds, 3),
        "people": len(case.evidence.ids),
        "pairs": len(problem.ties.undirected()),
        "before": case.left(problem.ties, np.empty(0, np.int64)),
        **{
            name: {
                "ids": case.ids(one.chosen),
                "pairs_left": one.pairs_left,
                "bound": one.bound,
            }
            for name, one in neighbours.items()
        },
        **usual,
    }


def _top_betweenness(case: _Case, problem: Removal, people: int) -> dict[str, Any]:
    """What the usual ranking would choose, as many people, for comparison."""
    stays = ~problem.gone
    ties = problem.ties.kept(stays[problem.ties.source] & stays[problem.ties.target])
    exact = ties.n * len(ties) <= _EXACT
    between = betweenness(ties) if exact else _estimated(ties, case.parameters["seed"])
    order = np.argsort(-between, kind="stable")
    chosen = np.sort(order[problem.allowed[order]][:people])
    return {"ids": case.ids(chosen), "pairs_left": case.left(problem.ties, chosen)}


def _estimated(ties: Ties, seed: int) -> Numbers:
    busy = np.unique(np.concatenate([ties.source, ties.target]))
    pivots = np.random.default_rng(seed).choice(busy, min(busy.size, _PIVOTS), replace=False)
    return betweenness_from(ties, pivots)


def _within(
    case: _Case, problem: Removal, others: tuple[Alternative, ...], limit: int
) -> list[dict[str, Any]]:
    """The different sets within the limit, the best first."""
    sets = {
        tuple(case.ids(without_idle(problem, one.solution.chosen))): one.solution.pairs_left
        for one in others
        if one.solution.pairs_left <= limit
    }
    return [
        {"ids": list(ids), "pairs_left": value}
        for ids, value in sorted(sets.items(), key=lambda item: (item[1], item[0]))
    ]


def _sensitivity(case: _Case, best: Solution) -> dict[str, Any]:
    """The choice if weak grades are dropped, and what the choice made leaves then."""
    strong = case.evidence.ties.kept(~case.evidence.ties.weak)
    if strong.person.size == case.evidence.ties.person.size:
        return {"weak grades dropped": {"changes": False}}
    problem = case.problem(strong)
    other = case.solved(problem, "weak")
    given, found = case.ids(best.chosen), case.ids(other.chosen)
    return {
        "weak grades dropped": {
            "changes": given != found,
            "ids": found,
            "come": [one for one in found if one not in given],
            "go": [one for one in given if one not in found],
            "pairs_left": other.pairs_left,
            "bound": other.bound,
            "pairs_left_by_this_choice": case.left(problem.ties, best.chosen),
        }
    }


def _rests_on_weak(best: Solution, sensitivity: Mapping[str, Any]) -> tuple[str, ...]:
    other = sensitivity["weak grades dropped"]
    if not best.chosen.size or other.get("ids", best.chosen.size):
        return ()
    return ("Without weak grades nobody would be chosen: the choice rests on them.",)


def _caveats(case: _Case, best: Solution) -> list[str]:
    caveats = evidence_caveats(case.evidence, case.parameters)
    if not best.proved:
        caveats.append(
            f"The time was over before the choice was proved: another could leave down to "
            f"{best.bound:,} pairs, {best.gap:.1%} fewer. More seconds narrow this down."
        )
    for name, count in case.limits.left_out.items():
        people = "1 person" if count == 1 else f"{count:,} people"
        caveats.append(f"Kept from being chosen by {name}: {people}.")
    if 0 < best.chosen.size < case.parameters["k"]:
        caveats.append(
            f"{best.chosen.size} of at most {case.parameters['k']} are enough to leave so few "
            "pairs: nobody is chosen whose removal takes no pair away."
        )
    if best.chosen.size:
        caveats.append(
            "A removal can strengthen a network: contacts close ranks, places are filled by "
            "people nobody knows, and who is left grows more careful. organisers.sequence "
            "compares orders under such reactions."
        )
        caveats.append(
            "It takes every tie as stated. Ties that are false or missing can turn the choice "
            "around; organisers.robust_removal weighs that."
        )
    elif case.evidence.ids and not case.limits.allowed.any():
        caveats.append("The limits leave nobody who may be chosen: nobody is chosen.")
    elif case.evidence.ids:
        caveats.append("No removal would lower the number of pairs: nobody is chosen.")
    return caveats


def _statements_behind(evidence: Evidence, chosen: Nodes) -> dict[str, tuple[str, ...]]:
    """The ids of the statements behind each person chosen."""
    ties, roles = evidence.ties, evidence.roles
    return {
        evidence.ids[one]: tuple(
            sorted(
                {
                    *ties.statement[(ties.person == one) | (ties.other == one)].tolist(),
                    *roles.statement[roles.person == one].tolist(),
                }
            )
        )
        for one in chosen.tolist()
    }
