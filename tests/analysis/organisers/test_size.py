import pytest

from headwater.analysis.organisers.size import MOST_PAIRS, check_size
from headwater.model import WrongUse


def test_a_network_that_is_too_large_is_refused_with_what_to_do():
    with pytest.raises(WrongUse) as refused:
        check_size(12, most=11)
    told = refused.value
    assert told.what.startswith("12 pairs of tied people are too many")
    assert "11 pairs" in told.why
    assert "choose layers, drop weak grades" in told.do


def test_a_network_at_the_limit_is_not_refused():
    check_size(11, most=11)
    check_size(MOST_PAIRS)
