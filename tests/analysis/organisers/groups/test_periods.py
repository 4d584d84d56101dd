import numpy as np
import pytest

from headwater.analysis.organisers.evidence import gather
from headwater.analysis.organisers.groups.periods import MOST, periods_of
from tests.analysis.organisers.groups.test_method import picture_of

ASKED = {"layers": "", "include_proposed": False, "drop_weak": False}


def periods(dates, step="month"):
    picture = picture_of([("a", "b")] * len(dates), date=dates)
    return periods_of(picture, gather(picture, ASKED).ties, step)


@pytest.mark.parametrize(
    ("step", "names"),
    [
        ("month", ["2023-12", "2024-01", "2024-02"]),
        ("quarter", ["2023-Q4", "2024-Q1"]),
        ("year", ["2023", "2024"]),
        ("whole", [""]),
    ],
)
def test_periods_run_from_the_first_date_to_the_last_without_a_gap(step, names):
    assert periods(["2023-12-31", "2024-02-01"], step).names == names


def test_a_tie_of_a_year_holds_in_all_its_months_and_an_undated_one_always():
    found = periods(["2024", "2024-02-10", ""])
    assert found.holding(0, 1).tolist() == [True, False, True]
    assert found.holding(1, 1).tolist() == [True, True, True]
    assert found.holding(3, 1).tolist() == [True, False, True]
    assert found.holding(3, 3).tolist() == [True, True, True]


def test_a_date_of_long_ago_does_not_make_a_thousand_periods():
    found = periods(["1900-01-01", "2024-01-01"])
    assert len(found.names) == MOST
    assert found.older == 1


def test_words_that_are_no_date_count_as_none():
    assert np.array_equal(periods(["soon", "2024-01"]).undated, [True, False])
