"""Counts that a source tells in parts: place by place, mode by mode."""

from datetime import date, timedelta
from math import nan

from hypothesis import given
from hypothesis import strategies as st

from headwater.series import Count, Part, as_known, usual_parts, whole_of

DAY = date(2024, 5, 1)


def count(place, value, mode="", *, day=DAY, release="", report="r"):
    part = Part(place, mode)
    return Count(day, value, release, f"{report}#{place}{mode}{value}{day}", report, part)


def told(*counts):
    return whole_of(counts, usual_parts(counts))


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
    assert known.wholes[DAY].parts == [Part("A"), Part("B")]


def test_equal_numbers_of_two_places_are_two_counts_and_of_one_place_one():
    assert told(count("A", 3), count("B", 3), count("B", 3)).value == 6


def test_a_count_without_a_place_is_the_whole_and_counts_alone():
    whole = told(count("A", 3), count("", 9), count("B", 4))
    assert (whole.value, whole.parts, whole.known) == (9, [], True)


def test_two_numbers_for_one_place_are_a_contradiction_and_a_gap():
    known = as_known([count("A", 3), count("B", 4), count("B", 5)])
    assert known.counts == []
    assert known.wholes[DAY].contradicted == {Part("B"): [4, 5]}


def test_a_date_without_a_place_that_is_usually_told_is_a_gap():
    known = as_known(dates("AB", "AB", "A", "AB"))
    assert [one.value for one in known.counts] == [20, 20, 20]
    assert known.wholes[DAY + timedelta(days=2)].lacking == [Part("B")]


def test_a_place_that_is_told_at_half_of_the_dates_may_be_silent():
    known = as_known(dates("AB", "A", "AB", "A"))
    assert [one.value for one in known.counts] == [20, 10, 20, 10]


def test_a_place_that_is_told_without_a_number_makes_its_date_a_gap():
    known = as_known([*dates("A", "A", "A"), count("B", nan)])
    assert len(known.counts) == 2
    assert known.wholes[DAY].lacking == [Part("B")]


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
    usual = usual_parts(counts)["r"]
    for one in as_known(counts).counts:
        assert usual <= {held.part for held in counts if held.day == one.day}


def test_modes_kept_apart_at_one_place_are_added():
    whole = told(count("A", 3, "foot"), count("A", 4, "car"), count("B", 5))
    assert (whole.value, whole.known) == (12, True)
    assert whole.parts == [Part("A", "car"), Part("A", "foot"), Part("B")]


def test_a_place_told_without_a_mode_is_told_whole_and_its_modes_are_not_added():
    whole = told(count("A", 9), count("A", 3, "foot"), count("B", 5))
    assert (whole.value, whole.parts) == (14, [Part("A"), Part("B")])


def test_modes_of_all_places_are_not_added_to_the_places():
    whole = told(count("", 3, "foot"), count("", 4, "car"), count("A", 5), count("B", 2))
    assert (whole.value, whole.known) == (7, True)


def test_two_numbers_for_one_mode_at_one_place_are_a_contradiction():
    whole = told(count("A", 3, "foot"), count("A", 4, "foot"))
    assert whole.contradicted == {Part("A", "foot"): [3, 4]}


def test_a_whole_that_is_less_than_its_parts_is_a_contradiction_unless_they_are_rounded():
    rows_without_a_mode = told(count("A", 3), count("A", 12, "foot"))
    assert rows_without_a_mode.contradicted == {Part("A"): [3, 12]}
    assert told(count("", 99), count("A", 50), count("B", 50)).known


def test_what_is_below_zero_is_a_number_like_others():
    assert (told(count("", -2)).value, told(count("", -2)).known) == (-2, True)
    assert told(count("", -7), count("A", -3), count("B", -4)).known


def test_a_whole_that_is_corrected_after_its_parts_is_no_contradiction():
    parts = [count(place, 50, release="1") for place in "AB"]
    whole = told(*parts, count("", 70, release="2"))
    assert (whole.value, whole.known) == (70, True)


def test_a_date_without_a_usual_mode_of_a_place_is_a_gap_unless_the_place_is_told_whole():
    both = [count("A", 3, "foot"), count("A", 4, "car")]
    days = [DAY + timedelta(days=at) for at in range(5)]
    counts = [one._replace(day=day) for day in days[:3] for one in both]
    known = as_known([*counts, both[0]._replace(day=days[3]), count("A", 9, day=days[4])])
    assert [one.value for one in known.counts] == [7, 7, 7, 9]
    assert known.wholes[days[3]].lacking == [Part("A", "car")]


def test_a_date_without_a_usual_place_names_the_place_and_not_each_of_its_modes():
    both = [count("A", 3, "foot"), count("A", 4, "car"), count("B", 5)]
    days = [DAY + timedelta(days=at) for at in range(3)]
    counts = [one._replace(day=day) for day in days[:2] for one in both]
    known = as_known([*counts, both[2]._replace(day=days[2])])
    assert known.wholes[days[2]].lacking == [Part("A")]
