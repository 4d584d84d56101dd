"""Choosing in many worlds, and judging a choice in worlds that had no part in making it."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from headwater.analysis.organisers.evidence import Flags
from headwater.graph import Nodes, Numbers, betweenness_from
from headwater.graph.worlds import (
    Belief,
    Choice,
    Worlds,
    choose,
    draw_worlds,
    expected_betweenness,
    least_expected,
    least_regret,
    least_tail,
    left_in,
)

AIMS = ("expected", "tail", "regret")
"""What is kept low: the pairs left that are expected; those in the worst tenth of the worlds; the
largest regret over the named scenarios."""

_TAIL = 0.1
_FINALISTS = 8  # sets that are judged again in fresh worlds
_AT_ONCE = 40_000_000  # lines that all worlds together may have
_A_SECOND = 400_000  # of these, for each second there is: all worlds are walked dozens of times
_EACH = 100  # worlds for each of which the best set is looked for
_PIVOTS = 512  # people from whom betweenness is counted; exact up to so many
_WALKED = 20_000_000  # pivots times ties; of a large network fewer people are pivots
_STARTED = 2000  # people up to whom sets by betweenness are tried


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """What is to be decided.

    Attributes:
        beliefs: What is believed under each scenario; the plain one first.
        most: So many people are chosen.
        allowed: Who may be.
        gone: Who is out already.
        aim: One of `AIMS`.
        parameters: worlds, seconds and seed.
        end: When the time is over, by `time.perf_counter`.
    """

    beliefs: Mapping[str, Belief]
    most: int
    allowed: Flags
    gone: Flags
    aim: str
    parameters: Mapping[str, Any]
    end: float

    @property
    def plain(self) -> Belief:
        """The belief as graded."""
        return next(iter(self.beliefs.values()))

    @property
    def count(self) -> int:
        """Worlds of each scenario: as many as asked for, fewer where there is much to walk."""
        at_once = min(_AT_ONCE, _A_SECOND * self.parameters["seconds"])
        lines = 2 * (len(self.plain.ties) + float(self.plain.likely.sum())) + self.plain.n
        every = len(self.beliefs) if self.aim == "regret" else 1
        return int(min(self.parameters["worlds"], max(10, at_once / (lines * every))))

    def drawn(self, round_: int) -> Worlds:
        """Worlds of the round: 0 to choose in, 1 to judge in."""
        beliefs = list(self.beliefs.values()) if self.aim == "regret" else [self.plain]
        seed = 2 * int(self.parameters["seed"]) + round_
        return draw_worlds(beliefs, worlds=self.count, seed=seed, gone=self.gone)

    def until(self, share: float) -> float:
        """The time at which so much of what is left will be over."""
        now = time.perf_counter()
        return now + share * max(0.0, self.end - now)


@dataclass(frozen=True, slots=True, eq=False)
class Decision:
    """The choice, and the worlds it is judged in.

    Attributes:
        chosen: Numbers of the people.
        fresh: Worlds that had no part in the choice; those of the plain belief.
        worth: What the choice is worth by the aim, in fresh worlds; less is better.
        in_time: Whether the search came to its end.
        enough: Whether nobody else who may be chosen has an effect in any world.
    """

    chosen: Nodes
    fresh: Worlds
    worth: float
    in_time: bool
    enough: bool


def decide(task: Task, starts: list[Nodes]) -> Decision:
    """Choose in some worlds; of the best sets found take the one that is best in fresh worlds."""
    worlds, fresh = task.drawn(0), task.drawn(1)
    choice = Choice(worlds, task.most, task.allowed, _worth(task, worlds, task.until(0.2)))
    until = task.until(0.4)
    found = choose(choice, starts=starts, tries=12, seed=task.parameters["seed"], until=until)
    in_time = time.perf_counter() < until
    judge = _worth(task, fresh, task.until(0.2))
    judged = [
        (float(judge(left_in(fresh, chosen)[:, None])[0]), value, tuple(chosen.tolist()))
        for value, chosen in found[:_FINALISTS]
    ]
    worth, _, best = min(judged)
    chosen = without_effectless(fresh, np.array(best, dtype=np.int64), task.plain)
    floor = left_in(fresh, np.flatnonzero(task.allowed))
    enough = np.array_equal(left_in(fresh, chosen), floor)
    if enough:  # only then can a smaller set do the same: any further removal of effect does better
        chosen = _fewest(task, (worlds, fresh), chosen)
    return Decision(chosen, fresh.of_scenario(0), worth, in_time, enough)


def _fewest(task: Task, both: tuple[Worlds, Worlds], chosen: Nodes) -> Nodes:
    """The smallest set found that leaves no more pairs than the chosen in any world of both."""
    until = task.until(0.2)
    most = [left_in(worlds, chosen) for worlds in both]
    while chosen.size > 1 and time.perf_counter() < until:
        choice = Choice(both[1], chosen.size - 1, task.allowed)
        fewer = choose(choice, tries=12, seed=task.parameters["seed"], until=until)[0][1]
        left = [left_in(worlds, fewer) for worlds in both]
        if any(np.any(now > before) for now, before in zip(left, most, strict=True)):
            break
        chosen = fewer
    return chosen


def without_effectless(worlds: Worlds, chosen: Nodes, belief: Belief) -> Nodes:
    """The chosen without those whose giving back adds no pair in any of these worlds.

    Those with the fewest ties are given back first.
    """
    degree = np.bincount(
        np.concatenate([belief.ties.source, belief.ties.target]), minlength=belief.n
    )
    left = left_in(worlds, chosen)
    for one in chosen[np.argsort(degree[chosen], kind="stable")].tolist():
        rest = chosen[chosen != one]
        if np.array_equal(left_in(worlds, rest), left):
            chosen = rest
    return chosen


def usual_starts(task: Task) -> list[Nodes]:
    """Sets as usual tools choose them: the most between again and again, all told and expected."""
    if task.plain.n > _STARTED:
        return []
    return [adaptive_betweenness(task), _adaptive_expected(task)]


def adaptive_betweenness(task: Task) -> Nodes:
    """The person most between among the others, then again without that one; grades not read."""
    ties, out = task.plain.ties, task.gone.copy()
    rng = np.random.default_rng(task.parameters["seed"])
    many = min(_PIVOTS, max(1, _WALKED // max(1, len(ties))))
    pivots = rng.permutation(ties.n)[:many]
    chosen: list[int] = []
    for _ in range(min(task.most, int(task.allowed.sum()))):
        stays = ~(out[ties.source] | out[ties.target])
        values = betweenness_from(ties.kept(stays), pivots)
        best = int(np.where(task.allowed & ~out, values, -1.0).argmax())
        chosen.append(best)
        out[best] = True
    return np.sort(np.array(chosen, dtype=np.int64))


def _adaptive_expected(task: Task) -> Nodes:
    belief, out = task.plain, task.gone.copy()
    chosen: list[int] = []
    for _ in range(min(task.most, int(task.allowed.sum()))):
        stays = ~(out[belief.ties.source] | out[belief.ties.target])
        values = expected_betweenness(
            belief.ties,
            belief.chance * stays,
            worlds=20,
            seed=task.parameters["seed"],
            sources=128,
        ).value
        best = int(np.where(task.allowed & ~out, values, -1.0).argmax())
        chosen.append(best)
        out[best] = True
    return np.sort(np.array(chosen, dtype=np.int64))


def best_of_each(task: Task, fresh: Worlds, starts: list[Nodes]) -> tuple[Numbers, Numbers]:
    """For single worlds the least pairs that could be left, and who is in that world's best set.

    Returns:
        The least pairs, one for each world looked at, and the share of these worlds in whose best
        set each person is.
    """
    until = task.until(0.5)
    least: list[float] = []
    count = np.zeros(fresh.n)
    for row in range(min(_EACH, len(fresh))):
        if time.perf_counter() >= until and least:
            break
        world = Worlds(fresh.first[row : row + 1], fresh.end, fresh.scenario[row : row + 1])
        choice = Choice(world, task.most, task.allowed)
        value, chosen = choose(choice, starts=starts, tries=2, seed=row, until=np.inf)[0]
        least.append(value)
        count[chosen] += 1
    return np.array(least), count / len(least)


def _worth(task: Task, worlds: Worlds, until: float) -> Any:  # noqa: ANN401 - see Worth
    if task.aim == "expected":
        return least_expected
    if task.aim == "tail":
        return least_tail(_TAIL)
    best = [
        choose(Choice(worlds.of_scenario(one), task.most, task.allowed), tries=2, until=until)[0][0]
        for one in range(len(task.beliefs))
    ]
    return least_regret(worlds.scenario, np.array(best))
