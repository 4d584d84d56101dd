import numpy as np

from headwater.resolve.linkage.rivals import standing


def told(*pairs):
    places = np.array([pair[:2] for pair in pairs])
    return standing(places, np.array([pair[2] for pair in pairs], float)).tolist()


def test_a_pair_without_rivals_stands_as_it_is():
    assert told((0, 1, 3.0), (2, 3, -5.0)) == [0.0, 0.0]


def test_two_that_both_fit_others_as_well_are_less_likely_one():
    first, *_ = told((0, 1, 2.0), (0, 2, 2.0), (1, 3, 2.0))
    assert first < -2


def test_rivals_of_one_of_the_two_alone_change_nothing():
    first, *_ = told((0, 1, 2.0), (0, 2, 2.0), (0, 3, 2.0))
    assert first == 0.0


def test_a_third_record_that_both_fit_speaks_for_them():
    first, *_ = told((0, 1, 2.0), (0, 2, 6.0), (1, 2, 6.0))
    assert first > 1


def test_what_hardly_fits_is_no_rival():
    first, *_ = told((0, 1, 2.0), (0, 2, -9.0), (1, 3, -9.0))
    assert first == 0.0
