import numpy as np

from headwater.analysis.outlook.arrivals.counts import gather
from headwater.analysis.outlook.arrivals.people import people_per_boat
from tests.analysis.outlook.arrivals.worlds import SETTLED, dated, picture_of


def sizes(tmp_path, launches, people, **given):
    picture = picture_of(tmp_path, [*dated(people), *dated(launches, name="boats")])
    counts = gather(picture, "people", SETTLED)
    return people_per_boat(picture, counts, SETTLED | {"boats": "boats"} | given), counts


def test_people_per_boat_drift_with_the_counts(tmp_path):
    people = [10] * 200 + [50] * 200
    found, _ = sizes(tmp_path, [1] * 400, people)
    assert np.allclose(found[:200], 10)
    assert 40 < found[-1] <= 50


def test_too_few_boats_are_said_and_not_used(tmp_path):
    found, counts = sizes(tmp_path, [0] * 30, [5] * 30)
    assert found is None
    assert any("boats were not used" in caveat for caveat in counts.caveats)


def test_without_a_series_of_boats_nothing_is_resized_by_it(tmp_path):
    assert sizes(tmp_path, [1] * 30, [5] * 30, boats="")[0] is None
