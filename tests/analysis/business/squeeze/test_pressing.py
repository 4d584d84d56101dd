from headwater.analysis.business.economics import books, drawn, settled
from headwater.analysis.business.squeeze.inputs import asked_for
from headwater.analysis.business.squeeze.market import market_of
from headwater.analysis.business.squeeze.pressing import press
from headwater.picture import Picture


def pressed(name, values="", weeks=100.0, boats=True, lorries=True):
    draws = drawn(settled(Picture.of({}), values, (), political=False), 500, 0)
    of_units = books(draws, boats, lorries)
    (one,) = asked_for(name)
    return press(one, market_of(draws, of_units), draws, of_units, weeks)


def test_what_is_hard_to_replace_costs_the_trade_more_than_what_is_easily_replaced():
    hard = pressed("drivers", "drivers.weeks=12; drivers.dearer=1")
    easy = pressed("drivers", "drivers.weeks=0.1; drivers.dearer=0")
    assert hard.lost["mean"] > easy.lost["mean"]


def test_displacement_falls_where_there_is_nowhere_to_go():
    none = pressed("boats", "market.other_share=0", lorries=False)
    some = pressed("boats", "market.other_share=0.2", lorries=False)
    assert none.displacement["mean"] == 0
    assert some.displacement["mean"] > 0.5


def test_danger_rises_with_crowding_and_falls_where_other_ways_are_safer():
    crowded = pressed("boats", "market.crowding=1")
    safer = "market.crowding=0; market.danger_other=0.1; market.danger_lorry=0.1"
    assert crowded.danger["mean"] > 0
    assert pressed("boats", safer).danger["mean"] < 0


def test_an_input_of_boats_alone_is_needed_by_launches_alone():
    assert pressed("engines").units == ("launch",)
    assert pressed("float").units == ("launch", "lorry")
