import numpy as np
import pytest

from headwater.analysis.business.economics import books, drawn, settled
from headwater.analysis.business.squeeze.inputs import INPUTS, asked_for, pressed
from headwater.analysis.business.squeeze.market import market_of
from headwater.model import NotPermitted, WrongUse
from headwater.picture import Picture
from headwater.safeguard import never_equipment


@pytest.mark.parametrize(
    "name",
    [
        *("vests", "life jackets", "life-saving equipment", "lifeboats", "rescue", "rescue boats"),
        *("food", "water", "shelter", "blankets", "medical care", "free aid", "charities"),
        *("tents", "first aid", "boats, vests"),
    ],
)
def test_rescue_food_shelter_and_what_saves_life_are_never_pressed(name):
    with pytest.raises(NotPermitted, match="never pressed"):
        asked_for(name)


def test_no_input_is_anything_that_saves_life():
    for one in INPUTS:
        assert not never_equipment(one.name)
        assert not {"vests", "bribes"} & set(one.items)
        assert asked_for(one.name) == (one,)


def test_what_is_no_input_is_refused_and_nothing_asked_is_all():
    with pytest.raises(WrongUse, match="no input"):
        asked_for("passports")
    assert asked_for("") == INPUTS


def pressure_of(name, weeks=100.0, values=""):
    draws = drawn(settled(Picture.of({}), values, (), political=False), 300, 0)
    of_units = books(draws, boats=True, lorries=True)
    market = market_of(draws, of_units)
    (one,) = asked_for(name)
    return market, pressed(one, market, draws, of_units, weeks)


def test_only_those_who_need_an_input_feel_it():
    market, pressure = pressure_of("boats")
    felt = {market.options[at] for at in np.flatnonzero((pressure.open < 1).all(axis=1))}
    assert felt == {("launch", "strong"), ("launch", "self")}
    market, pressure = pressure_of("float")
    felt = {market.options[at] for at in np.flatnonzero((pressure.open < 1).all(axis=1))}
    assert felt == {("launch", "strong"), ("lorry", "strong")}


def test_more_effort_stops_more_and_never_all():
    little, much = (pressure_of("engines", weeks)[1] for weeks in (10.0, 1000.0))
    assert (much.open[0] < little.open[0]).all()
    assert (much.open >= 0).all()


def test_what_is_replaced_at_once_stops_nothing():
    _, pressure = pressure_of("drivers", values="drivers.weeks=0")
    assert np.allclose(pressure.open, 1)


def test_scarce_boats_put_more_people_into_each_and_scarce_drivers_do_not():
    assert (pressure_of("boats")[1].load[0] > 1).all()
    assert np.allclose(pressure_of("drivers")[1].load, 1)
