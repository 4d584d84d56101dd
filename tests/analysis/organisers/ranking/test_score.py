import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from headwater.analysis.organisers.ranking.score import ROLE_VALUES, rank_of
from headwater.model import words


def test_equal_scores_share_their_places():
    first, last = rank_of(np.array([0.5, 0.9, 0.5, 0.1]))
    assert first.tolist() == [2, 1, 2, 4]
    assert last.tolist() == [3, 1, 3, 4]


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_nobody_with_a_lower_score_stands_before(scores):
    first, last = rank_of(np.array(scores))
    for i, score in enumerate(scores):
        assert first[i] == 1 + sum(other > score for other in scores)
        assert last[i] == sum(other >= score for other in scores)


def test_every_role_with_a_value_is_a_role_of_the_vocabulary():
    assert set(ROLE_VALUES) <= set(words("role"))


def test_those_who_are_seen_most_and_decide_least_count_for_nothing():
    easy = {"driver", "guide", "pilot", "lookout", "small_hand", "advertiser", "customer"}
    assert not easy & set(ROLE_VALUES)
