import numpy as np

from headwater.analysis.business.economics.books import launch_book
from headwater.analysis.business.economics.check import check
from headwater.analysis.business.economics.parameters import drawn, settled
from headwater.picture import Picture


def checked(values=""):
    figures = settled(Picture.of({}), values, (), political=True)
    draws = drawn(figures, 2000, 0)
    return check(launch_book(draws), draws, figures)


def test_the_stated_value_of_a_taken_boat_stands_beside_the_income_of_a_launch():
    found = checked()
    assert found["stated_value_of_a_boat"] == {"currency": "GBP", "low": 132800, "high": 132800}
    assert 130_000 < found["in_eur"]["median"] < 160_000


def test_fees_of_two_to_three_thousand_fit_it_and_the_political_claim_does_not():
    found = checked()
    assert any("GI-TOC" in told for told in found["fees_that_fit"])
    assert all("political" in told for told in found["fees_that_do_not"])
    assert found["fees_that_do_not"]


def test_the_check_moves_with_the_books_and_not_the_other_way():
    cheap, dear = checked("launch.fee=500"), checked("launch.fee=9000")
    assert cheap["share_of_draws_with_less_income"] == 1
    assert dear["share_of_draws_with_less_income"] == 0
    assert np.isclose(cheap["in_eur"]["median"], dear["in_eur"]["median"])
