"""Counts that a source tells place by place."""

from datetime import date, timedelta
from math import nan

from hypothesis import given
from hypothesis import strategies as st

from headwater.series import Count, as_known, usual_places, whole_of

DAY = date(2024, 5, 1)


def count(place, value, *, day=DAY, release="", report="r"):
    return Count(day, value, release, f"{report}#{place}{value}{day}", report, place)


def told(*counts):
    return whole_of(counts, usual_places(counts))


def dates(*places):
    """A date for each text, which names the places that are told at it."""
    return [
        count(one, 10, day=DAY + timedelta(days=at))
        for at, told in enumerate(places)
        for one in told
    ]


def test_counts_of_different_places_are_added_and_all_of_them_stand_behind_the_sum():
    known = as_known([count("A", 3), count("B", 4)])
    assert [one.value for one in known.counts] == [7]
    assert len(known.counts[0].sources) == 2
    assert known.wholes[DAY].places == ["A", "B"]


def test_equal_numbers_of_two_places_are_two_counts_and_of_one_place_one():
    assert told(count("A", 3), count("B", 3), count("B", 3)).value == 6


def test_a_count_without_a_place_is_the_whole_and_counts_alone():
    whole = told(count("A", 3), count("", 9), count("B", 4))
    assert (whole.value, whole.places, whole.known) == (9, [], True)


def test_two_numbers_for_one_place_are_a_contradiction_and_a_gap():
    known = as_known([count("A", 3), count("B", 4), count("B", 5)])
    assert known.counts == []
    assert known.wholes[DAY].contradicted == {"B": [4, 5]}


def test_a_date_without_a_place_that_is_usually_told_is_a_gap():
    known = as_known(dates("AB", "AB", "A", "AB"))
    assert [one.value for one in known.counts] == [20, 20, 20]
    assert known.wholes[DAY + timedelta(days=2)].lacking == ["B"]


def test_a_place_that_is_told_at_half_of_the_dates_may_be_silent():
    known = as_known(dates("AB", "A", "AB", "A"))
    assert [one.value for one in known.counts] == [20, 10, 20, 10]


def test_a_place_that_is_told_without_a_number_makes_its_date_a_gap():
    known = as_known([*dates("A", "A", "A"), count("B", nan)])
    assert len(known.counts) == 2
    assert known.wholes[DAY].lacking == ["B"]


def test_each_place_counts_as_its_own_latest_release_has_it():
    counts = [count("A", 3, release="1"), count("B", 4, release="1"), count("A", 5, release="2")]
    known = as_known(counts)
    assert ([one.value for one in known.counts], known.revised) == ([9], [DAY])
    assert [one.value for one in as_known(counts, "1").counts] == [7]


def test_places_of_two_sources_are_never_added():
    known = as_known([count("A", 3), count("B", 4), count("B", 6, report="other")])
    assert [one.value for one in known.counts] == [7]
    assert known.double == [DAY]


@given(st.lists(st.sampled_from(["A", "AB", "ABC", "C"]), min_size=1, max_size=8))
def test_no_date_counts_of_which_a_usual_place_is_lacking(told_at):
    counts = dates(*told_at)
    usual = usual_places(counts)["r"]
    for one in as_known(counts).counts:
        assert usual <= {held.place for held in counts if held.day == one.day}
