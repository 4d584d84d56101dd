import numpy as np
import pytest

from headwater.resolve.scoring.calibration import Calibration, calibrated, lower_bound, reliability
from headwater.resolve.scoring.evidence import STRATA

NOTHING = dict.fromkeys(STRATA, Calibration(0.0, 1.0))


def test_a_claim_of_99_in_100_takes_299_pairs_without_an_error():
    assert lower_bound(298, 0) < 0.99 <= lower_bound(299, 0)
    assert lower_bound(472, 1) < 0.99 <= lower_bound(473, 1)
    assert lower_bound(0, 0) == lower_bound(5, 5) == 0.0


def test_without_checked_pairs_nothing_is_sure():
    assert NOTHING["latn latn"].sure_from == float("inf")


def test_what_is_sure_begins_above_the_errors():
    bits = np.concatenate((np.full(50, 8.5), np.full(500, 15.5)))
    same = np.concatenate((np.arange(50) % 2 == 0, np.ones(500, dtype=bool)))
    found = calibrated(NOTHING, bits, np.zeros(550, dtype=np.int8), same)
    assert 8.5 < found["latn latn"].sure_from <= 15.5
    assert found["arab latn"].sure_from == float("inf")


@pytest.mark.parametrize(
    ("pairs", "errors", "sure"), [(298, 0, False), (299, 0, True), (472, 1, False), (473, 1, True)]
)
def test_what_is_sure_agrees_with_the_bound(pairs, errors, sure):
    bits = np.full(pairs, 20.5)
    same = np.arange(pairs) >= errors
    found = calibrated(NOTHING, bits, np.zeros(pairs, dtype=np.int8), same)
    assert (found["latn latn"].sure_from < np.inf) == sure


def test_judgements_bend_an_overconfident_curve_down():
    bits = np.full(4000, 6.0)
    same = np.arange(4000) % 2 == 0
    offset, slope, *_ = calibrated(NOTHING, bits, np.zeros(4000, dtype=np.int8), same)["latn latn"]
    assert offset + slope * 6.0 == pytest.approx(0.0, abs=0.3)


def test_two_judgements_move_the_curve_but_little():
    found = calibrated(
        NOTHING, np.array([6.0, 6.0]), np.zeros(2, dtype=np.int8), np.array([False, True])
    )
    assert 3.0 < found["latn latn"].offset + 6 * found["latn latn"].slope < 6.0


def test_a_reliability_table_counts_every_pair_once_for_all_and_once_for_its_scripts():
    strata = np.array([0, 0, 4], dtype=np.int8)
    lines = reliability(np.array([0.95, 0.91, 0.05]), strata, np.array([True, True, False]))
    assert sum(line.pairs for line in lines if line.stratum == "all") == 3
    assert {line.stratum for line in lines} == {"all", "latn latn", "arab latn"}
    high = next(line for line in lines if line.stratum == "latn latn")
    assert (high.pairs, high.found) == (2, 1.0)
    assert high.said == pytest.approx(0.93)
