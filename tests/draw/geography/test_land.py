import numpy as np
import pytest

from headwater.draw.geography import Window, geography

CHANNEL = Window(0.5, 50.5, 3.0, 51.5)
BALKANS = Window(18.0, 42.0, 24.0, 47.0)


@pytest.mark.parametrize("window", [CHANNEL, BALKANS, Window(-10, 30, 45, 60)])
def test_everything_drawn_lies_in_the_window(window):
    ground = geography(window)
    assert ground.land
    for line in [*ground.land, *ground.borders]:
        assert (line.min(axis=0) >= np.array(window[:2]) - 1e-9).all()
        assert (line.max(axis=0) <= np.array(window[2:]) + 1e-9).all()


def area(ring):
    x, y = ring.T
    return abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2


def test_the_sea_is_no_land_and_the_land_no_sea():
    share = sum(map(area, geography(CHANNEL).land)) / 2.5
    assert 0.35 < share < 0.75
    assert sum(map(area, geography(Window(20.0, 43.5, 21.0, 44.5)).land)) == pytest.approx(1.0)
    assert geography(Window(-11.0, 44.0, -9.8, 45.0)).land == []


def test_countries_have_borders_and_the_open_sea_has_none():
    assert len(geography(BALKANS).borders) > 5
    assert geography(Window(4.0, 55.0, 5.0, 56.0)).borders == []


def test_a_window_off_the_map_is_empty():
    assert geography(Window(120, -40, 130, -30)) == ([], [])
