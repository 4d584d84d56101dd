"""Series cut into periods of one length."""

from datetime import date, timedelta

import numpy as np
import pytest

from headwater.analysis.impact.gathering import (
    by_day,
    fits,
    length_of,
    period_of_days,
    put,
    tell,
)
from headwater.picture import Picture, from_plain_files, make_table

PARAMETERS = {"accepted_only": False, "drop_weak": False, "release_as_of": ""}


def told(rows, **columns):
    same = {"modality": ["done"] * len(rows), "status": ["accepted"] * len(rows)}
    names = ("series", "date", "value")
    held = {name: [row[at] for row in rows] for at, name in enumerate(names)}
    statements = {"statement": [f"s.csv#{at}.1" for at in range(len(rows))]}
    table = make_table("series", {**held, **same, **statements, **columns})
    return tell(Picture.of({"series": table}), PARAMETERS)


def days(count, first=date(2024, 1, 1), step=1):
    return [(first + timedelta(days=step * at)).isoformat() for at in range(count)]


def test_days_are_added_up_to_weeks_and_a_week_without_one_of_its_days_is_a_gap():
    rows = [("a", day, 2.0) for day in days(28) if day != "2024-01-10"]
    counts = put(told(rows), ["a"], "week")
    assert counts.values[0, [0, 2, 3]].tolist() == [14.0, 14.0, 14.0]
    assert np.isnan(counts.values[0, 1])
    assert len(counts.statements[0][0]) == 7


def test_a_covariate_is_averaged_and_may_be_negative():
    rows = [("wind", day, -1.0) for day in days(14)]
    assert put(told(rows), ["wind"], "week", ["wind"]).values.tolist() == [[-1.0, -1.0]]


def test_zeros_stay_zeros_and_what_cannot_be_counted_is_a_gap_that_is_named():
    rows = [("a", day, value) for day, value in zip(days(3, step=7), (0.0, -3.0, 5.0), strict=True)]
    held = told(rows)
    values = put(held, ["a"], "week").values[0]
    assert values[[0, 2]].tolist() == [0.0, 5.0]
    assert np.isnan(values[1])


def test_of_a_revised_count_the_latest_release_counts_or_the_one_of_a_day():
    rows = [("a", "2024-01", 10.0), ("a", "2024-01", 12.0), ("a", "2024-02", 9.0)]
    held = told(rows, release=["2024-02", "2024-06", "2024-06"])
    assert [cell.value for cell in held.cells["a"]] == [12.0, 9.0]
    assert any("revised" in caveat for caveat in held.caveats)


@pytest.mark.parametrize(
    ("dates", "length"),
    [
        (days(20), "day"),
        (days(20, step=7), "week"),
        ([f"2024-{m:02d}" for m in range(1, 10)], "month"),
        (days(20) + days(10, date(2024, 3, 4), 7), "mixed"),
        (["2024-01-01", "2024-01-03", "2024-02-20", "2024-06-01", "2024-06-02"], "uneven"),
    ],
)
def test_it_is_seen_how_often_a_series_is_counted(dates, length):
    held = told([("a", day, 1.0) for day in dates])
    assert length_of(held.cells["a"]) == length


def test_weeks_do_not_fit_into_months_but_days_do():
    assert fits("day", "month")
    assert not fits("week", "month")
    assert not fits("month", "week")
    assert not fits("mixed", "week")


def test_a_new_definition_in_a_file_is_dated(tmp_path):
    path = tmp_path / "series.csv"
    path.write_text(
        "date,series,value,definition\n2024-01,a,1,old\n2024-02,a,1,old\n2024-03,a,1,new\n",
        encoding="utf-8",
    )
    held = tell(from_plain_files(series=path), PARAMETERS)
    assert held.changes == {"a": date(2024, 3, 1)}


def test_the_days_of_a_week_stand_side_by_side_and_weekly_counts_have_none():
    rows = [("a", day, float(at)) for at, day in enumerate(days(14)) if at != 9]
    rows += [("b", day, 5.0) for day in days(2, step=7)]
    held = told(rows)
    counts = put(held, ["a", "b"], "week")
    found = by_day(held, ["a", "b"], counts)
    assert np.isnan(found[0, 9])
    assert found[0, 10] == 10
    assert np.isnan(found[1]).all()
    assert period_of_days(counts).tolist() == [0] * 7 + [1] * 7


def test_months_hold_the_days_they_have():
    held = told([("a", day, 1.0) for day in days(60)])
    assert np.bincount(period_of_days(put(held, ["a"], "month"))).tolist() == [31, 29]


def test_two_numbers_of_one_source_for_one_date_are_told_whatever_their_order():
    rows = [("a", "2024-01", 10.0), ("a", "2024-01", 12.0), ("a", "2024-02", 9.0)]
    for held in (told(rows), told(rows[::-1])):
        assert held.double == {"a": ["2024-01 (10 and 12)"]}
    assert told([*rows[1:], rows[1]]).double == {}


def test_of_two_sources_the_one_with_the_longest_record_counts():
    rows = [("a", "2024-01", 10.0), ("a", "2024-01", 12.0), ("a", "2024-02", 9.0)]
    held = told(rows, report=["short", "long", "long"])
    assert [cell.value for cell in held.cells["a"]] == [12.0, 9.0]
    assert held.double == {}
    assert any("longest record" in caveat for caveat in held.caveats)


def test_counts_told_place_by_place_are_added_and_two_numbers_of_one_place_are_told():
    rows = [("a", month, 10.0) for month in ("2024-01", "2024-02", "2024-03") for _ in "NS"]
    held = told([*rows, ("a", "2024-03", 12.0)], place=[*"NSNSNSS"])
    assert [cell.value for cell in held.cells["a"]][:2] == [20.0, 20.0]
    assert held.double == {"a": ["2024-03 (S: 10 and 12)"]}
    assert held.cells["a"][0].statements == ("s.csv#0.1", "s.csv#1.1")
    told_so = "told place by place or mode by mode and added up: a (2 dates, 2 at a time: N, S)."
    assert f"1 series are {told_so}" in held.caveats


def test_a_date_that_lacks_a_usual_place_is_a_gap_that_is_named():
    rows = [("a", month, 10.0) for month in ("2024-01", "2024-02", "2024-03") for _ in "NS"]
    held = told(rows[:-1], place=[*"NSNSN"])
    assert [cell.period.text for cell in held.cells["a"]] == ["2024-01", "2024-02"]
    assert any("a 2024-03 (without S)" in caveat for caveat in held.caveats)


def test_a_sum_with_a_negative_part_is_no_count_but_may_be_a_covariate():
    rows = [("a", day, value) for day in days(2, step=7) for value in (5.0, -1.0)]
    held = told(rows, place=[*"NSNS"])
    assert np.isnan(put(held, ["a"], "week").values).all()
    assert put(held, ["a"], "week", ["a"]).values.tolist() == [[4.0, 4.0]]
