import numpy as np

from headwater.analysis.routes.flow.baseline import baseline
from headwater.analysis.routes.flow.counts import Count
from headwater.analysis.routes.flow.shares import Share

SURE = Share(1.0, 1e6)


def of(*rows, legs=3, share=SURE):
    counts = {at: Count("", (at,), np.array(row), share, {}) for at, row in enumerate(rows)}
    return baseline(counts, legs, len(rows[0]), np.random.default_rng(0), 6)


def test_a_leg_that_nobody_counted_is_like_the_others_but_far_less_sure():
    found = of([100.0, 110, 90, 105], [200.0, 190, 210, 205])
    assert (np.abs(found.mean[:, :, 2] - np.log(150)) < 1.5).all()
    assert (found.variance[:, :, 2] > 4 * found.variance[:, :, 0]).all()


def test_a_month_does_not_speak_for_itself():
    found = of([100.0, 100, 100, 900], legs=1)
    assert (found.mean[:, 3, 0] < np.log(500)).all()


def test_what_all_legs_do_together_is_expected_of_one_that_nobody_counted():
    wave = np.array([50.0, 100, 200, 400])
    found = of(*(wave * k for k in (1, 2, 3, 4, 5, 6)), legs=7)
    assert (found.mean[:, 3, 6] - found.mean[:, 0, 6] > 1).all()


def test_an_unsure_share_stays_unsure_however_long_it_is_counted():
    steady = [100.0] * 11 + [np.nan]
    sure, unsure = (
        of(steady, legs=1, share=share).variance[:, -1, 0].mean() for share in (SURE, Share(1, 10))
    )
    assert unsure > sure + 0.05


def test_without_any_count_everything_is_possible():
    found = baseline({}, 2, 3, np.random.default_rng(0), 4)
    assert found.mean.shape == (4, 3, 2)
    assert (found.variance > 8).all()
