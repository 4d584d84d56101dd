import numpy as np

from headwater.series.forecasting.past import Past
from headwater.series.forecasting.rehearsal import Rehearsal, lessons, origins_before, told
from headwater.series.forecasting.views import LEVELS, opinions, views_of
from tests.series.forecasting.worlds import days, history

AHEAD = np.array([1, 3, 7])


def rehearsal_of(values, count=60):
    past = Past.of(history(values))
    return past, Rehearsal.of(past, np.arange(800 - 6 * count, 800, 6), AHEAD)


def test_a_view_that_was_right_weighs_more_than_one_that_was_wrong():
    _, made = rehearsal_of(days())
    right = np.nan_to_num(made.came)[:, :, None] + np.zeros(LEVELS.size)
    made.said[:] = right[:, None] + 300.0
    made.said[:, 2] = right
    taught = lessons(made, 899, 1.0)
    assert all(lesson.weights.argmax() == 2 and lesson.weights[2] > 0.5 for lesson in taught)


def test_outcomes_after_the_origin_teach_nothing():
    _, made = rehearsal_of(days())
    before = lessons(made, 700, 1.0)
    made.came[made.origins[:, None] + AHEAD > 700] = 1e6
    after = lessons(made, 700, 1.0)
    assert all(np.array_equal(a.ranks, b.ranks) for a, b in zip(before, after, strict=True))


def test_a_forecast_that_was_too_narrow_is_widened():
    past, made = rehearsal_of(days(crossing=1.0))
    middle = made.said.mean(axis=3, keepdims=True)
    made.said[:] = middle + 0.2 * (made.said - middle)
    now = opinions(past, 899, AHEAD)
    now = now.mean(axis=2, keepdims=True) + 0.2 * (now - now.mean(axis=2, keepdims=True))
    wider = told(lessons(made, 899, 1.0), AHEAD, now, AHEAD)
    narrow = now.mean(axis=0)
    assert np.all(wider[:, 47] - wider[:, 2] > 1.1 * (narrow[:, 47] - narrow[:, 2]))


def test_without_a_past_all_views_weigh_the_same():
    past = Past.of(history(days(25)))
    made = Rehearsal.of(past, origins_before(24, 1.0, 20), AHEAD)
    taught = lessons(made, 24, 1.0)
    assert np.allclose(taught[2].weights, 1 / len(views_of(past)))


def test_rehearsals_do_not_all_fall_on_one_day_of_the_week():
    for size in (300, 790, 2000):
        assert len(set((origins_before(size, 1.0, 20) % 7).tolist())) == 7
