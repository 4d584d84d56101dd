import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.safeguard import suppress_small_cells
from headwater.safeguard.small_cells import iso_week


def cells(*counts, **more):
    return [{"place": f"p{n}", "count": count, **more} for n, count in enumerate(counts)]


def counts(rows):
    return [row["count"] for row in rows]


def test_counts_under_five_do_not_leave():
    got = suppress_small_cells(cells(4, 5, 90, 0), "count", total_shown=False)
    assert counts(got) == [None, 5, 90, None]


def test_a_single_small_cell_takes_the_next_smallest_with_it_where_a_total_is_shown():
    assert counts(suppress_small_cells(cells(3, 90, 7), "count")) == [None, 90, None]


def test_two_small_cells_whose_sum_is_small_take_a_third():
    assert counts(suppress_small_cells(cells(1, 2, 8, 90), "count")) == [None, None, None, 90]


def test_a_table_without_small_cells_stays_as_it_is():
    assert suppress_small_cells(cells(5, 6), "count") == cells(5, 6)


def test_groups_have_totals_of_their_own():
    rows = cells(3, 9, 10, month="2026-01") + cells(50, 60, month="2026-02")
    got = suppress_small_cells(rows, "count", within=["month"])
    assert counts(got) == [None, None, 10, 50, 60]


def test_days_become_weeks_and_their_counts_are_added_before_cells_are_judged():
    rows = [{"day": "2026-03-10", "count": 3}, {"day": "2026-03-15", "count": 4}]
    assert suppress_small_cells(rows, "count", dates=["day"]) == [{"day": "2026-W11", "count": 7}]


def test_a_count_that_is_missing_is_small():
    assert counts(suppress_small_cells(cells(None, -2, 80), "count", total_shown=False)) == [
        None,
        None,
        80,
    ]


@pytest.mark.parametrize(
    ("given_date", "week"),
    [
        ("2026-03-15", "2026-W11"),
        ("2026-03-15T23:10", "2026-W11"),
        ("2026-01-01", "2026-W01"),
        ("2027-01-01", "2026-W53"),
        ("2026-03", "2026-03"),
        ("2026", "2026"),
        ("2026-W11", "2026-W11"),
        ("2026-03-10/2026-03-12", "2026-W11"),
        ("2026-03-10/2026-03-20", "2026-W11/2026-W12"),
        ("last Tuesday", ""),
        ("2026-02-31", ""),
        ("", ""),
    ],
)
def test_no_date_is_finer_than_a_week(given_date, week):
    assert iso_week(given_date) == week


def possible_tables(shown, total):
    """Everything an outsider who knows the total can think of."""
    hidden = [n for n, value in enumerate(shown) if value is None]
    left = total - sum(value for value in shown if value is not None)
    for guess in itertools.product(range(left + 1), repeat=max(0, len(hidden) - 1)):
        if hidden and sum(guess) <= left:
            yield dict(zip(hidden, [*guess, left - sum(guess)], strict=True))


@given(st.lists(st.integers(0, 9), min_size=1, max_size=4))
def test_no_small_cell_can_be_worked_out_from_the_rest_and_the_total(values):
    shown = counts(suppress_small_cells(cells(*values), "count"))
    assert all(value is None or value >= 5 for value in shown)
    if sum(values) < 5 or None not in shown:
        return  # such a total is a small cell itself and does not leave
    guesses = list(possible_tables(shown, sum(values)))
    for cell in (n for n, value in enumerate(shown) if value is None):
        assert len({guess[cell] for guess in guesses}) > 1
