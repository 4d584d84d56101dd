import numpy as np

from headwater.analysis.routes.flow.counts import Count
from headwater.analysis.routes.flow.junctions import Junction
from headwater.analysis.routes.flow.observers import determined, next_observers
from headwater.analysis.routes.flow.shares import Share


def count(*legs):
    return Count("", legs, np.array([1.0]), Share(1.0, 1e6), {})


def test_what_counts_and_balance_fix_is_known_and_what_they_leave_open_is_not():
    joints = [Junction("B", (0,), (1, 2)), Junction("C", (1,), (3,))]
    assert determined([count(0)], joints, 4) == [True, False, False, False]
    assert determined([count(0), count(3)], joints, 4) == [True] * 4
    assert determined([], [], 2) == [False, False]
    assert determined([count(0, 1)], [], 2) == [False, False]


def test_the_leg_that_tells_of_others_is_watched_first():
    rng = np.random.default_rng(0)
    together = rng.normal(5, 0.8, (4000, 1))
    logs = np.hstack([together, together + rng.normal(0, 0.1, (4000, 2)), together * 0 + 5])
    logs[:, 3] += rng.normal(0, 0.8, 4000)
    found = next_observers(logs, np.exp(logs), [0, 1, 2, 3], Share(1.0, 1e6))
    assert found[0]["at"] == 0
    assert found[-1]["at"] == 3
    assert found[0]["width_after"] < found[0]["width_before"] / 2
    assert next_observers(logs, np.exp(logs), [], Share(1.0, 1e6)) == []


def test_an_observer_who_sees_little_narrows_little():
    logs = np.random.default_rng(0).normal(5, 0.8, (2000, 1))
    good, poor = (
        next_observers(logs, np.exp(logs), [0], share)[0]["width_after"]
        for share in (Share(1.0, 1e6), Share(0.1, 2.0))
    )
    assert good < poor
