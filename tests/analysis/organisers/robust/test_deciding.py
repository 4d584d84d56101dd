import time

import numpy as np
import pytest

from headwater.analysis.organisers.robust.deciding import (
    AIMS,
    Task,
    adaptive_betweenness,
    best_of_each,
    decide,
    usual_starts,
)
from headwater.graph import Ties
from headwater.graph.worlds import Belief, left_in

# Two stars joined at their middles, 0 and 1.
MIDDLES = [(0, 1), (0, 2), (0, 3), (0, 4), (1, 5), (1, 6), (1, 7)]


def belief_of(pairs, chance=1.0, n=8):
    return Belief.of(Ties.of([a for a, _ in pairs], [b for _, b in pairs], n), chance)


def task_of(beliefs, *, most=2, aim="expected", barred=(), gone=(), **parameters):
    n = next(iter(beliefs.values())).n
    flags = np.zeros((2, n), dtype=np.bool_)
    flags[0, list(barred)] = flags[1, list(gone)] = True
    settled = {"worlds": 40, "seconds": 20.0, "seed": 0} | parameters
    end = time.perf_counter() + settled["seconds"]
    return Task(beliefs, most, ~flags[0] & ~flags[1], flags[1], aim, settled, end)


@pytest.mark.parametrize("aim", AIMS)
def test_where_every_tie_is_sure_each_aim_takes_the_two_middles(aim):
    decision = decide(task_of({"as graded": belief_of(MIDDLES)}, aim=aim), [])
    assert decision.chosen.tolist() == [0, 1]
    assert decision.in_time
    assert left_in(decision.fresh, decision.chosen).max() == 0


def test_a_bridge_that_hardly_ever_holds_is_not_worth_a_removal():
    # Two threes, and two more people between them, tied by rumours only.
    pairs = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 6)]
    chance = [1.0, 1.0, 0.01, 0.01, 1.0, 1.0]
    rumour = decide(task_of({"as graded": belief_of(pairs, chance, 7)}, most=1), [])
    assert rumour.chosen.tolist() in ([1], [5])
    sure = decide(task_of({"as graded": belief_of(pairs, 1.0, 7)}, most=1), [])
    assert sure.chosen.tolist() == [3]


def test_nobody_is_chosen_who_may_not_be_or_is_out_already():
    task = task_of({"as graded": belief_of(MIDDLES)}, most=3, barred=[0], gone=[1])
    assert not {0, 1} & set(decide(task, []).chosen.tolist())
    assert not {0, 1} & set(adaptive_betweenness(task).tolist())


def test_the_choice_is_judged_in_worlds_that_had_no_part_in_it():
    task = task_of({"as graded": belief_of(MIDDLES, 0.5)})
    chosen_in, judged_in = task.drawn(0), task.drawn(1)
    fresh = decide(task, []).fresh
    assert np.array_equal(fresh.first, judged_in.first)
    assert not np.array_equal(fresh.first, chosen_in.first)


def test_the_usual_sets_start_the_search_unless_the_network_is_large():
    for start in usual_starts(task_of({"as graded": belief_of(MIDDLES)})):
        assert start.tolist() == [0, 1]
    assert usual_starts(task_of({"as graded": belief_of(MIDDLES, n=2001)})) == []


def test_somebody_in_the_best_set_of_every_world_is_told_as_fully_stable():
    task = task_of({"as graded": belief_of(MIDDLES)}, most=1)
    least, stability = best_of_each(task, task.drawn(1), [])
    assert stability[0] == 1
    assert stability.sum() == 1
    assert set(least.tolist()) == {6}


def test_fewer_worlds_are_drawn_where_there_is_little_time():
    beliefs = {"as graded": belief_of(MIDDLES)}
    assert task_of(beliefs, worlds=300).count == 300
    assert task_of(beliefs, worlds=300, seconds=0.001).count < 300


def test_no_more_people_are_chosen_than_leave_as_few_pairs():
    # 1, 2 and 3 cover every tie, and each of them has an effect; 0 and 3 cover them as well.
    pairs = [(0, 1), (0, 2), (2, 3), (1, 3), (3, 4), (3, 5)]
    decision = decide(task_of({"as graded": belief_of(pairs, 0.7, 6)}, most=5), [])
    assert decision.enough
    assert decision.chosen.tolist() == [0, 3]


def test_a_set_is_made_no_smaller_where_that_would_leave_more_pairs():
    decision = decide(task_of({"as graded": belief_of(MIDDLES)}, most=1), [])
    assert not decision.enough
    assert decision.chosen.size == 1
