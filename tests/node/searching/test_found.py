"""Results, counted."""

from headwater.node.searching import Found, Question
from headwater.node.searching.found import Answers


def test_the_whole_is_the_sum_of_the_kinds():
    assert Found(Question("x"), {"people": 2, "reports": 3}, {}, 0).whole == 5


def test_at_first_nothing_answers():
    answers = Answers(3)
    assert answers.score.tolist() == [0, 0, 0]
    assert answers.name.tolist() == [-1, -1, -1]
