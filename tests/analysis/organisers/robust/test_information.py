import time

import numpy as np
import pytest

from headwater.analysis.organisers.robust.information import worth_knowing
from tests.analysis.organisers.robust.test_beliefs import reading_of

# Two chains of three around b and y, of which the second hangs on what R2 says.
CHAINS = [("a", "b"), ("b", "c"), ("w", "y"), ("x", "y"), ("y", "z")]
ITEMS = ["R0#1.1", "R1#1.1", "R2#1.1", "R2#1.2", "R2#1.3"]
LATER = 60.0


def told_of(chance, chosen="b", until=LATER, items=ITEMS):
    reading = reading_of(CHAINS, chance, group=["G"] * 5, statement=items)
    people = len(reading.evidence.ids)
    masks = np.ones(people, dtype=np.bool_), np.zeros(people, dtype=np.bool_)
    given = np.array([reading.evidence.ids.index(chosen)])
    return worth_knowing(reading, given, masks, (40, 0, 1), time.perf_counter() + until)


def test_the_item_whose_truth_turns_the_choice_is_told_with_what_it_would_turn_to():
    (told,) = told_of([1.0, 1.0, 0.4, 0.4, 0.4])
    assert told["item"] == "R2#1"
    assert told["ties"] == 3
    assert (told["if_right"], told["if_wrong"]) == (["y"], ["b"])
    assert told["changed"] == 1
    # If it is right 6 pairs and 3 are there, and y takes 6 where b takes 3.
    assert told["gain"] == pytest.approx(0.4 * 3)


def test_what_is_certain_is_never_worth_asking_after():
    assert told_of([1.0] * 5) == []
    assert told_of([1.0, 1.0, 0.0, 0.0, 0.0]) == []


def test_an_item_that_leaves_the_choice_as_it_is_is_not_told():
    assert (
        told_of([1.0, 1.0, 1.0, 1.0, 0.5], chosen="y", items=[f"R{i}#1.1" for i in range(5)]) == []
    )


def test_no_item_is_looked_at_once_the_time_is_over():
    assert told_of([1.0, 1.0, 0.4, 0.4, 0.4], until=-1.0) == []
