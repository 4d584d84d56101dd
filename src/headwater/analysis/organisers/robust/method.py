"""The method: its declaration, what is said of the choice, and how sure it is."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from headwater.analysis.organisers.caveats import evidence_caveats
from headwater.analysis.organisers.evidence import Evidence, Flags, gather
from headwater.analysis.organisers.limits import AGENCIES, LIMITS, Limits, limits
from headwater.analysis.organisers.readings import READING, READINGS, chance_of
from headwater.analysis.organisers.robust.beliefs import Reading, scenarios
from headwater.analysis.organisers.robust.deciding import (
    AIMS,
    Decision,
    Task,
    adaptive_betweenness,
    best_of_each,
    decide,
    usual_starts,
    without_effectless,
)
from headwater.analysis.organisers.robust.information import MOST_WORLDS, worth_knowing
from headwater.analysis.organisers.size import MOST_PAIRS, check_size
from headwater.analysis.parameters import ID, NAME, STATEMENTS, TIES, seconds, seed
from headwater.graph import Nodes, Numbers, Ties
from headwater.graph.removal import Removal, make_ready, solve
from headwater.graph.worlds import (
    PRIORS,
    Belief,
    Choice,
    best_prior,
    choose,
    draw_worlds,
    expected_betweenness,
    left_in,
    prior_scores,
)
from headwater.model import Finding, Method, Output, Parameter, WrongUse
from headwater.picture import Picture

METHOD = Method(
    id="organisers.robust_removal",
    version="1",
    question="Which few people should be removed together, when some of the ties stated may be "
    "false?",
    parameters=(
        Parameter("k", "int", 5, "How many people may be removed at most.", low=1, high=1000),
        Parameter("aim", "choice", "expected", "What to keep low.", choices=AIMS),
        *READING,
        Parameter(
            "missing",
            "float",
            0.15,
            "Share of the true ties that nobody stated; not used where prior is none.",
            low=0,
            high=0.9,
        ),
        Parameter(
            "prior",
            "choice",
            "none",
            "Where ties that nobody stated are likely; none: nowhere, stated ties alone count; "
            "auto: the way that best foretells stated ties which are hidden from it.",
            choices=("auto", *PRIORS),
        ),
        Parameter(
            "two_people",
            "text",
            "",
            "Ids, with commas between, of people who may really be two, as where a phone has two "
            "users; a scenario each for the aim regret.",
        ),
        *TIES,
        *LIMITS,
        Parameter("worlds", "int", 300, "Number of plausible worlds.", low=10, high=10_000),
        seconds("all of it together"),
        seed("the worlds and the search"),
    ),
    outputs=(
        ID,
        NAME,
        Output(
            "stability",
            "number",
            "Share of the simulated worlds in which the person would be chosen if that world were "
            "known to be the true one.",
        ),
        Output(
            "effect",
            "number",
            "So many more pairs could still reach each other, on average, if this person were "
            "spared and the rest of the set removed.",
        ),
        AGENCIES,
        STATEMENTS,
    ),
    inputs=("links", "people"),
    cost="worlds x ties x k for each step of a search; in a short time fewer worlds of a large "
    f"network; refused above {MOST_PAIRS:,} pairs of tied people",
    not_for="Deciding to arrest anybody: it weighs ties that were told, and says nothing of guilt. "
    "Never for people who are not suspected or convicted.",
    reference="Kleywegt, Shapiro and Homem-de-Mello 2002 (sample average approximation); "
    "Rockafellar and Uryasev 2000 (tail); Savage 1951 (regret); Howard 1966 (value of information)",
    about_people=True,
)

_INTERVAL = (0.05, 0.95)
_PROVABLE = 200  # people up to whom the optimum of all ties as given is proved in a short time
_NOBODY = np.empty(0, dtype=np.int64)
_PLAIN = 0.2  # share of the time for the best set of all ties as given


@dataclass(frozen=True, slots=True, eq=False)
class _Case:
    """Everything that the parts of the finding are made from."""

    reading: Reading
    limits: Limits
    task: Task
    decision: Decision
    least: Numbers
    stability: Numbers
    parameters: Mapping[str, Any]
    unseen: str  # the prior that foretells best

    @property
    def evidence(self) -> Evidence:
        return self.reading.evidence

    def ids(self, chosen: Nodes) -> list[str]:
        return [self.evidence.ids[one] for one in chosen.tolist()]

    def judged(self, chosen: Nodes) -> dict[str, Any]:
        """What a set leaves in the fresh worlds, and what is lost against knowing the world."""
        left = left_in(self.decision.fresh, chosen)
        low, high = np.quantile(left, _INTERVAL)
        return {
            "ids": self.ids(chosen),
            "expected_pairs_left": round(float(left.mean()), 2),
            "low": float(low),
            "high": float(high),
            "regret": round(float((left[: self.least.size] - self.least).mean()), 2),
        }


def run(picture: Picture, parameters: Mapping[str, Any]) -> Finding:
    """Choose whom to remove.

    Raises:
        WrongUse: If somebody is named who may not be, or the network is too large.
    """
    _make_ready()
    end = time.perf_counter() + parameters["seconds"]
    evidence = gather(picture, parameters)
    check_size(len(evidence.network(evidence.ties).undirected()))
    bounds = limits(evidence, picture, parameters)
    blank = METHOD.found(picture.fingerprint, parameters, ())
    reading, scores = _reading(evidence, parameters)
    if not evidence.ties.person.size or not bounds.allowed.any():
        return replace(blank, caveats=tuple(_caveats_of_nothing(evidence, bounds, parameters)))
    task = _task(reading, bounds, parameters, end)
    starts = [*usual_starts(task), plain := _plain_optimum(task)]
    decision = decide(task, starts)
    least, stability = best_of_each(task, decision.fresh, [decision.chosen])
    unseen = best_prior(scores)
    case = _Case(reading, bounds, task, decision, least, stability, parameters, unseen)
    return replace(
        blank,
        rows=tuple(_rows(case)),
        certificate=_certificate(case, plain, scores),
        sensitivity=_sensitivity(case),
        caveats=tuple(_caveats(case)),
        evidence={
            evidence.ids[one]: _statements(evidence, one) for one in decision.chosen.tolist()
        },
    )


def _make_ready() -> None:
    """Have everything compiled before the clock starts."""
    make_ready()
    pair = Belief.of(Ties.of([0], [1], 2), 1.0)
    left_in(draw_worlds([pair], worlds=1, seed=0), np.array([0]))
    expected_betweenness(Ties.of([0, 1], [1, 2], 3), np.ones(2), worlds=1)


def _reading(evidence: Evidence, parameters: Mapping[str, Any]) -> tuple[Reading, dict[str, float]]:
    """The lines as they are read, and how well each prior foretells."""
    grades = chance_of(evidence.grade_words, parameters["reading"], parameters["table"])
    chance = grades[evidence.ties.grade] if grades.size else np.zeros(0)
    reading = Reading(evidence, evidence.ties, chance, "none", parameters["missing"])
    scores = prior_scores(reading.belief(), seed=parameters["seed"])
    prior = best_prior(scores) if parameters["prior"] == "auto" else parameters["prior"]
    return replace(reading, prior=prior), scores


def _task(reading: Reading, bounds: Limits, parameters: Mapping[str, Any], end: float) -> Task:
    two = _named(reading.evidence, parameters["two_people"])
    beliefs = {"as graded": reading.belief()}
    allowed, gone = bounds.allowed, bounds.gone
    if parameters["aim"] == "regret":
        beliefs = scenarios(reading, two, parameters["seed"])
        allowed, gone = (np.append(mask, False) for mask in (allowed, gone))
    return Task(beliefs, parameters["k"], allowed, gone, parameters["aim"], parameters, end)


def _named(evidence: Evidence, given: str) -> Nodes:
    known = {one: i for i, one in enumerate(evidence.ids)}
    words = [word.strip() for word in given.split(",") if word.strip()]
    for word in words:
        if word not in known:
            raise WrongUse(
                f"two_people names {word!r}, who is not among the people who may be ranked",
                do="check the id, or leave it out",
            )
    return np.array(sorted({known[word] for word in words}), dtype=np.int64)


def _plain_optimum(task: Task) -> Nodes:
    """The best set if every tie stated held and no other: what a tool blind to grades chooses.

    Proved where the network is small, else the best found.
    """
    if task.plain.n <= _PROVABLE:
        problem = Removal.of(task.plain.ties, task.most, task.allowed, task.gone)
        seconds = max(0.1, task.until(_PLAIN) - time.perf_counter())
        return solve(problem, seconds=seconds, seed=task.parameters["seed"]).chosen
    world = draw_worlds([Belief.of(task.plain.ties, 1.0)], worlds=1, seed=0, gone=task.gone)
    choice = Choice(world, task.most, task.allowed)
    return choose(choice, tries=10, until=task.until(_PLAIN))[0][1]


def _rows(case: _Case) -> list[dict[str, Any]]:
    chosen, fresh = case.decision.chosen, case.decision.fresh
    value = float(left_in(fresh, chosen).mean())
    rows = [
        {
            "id": case.evidence.ids[one],
            "name": case.evidence.names[one],
            "stability": round(float(case.stability[one]), 3),
            "effect": round(float(left_in(fresh, chosen[chosen != one]).mean()) - value, 2),
            "agencies": case.limits.agencies[one],
            "statements": len(_statements(case.evidence, one)),
        }
        for one in chosen.tolist()
    ]
    return sorted(rows, key=lambda row: (-row["effect"], row["id"]))


def _certificate(case: _Case, plain: Nodes, scores: Mapping[str, float]) -> dict[str, Any]:
    task = case.task
    masks = _of_people(case, task.allowed), _of_people(case, task.gone)
    return {
        **case.judged(case.decision.chosen),
        "before": round(float(left_in(case.decision.fresh, _NOBODY).mean()), 2),
        "worth": round(case.decision.worth, 2),
        "in_time": case.decision.in_time,
        "worlds": task.count,
        "worlds_solved": int(case.least.size),
        "prior": case.reading.prior,
        "prior_scores": {name: round(score, 3) for name, score in scores.items()},
        "scenarios": list(task.beliefs),
        "best_of_all_ties_as_given": case.judged(plain),
        "adaptive_betweenness": case.judged(adaptive_betweenness(task)),
        "worth_knowing": worth_knowing(
            case.reading,
            case.decision.chosen,
            masks,
            (min(MOST_WORLDS, task.count), case.parameters["seed"], task.most),
            task.until(0.5),
        ),
    }


def _of_people(case: _Case, mask: Flags) -> Flags:
    return mask[: len(case.evidence.ids)]


def _sensitivity(case: _Case) -> dict[str, Any]:
    """The choice under other readings, and what this choice loses under each.

    Once the time is over only the first is looked at: weak grades dropped.
    """
    reading, parameters = case.reading, case.parameters
    others = {"weak grades dropped": reading.dropped(reading.ties.weak)}
    others |= {
        f"read as {word}": replace(
            reading,
            chance=chance_of(case.evidence.grade_words, word, "")[reading.ties.grade],
        )
        for word in READINGS
        if word != parameters["reading"] or parameters["table"]
    }
    if reading.prior != "none":
        others["no unseen ties"] = replace(reading, prior="none")
    elif case.unseen != "none":
        others[f"unseen ties by {case.unseen}"] = replace(reading, prior=case.unseen)
    told: dict[str, Any] = {}
    for name, other in others.items():
        if not told or time.perf_counter() < case.task.end:
            told[name] = _under(case, other.belief())
    return told


def _under(case: _Case, belief: Belief) -> dict[str, Any]:
    allowed, gone = (_of_people(case, mask) for mask in (case.task.allowed, case.task.gone))
    worlds = draw_worlds(
        [belief], worlds=max(10, case.task.count // 3), seed=case.parameters["seed"], gone=gone
    )
    given = case.decision.chosen
    value, best = choose(
        Choice(worlds, case.task.most, allowed),
        starts=[given],
        tries=2,
        until=case.task.until(0.3),
    )[0]
    kept = float(left_in(worlds, given).mean())
    best = without_effectless(worlds, best, belief) if value < kept else given
    before, after = case.ids(given), case.ids(best)
    return {
        "ids": after,
        "come": [one for one in after if one not in before],
        "go": [one for one in before if one not in after],
        "expected_pairs_left": round(value, 2),
        "by_this_choice": round(kept, 2),
    }


def _caveats_of_nothing(
    evidence: Evidence, bounds: Limits, parameters: Mapping[str, Any]
) -> list[str]:
    caveats = evidence_caveats(evidence, parameters) + _left_out(bounds)
    if evidence.ids and not bounds.allowed.any():
        return [*caveats, "The limits leave nobody who may be chosen: nobody is chosen."]
    return [*caveats, "There is nobody to choose, or no tie to cut: nobody is chosen."]


def _left_out(bounds: Limits) -> list[str]:
    return [
        f"Kept from being chosen by {name}: {count:,} {'person' if count == 1 else 'people'}."
        for name, count in bounds.left_out.items()
    ]


def _caveats(case: _Case) -> list[str]:
    caveats = evidence_caveats(case.evidence, case.parameters) + _left_out(case.limits)
    caveats.append(
        f"How likely a tie is to hold is read off its grade by a declared reading "
        f"({case.parameters['reading']}{', with a table' if case.parameters['table'] else ''}); "
        "the reports themselves keep their grades."
    )
    if case.reading.prior == "none":
        caveats.append(
            "No unseen ties are assumed: what nobody reported counts as not there, and the "
            "parameter missing is not used."
        )
    caveats.append(
        "before and what is left are means over worlds in which a tie holds as often as its grade "
        "makes likely: they differ from those of organisers.removal, which takes every tie as "
        "stated."
    )
    if case.decision.chosen.size < case.parameters["k"]:
        fewest = "; no fewer were found who leave as few pairs" if case.decision.enough else ""
        caveats.append(
            f"{case.decision.chosen.size} of at most {case.parameters['k']} are chosen: nobody "
            f"else has an effect, or may be chosen{fewest}."
        )
    if case.task.count < case.parameters["worlds"]:
        caveats.append(f"The network is large: {case.task.count} worlds were drawn, not more.")
    if not case.decision.in_time:
        caveats.append(
            "The time was over before the search had come to its end: another run may choose "
            "otherwise. More seconds settle it."
        )
    if time.perf_counter() >= case.task.end:
        caveats.append(
            "The time was over before every item in doubt and every other reading of the grades "
            "had been looked at."
        )
    caveats.append(
        "A removal can strengthen a network: see organisers.sequence for how it may react."
    )
    return caveats


def _statements(evidence: Evidence, person: int) -> tuple[str, ...]:
    ties = evidence.ties
    touching = ties.statement[(ties.person == person) | (ties.other == person)]
    return tuple(sorted(set(touching.tolist())))
