from headwater.resolve.linkage import Linked, Options


def test_what_nobody_linked_asks_nothing():
    nothing = Linked({"a": "a"})
    assert (nothing.sure, nothing.review, nothing.relational) == ((), (), ())


def test_a_cluster_is_bounded_at_fifty_records_unless_told_otherwise():
    assert Options().bound == 50
