import numpy as np

from headwater.series.evidence import Evidence


def looked(counts, until):
    """The evidence of all series at the end of each period up to one, and of what dates."""
    evidence = Evidence(counts, 12.0, 60, 8, 24)
    return evidence, [evidence.look(now) for now in range(8, until)]


def steady_world(seed=1, series=8, periods=40):
    return np.random.default_rng(seed).poisson(100.0, (series, periods)).astype(float)


def test_evidence_grows_with_every_month_that_a_shift_lasts_and_knows_its_date():
    counts = steady_world()
    counts[3, 30:] = np.round(counts[3, 30:] * 0.7)
    _, looks = looked(counts, 35)
    own = [float(log_e[3]) for log_e, _ in looks[-4:]]
    assert own == sorted(own)
    assert looks[-1][1][3] == 30
    assert np.argmax(looks[-1][0]) == 3


def test_a_bet_on_nothing_is_not_expected_to_win():
    _, looks = looked(steady_world(2, series=40), 40)
    # at most 24 dates are bet on, each of which is expected to bring 1
    assert np.exp(looks[-1][0]).mean() < 24


def test_a_month_nobody_counted_changes_no_evidence_of_earlier_dates():
    counts = steady_world(3)
    counts[:, 30] = np.nan
    evidence, looks = looked(counts, 30)
    before = np.exp(looks[-1][0])
    after = np.exp(evidence.look(30)[0])
    assert np.all(after < 3 * before + 1)


def test_a_series_that_begins_anew_has_no_evidence_until_it_is_long_enough_again():
    counts = steady_world(4)
    counts[1, 20:] = np.round(counts[1, 20:] * 3)
    evidence, _ = looked(counts, 24)
    evidence.anew([1], [20])
    shown = [evidence.look(now)[0] for now in range(24, 32)]
    assert all(log_e[1] < -600 for log_e in shown[:2])  # five known periods, and one to bet on
    assert shown[-1][1] > -600
    assert shown[-1][1] < 5
