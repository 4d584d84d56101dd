"""What the queue shows of a sentence."""

import pytest

from headwater.model import WrongUse
from headwater.node.review import review_queue
from headwater.node.waiting import marked


def test_words_are_marked_where_they_stand():
    assert marked("A fee of EUR 5.", [(9, 14), (2, 5), (9, 14)]) == "A >>fee<< of >>EUR 5<<."
    assert marked("Nothing\n to mark", []) == "Nothing to mark"


def test_of_a_long_text_what_stands_around_the_words_is_shown():
    text = "x " * 1000 + "Goran" + " y" * 1000
    shown = marked(text, [(2000, 2005)])
    assert ">>Goran<<" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) < 700


def test_a_limit_that_shows_nothing_is_refused(node):
    with pytest.raises(WrongUse):
        review_queue(node, 0)
