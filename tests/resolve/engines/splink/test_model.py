import numpy as np
import pytest

from headwater.resolve.engines.splink.model import SplinkModel
from headwater.resolve.records import PersonRecord

RECORDS = [PersonRecord(name, {}, ("suspect",)) for name in "abcd"]
PAIRS = np.array([[0, 1], [2, 3]])


@pytest.fixture
def model():
    weighed = {"name": np.array([20.0, -9.0]), "phone": np.array([8.0, 0.0])}
    return SplinkModel(RECORDS, PAIRS, weighed, [], {})


def test_the_parts_of_a_pair_add_up_to_its_bits(model):
    weight = model.weigh(RECORDS[1], RECORDS[0])
    assert [part.field for part in weight.parts] == ["prior", "name", "phone"]
    assert weight.bits == pytest.approx(sum(part.bits for part in weight.parts))
    assert model.weigh_pairs(RECORDS, PAIRS)[0] == weight.bits


def test_bits_by_field_leave_out_the_prior_and_what_says_nothing(model):
    bits = model.weigh_fields(RECORDS, PAIRS)
    assert bits[0].tolist() == [20.0, 8.0]
    assert bits[1][0] == -9.0
    assert np.isnan(bits[1][1])


def test_more_bits_are_a_higher_chance_and_even_odds_are_one_half(model):
    chances = model.probability(np.array([-5.0, 0.0, 5.0]), np.zeros(3))
    assert chances[0] < chances[1] < chances[2]
    assert chances[1] == 0.5


def test_nothing_is_sure_that_nobody_checked(model):
    assert not model.sure(np.array([60.0]), np.zeros(1)).any()
