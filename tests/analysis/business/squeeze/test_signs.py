import pytest

from headwater.analysis.business.economics import books, drawn, settled
from headwater.analysis.business.squeeze.market import market_of
from headwater.analysis.business.squeeze.signs import known_signs
from headwater.picture import Picture


@pytest.fixture(scope="module")
def signs():
    draws = drawn(settled(Picture.of({}), "", (), political=True), 2000, 0)
    return known_signs(market_of(draws, books(draws, boats=True, lorries=True)))


def test_tripled_enforcement_raises_the_price_by_17_to_30_per_cent(signs):
    price = signs["tripled_enforcement"]["price"]
    assert 0.17 <= price["low"] <= price["mean"] <= price["high"] <= 0.30


def test_and_moves_the_flow_by_0_to_minus_10_per_cent(signs):
    flow = signs["tripled_enforcement"]["flow"]
    assert -0.10 <= flow["low"] <= flow["mean"] <= flow["high"] <= 0


def test_displacement_outweighs_price(signs):
    moved = signs["one_way_tripled"]["moved_elsewhere"]
    assert moved["low"] > 0.5


def test_general_measures_can_raise_the_profit_of_the_strongest_groups(signs):
    assert 0.05 < signs["general_measures_raise_profit_of_the_strongest"] < 1


def test_targeting_the_strongest_raises_self_employed_smuggling(signs):
    assert signs["targeting_the_strongest_raises_self_employed"] > 0.95


def test_the_signs_are_the_markets_own_and_follow_its_figures():
    """Without anybody to move to, nothing is moved; without self-employed, none gain."""
    values = "market.self_share=0; market.other_share=0; market.lorry_share=0"
    draws = drawn(settled(Picture.of({}), values, (), political=True), 500, 0)
    alone = known_signs(market_of(draws, books(draws, boats=True, lorries=False)))
    assert alone["one_way_tripled"]["moved_elsewhere"]["high"] == 0
    assert alone["targeting_the_strongest_raises_self_employed"] == 0
    assert alone["general_measures_raise_profit_of_the_strongest"] == 0
