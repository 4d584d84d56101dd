"""Middles of countries."""

from headwater.draw.countries import COUNTRY_CENTRES


def test_every_middle_is_on_the_globe_and_neighbours_lie_as_on_a_map():
    assert all(-60 < lat < 72 and -12 < lon < 75 for lat, lon in COUNTRY_CENTRES.values())
    assert COUNTRY_CENTRES["Serbia"][1] > COUNTRY_CENTRES["Croatia"][1]
    assert COUNTRY_CENTRES["Hungary"][0] > COUNTRY_CENTRES["Serbia"][0]
    assert COUNTRY_CENTRES["United Kingdom"][1] < COUNTRY_CENTRES["France"][1]
