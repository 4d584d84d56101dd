from datetime import date

import numpy as np
import pytest

from headwater.analysis.outlook.arrivals.counts import gather
from headwater.model import WrongUse
from tests.analysis.outlook.arrivals.worlds import SETTLED, dated, picture_of


def counts_of(tmp_path, lines, name="", header="date,series,value", **given):
    return gather(picture_of(tmp_path, lines, header), name, SETTLED | given)


def test_days_weeks_and_months_are_told_apart(tmp_path):
    for every, step in ((1, "day"), (7, "week"), (30, "month")):
        assert counts_of(tmp_path, dated(range(6), every=every)).step == step


def test_days_and_weeks_in_one_series_are_refused(tmp_path):
    mixed = [*dated(range(8), every=7), *dated(range(20), date(2024, 3, 1))]
    with pytest.raises(WrongUse, match="mixes"):
        counts_of(tmp_path, mixed)
    with pytest.raises(WrongUse, match="mixes"):
        counts_of(tmp_path, [*dated(range(30), every=7), *dated(range(8), date(2024, 3, 5))])


def test_one_week_without_counts_is_a_gap_and_not_a_week(tmp_path):
    found = counts_of(tmp_path, [*dated(range(10)), *dated(range(10), date(2024, 1, 17))])
    assert (found.step, int(np.isnan(found.values).sum())) == ("day", 6)
    assert any("gaps, not zeros" in caveat for caveat in found.caveats)


def test_an_origin_before_the_first_count_is_refused_with_that_day(tmp_path):
    with pytest.raises(WrongUse, match="before the first count"):
        counts_of(tmp_path, dated(range(9)), origin="2023-12-01")


def test_rows_after_the_origin_are_never_read(tmp_path):
    found = counts_of(tmp_path, [*dated(range(9)), "2024-02-01,people,-3"], origin="2024-01-05")
    assert found.values.tolist() == [0, 1, 2, 3, 4]
    assert found.caveats == []


def test_of_several_series_one_must_be_named(tmp_path):
    lines = [*dated(range(5)), *dated(range(5), name="boats")]
    with pytest.raises(WrongUse, match="no series is named"):
        counts_of(tmp_path, lines)
    with pytest.raises(WrongUse, match="'cars' is not"):
        counts_of(tmp_path, lines, "cars")
    assert counts_of(tmp_path, lines, "boats").name == "boats"


def test_people_counted_in_single_reports_are_no_series_unless_asked_for_by_name(tmp_path):
    lines = dated(range(5), name="unnamed")
    assert counts_of(tmp_path, lines) is None
    assert counts_of(tmp_path, [*lines, *dated(range(7))]).name == "people"
    assert counts_of(tmp_path, lines, "unnamed").values.tolist() == [0, 1, 2, 3, 4]


def test_a_revision_counts_and_can_be_taken_back(tmp_path):
    lines = [f"{line},2024-01-10" for line in dated(range(5))]
    lines.append("2024-01-02,people,9,2024-03-01")
    header = "date,series,value,release"
    found = counts_of(tmp_path, lines, header=header)
    assert found.values.tolist() == [0, 9, 2, 3, 4]
    assert any("revised" in caveat for caveat in found.caveats)
    before = counts_of(tmp_path, lines, header=header, release_as_of="2024-02-01")
    assert before.values.tolist() == [0, 1, 2, 3, 4]


def test_weeks_of_days_end_with_the_last_day(tmp_path):
    weeks = counts_of(tmp_path, dated([1] * 16)).in_weeks()
    assert weeks.values.tolist() == [7, 7]
    assert weeks.ends[-1] == date(2024, 1, 16)
    assert weeks.ends_ahead(2) == [date(2024, 1, 23), date(2024, 1, 30)]


def test_months_to_come_end_on_their_last_day(tmp_path):
    found = counts_of(tmp_path, [f"2024-{m:02d},people,{m}" for m in range(1, 7)])
    assert found.ends_ahead(2) == [date(2024, 7, 31), date(2024, 8, 31)]


def test_one_count_alone_is_refused(tmp_path):
    with pytest.raises(WrongUse, match="fewer than 2"):
        counts_of(tmp_path, dated([4]))


def test_of_two_numbers_that_one_source_tells_for_one_date_none_counts(tmp_path):
    found = counts_of(tmp_path, [*dated([10] * 9), "2024-01-03,people,99"])
    assert np.isnan(found.values).tolist() == [at == 2 for at in range(9)]
    assert any("2024-01-03 (10 and 99)" in caveat for caveat in found.caveats)


def test_counts_of_an_old_definition_are_brought_to_the_new_one_or_left_out(tmp_path):
    lines = dated([10] * 10 + [4] * 10)
    brought = counts_of(tmp_path, lines, changed="2024-01-11", changed_ratio=0.4)
    assert brought.values.tolist() == [4.0] * 20
    assert any("times 0.4" in caveat for caveat in brought.caveats)
    left = counts_of(tmp_path, lines, changed="2024-01-11")
    assert left.values.tolist() == [4] * 10
    assert any("another definition" in caveat for caveat in left.caveats)
    weeks = counts_of(tmp_path, dated([7] * 9, every=7), changed="2024-01-18")
    assert any("1 counts of a period over" in caveat for caveat in weeks.caveats)


def by_place(values, **other):
    """The same count at two places on each day, but for the days of `other`."""
    return [
        f"{line},{place}"
        for at, line in enumerate(dated(values))
        for place in other.get(f"day{at}", ("Horgos", "Tovarnik"))
    ]


HEADER = "date,series,value,place"


def test_counts_told_place_by_place_are_added_and_that_is_said(tmp_path):
    found = counts_of(tmp_path, by_place([5] * 8), header=HEADER)
    assert found.values.tolist() == [10] * 8
    assert len(found.statements) == 16
    assert any("added up: 8 dates, 2 at a time: Horgos, Tovarnik" in one for one in found.caveats)


def test_a_day_without_one_of_the_usual_places_is_a_gap_and_not_a_low_number(tmp_path):
    lines = by_place([5] * 8, day3=("Horgos",))
    found = counts_of(tmp_path, lines, header=HEADER)
    assert np.isnan(found.values).tolist() == [at == 3 for at in range(8)]
    assert any("2024-01-04 (without Tovarnik)" in one for one in found.caveats)


def test_a_negative_number_of_one_place_is_not_hidden_in_a_sum(tmp_path):
    lines = [*by_place([5] * 8), "2024-01-02,people,-3,Subotica"]
    found = counts_of(tmp_path, lines, header=HEADER)
    assert np.isnan(found.values).tolist() == [at == 1 for at in range(8)]


def test_the_longest_record_is_that_of_the_most_dates_not_of_the_most_places(tmp_path):
    lines = [f"{line},,long" for line in dated([7] * 6)]
    lines += [f"{line},{place},short" for line in dated([1] * 4) for place in "ABCD"]
    found = counts_of(tmp_path, lines, header="date,series,value,place,report")
    assert found.values.tolist() == [7] * 6


def test_modes_kept_apart_at_one_place_are_added_too(tmp_path):
    lines = [f"{line},Horgos,{mode}" for line in dated([5] * 8) for mode in ("on foot", "car")]
    found = counts_of(tmp_path, lines, header="date,series,value,place,mode")
    assert found.values.tolist() == [10] * 8
    assert any("Horgos by car, Horgos by foot" in one for one in found.caveats)
