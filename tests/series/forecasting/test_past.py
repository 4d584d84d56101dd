import numpy as np

from headwater.series.forecasting.past import Past
from tests.series.forecasting.worlds import days, history


def test_what_is_held_of_a_step_is_known_at_its_end():
    values = days(300)
    later = np.concatenate([values[:200], values[200:] * 7 + 500])
    one, other = (Past.of(history(held)) for held in (values, later))
    assert np.array_equal(one.spell[:200], other.spell[:200])
    assert np.array_equal(one.course[:200], other.course[:200])
    assert np.array_equal(one.size[:200], other.size[:200])


def test_the_usual_size_follows_counts_above_zero_and_no_zeros():
    size = Past.of(history([10.0] * 100 + [0.0] * 50 + [40.0] * 200)).size
    assert np.isclose(size[149], 10.0)
    assert 35 < size[-1] <= 40
