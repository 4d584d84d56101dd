import pyarrow as pa

from headwater.picture.people import SEPARATOR, judge_people


def test_each_person_is_judged_by_all_decisions_signs_and_stops():
    facts = [
        ("suspect", False, False),
        ("", False, False),
        (SEPARATOR.join(["suspect", "witness"]), False, False),
        ("suspect", True, False),
        ("suspect", False, True),
        ("other", False, False),
        ("suspect", False, False),
    ]
    decisions, coerced, stopped = (pa.array(column) for column in zip(*facts, strict=True))
    category, rankable, protected = judge_people(decisions, coerced, stopped)
    assert category.to_pylist() == [
        *("suspect", "undecided", "witness", "suspect", "suspect", "other", "suspect")
    ]
    assert rankable.to_pylist() == [True, False, False, False, False, False, True]
    assert protected.to_pylist() == [False, True, True, False, False, False, False]


def test_nobody_is_nobody():
    empty = pa.array([], pa.string())
    flags = pa.array([], pa.bool_())
    assert [len(column) for column in judge_people(empty, flags, flags)] == [0, 0, 0]
