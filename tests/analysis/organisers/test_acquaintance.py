from headwater.analysis import Acquaintance, acquaintances
from tests.analysis.organisers.groups.test_method import picture_of


def test_each_pair_stands_once_a_layer_and_is_weak_only_where_all_its_grades_are():
    picture = picture_of(
        [("b", "a"), ("a", "b"), ("a", "b"), ("b", "c")],
        layer=["call", "call", "money", "call"],
        grade=["3E", "1A", "3E", "2D"],
    )
    names, ties = acquaintances(picture, {})
    assert names == {"a": "A", "b": "B", "c": "C"}
    assert ties == [
        Acquaintance("a", "b", "call", weak=False),
        Acquaintance("a", "b", "money", weak=True),
        Acquaintance("b", "c", "call", weak=True),
    ]


def test_people_who_may_not_be_ranked_are_not_in_it():
    names, ties = acquaintances(picture_of([("a", "b"), ("b", "c")], hidden="b"), {})
    assert (names, ties) == ({"a": "A", "c": "C"}, [])


def test_the_layers_and_weak_grades_of_a_method_count():
    picture = picture_of([("a", "b"), ("b", "c")], layer=["call", "money"], grade=["1A", "3E"])
    assert len(acquaintances(picture, {"layers": "call", "k": 3})[1]) == 1
    assert len(acquaintances(picture, {"drop_weak": True})[1]) == 1
