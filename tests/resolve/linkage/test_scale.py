import numpy as np
import pytest

from headwater.resolve.linkage.scale import Scale, chance
from tests.resolve.linkage.worlds import FakeModel, person

RECORDS = [person("a", name="Petar Probić"), person("b", name="Петар Пробић"), person("c")]


def scale():
    return Scale(FakeModel({}), RECORDS)


def test_bits_are_read_as_odds_through_the_calibration():
    pairs = np.array([(0, 1), (0, 2)])
    assert scale().odds(pairs, np.array([4.0, 6.0])) == pytest.approx([0.0, 2.0])
    assert scale().slopes(pairs) == pytest.approx([1.0, 1.0])


def test_sure_begins_at_ninety_nine_in_a_hundred():
    assert chance(scale().sure_from(0, 1)) == pytest.approx(0.99, abs=1e-3)


def test_sure_asks_for_more_where_few_records_stand_for_many():
    among_many = Scale(FakeModel({}), RECORDS, sure_among=2_001)
    assert among_many.sure_from(0, 1) - scale().sure_from(0, 1) == pytest.approx(10, abs=0.1)
    assert Scale(FakeModel({}), RECORDS, sure_among=2).sure_from(0, 1) == scale().sure_from(0, 1)


def test_nothing_less_likely_than_ninety_nine_in_a_hundred_is_sure():
    class Rash(FakeModel):
        def sure(self, bits, strata):
            return bits >= 0

    assert chance(Scale(Rash({}), RECORDS).sure_from(0, 1)) >= 0.99


def test_where_nothing_is_sure_no_odds_are_enough():
    class Doubtful(FakeModel):
        def sure(self, bits, strata):
            return np.zeros(len(bits), dtype=bool)

    assert Scale(Doubtful({}), RECORDS).sure_from(0, 1) == np.inf


def test_even_odds_are_a_chance_of_one_half():
    assert chance(0.0) == 0.5
