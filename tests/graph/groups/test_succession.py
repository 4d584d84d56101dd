import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from headwater.graph.groups import Change, follow


def names(*periods):
    return [step.name.tolist() for step in follow([np.array(p) for p in periods])]


def changes(*periods):
    return follow([np.array(p) for p in periods])[-1].changes


def test_a_group_keeps_its_number_when_one_leaves_and_one_comes():
    assert names([0, 0, 0, 0, -1, 1, 1], [1, 1, 1, -1, 1, 0, 0]) == [
        [0, 0, 0, 0, -1, 1, 1],
        [0, 0, 0, -1, 0, 1, 1],
    ]


def test_a_group_that_splits_leaves_its_number_with_the_larger_part():
    before, after = [0] * 7, [0, 0, 0, 0, 1, 1, 1]
    assert names(before, after)[1] == after
    assert changes(before, after) == (Change("goes on", 0), Change("split from", 1, 0))


def test_two_that_merge_take_the_number_of_the_larger():
    before, after = [0, 0, 1, 1, 1, 1], [0] * 6
    assert names(before, after)[1] == [1] * 6
    assert Change("took in", 1, 0) in changes(before, after)


def test_a_group_is_known_again_after_a_quiet_month():
    told = names([0, 0, 0, 1, 1], [-1, -1, -1, 0, 0], [1, 1, 1, 0, 0])
    assert told[2] == told[0]
    assert Change("unseen", 0) in changes([0, 0, 0, 1, 1], [-1, -1, -1, 0, 0])


def test_a_group_long_gone_does_not_take_the_name_of_one_that_goes_on():
    old, other, both = [0, 0, 0, 0, -1, -1, -1], [-1, -1, -1, -1, 0, 0, 0], [0, 0, 0, 0, 0, 0, -1]
    assert names(old, other, both)[2] == [1, 1, 1, 1, 1, 1, -1]
    assert changes(old, other, both) == (Change("goes on", 1),)


def test_a_group_whose_members_are_together_nowhere_broke_up():
    told = changes([0, 0, 0, 0], [0, 0, 1, 1])
    assert told == (
        Change("split from", 1, 0),
        Change("split from", 2, 0),
        Change("broke up", 0),
    )


@given(st.lists(st.lists(st.integers(-1, 3), min_size=8, max_size=8), max_size=6))
def test_later_periods_never_rename_earlier_ones(periods):
    arrays = [np.array(p) for p in periods]
    whole = [step.name.tolist() for step in follow(arrays)]
    for length in range(len(arrays)):
        assert [step.name.tolist() for step in follow(arrays[:length])] == whole[:length]
    for label, name in zip(arrays, whole, strict=True):
        pairs = {(a, b) for a, b in zip(label.tolist(), name, strict=True)}
        assert len(pairs) == len({a for a, _ in pairs}) == len({b for _, b in pairs})
