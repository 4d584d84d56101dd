import numpy as np
import pytest

from headwater.analysis.business.economics import books, drawn, settled
from headwater.analysis.business.squeeze.market import Pressure, balance, enforced, market_of
from headwater.picture import Picture


def market(values="", boats=True, lorries=True):
    draws = drawn(settled(Picture.of({}), values, (), political=False), 500, 0)
    return market_of(draws, books(draws, boats, lorries))


def test_a_market_that_nobody_presses_stays_as_it_is():
    calm = market()
    found = balance(calm, Pressure.none(calm))
    assert np.allclose(found.price, calm.price)
    assert np.allclose(found.flow.sum(axis=0), calm.people * calm.share.sum(axis=0))


def test_the_people_of_a_quarter_are_those_that_are_counted():
    calm = market("market.persons=9200")
    assert np.allclose(balance(calm, Pressure.none(calm)).flow.sum(axis=0), 9200)


def test_what_one_way_loses_goes_to_the_others_in_proportion():
    calm = market()
    pressure = Pressure.none(calm)
    pressure.open[0] = 0.5
    before, after = balance(calm, Pressure.none(calm)), balance(calm, pressure)
    rise = (after.flow / before.flow)[1:]
    assert (after.flow[0] < before.flow[0]).all()
    assert (rise > 1).all()
    keep_their_margin = rise[[0, 2, 3]]
    assert np.allclose(keep_their_margin, rise[3])


def test_nobody_is_lost_or_made_when_demand_does_not_answer_the_price():
    calm = market("market.elasticity=0")
    before = balance(calm, Pressure.none(calm))
    after = balance(calm, enforced(calm, 3.0))
    assert np.allclose(before.flow.sum(axis=0), after.flow.sum(axis=0))


def test_a_closed_way_carries_nobody_and_earns_nothing():
    calm = market()
    pressure = Pressure.none(calm)
    pressure.open[0] = 0.0
    after = balance(calm, pressure)
    assert (after.flow[0] == 0).all()
    assert (after.profit[0] == 0).all()


def test_groups_that_gain_share_raise_their_margin_and_the_self_employed_keep_theirs():
    calm = market()
    after = balance(calm, enforced(calm, 3.0, calm.kind("self")))
    margin = after.price - (calm.price - calm.margin)
    assert (margin[0] >= calm.margin[0]).all()
    alone = calm.kind("self")[0]
    assert np.allclose(after.price[alone], calm.price[alone] + 2 * calm.risk[alone])


@pytest.mark.parametrize(("boats", "lorries", "ways"), [(True, False, 3), (False, True, 3)])
def test_a_market_has_the_ways_that_are_told_and_one_for_the_rest(boats, lorries, ways):
    calm = market(boats=boats, lorries=lorries)
    assert len(calm.options) == ways
