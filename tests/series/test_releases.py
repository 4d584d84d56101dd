from datetime import date

from headwater.series import Count, Part, as_known

DAY, NEXT = date(2024, 5, 1), date(2024, 5, 2)


def test_the_latest_release_of_a_day_counts_and_the_day_is_named_as_revised():
    known = as_known([Count(DAY, 5, "2024-05-02", "a"), Count(DAY, 7, "2024-06-01", "b")])
    assert [count.value for count in known.counts] == [7]
    assert known.revised == [DAY]


def test_a_series_can_be_had_as_it_was_known_on_a_day():
    counts = [Count(DAY, 5, "2024-05-02", "a"), Count(DAY, 7, "2024-06-01", "b")]
    known = as_known(counts, "2024-05-10")
    assert [count.value for count in known.counts] == [5]
    assert (known.later, known.revised) == (1, [])


def test_a_day_that_two_reports_count_differently_is_told_and_the_first_counts():
    known = as_known(
        [Count(NEXT, 3, "", "a", "1"), Count(NEXT, 4, "", "b", "2"), Count(DAY, 1, "", "c", "1")]
    )
    assert [(count.day, count.value) for count in known.counts] == [(DAY, 1), (NEXT, 3)]
    assert (known.double, known.wholes[NEXT].contradicted) == ([NEXT], {})


def test_of_two_numbers_of_one_report_none_counts():
    counts = [Count(NEXT, 4, "2", "a"), Count(NEXT, 3, "2", "b"), Count(NEXT, 9, "1", "c")]
    known = as_known([*counts, Count(DAY, 1, "1", "d")])
    assert [(count.day, count.value) for count in known.counts] == [(DAY, 1)]
    assert known.wholes[NEXT].contradicted == {Part(): [3, 4]}
