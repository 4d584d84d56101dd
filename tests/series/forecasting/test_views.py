import numpy as np

from headwater.series.forecasting.past import Past
from headwater.series.forecasting.views import LEVELS, opinions, views_of, weighted_quantiles
from tests.series.forecasting.worlds import days, history

AHEAD = np.array([1, 7, 28])


def test_quantiles_follow_the_weights():
    values = np.array([3.0, 1.0, 2.0])
    found = weighted_quantiles(values, np.array([[0.0, 1.0, 0.0], [1.0, 1.0, 1.0]]))
    assert set(found[0]) == {1.0}
    assert found[1][LEVELS.size // 2] == 2.0


def test_nothing_after_the_origin_is_read():
    values = days()
    changed = np.concatenate([values[:701], values[701:] * 9 + 1000])
    before, after = (opinions(Past.of(history(one)), 700, AHEAD) for one in (values, changed))
    assert np.array_equal(before, after)


def test_every_view_gives_rising_quantiles_that_are_not_below_zero():
    past = Past.of(history(days()))
    given = opinions(past, 899, AHEAD)
    assert given.shape == (len(views_of(past)), AHEAD.size, LEVELS.size)
    assert given.min() >= 0
    assert np.diff(given, axis=2).min() >= 0


def test_old_counts_are_brought_to_the_present_size():
    values = np.where(np.arange(1500) % 2, np.where(np.arange(1500) < 900, 10.0, 70.0), 0.0)
    past = Past.of(history(values))
    given = opinions(past, 1499, AHEAD)
    said = dict(zip((view.name for view in views_of(past)), given[:, 2], strict=True))
    brought = said["time of year at the present size"]
    assert brought[brought > 0].min() > 30.0


def test_a_spell_of_crossings_makes_a_crossing_tomorrow_likelier_where_it_did_before():
    rng = np.random.default_rng(3)
    crossed = np.repeat(rng.random(150) < 0.4, 6)
    values = np.where(crossed, 50.0, 0.0)
    stays = {}
    for kind in (True, False):
        at = next(a for a in range(850, 890) if crossed[a - 2 : a + 1].tolist() == [kind] * 3)
        given = opinions(Past.of(history(values)), at, np.array([1]))
        stays[kind] = (given[[2, 3, 4], 0] > 0).mean(axis=1)
    assert np.all(stays[True] > stays[False] + 0.2)
