"""Results, counted."""

import numpy as np

from headwater.node.searching import Found, Question
from headwater.node.searching.found import Answers


def test_the_whole_is_the_sum_of_the_kinds():
    assert Found(Question("x"), {"people": 2, "reports": 3}, {}, 0).whole == 5


def test_answers_that_are_kept_keep_what_they_answer_by():
    answers = Answers(np.array([4, 7]), np.array([2.0, 1.0]), np.array([-1, 3]), {})
    kept = answers.keep(np.array([False, True]))
    assert (kept.rows.tolist(), kept.score.tolist(), kept.name.tolist()) == ([7], [1.0], [3])
