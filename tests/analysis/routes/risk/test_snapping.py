import numpy as np
import pytest

from headwater.analysis.routes.risk.incidents import Incident
from headwater.analysis.routes.risk.snapping import Unit, _nearest, _vector, segment_km
from headwater.analysis.routes.route_map import Spot


def away(point, start, end):
    one, first, last = _vector([point]), _vector([start])[0], _vector([end])[0]
    return float(segment_km(one, first, last)[0])


def test_distance_is_to_the_shortest_way_and_beyond_its_end_to_the_end():
    degree = 6371 * np.pi / 180
    assert away((1, 5), (0, 0), (0, 10)) == pytest.approx(degree, rel=1e-3)
    assert away((0, 12), (0, 0), (0, 10)) == pytest.approx(2 * degree, rel=1e-3)
    assert away((0, 5), (0, 0), (0, 10)) == pytest.approx(0, abs=0.2)
    assert away((1, 0), (0, 0), (0, 0)) == pytest.approx(degree, rel=1e-3)


def test_the_shortest_way_may_cross_the_line_of_dates_and_bends_to_the_pole():
    assert away((10, 180), (10, 179), (10, -179)) < 5
    assert away((60, 0), (60, -60), (60, 60)) > 1000


def chosen(place, *, told=(1, 1)):
    """Which of a long leg that passes and a short one an incident beside Wimereux belongs to."""
    far, near, end = (
        Spot(name, name, "", *where)
        for name, where in {
            "Tuzla": (44.54, 18.67),
            "Wimereux": (50.77, 1.61),
            "Dungeness": (50.91, 0.97),
        }.items()
    )
    ways = [
        Unit("leg", f"{start.name} > Dungeness", start, end, ["R#1.1"] * count)
        for start, count in zip((far, near), told, strict=True)
    ]
    where = (50.905, 1.0)
    one = Incident("2025-07-03", *where, place, "", 2.0, "drowning", ())
    return ways[_nearest([one], ways, 25.0)[0]].name


def test_an_incident_at_the_end_of_a_leg_is_on_that_leg():
    assert chosen("Wimereux", told=(9, 1)) == "Wimereux > Dungeness"


def test_of_equally_near_legs_the_more_told_and_then_the_shorter_is_taken():
    assert chosen("") == "Wimereux > Dungeness"
    assert chosen("", told=(9, 1)) == "Tuzla > Dungeness"
