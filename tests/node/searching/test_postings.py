"""What stands under a number."""

from headwater.node.searching.postings import Postings


def test_each_key_has_its_own_once_and_in_order():
    postings = Postings([(1, 5), (0, 2), (1, 3), (1, 5)], 3)
    assert [postings.of(key).tolist() for key in range(3)] == [[2], [3, 5], []]


def test_nothing_stands_under_nothing():
    assert Postings([], 1).of(0).tolist() == []
