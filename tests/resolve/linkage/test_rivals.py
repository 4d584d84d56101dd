import numpy as np
import pytest

from headwater.resolve.linkage.rivals import standing


def told(*pairs, company=0.0):
    """Odds of the first pair, of which fields say nothing, in view of the others."""
    places = np.array([pair[:2] for pair in pairs])
    odds, none = np.array([pair[2] for pair in pairs], float), np.zeros(len(pairs))
    return float(standing(places, odds, none, none + company)[0])


def test_a_pair_without_rivals_stands_nearly_as_it_is():
    assert told((0, 1, 3.0), (2, 3, -5.0)) == pytest.approx(3.0, abs=1.5)


def test_likelier_pairs_stand_higher_however_likely_they_are():
    standings = [told((0, 1, odds)) for odds in (-20.0, -5.0, 0.0, 3.0, 10.0, 20.0, 40.0)]
    assert standings == sorted(standings)
    assert len(set(standings)) == len(standings)


def test_two_that_both_fit_others_as_well_are_less_likely_one():
    assert told((0, 1, 2.0), (0, 2, 2.0), (1, 3, 2.0)) < told((0, 1, 2.0)) - 2


def test_rivals_of_one_of_the_two_alone_weigh_less():
    one_has = told((0, 1, 2.0), (0, 2, 2.0), (0, 3, 2.0))
    both_have = told((0, 1, 2.0), (0, 2, 2.0), (0, 3, 2.0), (1, 4, 2.0), (1, 5, 2.0))
    assert both_have < one_has < told((0, 1, 2.0))


def test_a_third_record_that_both_fit_speaks_for_them():
    assert told((0, 1, 2.0), (0, 2, 6.0), (1, 2, 6.0)) > told((0, 1, 2.0)) + 1


def test_what_hardly_fits_is_no_rival():
    assert told((0, 1, 2.0), (0, 2, -9.0), (1, 3, -9.0)) == told((0, 1, 2.0))


def test_fields_that_speak_against_a_pair_weigh_more_than_their_bits():
    pair, none = np.array([(0, 1)]), np.zeros(1)
    against, nothing = (standing(pair, none, np.array([bits]), none) for bits in (-3.0, 0.0))
    assert against[0] < nothing[0] - 3
