import numpy as np
import pytest

from headwater.analysis.routes.risk.snapping import _vector, segment_km


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
