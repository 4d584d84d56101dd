"""Parameters that many methods share: one wording wherever they occur."""

import pytest

from headwater.analysis import METHODS
from headwater.analysis.parameters import TIES, seconds, seed, top
from headwater.model import WrongUse

SHARED = {one.name: one for one in TIES}


@pytest.mark.parametrize("name", sorted(METHODS))
def test_a_shared_parameter_means_the_same_in_every_method(name: str) -> None:
    for parameter in METHODS[name].method.parameters:
        if parameter.name in SHARED:
            assert parameter == SHARED[parameter.name]


def test_a_seed_a_limit_of_time_and_a_number_of_rows_say_what_they_are_of() -> None:
    assert seed("the worlds").meaning == "Seed of the worlds."
    assert top("rows").meaning == "Number of rows; 0 gives all."
    assert seconds("all of it").meaning == "Time for all of it."


def test_a_negative_seed_is_refused() -> None:
    with pytest.raises(WrongUse, match="seed"):
        seed("the worlds").read("-1")
