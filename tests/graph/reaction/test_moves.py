import numpy as np

from headwater.graph.reaction.moves import Setting, play_worlds


def setting(source, target, n, **given):
    usual = {"role": np.full(n, -1), "ease": np.zeros(n), "closing": 0.0, "quiet": 0.0}
    usual |= {"inherit": 0.0, "chance": np.ones(len(source))}
    return Setting(source=np.array(source), target=np.array(target), **(usual | given))


def test_pairs_before_and_after_each_step_of_a_chain():
    chain = setting([0, 1, 2], [1, 2, 3], 4)
    before, pairs, reach = play_worlds(chain, np.array([1, 2]), np.array([0, 3]), 2, 0)
    assert before.tolist() == [6.0, 6.0]
    assert pairs[0].tolist() == [[1.0, 0.0], [1.0, 0.0]]
    assert reach.max() == 0


def test_one_who_closes_ranks_prefers_those_with_shared_contacts():
    # 1 and 2 share contacts 5 and 6; 0 ties all of 1 to 4.
    source = [0, 0, 0, 0, 1, 1, 2, 2]
    target = [1, 2, 3, 4, 5, 6, 5, 6]
    closing = setting(source, target, 7, closing=1.0)
    _, pairs, _ = play_worlds(closing, np.array([0]), np.array([1]), 2000, 0)
    alone = setting([0, 0, 0, 0], [1, 2, 3, 4], 7, closing=1.0)
    _, bare, _ = play_worlds(alone, np.array([0]), np.array([1]), 2000, 0)
    # Where 1 and 2 tie up with each other (they hang together through 5 and 6 anyway), 3 and 4
    # are joined to them less often than chance would.
    assert pairs[1].mean() < 15
    assert bare[1].mean() < 6
