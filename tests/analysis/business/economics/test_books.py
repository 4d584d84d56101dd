import numpy as np

from headwater.analysis.business.economics.books import books
from headwater.analysis.business.economics.parameters import drawn, settled
from headwater.picture import Picture


def draws_of(values=""):
    return drawn(settled(Picture.of({}), values, (), political=False), 2000, 0)


def test_the_items_of_each_unit_add_up_to_its_profit():
    for book in books(draws_of(), boats=True, lorries=True).values():
        items = [amount for item, amount in book.items() if item != "profit"]
        assert np.allclose(sum(items), book["profit"])


def test_only_income_is_above_zero():
    for book in books(draws_of(), boats=True, lorries=True).values():
        costs = {item: amount for item, amount in book.items() if item not in ("income", "profit")}
        assert all((amount <= 0).all() for amount in costs.values())
        assert (book["income"] > 0).all()


def test_a_launch_that_always_arrives_refunds_nothing():
    book = books(draws_of("launch.arrives=1"), boats=True, lorries=False)["launch"]
    assert np.allclose(book["refunds and failed attempts"], 0)


def test_more_boats_taken_on_the_way_cost_more():
    few = books(draws_of("launch.seized_upstream=0.05"), boats=True, lorries=False)["launch"]
    many = books(draws_of("launch.seized_upstream=0.5"), boats=True, lorries=False)["launch"]
    assert (many["losses by seizure"] < few["losses by seizure"]).all()
    assert np.allclose(many["losses by seizure"], many["boats"] + many["engines"])


def test_a_group_without_boats_has_lorry_runs_alone():
    found = books(draws_of(), boats=False, lorries=True)
    assert list(found) == ["lorry", "group"]
    assert "boats" not in found["group"]
    assert books(draws_of(), boats=False, lorries=False) == {}
