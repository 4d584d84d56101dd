import time
from itertools import combinations

import numpy as np
import pytest

from headwater.graph import Ties
from headwater.graph.removal import pairs_left
from headwater.graph.worlds import (
    Belief,
    Choice,
    choose,
    draw_worlds,
    least_regret,
    least_tail,
    left_in,
)


def some_belief(n, m, seed):
    rng = np.random.default_rng(seed)
    ties = Ties.of(*rng.integers(0, n, (2, m)), n).undirected()
    return Belief.of(ties, rng.choice([0.3, 0.6, 0.9], len(ties)))


def best_of(choice, tries=10):
    return choose(choice, tries=tries, until=time.perf_counter() + 60)[0]


def everybody(n):
    return np.ones(n, dtype=np.bool_)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("worth", ["mean", "tail"])
def test_no_other_set_of_three_does_better_in_these_worlds(seed, worth):
    worlds = draw_worlds([some_belief(14, 30, seed)], worlds=30, seed=seed)
    by = {"mean": lambda left: left.mean(axis=0), "tail": least_tail(0.2)}[worth]
    value, chosen = best_of(Choice(worlds, 3, everybody(14), by))
    every = [by(left_in(worlds, np.array(one))[:, None])[0] for one in combinations(range(14), 3)]
    assert value == pytest.approx(min(every))
    assert by(left_in(worlds, chosen)[:, None])[0] == pytest.approx(value)


def test_where_everything_is_certain_it_is_the_removal_problem():
    belief = some_belief(12, 20, 9)
    sure = Belief.of(belief.ties, 1.0)
    worlds = draw_worlds([sure], worlds=1, seed=0)
    value, _ = best_of(Choice(worlds, 2, everybody(12)))
    assert value == min(
        pairs_left(belief.ties, np.array(one)) for one in combinations(range(12), 2)
    )


def test_only_those_allowed_are_chosen_and_never_more_than_there_are():
    worlds = draw_worlds([some_belief(14, 30, 1)], worlds=10, seed=0)
    allowed = np.isin(np.arange(14), [2, 5])
    assert best_of(Choice(worlds, 1, allowed))[1].tolist()[0] in (2, 5)
    assert best_of(Choice(worlds, 4, allowed))[1].tolist() == [2, 5]
    assert best_of(Choice(worlds, 4, ~everybody(14)))[1].tolist() == []


def test_a_start_is_never_made_worse():
    worlds = draw_worlds([some_belief(40, 90, 3)], worlds=20, seed=0)
    choice = Choice(worlds, 4, everybody(40))
    start = np.array([0, 1, 2, 3])
    value = choose(choice, starts=[start], tries=0, until=time.perf_counter() + 60)[0][0]
    assert value <= left_in(worlds, start).mean()


def test_least_regret_hedges_between_two_readings_of_one_report():
    # Two stars, joined or not as one report is right: either hub or both bridges matter.
    ties = Ties.of([0, 0, 0, 4, 4, 3], [1, 2, 3, 5, 6, 4], 7)
    right, wrong = Belief.of(ties, 1.0), Belief.of(ties, [1, 1, 1, 1, 1, 0.0])
    worlds = draw_worlds([right, wrong], worlds=1, seed=0)
    best = np.array(
        [best_of(Choice(worlds.of_scenario(one), 1, everybody(7)))[0] for one in (0, 1)]
    )
    worth = least_regret(worlds.scenario, best)
    value, chosen = best_of(Choice(worlds, 1, everybody(7), worth))
    every = [worth(left_in(worlds, np.array([one]))[:, None])[0] for one in range(7)]
    assert value == min(every) == every[int(chosen[0])]


def test_nobody_removed_leaves_every_pair():
    belief = some_belief(10, 12, 2)
    worlds = draw_worlds([Belief.of(belief.ties, 1.0)], worlds=2, seed=0)
    nobody = np.zeros(0, dtype=np.int64)
    assert left_in(worlds, nobody).tolist() == [pairs_left(belief.ties, nobody)] * 2
