import numpy as np
import pytest

from headwater.series import Watch, alarms

WATCH = Watch()


def stable(seed, series=12, periods=48, mean=100.0, dispersion=50.0):
    rng = np.random.default_rng(seed)
    season = 1 + 0.3 * np.sin(2 * np.pi * np.arange(periods) / 12)
    rate = mean * season * rng.gamma(dispersion, 1 / dispersion, (series, periods))
    return rng.poisson(rate).astype(float)


def test_worlds_without_change_raise_no_alarm():
    assert [alarms(stable(seed), WATCH) for seed in range(2)] == [[], []]


def test_wild_months_raise_no_alarm_where_a_lasting_change_of_the_same_size_does():
    rng = np.random.default_rng(10)
    wild = np.exp(0.12 * rng.standard_t(3, (12, 48)))
    counts = np.round(stable(11, dispersion=1e6) * wild)
    assert alarms(counts, WATCH) == []
    counts[4, 36:] = np.round(counts[4, 36:] / 2)
    assert [alarm.series for alarm in alarms(counts, WATCH)] == [4]


def test_once_something_surely_changed_others_are_called_on_less_evidence():
    counts = stable(12)
    counts[2, 32:] *= 1.45
    alone = alarms(counts, WATCH)
    counts[3, 26:] *= 4
    after = [alarm for alarm in alarms(counts, WATCH) if alarm.series == 2]
    assert [alarm.since for alarm in alone] == [alarm.since for alarm in after]
    assert after[0].called < alone[0].called


def test_a_halving_is_called_within_a_few_periods_with_its_date_and_only_where_it_is():
    counts = stable(4)
    counts[3, 36:] = np.round(counts[3, 36:] / 2)
    (alarm,) = alarms(counts, WATCH)
    assert alarm.series == 3
    assert abs(alarm.since - 36) <= 1
    assert 2 <= alarm.called - alarm.since <= 7


def test_an_alarm_never_rests_on_what_came_later():
    counts = stable(5)
    counts[7, 30:] *= 3
    (whole,) = alarms(counts, WATCH)
    assert alarms(counts[:, : whole.called + 1], WATCH) == [whole]
    assert alarms(counts[:, : whole.called], WATCH) == []


def test_a_gap_is_no_zero():
    counts = stable(6)
    counts[2, 20:26] = np.nan
    assert alarms(counts, WATCH) == []
    counts[2, 20:26] = 0
    assert {alarm.series for alarm in alarms(counts, WATCH)} == {2}


@pytest.mark.parametrize("slip", [0.0, 5.0])
def test_a_single_period_that_the_next_takes_back_is_a_slip(slip):
    counts = stable(7)
    counts[5, 30] *= slip
    assert alarms(counts, WATCH) == []


def test_a_shift_back_is_called_too():
    counts = stable(8)
    counts[1, 16:32] *= 4
    assert [a.since for a in alarms(counts, WATCH) if a.series == 1] == [16, 32]


def test_one_series_alone_can_be_watched():
    counts = stable(9, series=1)
    counts[0, 30:] *= 4
    assert [alarm.series for alarm in alarms(counts, WATCH)] == [0]
